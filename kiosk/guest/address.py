"""The strip above the page: back, and the site's name, whole and in bold, so that a person learns to look at it.

"Bonne adresse" is said only when the page in front really is on the procedure's own host, over https.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.guest.layout import row
from kiosk.procedures.model import Procedure
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label, Picture, icon_pixmap, painting

HEIGHT = 56
SMALLEST = 11


def is_right_host(host: str, procedure: Procedure) -> bool:
    """The procedure's host itself, or one of its own subdomains that the procedure lists."""
    own = procedure.host
    if host == own:
        return True
    listed = [entry.removeprefix("*.") for entry in procedure.allow if not entry.startswith("@")]
    return any(entry in (own, host) for entry in listed) and host.endswith(f".{own}")


def address_of(url: QUrl) -> str:
    """`host/path?query`, and the part after `#` where a single-page site keeps its route there."""
    url = origin_of(url)
    if not url.host():
        return ""
    route = url.fragment() if url.fragment().startswith(("/", "!")) else ""
    query = f"?{url.query()}" if url.hasQuery() else ""
    return f"{url.host()}{url.path()}{query}{'#' + route if route else ''}"


def origin_of(url: QUrl) -> QUrl:
    """A `blob:` address belongs to the site that made it."""
    return QUrl(url.path()) if url.scheme() == "blob" else url


def fitting_font(host: str, room: float) -> QFont:
    """The largest type, from the body's down to a small one, in which `host` is whole on one line of `room` pixels."""
    look = theme.current()
    font = look.font(20, 700)
    while QFontMetrics(font).horizontalAdvance(host) > room and font.pixelSize() > look.px(SMALLEST):
        font.setPixelSize(font.pixelSize() - 1)
    return font


class AddressStrip(QWidget):
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.setFixedHeight(max(look.px(HEIGHT), look.text(20) * 2))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(look.px(6), 0, look.px(12), look.px(2))
        self._layout.setSpacing(look.px(8))
        self._back = Button(translate("Guest", "Page d'avant"), "arrow-left", "quiet", height=48, icon_only=True)
        self._back.clicked.connect(self.back)
        self._host = HostName()
        self._right = row(
            Picture("shield-check", 26, "green_deep"),
            Label(translate("Guest", "Bonne adresse"), 18, 600, "green_deep"),
            gap=8,
        )
        self._layout.addWidget(self._back)
        self._layout.addWidget(self._host, 1)
        self._layout.addWidget(self._right, 0, Qt.AlignmentFlag.AlignVCenter)
        self._right.hide()

    def show_address(self, host: str, secure: bool, right: bool, can_go_back: bool) -> None:
        self._host.show_host(host, secure)
        self._back.setEnabled(can_go_back)
        # With large text there is no room for both, and the host must stay whole.
        self._right.setVisible(right and not theme.current().enlarged)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - look.px(2), self.width(), look.px(2), look.line)


class HostName(QWidget):
    """Lock and host in their field. Left to right in every language; the type shrinks before a letter is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = ""
        self._secure = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_host(self, host: str, secure: bool) -> None:
        self._host, self._secure = host, secure
        self.setAccessibleName(translate("Guest", "Adresse du site : {host}").format(host=host))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        field = QRectF(self.rect()).adjusted(0, look.px(2), 0, -look.px(4))
        painting.rounded(painter, field, look.px(8), look.surface, border=look.line, border_width=look.px(2))
        if not self._host:
            return
        icon = icon_pixmap("lock" if self._secure else "globe", look.icon(22), look.ink)
        side = icon.height() / icon.devicePixelRatio()
        painter.drawPixmap(QRectF(look.px(14), (self.height() - side) / 2 - look.px(1), side, side).topLeft(), icon)
        room = field.adjusted(look.px(14) + side + look.px(10), 0, -look.px(10), 0)
        painter.setFont(fitting_font(self._host, room.width()))
        painter.setPen(look.ink)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextWrapAnywhere, self._host)
