"""Ties the paper desk to the screens, the session, the guest and the devices of the post."""

from kiosk.paper_desk.about import about_session
from kiosk.paper_desk.desk import PaperDesk
from kiosk.paper_desk.devices import devices_of

__all__ = ["PaperDesk", "about_session", "devices_of"]
