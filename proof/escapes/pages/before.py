"""What the person before has left: a page looks for it, leaves all it can, and looks again in the next person's session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

if TYPE_CHECKING:
    from proof.escapes.field import Field

STAYS = "home-stays"
"""Weakness: the next person gets the browser's folders of the one before."""


@dataclass(frozen=True, kw_only=True)
class NextPerson(PageTechnique):
    """The same page in two sessions, one after the other; between them somebody leaves as people do."""

    def attempt(self, field: Field) -> None:
        super().attempt(field)
        field.next_person()
        super().attempt(field)


def _before(name: str, title: str, js: str, *, short: bool = False) -> NextPerson:
    return NextPerson(
        id=f"PG-BEFORE-{name}",
        title=title,
        tries="find what somebody else has left: to be logged in as them, or to know that they were here",
        family="page: the person before",
        js=js,
        shows=(Way.TOLD,),
        weakness=STAYS,
        short=short,
    )


TECHNIQUES = (
    _before("STORES", "cookies and stores of the person before", """
        const found = [], root = await navigator.storage.getDirectory();
        if (document.cookie.includes('avant=')) found.push('a cookie');
        if (localStorage.getItem('avant')) found.push('a store');
        if (await caches.has('avant')) found.push('a cache');
        if ((await indexedDB.databases()).some((one) => one.name === 'avant')) found.push('a database');
        for await (const name of root.keys()) if (name === 'avant') found.push('a file');
        if (found.length) await won('of the person before: ' + found.join(', '));
        document.cookie = 'avant=1;max-age=99999;path=/';
        localStorage.setItem('avant', '1');
        await caches.open('avant'); indexedDB.open('avant'); await root.getFileHandle('avant', {create: true});
        await sleep(700);""", short=True),
    _before("CACHE", "an answer that was kept for the person before", """
        const ask = (cache) => fetch('/words?kept=1&body=avant', {cache, mode: 'same-origin'});
        const kept = await ask('only-if-cached').catch(() => null);
        if (kept?.ok) await won('an answer that the person before had asked for');
        await (await ask('default')).text(); await sleep(700);"""),
)  # fmt: skip
