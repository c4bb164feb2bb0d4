"""The keyboard on the screen in a process of its own: Qt chooses its input method once, by its environment.

Run as `python touch_rig.py FOLDER LANGUAGE`: drives a window with three fields and prints what it saw, as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.touch.dead_keys import DeadKeys
from kiosk.ui.touch.keyboard import TouchKeyboard, panel_of

PATIENCE_MS = 20_000
LEFT = Qt.MouseButton.LeftButton


def until(holds) -> None:
    loop, deadline = QEventLoop(), QTimer(singleShot=True, interval=PATIENCE_MS)
    look = QTimer(interval=10)
    look.timeout.connect(lambda: holds() and loop.quit())
    deadline.timeout.connect(lambda: loop.exit(1))
    look.start()
    deadline.start()
    if loop.exec():
        raise TimeoutError


def keys(keyboard: TouchKeyboard) -> dict[str, tuple[QPoint, int, int]]:
    """The middle and size of each key that shows, by what it shows."""
    found: dict[str, tuple[QPoint, int, int]] = {}
    waiting = [keyboard.rootObject()]
    while waiting:
        item = waiting.pop()
        assert isinstance(item, QQuickItem)
        waiting += item.childItems()
        name, words = item.metaObject().className(), item.property("displayText")
        if "Key" in name and words is not None and item.isVisible() and item.width() > 0:
            middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
            found[words or name.split("_")[0]] = (middle, round(item.width()), round(item.height()))
    return found


def press(keyboard: TouchKeyboard, words: str) -> None:
    QTest.mouseClick(keyboard, LEFT, pos=keys(keyboard)[words][0])


def shows_press(keyboard: TouchKeyboard, words: str) -> bool:
    """Whether a key looks otherwise while it is held."""
    place = keys(keyboard)[words][0]
    before = keyboard.grab().toImage()
    QTest.mousePress(keyboard, LEFT, pos=place)
    drawn = QEventLoop()
    QTimer.singleShot(150, drawn.quit)
    drawn.exec()
    after = keyboard.grab().toImage()
    QTest.mouseRelease(keyboard, LEFT, pos=place)
    return before != after


def main() -> None:
    language = sys.argv[2]
    application = QApplication(sys.argv[:1])
    application.installEventFilter(DeadKeys(application))
    theme.apply(application, theme.make_theme(1280, 800, Appearance(language=language)))
    window = QWidget()
    window.resize(896, 724)
    column = QVBoxLayout(window)
    open_field, secret, figures = QLineEdit(), QLineEdit(), QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    figures.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    elsewhere = QPushButton("Ailleurs")
    for one in (open_field, secret, figures, elsewhere):
        column.addWidget(one)
    column.addStretch(1)
    keyboard = TouchKeyboard(window)
    column.addWidget(keyboard)
    window.show()
    window.activateWindow()
    seen: dict[str, object] = {"before": keyboard.isVisible()}

    def go_to(field: QWidget) -> None:
        QTest.mouseClick(field, LEFT)
        until(field.hasFocus)

    go_to(open_field)
    until(lambda: keyboard.isVisible() and panel_of(keyboard).property("active"))
    until(lambda: len(keys(keyboard)) > 30)
    seen["keys"] = sorted(keys(keyboard))
    seen["smallest"] = min(min(width, height) for _, width, height in keys(keyboard).values())
    letters = [one for one in keys(keyboard) if len(one) == 1]
    for one in letters:
        press(keyboard, one)
    until(lambda: len(open_field.text()) == len(letters))
    seen["typed"] = open_field.text() == "".join(letters)
    seen["shows open"] = shows_press(keyboard, letters[0])

    go_to(secret)
    until(lambda: QGuiApplication.inputMethod().isVisible() and len(keys(keyboard)) > 30)
    seen["shows secret"] = shows_press(keyboard, letters[0])
    until(lambda: len(secret.text()) == 1)

    go_to(figures)
    until(lambda: 10 < len(keys(keyboard)) < 20)
    seen["figures"] = sorted(one for one in keys(keyboard) if one.isdigit())

    QTest.mouseClick(elsewhere, LEFT)
    elsewhere.setFocus()
    until(lambda: not keyboard.isVisible())

    open_field.clear()
    open_field.setFocus()
    for key, text in ((Qt.Key.Key_Dead_Circumflex, ""), (Qt.Key.Key_E, "e"), (Qt.Key.Key_Dead_Diaeresis, "")):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(open_field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    QTest.keyClicks(open_field, "iz")
    seen["accents"] = open_field.text()
    seen["written"] = sorted(str(one.relative_to(sys.argv[1])) for one in Path(sys.argv[1]).rglob("*") if one.is_file())
    seen["home"] = sorted(one.name for one in Path.home().iterdir())
    sys.stdout.write(json.dumps(seen) + "\n")


main()
