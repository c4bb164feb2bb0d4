"""`./dev run` without a display: starts a virtual one, plays a whole procedure, writes pictures and a report.

Everything is done by X input events, from the home screen to the receipt. Exit status 0 when all of it held.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from demonstration.display import memory_folder, virtual_screen
from demonstration.kiosk import Kiosk, Line
from demonstration.person import Person
from demonstration.play import Play
from demonstration.terminal import Terminal

OUT = Path(__file__).resolve().parents[1] / "demo"
SITE = 'site.name="Espace social commun Le Blosne"'
IDLE_SECONDS = 15  # long enough to read a page of the demonstration, short enough to wait for


class Demonstration:
    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal = terminal
        self.folder = folder
        self.report: dict[str, Any] = {}
        self._pictures = 0

    def photograph(self, name: str) -> None:
        self._pictures += 1
        self.terminal.person.picture(self.folder / f"{self._pictures:02}-{name}.png")

    def run(self) -> None:
        """From home, with a guest ready behind it, to the receipt."""
        terminal, kiosk = self.terminal, self.terminal.kiosk
        self.photograph("home")
        terminal.press_tile(1)
        terminal.blue_answer("the procedure's page", terminal.footer)
        self.photograph("procedure")
        play = Play(terminal, self.photograph)
        play.start()
        play.follow_guide()
        self._read_certificate()
        self._walk_away()
        terminal.press_blue("Terminer", terminal.panel)
        kiosk.wait_for("phase", phase="closing")
        terminal.blue_answer("the closing screen", terminal.footer)
        self.photograph("closing")
        ended = terminal.erase()
        terminal.blue_answer("the receipt", terminal.footer)
        self.photograph("receipt")
        self._write(play, ended)

    def _read_certificate(self) -> None:
        """Open the document in the tray, then close it."""
        terminal, person = self.terminal, self.terminal.person
        terminal.wait_for_no_ring()
        terminal.blue_answer("the end of the walkthrough", terminal.panel)
        self.photograph("finished")
        before = person.look()
        person.click(terminal.px(200), person.height - terminal.px(58))
        terminal.wait_for_change(before)
        self.photograph("certificate")
        person.press("Escape")

    def _walk_away(self) -> None:
        """Touch nothing until the kiosk asks, then say that one is there."""
        terminal = self.terminal
        terminal.kiosk.wait_for("phase", phase="warning")
        terminal.blue_answer("the question", terminal.person.screen())
        self.photograph("idle")
        terminal.press_blue("Je suis toujours là", terminal.person.screen())
        terminal.kiosk.wait_for("phase", phase="active")

    def _write(self, play: Play, ended: Line) -> None:
        lines = self.terminal.kiosk.lines
        wipe = [line for line in lines if line["event"] == "wipe-step"][-6:]
        session = next(line for line in lines if line["event"] == "session-ended")
        bad = [line["event"] for line in lines if line["level"] in {"warning", "error", "critical"}]
        self.report = {
            "procedure": session["procedure"],
            "steps": play.steps,
            "drifts": session["drifts"],
            "documents": session["documents"],
            "refused_addresses": sum(line["count"] for line in lines if line["event"] == "addresses-refused"),
            "wipe": [{key: line[key] for key in ("step", "seconds", "remains", "verified")} for line in wipe],
            "timings": {
                "tap_to_first_step_seconds": round(play.opening_seconds, 3),
                "session_seconds": session["seconds"],
                "wipe_seconds": ended["seconds"],
            },
            "unexpected": bad,
        }
        done = len(play.steps) == session["steps_total"] and session["documents"] >= 1
        self.report["ok"] = done and not bad and all(line["verified"] for line in wipe) and len(wipe) == 6


def main(width: int = 1280, height: int = 800) -> int:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    with virtual_screen(width, height) as display, memory_folder() as folder:
        settings = (SITE, f"session.idle_seconds={IDLE_SECONDS}")
        with Kiosk(display, folder, *settings) as kiosk:
            demonstration = Demonstration(Terminal(Person(display), kiosk), OUT)
            try:
                demonstration.terminal.wait_for_home()
                demonstration.run()
            except (AssertionError, OSError) as error:
                demonstration.photograph("failure")
                sys.stderr.write(f"{error}\n")
                demonstration.report |= {"ok": False, "failure": str(error).splitlines()[0]}
    report = demonstration.report
    (OUT / "report.json").write_text(json.dumps(report, indent=2) + "\n")
    _summarise(report)
    return 0 if report["ok"] else 1


def _summarise(report: dict[str, Any]) -> None:
    steps = report.get("steps", [])
    by_page = sum(step["how"] == "page" for step in steps)
    print(f"procedure   {report.get('procedure')}")
    print(f"steps       {len(steps)}, of which {by_page} seen done by the page")
    print(f"documents   {report.get('documents')}    drifts {report.get('drifts')}")
    for step in report.get("wipe", []):
        print(f"wiped       {step['step']:<10} {step['seconds']:.3f} s    remains {step['remains']}")
    for name, seconds in report.get("timings", {}).items():
        print(f"{name:<28} {seconds} s")
    print(f"pictures    {len(list(OUT.glob('*.png')))} in {OUT}")
    print("all held" if report["ok"] else f"FAILED: {report.get('failure', report.get('unexpected'))}")


if __name__ == "__main__":
    sys.exit(main())
