"""What is noted while a mediator makes a walkthrough: roles and names, in shadow roots, frames and one-page sites; and
never what was typed or chosen, however a page repeats it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.guest.recording import Recording
from kiosk.session import messages

LEFT = Qt.MouseButton.LeftButton
CANARY = "Zanzibarine"


@pytest.fixture
def recording(rig):
    made = Recording(rig.probe, lambda: rig.page)
    made.said = []  # type: ignore[attr-defined]
    rig.page.spoke.connect(made.hear)
    made.reported.connect(made.said.append)  # type: ignore[attr-defined]
    made.begin()
    yield made
    made.deleteLater()


def press(rig: Any, where: str, frame: Any = None, offset: tuple[float, float] = (0, 0)) -> None:
    """A real press in the middle of what the expression `where` says."""
    # Before its first picture a page takes no press.
    painted = "return performance.getEntriesByName('first-contentful-paint').length > 0"
    rig.until(lambda: rig.js(painted))
    rig.settled()
    x, y = rig.js(
        f"const box = ({where}).getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]",
        frame=frame,
    )
    rig.qtbot.mouseClick(rig.view.focusProxy(), LEFT, pos=QPoint(round(x + offset[0]), round(y + offset[1])))


def type_in(rig: Any, where: str, text: str, **more: Any) -> None:
    press(rig, where, **more)
    rig.qtbot.keyClicks(rig.view.focusProxy(), text)


def told(recording: Recording) -> list[tuple[str, str, str]]:
    said = recording.said  # type: ignore[attr-defined]
    return [(one.gesture, one.role, one.name) for one in said if isinstance(one, messages.Recorded)]


def about_gestures(rig: Any) -> str:
    """What the page's documents said, but for what a page that stopped would come back with: it stays in the guest."""
    return "".join(line for line in rig.console if '"k":"kept"' not in line)


def test_gestures_are_told_by_role_and_name(rig, recording):
    rig.show(
        "<form method=post action='/envoi' onsubmit='return false'><label>Numéro d'allocataire * <input id=n></label>"
        "<label>Mot de passe <input id=p type=password></label>"
        "<label>Code reçu <input id=c></label>"
        "<fieldset><legend>Vous êtes</legend><label><input id=m type=radio name=s>Madame</label></fieldset>"
        "<label><input id=k type=checkbox> Je certifie 2 choses</label>"
        "<button id=s>Envoyer</button></form><a id=l href='#x'>Aide pour 2026</a><div id=d onclick='1'>Rien</div>"
    )
    type_in(rig, "n", "7654321")
    type_in(rig, "p", CANARY)
    type_in(rig, "c", "4821")
    for one in ("m", "k", "d", "l", "s"):
        press(rig, one)
    rig.until(lambda: len(told(recording)) >= 7)
    assert told(recording) == [
        ("write", "textbox", "Numéro d'allocataire"),
        ("write", "password", "Mot de passe"),
        ("write", "textbox", "Code reçu"),
        ("choose", "group", "Vous êtes"),
        ("choose", "checkbox", "Je certifie * choses"),
        ("click", "link", "Aide pour *"),
        ("send", "button", "Envoyer"),
    ]
    for value in (CANARY, "7654321", "4821", "Madame"):
        assert value not in repr(recording.said) + about_gestures(rig)
    for secret in (CANARY, "4821"):
        assert secret not in "".join(rig.console)
    assert {one.address for one in recording.said} == {"caisse.exercice/page"}


def test_the_address_comes_without_query_digits_or_mails(rig, recording):
    rig.web.page("caisse.exercice/dossier/12345/jean@exemple.fr/fin?nom=dupont", "<button id=b>Suivant</button>")
    rig.load("caisse.exercice/dossier/12345/jean@exemple.fr/fin?nom=dupont")
    press(rig, "b")
    rig.until(lambda: bool(told(recording)))
    assert recording.said[0].address == "caisse.exercice/dossier/*/*/fin"


def test_shadow_roots_are_looked_into(rig, recording):
    rig.show(
        "<x-a id=a></x-a>",
        script="customElements.define('x-a', class extends HTMLElement { constructor() { super();"
        " this.attachShadow({mode: 'open'}).innerHTML ="
        " '<label>Prénom <input></label><button><b>Valider</b></button>'; }})",
    )
    type_in(rig, "a.shadowRoot.querySelector('input')", CANARY)
    press(rig, "a.shadowRoot.querySelector('b')")
    rig.until(lambda: len(told(recording)) == 2)
    assert told(recording) == [("write", "textbox", "Prénom"), ("click", "button", "Valider")]


def test_frames_tell_the_address_of_the_page(rig, recording):
    rig.web.page("autre.exercice/carte", "<body style='margin:0'><label>Ville <input id=v></label>")
    rig.show(
        "<p>Bonjour</p>"
        "<iframe id=f src='https://autre.exercice/carte' style='width:400px;height:200px;border:0'></iframe>"
    )
    rig.until(lambda: len(list(rig.probe.living_frames())) == 2)
    frame = list(rig.probe.living_frames())[1]
    rig.until(lambda: rig.js("return !!document.querySelector('#v')", frame=frame))
    corner = rig.js("const b = f.getBoundingClientRect(); return [b.left, b.top]")
    type_in(rig, "v", "Lyon", frame=frame, offset=corner)
    rig.until(lambda: bool(told(recording)))
    assert told(recording) == [("write", "textbox", "Ville")]
    assert recording.said[0].address == "caisse.exercice/page"


def test_suggestions_and_lists_are_told_as_their_field(rig, recording):
    rig.show(
        "<label>Adresse <input id=i role=combobox aria-controls=o></label><ul role=listbox id=o></ul>"
        "<label>Pays <select id=s><option>France<option>Italie</select></label>",
        script="i.oninput = () => { o.innerHTML = '<li role=option>' + i.value + 'e, Paris</li>'; }",
    )
    type_in(rig, "i", CANARY)
    press(rig, "o.firstElementChild")
    rig.until(lambda: len(told(recording)) == 2)
    press(rig, "s")
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Down)
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Return)
    rig.until(lambda: len(told(recording)) == 3)
    assert told(recording) == [
        ("write", "combobox", "Adresse"),
        ("choose", "combobox", "Adresse"),
        ("choose", "combobox", "Pays"),
    ]
    assert CANARY not in repr(recording.said)


def test_a_name_that_repeats_what_was_typed_is_not_told(rig, recording):
    """At once as a suggestion, and later on another page, as a greeting."""
    rig.show(
        "<p>Bonjour</p><input id=i aria-label=Nom><button id=b></button>",
        script="i.oninput = () => { b.textContent = i.value + ' ?'; }",
    )
    type_in(rig, "i", CANARY)
    press(rig, "b")
    rig.until(lambda: len(told(recording)) == 2)
    rig.web.page("caisse.exercice/suite", f"<a id=a href='#'>Le compte de {CANARY.upper()}</a>")
    rig.load("caisse.exercice/suite")
    press(rig, "a")
    rig.until(lambda: len(told(recording)) == 3)
    assert told(recording)[1:] == [("click", "button", "*"), ("click", "link", "Le compte de *")]
    assert CANARY.lower() not in (repr(recording.said) + about_gestures(rig)).lower()


def test_an_address_that_repeats_what_was_typed_is_not_told(rig, recording):
    rig.show("<input id=i aria-label=Nom><button id=b>Chercher</button>", script=(
        "b.onclick = () => history.pushState({}, '', '/recherche/' + encodeURIComponent(i.value) + '-resultats/liste');"
    ))  # fmt: skip
    type_in(rig, "i", f"Élodie {CANARY}")
    press(rig, "b")
    press(rig, "b")
    rig.until(lambda: len(told(recording)) == 3)
    assert recording.said[-1].address == "caisse.exercice/recherche/*/liste"
    assert CANARY.lower() not in repr(recording.said).lower()


def test_a_one_page_site_gives_each_view_its_address(rig, recording):
    rig.show("<button id=b>Suite</button>", script="b.onclick = () => history.pushState({}, '', '/etape/deux?x=1')")
    press(rig, "b")
    press(rig, "b")
    rig.until(lambda: len(told(recording)) == 2)
    assert [one.address for one in recording.said] == ["caisse.exercice/page", "caisse.exercice/etape/deux"]


def test_a_pages_own_script_notes_nothing(rig, recording):
    rig.show("<button id=b>Suite</button><button id=c>Fin</button>", script='b.click(); console.log(\'x{"k":"did"}\')')
    press(rig, "c")
    rig.until(lambda: bool(told(recording)))
    assert told(recording) == [("click", "button", "Fin")]


def test_nothing_is_told_before_somebody_records(rig):
    rig.show("<label>Nom <input id=n></label><button id=b>Suite</button>")
    type_in(rig, "n", "abc")
    press(rig, "b")
    rig.settled()
    assert not [line for line in rig.console if '"did"' in line or '"typed"' in line]


def test_a_mistake_is_taken_back(rig, recording):
    rig.show("<button id=b>Suite</button>")
    press(rig, "b")
    rig.until(lambda: bool(told(recording)))
    recording.take_back()
    recording.take_back()
    assert recording.said[1:] == [messages.TakenBack()]
