"""Widgets that the shell and the guest share. They know the theme and nothing of sessions, procedures or screens."""

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.check_row import CheckRow
from kiosk.ui.widgets.icons import icon_pixmap
from kiosk.ui.widgets.label import Label
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.picture import Picture
from kiosk.ui.widgets.pressed import PressedByEnter
from kiosk.ui.widgets.progress import Progress

__all__ = [
    "Button",
    "Card",
    "CheckRow",
    "Label",
    "Line",
    "Note",
    "Picture",
    "PressedByEnter",
    "Progress",
    "icon_pixmap",
]
