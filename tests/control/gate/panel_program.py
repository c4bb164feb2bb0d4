"""The guest's step panel behind the guest's own gate, beside a widget that stands for the page.

`python panel_program.py panel LINE`; orders and facts as those of `program`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from kiosk.ui.lost_references import protect_singletons

protect_singletons()

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal  # noqa: E402
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QPushButton, QWidget  # noqa: E402

from kiosk.control.people import Mode, Person, Secrecy  # noqa: E402
from kiosk.guest.driving import GuestDriving  # noqa: E402
from kiosk.guest.panel import Driving, Panel, Scene  # noqa: E402
from kiosk.procedures.model import Step  # noqa: E402
from kiosk.session import messages  # noqa: E402
from kiosk.ui import theme  # noqa: E402
from tests.control.gate.caught_up import CaughtUp  # noqa: E402

STEP = Step.model_validate({"id": "essai", "do": "Essayez."})


def say(fact: str, **fields: Any) -> None:
    sys.stdout.write(json.dumps({"fact": fact, **fields}) + "\n")
    sys.stdout.flush()


class Page(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.log: list[str] = []

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() != QEvent.Type.MouseMove:
            self.log.append(event.type().name)
        return super().event(event)


class Window(QWidget):
    """As the guest's own, as far as driving concerns it."""

    page_is_covered = False
    keyboard: QWidget | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setGeometry(0, 76, 1280, 724)
        self.page = Page(self)
        self.page.setGeometry(0, 0, 896, 724)
        self.panel = Panel(self)
        self.panel.setGeometry(896, 0, 384, 724)

    def leave_room_for_bar(self, bar: bool) -> None:
        pass

    def show_mode(self, mode: Mode, words: str) -> None:
        pass

    def free_panel_of_keyboard(self) -> None:
        pass


class Watch(QObject):
    changed = Signal(object)
    secrecy = Secrecy.OPEN

    def guard(self, on: bool) -> None:
        pass

    def note_hand(self, person: Person) -> None:
        say("hand", person=person.name)


class Program:
    def __init__(self, line: Path) -> None:
        self.app = QApplication([])
        theme.apply(self.app, theme.make_theme(1280, 800, messages.Appearance()))
        self.window = Window()
        self.told: list[str] = []
        self.marks: list[tuple[int, int]] = []
        self.driving = GuestDriving(
            self.window, Watch(), lambda x, y: self.marks.append((x, y)), lambda: None, line=line
        )
        assert self.driving.gate is not None
        self.driving.install(self.app)
        self.driving.changed.connect(self.show_panel)
        self.driving.reported.connect(self.note)
        self.window.panel.chosen.connect(self.driving.ask)
        self.show_panel(Driving())
        self.window.show()
        self.caught_up = CaughtUp(self.window)
        self.pending = b""
        self.orders = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.orders.activated.connect(self.obey)
        say("ready")

    def show_panel(self, driving: Driving) -> None:
        self.window.panel.show_scene(
            Scene("guiding", (STEP,), 1, frozenset(), language="fr", pointed=False, mediator=True, driving=driving)
        )

    def note(self, message: messages.FromGuest) -> None:
        if isinstance(message, messages.DriveAsked):
            self.told.append(message.action)

    def obey(self) -> None:
        self.pending += os.read(0, 65536)
        if not self.pending:
            self.app.quit()
        *lines, self.pending = self.pending.split(b"\n")
        for line in lines:
            order = json.loads(line)
            getattr(self, f"do_{order.pop('do')}")(**order)

    def do_show(self, mode: str) -> None:
        self.driving.show(messages.Drive(mode=mode, bar=True))
        say("shown")

    def do_where(self, name: str) -> None:
        buttons = [one for one in self.window.panel.findChildren(QPushButton) if one.isVisible()]
        [button] = [one for one in buttons if one.accessibleName() == name]
        place = button.mapToGlobal(button.rect().center())
        say("place", x=place.x(), y=place.y())

    def do_tell(self) -> None:
        self.caught_up.wait()
        page, self.window.page.log = self.window.page.log, []
        told, self.told = self.told, []
        marks, self.marks = self.marks, []
        say("told", page=page, asked=told, marks=marks)


if __name__ == "__main__":
    program = Program(Path(sys.argv[2]))
    sys.exit(program.app.exec())
