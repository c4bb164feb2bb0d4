"""Signed procedures that IT puts on a post in use: the next person finds them, the one who is there notices nothing."""

from __future__ import annotations

from pathlib import Path

from kiosk import kept_packs
from kiosk.config import load
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.packs import keys
from proof.rig.post import Post

_TRIAL = PACKAGED_PROCEDURES / "exercice-effacement.yaml"


class It:
    """IT, with a key that the post believes."""

    def __init__(self, folder: Path) -> None:
        self.signers = folder / "packs.d"
        self._folder = folder
        for made in (self.signers, folder / "lot"):
            made.mkdir()
        public, _ = keys.make(folder / "cle", b"")
        public.rename(self.signers / public.name)
        self._config = load((), (f'packs.signers="{self.signers}"', f'state.directory="{folder}/state"')).config

    def send(self, version: int, title: str) -> None:
        text = _TRIAL.read_text(encoding="utf-8")
        first = next(line for line in text.splitlines() if line.startswith("  fr: "))
        lot, pack = self._folder / "lot", f"{self._folder}/{version}.pack"
        (lot / _TRIAL.name).write_text(text.replace(first, f"  fr: {title}", 1), encoding="utf-8")
        about = f'name = "ville"\nversion = {version}\nday = 2026-11-22\ntitle = "La ville"\n'
        (lot / "pack.toml").write_text(about, encoding="utf-8")
        kept_packs.obeyed(self._config, "make", (str(lot), f"{self._folder}/cle", pack))
        kept_packs.obeyed(self._config, "install", (pack,))


def test_the_next_person_finds_what_was_sent_and_the_one_who_is_there_goes_on(post: Post) -> None:
    it = It(post.folder)
    post.start(f'packs.signers="{it.signers}"')
    it.send(1, "Essayer le premier lot")
    post.kiosk.wait_for("packs-renewed")  # nobody has come yet
    post.begin("premier lot")
    ring = post.terminal.ring()
    it.send(2, "Essayer le second lot")
    post.person.click(*ring.centre)
    post.person.type("lune")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", step="ecrire")
    post.terminal.press_finish()
    post.terminal.erase()
    before_leaving = len(post.kiosk.lines)
    assert [line["event"] for line in post.kiosk.lines].count("packs-renewed") == 1, "somebody was there"
    post.leave()
    post.kiosk.hear(before_leaving, "packs-renewed")
    post.open_sheet("second lot")
