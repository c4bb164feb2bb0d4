"""The strip with the keyboard, at the foot of one window: shows itself while a field is written in, and says so.

It takes no focus and knows no field: Qt's input method ties it to whatever has the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtQuickWidgets import QQuickWidget
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk import languages
from kiosk.ui import theme
from kiosk.ui.i18n import translate

ROWS = 5
ROW = 54
"""Height of a row at scale 1: its keys, with the gap around them, are targets of more than 48."""
MARGIN = 4
_FILES = theme.ASSETS / "touch"


class TouchKeyboard(QQuickWidget):
    """`shown` carries whether it is there now. Give it a place in a layout; it begins hidden."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        self.setAccessibleName(translate("TouchKeyboard", "Clavier à l'écran"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.engine().addImportPath(str(_FILES))
        self._dress()
        self.setSource(QUrl.fromLocalFile(str(_FILES / "keyboard.qml")))
        self.hide()
        self._input = QGuiApplication.inputMethod()
        self._input.visibleChanged.connect(self._follow)
        theme.broadcast.theme_changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(480), look.px(ROWS * ROW + 2 * MARGIN))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def put_away(self) -> None:
        self._input.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dress()
        super().resizeEvent(event)

    def _follow(self) -> None:
        window = self.window()
        here = self._input.isVisible() and window.isVisible() and window.isActiveWindow()
        if here != self.isVisibleTo(window):
            self.setVisible(here)
            self.shown.emit(here)

    def _dress(self) -> None:
        look = theme.current()
        high = look.appearance.contrast == "high"
        self.setFixedHeight(self.sizeHint().height())
        values: dict[str, object] = {
            "locale": _layout(languages.described(look.appearance.language)),
            "locales": list(dict.fromkeys(map(_layout, languages.known().values()))),
            "width": max(self.width(), 1),
            "height": self.sizeHint().height(),
            "margin": look.px(MARGIN),
            "gap": look.px(6),
            "deep": look.px(3),
            "radius": look.px(8),
            "border": look.px(2 if high else 1),
            "target": look.px(theme.MIN_TARGET),
            # Keys keep their size: a letter grows within its key.
            "size": min(look.text(24), look.px(36)),
            "small": min(look.text(18), look.px(22)),
            "weight": 600,
            "icon": look.px(26),
            "icons": QUrl.fromLocalFile(str(theme.ASSETS / "icons")).toString() + "/",
            "family": theme.FAMILY,
            "arabic": next(iter(languages.described("ar").fonts), theme.FAMILY),
            "enter": translate("TouchKeyboard", "Entrée"),
            "ground": look.paper_2,
            "key": look.surface,
            "quiet": look.paper,
            "down": look.blue_tint,
            "lit": look.mark,
            "edge": look.edge,
            "line": look.line_strong if high else look.line,
            "strong": look.line_strong,
            "ink": look.ink,
        }
        self.rootContext().setContextProperty("look", values)


def _layout(language: languages.Description) -> str:
    """The keys of a language; French ones where nobody has drawn its own."""
    own = language.keyboard
    return own if (_FILES / "layouts" / own).is_dir() else languages.described(languages.SOURCE).keyboard


def panel_of(keyboard: TouchKeyboard) -> QObject | None:
    """Qt's own part of it. For tests."""
    return keyboard.rootObject().findChild(QObject, "panel")
