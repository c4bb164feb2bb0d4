"""A finger that rests on the page when its person is stopped: lifting it must click nothing."""

from __future__ import annotations

from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.source import WORLD


def stop_fingers(probe: Probe) -> None:
    """What touches the page now is no click when it ends. Fingers that come later are."""
    for frame in probe.living_frames():
        frame.runJavaScript("globalThis.pageProbe?.stopFingers()", WORLD)
