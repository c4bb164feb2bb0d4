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


TECHNIQUES = (
    _lie("SLOW", "the address of an answer that does not come", "location.href = FRIEND + '/never'; await sleep(600);", short=True),
    _lie("BASE", "another site's address as the page's base", "const base = document.createElement('base'); base.href = FRIEND; document.head.prepend(base); await sleep(300);", "strip-says-what-the-page-says"),
)  # fmt: skip
