"""The second act: one person and their papers, at a post with all its devices. What the machine lacks is left out and
said in the report, and fails nothing.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from demonstration.album import Album
from demonstration.devices import Devices, devices
from demonstration.display import memory_folder
from demonstration.kiosk import Kiosk, Line
from demonstration.papers import PIN, PapersPlay
from demonstration.phone import Phone, phones
from demonstration.seated import Chairs
from demonstration.terminal import Terminal

CALL_SOUND = "kiosk.ui.announcer"  # it says so when the machine has no sound card
_STAFF = "nadia"


def play_papers(chairs: Chairs, album: Album, *settings: str) -> dict[str, Any]:
    """The act's part of the report. `ok`: all that could be tried held, and nothing stayed."""
    began = time.monotonic()
    with memory_folder() as rig, memory_folder() as state, devices(rig) as found, _phones(found) as make:
        report: dict[str, Any] = {"ok": False, "missing": found.missing}
        give_pin(state)
        every = (*settings, *found.settings, 'print.release="mediator"', "control.pair=false")
        with Kiosk(chairs.seats.display, state, *every, surroundings=found.surroundings) as kiosk:
            play = PapersPlay(Terminal(chairs.user, kiosk), chairs.mediator, found, make, album)
            try:
                ended = _play(play, found)
            except (AssertionError, OSError) as error:
                album.picture("papers-failure")
                return report | {"services": play.services, "failure": str(error).splitlines()[0]}
            report |= _told(play, found, kiosk.lines, ended)
    return report | {"act_seconds": round(time.monotonic() - began, 1)}


def _play(play: PapersPlay, found: Devices) -> Line:
    play.terminal.wait_for_home()
    play.begin()
    play.make_lighter()
    if "scanner" not in found.missing:
        play.scan()
    play.photograph()
    if "printer" not in found.missing:
        play.print_latest()
    if "stick" not in found.missing:
        play.take_on_stick()
    else:
        play.say_done()
    play.take_receipt()
    return play.leave()


def _told(play: PapersPlay, found: Devices, lines: list[Line], ended: Line) -> dict[str, Any]:
    wipe = last_wipe(lines)
    said = [line for line in lines if line.get("logger") != CALL_SOUND]
    bad = [line["event"] for line in said if line["level"] in {"warning", "error", "critical"}]
    jobs = found.cups.jobs() if found.cups is not None else 0
    spool = len(found.cups.papers()) if found.cups is not None else 0
    on_stick = len(found.on_stick())
    wished = {"mend", "receipt"}
    wished |= {service for device, service in _SERVICES.items() if device not in found.missing}
    done = {one["service"] for one in play.services}
    clean = all(line["verified"] for line in wipe) and bool(wipe) and jobs == spool == 0
    return {
        "ok": done == wished and clean and on_stick == ("stick" not in found.missing) and not bad,
        "services": play.services,
        "squares_read_off_the_screen": play.squares_read,
        "jobs_left_in_the_queue": jobs,
        "files_left_in_the_spool": spool,
        "papers_on_the_stick": on_stick,
        "wipe": [{key: line[key] for key in ("step", "seconds", "remains", "verified")} for line in wipe],
        "wipe_seconds": ended["seconds"],
        "unexpected": bad,
    }


_SERVICES = {"scanner": "scan", "phone": "photo", "printer": "print", "stick": "take"}


def last_wipe(lines: list[Line]) -> list[Line]:
    """What was erased at the end of the last session, and looked at again."""
    since = max(place for place, line in enumerate(lines) if line["event"] == "session-ended")
    return [line for line in lines[since:] if line["event"] == "wipe-step"]


def give_pin(state: Path) -> None:
    """As IT does: the name is an argument, the PIN is typed."""
    command = (sys.executable, "-m", "kiosk", "staff", "add", _STAFF, "--set", f'state.directory="{state}/state"')
    subprocess.run(command, input=f"{PIN}\n", text=True, check=True, capture_output=True, timeout=60)


@contextlib.contextmanager
def _phones(found: Devices) -> Iterator[Callable[[], Phone] | None]:
    if shutil.which("chromedriver") is None:
        found.missing["phone"] = "packages chromium-driver"
        yield None
        return
    with phones() as make:
        yield make
