"""The page of traces in a person's hands: fills it with the session's mark, and reads off its band what it keeps.

Everything is found by its colour on the screen, as the page's style sheet has it. Knows the page, and no kind.
"""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from demonstration.person import BLUE, Box
from kiosk.practice.traces import NAMES
from proof.rig.machine import wait_until
from proof.wipe.session import Session

PROCEDURES = Path(__file__).parent / "procedures"

_BAND = (0xB4, 0x00, 0x9E)
_MEANING: dict[tuple[int, ...], bool] = {(0, 0, 0): True, (0xD0, 0, 0): False}
_INSIDE = 4  # pixels: the frame's own width
_TRIES, _SOON = 3, 10.0  # seconds
_PLACES = {
    "mark": (0x00, 0xA0, 0x00),
    "form-text": (0xA0, 0x00, 0x40),
    "password": (0xA0, 0x40, 0x00),
    "form-search": (0x40, 0xA0, 0x00),
    "taken-back": (0x00, 0xA0, 0x40),
    "form-long": (0x00, 0x40, 0xA0),
    "form-free": (0x40, 0x00, 0xA0),
    "copy": (0x80, 0x20, 0x20),
    "drag": (0x20, 0x80, 0x20),
    "upload": (0x80, 0x80, 0x20),
    "alert": (0x80, 0x20, 0x80),
    "prompt-answer": (0x20, 0x80, 0x80),
    "paper": (0x60, 0x60, 0x60),
}

_pages: WeakKeyDictionary[Session, TracesPage] = WeakKeyDictionary()


def page_of(session: Session) -> TracesPage:
    """The session's page, with its words in place: filled when the first kind asks for it."""
    if session not in _pages:
        page = TracesPage(session)
        page.fill()
        _pages[session] = page
    return _pages[session]


class TracesPage:
    def __init__(self, session: Session) -> None:
        self._session = session
        self.has_paper = False
        self.has_copied = False

    def place(self, name: str) -> Box:
        """Inside of a frame."""
        session = self._session
        seen = session.hands.see(
            f"« {name} » on the page", lambda: session.person.find_frame(_PLACES[name], session.terminal.page)
        )
        return Box(seen.left + _INSIDE, seen.top + _INSIDE, seen.right - _INSIDE, seen.bottom - _INSIDE)

    def fill(self) -> None:
        """One word typed, and the page does the rest by itself. Where nothing comes of it, a person types again."""
        for _ in range(_TRIES):
            self._type_mark()
            if self._fills_soon():
                return
        raise AssertionError(f"the page of traces does not fill, typed {_TRIES} times")

    def _type_mark(self) -> None:
        person = self._session.person
        person.click(*self._inside_of_mark())
        person.press("a", control=True)
        person.type(self._session.mark)
        person.press("Return")

    def _fills_soon(self) -> bool:
        """The fields listen to hands as soon as the band begins to fill."""
        try:
            wait_until(
                lambda: any(cell is not None for cell in self.band().values()), "the page of traces fills", _SOON
            )
        except AssertionError:
            return False
        return True

    def click(self, name: str) -> None:
        self._session.person.click(*self.place(name).centre)

    def answer(self, what: str) -> None:
        """The blue button at the bottom of the window that the post shows over the page: all else is dimmed then."""
        session, px = self._session, self._session.terminal.px
        below_bar = Box(0, px(76), session.person.width, session.person.height)

        def look() -> Box | None:
            box = None if self._band() else session.person.find(BLUE, below_bar)
            return box if box and box.width > px(120) and box.height > px(40) else None

        seen = session.hands.see(what, look)
        session.person.click(seen.centre[0], seen.bottom - px(24))
        session.hands.see("the page behind", self._band)

    def band(self) -> dict[str, bool | None]:
        """For each place whether its word is there. None: not yet known."""
        person, frame = self._session.person, self._band()
        if frame is None:
            return dict.fromkeys(NAMES)
        picture = np.asarray(person.look(frame))
        width = (frame.width - 2 * _INSIDE) / len(NAMES)
        columns = [round(_INSIDE + width * (number + 0.5)) for number in range(len(NAMES))]
        colours = [tuple(map(int, picture[frame.height // 2, column])) for column in columns]
        return {name: _MEANING.get(colour) for name, colour in zip(NAMES, colours, strict=True)}

    def keeps(self, name: str) -> bool:
        """AssertionError once the page says that this place could not keep its word."""
        kept = self.band()[name]
        assert kept is not False, f"{name}: the page could not keep its word there"
        return bool(kept)

    def take_paper(self) -> None:
        """Into the tray: once for all that is done to papers."""
        if not self.has_paper:
            self.take_paper_again()
            self.has_paper = True

    def take_paper_again(self) -> None:
        self.click("paper")
        self._session.kiosk.wait_for("document-stored")

    def copy(self) -> None:
        """Three clicks choose the line, two keys copy it: once for all that this leaves."""
        if self.has_copied:
            return
        person = self._session.person
        where = self.place("copy").centre
        for _ in range(3):
            person.click(*where)
        person.press("c", control=True)
        self.has_copied = True

    def _band(self) -> Box | None:
        return self._session.person.find_frame(_BAND, self._session.terminal.page)

    def _inside_of_mark(self) -> tuple[int, int]:
        place = self.place("mark")
        return place.right - 2 * _INSIDE - place.width // 4, place.centre[1]
