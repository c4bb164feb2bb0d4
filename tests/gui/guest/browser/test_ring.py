"""The ring goes round what it points at, is seen under any policy, and never covers or catches anything."""

from __future__ import annotations

import pytest

from kiosk.guest.probe.source import WORLD
from kiosk.procedures.model import Target
from tests.gui.guest.web import STRICT

NUMBER = Target(role="textbox", name="Numéro")
CONTINUE = Target(role="button", name="Continuer")
MARK = 7  # CSS px of colour outside of the ink
# The closed root is kept from the page; the tests reach it by wrapping the call that makes it, in the probe's world.
SPY = """if (!window.spied) { window.spied = [];
  const real = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = real.call(this, how); window.spied.push([this, root, how.mode]); return root; }; } return 1"""
BOXES = """const alive = (window.spied ?? []).filter(([host]) => host.isConnected);
  if (!alive.length) return null;
  const [host, root, mode] = alive.at(-1);
  const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const tag = root.querySelector('.tag');
  return { ring: box(root.querySelector('.ring')), tag: box(tag), mode, text: tag.textContent,
    said: getComputedStyle(tag).visibility === 'visible', seen: getComputedStyle(host).visibility === 'visible',
    colour: getComputedStyle(root.querySelector('.ring')).borderTopColor, silent: host.ariaHidden }"""


def ring(rig, frame=None):
    return rig.js(BOXES, world=WORLD, frame=frame)


def box(rig, selector: str) -> list[float]:
    find = f"document.querySelector('{selector}').getBoundingClientRect()"
    return rig.js(f"const b = {find}; return [b.left, b.top, b.right, b.bottom]")


def point(rig, target, *gesture, frame=None):
    rig.js(SPY, world=WORLD, frame=frame)
    rig.watch(target)
    rig.point(target, *gesture)
    rig.until(lambda: (drawn := ring(rig, frame)) is not None and drawn["ring"][2] > drawn["ring"][0] + 20)
    rig.settled()
    return ring(rig, frame)


def around(outer: list[float], inner: list[float]) -> bool:
    return outer[0] < inner[0] and outer[1] < inner[1] and outer[2] > inner[2] and outer[3] > inner[3]


def apart(one: list[float], other: list[float]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_it_goes_round_the_field_and_its_label_under_the_strictest_policy(rig):
    rig.show("<p>Bonjour<p><label for=n>Numéro</label><br><input id=n><p><br><br>fin", csp=STRICT)
    drawn = point(rig, NUMBER)
    assert around(drawn["ring"], box(rig, "input"))
    assert around(drawn["ring"], box(rig, "label"))
    assert drawn["text"] == "Écrivez ici"
    assert drawn["colour"] == "rgb(27, 37, 48)"
    assert drawn["silent"] == "true"


@pytest.mark.parametrize("above", [0, 60, 460, 520])
def test_its_word_never_covers_what_it_points_at(rig, above):
    rig.show(f"<body style='margin:0'><div style='height:{above}px'></div><label for=n>Numéro</label><br><input id=n>")
    drawn = point(rig, NUMBER)
    assert apart(drawn["tag"], box(rig, "input"))
    assert apart(drawn["tag"], box(rig, "label"))


def test_its_word_stays_off_the_next_field(rig):
    rig.show("<p><br><br><p><label for=n>Numéro</label><br><input id=n><br><input id=next>")
    drawn = point(rig, NUMBER)
    assert apart(drawn["tag"], box(rig, "#next"))


FORM = """<style>body { margin: 0; font: 16px sans-serif } label, input { display: block; width: 300px; height: 26px }
 input { height: 30px; margin-bottom: 4px; box-sizing: border-box }</style>"""


@pytest.mark.parametrize("label", ["Numéro", "Un numéro dont le nom prend la largeur de tout son champ"])
def test_in_a_dense_form_its_word_lies_over_no_field_nor_words(rig, label):
    rows = [("avant", "Nom"), ("n", label), ("apres", "Date")]
    rig.show(FORM + "".join(f"<label for={name}>{said}</label><input id={name}>" for name, said in rows))
    drawn = point(rig, Target(role="textbox", name=label))
    for name, _ in rows:
        assert apart(drawn["tag"], box(rig, f"#{name}"))


def test_where_there_is_no_room_at_all_its_word_is_left_out(rig):
    field = "<input aria-label='{}' id={} style='width:100vw;height:{}px;display:block;box-sizing:border-box'>"
    rows = [field.format("Nom", "avant", 200), field.format("Numéro", "n", 60), field.format("Date", "apres", 2000)]
    rig.show("<body style='margin:0'>" + "".join(rows))
    assert not point(rig, NUMBER)["said"]


def test_it_takes_no_click_and_its_root_is_closed(rig):
    rig.show("<button style='width:300px;height:80px' onclick='window.hit=1'>Continuer</button>")
    drawn = point(rig, CONTINUE, "click")
    assert drawn["mode"] == "closed"
    under = rig.js("return document.elementFromPoint(150, 40).tagName")
    assert under == "BUTTON"
    assert rig.js("return [...document.documentElement.children].every((child) => child.shadowRoot === null)")


def test_it_brings_a_distant_field_into_view_and_follows_it(rig):
    rig.show("<div style='height:2500px'></div><label>Numéro<input id=n></label><div style='height:2500px'>")
    drawn = point(rig, NUMBER)
    assert 0 <= drawn["ring"][1] < drawn["ring"][3] <= 560
    rig.js("scrollBy({top: 120, behavior: 'instant'}); return 1")
    rig.until(lambda: around(ring(rig)["ring"], box(rig, "input")))


def test_it_keeps_the_field_in_view_while_the_page_still_builds_itself(rig):
    rig.show("<div id=late></div><label>Numéro<input id=n></label><div style='height:2500px'>")
    point(rig, NUMBER)
    rig.js("late.style.height = '1800px'; return 1")
    rig.until(lambda: 0 <= box(rig, "#n")[1] < 560)


def test_it_never_scrolls_against_the_person(rig):
    rig.show("<label>Numéro<input id=n></label><div style='height:4000px'>")
    point(rig, NUMBER)
    rig.js("dispatchEvent(new WheelEvent('wheel')); scrollTo({top: 3000, behavior: 'instant'}); return 1")
    rig.js("document.body.append('x'); return 1")
    rig.settled()
    assert rig.js("return scrollY") > 2000


def test_it_goes_when_nothing_is_pointed_at_or_the_target_goes(rig):
    rig.show("<label id=l>Numéro<input id=n></label>")
    point(rig, NUMBER)
    rig.js("l.hidden = true; return 1")
    rig.until(lambda: ring(rig) is None)
    rig.js("l.hidden = false; return 1")
    rig.until(lambda: ring(rig) is not None)
    rig.probe.unpoint()
    rig.until(lambda: ring(rig) is None)


def test_it_comes_back_when_the_page_throws_it_out(rig):
    rig.show("<label>Numéro<input id=n></label>")
    point(rig, NUMBER)
    rig.js("document.documentElement.lastElementChild.remove(); document.body.append('x'); return 1")
    rig.until(lambda: ring(rig) is not None and ring(rig)["seen"])


def test_it_stays_above_a_pages_own_dialog(rig):
    rig.show("<dialog id=d><button>Continuer</button></dialog>")
    rig.js("d.showModal(); return 1")
    drawn = point(rig, CONTINUE, "click")
    assert around(drawn["ring"], box(rig, "dialog button"))


@pytest.mark.parametrize("host", ["caisse.exercice", "autre.exercice"])
def test_in_a_frame_it_is_drawn_there_and_the_page_scrolls_to_it(rig, host):
    rig.web.page(f"{host}/cadre", "<p><br><label>Numéro<input id=n></label>", csp=STRICT)
    frame = f"<iframe src='https://{host}/cadre' width=500 height=220></iframe>"
    rig.show(f"<div style='height:2500px'></div>{frame}<div style='height:900px'></div>")
    rig.watch(NUMBER)
    rig.until(lambda: rig.visible(NUMBER))
    inside = rig.page.mainFrame().children()[0]
    drawn = point(rig, NUMBER, frame=inside)
    assert drawn["seen"]
    assert rig.js("return scrollY") > 1500


def test_in_a_frame_that_the_edge_of_the_page_cuts_off_the_whole_ring_comes_into_view(rig):
    rig.web.page("autre.exercice/cadre", "<div style='height:150px'></div><button>Continuer</button>")
    frame = "<iframe src='https://autre.exercice/cadre' width=500 height=220></iframe>"
    rig.show(f"<div id=above></div>{frame}<div style='height:900px'></div>")
    rig.watch(CONTINUE)
    rig.until(lambda: rig.visible(CONTINUE))
    # The button ends just above the edge.
    rig.js("above.style.height = (innerHeight - 190) + 'px'; return 1")
    inside = rig.page.mainFrame().children()[0]
    drawn = point(rig, CONTINUE, "click", frame=inside)
    top = rig.js("return document.querySelector('iframe').getBoundingClientRect().top")
    assert top + drawn["ring"][3] + MARK <= rig.js("return innerHeight")
    assert not rig.js("return document.querySelector('button').hasAttribute('style')", frame=inside)


def test_a_secret_is_marked_as_the_persons_own_to_type(rig):
    secret = Target(role="password", name="Mot de passe")
    rig.show("<label>Mot de passe<input type=password></label>")
    assert point(rig, secret, "write", "user")["text"] == "À vous de taper"
