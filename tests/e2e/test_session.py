"""One person's time on the post, by the real program: what is promised when they hesitate, come back, stray, or when
something breaks."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from demonstration.person import MARK, Box
from proof.rig.machine import Guest, words
from proof.rig.post import Post
from proof.rig.reading import wait_to_read

TRIAL = "tout s'efface"

# Where home's header has « العربية » on a screen of 1280 pixels.
ARABIC = (791, 47)


def heading(post: Post) -> Box:
    """The top of the page: nothing blinks and nothing is pointed at there."""
    page = post.terminal.page
    return Box(page.left + 40, page.top + 10, page.right - 40, page.top + 110)


def wait_to_see_again(post: Post, before: Image.Image, within: Box) -> None:
    def look() -> Box | None:
        return within if post.person.look(within).tobytes() == before.tobytes() else None

    post.person.wait_to_see("the same picture as before", look)


def type_word(post: Post) -> Box:
    """In the trial page's field, and out of it. Where the guide pointed."""
    ring = post.terminal.ring()
    post.person.click(*ring.centre)
    post.person.type("lune")
    post.person.press("Tab")
    return ring


def keep_word(post: Post, after: Box) -> Box:
    """Press what the guide now points at: it only works on a page that still has the word in its field."""
    ring = post.next_ring(after)
    post.person.click(*ring.centre)
    post.kiosk.wait_for("step-done", step="garder")
    return ring


# --- hesitating, coming back --------------------------------------------------------------------------------------


def test_the_question_hides_the_page_and_an_answer_gives_it_back(post: Post) -> None:
    post.start("session.idle_seconds=5", "session.warning_seconds=60")
    post.begin(TRIAL)
    post.terminal.ring()
    before = post.person.look(heading(post))
    post.kiosk.wait_for("phase", phase="warning")
    answer = post.terminal.blue_answer("Je suis toujours là", post.person.screen())
    beside = Box(0, 0, post.terminal.px(100), post.person.height)
    assert post.person.look(beside).getcolors(1), "what stands behind the question can be seen"
    wait_to_read(post.person, "Je suis toujours là")
    post.person.click(*answer.centre)
    post.kiosk.wait_for("phase", phase="active")
    wait_to_see_again(post, before, heading(post))


def test_from_the_way_out_the_person_comes_back_to_the_same_page(post: Post) -> None:
    post.start()
    post.begin(TRIAL)
    field = type_word(post)
    post.kiosk.wait_for("step-done", step="ecrire")
    before = post.person.look(heading(post))
    post.terminal.press_finish()
    post.terminal.blue_answer("Tout effacer et partir", post.terminal.footer)
    post.person.click(post.terminal.px(107), post.terminal.px(46))
    post.kiosk.wait_for("phase", phase="active")
    wait_to_see_again(post, before, heading(post))
    keep_word(post, field)


def test_a_person_who_reads_arabic_has_everything_from_right_to_left_and_the_next_one_french_again(post: Post) -> None:
    post.start()
    person, terminal = post.person, post.terminal
    header = Box(0, 0, person.width, terminal.px(90))
    terminal.blue_answer("« Français »", header)
    french = person.look(header)
    person.click(*ARABIC)
    person.wait_to_see("another header", lambda: header if person.look(header).tobytes() != french.tobytes() else None)
    terminal.press_tile(6)
    terminal.press_blue("Je commence")
    post.kiosk.wait_for("phase", phase="active")
    left = Box(0, terminal.px(76), terminal.px(384), person.height)
    terminal.blue_answer("« C'est fait », on the left", left)
    page = Box(terminal.px(384), terminal.px(150), person.width, person.height)
    person.wait_to_see("the ring, on the right", lambda: person.find(MARK, page))
    person.click(terminal.px(90), terminal.px(38))
    post.kiosk.wait_for("phase", phase="closing")
    terminal.erase()
    terminal.next_person()
    wait_to_see_again(post, french, header)


# --- straying -----------------------------------------------------------------------------------------------------


def test_a_site_outside_the_procedure_is_explained_and_the_arrow_leads_back(post: Post) -> None:
    post.start()
    post.begin(TRIAL)
    field = type_word(post)
    post.kiosk.wait_for("step-done", step="ecrire")
    # From the button to the link below it.
    post.person.press("Tab")
    post.person.press("Return")
    post.kiosk.wait_for("page-problem", kind="refused")
    wait_to_read(post.person, "Ce poste ouvre seulement les sites", post.terminal.page)
    post.person.click(post.terminal.px(52), post.terminal.px(122))
    keep_word(post, field)
    post.terminal.press_finish()
    post.terminal.press_blue("Tout effacer et partir")
    assert post.kiosk.wait_for("addresses-refused")["count"] == 1


def test_a_paper_beyond_the_trays_limit_is_refused_with_a_sentence(post: Post) -> None:
    post.start("guest.tray_files=1")
    post.begin(TRIAL)
    field = type_word(post)
    post.kiosk.wait_for("step-done", step="ecrire")
    paper = post.next_ring(keep_word(post, field)).centre
    post.person.click(*paper)
    post.kiosk.wait_for("document-stored")
    post.person.click(*paper)
    assert post.kiosk.wait_for("document-refused")["reason"] == "too-many"
    wait_to_read(post.person, "Il y a trop de papiers")
    post.terminal.press_finish()
    post.terminal.press_blue("Tout effacer et partir")
    ended = post.kiosk.wait_for("session-ended")
    assert (ended["documents"], ended["documents_refused"]) == (1, 1)


# --- breaking -----------------------------------------------------------------------------------------------------


def test_a_frozen_browser_is_noticed_and_the_person_told(post: Post) -> None:
    post.start("session.heartbeat_timeout_seconds=2")
    post.begin(TRIAL)
    guest = post.guest()
    guest.browser.send_signal(signal.SIGSTOP)
    post.kiosk.wait_for("wipe-verified", reason="frozen")
    assert not guest.left()
    wait_to_read(post.person, "La page ne répondait plus")
    wait_to_read(post.person, "Ce n'est pas votre faute")


@pytest.mark.parametrize(
    "packet", [b"{", b"\xff" * 10, b'{"type": "wipe"}', b" " * 200_000], ids=["cut", "bytes", "lie", "large"]
)
def test_a_guest_that_says_what_it_may_not_is_ended_and_the_person_told(post: Post, packet: bytes) -> None:
    post.start()
    post.begin(TRIAL)
    guest = post.guest()
    say_as(guest, packet)
    post.kiosk.wait_for("message-refused")
    post.kiosk.wait_for("wipe-verified", reason="refused-message")
    assert not guest.left()
    wait_to_read(post.person, "Le poste l'a fermée")


def say_as(guest: Guest, packet: bytes) -> None:
    """Send a packet through the browser's own end of the channel, as a page that broke out of it would."""
    line = words(guest.browser)
    number = int(line[line.index("--channel") + 1])
    browser = os.pidfd_open(guest.browser.pid)
    pidfd_getfd = 438
    channel = ctypes.CDLL(None, use_errno=True).syscall(pidfd_getfd, browser, number, 0)
    assert channel >= 0, os.strerror(ctypes.get_errno())
    os.write(channel, packet)
    os.close(channel)
    os.close(browser)


def test_a_post_whose_wipe_cannot_be_verified_is_locked(post: Post) -> None:
    post.start()
    post.begin(TRIAL)
    (session,) = (post.folder / "kiosk").iterdir()
    stuck = session / "stuck"
    stuck.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "stuck", stuck], check=True)
    try:
        post.terminal.press_finish()
        post.terminal.press_blue("Tout effacer et partir")
        assert post.kiosk.wait_for("wipe-failed")["code"] == "E-305"
        assert stuck.exists()
        wait_to_read(post.person, "en pause")
        wait_to_read(post.person, "Code E-305")
        phases = [line["phase"] for line in post.kiosk.lines if line["event"] == "phase"]
        assert phases[-2:] == ["wiping", "locked"]
        assert post.stop() == 1
    finally:
        subprocess.run(["umount", "-l", stuck], check=True)


# --- what IT wrote wrong ------------------------------------------------------------------------------------------


def test_a_kiosk_with_mistakes_in_its_files_starts_with_the_rest_and_tells_it(post: Post, tmp_path: Path) -> None:
    (tmp_path / "creche.yaml").write_text("id: creche\ntitel: Inscrire un enfant\n", encoding="utf-8")
    post.start(f'procedures.folders=["{tmp_path}"]', "session.idle_secondes=60")
    (started,) = (line for line in post.kiosk.lines if line["event"] == "kiosk-started")
    assert started["problems"] > 1
    # Without what stands beside it: the reader takes the icons for letters.
    px, footer = post.terminal.px, post.terminal.footer
    wait_to_read(post.person, "erreurs", Box(px(500), footer.top, px(640), footer.bottom))
    post.begin(TRIAL)


def test_check_says_where_each_mistake_is_and_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "creche.yaml").write_text("id: creche\ntitel: Inscrire un enfant\n", encoding="utf-8")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[session]\nidle_secondes = 60\n[procedures]\nfolders = ["{tmp_path}"]\n', encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "check", "--config", str(settings)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert said.returncode == 1
    lines = said.stderr.splitlines()
    assert any(all(word in line for word in ("kiosk.toml", "2", "idle_secondes", "idle_seconds")) for line in lines)
    assert any(all(word in line for word in ("creche.yaml", "2", "titel", "title")) for line in lines)
