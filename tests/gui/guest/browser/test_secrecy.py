"""While the keyboard is, or may be, in a secret field, the guest knows it. Nobody but the user shows a typed secret."""

from __future__ import annotations

import time

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from kiosk.control.people import Person, Secrecy
from kiosk.guest.probe.source import WORLD
from kiosk.guest.secrecy import FocusWatch
from tests.gui.guest.web import STRICT

OPEN, UNKNOWN, SECRET = Secrecy.OPEN, Secrecy.UNKNOWN, Secrecy.SECRET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def watch(rig):
    made = FocusWatch(rig.view, rig.probe)
    yield made
    shiboken6.delete(made)


def focus(rig, watch, code: str, **more) -> Secrecy:
    """What is known once the page has moved the focus by `code`."""
    rig.js(f"{code}; return 1", **more)
    rig.settled()
    rig.until(lambda: watch.secrecy is not UNKNOWN)
    return watch.secrecy


def press(rig, selector: str) -> None:
    find = f"document.querySelector('{selector}').getBoundingClientRect()"
    left, top, width, height = rig.js(f"const b = {find}; return [b.left, b.top, b.width, b.height]")
    at = QPoint(round(left + width / 2), round(top + height / 2))
    rig.qtbot.mouseClick(rig.view.focusProxy(), LEFT, pos=at)


@pytest.mark.parametrize(
    "field",
    [
        "<input id=f type=password>",
        "<input id=f autocomplete=one-time-code>",
        "<input id=f autocomplete='section-a current-password'>",
        "<select id=f autocomplete=cc-exp-month><option>01</select>",
        "<label>Code reçu par SMS <input id=f></label>",
        "<label for=f>Code de sécurité</label><input id=f>",
        "<label for=f>Saisissez le code à 6 chiffres</label><input id=f>",
        "<label for=f>Cryptogramme visuel</label><input id=f>",
        "<input id=f placeholder='CVV'>",
        "<label for=f>Numéro de carte</label><input id=f>",
        "<label for=f>Carte bancaire n°</label><input id=f>",
        "<input id=f aria-label='Code PIN'>",
        "<input id=f name=userPassword>",
        "<input id=f name=otp_code>",
        "<label for=f>One-time code</label><input id=f>",
        "<label for=f>Card number</label><input id=f>",
        "<label for=f>Votre code</label><input id=f inputmode=numeric maxlength=6>",
        "<fieldset><legend>Code de vérification</legend><input id=f></fieldset>",
        "<div>" + "<span><input maxlength=1></span>" * 5 + "<span><input id=f maxlength=1></span></div>",
        "<input id=f style='-webkit-text-security: disc'>",
        "<div id=f contenteditable aria-label='Mot de passe'></div>",
    ],
)
def test_a_secret_field_is_known_as_one(rig, watch, field):
    rig.show(field, csp="default-src 'none'; style-src 'unsafe-inline'")
    assert focus(rig, watch, "f.focus()") is SECRET


@pytest.mark.parametrize(
    "field",
    [
        "<label>Nom <input id=f></label>",
        "<label>Code postal <input id=f inputmode=numeric maxlength=5></label>",
        "<label>Numéro de sécurité sociale <input id=f inputmode=numeric maxlength=15></label>",
        "<label>Numéro de carte nationale d'identité <input id=f></label>",
        "<label>Numéro de carte de séjour <input id=f></label>",
        "<label>Pinault <input id=f></label>",
        "<input id=f type=email>",
        "<textarea id=f></textarea>",
        "<div id=f contenteditable>Bonjour</div>",
        "<button id=f>Mot de passe oublié ?</button>",
        "<div id=f tabindex=0>Déplier</div>",
        "<a id=f href='#'>Plus</a>",
    ],
)
def test_an_ordinary_field_is_open(rig, watch, field):
    rig.show(field)
    assert focus(rig, watch, "f.focus()") is OPEN


def test_a_field_stays_secret_when_the_page_shows_what_is_in_it(rig, watch):
    # Without an id or a name, only the document itself remembers it.
    rig.show("<input type=password><input id=o>")
    rig.js("window.f = document.querySelector('input'); return 1")
    assert focus(rig, watch, "f.focus()") is SECRET
    assert focus(rig, watch, "f.type = 'text'") is SECRET
    assert focus(rig, watch, "o.focus()") is OPEN
    assert focus(rig, watch, "f.focus()") is SECRET


def test_a_field_stays_secret_when_the_page_builds_it_again(rig, watch):
    rig.show("<div id=d><input id=f type=password></div>")
    assert focus(rig, watch, "f.focus()") is SECRET
    assert focus(rig, watch, "d.innerHTML = '<input id=f>'; f.focus()") is SECRET
    rig.show("<input id=f>")
    assert focus(rig, watch, "f.focus()") is SECRET


def test_a_field_that_becomes_a_secret_under_the_keyboard_is_one(rig, watch):
    rig.show("<input id=f>")
    assert focus(rig, watch, "f.focus()") is OPEN
    rig.js("f.type = 'password'; return 1")
    rig.until(lambda: watch.secrecy is SECRET)


@pytest.mark.parametrize("host", ["caisse.exercice", "autre.exercice"])
def test_a_secret_in_a_frame_is_known(rig, watch, host):
    rig.web.page(f"{host}/cadre", "<input id=f type=password><input id=o>", csp=STRICT)
    rig.show(f"<input id=a><iframe id=c src='https://{host}/cadre'></iframe>")
    inside = rig.page.mainFrame().children()[0]
    rig.js("c.focus(); return 1")
    assert focus(rig, watch, "f.focus()", frame=inside) is SECRET
    assert focus(rig, watch, "o.focus()", frame=inside) is OPEN
    assert focus(rig, watch, "a.focus()") is OPEN


def test_blank_frames_that_no_script_enters_do_not_hide_the_focus(rig, watch):
    rig.show("<input id=a><iframe></iframe><iframe src='about:blank'></iframe><iframe sandbox srcdoc='<p>x'></iframe>")
    assert focus(rig, watch, "a.focus()") is OPEN
    assert focus(rig, watch, "const i = frames[0].document; i.body.innerHTML = '<input type=password>'; "
                             "i.body.firstChild.focus()") is SECRET  # fmt: skip


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_password_in_a_shadow_root_is_secret(rig, watch, mode):
    rig.show("<div id=h></div><input id=o>")
    make = f"window.r = h.attachShadow({{mode: '{mode}'}}); r.innerHTML = '<input type=password>'"
    assert focus(rig, watch, f"{make}; r.firstChild.focus()") is SECRET
    assert focus(rig, watch, "o.focus()") is OPEN


def test_a_field_that_nobody_can_look_at_is_never_open(rig, watch):
    rig.show("<x-code id=h></x-code>")
    rig.js("window.r = h.attachShadow({mode: 'closed'}); r.innerHTML = '<input>'; r.firstChild.focus(); return 1")
    said = []
    watch.changed.connect(said.append)
    rig.settled()
    rig.settled()
    assert watch.secrecy is UNKNOWN
    assert OPEN not in said


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_what_may_move_the_focus_makes_it_unknown_at_once_and_soon_known_again(rig, watch, key):
    rig.show("<p>Bonjour<p><input id=a><input id=p type=password>")
    # Before its first picture a page takes no key.
    rig.until(lambda: rig.paints > 0)
    assert focus(rig, watch, "a.focus()") is OPEN
    begun = time.perf_counter()
    rig.qtbot.keyClick(rig.view.focusProxy(), key)
    assert watch.secrecy is UNKNOWN
    rig.until(lambda: watch.secrecy is not UNKNOWN)
    assert time.perf_counter() - begun < 0.5
    assert watch.secrecy is (SECRET if key == Qt.Key.Key_Tab else OPEN)


def test_while_the_users_key_is_on_its_way_nothing_is_known(rig, watch):
    rig.show("<p>Bonjour<p><input id=a>")
    rig.until(lambda: rig.paints > 0)
    assert focus(rig, watch, "a.focus()") is OPEN
    watch.note_hand(Person.USER)
    assert watch.secrecy is UNKNOWN
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_A)
    assert watch.secrecy is OPEN
    watch.note_hand(Person.USER)
    rig.until(lambda: watch.secrecy is OPEN)


def test_the_gate_can_doubt_before_qt_hears(rig, watch):
    rig.show("<input id=a>")
    assert focus(rig, watch, "a.focus()") is OPEN
    watch.doubt()
    assert watch.secrecy is UNKNOWN
    rig.until(lambda: watch.secrecy is OPEN)


def test_a_press_in_the_page_makes_it_unknown_at_once_and_writing_does_not(rig, watch):
    rig.show("<input id=a><p id=p>Bonjour")
    rig.until(lambda: rig.paints > 0)
    assert focus(rig, watch, "a.focus()") is OPEN
    rig.qtbot.keyClicks(rig.view.focusProxy(), "Jean d")
    assert watch.secrecy is OPEN
    press(rig, "#p")
    assert watch.secrecy is UNKNOWN
    rig.until(lambda: watch.secrecy is OPEN)


def test_a_page_that_is_stuck_is_not_known(rig, watch):
    rig.show("<input id=a>")
    assert focus(rig, watch, "a.focus()") is OPEN
    rig.page.runJavaScript("const end = performance.now() + 2500; while (performance.now() < end);")
    rig.until(lambda: watch.secrecy is UNKNOWN)
    rig.until(lambda: watch.secrecy is OPEN)


def test_the_keyboard_outside_the_page_is_no_secret(rig, watch):
    rig.show("<input id=p type=password>")
    assert focus(rig, watch, "p.focus()") is SECRET
    panel = QLineEdit()
    panel.show()
    panel.activateWindow()
    panel.setFocus()
    rig.until(lambda: watch.secrecy is OPEN)
    rig.view.activateWindow()
    rig.view.setFocus()
    rig.until(lambda: watch.secrecy is SECRET)
    shiboken6.delete(panel)


def test_a_page_can_neither_find_nor_imitate_the_answer(rig, watch):
    rig.show(
        "<input id=p type=password>",
        csp="default-src 'none'",
        script=(
            "Element.prototype.matches = () => false; Document.prototype.hasFocus = () => false;"
            "Object.defineProperty(HTMLInputElement.prototype, 'type', {get: () => 'text'});"
            "Object.defineProperty(Document.prototype, 'activeElement', {get: () => document.body});"
            "window.pageProbe = {focus: (r) => JSON.stringify({f: 'aaaaaaaa', r, s: 'open', h: false, m: []})};"
            "addEventListener('focusin', (e) => e.stopImmediatePropagation(), true);"
        ),
    )
    assert focus(rig, watch, "p.focus()") is SECRET


def test_a_page_that_throws_the_focus_about_does_not_flood_the_guest(rig, watch):
    rig.show("<input id=a><input id=b>")
    words = []
    rig.probe.focus_moved.connect(lambda: words.append(1))
    rig.js("for (let i = 0; i < 4000; i++) (i % 2 ? a : b).focus(); return 1")
    rig.settled()
    assert len(words) < 40
    rig.until(lambda: watch.secrecy is OPEN)


def test_a_page_with_more_secrets_than_can_be_remembered_is_not_known(rig, watch):
    rig.show("<input id=a><p id=d>")
    assert focus(rig, watch, "a.focus()") is OPEN
    watch._marks = {f"m{number}": None for number in range(500)}
    rig.js("d.innerHTML = '<input id=one type=password><input id=two type=password>'; return 1")
    rig.until(lambda: watch.secrecy is UNKNOWN)
    assert len(watch._marks) < 600


def test_it_knows_whether_the_page_holds_a_typed_secret(rig, watch):
    rig.show("<input id=a><input id=p type=password>")
    assert focus(rig, watch, "a.focus()") is OPEN
    assert not watch.holds_secret
    assert focus(rig, watch, "p.focus()") is SECRET
    rig.qtbot.keyClicks(rig.view.focusProxy(), "x")
    rig.until(lambda: watch.holds_secret)
    assert focus(rig, watch, "p.type = 'text'; a.focus()") is OPEN
    assert watch.holds_secret
    rig.js("p.value = ''; return 1")
    rig.until(lambda: not watch.holds_secret)


TOGGLES = {
    "named": "<button id=t onclick='p.type=\"text\"'>Afficher le mot de passe</button>",
    "ticked": "<label><input type=checkbox id=t onclick='p.type=\"text\"'> Show password</label>",
    "an eye without a name": "<span id=t onmousedown='p.type=\"text\"' onclick='p.type=\"text\"'>👁</span>",
}


def page_with(toggle: str) -> str:
    return f"<input id=p type=password>{toggle}<p><br><button id=n onclick='window.sent=1'>Continuer</button>"


@pytest.mark.parametrize("toggle", TOGGLES.values(), ids=TOGGLES)
def test_only_the_user_shows_a_typed_secret(rig, watch, toggle):
    rig.show(page_with(toggle))
    watch.guard(True)
    rig.js("p.value = 'x'; return 1")
    rig.until(lambda: watch.holds_secret)
    rig.settled()
    watch.note_hand(Person.MEDIATOR)
    press(rig, "#t")
    rig.settled()
    assert rig.js("return p.type") == "password"
    watch._mediator_moved -= 10
    watch.note_hand(Person.USER)
    press(rig, "#t")
    rig.until(lambda: rig.js("return p.type") == "text")


def test_the_mediator_presses_everything_else_beside_a_typed_secret(rig, watch):
    rig.show(page_with(TOGGLES["named"]))
    watch.guard(True)
    rig.js("p.value = 'x'; return 1")
    rig.until(lambda: watch.holds_secret)
    rig.settled()
    watch.note_hand(Person.MEDIATOR)
    press(rig, "#n")
    rig.until(lambda: rig.js("return window.sent ?? 0") == 1)


def test_alone_the_user_presses_without_any_detour(rig, watch):
    rig.show(page_with(TOGGLES["named"]))
    rig.js("p.value = 'x'; return 1")
    rig.until(lambda: watch.holds_secret)
    press(rig, "#t")
    rig.until(lambda: rig.js("return p.type") == "text")


def test_no_name_and_no_value_comes_out_of_the_page(rig, watch):
    rig.show("<input id=zebre name=zebre type=password value=girafe>")
    assert focus(rig, watch, "zebre.focus()") is SECRET
    told = rig.js("return pageProbe.focus(7, false, [])", world=WORLD)
    assert "zebre" not in told
    assert "girafe" not in told


def test_an_answer_that_comes_after_the_end_is_dropped(rig):
    rig.show("<input>")
    watch = FocusWatch(rig.view, rig.probe)
    rig.until(lambda: watch.secrecy is not UNKNOWN)
    turn, frame = watch._round, rig.view.page().mainFrame()
    shiboken6.delete(watch)
    watch._hear(turn, 0, frame, "")
