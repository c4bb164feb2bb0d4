"""`kiosk setup` on the post's own screen: the window of the assistant, from its first question to its last."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path

import qasync
import structlog
from PySide6.QtWidgets import QApplication

from kiosk.aids import Aids
from kiosk.assistant.hands import Hands, open_backend
from kiosk.assistant.machine import ThisMachine
from kiosk.assistant.talk import Talk
from kiosk.config import Loaded, load
from kiosk.control.assigning import STEPS
from kiosk.procedures.catalogue import Catalogue
from kiosk.sandbox.display import local_display
from kiosk.session.messages import Appearance
from kiosk.session.place import runtime_folder
from kiosk.setup import draft
from kiosk.setup.plan import written_into
from kiosk.staff import Role, StaffError, StaffFile
from kiosk.ui import i18n, theme
from kiosk.ui.screen import Screen
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.devices import DevicesPage
from kiosk.ui.screens.setup import PAGES
from kiosk.ui.setup_scenes import SetupScene
from kiosk.ui.visit import Visit


def run(given: Loaded, system: Path) -> bool:
    """Until everything is written down, or put off. Whether it was written. Raises DisplayError without a display."""
    local_display()
    aids = Aids(given.config, runtime_folder())
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Côte à Côte")
    aids.start(application)
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        saved: bool = loop.run_until_complete(_live(application, given, system))
        return saved


async def _live(application: QApplication, given: Loaded, system: Path) -> bool:
    log = structlog.get_logger()
    window = Window(application)
    ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    state = given.config.state.directory
    above = load((system,)).lines if system.exists() and written_into(system, state) != system else {}
    talk = Talk(
        draft.begun(given, _known(StaffFile(state))),
        draft.questions(above),
        ThisMachine(given.config, system),
        show=lambda scene: window.show(scene, talk),
        ended=ended.set_result,
        record=log.info,
    )
    hands = Hands(
        open_backend(), show=lambda step, taken: window.ask_device(step, taken, talk, hands), told=talk.told_hands
    )
    talk.use(hands)
    log.info("setup-started", count=len(draft.questions(above)))
    talk.begin()
    saved = await ended
    hands.close()
    log.info("setup-ended", verified=saved)
    window.end()
    return saved


def _known(staff: StaffFile) -> Mapping[str, Role]:
    """Nobody, when the file is damaged: writing codes will say so."""
    try:
        return staff.roles()
    except StaffError:
        return {}


class Window:
    """The one window, and the page in it."""

    def __init__(self, application: QApplication) -> None:
        whole = application.primaryScreen().geometry()
        look = Appearance()
        i18n.install(application, look.language)
        theme.apply(application, theme.make_theme(whole.width(), whole.height(), look))
        self._context = Context(Catalogue(()), "", Visit(look))
        self._screen = Screen()
        self._screen.place(whole)

    def show(self, scene: SetupScene, talk: Talk) -> None:
        page = PAGES[type(scene)](self._context, scene)
        page.wished.connect(talk.hear)
        self._screen.show_page(page)
        self._screen.reveal()

    def ask_device(self, step: int, taken: bool, talk: Talk, hands: Hands) -> None:
        structlog.get_logger().info("setup-device", number=step + 1, kind=str(STEPS[step][1]))
        page = DevicesPage(self._context, step, taken)
        page.later.connect(talk.hands_later)
        page.again.connect(hands.ask)
        self._screen.show_page(page)

    def end(self) -> None:
        self._screen.end()
