"""A finger that rests on the page when its person is stopped: lifting it must click nothing."""

from __future__ import annotations

from kiosk.guest.probe.probe import Probe


def stop_fingers(probe: Probe) -> None:
    """What touches the page now is no click when it ends. Fingers that come later are."""
    probe.call("stopFingers()")
