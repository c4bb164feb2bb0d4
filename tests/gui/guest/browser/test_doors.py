"""The doors of a web page that a public post keeps shut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QColorDialog

from kiosk.guest.page import Page
from kiosk.guest.pages import Pages
from tests.gui.guest.web import Answer


def test_plain_http_is_asked_again_over_https(rig):
    rig.web.page("caisse.exercice/page", "<p>Bonjour")
    with rig.qtbot.waitSignal(rig.page.loadFinished, check_params_cb=lambda ok: ok):
        rig.page.load(QUrl("http://caisse.exercice/page"))
    assert rig.page.url().scheme() == "https"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "qrc:/x",
        "data:text/html,<p>x",
        "chrome://gpu",
        "view-source:https://caisse.exercice/page",
        "javascript:1",
    ],
)
def test_a_page_cannot_lead_to_an_inner_address(rig, address):
    rig.show("<p>Bonjour")
    rig.js(f"location.href = {address!r}; return 1")
    rig.js(f"const a = document.createElement('a'); a.href = {address!r}; a.click(); return 1")
    rig.settled()
    assert rig.page.url().toString() == "https://caisse.exercice/page"


def test_a_page_gets_no_permission_and_waits_for_none(rig):
    rig.show("<p>Bonjour")
    rig.js(
        "window.got = {}; const note = (n) => (v) => { got[n] = String(v && (v.name || v)); };"
        "navigator.mediaDevices?.getUserMedia({audio: true}).then(note('micro'), note('micro'));"
        "navigator.geolocation.getCurrentPosition(note('place'), (e) => { got.place = 'code ' + e.code; });"
        "Notification.requestPermission().then(note('news')); return 1"
    )
    rig.until(lambda: rig.js("return Object.keys(got).length") == 3)
    got = rig.js("return got")
    assert got["news"] == "denied"
    assert got["place"] == "code 1"
    assert got["micro"] in ("NotAllowedError", "NotFoundError")


def test_full_screen_is_refused(rig):
    rig.show("<p>Bonjour")
    rig.js("const ask = document.documentElement.requestFullscreen(); ask.catch(() => { window.full = 0 }); return 1")
    rig.until(lambda: rig.js("return window.full ?? null") == 0)


def test_ctrl_and_the_wheel_enlarge_nothing(rig):
    rig.show("<p>Bonjour")
    at, turn = QPointF(90, 90), QPoint(0, 240)
    keys, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, QPoint(), turn, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(rig.view.focusProxy(), wheel)
    rig.settled()
    assert rig.page.zoomFactor() == 1.0


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_W])
def test_a_browsers_shortcuts_do_nothing(rig, key):
    rig.show("<p>Bonjour")
    windows = len(QApplication.topLevelWidgets())
    rig.qtbot.keyClick(rig.view.focusProxy(), key, Qt.KeyboardModifier.ControlModifier)
    assert rig.js("return document.body.textContent") == "Bonjour"
    assert len(QApplication.topLevelWidgets()) == windows


def test_a_pages_questions_come_to_the_person_and_wait_for_their_answer(rig):
    rig.show("<p>Bonjour")
    rig.person.yes = True
    assert rig.js("alert('Attention'); return confirm('Supprimer ?')") is True
    assert rig.js("return prompt('Votre nom ?', 'x')") is None
    assert rig.person.heard == [
        ("caisse.exercice", "Attention"),
        ("caisse.exercice", "Supprimer ?"),
        ("caisse.exercice", "Votre nom ?"),
    ]


def test_a_site_that_nobody_vouches_for_does_not_open(rig):
    with rig.qtbot.waitSignal(rig.page.loadFinished, check_params_cb=lambda ok: not ok):
        rig.page.load(QUrl("https://douteux.exercice/"))
    assert ("certificate", "douteux.exercice") in rig.troubles


def test_a_refused_tunnel_is_told_apart_from_a_failed_page(rig):
    with rig.qtbot.waitSignal(rig.page.loadFinished, check_params_cb=lambda ok: not ok):
        rig.page.load(QUrl("https://refuse.fr/"))
    assert rig.troubles == [("no-tunnel", "refuse.fr")]


def test_a_sites_own_error_page_is_left_to_the_site(rig):
    rig.load("caisse.exercice/nulle-part")
    assert rig.troubles == []


class Stack:
    """`Pages` over the rig's view, with pages that answer to the rig's person."""

    def __init__(self, rig) -> None:
        self.pages = Pages(rig.view, lambda: Page(rig.profile, rig.person))
        self.rig = rig

    def load(self, address: str) -> None:
        with self.rig.qtbot.waitSignal(self.pages.front.loadFinished):
            self.pages.load(f"https://{address}")

    def js(self, code: str) -> None:
        self.pages.front.runJavaScript(code)

    def settled(self) -> None:
        """The page in front has had half a second to do what it wants."""
        said: list[str] = []
        self.pages.front.spoke.connect(lambda _page, line: said.append(line))
        self.js("setTimeout(() => console.log('settled'), 500)")
        self.rig.until(lambda: "settled" in said)


@pytest.fixture
def stack(rig):
    made = Stack(rig)
    yield made
    rig.view.setPage(rig.page)
    made.pages.close()


def test_a_new_window_comes_in_front_and_back_returns(rig, stack):
    rig.web.page("caisse.exercice/page", "<a id=a target=_blank href='https://autre.exercice/'>Se connecter</a>")
    rig.web.page("autre.exercice/", "<p>Connexion")
    stack.load("caisse.exercice/page")
    assert not stack.pages.can_go_back
    stack.js("a.click()")
    rig.until(lambda: stack.pages.front.url().host() == "autre.exercice")
    assert stack.pages.can_go_back
    stack.pages.go_back()
    assert stack.pages.front.url().host() == "caisse.exercice"


def test_a_new_window_can_close_itself_and_the_first_page_cannot(rig, stack):
    rig.web.page("caisse.exercice/page", "<p>Bonjour")
    rig.web.page("autre.exercice/", "<p>Connexion", script="setTimeout(() => window.close(), 300)")
    stack.load("caisse.exercice/page")
    stack.js("window.open('https://autre.exercice/')")
    rig.until(lambda: stack.pages.front.url().host() == "autre.exercice")
    rig.until(lambda: stack.pages.front.url().host() == "caisse.exercice")
    stack.js("window.close()")
    stack.settled()
    assert stack.pages.front.url().host() == "caisse.exercice"


def test_windows_without_end_do_not_pile_up(rig, stack):
    rig.web.page("caisse.exercice/page", "<script>setTimeout(() => window.open(location.href), 10)</script>Bonjour")
    stack.load("caisse.exercice/page")
    stack.settled()
    assert len(stack.pages._stack) <= 4


def test_a_page_behind_opens_nothing_over_the_one_in_front(rig, stack):
    rig.web.page("caisse.exercice/page", "<p>Bonjour")
    rig.web.page("autre.exercice/", "<p>Connexion")
    stack.load("caisse.exercice/page")
    behind = stack.pages.front
    stack.js("for (let i = 0; i < 50; i++) open(i ? '/page?' + i : 'https://autre.exercice/')")
    rig.until(lambda: stack.pages.front.url().host() == "autre.exercice" and not stack.pages.loading)
    behind.runJavaScript("open('/page?late')")
    stack.settled()
    assert stack.pages.front.url().host() == "autre.exercice"
    assert len(stack.pages._stack) == 2


def test_no_dialog_of_the_toolkit_comes_over_a_page(rig):
    """A field for a colour opens one, as a child of the view. It must not keep the clicks from the window."""
    rig.show("<p>Bonjour")
    dialog = QColorDialog(rig.view)
    given_up: list[int] = []
    dialog.finished.connect(given_up.append)
    dialog.open()
    assert not dialog.geometry().intersects(dialog.screen().geometry())
    rig.until(lambda: given_up == [0])
    assert QApplication.modalWindow() is None
    assert not dialog.isVisible()


@pytest.mark.parametrize("address", ["about:blank", "about:version", "about:blank#x"])
def test_a_site_that_leads_to_a_blank_page_is_said(rig, address):
    rig.show("<p>Bonjour")
    rig.js(f"location.href = {address!r}; return 1")
    rig.until(lambda: ("refused", "caisse.exercice") in rig.troubles)


def test_an_address_of_no_site_is_no_trouble(rig):
    rig.show("<p>Bonjour")
    rig.js("location.href = 'about:srcdoc'; return 1")
    rig.settled()
    assert rig.troubles == []
    assert rig.js("return document.body.textContent") == "Bonjour"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "chrome://gpu", "data:text/html,x", "mailto:a@b.fr"])
def test_no_window_is_opened_for_an_inner_address(rig, stack, address):
    rig.web.page("caisse.exercice/page", "<p>Bonjour")
    stack.load("caisse.exercice/page")
    stack.js(f"window.open({address!r})")
    stack.settled()
    assert stack.pages.number == 0


class Asked(QObject):
    """A person who thinks about the answer until the question is withdrawn."""

    def __init__(self) -> None:
        super().__init__()
        self.loops: list[QEventLoop] = []
        self.withdrawn = 0

    def choose_files(self, several, accepted):
        loop = QEventLoop(self)
        self.loops.append(loop)
        loop.exec()
        return []

    def withdraw(self) -> None:
        self.withdrawn += 1
        for loop in self.loops:
            loop.quit()


@pytest.fixture
def asked(rig):
    person = Asked()
    rig.person = person
    pages = Stack(rig)
    yield pages, person
    person.withdraw()
    rig.view.setPage(rig.page)
    pages.pages.close()


ASKS = (
    "<input type=file id=f style='position:fixed;inset:0'>"
    "<script>f.onclick = () => setTimeout(() => { %s }, 300)</script>"
)


def press(rig) -> None:
    rig.qtbot.mouseClick(rig.view.focusProxy(), Qt.MouseButton.LeftButton)


def test_a_window_that_goes_while_it_asks_for_a_paper_takes_its_question_along(rig, asked):
    stack, person = asked
    rig.web.page("caisse.exercice/page", "<p>Bonjour")
    rig.web.page("caisse.exercice/demande", ASKS % "close()")
    stack.load("caisse.exercice/page")
    stack.js("window.open('/demande')")
    rig.until(lambda: stack.pages.number == 1 and not stack.pages.loading)
    stack.settled()
    press(rig)
    rig.until(lambda: bool(person.loops))
    rig.until(lambda: stack.pages.number == 0)
    assert person.withdrawn
    stack.settled()
    assert not stack.pages._leaving


def test_a_page_that_goes_on_while_it_asks_takes_its_question_along(rig, asked):
    stack, person = asked
    rig.web.page("caisse.exercice/page", ASKS % "location.href = '/suite'")
    rig.web.page("caisse.exercice/suite", "<p>Suite")
    stack.load("caisse.exercice/page")
    stack.settled()
    press(rig)
    rig.until(lambda: bool(person.loops))
    rig.until(lambda: person.withdrawn > 0)
    rig.until(lambda: stack.pages.front.url().path() == "/suite")


PASSWORD_WANTED = {"WWW-Authenticate": 'Basic realm="Poste"'}


def test_a_page_that_wants_the_browsers_own_password_box_is_said(rig):
    rig.web.answers["caisse.exercice/secret"] = Answer("", status="401 Unauthorized", headers=PASSWORD_WANTED)
    rig.load("caisse.exercice/secret")
    rig.until(lambda: rig.troubles == [("password-wanted", "caisse.exercice")])


def test_a_picture_that_wants_it_is_left_out_and_the_page_stays(rig):
    rig.web.answers["caisse.exercice/image"] = Answer("", status="401 Unauthorized", headers=PASSWORD_WANTED)
    rig.show("<img src=/image onerror='window.without = 1'>")
    rig.until(lambda: rig.js("return window.without ?? 0") == 1)
    assert rig.troubles == []
