"""Of every wipe of the real program a receipt stays, signed with the key of a real keyring; and what becomes of
people's data can be read in mid-session, which goes on where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from demonstration.display import memory_folder
from demonstration.person import Box
from proof.rig.post import Post
from proof.rig.reading import click_words, wait_to_read
from tests.receipts.gnome_keyring import Desktop, desktop

SIGNED = "receipts.signed=true"
PATIENCE = 60


@pytest.fixture
def keyring() -> Iterator[Desktop]:
    with memory_folder() as folder, desktop(folder / "s") as here:
        here.start_keyring()
        yield here


def verified(post: Post, keyring: Desktop) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "receipts", "verify"]
    return subprocess.run(
        [*command, "--set", f'state.directory="{post.folder}/state"'],
        check=False,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": keyring.address},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def book(post: Post) -> Path:
    return post.folder / "state" / "receipts.jsonl"


def test_each_wipe_is_signed_and_nobody_takes_one_away_unseen(
    post: Post, keyring: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring.address)
    post.start(SIGNED)
    assert post.stop() == 0
    answer = verified(post, keyring)
    assert answer.returncode == 0, answer.stderr
    assert "Tout va bien : 2 reçu(s)." in answer.stdout
    lines = book(post).read_bytes().splitlines(keepends=True)
    book(post).write_bytes(lines[0])
    answer = verified(post, keyring)
    assert answer.returncode == 1
    assert "ligne 1 : la fin du fichier manque : le reçu n° 2." in answer.stderr


def test_a_locked_keyring_stops_no_wipe(post: Post, keyring: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring.address)
    keyring.lock()
    post.start(SIGNED)
    assert post.kiosk.hear(0, "receipt-unsigned")["reason"] == "keyring-locked"
    assert post.stop() == 0
    assert [json.loads(line)["sig"] for line in book(post).read_bytes().splitlines()] == [None, None]


def test_what_becomes_of_peoples_data_is_read_in_mid_session(post: Post) -> None:
    post.start()
    post.begin("tout s'efface")
    post.terminal.ring()
    page = post.terminal.page
    heading = Box(page.left + 40, page.top + 10, page.right - 40, page.top + 110)
    before = post.person.look(heading).tobytes()
    # « Vos données », with its word as long as the person is alone, before the clock and "Je suis perdu".
    bar = Box(post.terminal.px(560), 0, post.terminal.px(888), post.terminal.px(72))
    click_words(post.person, "données", bar)
    post.kiosk.wait_for("phase", phase="notice")
    wait_to_read(post.person, "Ce que le poste garde")
    post.person.click(post.terminal.px(110), post.terminal.px(44))
    post.kiosk.wait_for("phase", phase="active")
    post.person.wait_to_see(
        "the page as it was", lambda: heading if post.person.look(heading).tobytes() == before else None
    )
