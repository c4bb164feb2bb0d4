"""The keyboard on the screen, for posts with a touch screen: Qt Virtual Keyboard in a strip of our own windows.

`prepare` comes before Qt; `TouchKeyboard` goes at the foot of a window and shows itself while a field is written in. It
learns nothing and proposes nothing. Qt Quick is loaded with it, and only then: measured, 32 MB of a process (13 MB of
them its own), less where Chromium has brought Qt Quick already.
"""

from kiosk.ui.touch.environment import VARIABLE, is_on, prepare

__all__ = ["VARIABLE", "is_on", "prepare"]
