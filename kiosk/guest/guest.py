"""The guest put together: window, pages, probe, walkthrough and tray, answering the shell over one channel.

The only module of the guest that knows every part. Started ahead, it waits behind the shell for `Open`; started again
after a crash, it takes the person back to where they were.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkProxy
from PySide6.QtWidgets import QApplication

from kiosk.control.people import Person
from kiosk.guest.address import address_of, is_right_host, origin_of
from kiosk.guest.browser import Options
from kiosk.guest.channel import Channel
from kiosk.guest.desk import Desk
from kiosk.guest.downloads import Downloads
from kiosk.guest.drafts import Drafts
from kiosk.guest.driving import GuestDriving
from kiosk.guest.fingers import stop_fingers
from kiosk.guest.marks import Marks
from kiosk.guest.page import Page
from kiosk.guest.pages import Pages
from kiosk.guest.panel import Choice, Driving
from kiosk.guest.place import Place, last_appearance
from kiosk.guest.popups import close_popups
from kiosk.guest.practice_papers import practice_papers
from kiosk.guest.probe.numbers import ask_numbers
from kiosk.guest.probe.probe import Probe
from kiosk.guest.profile import accept_language, make_profile
from kiosk.guest.recording import Recording
from kiosk.guest.rehearsal import rehearse_panel
from kiosk.guest.secrecy import FocusWatch
from kiosk.guest.spoken import SpokenScenes
from kiosk.guest.tray import Tray, TrayLimits
from kiosk.guest.troubles import Troubles
from kiosk.guest.walkthrough import Front, Walkthrough
from kiosk.guest.window import GuestWindow
from kiosk.procedures import glossary
from kiosk.procedures.engine import Place as StepPlace
from kiosk.procedures.model import Procedure
from kiosk.sealed import Sealed
from kiosk.session import messages
from kiosk.ui import i18n, theme, touch

HEARTBEAT_MS = 1000
# A page without text or picture never says that it painted.
PAINT_AFTER_LOAD_MS = 250


class Guest(QObject):
    """`hopeless`: this browser can show nothing any more. Another may."""

    hopeless = Signal()

    def __init__(self, app: QApplication, options: Options) -> None:
        super().__init__(app)
        self._app = app
        self._procedure: Procedure | None = None
        self._guided = True
        self._appearance = last_appearance(options.home)
        self._comes_back = False
        self._awaits_paint = False
        self._to_guide: Callable[[], None] | None = None
        self._put_look_in_force()
        self.channel = Channel(options.channel, self)
        self.tray = Tray(options.home / "tray", TrayLimits.from_environment(), self)
        self.probe = Probe(self)
        self.desk = Desk(self.tray, self.channel.send, partial(ask_numbers, self.probe))
        self.profile = make_profile(options.home, options.authority, self.probe.script())
        self.place = Place(options.home, self.profile.cookieStore(), self)
        self.drafts = Drafts(options.home, self.probe.word, self)
        self.downloads = Downloads(self.profile, self.tray, self)
        self.window = GuestWindow(self.tray)
        self.recording = Recording(self.probe, lambda: self.pages.front, self)
        self.pages = Pages(self.window.view, self._make_page, self)
        self.troubles = Troubles(self.pages, self.window.cover, self.channel.send, self)
        self.walkthrough = Walkthrough(self.probe, self._page_facts, self)
        self.focus_watch = FocusWatch(self.window.view, self.probe, self)
        marks = Marks(self.window.view)
        self.driving = GuestDriving(
            self.window, self.focus_watch, marks.show, lambda: close_popups(self.probe), parent=self
        )
        self._writing = self._watch_writing()
        self._spoken = SpokenScenes(self.window.panel)
        self._connect()

    def start(self) -> None:
        """Map the window behind the shell, with a renderer already running, and say so. After a browser that died, the
        page of the person is sent for first of all."""
        self.probe.follow(self.pages.front)
        self._comes_back = self.place.restore(self.pages.load)
        if self._comes_back:
            self.pages.front.written, self.pages.front.comes_back = self.drafts.read_last(), True
        else:
            self.pages.load("about:blank")
        self.driving.install(self._app)
        self.window.place()
        self.window.show_behind()
        self._wear(self._appearance)
        if not self._comes_back:
            rehearse_panel(self.window)
        beat = QTimer(self, interval=HEARTBEAT_MS)
        beat.timeout.connect(lambda: self.channel.send(messages.Heartbeat()))
        beat.start()
        # After the first turn of the loop: the window is mapped then.
        QTimer.singleShot(0, self, lambda: self.channel.send(messages.Ready()))
        QTimer.singleShot(0, self, self._learn_words)

    def stop(self) -> None:
        self.driving.close()
        self.pages.close()
        self.window.close()
        self.channel.close()

    def _watch_writing(self) -> QObject | None:
        if self.window.keyboard is None:
            return None
        from kiosk.guest.writing import Writing  # noqa: PLC0415 - brings Qt Quick's keyboard with it

        return Writing(self.window.keyboard, self.probe, self)

    def _connect(self) -> None:
        self.channel.received.connect(self._hear_shell)
        self.channel.closed.connect(self._app.quit)
        self.tray.stored.connect(lambda kind, size: self.channel.send(messages.DocumentStored(kind=kind, size=size)))
        self.tray.refused.connect(lambda reason: self.channel.send(messages.DocumentRefused(reason=reason)))
        self.tray.changed.connect(lambda: self.walkthrough.note_documents(self.tray.documents))
        self.pages.front_changed.connect(self._follow_page)
        self.pages.address_changed.connect(self._note_address)
        self.pages.loading_changed.connect(self._note_loading)
        self.troubles.shown.connect(self._show_trouble)
        self.troubles.changed.connect(self._look_again)
        self.probe.painted.connect(self._note_painted)
        # The probe's first word of a document comes with the document.
        self.probe.changed.connect(self._show_address)
        self.walkthrough.scene_changed.connect(self.window.panel.show_scene)
        self.walkthrough.scene_changed.connect(self._spoken.show)
        # Before the shell hears of the next step: what was done belongs to the one before.
        self.walkthrough.reported.connect(self._note_step)
        self.walkthrough.reported.connect(self.channel.send)
        self.recording.changed.connect(self.walkthrough.show_recorded)
        self.recording.reported.connect(self.channel.send)
        self.walkthrough.return_wanted.connect(self._return_to)
        self.walkthrough.reload_wanted.connect(self.troubles.try_again)
        self.driving.changed.connect(self.walkthrough.drive)
        self.driving.changed.connect(self._note_driving)
        self.driving.reported.connect(self.channel.send)
        self.window.panel.chosen.connect(self._choose)
        self.window.wanted.connect(self.desk.ask)
        self.window.went_back.connect(self._come_back)
        self.window.bar_wanted.connect(lambda: self.channel.send(messages.BarWanted()))
        self.window.cover.back.connect(self._come_back)
        self.window.cover.again.connect(self.troubles.try_again)
        self.window.cover.start_over.connect(self._start_over)

    # --- the shell ------------------------------------------------------------------------------------------------

    def _hear_shell(self, message: messages.ToGuest, content: Sealed | None) -> None:  # noqa: C901 - a table
        match message:
            case messages.Open():
                self._open(message)
            case messages.Look(appearance):
                self._wear(appearance)
            case messages.Lost():
                self.walkthrough.ask_where()
            case messages.Seat(mediator):
                self.walkthrough.seat(mediator)
            case messages.Drive():
                self.driving.show(message)
            case messages.Deliver():
                self.desk.take_in(message, content)
            case messages.ReceiptWanted():
                self.desk.ask_for_step("receipt")
            case messages.ServiceDone(service):
                self.walkthrough.note_served(service)
            case messages.TakeKeyboard():
                self.window.take_keyboard()
            case messages.Reload():
                self.troubles.load_again()
            case messages.Reading(on):
                self.walkthrough.note_reading(on)

    def _open(self, message: messages.Open) -> None:
        procedure = Procedure.model_validate_json(bytes(message.procedure))
        self._procedure = procedure
        # An address that nobody wrote a guide for is nobody's to call the right one.
        self._guided = message.mode == "guide"
        self._awaits_paint = True
        if message.appearance != self._appearance:
            self._wear(message.appearance)
        # The page first: it takes longer than the panel. Chromium works on this thread too, so the panel waits until
        # the page has been sent for.
        self._to_guide = lambda: self._guide(procedure, message)
        if self._comes_back:
            self._begin_to_guide()
            self._note_arrival()
        else:
            self.pages.load(procedure.start)

    def _guide(self, procedure: Procedure, message: messages.Open) -> None:
        self.walkthrough.speak(message.appearance.language)
        self.walkthrough.seat(message.with_mediator)
        self.walkthrough.begin(procedure, message.case, message.resume_step)
        if message.mode != "guide":
            self.walkthrough.go_free(procedure.host)
        if message.mode == "record":
            self.recording.begin()
        self.window.take_keyboard()

    def _wear(self, appearance: messages.Appearance) -> None:
        self._appearance = appearance
        self.place.note_appearance(appearance)
        self._put_look_in_force()
        self.profile.setHttpAcceptLanguage(accept_language(appearance.language))
        self.pages.set_zoom(theme.current().page_zoom)
        self.window.refresh()
        self._show_address()
        self.walkthrough.speak(appearance.language)

    def _put_look_in_force(self) -> None:
        screen = QGuiApplication.primaryScreen().geometry()
        i18n.install(self._app, self._appearance.language)
        theme.apply(self._app, theme.make_theme(screen.width(), screen.height(), self._appearance))

    # --- the panel ------------------------------------------------------------------------------------------------

    def _choose(self, choice: Choice) -> None:
        if self.driving.ask(choice):
            return
        match choice:
            case "add" | "scan" | "photo" | "print" | "take" | "mend" | "join" | "receipt":
                self.desk.ask_for_step(choice)
            case "take-back":
                self.recording.take_back()
            case "site-start":
                self._start_over()
                self.walkthrough.choose("close-where")
            case _:
                self.walkthrough.choose(choice)

    def _note_step(self, message: messages.FromGuest) -> None:
        if isinstance(message, messages.StepShown):
            self.driving.note_step(message.step)

    # --- the page -------------------------------------------------------------------------------------------------

    def _make_page(self) -> Page:
        page = Page(self.profile, self.window)
        page.spoke.connect(self.probe.hear)
        page.spoke.connect(self.recording.hear)
        page.spoke.connect(self.drafts.hear)
        page.stillborn.connect(self._give_up)
        return page

    def _give_up(self) -> None:
        self.place.keep()
        self.drafts.keep()
        self.hopeless.emit()

    def _follow_page(self, page: Page) -> None:
        self.probe.follow(page)
        self.window.cover.clear()

    def _learn_words(self) -> None:
        self.walkthrough.words_in = glossary.load().words_in

    def _page_facts(self) -> Front:
        trouble, page = self.window.cover.trouble, self.pages.front
        return Front(
            address_of(page.committed),
            loading=self.pages.loading or self.troubles.pending,
            tab=self.pages.number,
            # A document says its own status before it is loaded whole. And when a load begins before the blank page of
            # the start is there, Qt may say nothing of it at all.
            status=self.probe.status if self.pages.loading else page.status or self.probe.status or 0,
            # Of the network of the place the cover says all: no site is down.
            down=trouble == "unreachable",
            covered=trouble is not None,
        )

    def _note_address(self, url: QUrl) -> None:
        self.place.note_address(url)
        self._look_again()

    def _show_address(self) -> None:
        strip = self.window.frame.strip
        if self.window.cover.trouble is not None:
            strip.show_address(self.troubles.host, secure=False, right=False, can_go_back=True)
            return
        url = origin_of(self.pages.front.committed)
        host, secure = url.host().lower(), url.scheme() == "https"
        guided = self._procedure if self._guided else None
        right = secure and guided is not None and is_right_host(host, guided)
        strip.show_address(host, secure, right, self.pages.can_go_back)

    def _note_loading(self) -> None:
        if self.pages.loading:
            self.probe.note_load()
            self.window.cover.clear()
            QTimer.singleShot(0, self, self._begin_to_guide)
        self._note_arrival()
        self._look_again()

    def _note_arrival(self) -> None:
        if not self.pages.loading and self._awaits_paint and self.pages.front.url().scheme() == "https":
            QTimer.singleShot(PAINT_AFTER_LOAD_MS, self, self._note_painted)

    def _begin_to_guide(self) -> None:
        to_guide, self._to_guide = self._to_guide, None
        if to_guide is not None:
            to_guide()

    def _note_painted(self) -> None:
        if self._awaits_paint and self._procedure is not None:
            self._awaits_paint = False
            # "Painted" says that the first step is on screen too.
            self._begin_to_guide()
            self.channel.send(messages.Painted())
            self.tray.lay_out(practice_papers(self._procedure))

    def _show_trouble(self) -> None:
        self._show_address()
        self._note_painted()
        self.walkthrough.look()

    def _look_again(self) -> None:
        self._show_address()
        self.walkthrough.look()

    def _come_back(self) -> None:
        """By the person's own arrow: to where the guide points. Who only allowed a site is left where they were."""
        self.troubles.go_back()
        self.walkthrough.point_again()

    def _return_to(self, place: StepPlace | None) -> None:
        """Where the step was last seen; where that page is gone or has gone on, its address is opened again."""
        self.window.cover.clear()
        if place is None:
            self._start_over()
            return
        there = self.pages.bring_to_front(place.tab)
        if not there or address_of(self.pages.front.committed).partition("/")[0].lower() != place.host:
            self.pages.load(f"https://{place.address}")

    def _start_over(self) -> None:
        self.window.cover.clear()
        if self._procedure is not None:
            self.pages.start_over(self._procedure.start)

    def _note_driving(self, driving: Driving) -> None:
        if not driving.mode.lets(Person.USER):
            stop_fingers(self.probe)


def run(options: Options) -> int:
    # What Chromium itself writes in a page ("Choisir un fichier") is in the language of the pages.
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Côte à Côte - démarche")
    app.setQuitOnLastWindowClosed(False)
    if touch.is_on():
        from kiosk.ui.touch.dead_keys import DeadKeys  # noqa: PLC0415 - only where it is needed

        app.installEventFilter(DeadKeys(app))
    QNetworkProxy.setApplicationProxy(
        QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, options.proxy_host, options.proxy_port)
    )
    guest = Guest(app, options)
    # Not in order: Chromium would wait for what it has not.
    guest.hopeless.connect(lambda: os._exit(1))
    guest.start()
    code = app.exec()
    guest.stop()
    return code
