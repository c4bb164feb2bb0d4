"""What a paper leaves behind, by each way that it goes: its text, its name, and the pixels that the screen shows.

Each ends where it began, on the page. What a service shows or holds is searched for while it is at work: the search
that found nothing then would prove nothing afterwards.
"""

from __future__ import annotations

import base64
from abc import ABC, abstractmethod
from typing import ClassVar

import cv2
import numpy as np

from demonstration.phone import Phone
from proof.rig import machine
from proof.rig.canary import Sought, files_with, of_file
from proof.wipe.kind import Kind, Need
from proof.wipe.kinds.pixels import RUN, Bytes, Pixels, shown
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import Session

_SHEET_RUN = RUN // 2
_SHEET_HEIGHT = 1100
_SHEET_TIMES = 36
"""How often the run stands beside itself on the sheet."""


class InTray(Kind):
    """A document that a site gives: it goes to the tray, and its first page is drawn."""

    name = "paper-content"
    where = "paper of a site, content"
    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS})

    def plant(self, session: Session) -> None:
        page_of(session).take_paper()

    def seen(self, session: Session) -> bool:
        return session.in_guest_files(session.canary(self.name))


class NamedInTray(InTray):
    name = "paper-name"
    where = "paper of a site, name"


class Served(Kind, ABC):
    """A service of the paper desk. What the screen shows of the paper is sought as well."""

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS})
    found = False

    def plant(self, session: Session) -> None:
        page_of(session).take_paper()
        self.serve(session)

    @abstractmethod
    def serve(self, session: Session) -> None:
        """From the page to the service's end, and back."""

    def seen(self, session: Session) -> bool:
        del session
        return self.found

    def see(self, session: Session) -> Pixels:
        """What the screen shows of the paper, once the search finds it."""
        last = Pixels(b"")

        def is_found() -> bool:
            nonlocal last
            # A picture may give way to another while it is searched for.
            last = shown(session.hands.paper_seen())
            return self.holds(session, last)

        machine.wait_until(is_found, f"{self.name}: the search finds what is on the screen")
        session.seek(self.name, last)
        self.found = True
        return last

    @staticmethod
    def holds(session: Session, sought: Sought) -> bool:
        """The shell, which shows it, has it in its memory."""
        return session.in_shell_memory(sought)


class Printed(Served):
    name = "print"
    where = "paper printed"
    seconds = 5.0

    def serve(self, session: Session) -> None:
        hands, cups = session.hands, session.rig.cups
        cups.rests()
        hands.print_paper()
        self.see(session)
        hands.press("« Imprimer »")
        hands.wait_until(lambda: cups.came_out != b"", "the printer has the paper")
        cups.goes()
        hands.kiosk.wait_for("service-done", kind="print")
        hands.press("« C'est fini »")
        hands.see_page()


class OntoStick(Served):
    name = "stick"
    where = "paper taken on a stick"
    seconds = 5.0

    def serve(self, session: Session) -> None:
        hands = session.hands
        hands.take_paper()
        hands.choose(2, of=3)
        session.rig.plug_in()
        hands.kiosk.wait_for("service-done", kind="take")
        # It went where it was to go, through all that it passes on the way.
        paper = session.canary("paper-content")
        self.found = any(paper.is_in(content) for content in of_file(session.rig.stick))
        hands.press("« C'est fini »")
        hands.see_page()
        session.rig.pull_out()


class ToPhone(Served):
    """The phone has it from a door that is open for as long as the code is on the screen."""

    name = "to-phone"
    where = "paper taken on a phone"
    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS, Need.PHONE})
    seconds = 8.0

    def serve(self, session: Session) -> None:
        hands, phone = session.hands, session.phone
        hands.take_paper()
        hands.choose(0, of=3)
        hands.join(phone, "take")
        phone.press("Enregistrer")
        hands.kiosk.wait_for("service-done", kind="take")
        paper = session.canary("paper-content")
        hands.wait_until(lambda: bool(files_with([paper], [phone.downloads])), "the paper on the phone")
        self.found = True
        hands.press("« C'est fini »")
        hands.see_page()


class Mended(Served):
    name = "mend"
    where = "paper turned"
    seconds = 5.0

    def serve(self, session: Session) -> None:
        hands = session.hands
        hands.mend_paper()
        self.see(session)
        hands.turn()
        self.see(session)
        hands.press("« Garder »")
        hands.kiosk.wait_for("service-done", kind="mend")
        hands.see_page()


class Scanned(Served):
    """Random pixels, the same row all the way down, small enough to be shown as they are."""

    name = "scan"
    where = "sheet scanned"
    seconds = 5.0

    def serve(self, session: Session) -> None:
        hands = session.hands
        sheet = Pixels(session.chance.randbytes(3 * _SHEET_RUN))
        session.seek(self.name, sheet)
        session.rig.lay(_SHEET_TIMES * _SHEET_RUN, _SHEET_HEIGHT, _SHEET_TIMES * _SHEET_HEIGHT * sheet.rgb)
        hands.add()
        hands.choose(0, of=2)
        hands.press("« Scanner une feuille »")
        self.see(session)
        self.found = self.holds(session, sheet)
        hands.press("« Garder ce papier »")
        hands.kiosk.wait_for("service-done", kind="scan")
        hands.see_page()


class Photographed(Served):
    """A photograph of random specks, and one sent as it is, as old phones do, with bytes beside the picture."""

    name = "photo"
    where = "photographs of a phone"
    needs: ClassVar[frozenset[Need]] = frozenset({Need.PAPERS, Need.PHONE})
    seconds = 10.0

    def serve(self, session: Session) -> None:
        hands, phone = session.hands, session.phone
        hands.add()
        hands.choose(1, of=2)
        hands.join(phone, "bring")
        specks = _specks(session)
        file = phone.folder / "specks.png"
        assert cv2.imwrite(str(file), specks)
        phone.take(file, button="gallery")
        phone.until(lambda: "1 photo reçue" in phone.text)
        self._send_as_it_is(session, phone, specks)
        hands.press("« Voir les photos »")
        # The second one is still drawn while the first is looked at, and takes its place.
        hands.see_sheets()
        self.see(session)
        hands.press("« Garder ce papier »")
        hands.kiosk.wait_for("service-done", kind="photo")
        hands.see_page()

    def _send_as_it_is(self, session: Session, phone: Phone, picture: np.ndarray) -> None:
        beside = session.chance.randbytes(64)
        session.seek(self.name, Bytes(beside))
        jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
        # A comment, after the two bytes that begin every JPEG.
        whole = jpeg[:2] + b"\xff\xfe" + (len(beside) + 2).to_bytes(2, "big") + beside + jpeg[2:]
        sent = phone.driver.execute_async_script(
            """const [content, done] = arguments;
               fetch(location.pathname.replace(/\\/+$/, '') + '/photo',
                     {method: 'POST', body: Uint8Array.from(atob(content), one => one.charCodeAt(0))})
                 .then(answer => done(answer.status))""",
            base64.b64encode(whole).decode(),
        )
        assert sent == 200


def _specks(session: Session) -> np.ndarray:
    small = np.frombuffer(session.chance.randbytes(60 * 80 * 3), np.uint8).reshape(60, 80, 3)
    return cv2.resize(small, (640, 480), None, 0, 0, cv2.INTER_NEAREST)


class Joined(Served):
    """The first two papers of the tray, in one."""

    name = "join"
    where = "two papers joined"
    seconds = 5.0

    def serve(self, session: Session) -> None:
        hands, page = session.hands, page_of(session)
        page.take_paper_again()
        hands.join_papers()
        self.see(session)
        hands.press("« Garder »")
        hands.kiosk.wait_for("service-done", kind="join")
        hands.see_page()


# In this order: what is done to "the first paper of the tray" is done to the site's.
KINDS: tuple[type[Kind], ...] = (
    InTray, NamedInTray, Joined, Mended, Printed, OntoStick, ToPhone, Scanned, Photographed,
)  # fmt: skip
