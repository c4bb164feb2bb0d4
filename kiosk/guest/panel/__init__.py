"""The step panel: one thing to do, in large words, with the same buttons at the same place."""

from kiosk.guest.panel.panel import Panel
from kiosk.guest.panel.scene import About, Answer, Choice, Driving, Page, Scene, Voice
from kiosk.guest.panel.wheel import MEDIATOR, OWNER

__all__ = ["MEDIATOR", "OWNER", "About", "Answer", "Choice", "Driving", "Page", "Panel", "Scene", "Voice"]
