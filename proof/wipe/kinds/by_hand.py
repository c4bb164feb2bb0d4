"""What a person puts on a page with their own hands: keys, the mouse, and answers to what the page asks."""

from __future__ import annotations

import itertools
from abc import ABC
from typing import ClassVar

from proof.wipe.kind import Kind, Need
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import Session


class OnPage(Kind, ABC):
    """The page has it: it says so itself."""

    def seen(self, session: Session) -> bool:
        return page_of(session).keeps(self.name)


class Typed(OnPage, ABC):
    """Into a field of the page, by the keyboard."""

    seconds = 0.4

    def plant(self, session: Session) -> None:
        page_of(session).click(self.name)
        session.person.type(session.canary(self.name).core)


class Text(Typed):
    name = "form-text"
    where = "text field"


class Password(Typed):
    name = "password"
    where = "password field"


class SearchOfPage(Typed):
    name = "form-search"
    where = "search field"


class LongText(Typed):
    name = "form-long"
    where = "text area"


class FreeText(Typed):
    name = "form-free"
    where = "text that a page lets people edit"


class TakenBack(Typed):
    """The field is empty again, and can still undo that."""

    name = "taken-back"
    where = "text typed, then removed"

    def plant(self, session: Session) -> None:
        super().plant(session)
        for _ in session.canary(self.name).core:
            session.person.press("BackSpace")


class Alert(OnPage):
    """The page speaks in a window of the post's own, until the person has understood."""

    seconds = 0.6

    name = "alert"
    where = "what a page says in a window"

    def plant(self, session: Session) -> None:
        page_of(session).click(self.name)
        page_of(session).answer("« J'ai compris »")


class Answer(Alert):
    """The page asks, with an answer proposed: the person accepts it."""

    name = "prompt-answer"
    where = "answer to a page's question"


class Dragged(OnPage):
    """Carried over the page. The post lets nothing be dropped anywhere: what is carried ends in the browser."""

    name = "drag"
    where = "text dragged"

    def plant(self, session: Session) -> None:
        page, person = page_of(session), session.person
        place = page.place(self.name)
        person.move(*place.centre)
        person.hold()
        sides = itertools.cycle((place.left, place.right))

        def is_carried() -> bool:
            # A hand that stands still carries nothing.
            person.move(next(sides), place.bottom)
            return page.keeps(self.name)

        try:
            session.hands.wait_until(is_carried, "a drag")
        finally:
            person.let_go()


class Uploaded(OnPage):
    """The page is given a paper of the tray: it sees its name and sends it."""

    name = "upload"
    where = "paper given to a site"
    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS})
    seconds = 1.5

    def plant(self, session: Session) -> None:
        page = page_of(session)
        page.take_paper()
        page.click(self.name)
        page.answer("« Donner ce papier »")


KINDS: tuple[type[Kind], ...] = (
    Text, Password, SearchOfPage, LongText, FreeText, TakenBack, Alert, Answer, Dragged, Uploaded,
)  # fmt: skip
