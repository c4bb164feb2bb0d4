"""The step panel: one thing to do, in large words, with the same buttons at the same place."""

from kiosk.guest.panel.panel import Panel
from kiosk.guest.panel.scene import Answer, Choice, Driving, Scene
from kiosk.guest.panel.wheel import MEDIATOR, OWNER

__all__ = ["MEDIATOR", "OWNER", "Answer", "Choice", "Driving", "Panel", "Scene"]
