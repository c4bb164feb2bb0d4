"""A page of a small local web in a real Chromium, with the real probe watching it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy
from pytestqt.qtbot import QtBot

from kiosk.guest import chromium
from kiosk.guest.page import Page
from kiosk.guest.probe.look import ring_look
from kiosk.guest.probe.probe import Probe
from kiosk.guest.profile import make_profile
from kiosk.guest.window import View
from kiosk.procedures.engine import Sight
from kiosk.procedures.model import Target
from tests.gui.guest.web import Web

# What Qt says at start about a machine without a graphics card, and Chromium's own words about its pages.
MACHINE = (
    r"GPU vendor|GPUInfo not initialized|platform OpenGL context|Failed to (load vulkan|create)|initInstance|DRI3"
    r"|plugin does not support"
)
PATIENCE_MS = 8000

# Chromium reads this when its first profile is made.
chromium.prepare()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(MACHINE))


@pytest.fixture(scope="session")
def web() -> Iterator[Web]:
    with tempfile.TemporaryDirectory() as folder, Web(Path(folder)) as running:
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", running.port)
        QNetworkProxy.setApplicationProxy(proxy)
        yield running


@pytest.fixture(autouse=True)
def _clean_web(web: Web) -> Iterator[None]:
    yield
    web.answers.clear()
    web.held.clear()
    web.reasons.clear()
    web.requests.clear()


class Person:
    """Stands for the window: answers a page's questions as a test wishes, and notes them."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.files: list[str] = []
        self.yes = False

    def choose_files(self, several: bool, accepted: Any) -> list[str]:
        self.heard.append(("files", ",".join(accepted)))
        return self.files

    def tell(self, host: str, untrusted_text: str) -> None:
        self.heard.append((host, untrusted_text))

    def ask_yes_no(self, host: str, untrusted_text: str) -> bool:
        self.heard.append((host, untrusted_text))
        return self.yes

    def ask_text(self, host: str, untrusted_text: str, untrusted_default: str) -> str | None:
        self.heard.append((host, untrusted_text))
        return None

    def withdraw(self) -> None:
        self.heard.append(("withdrawn", ""))


class Rig:
    """One page in a view, and its probe."""

    def __init__(self, qtbot: QtBot, web: Web, home: Path) -> None:
        self.qtbot = qtbot
        self.web = web
        self.person = Person()
        self.probe = Probe()
        self.profile = make_profile(home, web.authority, self.probe.script())
        self.page = Page(self.profile, self.person)
        self.troubles: list[tuple[str, str]] = []
        self.console: list[str] = []
        self.paints = 0
        self.page.trouble.connect(lambda kind, host: self.troubles.append((kind, host)))
        self.page.spoke.connect(self.probe.hear)
        self.probe.painted.connect(self._count_paint)
        self.page.spoke.connect(lambda _page, line: self.console.append(line))
        self.view = View()
        self.view.setPage(self.page)
        self.view.resize(900, 560)
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()
        self.probe.follow(self.page)

    def _count_paint(self) -> None:
        self.paints += 1

    def load(self, address: str) -> None:
        with self.qtbot.waitSignal(self.page.loadFinished, timeout=PATIENCE_MS):
            self.page.load(QUrl(f"https://{address}"))

    def show(self, body: str, **more: Any) -> None:
        """A page with this body, loaded."""
        self.web.page("caisse.exercice/page", body, **more)
        self.load("caisse.exercice/page")

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def js(self, code: str, *, world: int = 0, frame: Any = None) -> Any:
        answers: list[Any] = []
        target = frame or self.page.mainFrame()
        target.runJavaScript(f"JSON.stringify((() => {{ {code} }})())", world, answers.append)
        self.until(lambda: bool(answers))
        return json.loads(answers[0]) if isinstance(answers[0], str) and answers[0] else None

    def watch(self, *targets: Target) -> None:
        self.probe.watch(targets)
        self.until(lambda: not self.probe.loading)

    def sight(self, target: Target) -> Sight | None:
        return self.probe.sights().get(target)

    def visible(self, target: Target) -> bool:
        sight = self.sight(target)
        return sight is not None and sight.visible

    def filled(self, target: Target) -> bool:
        sight = self.sight(target)
        return sight is not None and sight.filled

    def point(self, target: Target, gesture: Any = "write", who: Any = "anyone") -> None:
        self.probe.point(target, ring_look(gesture, who))

    def settled(self) -> None:
        """The page has had the time of several looks of the probe."""
        before = self.console.count("settled")
        self.page.mainFrame().runJavaScript("setTimeout(() => console.log('settled'), 400)", 0)
        self.until(lambda: self.console.count("settled") > before)

    def close(self) -> None:
        self.view.hide()
        shiboken6.delete(self.probe)
        shiboken6.delete(self.page)
        shiboken6.delete(self.view)
        shiboken6.delete(self.profile)


@pytest.fixture
def rig(qtbot: QtBot, web: Web, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(qtbot, web, tmp_path)
    yield made
    made.close()
