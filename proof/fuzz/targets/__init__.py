"""Everything that reads what others have written, one class each."""

from __future__ import annotations

from proof.fuzz.target import Target
from proof.fuzz.targets.configuration import Command, Kiosk, PostFile, Setup
from proof.fuzz.targets.hands import Hands
from proof.fuzz.targets.messages import DoorTalk, FromGuest, ToGuest, Workshop
from proof.fuzz.targets.network import PhoneDoor, PrinterAnswers, Proxy
from proof.fuzz.targets.outside import Packs, PacksOnDisk, Sheets, Sticks
from proof.fuzz.targets.papers import Papers, Squares
from proof.fuzz.targets.procedures import Glossary, Languages, Procedures
from proof.fuzz.targets.state import NotedFiles, Receipts, Staff

TARGETS: tuple[type[Target], ...] = (
    *(Kiosk, Command, PostFile, Setup),
    *(Procedures, Glossary, Languages),
    *(FromGuest, ToGuest, Workshop, DoorTalk),
    *(Proxy, PhoneDoor, PrinterAnswers),
    *(Packs, PacksOnDisk, Sheets, Sticks),
    *(Receipts, Staff, NotedFiles),
    *(Papers, Squares),
    Hands,
)
