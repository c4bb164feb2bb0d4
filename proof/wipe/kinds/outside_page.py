"""What a person writes on the post's own screens: before the session, and at its end."""

from __future__ import annotations

from typing import ClassVar

from proof.wipe.kind import Kind, Moment, Need
from proof.wipe.kinds.pixels import shown
from proof.wipe.session import Session


class Searched(Kind):
    """Words typed at home, and taken back: people begin to write what they came for before they find the tile."""

    name = "search-words"
    where = "search at home"
    moment = Moment.HOME
    seconds = 1.5
    found = False

    def plant(self, session: Session) -> None:
        word = session.canary(self.name)
        session.person.type(word.core)
        session.hands.wait_until(lambda: session.in_shell_memory(word), "the words in the field")
        self.found = True
        for _ in word.core:
            session.person.press("BackSpace")

    def seen(self, session: Session) -> bool:
        del session
        return self.found


class OnReceipt(Kind):
    """A number that the person keeps, written on the receipt and printed with it."""

    name = "receipt-number"
    where = "number on the receipt"
    moment = Moment.CLOSING
    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS})
    seconds = 4.0
    found = False

    def plant(self, session: Session) -> None:
        hands, cups = session.hands, session.rig.cups
        cups.rests()
        number = session.canary(self.name)
        hands.open_receipt()
        hands.write_number(number.core)
        self.found = session.in_shell_memory(number)
        hands.press("« Imprimer », on the receipt")
        session.seek(self.name, shown(hands.paper_seen()))
        hands.press("« Imprimer », on the sheet")
        hands.wait_until(lambda: cups.came_out != b"", "the printer has the receipt")
        cups.goes()
        hands.kiosk.wait_for("service-done", kind="print")
        hands.press("« C'est fini »")
        hands.back()
        hands.kiosk.wait_for("phase", phase="closing")

    def seen(self, session: Session) -> bool:
        del session
        return self.found


KINDS: tuple[type[Kind], ...] = (Searched, OnReceipt)
