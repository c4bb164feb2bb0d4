"""What IT can set: packaged defaults, then /etc/kiosk/kiosk.toml, then the command line."""

from kiosk.config.loader import SYSTEM_FILE, Lines, Loaded, load, packaged
from kiosk.config.model import (
    Config,
    ControlSection,
    DisplaySection,
    GuestSection,
    NetworkSection,
    PhoneSection,
    PrintSection,
    ProceduresSection,
    ScanSection,
    SessionSection,
    SiteSection,
    StateSection,
    StickSection,
    VoiceSection,
    WorkshopSection,
)

__all__ = [
    "SYSTEM_FILE",
    "Config",
    "ControlSection",
    "DisplaySection",
    "GuestSection",
    "Lines",
    "Loaded",
    "NetworkSection",
    "PhoneSection",
    "PrintSection",
    "ProceduresSection",
    "ScanSection",
    "SessionSection",
    "SiteSection",
    "StateSection",
    "StickSection",
    "VoiceSection",
    "WorkshopSection",
    "load",
    "packaged",
]
