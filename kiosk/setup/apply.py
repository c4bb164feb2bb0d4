"""Carries out a plan, each file whole or not at all. What most likely fails comes first: codes, devices, settings."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kiosk.config import POST_FILE
from kiosk.control.devices import Remembered
from kiosk.setup.answers import SetupError
from kiosk.setup.plan import Plan
from kiosk.staff import StaffFile


def apply(plan: Plan) -> None:
    """Raises SetupError, StaffError. Doing it twice changes nothing the second time."""
    if plan.people:
        StaffFile(plan.state).give(plan.people)
    try:
        if plan.devices is not None:
            Remembered.of(plan.state).save(*plan.devices)
        if plan.settings:
            _write(plan.file.resolve(), plan.text)
    except OSError as error:
        raise SetupError(
            what="Les réglages n'ont pas pu être écrits.",
            kept="Les réglages d'avant sont gardés.",
            todo="Regardez la place sur le disque, et les droits du dossier. Puis recommencez.",
        ) from error


def _write(file: Path, text: str) -> None:
    """With the rights that it had. New, IT's file is for all to read, and the post's own for the post alone."""
    mode = 0o600 if file.name == POST_FILE else 0o644
    owner: tuple[int, int] | None = None
    if file.exists():
        was = file.stat()
        mode, owner = stat.S_IMODE(was.st_mode), (was.st_uid, was.st_gid)
    new = file.with_name(f"{file.name}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        if owner is not None and os.geteuid() == 0:
            os.fchown(descriptor, *owner)
        os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    os.replace(new, file)
