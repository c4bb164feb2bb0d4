"""The composition root: the only module that knows every part. Builds the shell from configuration and runs it.

Holds no rule and no screen of its own: it gives each room what it needs and ties their signals together.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

import msgspec
import qasync
import structlog
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.aids import Aids
from kiosk.config import Config, Loaded
from kiosk.control.line import INSIDE, Line
from kiosk.control.line import place as wheel_place
from kiosk.documents.desk.scenes import Scene
from kiosk.documents.paper import MOST_BYTES
from kiosk.kept_receipts import KeptReceipts
from kiosk.notice import Notices
from kiosk.paper_desk import PaperDesk, about_session, devices_of
from kiosk.procedures import glossary, loader
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import Language, Procedure
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.procedures.openings import OpeningCounts
from kiosk.procedures.other_site import normalise, procedure_of
from kiosk.procedures.what_next import what_next
from kiosk.reading_aloud import ReadingAloud
from kiosk.sandbox import BubblewrapSandbox, GuestSpec
from kiosk.sandbox.display import COOKIES, Display, local_display
from kiosk.session import commands, events, messages
from kiosk.session.idle import X11IdleCounter
from kiosk.session.leftovers import X11Leftovers
from kiosk.session.network.trackers import is_tracker, known_trackers
from kiosk.session.place import AUTHORITY, NetworkSettings, runtime_folder
from kiosk.session.receipt import WIPE_ERRORS, Receipt
from kiosk.session.runner import Post, Runner
from kiosk.session.selections import X11Selections
from kiosk.session.state import EndReason, Phase, Settings
from kiosk.session.steps import ScreenErasure
from kiosk.sheets import library
from kiosk.side_by_side import SideBySide
from kiosk.staff_area import StaffArea
from kiosk.staying_closed import stay_closed
from kiosk.ui.announcer import AplaySound
from kiosk.ui.screens.warning import warning_said
from kiosk.ui.shell import Shell
from kiosk.ui.staff_scenes import StaffScene
from kiosk.voice.espeak import voice_of
from kiosk.what_stays import SwapError, known_clean, swap_problems
from kiosk.writing_room import Site, WritingRoom

_MEGABYTE = 1 << 20

SHOW_GUEST_ERRORS = "KIOSK_SHOW_GUEST_ERRORS"
"""Set by developers and tests only: the guest's error output may quote a page."""


def run(given: Loaded) -> int:
    """Open the kiosk on the current display. Returns the exit status when it has ended.

    Raises DisplayError when there is no display.
    """
    display = local_display()
    aids = Aids(given.config, runtime_folder())
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Côte à Côte")
    aids.start(application)
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with contextlib.ExitStack() as last, loop:
        return loop.run_until_complete(_live(application, given, display, aids, last))


async def _live(  # noqa: PLR0915 - a line or two for each part
    application: QApplication, given: Loaded, display: Display, aids: Aids, last: contextlib.ExitStack
) -> int:
    """`last`: what must be done when the loop has ended."""
    log = structlog.get_logger()
    config = given.config
    packaged, *folders = config.procedures.every_folder
    site = Site(packaged, tuple(folders), config.state.directory)
    loaded = loader.load(site.every_folder)
    shown = tuple(one for one in loaded.procedures if config.procedures.practice or not one.practice)
    catalogue = Catalogue(shown)
    sheets = library.opened(config.state.directory)
    problems = (*given.problems, *loaded.problems, *((sheets.problem,) if sheets.problem else ()))
    sounds = AplaySound()
    last.callback(sounds.stop)
    shell = Shell(
        catalogue,
        site_name=config.site.name,
        clock=datetime.now,
        announcer=sounds,
        default=messages.Appearance(
            language=config.display.language,
            text_percent=config.display.text_percent,
            contrast=config.display.contrast,
        ),
        sheets=sheets.library,
        notices=Notices(config),
    )
    runtime = runtime_folder()
    desk = PaperDesk(
        devices_of(config, str(runtime)),
        DeskScreens(shell, side_covers=lambda: side.cover(), in_front=lambda: runner.phase is Phase.PAPERS),  # noqa: PLW0108
        send=lambda message, contents: runner.send(message, contents),  # noqa: PLW0108 - the runner comes later
        tell=lambda event, **fields: runner.tell(event, **fields),  # noqa: PLW0108
        record=log.info,
        about=lambda: about_session(catalogue, runner.session, shell.appearance.language),
    )
    staff_screens = StaffScreens(shell, side_covers=lambda: side.cover())  # noqa: PLW0108 - the side comes later
    writing = WritingRoom(
        site,
        catalogue,
        practice=config.procedures.practice,
        glossary=glossary.load,
        today=date.today,
        is_tracker=lambda host: is_tracker(host, known_trackers()),
        open_everywhere=config.network.allow,
        tell=lambda event, **fields: runner.tell(event, **fields),  # noqa: PLW0108
        show=staff_screens.show_staff,
    )
    staff = StaffArea(
        desk.staff,
        staff_screens,
        tell=lambda event, **fields: runner.tell(event, **fields),  # noqa: PLW0108
        what_next=lambda: what_next(config.state.directory),
        title_of=lambda procedure_id: title_of(catalogue, procedure_id, shell.appearance.language),
        writing=writing,
    )
    line = Line(wheel_place(runtime))
    side = SideBySide(
        given,
        shell,
        line,
        send=lambda message: runner.send(message),  # noqa: PLW0108 - the runner comes later
        sit_down=lambda: runner.tell(events.MediatorAnswered),
        record=log.info,
    )
    last.callback(side.leave)
    reading = ReadingAloud(
        voice_of(config.voice, log.info),
        current=lambda: catalogue.get(runner.session.procedure_id) if runner.session is not None else None,
        language=lambda: shell.appearance.language,
        send=lambda message: runner.send(message),  # noqa: PLW0108 - the runner comes later
    )
    shell.set_voice(reading.possible)
    try:
        at_start = [str(problem) for problem in (*problems, *side.problems(), *swap_problems(config.wipe))]
    except SwapError as refused:
        return await stay_closed(shell, refused)
    shell.set_problems(at_start)
    receipts = KeptReceipts(
        config,
        call=partial(_on_loop, asyncio.get_running_loop()),
        record=log.info,
        problems=lambda found: shell.set_problems([*at_start, *map(str, found)]),
        wall_clock=lambda: datetime.now().astimezone(),
    )
    post = Post(
        sandbox=BubblewrapSandbox(scope=str(runtime)),
        spec=guest_spec(config, display, line.path, side.mode_keycodes, aids.for_guest),
        reader_bus=aids.reader_bus,
        selections=X11Selections(),
        last_erasures=(
            ScreenErasure(X11Leftovers(note=config.state.directory / "x-server.json"), X11Selections()),
            known_clean(config),
        ),
        idle=X11IdleCounter(),
        runtime=runtime,
        settings=Settings.of(config.session, known_trackers()),
        network=NetworkSettings(
            config.network.connect_timeout_seconds,
            config.network.upstream,
            config.procedures.practice_redesigned,
            config.network.internal,
        ),
        opening=Opening(
            catalogue, config.network.allow, shell, (side.greet_guest, reading.greet_guest), writing.opened
        ),
        appearance=lambda: shell.appearance,
        record=log.info,
        count_drift=DriftCounts(config.state.directory / "drifts.json").add,
        wall_clock=lambda: datetime.now().astimezone(),
        on_drive=side.hear_drive,
        on_secrecy=side.hear_secrecy,
        on_read=reading.hear,
        desk=desk,
        staff=staff,
        recorder=writing,
        count_opening=OpeningCounts(config.state.directory).add,
        note_host=NotedHosts(config.state.directory).add,
        keep_receipt=receipts.keep,
        papers_bytes=min(config.guest.tray_mb * _MEGABYTE, MOST_BYTES),
    )
    ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    screens = Screens(shell, config, side, desk, reading=reading, in_closing=lambda: runner.phase is Phase.CLOSING)
    runner = Runner(post, screens, on_exit=ended.set_result)
    _tie(shell, runner, catalogue)
    shell.desk_wished.connect(desk.wished)
    shell.staff_wished.connect(staff.wished)
    shell.page_changed.connect(reading.stop)
    if config.session.warning_sound:
        shell.warning_heard.connect(sounds.warn)
        shell.warning_heard.connect(lambda: reading.say(warning_said()))
    shell.keyboard_left.connect(lambda: runner.send(messages.TakeKeyboard()))
    shell.listen_asked.connect(lambda procedure_id: reading.read_procedure(catalogue.get(procedure_id)))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # Python runs a handler in the middle of whatever comes next, so it only asks: the loop tells the runner. The
        # ticking task makes sure that something always comes next.
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(runner.tell, events.ShutDown))
    log.info("kiosk-started", version=__version__, problems=len(problems))
    shell.show()
    side.start(application)
    runner.start()
    verified = await ended
    receipts.end()
    reading.stop()
    side.end()
    shell.end()
    return 0 if verified else 1


def _on_loop(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """From another thread. Once the program has ended, nobody wants to hear."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(call)


class Screens:
    """The shell's screens as the rules ask for them."""

    def __init__(
        self,
        shell: Shell,
        config: Config,
        side: SideBySide,
        desk: PaperDesk,
        *,
        reading: ReadingAloud,
        in_closing: Callable[[], bool],
    ) -> None:
        self._shell = shell
        self._reading = reading
        self._side = side
        self._desk = desk
        self._in_closing = in_closing
        self._called = False
        self._receipt_seconds = config.session.receipt_seconds
        self.show_opening = shell.show_opening
        self.show_blocked = shell.show_blocked
        self.take_keyboard = shell.take_keyboard
        self.guest_came = shell.guest_came

    def forget_person(self) -> None:
        """With what is being read aloud to them."""
        self._reading.stop()
        self._shell.forget_person()

    def known_of_person(self) -> int:
        return self._shell.known_of_person() + self._reading.remains()

    def set_mediator_called(self, on: bool) -> None:
        self._called = on
        self._shell.set_mediator_called(on)

    def show_home(self) -> None:
        self._shell.show_home()
        self._side.show_home()

    def show_session(self, with_mediator: bool) -> None:
        self._shell.show_session(with_mediator)
        # Called is not yet come.
        self._side.show_session(with_mediator and not self._called)

    def show_warning(self, seconds_left: int, seconds_total: int) -> None:
        self._side.cover()
        self._shell.show_warning(seconds_left, seconds_total)

    def show_closing(self, documents: int, share: int | None) -> None:
        self._side.cover()
        left = self._desk.left_behind()
        self._shell.show_closing(documents, share, left)

        def note_stick(there: bool) -> None:
            if self._in_closing():
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


def title_of(catalogue: Catalogue, procedure_id: str, language: Language) -> str | None:
    procedure = catalogue.get(procedure_id)
    return None if procedure is None else procedure.title.get(language)


class Opening:
    """Turns "open this procedure" into the guest's first message and the hosts it may reach."""

    def __init__(
        self,
        catalogue: Catalogue,
        extra_hosts: Iterable[str],
        shell: Shell,
        greetings: Sequence[Callable[[], None]],
        written: Callable[[commands.OpenGuest], Procedure],
    ) -> None:
        """`greetings`: what else a guest is told first. `written`: the procedure that a mediator is making."""
        self._catalogue = catalogue
        self._written = written
        self._extra_hosts = tuple(extra_hosts)
        self._shell = shell
        self._greetings = tuple(greetings)

    def __call__(self, command: commands.OpenGuest) -> tuple[messages.Open, tuple[str, ...]]:
        procedure = self._procedure(command)
        message = messages.Open(
            procedure=msgspec.Raw(procedure.model_dump_json(by_alias=True, exclude_none=True).encode()),
            case=command.case,
            with_mediator=command.with_mediator,
            appearance=self._shell.appearance,
            resume_step=command.resume_step,
            mode=command.mode,
        )
        # Once the guest has it: who drives comes after what there is to drive.
        for greet in self._greetings:
            asyncio.get_running_loop().call_soon(greet)
        return message, (*allowed_hosts(procedure), *self._extra_hosts)

    def _procedure(self, command: commands.OpenGuest) -> Procedure:
        if command.trial or command.mode == "record":
            return self._written(command)
        if command.site is not None:
            return procedure_of(normalise(command.site.address))
        procedure = self._catalogue.get(command.procedure_id)
        assert procedure is not None  # `_tie` lets only a procedure of this catalogue begin
        return procedure


def guest_spec(
    config: Config,
    display: Display,
    line: Path,
    mode_keycodes: Iterable[int] = (),
    aids: Mapping[str, str] = MappingProxyType({}),
) -> GuestSpec:
    guest = config.guest
    return GuestSpec(
        command=(sys.executable, "-m", "kiosk.guest.first", "--authority", AUTHORITY),
        environment={
            **display.environment,
            **aids,
            "KIOSK_TRAY_MAX_FILES": str(guest.tray_files),
            "KIOSK_TRAY_MAX_FILE_MB": str(guest.tray_file_mb),
            "KIOSK_TRAY_MAX_TOTAL_MB": str(guest.tray_mb),
            "KIOSK_MODE_KEYS": ",".join(map(str, sorted(mode_keycodes))),
        },
        show_errors=SHOW_GUEST_ERRORS in os.environ,
        data={COOKIES: display.cookies} if display.cookies else {},
        folders={INSIDE: line},
        sockets={str(display.socket): display.socket},
        memory_bytes=guest.memory_mb * _MEGABYTE,
        home_bytes=guest.home_mb * _MEGABYTE,
        tmp_bytes=guest.tmp_mb * _MEGABYTE,
        shm_bytes=guest.shm_mb * _MEGABYTE,
    )


def _tie(shell: Shell, runner: Runner, catalogue: Catalogue) -> None:
    def start(procedure_id: str, case: str, with_mediator: bool) -> None:
        procedure = catalogue.get(procedure_id)
        if procedure is None:
            return
        steps = tuple(step.id for step in procedure.steps_for(case or None))
        runner.tell(
            events.StartAsked,
            procedure_id=procedure_id,
            case=case or None,
            with_mediator=with_mediator,
            steps=steps,
        )
        if with_mediator:
            runner.tell(events.MediatorCalled)

    shell.start_asked.connect(start)
    for asked, event in (
        (shell.finish_asked, events.FinishAsked),
        (shell.back_to_page_asked, events.BackToPage),
        (shell.erase_asked, events.EraseAsked),
        (shell.extend_asked, events.ExtendAsked),
        (shell.new_person_asked, events.NewPerson),
        (shell.lost_asked, events.LostAsked),
        (shell.receipt_asked, events.ReceiptAsked),
        (shell.mediator_called, events.MediatorCalled),
        (shell.mediator_answered, events.MediatorAnswered),
        (shell.staff_asked, events.StaffAsked),
        (shell.notice_asked, events.NoticeAsked),
        (shell.notice_left, events.NoticeLeft),
    ):
        asked.connect(lambda event=event: runner.tell(event))
    shell.appearance_changed.connect(lambda _: runner.tell(events.AppearanceChanged))
