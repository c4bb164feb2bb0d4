"""The composition root: the only module that knows every part. Builds the shell from configuration and runs it.

Holds no rule and no screen of its own: it gives each room what it needs and ties their signals together.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import qasync
import structlog
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import kiosk.ui  # noqa: F401 - before the rest: see its `plain_imports`
from kiosk import __version__, opening
from kiosk.aids import Aids
from kiosk.config import Config, Loaded
from kiosk.control.line import Line
from kiosk.control.line import place as wheel_place
from kiosk.documents.paper import MOST_BYTES
from kiosk.errors import Problem
from kiosk.health import Doctor
from kiosk.kept_packs import LOOK_EVERY_MS, Packs, Renewal
from kiosk.kept_receipts import KeptReceipts
from kiosk.notice import Notices
from kiosk.paper_desk import PaperDesk, about_session, devices_of
from kiosk.procedures import glossary, loader
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.model import Procedure
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.procedures.openings import OpeningCounts
from kiosk.procedures.what_next import what_next
from kiosk.pulse import BEAT_SECONDS, Pulse
from kiosk.reading_aloud import ReadingAloud
from kiosk.sandbox import BubblewrapSandbox
from kiosk.sandbox.display import Display, local_display
from kiosk.sealed import Sealed
from kiosk.session import events, messages
from kiosk.session.around import Post
from kiosk.session.idle import X11IdleCounter
from kiosk.session.leftovers import X11Leftovers
from kiosk.session.network.trackers import is_tracker, known_trackers
from kiosk.session.place import NetworkSettings, runtime_folder
from kiosk.session.runner import Runner
from kiosk.session.selections import X11Selections
from kiosk.session.state import Phase, Settings
from kiosk.session.steps import ScreenErasure
from kiosk.sheets import library
from kiosk.side_by_side import SideBySide
from kiosk.staff_area import StaffArea
from kiosk.stage import DeskScreens, Screens, StaffScreens
from kiosk.staying_closed import stay_closed
from kiosk.ui.announcer import AplaySound
from kiosk.ui.screens.warning import warning_said
from kiosk.ui.shell import Shell
from kiosk.voice.espeak import voice_of
from kiosk.what_stays import SwapError, known_clean, swap_problems
from kiosk.writing_room import Site, WritingRoom

_MEGABYTE = 1 << 20


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


async def _live(
    application: QApplication, given: Loaded, display: Display, aids: Aids, last: contextlib.ExitStack
) -> int:
    """`last`: what must be done when the loop has ended."""
    sounds = AplaySound()
    last.callback(sounds.stop)
    offer = _offer(given)
    shell = _shell(given.config, offer, sounds)
    try:
        of_swap = swap_problems(given.config.wipe)
    except SwapError as refused:
        return await stay_closed(shell, refused)
    house = House(given, offer, shell, last, sounds=sounds, aids=aids, display=display)
    return await house.live(application, of_swap)


@dataclass(frozen=True)
class Offer:
    """What there is to do and to read on this post."""

    site: Site
    packs: Packs
    catalogue: Catalogue
    sheets: library.Opened
    problems: tuple[Problem, ...]


def _offer(given: Loaded) -> Offer:
    config = given.config
    packaged, *folders = config.procedures.every_folder
    packs = Packs(config)
    site = Site(packaged, tuple(folders), config.state.directory, packs.folders)
    loaded = loader.load(site.every_folder)
    shown = tuple(one for one in loaded.procedures if config.procedures.practice or not one.practice)
    sheets = library.opened(config.state.directory)
    problems = (*given.problems, *packs.opened().problems, *loaded.problems)
    of_sheets = (sheets.problem,) if sheets.problem else ()
    return Offer(site, packs, Catalogue(shown), sheets, (*problems, *of_sheets))


def _shell(config: Config, offer: Offer, sounds: AplaySound) -> Shell:
    return Shell(
        offer.catalogue,
        site_name=config.site.name,
        clock=datetime.now,
        announcer=sounds,
        default=messages.Appearance(
            language=config.display.language,
            text_percent=config.display.text_percent,
            contrast=config.display.contrast,
        ),
        sheets=offer.sheets.library,
        notices=Notices(config),
    )


class House:
    """Every room of the post, and the ties between them. The runner, to which they all speak, comes last."""

    def __init__(
        self,
        given: Loaded,
        offer: Offer,
        shell: Shell,
        last: contextlib.ExitStack,
        *,
        sounds: AplaySound,
        aids: Aids,
        display: Display,
    ) -> None:
        """`last`: what must be done when the loop has ended."""
        self._config = given.config
        self._offer = offer
        self._shell = shell
        self._record = structlog.get_logger().info
        self._ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._at_start: tuple[str, ...] = ()
        line = Line(wheel_place(runtime_folder()))
        self._side = self._make_side(given, line)
        last.callback(self._side.leave)
        self._reading = self._make_reading()
        self._desk = self._make_desk()
        screens = StaffScreens(shell, self._side.cover)
        self._writing = self._make_writing(screens)
        self._staff = self._make_staff(screens, given.options)
        self._receipts = self._make_receipts()
        self._renewal = Renewal(offer.packs, self._writing.reload, self._record)
        self._pulse = Pulse()
        self._runner = Runner(self._post(display, aids, line), self._stage(), on_exit=self._ended.set_result)
        self._tie(sounds)

    async def live(self, application: QApplication, of_swap: tuple[str, ...]) -> int:
        """Until the system, or a fault, ends it. The exit status."""
        self._at_start = (*map(str, (*self._offer.problems, *self._side.problems())), *of_swap)
        self._shell.set_problems(self._at_start)
        self._shell.set_voice(self._reading.possible)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Python runs a handler in the middle of whatever comes next, so it only asks: the loop tells the runner.
            # The ticking task makes sure that something always comes next.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._runner.tell, events.ShutDown))
        self._record("kiosk-started", version=__version__, problems=len(self._offer.problems))
        self._shell.show()
        self._side.start(application)
        self._runner.start()
        look = QTimer(self._shell, interval=LOOK_EVERY_MS)
        look.timeout.connect(lambda: self._renewal.while_nobody_comes(self._shell))
        look.start()
        beat = QTimer(self._shell, interval=BEAT_SECONDS * 1000)
        beat.timeout.connect(self._pulse.beat)
        beat.start()
        verified = await self._ended
        look.stop()
        beat.stop()
        self._receipts.end()
        self._reading.stop()
        self._side.end()
        self._shell.end()
        return 0 if verified else 1

    # --- the rooms ------------------------------------------------------------------------------------------------

    def _make_side(self, given: Loaded, line: Line) -> SideBySide:
        return SideBySide(
            given,
            self._shell,
            line,
            send=self._send,
            sit_down=lambda: self._tell(events.MediatorAnswered),
            record=self._record,
        )

    def _make_reading(self) -> ReadingAloud:
        return ReadingAloud(
            voice_of(self._config.voice, self._record),
            current=self._current,
            language=lambda: self._shell.appearance.language,
            send=self._send,
        )

    def _make_desk(self) -> PaperDesk:
        return PaperDesk(
            devices_of(self._config, str(runtime_folder())),
            DeskScreens(self._shell, self._side.cover, in_front=lambda: self._runner.phase is Phase.PAPERS),
            send=self._send,
            tell=self._tell,
            record=self._record,
            about=lambda: about_session(self._offer.catalogue, self._runner.session, self._shell.appearance.language),
        )

    def _make_writing(self, screens: StaffScreens) -> WritingRoom:
        return WritingRoom(
            self._offer.site,
            self._offer.catalogue,
            practice=self._config.procedures.practice,
            glossary=glossary.load,
            today=date.today,
            is_tracker=lambda host: is_tracker(host, known_trackers()),
            open_everywhere=self._config.network.allow,
            tell=self._tell,
            show=screens.show_staff,
        )

    def _make_staff(self, screens: StaffScreens, options: Sequence[str]) -> StaffArea:
        return StaffArea(
            self._desk.staff,
            screens,
            tell=self._tell,
            what_next=lambda: what_next(self._config.state.directory),
            title_of=self._title_of,
            writing=self._writing,
            examine=Doctor(options).examine,
        )

    def _make_receipts(self) -> KeptReceipts:
        return KeptReceipts(
            self._config,
            call=partial(_on_loop, asyncio.get_running_loop()),
            record=self._record,
            problems=lambda found: self._shell.set_problems([*self._at_start, *map(str, found)]),
            wall_clock=_now,
        )

    def _stage(self) -> Screens:
        return Screens(
            self._shell,
            self._config,
            self._side,
            self._desk,
            renewal=self._renewal,
            reading=self._reading,
            pulse=self._pulse,
            rules=lambda: self._runner,
        )

    def _post(self, display: Display, aids: Aids, line: Line) -> Post:
        config, runtime = self._config, runtime_folder()
        state = config.state.directory
        return Post(
            sandbox=BubblewrapSandbox(scope=str(runtime)),
            spec=opening.guest_spec(config, display, line.path, self._side.mode_keycodes, aids.for_guest),
            reader_bus=aids.reader_bus,
            selections=X11Selections(),
            last_erasures=(
                ScreenErasure(X11Leftovers(note=state / "x-server.json"), X11Selections()),
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
            opening=opening.Opening(
                self._offer.catalogue,
                config.network.allow,
                self._appearance,
                voice=self._reading.greet_guest,
                wheel=self._side.greet_guest,
                written=self._writing.opened,
            ),
            appearance=self._appearance,
            record=self._record,
            count_drift=DriftCounts(state).add,
            wall_clock=_now,
            on_drive=self._side.hear_drive,
            on_secrecy=self._side.hear_secrecy,
            on_read=self._reading.hear,
            desk=self._desk,
            staff=self._staff,
            recorder=self._writing,
            count_opening=OpeningCounts(state).add,
            note_host=NotedHosts(state).add,
            keep_receipt=self._receipts.keep,
            papers_bytes=min(config.guest.tray_mb * _MEGABYTE, MOST_BYTES),
        )

    # --- what they say to each other ------------------------------------------------------------------------------

    def _tell(self, event: type[events.Event], **fields: object) -> None:
        self._runner.tell(event, **fields)

    def _send(self, message: messages.ToGuest, contents: Sequence[Sealed] = ()) -> bool:
        return self._runner.send(message, contents)

    def _appearance(self) -> messages.Appearance:
        return self._shell.appearance

    def _current(self) -> Procedure | None:
        session = self._runner.session
        return self._offer.catalogue.get(session.procedure_id) if session is not None else None

    def _title_of(self, procedure_id: str) -> str | None:
        procedure = self._offer.catalogue.get(procedure_id)
        return None if procedure is None else procedure.title.get(self._shell.appearance.language)

    def _tie(self, sounds: AplaySound) -> None:
        shell, reading = self._shell, self._reading
        shell.start_asked.connect(self._start)
        shell.desk_wished.connect(self._desk.wished)
        shell.staff_wished.connect(self._staff.wished)
        shell.page_changed.connect(reading.stop)
        if self._config.session.warning_sound:
            shell.warning_heard.connect(sounds.warn)
            shell.warning_heard.connect(lambda: reading.say(warning_said()))
        shell.keyboard_left.connect(lambda: self._send(messages.TakeKeyboard()))
        shell.listen_asked.connect(lambda procedure_id: reading.read_procedure(self._offer.catalogue.get(procedure_id)))
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
            asked.connect(lambda event=event: self._tell(event))
        shell.appearance_changed.connect(lambda _: self._tell(events.AppearanceChanged))

    def _start(self, procedure_id: str, case: str, with_mediator: bool) -> None:
        procedure = self._offer.catalogue.get(procedure_id)
        if procedure is None:
            return
        self._tell(
            events.StartAsked,
            procedure_id=procedure_id,
            case=case or None,
            with_mediator=with_mediator,
            steps=tuple(step.id for step in procedure.steps_for(case or None)),
        )
        if with_mediator:
            self._tell(events.MediatorCalled)


def _now() -> datetime:
    return datetime.now().astimezone()


def _on_loop(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """From another thread. Once the program has ended, nobody wants to hear."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(call)
