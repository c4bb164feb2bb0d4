"""What the application uses of this package: screens on demand, and what the person asked as signals.

The shell decides nothing about sessions. It holds the `Visit` of the person in front, and forgets it when told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.control.people import Action, Mode
from kiosk.documents.desk.scenes import Scene
from kiosk.notice import Notices
from kiosk.session.messages import Appearance
from kiosk.session.receipt import WIPE_STEPS, Receipt
from kiosk.ui import theme, words
from kiosk.ui.announcer import Announcer
from kiosk.ui.call import Call
from kiosk.ui.catalogue_pages import CataloguePages
from kiosk.ui.desk_pages import DeskPages
from kiosk.ui.notice_over import NoticeOver
from kiosk.ui.screen import Screen
from kiosk.ui.screens.closing import ClosingPage
from kiosk.ui.screens.context import Context, Sheets, Shelf
from kiosk.ui.screens.desk import DeskPage
from kiosk.ui.screens.devices import DevicesPage
from kiosk.ui.screens.guide import GuidePage
from kiosk.ui.screens.home import HomePage
from kiosk.ui.screens.locked import LockedPage
from kiosk.ui.screens.opening import OpeningPage
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.staff import StaffPage
from kiosk.ui.screens.warning import WarningPage
from kiosk.ui.screens.wiped import WipedPage
from kiosk.ui.screens.wiping import WipingPage
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_scenes import StaffScene
from kiosk.ui.topbar import TopBar
from kiosk.ui.visit import Visit
from kiosk.ui.wheelbar import WheelBar, scene_of
from kiosk.ui.windows import Windows

HEARD_AGAIN = 30
"""Seconds before the end at which the question is heard once more."""


class Shell(QObject):
    """Every signal is a wish of a person; nothing has happened yet when it is sent. `pages`: those before a session."""

    start_asked = Signal(str, str, bool)
    finish_asked = Signal()
    back_to_page_asked = Signal()
    erase_asked = Signal()
    extend_asked = Signal()
    new_person_asked = Signal()
    lost_asked = Signal()
    mediator_called = Signal()
    mediator_answered = Signal()
    appearance_changed = Signal(object)
    drive_asked = Signal(str)
    devices_later = Signal()
    devices_again = Signal()
    desk_wished = Signal(object)
    receipt_asked = Signal()
    staff_asked = Signal()
    staff_wished = Signal(object)
    listen_asked = Signal(str)
    page_changed = Signal()
    keyboard_left = Signal()
    notice_asked = Signal()
    notice_left = Signal()
    warning_heard = Signal()

    def __init__(
        self,
        catalogue: Shelf,
        site_name: str,
        clock: Callable[[], datetime],
        announcer: Announcer,
        default: Appearance | None = None,
        *,
        sheets: Sheets | None = None,
        notices: Notices | None = None,
    ) -> None:
        super().__init__()
        self._default = default or Appearance()
        self._context = Context(catalogue, site_name, Visit(self._default))
        if sheets is not None:
            self._context.sheets = sheets
        if notices is not None:
            self._context.notices = notices
        self._windows = Windows(clock)
        self._screen, self._bar = self._windows.screen, self._windows.bar
        self._wheel_bar = self._windows.wheel_bar
        self._desk = DeskPages(self._context, self.desk_wished.emit)
        self._staff = StaffPages(self._context, self.staff_wished.emit)
        self.pages = CataloguePages(self._context, self._go, self._go_further)
        self.pages.start_asked.connect(self._start)
        self.pages.listen_asked.connect(self.listen_asked)
        self.pages.staff_asked.connect(self.staff_asked)
        self.pages.devices_asked.connect(self.devices_again)
        # Builds the page on screen again when the look changes.
        self._build: Callable[[], Page] = self.pages.home
        self._call = Call(announcer, self)
        self._bar.lost_asked.connect(self.lost_asked)
        self._bar.finish_asked.connect(self.finish_asked)
        self._bar.answered.connect(self._answer)
        self._bar.blocked_asked.connect(self.staff_asked)
        self._bar.keyboard_left.connect(self.keyboard_left)
        self._bar.notice_asked.connect(self.notice_asked)
        self._notice = NoticeOver(self._context, self._windows)
        self._notice.left.connect(self.notice_left)
        self._notice.laid.connect(self._tie)
        self._notice.laid.connect(lambda _: self.page_changed.emit())
        self._wheel_bar.asked.connect(self.drive_asked)
        self._windows.wear(self.appearance)

    # --- for the application --------------------------------------------------------------------------------------

    @property
    def appearance(self) -> Appearance:
        return self._context.visit.appearance

    @property
    def windows(self) -> tuple[Screen, TopBar]:
        return self._screen, self._bar

    @property
    def wheel_bar(self) -> WheelBar:
        """The mediator's."""
        return self._wheel_bar

    def set_voice(self, on: bool) -> None:
        """Whether texts can be heard."""
        self._context.can_listen = on

    def show(self) -> None:
        """Take the primary screen, with the page asked for last."""
        self._windows.place()
        self._windows.put_backdrop_behind()
        self._go(self._build)

    def show_home(self) -> None:
        """As a new person finds it: nothing typed, the post's own look."""
        self._context.visit = Visit(self._default)
        self._notice.drop()
        if theme.current().appearance != self._default:
            self._windows.wear(self.appearance)
            self.appearance_changed.emit(self._default)
        self._go(self.pages.home)

    @property
    def waits_for_somebody(self) -> bool:
        """Home is on the screen, and nobody has done anything there: not even one letter, or another language."""
        page = self._screen.page
        if not (isinstance(page, HomePage) and self._screen.isVisible()) or self._context.mediator_called:
            return False
        untouched = self._context.visit == Visit(self._default) and not self._desk.known()
        return untouched and not any(field.text() for field in page.findChildren(QLineEdit))

    def show_opening(self, host: str = "") -> None:
        """`host`: the site that is opened without a procedure."""
        self._context.visit.host = host
        self._go(lambda: OpeningPage(self._context))

    def show_session(self, with_mediator: bool) -> None:
        """Reveal the guest behind: the screen goes, the bar stays."""
        self._desk.forget()
        self._context.visit.mediator_beside |= with_mediator and not self._context.mediator_called
        self._refresh_bar()
        self._windows.reveal_guest()

    def guest_came(self) -> None:
        """A guest's window is there, and wants to be behind the shell's: the backdrop makes room under it."""
        self._windows.put_backdrop_behind()

    def show_warning(self, seconds_left: int, seconds_total: int) -> None:
        """Called each second; the page and its focus stay. It is heard when it comes, and once more near its end."""
        if not (isinstance(self._screen.page, WarningPage) and self._screen.isVisible()):
            self._go(self._warning)
            self.warning_heard.emit()
        elif seconds_left == HEARD_AGAIN:
            self.warning_heard.emit()
        page = self._screen.page
        if isinstance(page, WarningPage):
            page.tick(seconds_left, seconds_total)

    def show_desk(self, scene: Scene) -> None:
        """A scene of the paper desk: another of the same class changes the page in place, and the keyboard stays."""
        page = self._screen.page if self._screen.isVisible() else None
        if not self._desk.changes_in_place(page, scene):
            self._go(self._desk.build)

    def show_staff(self, scene: StaffScene) -> None:
        """A scene of the staff area: another of the same class changes the page in place, and the keyboard stays."""
        page = self._screen.page if self._screen.isVisible() else None
        if not self._staff.changes_in_place(page, scene):
            self._go(self._staff.build)

    def leave_staff(self) -> None:
        """It is locked: nothing of it stays on a screen."""
        self._staff.leave(self._screen.page)
        self._build = self.pages.home

    def show_notice(self) -> None:
        """Over the guest. `notice_left` tells that the person has read it."""
        self._notice.lay()

    def take_keyboard(self) -> None:
        """To the bar over the guest, which gives it back."""
        self._bar.take_keyboard()

    def show_blocked(self, count: int) -> None:
        """How many refused sites a mediator could allow."""
        self._context.visit.blocked = count
        self._refresh_bar()

    def show_closing(self, documents: int, share: int | None = None, left_behind: tuple[str, ...] = ()) -> None:
        """`share`: the user's part of the gestures, in percent, when a mediator was beside. `left_behind`: where
        something may still lie, see `ClosingPage`."""
        self._go(lambda: self._closing(documents, share, left_behind))

    def show_wiping(
        self, steps_done: Sequence[str], steps: Sequence[str] = WIPE_STEPS, reason: str | None = None
    ) -> None:
        """Called after each step. `reason` is the code of an end that the person did not ask for."""
        page = self._screen.page
        if isinstance(page, WipingPage) and page.reason == reason and self._screen.isVisible():
            page.tick(steps_done)
        else:
            self._go(lambda: WipingPage(self._context, steps_done, steps, reason))

    def show_wiped(self, receipt: Receipt, reason: str | None = None, seconds: int = 20) -> None:
        """`seconds`: how long until home, as the controller has decided; shown, never acted on."""
        self._go(lambda: self._wiped(receipt, reason, seconds))

    def show_locked(self, code: str, step: int, steps: int, at: datetime) -> None:
        self._go(lambda: LockedPage(self._context, code, step, steps, at))

    def set_problems(self, problems: Sequence[str]) -> None:
        """Sentences for IT, each with its file and line."""
        self._context.problems = tuple(problems)
        if isinstance(self._screen.page, HomePage):
            self._go(self._build)

    def set_mediator_called(self, on: bool) -> None:
        """Raise or lower the flag, as the controller says: seen at once, heard at once and again until lowered."""
        if on == self._context.mediator_called:
            return
        self._context.mediator_called = on
        self._call.sound(on)
        for page in (self._screen.page, self._screen.over):
            if page is not None:
                page.set_mediator_called(on)
        self._refresh_bar()

    def forget_person(self) -> None:
        """Drop all that the shell knows of the person. Their language stays for the receipt, until `show_home`."""
        self._desk.forget()
        self._staff.leave(self._screen.page)
        self._context.visit = Visit(self.appearance)
        self._build = self.pages.home

    def known_of_person(self) -> int:
        """How many things the shell still knows of a person. 0 after `forget_person`."""
        visit, nobody = self._context.visit, Visit(self.appearance)
        known = sum(getattr(visit, one.name) != getattr(nobody, one.name) for one in fields(Visit))
        return known + self._desk.known()

    def end(self) -> None:
        """Close all windows for good."""
        self._call.sound(False)
        self._windows.end()

    # --- two people at the wheel ----------------------------------------------------------------------------------

    def set_keys(self, take: str, give: str, both: str, brake: str) -> None:
        """The mode keys as the configuration names them, for the mediator's bar and guide."""
        named = {Action.TAKE: take, Action.GIVE: give, Action.BOTH: both, Action.BRAKE: brake}
        keys = {action: words.key_name(key) for action, key in named.items()}
        self._context.keys = keys
        self._wheel_bar.set_keys(keys)

    def set_pairs(self, two: bool, askable: bool = False) -> None:
        """Whether the post has a mouse and a keyboard for each person, and whether it may ask whose each is."""
        if (two, askable) == (self._context.two_pairs, self._context.devices_askable):
            return
        self._context.two_pairs, self._context.devices_askable = two, askable
        if isinstance(self._screen.page, GuidePage):
            self._go(self._build)

    def set_driving(self, mode: str, secret: bool, paired: bool, bar: bool, remind_after: int) -> None:
        """Who drives (`Mode.word`). `bar`: a mediator sits there with their own pair. `remind_after`: seconds."""
        now = Mode[mode.upper()]
        bar = bar and paired
        self._bar.set_drive(scene_of(now, secret) if bar else None)
        self._wheel_bar.show_drive(now, secret, remind_after)
        self._windows.set_pair_beside(bar)

    def notice_device(self, text: str) -> None:
        """A mouse or a keyboard went or came back: said in the mediator's bar."""
        self._wheel_bar.notice(text)

    def set_missing(self, text: str) -> None:
        """What went of the user's devices, for the top bar where there is no mediator's; empty when it is back."""
        self._bar.set_missing(text)

    def show_devices(self, step: int, taken: bool = False) -> None:
        """Ask whose each device is. `taken`: the one just used is already the user's."""
        self._go(lambda: self._devices(step, taken))

    # --- pages ----------------------------------------------------------------------------------------------------

    def _warning(self) -> WarningPage:
        page = WarningPage(self._context)
        page.extend_asked.connect(self.extend_asked)
        page.erase_asked.connect(self.erase_asked)
        page.answered_by_reading.connect(self.notice_asked)
        return page

    def _devices(self, step: int, taken: bool) -> DevicesPage:
        page = DevicesPage(self._context, step, taken)
        page.later.connect(self.devices_later)
        page.again.connect(self.devices_again)
        return page

    def _closing(self, documents: int, share: int | None, left_behind: tuple[str, ...]) -> ClosingPage:
        page = ClosingPage(self._context, documents, share, left_behind)
        page.erase_asked.connect(self.erase_asked)
        page.receipt_asked.connect(self.receipt_asked)
        return page

    def _wiped(self, receipt: Receipt, reason: str | None, seconds: int) -> WipedPage:
        page = WipedPage(self._context, receipt, reason, seconds)
        page.new_person_asked.connect(self.new_person_asked)
        return page

    # --- what people ask ------------------------------------------------------------------------------------------

    def _start(self, procedure_id: str, case: str, with_mediator: bool) -> None:
        if with_mediator and not self._context.visit.mediator_beside and not self._context.mediator_called:
            self.mediator_called.emit()
        self.start_asked.emit(procedure_id, case, with_mediator)

    def _answer(self) -> None:
        self._context.visit.mediator_beside = True
        self.mediator_answered.emit()

    def _back(self) -> None:
        if isinstance(self._screen.page, ClosingPage):
            self.back_to_page_asked.emit()
        elif self._screen.page is not None and not isinstance(self._screen.page, DeskPage | StaffPage):
            self._go(self._screen.page.before or self.pages.home)

    def _change_look(self, appearance: Appearance) -> None:
        self._context.visit.appearance = appearance
        self._windows.wear(self.appearance)
        if not self._notice.over_guest:
            self._go(self._build)
        self._notice.lay_again()
        self.appearance_changed.emit(appearance)

    # --- windows --------------------------------------------------------------------------------------------------

    def _go_further(self, build: Callable[[], Page]) -> None:
        """To a page whose way back is the page that is there now."""
        before = self._build

        def led() -> Page:
            page = build()
            page.before = before
            return page

        self._go(led)

    def _go(self, build: Callable[[], Page]) -> None:
        self._build = build
        page = build()
        page.back_asked.connect(self._back)
        page.notice_asked.connect(self._notice.lay)
        self._tie(page)
        self._windows.show_page(page, under=self._notice.stays_over(page))
        self._desk.keep_only(page)
        self._windows.reveal_page()
        self.page_changed.emit()

    def _tie(self, page: Page) -> None:
        """What every page may ask, the notice too."""
        page.call_asked.connect(self.mediator_called)
        page.answered.connect(self._answer)
        page.appearance_asked.connect(self._change_look)

    def _refresh_bar(self) -> None:
        visit = self._context.visit
        self._bar.set_seats(called=self._context.mediator_called, beside=visit.mediator_beside)
        self._bar.set_site(visit.host, visit.blocked)
