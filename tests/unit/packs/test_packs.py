"""A pack is believed for its signature alone, whole or not at all; what counted before a refusal still counts."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import Problem
from kiosk.packs import command, container, keys, making, manifest, store
from kiosk.packs.errors import (
    AlteredError,
    BadlyFormedError,
    NotWrittenError,
    OlderError,
    PackError,
    TooLargeError,
    UnknownSignerError,
)
from kiosk.packs.keys import Keyring

OURS, ANOTHERS = Ed25519PrivateKey.from_private_bytes(b"o" * 32), Ed25519PrivateKey.from_private_bytes(b"a" * 32)
BELIEVED = Keyring({keys.fingerprint(OURS.public_key()): OURS.public_key()})
BOTH = Keyring({**BELIEVED.keys, keys.fingerprint(ANOTHERS.public_key()): ANOTHERS.public_key()})
CONTENTS = {"aide.yaml": b"id: aide\n", "bourse.yaml": b"id: bourse\n"}

Give = Callable[..., bool]


def pack(
    version: int = 1, *, name: str = "ville", key: Ed25519PrivateKey = OURS, contents: dict[str, bytes] | None = None
) -> bytes:
    contents = contents or {**CONTENTS, "aide.yaml": b"id: aide # %d\n" % version}
    described = manifest.described(name, version, date(2026, 11, 22), "Les démarches de la ville", contents)
    return container.written(described, contents, key)


def nothing_wrong(_: Path) -> Sequence[Problem]:
    return ()


@pytest.fixture
def give(tmp_path: Path) -> Give:
    def give(content: bytes, keyring: Keyring = BELIEVED, judge: store.Judge = nothing_wrong) -> bool:
        return store.install(container.read(content, keyring), tmp_path, keyring, judge)

    return give


def counting(state: Path, keyring: Keyring = BELIEVED) -> list[tuple[str, int]]:
    opened = store.opened(state, keyring)
    return [(one.signed.manifest.name, one.signed.manifest.version) for one in opened.packs]


# --- what comes from outside --------------------------------------------------------------------------------------


def test_a_pack_comes_back_as_it_was_made() -> None:
    read = container.read(pack(7), BELIEVED)
    assert read.signed.manifest.version == 7
    assert dict(read.contents) == {**CONTENTS, "aide.yaml": b"id: aide # 7\n"}


def test_the_same_pack_is_the_same_bytes() -> None:
    assert pack() == pack()


def test_one_changed_byte_anywhere_is_refused() -> None:
    whole = pack()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(PackError):
            container.read(bytes(changed), BELIEVED)


def test_a_cut_or_lengthened_pack_is_refused() -> None:
    whole = pack()
    for end in range(len(whole)):
        with pytest.raises(PackError):
            container.read(whole[:end], BELIEVED)
    with pytest.raises(AlteredError):
        container.read(whole + b"x", BELIEVED)


def test_a_key_that_the_post_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownSignerError):
        container.read(pack(key=ANOTHERS), BELIEVED)
    with pytest.raises(UnknownSignerError):
        container.read(pack(), Keyring({}))


def test_a_signature_of_another_under_our_name_is_refused() -> None:
    ours, anothers = (keys.fingerprint(key.public_key()).encode() for key in (OURS, ANOTHERS))
    with pytest.raises(AlteredError):
        container.read(pack(key=ANOTHERS).replace(anothers, ours), BELIEVED)


@settings(max_examples=150)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda more: pack()[:240] + more))
def test_nothing_else_comes_of_any_bytes(untrusted: bytes) -> None:
    with pytest.raises(PackError):
        container.read(untrusted, BELIEVED)


NAMES = ("../a.yaml", "/etc/a.yaml", "a/b.yaml", ".signed", ".yaml", "A.yaml", "a.yaml\n", "a.sh", "a\0.yaml", "é.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_no_signed_name_leads_out_of_its_folder(name: str) -> None:
    item = manifest.Item(name, 1, "0" * 64)
    signed = manifest.Manifest("ville", 1, date(2026, 1, 1), "Ville", (item,))
    with pytest.raises(BadlyFormedError):
        container.read(container.written(signed, {name: b"x"}, OURS), BELIEVED)


@pytest.mark.parametrize("name", ["..", "../ville", "", "Ville", "a\n", "a" * 41])
def test_no_signed_pack_has_a_name_that_is_a_place(name: str) -> None:
    item = manifest.Item("a.yaml", 1, "0" * 64)
    signed = manifest.Manifest(name, 1, date(2026, 1, 1), "Ville", (item,))
    with pytest.raises(BadlyFormedError):
        container.read(container.written(signed, {"a.yaml": b"x"}, OURS), BELIEVED)


def test_a_name_twice_is_refused() -> None:
    item = manifest.Item("a.yaml", 1, "0" * 64)
    signed = manifest.Manifest("ville", 1, date(2026, 1, 1), "Ville", (item, item))
    with pytest.raises(BadlyFormedError):
        manifest.decoded(manifest.encoded(signed))


def test_more_than_a_pack_may_hold_is_refused() -> None:
    with pytest.raises(TooLargeError):
        container.read(b"x" * (container.LARGEST + 1), BELIEVED)
    item = manifest.Item("a.yaml", manifest.LARGEST_FILE, "0" * 64)
    many = tuple(manifest.Item(f"a{number:03}.yaml", item.size, item.sha256) for number in range(33))
    with pytest.raises(BadlyFormedError):
        manifest.decoded(manifest.encoded(manifest.Manifest("ville", 1, date(2026, 1, 1), "Ville", many)))


# --- on the post --------------------------------------------------------------------------------------------------


def test_what_is_installed_counts_with_its_files(give: Give, tmp_path: Path) -> None:
    assert give(pack(3))
    (folder,) = store.opened(tmp_path, BELIEVED).folders
    seen = {file.name: file.read_bytes() for file in folder.glob("*.yaml")}
    assert seen == {**CONTENTS, "aide.yaml": b"id: aide # 3\n"}


def test_installing_it_again_changes_nothing(give: Give, tmp_path: Path) -> None:
    give(pack())
    before = store.marks(tmp_path)
    assert not give(pack())
    assert store.marks(tmp_path) == before


def test_an_older_one_is_refused(give: Give, tmp_path: Path) -> None:
    give(pack(5))
    with pytest.raises(OlderError) as refused:
        give(pack(4))
    assert "4" in refused.value.what and "5" in refused.value.what
    assert counting(tmp_path) == [("ville", 5)]


def test_the_same_number_with_another_content_is_refused(give: Give, tmp_path: Path) -> None:
    give(pack(5))
    with pytest.raises(OlderError):
        give(pack(5, contents={"autre.yaml": b"id: autre\n"}))
    assert (tmp_path / "packs" / "ville" / "5" / "aide.yaml").exists()


def test_a_pack_is_followed_only_by_its_own_signer(give: Give, tmp_path: Path) -> None:
    give(pack(1), BOTH)
    with pytest.raises(UnknownSignerError, match="autre clé"):
        give(pack(2, key=ANOTHERS), BOTH)
    give(pack(1, name="region", key=ANOTHERS), BOTH)
    assert counting(tmp_path, BOTH) == [("region", 1), ("ville", 1)]


def test_a_procedure_that_cannot_be_read_refuses_the_whole(give: Give, tmp_path: Path) -> None:
    give(pack(1))
    looked_at: list[set[str]] = []

    def judge(folder: Path) -> Sequence[Problem]:
        looked_at.append({file.name for file in folder.glob("*.yaml")})
        return (Problem("aide.yaml", "Il manque « title ».", 1),)

    with pytest.raises(store.NotAcceptableError, match=r"aide\.yaml, ligne 1"):
        give(pack(2), judge=judge)
    assert looked_at == [set(CONTENTS)]
    assert counting(tmp_path) == [("ville", 1)]


def test_going_back_and_forth(give: Give, tmp_path: Path) -> None:
    for version in (1, 2, 3):
        give(pack(version))
    assert store.rollback("ville", tmp_path, BELIEVED) == (3, 2)
    assert counting(tmp_path) == [("ville", 2)]
    with pytest.raises(store.NotThereError):
        store.rollback("ville", tmp_path, BELIEVED)  # one edition is kept, not all
    assert give(pack(3))
    assert counting(tmp_path) == [("ville", 3)]


def test_no_way_leads_back_to_an_edition_that_was_changed(give: Give, tmp_path: Path) -> None:
    give(pack(1))
    give(pack(2))
    _change(tmp_path / "packs" / "ville" / "1")
    with pytest.raises(AlteredError):
        store.rollback("ville", tmp_path, BELIEVED)
    assert counting(tmp_path) == [("ville", 2)]


def test_packs_that_may_not_be_read_are_not_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("no folder")
    opened = store.opened(tmp_path, BELIEVED)
    assert opened.packs == ()
    assert "sudo" in str(opened.problems[0])
    assert store.marks(tmp_path) == ()


def test_what_is_removed_is_gone(give: Give, tmp_path: Path) -> None:
    give(pack())
    store.remove("ville", tmp_path)
    assert counting(tmp_path) == []
    for wish in (lambda: store.remove("ville", tmp_path), lambda: store.rollback("../ville", tmp_path, BELIEVED)):
        with pytest.raises(store.NotThereError):
            wish()


def _change(folder: Path) -> None:
    (folder / "aide.yaml").write_bytes(b"id: autre\n")


def _add(folder: Path) -> None:
    (folder / "plus.yaml").write_bytes(b"id: plus\n")


def _take(folder: Path) -> None:
    (folder / "aide.yaml").unlink()


def _link(folder: Path) -> None:
    (folder / "aide.yaml").rename(folder.parent / "there")
    (folder / "aide.yaml").symlink_to(folder.parent / "there")


def _unsign(folder: Path) -> None:
    (folder / ".signed").unlink()


@pytest.mark.parametrize("harm", [_change, _add, _take, _link, _unsign])
def test_what_was_changed_on_the_disk_is_left_out_and_said(
    give: Give, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    give(pack())
    harm(tmp_path / "packs" / "ville" / "1")
    opened = store.opened(tmp_path, BELIEVED)
    assert opened.packs == ()
    assert "ville" in opened.problems[0].what
    assert give(pack()), "the same edition mends it"
    assert counting(tmp_path) == [("ville", 1)]


def test_an_edition_cannot_stand_in_for_another(give: Give, tmp_path: Path) -> None:
    give(pack(1))
    give(pack(2))
    place = tmp_path / "packs" / "ville"
    (place / "2").rename(place / "3")
    (place / "current").unlink()
    (place / "current").symlink_to("3")
    assert counting(tmp_path) == []


def test_a_key_that_is_believed_no_more_takes_its_packs_away(give: Give, tmp_path: Path) -> None:
    give(pack())
    opened = store.opened(tmp_path, Keyring({}))
    assert opened.packs == ()
    assert "ne connaît pas" in opened.problems[0].what


def test_what_a_power_cut_left_half_written_is_in_nobodys_way(give: Give, tmp_path: Path) -> None:
    give(pack(1))
    half = tmp_path / "packs" / "ville" / ".new"
    half.mkdir()
    (half / "aide.yaml").write_bytes(b"id: ai")
    (tmp_path / "packs" / "ville" / "2").mkdir()
    (tmp_path / "packs" / "ville" / ".current").symlink_to("2")
    assert counting(tmp_path) == [("ville", 1)]
    give(pack(2))
    assert counting(tmp_path) == [("ville", 2)]


def test_at_each_moment_one_whole_edition_counts(give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(pack(1))
    seen: list[list[tuple[str, int]]] = []
    for name in ("rename", "replace", "fsync", "unlink", "symlink"):
        real = getattr(os, name)

        def looking(*given: object, real: Callable[..., object] = real, **more: object) -> object:
            seen.append(counting(tmp_path))
            done = real(*given, **more)
            seen.append(counting(tmp_path))
            return done

        monkeypatch.setattr(os, name, looking)
    give(pack(2))
    assert {str(one) for one in seen} == {"[('ville', 1)]", "[('ville', 2)]"}
    assert seen == sorted(seen), "the old one came back"


@pytest.fixture
def anybodys_folder(tmp_path: Path) -> Iterator[Path]:
    """A state folder as the post's: of an account that is not root's."""
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    state = tmp_path / "state"
    state.mkdir()
    os.chown(state, 4321, 4321)
    yield state


def judging_as_root(_: Path) -> Sequence[Problem]:
    """What judges loads the rest of itself when it is asked, which the post's account might not be let do."""
    assert os.geteuid() == 0
    return ()


def test_root_writes_nothing_that_the_posts_account_could_not(anybodys_folder: Path, tmp_path: Path) -> None:
    trap = tmp_path / "of-root"
    trap.mkdir()
    read = container.read(pack(), BELIEVED)
    (anybodys_folder / "packs").symlink_to(trap)
    with pytest.raises(NotWrittenError):
        store.install(read, anybodys_folder, BELIEVED, nothing_wrong)
    assert list(trap.iterdir()) == []
    (anybodys_folder / "packs").unlink()
    store.install(read, anybodys_folder, BELIEVED, judging_as_root)
    assert (anybodys_folder / "packs" / "ville" / "1" / "aide.yaml").stat().st_uid == 4321
    assert os.geteuid() == 0


# --- keys, and making packs ---------------------------------------------------------------------------------------


@pytest.fixture
def said_at_the_prompt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def said(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{text}\n"))

    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "demarches"
    folder.mkdir()
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    (folder / "pack.toml").write_text('name = "ville"\nversion = 2\nday = 2026-11-22\ntitle = "La ville"\n')
    return folder


def test_from_a_folder_to_the_post(folder: Path, tmp_path: Path, said_at_the_prompt: Callable[[str], None]) -> None:
    private, packs_d, file = tmp_path / "cle", tmp_path / "packs.d", tmp_path / "ville.pack"
    said_at_the_prompt("une longue phrase")
    command.key(private)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    said_at_the_prompt("une longue phrase")
    command.make(folder, private, file, nothing_wrong)
    packs_d.mkdir()
    (tmp_path / "cle.pub").rename(packs_d / "cle.pub")
    believed = keys.accepted(packs_d)
    assert "ville" in command.installed(file, tmp_path / "state", believed, nothing_wrong)
    said, wrong = command.listed(tmp_path / "state", believed)
    assert "version 2 du 22/11/2026 : La ville. 2 démarches" in said
    assert not wrong


def test_a_wrong_passphrase_makes_no_pack(
    folder: Path, tmp_path: Path, said_at_the_prompt: Callable[[str], None]
) -> None:
    said_at_the_prompt("une longue phrase")
    command.key(tmp_path / "cle")
    said_at_the_prompt("une autre")
    with pytest.raises(keys.KeyFileError):
        command.make(folder, tmp_path / "cle", tmp_path / "ville.pack", nothing_wrong)
    assert not (tmp_path / "ville.pack").exists()


def test_a_key_is_never_written_over(tmp_path: Path, said_at_the_prompt: Callable[[str], None]) -> None:
    (tmp_path / "cle").write_text("mine")
    said_at_the_prompt("")
    with pytest.raises(keys.KeyFileError):
        command.key(tmp_path / "cle")
    assert (tmp_path / "cle").read_text() == "mine"


def test_a_file_that_is_no_key_is_said_and_left_out(tmp_path: Path) -> None:
    public = OURS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "ours.pub").write_bytes(public)
    (tmp_path / "garbage.pub").write_bytes(b"-----BEGIN PUBLIC KEY-----\n????")
    keyring = keys.accepted(tmp_path)
    assert keyring.keys.keys() == BELIEVED.keys.keys()
    assert [problem.file for problem in keyring.problems] == ["garbage.pub"]


ABOUT = 'name = "ville"\nversion = 2\nday = 2026-11-22\ntitle = "La ville"\n'


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (ABOUT.replace("version", "verzion"), "ligne 2 : « verzion » n'est pas connu. Vouliez-vous dire « version » ?"),
        (ABOUT.replace("2026-11-22", '"hier"'), "ligne 3 : « day » ne peut pas valoir cela. Attendu : une date"),
        (ABOUT.replace('"ville"', '"Ma ville"'), "ligne 1 : « name » ne peut pas valoir cela."),
        (ABOUT.replace("version = 2\n", ""), "Il manque « version »."),
        (ABOUT.replace("= 2\n", "= true\n"), "ligne 2 : « version »"),
        ("name = ville\n", "ligne 1, colonne 8 : Le fichier est mal écrit."),
    ],
)
def test_what_is_badly_written_in_pack_toml_is_said_with_its_line(folder: Path, changed: str, said: str) -> None:
    (folder / "pack.toml").write_text(changed)
    with pytest.raises(making.FolderError) as refused:
        making.make(folder, OURS)
    assert said in refused.value.what


@pytest.mark.parametrize("name", ["notes.txt", "Aide.yaml", "aide.yml"])
def test_a_file_that_would_be_missed_on_the_posts_is_said(folder: Path, name: str) -> None:
    (folder / name).write_text("id: x\n")
    with pytest.raises(making.FolderError, match=name):
        making.make(folder, OURS)
