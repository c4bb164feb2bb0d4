"""A page that lies: it cannot speak for the probe, and what it does cannot break the guide."""

from __future__ import annotations

import pytest

from kiosk.procedures.model import Target

CONTINUE = Target(role="button", name="Continuer")


def forged(word: str, version: int) -> str:
    report = f'{{f:"aaaaaaaaaa",k:"facts",top:true,v:{version},ready:true,s:[[0,true,true,false]]}}'
    return f"console.log('{word}' + JSON.stringify({report})); return 1"


def test_a_page_without_the_word_forges_no_fact(rig):
    rig.show("<p>Bonjour")
    rig.watch(CONTINUE)
    for word in ("", "0" * 32, "PROBE_WORD"):
        rig.js(forged(word, 1))
    rig.settled()
    assert rig.sight(CONTINUE) is None


def test_the_page_finds_neither_the_probe_nor_its_word(rig):
    rig.show(
        "<button>Continuer</button>",
        csp="default-src 'none'",
        script="window.heard = []; const real = console.log; console.log = (...a) => { heard.push(a); real(...a); };",
    )
    rig.watch(CONTINUE)
    assert rig.js("return [typeof pageProbe, typeof PROBE_WORD, heard.length]") == ["undefined", "undefined", 0]


def test_a_page_that_breaks_the_languages_own_tools_breaks_only_itself(rig):
    rig.show(
        "<button>Continuer</button>",
        csp="default-src 'none'",
        script="Array.prototype.map = JSON.stringify = document.querySelectorAll = () => { throw 1 }",
    )
    rig.watch(CONTINUE)
    assert rig.visible(CONTINUE)


def test_a_page_that_shouts_in_the_console_is_not_heard(rig):
    rig.show("<button>Continuer</button>")
    rig.watch(CONTINUE)
    rig.js("for (let i = 0; i < 3000; i++) console.log('{' + 'x'.repeat(500)); return 1")
    rig.settled()
    assert rig.visible(CONTINUE)


def test_enormous_names_do_not_hold_the_page_up(rig):
    rig.show("<div id=d></div><button>Continuer</button>")
    rig.js(
        "for (let i = 0; i < 300; i++) d.append(Object.assign(document.createElement('button'), "
        "{textContent: 'a'.repeat(20000)})); return 1"
    )
    rig.watch(CONTINUE)
    assert rig.visible(CONTINUE)


NUMBER = Target(role="textbox", name="Numéro")


def test_a_flood_of_elements_hides_nothing(rig):
    rig.show("<div id=d></div><button>Continuer</button>")
    rig.js("d.innerHTML = '<p><a href=x>lien</a><b>mot</b></p>'.repeat(33000); return 1")
    rig.watch(CONTINUE)
    assert rig.visible(CONTINUE)
    assert rig.js("return document.getElementsByTagName('*').length") > 99_000


@pytest.mark.parametrize(
    "storm",
    [
        "p.textContent = Math.random()",
        "p.innerHTML = '<button>autre</button>'.repeat(600)",
        "document.body.className = 'c' + Math.random()",
        "p.setAttribute('id', 'p')",
        "p.style.width = Math.random() * 90 + 'px'",
    ],
)
def test_a_page_that_never_rests_is_seen_all_the_same(rig, storm):
    rig.show("<p id=p></p><div id=d></div><label>Numéro<input></label>")
    rig.watch(CONTINUE, NUMBER)
    rig.js(f"setInterval(() => {{ {storm} }}, 1); return 1")
    rig.js("d.innerHTML = '<button>Continuer</button>'; return 1")
    rig.until(lambda: rig.visible(CONTINUE))
    rig.js("d.innerHTML = ''; return 1")
    rig.until(lambda: rig.sight(CONTINUE) is None)
    assert rig.visible(NUMBER)


def test_a_name_of_a_megabyte_is_read_no_further_than_a_name_goes(rig):
    rig.show("<button id=b></button><button>Continuer</button>")
    rig.js("b.textContent = 'é'.repeat(1 << 20); b.title = 'x'.repeat(1 << 20); return 1")
    rig.watch(CONTINUE)
    assert rig.visible(CONTINUE)
    assert not rig.sight(CONTINUE).many


def test_frames_without_end_are_no_end_of_the_guide(rig):
    rig.show("<button>Continuer</button><div id=d></div>")
    rig.watch(CONTINUE)
    rig.js("for (let i = 0; i < 150; i++) d.append(document.createElement('iframe')); return 1")
    rig.js("d.append(Object.assign(document.createElement('button'), {textContent: 'Continuer'})); return 1")
    rig.until(lambda: rig.sight(CONTINUE) is not None and rig.sight(CONTINUE).many)


def test_a_root_in_a_root_in_a_root_is_entered(rig):
    rig.show("<div id=h></div>")
    rig.watch(CONTINUE)
    rig.js(
        "let at = h; for (let i = 0; i < 300; i++) { const root = at.attachShadow({mode: 'open'}); "
        "root.innerHTML = '<div></div>'; at = root.firstChild; } at.innerHTML = '<button>Continuer</button>'; return 1"
    )
    rig.until(lambda: rig.visible(CONTINUE))


def test_a_closed_root_is_not_entered_and_nothing_is_made_up(rig):
    rig.show("<div id=h></div><label>Numéro<input></label>")
    rig.watch(CONTINUE, NUMBER)
    rig.js("h.attachShadow({mode: 'closed'}).innerHTML = '<button>Continuer</button>'; return 1")
    rig.settled()
    assert rig.sight(CONTINUE) is None
    assert rig.visible(NUMBER)


def test_a_page_that_renames_what_it_has_is_believed_each_time(rig):
    rig.show("<button id=b>Continuer</button>")
    rig.watch(CONTINUE)
    for words in ("Payer", "Continuer", "Annuler"):
        rig.js(f"b.textContent = '{words}'; return 1")
        rig.until(lambda words=words: (rig.sight(CONTINUE) is not None) == (words == "Continuer"))


def test_a_name_that_another_element_gives_is_followed(rig):
    rig.show("<span id=s>Payer</span><button aria-labelledby=s></button><label id=l>Nom <input></label>")
    rig.watch(CONTINUE, NUMBER)
    assert rig.sight(CONTINUE) is None
    rig.js("s.firstChild.data = 'Continuer'; l.firstChild.data = 'Numéro '; return 1")
    rig.until(lambda: rig.visible(CONTINUE) and rig.visible(NUMBER))


def test_a_field_filled_by_half_of_its_doubles_is_not_filled(rig):
    rig.show("<label>Numéro<input id=a></label><label>Numéro<input></label>")
    rig.watch(NUMBER)
    rig.js("a.value = '1234567'; a.dispatchEvent(new Event('change', {bubbles: true})); return 1")
    rig.settled()
    assert rig.sight(NUMBER).many
    assert not rig.filled(NUMBER)


def test_two_links_to_one_page_are_one(rig):
    rig.show("<a href=/x>Continuer</a><a href=/x>Continuer</a><a href=/y>Retour</a><a href=/z>Retour</a>")
    same, other = (Target(role="link", name=name) for name in ("Continuer", "Retour"))
    rig.watch(same, other)
    assert not rig.sight(same).many
    assert rig.sight(other).many


def test_a_list_that_nobody_chose_from_is_not_filled(rig):
    place = Target(role="combobox", name="Pays")
    rig.show("<label>Pays<select id=s><option>Albanie<option>France</select></label>")
    rig.watch(place)
    assert not rig.filled(place)
    rig.js("s.selectedIndex = 1; return 1")
    rig.until(lambda: rig.filled(place))


def test_a_field_left_in_the_same_breath_as_its_page_was_seen_filled(rig):
    """A single-page application takes the field away in the very event that ends the typing."""
    rig.show("<div id=d><label>Numéro<input id=n></label></div>")
    rig.watch(NUMBER)
    rig.js("n.addEventListener('change', () => { d.textContent = 'Merci'; }); n.focus(); return 1")
    heard = []
    rig.probe.changed.connect(lambda: heard.append(rig.filled(NUMBER)))
    rig.js("n.value = '1234567'; n.dispatchEvent(new Event('change', {bubbles: true})); return 1")
    rig.until(lambda: rig.sight(NUMBER) is None)
    assert True in heard


@pytest.mark.parametrize(
    ("role", "name", "body"),
    [
        ("gridcell", "12 mars 2026", "<table role=grid><tr><td role=gridcell aria-label='12 mars 2026'>12</table>"),
        ("option", "35000 Rennes", "<div role=listbox><div role=option>35000 Rennes</div></div>"),
        ("menuitemradio", "Clair", "<div role=menu><div role=menuitemradio>Clair</div></div>"),
        ("slider", "Montant", "<label>Montant<input type=range></label>"),
        ("row", "Mars 120 €", "<table><tr><td>Mars<td>120 €</table>"),
        ("radiogroup", "Situation", "<div role=radiogroup aria-label=Situation>choix</div>"),
    ],
)
def test_calendars_lists_and_menus_are_seen(rig, role, name, body):
    target = Target(role=role, name=name)
    rig.show(body)
    rig.watch(target)
    assert rig.visible(target)


def test_a_day_chosen_in_a_calendar_is_filled(rig):
    day = Target(role="gridcell", name="12")
    rig.show("<table role=grid><tr><td id=t role=gridcell aria-selected=false>12</table>")
    rig.watch(day)
    assert not rig.filled(day)
    rig.js("t.setAttribute('aria-selected', 'true'); return 1")
    rig.until(lambda: rig.filled(day))
