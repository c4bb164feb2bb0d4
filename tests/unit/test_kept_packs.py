"""What IT sends to a post is found by the next person, between the program's procedures and the site's own."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk import __main__ as command
from kiosk import kept_packs
from kiosk.config import load
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import loader

_PROCEDURE = PACKAGED_PROCEDURES / "exercice-effacement.yaml"


@pytest.fixture
def it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Types commands on a post of its own, with a key that the post believes."""
    monkeypatch.setattr(command, "SYSTEM_FILE", tmp_path / "absent.toml")
    for folder in ("packs.d", "state", "site", "lot"):
        (tmp_path / folder).mkdir()
    overrides = [
        f'state.directory="{tmp_path}/state"',
        f'packs.signers="{tmp_path}/packs.d"',
        f'procedures.folders=["{tmp_path}/site"]',
    ]

    def type_(*words: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
        return command.main([*words, *(part for one in overrides for part in ("--set", one))])

    assert type_("packs", "key", str(tmp_path / "cle")) == 0
    (tmp_path / "cle.pub").rename(tmp_path / "packs.d" / "cle.pub")
    return SimpleNamespace(type=type_, folder=tmp_path, config=load((), overrides).config)


def write(folder: Path, title: str, **about: object) -> None:
    text = _PROCEDURE.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("  fr: "))
    (folder / _PROCEDURE.name).write_text(text.replace(first, f"  fr: {title}", 1), encoding="utf-8")
    if about:
        told = f'name = "ville"\nversion = {about["version"]}\nday = 2026-11-22\ntitle = "La ville"\n'
        (folder / "pack.toml").write_text(told, encoding="utf-8")


def send(it: Any, title: str, version: int) -> int:
    write(it.folder / "lot", title, version=version)
    file = it.folder / f"{version}.pack"
    assert it.type("packs", "make", str(it.folder / "lot"), str(it.folder / "cle"), str(file)) == 0
    return int(it.type("packs", "install", str(file)))


def title(it: Any) -> str:
    loaded = loader.load(kept_packs.every_folder(it.config))
    assert not loaded.problems
    return next(one.title.fr for one in loaded.procedures if one.id == "exercice-effacement")


def test_a_pack_counts_before_the_programs_own_and_after_the_sites(it: Any) -> None:
    before = title(it)
    assert send(it, "Essayer le lot", 1) == 0
    assert title(it) == "Essayer le lot"
    write(it.folder / "site", "Essayer le lieu")
    assert title(it) == "Essayer le lieu"
    (it.folder / "site" / _PROCEDURE.name).unlink()
    assert it.type("packs", "remove", "ville") == 0
    assert title(it) == before


def test_it_goes_back_and_may_not_be_led_back(it: Any, capsys: pytest.CaptureFixture[str]) -> None:
    send(it, "Essayer le un", 1)
    send(it, "Essayer le deux", 2)
    assert it.type("packs", "install", str(it.folder / "1.pack")) == 1
    assert "E-220" in capsys.readouterr().err
    assert it.type("packs", "rollback", "ville") == 0
    assert title(it) == "Essayer le un"


def test_a_pack_with_a_procedure_that_breaks_is_neither_made_nor_installed(
    it: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = it.folder / "lot"
    write(lot, "Essayer", version=1)
    (lot / "cassee.yaml").write_text("id: cassee\n")
    make = ("packs", "make", str(lot), str(it.folder / "cle"), str(it.folder / "cassee.pack"))
    assert it.type(*make) == 1
    assert "cassee.yaml" in capsys.readouterr().err
    monkeypatch.setattr(kept_packs, "judged_closely", lambda _: ())  # made by another program
    assert it.type(*make) == 0
    assert it.type("packs", "install", str(it.folder / "cassee.pack")) == 1
    assert "cassee.yaml" in capsys.readouterr().err


def test_check_says_that_a_pack_was_changed(it: Any, capsys: pytest.CaptureFixture[str]) -> None:
    send(it, "Essayer le lot", 1)
    assert it.type("check") == 0
    write(it.folder / "state" / "packs" / "ville" / "1", "Autre chose")
    assert it.type("check") == 1
    assert "a été changé après sa signature" in capsys.readouterr().err


class Home:
    def __init__(self) -> None:
        self.waits_for_somebody = True
        self.shown = 0

    def show_home(self) -> None:
        self.shown += 1


def test_who_is_there_is_never_disturbed_and_the_next_person_finds_it(it: Any) -> None:
    reloads: list[int] = []
    renewal = kept_packs.Renewal(kept_packs.Packs(it.config), lambda: reloads.append(1), lambda *_: None)
    home = Home()
    renewal.while_nobody_comes(home)
    assert (reloads, home.shown) == ([], 0), "renewed for nothing"
    home.waits_for_somebody = False
    send(it, "Essayer le lot", 1)
    renewal.while_nobody_comes(home)
    assert (reloads, home.shown) == ([], 0), "somebody was there"
    assert renewal.before_somebody()
    assert reloads == [1]
    home.waits_for_somebody = True
    send(it, "Essayer encore", 2)
    renewal.while_nobody_comes(home)
    assert (reloads, home.shown) == ([1, 1], 1)
