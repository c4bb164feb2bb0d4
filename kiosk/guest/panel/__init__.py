"""The step panel: one thing to do, in large words, with the same buttons at the same place."""

from kiosk.guest.panel.panel import Panel
from kiosk.guest.panel.scene import Choice, Scene

__all__ = ["Choice", "Panel", "Scene"]
