"""The post's day: off in the evening once nobody is there, awake again in the morning. Run by systemd, as root.

Knows the two hours of `[post]`, systemd's timers and the machine's clock; it must not know who is there, only whether.
"""

from __future__ import annotations

import math
import subprocess
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.config.model import PostSection
from kiosk.errors import KioskError
from kiosk.pulse import SOMEBODY

TIMER = Path("/run/systemd/system/cote-a-cote-evening.timer")
"""In memory: made anew at each start, from what the settings then say."""

THERE = Path("/run/cote-a-cote", SOMEBODY)
CLOCK = Path("/sys/class/rtc/rtc0")
LONGEST_WAIT = 3600.0
"""Seconds. Who is still there an hour after the place has closed has gone away, or is staff."""

_LOOK = 10.0

_TIMER = """\
# Written by `kiosk hours plan` from [post] closes.
[Unit]
Description=Côte à Côte, l'heure où le poste s'éteint

[Timer]
OnCalendar=*-*-* {closes}:00
AccuracySec=10s
"""


class NoAlarmClockError(KioskError):
    code = "E-505"
    what = "Cet ordinateur ne sait pas se rallumer seul."
    kept = "Il va s'éteindre comme prévu."
    todo = "Cherchez « réveil » ou « RTC alarm » dans les réglages du BIOS, ou enlevez « opens »."


class NoSystemError(KioskError):
    code = "E-506"
    what = "Le système n'a pas pris l'heure du soir, ou ne s'éteint pas."
    kept = "Le poste reste ouvert, et rien n'est perdu."
    todo = "Regardez : systemctl status cote-a-cote-hours. Puis recommencez avec sudo."


def plan(section: PostSection, run: Callable[..., object] = subprocess.run, timer: Path = TIMER) -> None:
    """Let systemd know the hour. Nothing is done when it knows it already. Raises NoSystemError."""
    wanted = _TIMER.format(closes=section.closes) if section.closes else ""
    known = timer.read_text() if timer.exists() else ""
    if wanted == known:
        return
    if wanted:
        # Its folder is there wherever systemd runs, and only there: programs know it by that.
        if not timer.parent.is_dir():
            raise NoSystemError
        timer.write_text(wanted)
    else:
        run(("systemctl", "stop", timer.name), check=False)
        timer.unlink()
    try:
        _ask(run, "daemon-reload")
        if wanted:
            # Without waiting: we are ourselves a part of what starts.
            _ask(run, "restart", "--no-block", timer.name)
    except NoSystemError:
        timer.unlink(missing_ok=True)  # it does not know the hour: the next time must ask again
        raise


def end_the_day(
    section: PostSection,
    run: Callable[..., object] = subprocess.run,
    wait: Callable[[float], None] = time.sleep,
    there: Path = THERE,
    clock: Path = CLOCK,
) -> None:
    """Wait for whoever is there, set the alarm, switch off in good order: the kiosk wipes as at every end.

    Raises NoSystemError; and NoAlarmClockError after it has asked for the end."""
    waited = 0.0
    while there.exists() and waited < LONGEST_WAIT:
        wait(_LOOK)
        waited += _LOOK
    can_wake = not section.opens or _wake_at(next_opening(section.opens, datetime.now().astimezone()), clock)
    _ask(run, "poweroff")
    if not can_wake:
        raise NoAlarmClockError


def next_opening(opens: str, now: datetime) -> datetime:
    """The next time that a clock on the wall shows this hour, also where the night changes to summer time."""
    hour, minute = map(int, opens.split(":"))
    wall = now.replace(tzinfo=None)
    then = wall.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (then if then > wall else then + timedelta(days=1)).astimezone()


def _ask(run: Callable[..., object], *words: str) -> None:
    try:
        run(("systemctl", *words), check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSystemError from error


def _wake_at(moment: datetime, clock: Path) -> bool:
    """False where the machine has no such alarm. Its clock may have another zone: only the time from now counts."""
    try:
        its_now = int((clock / "since_epoch").read_text())
        # It tells whole seconds, of the one that is under way: one more, or the post is up before the hour.
        alarm = its_now + 1 + math.ceil(moment.timestamp() - time.time())
        # An alarm that was set refuses another one.
        (clock / "wakealarm").write_text("0")
        (clock / "wakealarm").write_text(str(alarm))
    except (OSError, ValueError):
        return False
    return True
