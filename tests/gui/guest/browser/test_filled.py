"""A field is "filled" when the person has finished with it, never in the middle of a word, and its value stays in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.procedures.model import Target

NUMBER = Target(role="textbox", name="Numéro")


def type_in(rig, text: str) -> None:
    """Real keys into the focused field."""
    rig.qtbot.keyClicks(rig.view.focusProxy(), text)


def focus(rig, element_id: str) -> None:
    rig.js(f"{element_id}.focus(); return 1")
    rig.until(lambda: rig.js(f"return document.hasFocus() && document.activeElement === {element_id}"))


def test_a_text_counts_once_the_person_has_left_the_field(rig):
    rig.show("<label>Numéro<input id=n></label><button id=b>Continuer</button>")
    rig.watch(NUMBER)
    focus(rig, "n")
    type_in(rig, "123")
    rig.until(lambda: rig.js("return n.value") == "123")
    rig.settled()
    assert not rig.filled(NUMBER)
    focus(rig, "b")
    rig.until(lambda: rig.filled(NUMBER))


def test_a_text_counts_after_four_seconds_without_a_key(rig):
    rig.show("<label>Numéro<input id=n></label>")
    rig.watch(NUMBER)
    focus(rig, "n")
    type_in(rig, "12")
    rig.settled()
    assert not rig.filled(NUMBER)
    rig.until(lambda: rig.filled(NUMBER))


def test_a_field_that_is_full_counts_at_the_last_key(rig):
    rig.show("<label>Numéro<input id=n pattern='[0-9]{7}'></label>")
    rig.watch(NUMBER)
    focus(rig, "n")
    type_in(rig, "123456")
    rig.settled()
    assert not rig.filled(NUMBER)
    type_in(rig, "7")
    rig.qtbot.waitUntil(lambda: rig.filled(NUMBER), timeout=2000)


def test_a_pattern_that_lets_more_be_added_does_not_hurry(rig):
    rig.show("<label>Numéro<input id=n pattern='[0-9]{3,13}'></label>")
    rig.watch(NUMBER)
    focus(rig, "n")
    type_in(rig, "123")
    rig.settled()
    assert not rig.filled(NUMBER)


def test_what_breaks_the_fields_own_rules_is_not_filled(rig):
    rig.show("<label>Numéro<input id=n pattern='[0-9]{7}' value='12'></label>")
    rig.watch(NUMBER)
    rig.settled()
    assert not rig.filled(NUMBER)


@pytest.mark.parametrize(
    ("role", "body", "act"),
    [
        ("checkbox", "<label><input type=checkbox id=c>Numéro</label>", "c.click()"),
        ("radio", "<label><input type=radio name=r id=c>Numéro</label>", "c.click()"),
        (
            "combobox",
            "<label>Numéro<select id=c><option value=''>Choisir<option>35</select></label>",
            "c.selectedIndex=1",
        ),
        ("switch", "<button role=switch aria-checked=false id=c>Numéro</button>", "c.ariaChecked='true'"),
        (
            "group",
            "<fieldset><legend>Numéro</legend><input type=radio name=r id=c>a<input type=radio name=r>b</fieldset>",
            "c.click()",
        ),
    ],
)
def test_choices_count_at_once(rig, role, body, act):
    target = Target(role=role, name="Numéro")
    rig.show(body)
    rig.watch(target)
    assert not rig.filled(target)
    rig.js(f"{act}; c.dispatchEvent(new Event('change', {{bubbles: true}})); return 1")
    rig.qtbot.waitUntil(lambda: rig.filled(target), timeout=2500)


def test_a_value_set_by_the_pages_own_script_is_noticed(rig):
    rig.show("<label>Numéro<input id=n></label>")
    rig.watch(NUMBER)
    rig.js("n.value = '1234567'; return 1")
    rig.until(lambda: rig.filled(NUMBER))


def test_an_emptied_field_is_no_longer_filled(rig):
    rig.show("<label>Numéro<input id=n value=7></label>")
    rig.watch(NUMBER)
    rig.until(lambda: rig.filled(NUMBER))
    rig.js("n.value = ''; return 1")
    rig.until(lambda: not rig.filled(NUMBER))


def test_no_value_ever_leaves_the_page(rig):
    secret = Target(role="password", name="Mot de passe")
    rig.show("<label>Mot de passe<input type=password id=n></label><button id=b>ok</button>")
    rig.watch(secret)
    focus(rig, "n")
    type_in(rig, "Zebre9!")
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Tab)
    rig.until(lambda: rig.filled(secret))
    assert not [line for line in rig.console if "Zebre" in line or "Mot de passe" in line]
