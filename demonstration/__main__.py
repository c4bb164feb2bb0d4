"""`./dev run` without a display: on one of its own, plays a whole procedure side by side, then a person and their
papers, then other guides and who writes them; writes pictures and a report.

Two people with a mouse and a keyboard each do everything, from the first start of the post to the receipt; then one
scans, photographs, prints and takes away (`second_act`); then one pays a practice fine and a mediator records a
procedure (`third_act`). Exit status 0 when all of it held.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from demonstration.album import Album
from demonstration.copiloted import CopilotedPlay
from demonstration.display import memory_folder
from demonstration.ending import end_when_told
from demonstration.kiosk import Kiosk, Line
from demonstration.person import PATIENCE, UnseenError
from demonstration.play import Play
from demonstration.reading import read_share
from demonstration.seated import Chairs
from demonstration.seats import two_seats
from demonstration.second_act import CALL_SOUND, last_wipe, play_papers
from demonstration.terminal import Terminal
from demonstration.third_act import play_catalogue

OUT = Path(__file__).resolve().parents[1] / "demo"
SITE = 'site.name="Espace social commun Le Blosne"'
IDLE_SECONDS = 15  # long enough to read a page of the demonstration, short enough to wait for


class Demonstration:
    """One person alone."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal = terminal
        self.album = Album(folder, self._shoot)
        self.photograph = self.album.picture
        self.report: dict[str, Any] = {}

    def run(self) -> None:
        """From home, with a guest ready behind it, to the receipt."""
        terminal, kiosk = self.terminal, self.terminal.kiosk
        self.photograph("home")
        terminal.press_tile(1)
        terminal.blue_answer("the procedure's page", terminal.footer)
        self.photograph("procedure")
        play = self._new_play()
        play.start()
        play.follow_guide()
        self._read_certificate()
        self._walk_away()
        terminal.press_blue("Terminer", terminal.panel)
        kiosk.wait_for("phase", phase="closing")
        terminal.blue_answer("the closing screen", terminal.footer)
        self.photograph("closing")
        self._read_closing()
        ended = terminal.erase()
        terminal.blue_answer("the receipt", terminal.footer)
        self.photograph("receipt")
        self._write(play, ended)

    def _shoot(self, file: Path) -> None:
        self.terminal.person.picture(file)

    def _new_play(self) -> Play:
        return Play(self.terminal, self.photograph)

    def _read_closing(self) -> None:
        """What the closing screen says of this demonstration."""

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
        wipe = last_wipe(lines)
        session = next(line for line in lines if line["event"] == "session-ended")
        said = [line for line in lines if line.get("logger") != CALL_SOUND]
        bad = [line["event"] for line in said if line["level"] in {"warning", "error", "critical"}]
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
        self.report["ok"] = done and not bad and bool(wipe) and all(line["verified"] for line in wipe)


class CopilotedDemonstration(Demonstration):
    """Two people side by side, at a post that has never seen them."""

    def __init__(self, terminal: Terminal, chairs: Chairs, folder: Path) -> None:
        self.chairs = chairs
        super().__init__(terminal, folder)
        self.play = CopilotedPlay(terminal, chairs, self.photograph)
        self._share_read = -1

    def sit_down(self) -> None:
        """The first time, the post asks whose each mouse and keyboard is: it is enough to use them."""
        user, mediator = self.chairs.user, self.chairs.mediator
        for number, use in enumerate((user.nudge, user.tap, mediator.nudge, mediator.tap), 1):
            self.photograph(f"devices-{number}")
            self._use_until_seen(use)
        self.terminal.kiosk.hear(0, "devices-assigned")

    def _use_until_seen(self, use: Callable[[], None]) -> None:
        before = self.terminal.person.look()
        deadline = time.monotonic() + PATIENCE
        while self.terminal.person.look().tobytes() == before.tobytes():
            if time.monotonic() > deadline:
                raise UnseenError("the post does not notice that a device is used")
            use()
            # Nobody shakes a mouse faster.
            time.sleep(0.2)

    def _shoot(self, file: Path) -> None:
        self.chairs.picture(file)

    def _new_play(self) -> Play:
        return self.play

    def _read_closing(self) -> None:
        self._share_read = read_share(self.terminal.person.look())

    def _write(self, play: Play, ended: Line) -> None:
        super()._write(play, ended)
        lines = self.terminal.kiosk.lines
        session = next(line for line in lines if line["event"] == "session-ended")
        gestures = {"user": session["user_gestures"], "mediator": session["mediator_gestures"]}
        share = round(100 * gestures["user"] / sum(gestures.values()))
        side_by_side = {
            "modes": [line["mode"] for line in lines if line["event"] == "wheel"],
            "gestures": gestures,
            "gestures_by_step": {
                line["step"]: {"user": line["user_gestures"], "mediator": line["mediator_gestures"]}
                for line in lines
                if line["event"] == "hands"
            },
            "user_percent": share,
            "user_percent_on_the_closing_screen": self._share_read,
            "tried": self.play.tried,
        }
        self.report["side_by_side"] = side_by_side
        held = all(one["reached"] is one["may"] for one in self.play.tried)
        self.report["ok"] = self.report["ok"] and held and share == self._share_read


def main(width: int = 1280, height: int = 800) -> int:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    print(f"Two people play; nothing is to be done. It takes some minutes. Pictures, in {OUT}:", file=sys.stderr)
    with two_seats(width, height) as seats, memory_folder() as folder, contextlib.closing(Chairs(seats)) as chairs:
        # The mediator sits there too, and beside one a person may think for longer.
        waits = (f"session.{one}={IDLE_SECONDS}" for one in ("idle_seconds", "idle_with_mediator_seconds"))
        settings = (SITE, *waits)
        with Kiosk(seats.display, folder, *settings) as kiosk:
            demonstration = CopilotedDemonstration(Terminal(chairs.user, kiosk), chairs, OUT)
            try:
                demonstration.terminal.wait_for_home()
                demonstration.sit_down()
                demonstration.run()
            except (AssertionError, OSError) as error:
                demonstration.photograph("failure")
                sys.stderr.write(f"{error}\n")
                demonstration.report |= {"ok": False, "failure": str(error).splitlines()[0]}
        report = demonstration.report
        report["papers"] = play_papers(chairs, demonstration.album, SITE)
        report["catalogue"] = play_catalogue(chairs, demonstration.album, SITE)
        report["ok"] = report["ok"] and report["papers"]["ok"] and report["catalogue"]["ok"]
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
    for one in report.get("side_by_side", {}).get("tried", []):
        print(f"{one['who']:<11} {one['what']:<40} {'reached the page' if one['reached'] else 'did not reach it'}")
    papers = report["papers"]
    for one in papers.get("services", []):
        print(f"papers      {one['service']:<10} {one['seconds']:.2f} s")
    if papers["ok"]:
        left, taken = papers["jobs_left_in_the_queue"], papers["papers_on_the_stick"]
        print(f"papers      {left} left in the queue, {taken} on the stick")
    catalogue = report["catalogue"]
    if catalogue["ok"]:
        print(f"catalogue   {len(catalogue['steps'])} steps of another service, {catalogue['sessions']} sessions")
        print(f"kept        {' '.join(catalogue['files_kept'])}")
    for device, reason in papers["missing"].items():
        print(f"not tried   {device}: {reason}")
    for name, seconds in report.get("timings", {}).items():
        print(f"{name:<28} {seconds} s")
    print(f"pictures    {len(list(OUT.glob('*.png')))} in {OUT}")
    print("all held" if report["ok"] else f"FAILED: {'; '.join(_failures(report))}")


def _failures(report: dict[str, Any]) -> list[str]:
    acts = {"side by side": report, "papers": report["papers"], "catalogue": report["catalogue"]}
    found = {act: said.get("failure") or said.get("unexpected") for act, said in acts.items() if not said["ok"]}
    return [f"{act}: {why}" for act, why in found.items() if why] or ["see report.json"]


if __name__ == "__main__":
    end_when_told()
    sys.exit(main())
