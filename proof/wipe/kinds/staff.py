"""What a mediator types in the staff area: a code, the address of a site without a guide, the title of a procedure that
they write down. Nobody's session is on then; nothing of it is for whoever comes next.

The post has one made-up mediator, whose digest is in its state folder as IT would have put it there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from demonstration.sentences import click_words, wait_to_read
from kiosk.staff import StaffFile
from proof.rig.canary import Sought
from proof.wipe.kind import Kind, Moment
from proof.wipe.kinds.pixels import Digits
from proof.wipe.session import Session

_NAME, _PIN = "nadia", "739152"
_DIGITS = 12


class AtStaffDoor(Kind, ABC):
    moment = Moment.HOME
    seconds = 8.0
    found = False

    def plant(self, session: Session) -> None:
        staff = StaffFile(session.state)
        if not staff.anybody():
            staff.add(_NAME, _PIN)
        click_words(session.person, "Espace médiateur", session.terminal.footer)
        wait_to_read(session.person, "tapez votre code")
        word = self.write(session)
        session.hands.wait_until(lambda: session.in_shell_memory(word), f"{self.name}: what was typed")
        self.found = True
        self.leave(session)
        wait_to_read(session.person, "Que voulez-vous faire")

    @abstractmethod
    def write(self, session: Session) -> Sought:
        """What was typed, and is still in sight."""

    def leave(self, session: Session) -> None:
        """Back home."""
        session.terminal.press_back()
        wait_to_read(session.person, "Réparer une démarche")
        session.terminal.press_back()

    def sign_in(self, session: Session, room: str, asked: str) -> None:
        session.person.type(_PIN)
        session.person.press("Return")
        session.kiosk.wait_for("staff-admitted")
        click_words(session.person, room)
        wait_to_read(session.person, asked)

    def seen(self, session: Session) -> bool:
        del session
        return self.found


class Pin(AtStaffDoor):
    """Typed, and not sent: a wrong one would make everybody wait."""

    name = "staff-code"
    where = "code of a mediator"

    def write(self, session: Session) -> Sought:
        digits = "".join(session.chance.choices("0123456789", k=_DIGITS))
        word = Digits(digits)
        session.seek(self.name, word)
        session.person.type(digits)
        return word

    def leave(self, session: Session) -> None:
        session.terminal.press_back()


class OtherSite(AtStaffDoor):
    name = "other-site"
    where = "address of a site without a guide"

    def write(self, session: Session) -> Sought:
        self.sign_in(session, "Ouvrir un autre site", "Adresse du site")
        word = session.canary(self.name)
        session.person.type(f"www.{word.core}.fr")
        return word


class WrittenDown(AtStaffDoor):
    name = "written-procedure"
    where = "title of a procedure being written"

    def write(self, session: Session) -> Sought:
        self.sign_in(session, "Écrire une démarche", "données inventées")
        word = session.canary(self.name)
        session.person.type(word.core)
        return word


KINDS: tuple[type[Kind], ...] = (Pin, OtherSite, WrittenDown)
