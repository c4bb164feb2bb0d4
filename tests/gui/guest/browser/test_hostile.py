"""A page that lies: it cannot speak for the probe, and what it does cannot break the guide."""

from __future__ import annotations

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
