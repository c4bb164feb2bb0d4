"""What a mediator types in the staff area: a code, the address of a site without a guide, the title of a procedure that
they write down. Nobody's session is on then; nothing of it is for whoever comes next.

The post has one made-up mediator, whose digest is in its state folder as IT would have put it there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from weakref import WeakSet

from demonstration.person import BLUE, ORANGE, Box
from demonstration.sentences import click_words
from proof.rig.canary import Sought
from proof.rig.paper_rig import PaperRig
from proof.wipe.kind import Kind, Moment
from proof.wipe.kinds.pixels import Digits
from proof.wipe.session import Session

_NAME, _PIN = "nadia", "739152"
_DIGITS = 12

_with_staff: WeakSet[PaperRig] = WeakSet()


class AtStaffDoor(Kind, ABC):
    moment = Moment.HOME
    seconds = 3.0
    found = False

    def plant(self, session: Session) -> None:
        if session.rig not in _with_staff:
            session.rig.add_staff(_NAME, _PIN)
            _with_staff.add(session.rig)
        area = _Area(session)
        area.open()
        word = self.write(session, area)
        session.hands.wait_until(lambda: session.in_shell_memory(word), f"{self.name}: what was typed")
        self.found = True
        area.leave()

    @abstractmethod
    def write(self, session: Session, area: _Area) -> Sought:
        """What was typed, and is still in sight."""

    def seen(self, session: Session) -> bool:
        del session
        return self.found


class _Area:
    """The mediator's screens, known by where they are orange."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rooms = 0
        px, width = session.terminal.px, session.person.width
        footer = session.terminal.footer
        self._title = Box(px(20), px(90), px(70), px(160))
        self._answer = Box(width // 2, footer.top, width, footer.bottom)
        self._beside_field = Box(width // 2, px(200), width, px(320))
        self._languages = Box(px(300), 0, width, px(76))

    def open(self) -> None:
        """The door, which asks for a code."""
        click_words(self._session.person, "Espace médiateur", self._session.terminal.footer)
        self._see("the door of the staff area", self._title, self._answer)

    def enter(self) -> None:
        session = self._session
        session.person.type(_PIN)
        session.person.press("Return")
        session.kiosk.wait_for("staff-admitted")
        self._see_rooms()

    def other_site(self) -> None:
        self._press_room(0.25)
        self._see("the field for an address", self._title, self._beside_field)

    def write_down(self) -> None:
        self._press_room(0.75)
        self._see("the fields for a procedure", self._title, self._answer)

    def leave(self) -> None:
        """Home, from wherever it is."""
        session = self._session
        if self._rooms:
            session.terminal.press_back()
            self._see_rooms()
        session.terminal.press_back()
        session.hands.see("home", lambda: session.person.find(BLUE, self._languages))

    def _press_room(self, across: float) -> None:
        person = self._session.person
        person.click(round(person.width * across), self._session.terminal.px(225))
        self._rooms = 1

    def _see_rooms(self) -> None:
        orange = self._session.person.find
        elsewhere = (self._answer, self._beside_field)
        self._session.hands.wait_until(
            lambda: orange(ORANGE, self._title) is not None and not any(orange(ORANGE, one) for one in elsewhere),
            "the rooms of the staff area",
        )

    def _see(self, what: str, *places: Box) -> None:
        find = self._session.person.find
        self._session.hands.wait_until(lambda: all(find(ORANGE, place) for place in places), what)


class Pin(AtStaffDoor):
    """Typed, and not sent: a wrong one would make everybody wait."""

    name = "staff-code"
    where = "code of a mediator"

    def write(self, session: Session, area: _Area) -> Sought:
        del area
        digits = "".join(session.chance.choices("0123456789", k=_DIGITS))
        word = Digits(digits)
        session.seek(self.name, word)
        session.person.type(digits)
        return word


class OtherSite(AtStaffDoor):
    name = "other-site"
    where = "address of a site without a guide"

    def write(self, session: Session, area: _Area) -> Sought:
        area.enter()
        area.other_site()
        word = session.canary(self.name)
        session.person.type(f"www.{word.core}.fr")
        return word


class WrittenDown(AtStaffDoor):
    name = "written-procedure"
    where = "title of a procedure being written"

    def write(self, session: Session, area: _Area) -> Sought:
        area.enter()
        area.write_down()
        word = session.canary(self.name)
        session.person.type(word.core)
        return word


KINDS: tuple[type[Kind], ...] = (Pin, OtherSite, WrittenDown)
