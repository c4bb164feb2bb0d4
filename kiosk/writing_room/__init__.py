"""The writing room of the staff area: where a mediator makes a procedure for this site, or mends one."""

from kiosk.writing_room.room import ROOMS, WritingRoom
from kiosk.writing_room.site import Site

__all__ = ["ROOMS", "Site", "WritingRoom"]
