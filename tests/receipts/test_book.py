"""Nobody changes the book of receipts unseen: whatever is taken away, changed, moved or cut off is found, and its line
is said. What the post itself does, power cuts included, is never taken for that."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.checks import Verdict as Said
from kiosk.receipts import command
from kiosk.receipts.book import NAME, Book
from kiosk.receipts.examined import examine
from kiosk.receipts.line import NOTHING_BEFORE, made, read
from kiosk.receipts.notary import KEY_NAME, NOT_WRITTEN

from .books import START, verdict, write
from .memory_safe import MemorySafe

Lines = list[bytes]


@pytest.fixture
def safe() -> MemorySafe:
    return MemorySafe()


def lines_of(folder: Path) -> Lines:
    return (folder / NAME).read_bytes().splitlines()


def put(folder: Path, lines: Lines) -> None:
    (folder / NAME).write_bytes(b"".join(line + b"\n" for line in lines))


def changed(line: bytes, **fields: object) -> bytes:
    """A line that another hand has written, as the post would."""
    return json.dumps({**json.loads(line), **fields}, separators=(",", ":"), sort_keys=True).encode()


def test_what_the_post_writes_is_whole(tmp_path: Path, safe: MemorySafe) -> None:
    assert write(tmp_path, safe, 3) == [None] * 3
    write(tmp_path, safe, 2)
    answer = command.verify(tmp_path, safe)
    assert answer.right
    assert "Tout va bien : 5 reçu(s)." in answer.said
    assert [json.loads(line)["n"] for line in lines_of(tmp_path)] == [1, 2, 3, 4, 5]


def test_a_line_holds_rounded_figures_and_codes_only(tmp_path: Path, safe: MemorySafe) -> None:
    write(tmp_path, safe, 1)
    found = json.loads(lines_of(tmp_path)[0])
    assert found.pop("sig")
    assert len(found.pop("key")) == 16
    assert found == {
        "n": 1,
        "prev": NOTHING_BEFORE,
        "at": "2026-03-02T14:30",
        "reason": "finished",
        "verified": True,
        "error": None,
        "seconds": 0.3,
        "steps": [["guest", 0.1, True, 0], ["clipboard", 0.2, True, 0]],
    }
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


TAMPERED: dict[str, tuple[Callable[[Lines], Lines], tuple[str, ...]]] = {
    "one is removed": (lambda x: x[:2] + x[3:], ("ligne 3 : avant cette ligne, il manque le reçu n° 3.",)),
    "two are removed": (lambda x: x[:1] + x[3:], ("ligne 2 : avant cette ligne, il manque 2 reçus, du n° 2 au n° 3.",)),
    "the first is removed": (lambda x: x[1:], ("ligne 1 : avant cette ligne, il manque le reçu n° 1.",)),
    "the last is cut": (lambda x: x[:-1], ("ligne 4 : la fin du fichier manque : le reçu n° 5.",)),
    "all are removed": (lambda _: [], ("la fin du fichier manque : 5 reçus, du n° 1 au n° 5.",)),
    "two change places": (lambda x: [x[0], x[2], x[1], *x[3:]], ("ligne 3 : le reçu n° 2 n'est pas à sa place.",)),
    "one is there twice": (lambda x: [*x[:2], x[1], *x[2:]], ("ligne 3 : le reçu n° 2 n'est pas à sa place.",)),
    "a verdict is changed": (
        lambda x: [*x[:2], changed(x[2], verified=False), *x[3:]],
        ("ligne 3 : ce reçu a été changé : sa signature n'est pas bonne.",),
    ),
    "a signature is taken off": (
        lambda x: [*x[:2], changed(x[2], sig=None, verified=False), *x[3:]],
        ("ligne 3 : ce reçu a été changé : le reçu n° 4, ligne 4, en suivait un autre.",),
    ),
    "the last one is written anew, unsigned": (
        lambda x: [*x[:-1], changed(x[-1], sig=None, key=None, seconds=9.0)],
        ("ligne 5 : le reçu n° 5 n'est pas celui que le poste avait noté.", "ligne 5 : ce reçu n'est pas signé"),
    ),
    "one is no receipt any more": (lambda x: [*x[:2], b"{}", *x[3:]], ("ligne 3 : ce n'est pas un reçu.",)),
    "half a line": (lambda x: [*x[:2], x[2][:50], *x[3:]], ("ligne 3 : ce n'est pas un reçu.",)),
    "a space more": (lambda x: [*x[:2], x[2] + b" ", *x[3:]], ("ligne 3 : ce n'est pas un reçu.",)),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_whoever_changes_the_book_is_found_with_the_line(tmp_path: Path, safe: MemorySafe, how: str) -> None:
    change, said = TAMPERED[how]
    write(tmp_path, safe, 5)
    put(tmp_path, change(lines_of(tmp_path)))
    answer = command.verify(tmp_path, safe)
    assert not answer.right
    for sentence in said:
        assert sentence in answer.said, answer.said
    assert {one.code: one.verdict for one in examine(tmp_path, safe)}["receipts"] is Said.WARNING


@pytest.mark.parametrize("how", TAMPERED)
def test_what_the_post_writes_afterwards_hides_nothing(tmp_path: Path, safe: MemorySafe, how: str) -> None:
    write(tmp_path, safe, 5)
    put(tmp_path, TAMPERED[how][0](lines_of(tmp_path)))
    write(tmp_path, safe, 2)
    assert not command.verify(tmp_path, safe).right


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_byte_that_is_changed_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder, safe = written_once(tmp_path_factory)
    whole = (folder / "whole").read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != whole[place]))
    (folder / NAME).write_bytes(whole[:place] + bytes((byte,)) + whole[place + 1 :])
    # The very last byte ends the last line: without it nothing is lost.
    assert not command.verify(folder, safe).right or (place == len(whole) - 1 and byte == ord("\n"))


_ONCE: list[tuple[Path, MemorySafe]] = []


def written_once(factory: pytest.TempPathFactory) -> tuple[Path, MemorySafe]:
    if not _ONCE:
        folder, safe = factory.mktemp("once"), MemorySafe()
        write(folder, safe, 4)
        (folder / "whole").write_bytes((folder / NAME).read_bytes())
        _ONCE.append((folder, safe))
    return _ONCE[0]


def test_another_posts_receipts_are_not_this_ones(tmp_path: Path, safe: MemorySafe) -> None:
    write(tmp_path, safe, 2)
    other = MemorySafe()
    write(tmp_path / "other", other, 3)
    put(tmp_path, [*lines_of(tmp_path), lines_of(tmp_path / "other")[2]])
    assert "ligne 3 : ce reçu est signé avec une autre clé" in command.verify(tmp_path, safe).said


class TestAShutSafe:
    """A keyring that is shut stops nothing, and is said."""

    @pytest.mark.parametrize("reason", ["keyring-absent", "keyring-locked", "keyring-empty"])
    def test_a_receipt_is_written_without_a_signature(self, tmp_path: Path, safe: MemorySafe, reason: str) -> None:
        safe.shut = reason
        assert write(tmp_path, safe, 2) == [reason] * 2
        assert [json.loads(line)["sig"] for line in lines_of(tmp_path)] == [None, None]
        said = {one.code: one for one in examine(tmp_path, safe)}
        assert said["keyring"].verdict is Said.WARNING
        assert "sans signature" in said["keyring"].consequence

    def test_the_signed_ones_that_follow_hold_it(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 2)
        safe.shut = "keyring-locked"
        write(tmp_path, safe, 1)
        assert not command.verify(tmp_path, safe).right
        safe.shut = None
        assert "ligne 3 : ce reçu n'est pas signé : rien ne le protège." in command.verify(tmp_path, safe).said
        write(tmp_path, safe, 1)
        answer = command.verify(tmp_path, safe)
        assert answer.right
        assert "ligne 3 : ce reçu n'était pas signé." in answer.said

    def test_what_was_cut_meanwhile_is_found_when_it_opens(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 4)
        safe.shut = "keyring-locked"
        put(tmp_path, lines_of(tmp_path)[:2])
        write(tmp_path, safe, 3)
        safe.shut = None
        write(tmp_path, safe, 1)
        assert not command.verify(tmp_path, safe).right

    def test_the_check_says_what_it_cannot_see(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 3)
        safe.shut = "keyring-locked"
        answer = command.verify(tmp_path, safe)
        assert not answer.right
        assert "On ne peut donc pas voir si la fin du fichier a été coupée." in answer.said
        # The public key beside the book still finds a changed line.
        assert (tmp_path / KEY_NAME).read_text().startswith("-----BEGIN PUBLIC KEY-----")
        first, *rest = lines_of(tmp_path)
        put(tmp_path, [changed(first, seconds=5.0), *rest])
        assert "ligne 1 : ce reçu a été changé" in command.verify(tmp_path, safe).said


def test_a_post_that_signs_nothing_still_chains(tmp_path: Path) -> None:
    assert write(tmp_path, None, 3) == [None] * 3
    assert command.verify(tmp_path, None).right
    put(tmp_path, lines_of(tmp_path)[::2])
    assert not command.verify(tmp_path, None).right


def test_a_failed_wipe_has_its_receipt(tmp_path: Path) -> None:
    line = made(1, NOTHING_BEFORE, verdict(error="E-304"))
    Book(tmp_path).add(line)
    assert read(lines_of(tmp_path)[0]) == line
    assert "NON VÉRIFIÉ, code E-304" in command.listed(tmp_path)
    assert "Effacements non vérifiés parmi eux : 1." in command.verify(tmp_path, None).said


def test_a_disk_that_refuses_is_told(tmp_path: Path, safe: MemorySafe) -> None:
    (tmp_path / NAME).mkdir()
    assert write(tmp_path, safe, 1) == [NOT_WRITTEN]


class TestPowerCuts:
    def test_between_the_line_and_the_keyring(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 2)
        before = safe.head()
        write(tmp_path, safe, 1)
        assert before is not None
        safe.put_head(before)
        assert command.verify(tmp_path, safe).right
        write(tmp_path, safe, 1)
        assert command.verify(tmp_path, safe).right

    def test_in_the_middle_of_a_line(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 2)
        with (tmp_path / NAME).open("ab") as file:
            file.write(b'{"at":"2026-03-')
        write(tmp_path, safe, 1)
        assert command.verify(tmp_path, safe).right
        assert len(lines_of(tmp_path)) == 3

    def test_in_the_middle_of_the_first_line(self, tmp_path: Path, safe: MemorySafe) -> None:
        (tmp_path / NAME).write_bytes(b'{"at":"2026-03-')
        write(tmp_path, safe, 1)
        assert command.verify(tmp_path, safe).right


class TestKeptLongEnough:
    LATER = START + timedelta(days=40)

    def test_old_receipts_go_and_the_book_stays_whole(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 3)
        write(tmp_path, safe, 2, at=self.LATER, keep_days=30)
        assert [json.loads(line)["n"] for line in lines_of(tmp_path)] == [4, 5]
        assert command.verify(tmp_path, safe).right

    def test_what_is_taken_from_the_start_besides_is_found(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 3)
        write(tmp_path, safe, 3, at=self.LATER, keep_days=30)
        put(tmp_path, lines_of(tmp_path)[1:])
        assert "ligne 1 : avant cette ligne, il manque le reçu n° 4." in command.verify(tmp_path, safe).said

    def test_a_power_cut_in_between_is_no_break(self, tmp_path: Path, safe: MemorySafe) -> None:
        write(tmp_path, safe, 3)
        old = lines_of(tmp_path)
        write(tmp_path, safe, 1, at=self.LATER, keep_days=30)
        put(tmp_path, [*old, *lines_of(tmp_path)])
        assert command.verify(tmp_path, safe).right

    def test_a_post_that_signs_nothing_forgets_them_too(self, tmp_path: Path) -> None:
        write(tmp_path, None, 3)
        write(tmp_path, None, 2, at=self.LATER, keep_days=30)
        assert [json.loads(line)["n"] for line in lines_of(tmp_path)] == [4, 5]


def test_a_signature_is_that_of_one_key() -> None:
    key = Ed25519PrivateKey.generate()
    line = made(1, NOTHING_BEFORE, verdict()).signed_with(key)
    assert line.is_by(key.public_key())
    assert not line.is_by(Ed25519PrivateKey.generate().public_key())


def test_a_number_from_nowhere_is_told_and_not_counted_up_to(tmp_path: Path, safe: MemorySafe) -> None:
    write(tmp_path, safe, 3)
    lines = lines_of(tmp_path)
    put(tmp_path, [*lines, changed(lines[1], n=10**11)])
    answer = command.verify(tmp_path, safe)
    assert f"il manque {10**11 - 4} reçus, du n° 4 au n° {10**11 - 1}" in answer.said
    put(tmp_path, [*lines, changed(lines[1], n=10**300)])
    assert "ligne 4 : ce n'est pas un reçu" in command.verify(tmp_path, safe).said


@pytest.mark.parametrize(
    "fields",
    [{"sig": "é" * 88}, {"reason": "\x1b[2J"}, {"at": "\u202e"}, {"reason": "a" * 5000}, {"seconds": float("inf")}],
)
def test_a_line_that_no_post_writes_is_none(tmp_path: Path, safe: MemorySafe, fields: dict[str, object]) -> None:
    write(tmp_path, safe, 2)
    lines = lines_of(tmp_path)
    put(tmp_path, [lines[0], changed(lines[1], **fields)])
    assert "ligne 2 : ce n'est pas un reçu" in command.verify(tmp_path, safe).said
    assert command.listed(tmp_path).replace("\n", "").isprintable()


def test_steps_without_end_are_no_line(tmp_path: Path, safe: MemorySafe) -> None:
    write(tmp_path, safe, 1)
    (line,) = lines_of(tmp_path)
    put(tmp_path, [line.replace(b'"steps":[', b'"steps":[' + b"[" * 700 + b"]" * 700 + b",")])
    assert "ligne 1 : ce n'est pas un reçu" in command.verify(tmp_path, safe).said


def test_a_book_that_is_wrong_throughout_is_told_in_few_lines(tmp_path: Path, safe: MemorySafe) -> None:
    put(tmp_path, [b"x"] * 5000)
    said = command.verify(tmp_path, safe).said.splitlines()
    assert len(said) < 120
    assert "Et 4900 lignes de plus." in said
