"""The whole guest, with the shell's end of the channel in the test's hand."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.guest.address import address_of
from kiosk.guest.browser import Options
from kiosk.guest.guest import Guest
from kiosk.procedures.other_site import OtherSite, procedure_of
from kiosk.session import messages
from kiosk.ui import theme

PROCEDURE = {
    "id": "essai",
    "title": "Essai",
    "short": "Essai",
    "summary": "Un essai.",
    "theme": "social_sante",
    "service": "Caisse d'exercice",
    "start": "https://caisse.exercice/page",
    "minutes": 5,
    "steps": [
        {
            "id": "numero",
            "do": "Écrivez votre numéro.",
            "gesture": "write",
            "target": {"role": "textbox", "name": "Numéro"},
            "done": {"filled": {"role": "textbox", "name": "Numéro"}},
        },
        {
            "id": "continuer",
            "do": "Cliquez sur Continuer.",
            "target": {"role": "button", "name": "Continuer"},
            "done": {"address": "caisse.exercice/fin"},
        },
        {"id": "lire", "do": "Lisez la page.", "gesture": "read"},
    ],
}
FORM = (
    "<label>Numéro<input id=n></label><button id=b onclick=\"location='/fin'\">Continuer</button>"
    "<a id=out href='https://refuse.fr/'>Ailleurs</a><a id=mute href='https://muet.exercice/'>Muet</a>"
)


class Shell:
    """The other end: what the guest said, and what the shell says."""

    def __init__(self, qtbot, web, home: Path) -> None:
        self.qtbot = qtbot
        self._end, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._end.setblocking(False)
        self._heard: list[messages.AnyFromGuest] = []
        options = Options(theirs.detach(), "127.0.0.1", web.port, web.authority, home)
        self.guest = Guest(QApplication.instance(), options)
        self.guest.start()

    @property
    def heard(self) -> list[messages.AnyFromGuest]:
        """Everything but the heartbeat, in order."""
        while True:
            try:
                packet = self._end.recv(messages.MAX_BYTES)
            except BlockingIOError:
                return [said for said in self._heard if not isinstance(said, messages.Heartbeat)]
            self._heard.append(messages.decode_untrusted(packet))

    def say(self, message: messages.ToGuest) -> None:
        self._end.send(messages.encode(message))

    def open(self, resume: str | None = None, language: str = "fr") -> None:
        procedure = msgspec.Raw(json.dumps(PROCEDURE).encode())
        appearance = messages.Appearance(language=language)
        self.say(messages.Open(procedure, None, with_mediator=False, appearance=appearance, resume_step=resume))

    def until_heard(self, message: messages.FromGuest) -> None:
        self.qtbot.waitUntil(lambda: message in self.heard, timeout=9000)

    def js(self, code: str) -> None:
        self.guest.pages.front.runJavaScript(code)

    def value(self, code: str) -> str | None:
        """What the code in the page says; nothing while nobody answers."""
        said: list[str] = []
        self.guest.pages.front.runJavaScript(code, 0, said.append)
        with contextlib.suppress(self.qtbot.TimeoutError):
            self.qtbot.waitUntil(lambda: bool(said), timeout=500)
        return said[0] if said else None

    def kept(self) -> str:
        file = self.guest.drafts._file
        return file.read_text() if file.exists() else ""

    def place(self) -> str:
        """Where the next browser would begin."""
        file = self.guest.place._file
        return file.read_text() if file.exists() else ""

    def press(self, words: str) -> None:
        def shown() -> list[QPushButton]:
            buttons = self.guest.window.findChildren(QPushButton)
            return [button for button in buttons if button.accessibleName() == words and button.isVisible()]

        self.qtbot.waitUntil(lambda: len(shown()) == 1)
        shown()[0].click()

    def close(self) -> None:
        self.guest.stop()
        shiboken6.delete(self.guest.window)
        shiboken6.delete(self.guest.profile)
        shiboken6.delete(self.guest)
        self._end.close()


@pytest.fixture
def start(qtbot, web, tmp_path) -> Iterator:
    web.page("caisse.exercice/page", FORM)
    web.page("caisse.exercice/fin", "<h1>Merci</h1>")
    shells: list[Shell] = []

    def make() -> Shell:
        shells.append(Shell(qtbot, web, tmp_path))
        return shells[-1]

    yield make
    for shell in shells:
        if shell.guest is not None:
            shell.close()


def test_it_says_that_it_waits_then_paints_the_page_with_step_one(start):
    shell = start()
    shell.until_heard(messages.Ready())
    assert shell.heard == [messages.Ready()]
    shell.open()
    shell.until_heard(messages.Painted())
    shown = messages.StepShown(step="numero", number=1, total=3)
    assert shell.heard.index(shown) < shell.heard.index(messages.Painted())
    assert shell.heard.count(messages.Painted()) == 1


def test_steps_complete_by_themselves_and_the_end_asks_for_the_end(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.js("n.value = '7'; n.dispatchEvent(new Event('change', {bubbles: true}))")
    shell.until_heard(messages.StepDone(step="numero", how="page"))
    shell.js("b.click()")
    shell.until_heard(messages.StepDone(step="continuer", how="page"))
    shell.until_heard(messages.StepShown(step="lire", number=3, total=3))
    shell.press("C'est fait")
    shell.until_heard(messages.StepDone(step="lire", how="user"))
    shell.press("Terminer")
    shell.until_heard(messages.FinishAsked())


def test_a_missing_target_is_one_drift_and_words_take_over(start, web):
    web.page("caisse.exercice/page", "<p>Nouveau : votre espace change")
    shell = start()
    shell.open()
    shell.until_heard(messages.Drift(step="numero"))
    shell.press("Appeler un médiateur")
    shell.until_heard(messages.MediatorCalled())
    shell.press("Plus")
    shell.press("Continuer sans le guide")
    assert shell.heard.count(messages.Drift(step="numero")) == 1


def test_lost_shows_where_the_person_is(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.say(messages.Lost())
    shell.qtbot.waitUntil(lambda: shell.guest.window.panel._scene.phase == "lost")
    shell.press("Recommencer l'étape")
    assert shell.guest.window.panel._scene.phase == "guiding"


@pytest.mark.parametrize(("link", "kind"), [("out", "refused"), ("mute", "unreachable")])
def test_a_page_that_does_not_open_says_why_and_the_way_back_works(start, link, kind):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.js(f"n.value = 'gardé'; {link}.click()")
    shell.until_heard(messages.PageProblem(kind=kind))
    assert shell.guest.window.cover.isVisible()
    # A page goes on changing under the cover: what is looked at then is no page.
    shell.guest.walkthrough.look()
    shell.press("Revenir à la page d'avant")
    assert not shell.guest.window.cover.isVisible()
    shell.qtbot.waitUntil(lambda: not shell.guest.walkthrough._state.facts.loading)
    kept: list[str] = []
    shell.guest.pages.front.runJavaScript("n.value", 0, kept.append)
    shell.qtbot.waitUntil(lambda: kept == ["gardé"])


def kill_page(shell: Shell) -> None:
    os.kill(shell.guest.pages.front.renderProcessPid(), signal.SIGKILL)


def test_a_crashed_page_comes_back_by_itself_once_and_again_then_asks(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    for times in (1, 2):
        kill_page(shell)
        shell.qtbot.waitUntil(lambda times=times: shell.heard.count(messages.PageProblem(kind="crashed")) == times)
        shell.qtbot.waitUntil(lambda: shell.guest.pages.loading or not shell.guest.pages.front.crashed, timeout=9000)
        shell.qtbot.waitUntil(lambda: not shell.guest.pages.loading, timeout=9000)
        assert not shell.guest.window.cover.isVisible()
        shell.qtbot.waitUntil(lambda: shell.value("n.id") == "n")
    kill_page(shell)
    shell.press("Réessayer")
    shell.qtbot.waitUntil(lambda: not shell.guest.window.cover.isVisible() and not shell.guest.pages.loading)


def test_a_crashed_page_is_asked_for_anew_and_no_form_is_sent_twice(start, web):
    web.page("caisse.exercice/page", "<p>Demande<form method=post action=/recu><input id=n name=n></form>")
    web.page("caisse.exercice/recu", "<h1>Merci</h1>")
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.js("document.forms[0].submit()")
    shell.qtbot.waitUntil(lambda: shell.value("document.body.innerText") == "Merci")
    kill_page(shell)
    shell.qtbot.waitUntil(lambda: len(asked_for(web, "caisse.exercice/recu")) == 2, timeout=9000)
    shell.qtbot.waitUntil(lambda: shell.value("document.body.innerText") == "Merci")
    assert [head.split()[0] for head in asked_for(web, "caisse.exercice/recu")] == ["POST", "GET"]


def asked_for(web, address: str) -> list[str]:
    return [head for asked, head in web.requests if asked == address]


WRITTEN = """<p>Demande<form>
<input id=nom><input name=ville value=Paris><textarea name=mot></textarea>
<input type=checkbox name=oui><input type=radio name=couple value=seul><input type=radio name=couple value=deux>
<select name=mois><option>janvier<option>février<option>mars</select>
<input id=secret type=password><input id=code autocomplete=one-time-code></form>"""
READ = (
    "JSON.stringify([...document.querySelectorAll('input, textarea, select')]"
    ".map(f => /checkbox|radio/.test(f.type) ? f.checked : f.value))"
)


def write_everywhere(shell: Shell) -> None:
    page = shell.guest.window.view.focusProxy()
    page.setFocus()
    shell.js("document.querySelector('#nom').focus()")
    shell.qtbot.waitUntil(lambda: shell.value("document.hasFocus() ? document.activeElement.id : ''") == "nom")
    for text in ("Dupont", "Lyon", "deux\tmots"):
        for word in text.split("\t"):
            shell.qtbot.keyClicks(page, word)
        shell.qtbot.keyClick(page, Qt.Key.Key_Tab)
    shell.qtbot.keyClick(page, Qt.Key.Key_Space)
    shell.qtbot.keyClick(page, Qt.Key.Key_Tab)
    shell.qtbot.keyClick(page, Qt.Key.Key_Space)
    shell.qtbot.keyClick(page, Qt.Key.Key_Right)
    shell.qtbot.keyClick(page, Qt.Key.Key_Tab)
    shell.qtbot.keyClick(page, Qt.Key.Key_M)
    shell.qtbot.keyClick(page, Qt.Key.Key_Tab)
    shell.qtbot.keyClicks(page, "motdepasse")
    shell.qtbot.keyClick(page, Qt.Key.Key_Tab)
    shell.qtbot.keyClicks(page, "123456")
    shell.qtbot.waitUntil(lambda: shell.value(READ) == FILLED)


FILLED = '["Dupont","Lyon","deuxmots",true,false,true,"mars","motdepasse","123456"]'
KEPT = '["Dupont","Lyon","deuxmots",true,false,true,"mars","",""]'


def test_what_was_written_comes_back_with_a_page_that_crashed_but_no_secret(start, web):
    web.page("caisse.exercice/page", WRITTEN)
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    write_everywhere(shell)
    shell.qtbot.waitUntil(lambda: "mars" in shell.kept())
    assert "motdepasse" not in shell.kept()
    assert "123456" not in shell.kept()
    kill_page(shell)
    shell.qtbot.waitUntil(lambda: shell.value(READ) == KEPT, timeout=9000)


def test_what_was_written_comes_back_with_a_browser_that_died(start, web):
    web.page("caisse.exercice/page", WRITTEN)
    first = start()
    first.open()
    first.until_heard(messages.Painted())
    write_everywhere(first)
    first.qtbot.waitUntil(lambda: "mars" in first.kept() and "/page" in first.place())
    first.close()
    first.guest = None
    second = start()
    second.until_heard(messages.Ready())
    second.open()
    second.until_heard(messages.Painted())
    second.qtbot.waitUntil(lambda: second.value(READ) == KEPT, timeout=9000)


def test_what_was_written_goes_with_its_page(start, web):
    web.page("caisse.exercice/page", WRITTEN)
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    write_everywhere(shell)
    shell.qtbot.waitUntil(lambda: "mars" in shell.kept())
    shell.js("location.reload()")
    shell.qtbot.waitUntil(lambda: "Dupont" not in shell.kept(), timeout=9000)
    kill_page(shell)
    shell.until_heard(messages.PageProblem(kind="crashed"))
    shell.qtbot.waitUntil(lambda: (shell.value(READ) or "").startswith('["","Paris",""'), timeout=9000)


def test_good_address_is_said_of_the_procedures_host_only(start, web):
    web.page("autre.exercice/", "<p>Autre")
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    strip = shell.guest.window.frame.strip
    assert strip._right.isVisible()
    shell.js("location = 'https://autre.exercice/'")
    shell.qtbot.waitUntil(lambda: shell.guest.pages.front.url().host() == "autre.exercice")
    assert not strip._right.isVisible()


def test_f6_goes_from_the_page_to_the_panel_and_back(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    window = shell.guest.window
    shell.qtbot.waitUntil(window.view.focusProxy().hasFocus)
    window._jump.activated.emit()
    assert window.focusWidget().accessibleName() == "C'est fait"
    window._jump.activated.emit()
    assert window.view.focusProxy().hasFocus()


def test_another_look_changes_everything_but_the_page(start, web):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    asked = len(web.requests)
    large = messages.Appearance(language="ar", text_percent=200, contrast="high", reduced_motion=True)
    shell.say(messages.Look(large))
    shell.qtbot.waitUntil(shell.guest.window.panel.isRightToLeft)
    assert shell.guest.pages.front.zoomFactor() == pytest.approx(1.4)
    assert len(web.requests) == asked


def test_a_browser_that_died_comes_back_to_the_page_still_logged_in(start, web):
    web.page(
        "caisse.exercice/page", FORM, headers={"Set-Cookie": "session=abc; Secure; HttpOnly; SameSite=Lax; Path=/"}
    )
    web.page("caisse.exercice/compte", FORM)
    first = start()
    first.open()
    first.until_heard(messages.Painted())
    first.js("location = '/compte'")
    first.qtbot.waitUntil(lambda: "abc" in first.place() and "/compte" in first.place())
    first.close()
    first.guest = None
    web.requests.clear()
    second = start()
    # Before the shell says anything: every moment counts.
    second.qtbot.waitUntil(lambda: bool(web.requests), timeout=9000)
    second.until_heard(messages.Ready())
    second.open(resume="continuer")
    second.until_heard(messages.StepShown(step="continuer", number=2, total=3))
    second.until_heard(messages.Painted())
    [asked] = [head for address, head in web.requests if address == "caisse.exercice/compte"]
    assert "session=abc" in asked


def test_a_page_that_sets_cookies_without_end_does_not_put_off_what_brings_the_person_back(start, web):
    script = "<script>let n = 0; setInterval(() => { document.cookie = `tours=${n++}; Secure`; }, 10)</script>"
    web.page("caisse.exercice/page", FORM + script)
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.qtbot.waitUntil(lambda: "tours=" in shell.place() and "/page" in shell.place())


def test_a_browser_that_dies_on_its_way_back_loses_nothing(start, web):
    web.page("caisse.exercice/page", FORM)
    first = start()
    first.open()
    first.qtbot.waitUntil(lambda: "/page" in first.place())
    first.close()
    first.guest = None
    second = start()
    # Its first write, before the page has begun to come.
    second.guest.place._write()
    assert "/page" in second.place()


def test_the_bar_takes_its_room_once_and_no_mode_moves_the_page(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    window, look = shell.guest.window, theme.current()
    alone = window.geometry()
    shell.say(messages.Drive(mode="user", bar=True))
    shell.qtbot.waitUntil(lambda: window.y() == look.topbar_height + look.wheel_bar_height)
    assert window.geometry().bottom() == alone.bottom()
    page = window.view.mapToGlobal(window.view.rect().topLeft()), window.view.size()
    for mode in ("mediator", "both", "brake"):
        shell.say(messages.Drive(mode=mode, bar=True))
        shell.qtbot.waitUntil(lambda mode=mode: window.frame.mode.word == mode)
        assert (window.view.mapToGlobal(window.view.rect().topLeft()), window.view.size()) == page
    shell.say(messages.Drive(mode="user", bar=False))
    shell.qtbot.waitUntil(lambda: window.geometry() == alone)


def test_the_brake_covers_the_page_and_the_person_takes_the_wheel_back(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    window = shell.guest.window
    shell.say(messages.Drive(mode="brake", bar=True))
    shell.press("Je conduis")
    shell.until_heard(messages.DriveAsked(action="give"))
    assert window.pause.isVisible()
    assert window.pause.geometry() == window.view.geometry()
    shell.say(messages.Drive(mode="user", bar=True))
    shell.press("Frein")
    shell.until_heard(messages.DriveAsked(action="brake"))
    assert not window.pause.isVisible()


def test_a_change_of_driver_gives_the_keyboard_back_to_the_page(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    window = shell.guest.window
    window.panel.take_focus()
    shell.say(messages.Drive(mode="mediator", bar=True))
    shell.qtbot.waitUntil(window.view.focusProxy().hasFocus)


def test_a_question_of_the_page_leaves_the_panel_free_when_two_sit_there(start):
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    window = shell.guest.window
    shell.say(messages.Drive(mode="mediator", bar=True))
    shell.qtbot.waitUntil(lambda: window.frame.mode.word == "mediator")
    seen: list[bool] = []

    def answer() -> None:
        # The page's question waits in a loop of its own: so does this test.
        buttons = {button.accessibleName(): button for button in window.findChildren(QPushButton)}
        if "Oui" not in buttons:
            QTimer.singleShot(20, answer)
            return
        place = buttons["Je reprends la main"].mapTo(window, buttons["Je reprends la main"].rect().center())
        seen.append(window.childAt(place) is buttons["Je reprends la main"])
        seen.append(window.page_is_covered)
        buttons["Je reprends la main"].click()
        buttons["Oui"].click()

    answer()
    shell.js("setTimeout(() => confirm('Continuer ?'))")
    shell.until_heard(messages.DriveAsked(action="give"))
    assert seen == [True, True]
    assert not window.page_is_covered


def test_the_shell_hears_whether_the_field_is_secret(start, web):
    web.page("caisse.exercice/page", f"<input id=p type=password>{FORM}")
    shell = start()
    shell.open()
    shell.until_heard(messages.Painted())
    shell.js("n.focus()")
    shell.until_heard(messages.FocusSecrecy(secrecy="open"))
    shell.js("p.focus()")
    shell.until_heard(messages.FocusSecrecy(secrecy="secret"))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://caisse.exercice/demande/2?x=1#haut", "caisse.exercice/demande/2?x=1"),
        ("https://caisse.exercice/#/demande", "caisse.exercice/#/demande"),
        ("blob:https://caisse.exercice/4-5", "caisse.exercice/4-5"),
        ("about:blank", ""),
    ],
)
def test_addresses_are_told_to_the_engine_without_scheme_or_anchor(url, address):
    assert address_of(QUrl(url)) == address


def test_a_site_without_a_guide_is_open_without_steps_and_is_not_called_the_right_one(start, web):
    shell = start()
    site = procedure_of(OtherSite("caisse.exercice", "https://caisse.exercice/page"))
    procedure = msgspec.Raw(site.model_dump_json(by_alias=True, exclude_none=True).encode())
    shell.say(messages.Open(procedure, None, with_mediator=True, appearance=messages.Appearance(), mode="free"))
    shell.until_heard(messages.Painted())
    shell.say(messages.Lost())
    shell.press("J'ai compris")
    assert not shell.guest.window.frame.strip._right.isVisibleTo(shell.guest.window)
    shell.js("document.getElementById('b').click()")
    shell.qtbot.waitUntil(lambda: shell.guest.pages.front.url().path() == "/fin", timeout=9000)
    shell.press("Revenir au début du site")
    shell.qtbot.waitUntil(lambda: shell.guest.pages.front.url().path() == "/page", timeout=9000)
    asked = len(web.requests)
    shell.say(messages.Reload())
    shell.qtbot.waitUntil(lambda: len(web.requests) > asked, timeout=9000)
    assert not [said for said in shell.heard if isinstance(said, messages.StepDone | messages.Drift)]
