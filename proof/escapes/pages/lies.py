"""A page that pretends: to be another site, to be the shell, to be the guide."""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

SPEED = "strip-says-what-was-asked"
"""Weakness: an address strip that says where the page is going instead of where it is."""


def _lie(name: str, title: str, js: str, weakness: str = SPEED, *shows: Way, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-LIE-{name}",
        title=title,
        tries="be taken for somebody else",
        family="page: lies",
        js=js,
        shows=shows or (Way.ORIGIN,),
        weakness=weakness,
        **more,
    )


SPEAKER = "speaker-is-who-it-says"
"""Weakness: a question of a page is shown under the name that its own words give."""
MARKUP = "words-are-markup"
"""Weakness: what a page says is read as a page."""
OPEN_RING = "ring-in-the-open"
"""Weakness: the guide's mark lies open in the page."""

TECHNIQUES = (
    _lie("SLOW", "the address of an answer that does not come", "location.href = FRIEND + '/never'; await sleep(600);", short=True),
    _lie("BASE", "another site's address as the page's base", "const base = document.createElement('base'); base.href = FRIEND; document.head.prepend(base); await sleep(300);", "strip-says-what-the-page-says"),
    _lie("SPEAKER", "a question in another site's name", "document.head.insertAdjacentHTML('beforeend', `<base href='${FRIEND}/'>`); await tried(); alert(FRIEND.slice(8) + ' vous demande votre code');", SPEAKER, by="click", lasts=0.5),
    _lie("MARKUP", "words that would like to be a page of the kiosk", """
        const loud = '<table bgcolor="#ff00ff"><tr><td><font size="7" color="#ff00ff">' + 'M '.repeat(30) + '</font></td></tr></table>';
        document.title = loud; put('a', {href: '/d/x', download: loud + '.pdf'}).click(); await sleep(300); await tried(); alert(loud);""", MARKUP, Way.WORDS, by="click", lasts=0.5),
    _lie("RING", "a page that wants the guide's mark", """
        put('button', {textContent: 'Continuer', style: 'font-size: 30px; padding: 20px; margin: 200px'});
        const made = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (how) { won('the mark was made by the page'); return made.call(this, {...how, mode: 'open'}); };
        const ring = () => [...document.querySelectorAll('[popover]')].find((one) => one.textContent === '');
        for (let i = 0; i < 60 && !ring(); i++) await sleep(100);
        if (!ring()) return;
        post('ringed');
        const inside = ring().shadowRoot;
        if (inside) won('inside of the mark: ' + inside.textContent);""", OPEN_RING, Way.TOLD, needs="ringed"),
)  # fmt: skip
