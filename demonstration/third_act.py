"""The third act: a person finds and follows guides of other services, then a mediator writes one of their own."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from demonstration.album import Album
from demonstration.display import memory_folder
from demonstration.guided import GuidedPlay
from demonstration.kiosk import Kiosk, Line
from demonstration.mediator import TYPED, MediatorPlay
from demonstration.papers import PIN
from demonstration.seated import Chairs
from demonstration.second_act import CALL_SOUND, give_pin
from demonstration.terminal import Terminal


def play_catalogue(chairs: Chairs, album: Album, *settings: str) -> dict[str, Any]:
    """The act's part of the report. `ok`: all of it held, and nothing that was typed stayed."""
    began = time.monotonic()
    with memory_folder() as state:
        give_pin(state)
        with Kiosk(chairs.seats.display, state, *settings, "control.pair=false") as kiosk:
            terminal = Terminal(chairs.user, kiosk)
            guided = GuidedPlay(terminal, album.picture)
            mediator = MediatorPlay(terminal, PIN, album.picture)
            try:
                _play(guided, mediator)
            except (AssertionError, OSError) as error:
                album.picture("catalogue-failure")
                return {"ok": False, "steps": guided.fine.steps, "failure": str(error).splitlines()[0]}
            kept = _kept(state)
            return _told(guided, kiosk.lines, kept) | {"act_seconds": round(time.monotonic() - began, 1)}


def _play(guided: GuidedPlay, mediator: MediatorPlay) -> None:
    guided.terminal.wait_for_home()
    guided.find()
    guided.pay_fine()
    guided.meet_closed_site()
    mediator.allow_refused_site()
    mediator.sign_in()
    mediator.look_at_other_site()
    mediator.record()
    mediator.write()
    mediator.try_out()
    mediator.keep()
    mediator.look_at_repairs()
    mediator.close_area()


def _kept(state: Path) -> dict[str, str]:
    """All that the post keeps, but for the PINs' own files."""
    files = [file for file in (state / "state").rglob("*") if file.is_file() and not file.name.startswith("staff")]
    return {str(file.relative_to(state / "state")): file.read_text() for file in files}


def _told(guided: GuidedPlay, lines: list[Line], kept: dict[str, str]) -> dict[str, Any]:
    said = [line for line in lines if line.get("logger") != CALL_SOUND]
    bad = [line["event"] for line in said if line["level"] in {"warning", "error", "critical"}]
    wipes = [line for line in lines if line["event"] == "wipe-step"]
    ended = [line for line in lines if line["event"] == "session-ended"]
    everything = "\n".join((*kept.values(), *map(json.dumps, lines)))
    found = sum(text in everything for text in TYPED)
    made = [name for name in kept if name.startswith("procedures/")]
    return {
        "ok": bool(made) and not found and not bad and bool(wipes) and all(line["verified"] for line in wipes),
        "steps": guided.fine.steps,
        "sessions": len(ended),
        "files_kept": sorted(kept),
        "typed_texts_found_in_them": found,
        "unexpected": bad,
    }
