"""The probe sees what a person sees: whatever the policy, the frame or the way the page was made."""

from __future__ import annotations

import pytest

from kiosk.procedures.model import Target
from tests.gui.guest.web import STRICT

NUMBER = Target(role="textbox", name="Numéro d'allocataire")
CONTINUE = Target(role="button", name="Continuer")
CODE = Target(role="textbox", name="Code reçu")


def test_it_works_under_the_strictest_policy(rig):
    rig.show("<label>Numéro d'allocataire <input></label>", csp=STRICT)
    rig.watch(NUMBER)
    assert rig.visible(NUMBER)


def test_names_are_compared_without_case_accents_blanks_or_required_marks(rig):
    rig.show("<label for=n>NUMÉRO&nbsp; d’allocataire&nbsp;* :</label><input id=n>")
    wanted = Target(role="textbox", name="numero d'Allocataire")
    rig.watch(wanted)
    assert rig.visible(wanted)


def test_a_star_stands_for_any_text_and_a_name_is_otherwise_whole(rig):
    rig.show("<button>Continuer sans payer</button>")
    starred = Target(role="button", name="continuer*payer")
    rig.watch(starred, CONTINUE)
    assert rig.visible(starred)
    assert rig.sight(CONTINUE) is None


@pytest.mark.parametrize(
    ("role", "name", "body"),
    [
        ("button", "Valider", "<input type=submit value=Valider>"),
        ("button", "Valider", "<div role=button tabindex=0 aria-label=Valider></div><style>div{width:9px;height:9px}"),
        ("link", "Mes droits", "<a href=/x>Mes <b>droits</b></a>"),
        ("checkbox", "J'accepte", "<input type=checkbox id=c><label for=c>J'accepte</label>"),
        ("radio", "En couple", "<label><input type=radio name=s>En couple</label>"),
        ("combobox", "Département", "<label>Département<select><option>35</select></label>"),
        ("spinbutton", "Âge", "<label>Âge<input type=number></label>"),
        ("searchbox", "Chercher", "<input type=search placeholder=Chercher>"),
        ("textbox", "Date de naissance", "<label>Date de naissance<input type=date></label>"),
        ("textbox", "Message", "<textarea aria-label=Message></textarea>"),
        ("password", "Mot de passe", "<label>Mot de passe<input type=password></label>"),
        ("file", "Votre photo", "<label>Votre photo<input type=file></label>"),
        ("heading", "Votre situation", "<h2>Votre situation</h2>"),
        ("group", "Votre foyer", "<fieldset><legend>Votre foyer</legend><input></fieldset>"),
        ("img", "Plan", "<img alt=Plan width=40 height=40>"),
        ("alert", "Erreur*", "<p role=alert>Erreur : le numéro a 7 chiffres.</p>"),
        ("status", "Demande envoyée", "<output>Demande envoyée</output>"),
        ("dialog", "Confirmer", "<dialog open aria-label=Confirmer>Oui ?</dialog>"),
        ("tab", "Courriers", "<div role=tablist><span role=tab>Courriers</span></div>"),
        ("navigation", "Principal", "<nav aria-label=Principal>menu</nav>"),
    ],
)
def test_each_role_is_found_as_sites_write_it(rig, role, name, body):
    target = Target(role=role, name=name)
    rig.show(body)
    rig.watch(target)
    rig.until(lambda: rig.visible(target))


def test_a_link_dressed_as_a_button_is_a_button_and_no_link(rig):
    rig.show("<a href=/x role=button>Continuer</a>")
    link = Target(role="link", name="Continuer")
    rig.watch(CONTINUE, link)
    assert rig.visible(CONTINUE)
    assert rig.sight(link) is None


@pytest.mark.parametrize(
    "hidden",
    [
        "<button style='display:none'>Continuer</button>",
        "<button style='visibility:hidden'>Continuer</button>",
        "<button style='opacity:0'>Continuer</button>",
        "<button style='position:absolute;left:-9999px'>Continuer</button>",
        "<div aria-hidden=true><button>Continuer</button></div>",
        "<div inert><button>Continuer</button></div>",
        "<div style='height:0;overflow:hidden'><button>Continuer</button></div>",
        "<details><summary>Plus</summary><button>Continuer</button></details>",
    ],
)
def test_what_a_person_cannot_see_is_not_visible(rig, hidden):
    rig.show(hidden + "<p>texte")
    rig.watch(CONTINUE)
    assert not rig.visible(CONTINUE)


def test_below_the_fold_counts_as_visible(rig):
    rig.show("<div style='height:3000px'></div><button>Continuer</button>")
    rig.watch(CONTINUE)
    assert rig.visible(CONTINUE)


def test_a_tick_box_that_a_site_draws_itself_is_seen_by_its_label(rig):
    box = Target(role="checkbox", name="J'accepte")
    rig.show(
        "<style>input{position:absolute;width:1px;height:1px;clip-path:inset(50%)}</style>"
        "<input type=checkbox id=c><label for=c>J'accepte</label>"
    )
    rig.watch(box)
    assert rig.visible(box)


def test_two_of_the_same_are_said_to_be_many(rig):
    rig.show("<button>Continuer</button><button>Continuer</button>")
    rig.watch(CONTINUE)
    assert rig.sight(CONTINUE).many


# Every element of HTML that a page may write in its body, and one of its own.
EVERYTHING = (
    "a abbr address area article aside audio b bdi bdo blockquote br button canvas cite code data datalist dd del "
    "details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup "
    "hr i iframe img input ins kbd label legend li main map mark menu meter nav object ol optgroup option output p "
    "picture pre progress q rp rt ruby s samp search section select slot small source span strong sub summary sup "
    "table tbody td template textarea tfoot th thead time tr track u ul var video wbr mon-bouton"
)


def test_it_sees_into_the_shadow_root_of_whatever_can_have_one(rig):
    rig.show("<p>Une page</p>")
    hosts = rig.js(f"""return "{EVERYTHING}".split(" ").filter((name) => {{
        const host = document.createElement(name);
        try {{
            host.attachShadow({{mode: "open"}}).innerHTML = `<button>Dans ${{name}}</button>`;
        }} catch {{
            return false;
        }}
        document.body.append(host);
        return true;
    }})""")
    assert {"div", "span", "section", "h1", "mon-bouton"} <= {*hosts}
    for name in hosts:
        target = Target(role="button", name=f"Dans {name}")
        rig.watch(target)
        rig.until(lambda target=target: rig.visible(target))


def test_it_sees_into_an_open_shadow_root_made_late(rig):
    rig.show("<div id=h></div>")
    rig.watch(CONTINUE)
    assert rig.sight(CONTINUE) is None
    rig.js("h.attachShadow({mode: 'open'}).innerHTML = '<p><button>Continuer</button>'; return 1")
    rig.until(lambda: rig.visible(CONTINUE))


def test_it_follows_a_single_page_application(rig):
    rig.show("<main id=m><button>Commencer</button></main>")
    rig.watch(CONTINUE)
    rig.js("history.pushState({}, '', '/page/2'); m.innerHTML = '<button>Continuer</button>'; return 1")
    rig.until(lambda: rig.visible(CONTINUE))
    assert rig.page.url().path() == "/page/2"
    rig.js("m.innerHTML = ''; return 1")
    rig.until(lambda: rig.sight(CONTINUE) is None)


def test_it_goes_on_after_a_reload_and_on_the_next_page(rig):
    rig.web.page("caisse.exercice/suite", "<label>Code reçu <input></label>")
    rig.show("<button>Continuer</button>")
    rig.watch(CONTINUE, CODE)
    with rig.qtbot.waitSignal(rig.page.loadFinished):
        rig.page.triggerAction(rig.page.WebAction.Reload)
    rig.until(lambda: rig.visible(CONTINUE))
    rig.load("caisse.exercice/suite")
    rig.until(lambda: rig.visible(CODE) and rig.sight(CONTINUE) is None)


@pytest.mark.parametrize("host", ["caisse.exercice", "autre.exercice"])
def test_it_sees_into_frames_of_the_same_and_of_another_site(rig, host):
    rig.web.page(f"{host}/cadre", "<label>Code reçu <input></label>", csp=STRICT)
    rig.show(f"<button>Continuer</button><iframe src='https://{host}/cadre'></iframe>", csp=STRICT)
    rig.watch(CONTINUE, CODE)
    rig.until(lambda: rig.visible(CODE) and rig.visible(CONTINUE))


@pytest.mark.parametrize("host", ["caisse.exercice", "autre.exercice"])
def test_a_frame_that_goes_takes_what_it_showed_with_it(rig, host):
    rig.web.page(f"{host}/cadre", "<label>Code reçu <input></label>")
    rig.show(f"<iframe id=f src='https://{host}/cadre'></iframe>")
    rig.watch(CODE)
    rig.until(lambda: rig.visible(CODE))
    rig.js("f.remove(); return 1")
    rig.until(lambda: rig.sight(CODE) is None)


def test_other_targets_replace_the_first_ones_in_every_frame(rig):
    rig.web.page("autre.exercice/cadre", "<label>Code reçu <input></label>")
    rig.show("<button>Continuer</button><iframe src='https://autre.exercice/cadre'></iframe>")
    rig.watch(CONTINUE)
    rig.watch(CODE)
    rig.until(lambda: rig.visible(CODE))
    assert rig.sight(CONTINUE) is None


def test_a_heavy_page_is_not_looked_at_all_the_time(rig):
    """A page that changes at each frame must keep nearly all of its processor."""
    rows = "".join(f"<tr><td><a href=/{n}>Ligne {n}</a><td><button>Voir {n}</button>" for n in range(1500))
    rig.show(f"<p id=p></p><table>{rows}</table><button>Continuer</button>")
    rig.watch(CONTINUE)
    count = rig.console.__len__
    rig.js("let n = 0; setInterval(() => { p.textContent = n++ }, 16); return 1")
    before = count()
    rig.settled()
    # Nothing that matters changed: nothing was said, however often the page moved.
    assert [line for line in rig.console[before:] if '"facts"' in line] == []
    assert rig.visible(CONTINUE)
