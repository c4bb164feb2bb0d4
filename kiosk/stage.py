"""The shell's screens as the rules, the paper desk and the staff area ask for them.

Adds to each what else of the post belongs to that moment: who is at the wheel, what is read aloud, what is renewed
while nobody is there. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.config import Config
from kiosk.documents.desk.scenes import Scene
from kiosk.kept_packs import Renewal
from kiosk.paper_desk import PaperDesk
from kiosk.pulse import Pulse
from kiosk.reading_aloud import ReadingAloud
from kiosk.session.receipt import WIPE_ERRORS, Receipt
from kiosk.session.runner import Runner
from kiosk.session.state import EndReason, Phase
from kiosk.side_by_side import SideBySide
from kiosk.ui.shell import Shell
from kiosk.ui.staff_scenes import StaffScene


class Screens:
    """The shell's screens as the rules ask for them."""

    def __init__(
        self,
        shell: Shell,
        config: Config,
        side: SideBySide,
        desk: PaperDesk,
        *,
        renewal: Renewal,
        reading: ReadingAloud,
        pulse: Pulse,
        rules: Callable[[], Runner],
    ) -> None:
        self._shell = shell
        self._renewal = renewal
        self._reading = reading
        self._pulse = pulse
        self._side = side
        self._desk = desk
        self._rules = rules
        self._receipt_seconds = config.session.receipt_seconds
        self.set_mediator_called = shell.set_mediator_called
        self.show_blocked = shell.show_blocked
        self.take_keyboard = shell.take_keyboard
        self.guest_came = shell.guest_came

    def forget_person(self) -> None:
        """With what is being read aloud to them."""
        self._reading.stop()
        self._shell.forget_person()

    def known_of_person(self) -> int:
        return self._shell.known_of_person() + self._reading.remains()

    def show_opening(self, host: str) -> None:
        self._pulse.somebody_came()
        self._shell.show_opening(host)

    def show_home(self) -> None:
        self._pulse.nobody_is_there()
        self._renewal.before_somebody()
        self._shell.show_home()
        self._side.show_home()

    def show_session(self, with_mediator: bool) -> None:
        self._shell.show_session(with_mediator)
        # Called is not yet come.
        self._side.show_session(with_mediator and not self._rules().mediator_called)

    def show_warning(self, seconds_left: int, seconds_total: int) -> None:
        self._side.cover()
        self._shell.show_warning(seconds_left, seconds_total)

    def show_closing(self, documents: int, share: int | None) -> None:
        self._side.cover()
        left = self._desk.left_behind()
        self._shell.show_closing(documents, share, left)

        def note_stick(there: bool) -> None:
            if self._rules().phase is Phase.CLOSING:
                self._shell.show_closing(documents, share, (*left, "stick") if there else left)

        self._desk.watch_stick(note_stick)

    def show_notice(self) -> None:
        self._side.cover()
        self._shell.show_notice()

    def show_wiping(self, reason: EndReason, done: tuple[str, ...]) -> None:
        self._side.end_session()
        self._shell.show_wiping(done, reason=reason.value)

    def show_wiped(self, receipt: Receipt, reason: EndReason) -> None:
        self._shell.show_wiped(receipt, reason.value, self._receipt_seconds)

    def show_locked(self, code: str) -> None:
        number = next((place for place, error in enumerate(WIPE_ERRORS.values(), 1) if code == error), 0)
        self._shell.show_locked(code, number, len(WIPE_ERRORS), datetime.now().astimezone())


class DeskScreens:
    """The shell's page of the paper desk, while the rules let it be seen."""

    def __init__(self, shell: Shell, side_covers: Callable[[], None], in_front: Callable[[], bool]) -> None:
        self._shell = shell
        self._side_covers = side_covers
        self._in_front = in_front

    def show_desk(self, scene: Scene) -> None:
        if self._in_front():
            self._side_covers()
            self._shell.show_desk(scene)


class StaffScreens:
    """The shell's pages of the staff area."""

    def __init__(self, shell: Shell, side_covers: Callable[[], None]) -> None:
        self._shell = shell
        self._side_covers = side_covers
        self.leave_staff = shell.leave_staff

    def show_staff(self, scene: StaffScene) -> None:
        if scene.in_session:
            self._side_covers()
        self._shell.show_staff(scene)
