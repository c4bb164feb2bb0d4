"""One target in a process of its own, which may hang, swell and fall: what it was doing then is known to its parent.

A case is named by its number: the seed, the target's name and the number make it again, on any machine.
"""

from __future__ import annotations

import faulthandler
import io
import json
import mmap
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from demonstration.display import memory_folder
from kiosk import logs
from proof.fuzz.mutation import CANARY
from proof.fuzz.target import BrokenError, Target

_ROOT = Path(__file__).resolve().parents[2]
_WALL_SECONDS = 90.0
"""Without a sign of life, whatever the processor says: it waits for something."""
_LOG_WORDS = ("uncaught-exception", "log-refused", "refused_keys", CANARY)


@dataclass(frozen=True)
class Defect:
    """`sign`: what it is, alike for cases that fall alike. `times`: how often it was met."""

    target: str
    number: int
    sign: str
    case: bytes
    times: int = 1


@dataclass
class Run:
    """`slowest`: seconds of the processor that one case took."""

    target: str
    cases: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: float = 0.0
    defects: dict[str, Defect] = field(default_factory=dict)


class _TooSlowError(BaseException):
    """Not an Exception: no reader may catch it."""


def case_of(target: Target, seed: str, number: int) -> bytes:
    return target.case(random.Random(f"{seed}/{target.name}/{number}"))


def fuzz(kind: type[Target], seed: str, seconds: float, first: int = 0, most: int | None = None) -> Run:
    """Cases one after another for so many seconds, or so many cases."""
    run = Run(kind.name)
    began = time.monotonic()
    number = first
    while (left := seconds - (time.monotonic() - began)) > 0 and (most is None or number < first + most):
        last = sys.maxsize if most is None else first + most
        number = _lived(kind, seed, run, range(number, last), left)
    run.seconds = time.monotonic() - began
    return run


def sign_of(kind: type[Target], case: bytes) -> str | None:
    """What this case breaks, in a process of its own; None when nothing."""
    found: list[str] = []

    def once(say: Callable[[dict[str, object]], None], began: Callable[[int], None]) -> None:
        with memory_folder() as folder:
            target = kind(folder)
            began(0)
            outcome, _ = _judged(target, case)
            say({"sign": None if outcome in ("taken", "refused") else outcome})
            target.close()

    def heard(said: dict[str, object]) -> None:
        if said["sign"] is not None:
            found.append(str(said["sign"]))

    kind.before_life()
    _, fate = _in_a_process(once, heard)
    return found[0] if found else fate


def _lived(kind: type[Target], seed: str, run: Run, numbers: range, seconds: float) -> int:
    """One life of a worker, to its end. The number of the case to go on with."""
    number = first = numbers.start
    last = numbers.stop if kind.life is None else min(numbers.stop, first + kind.life)

    def live(say: Callable[[dict[str, object]], None], began: Callable[[int], None]) -> None:
        end = time.monotonic() + seconds
        with memory_folder() as folder:
            target = kind(folder)
            at, seen, slowest = first, Counter[str](), 0.0
            while time.monotonic() < end and at < last:
                began(at)
                outcome, took = _judged(target, case_of(target, seed, at))
                slowest = max(slowest, took)
                if outcome not in seen and outcome not in ("taken", "refused"):
                    say({"number": at, "sign": outcome})
                seen[outcome] += 1
                at += 1
            say({"seen": seen, "slowest": slowest, "next": at})
            target.close()

    def heard(said: dict[str, object]) -> None:
        nonlocal number
        if "sign" in said:
            _note(kind, seed, run, int(str(said["number"])), str(said["sign"]))
        else:
            seen = said["seen"]
            assert isinstance(seen, dict)
            run.outcomes.update(seen)
            run.slowest = max(run.slowest, float(str(said["slowest"])))
            number = int(str(said["next"]))

    kind.before_life()
    reached, fate = _in_a_process(live, heard)
    if fate is not None:
        run.outcomes["fell"] += 1
        _note(kind, seed, run, reached, fate)
        number = reached + 1
    run.cases += number - first
    return number


def _note(kind: type[Target], seed: str, run: Run, number: int, sign: str) -> None:
    if sign not in run.defects:
        with memory_folder() as folder:
            target = kind(folder)
            run.defects[sign] = Defect(kind.name, number, sign, case_of(target, seed, number))
            target.close()


# --- inside -------------------------------------------------------------------------------------------------------


def _judged(target: Target, case: bytes) -> tuple[str, float]:
    """`taken`, `refused`, or the sign of what is broken; and the seconds of the processor."""
    stream = io.StringIO()
    logs.configure(stream)
    signal.signal(signal.SIGPROF, _too_slow)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, target.seconds)
    try:
        outcome: str = target.put(case)
    except _TooSlowError as error:
        outcome = f"too slow {_place(error)}"
    except BrokenError as broken:
        outcome = f"broken: {broken}"
    except Exception as error:
        outcome = f"{type(error).__name__} {_place(error)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - began
    written = stream.getvalue()
    if (word := next((one for one in _LOG_WORDS if one in written), None)) is not None:
        outcome = f"broken: the log says {word} {_logged_place(written)}".rstrip()
    return outcome, took


def _too_slow(*_: object) -> None:
    raise _TooSlowError


def _logged_place(written: str) -> str:
    places = [str(json.loads(line).get("where", "")) for line in written.splitlines() if '"where"' in line]
    return places[0] if places else ""


def _place(error: BaseException) -> str:
    """Where of ours it came out."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_ROOT / "kiosk")] or frames
    last = ours[-1]
    path = Path(last.filename)
    return f"{path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path.name}:{last.lineno}"


# --- the process --------------------------------------------------------------------------------------------------


def _in_a_process(
    work: Callable[[Callable[[dict[str, object]], None], Callable[[int], None]], None],
    heard: Callable[[dict[str, object]], None],
) -> tuple[int, str | None]:
    """Do `work` in a child, hear what it says. The number it reached, and how it fell, if it did."""
    progress = mmap.mmap(-1, 8)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _alone(work, writing, progress)
    os.close(writing)
    with os.fdopen(reading, "rb") as lines:
        hung = _listened(lines, progress, child, heard)
    _, status = os.waitpid(child, 0)
    reached = int.from_bytes(progress[:8])
    progress.close()
    if hung:
        return reached, "waits without end"
    code = os.waitstatus_to_exitcode(status)
    return reached, None if code == 0 else (f"killed by signal {-code}" if code < 0 else f"ended with {code}")


def _alone(
    work: Callable[[Callable[[dict[str, object]], None], Callable[[int], None]], None],
    writing: int,
    progress: mmap.mmap,
) -> None:
    code = 3
    try:
        faulthandler.disable()
        structlog.reset_defaults()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        quiet = os.open(os.devnull, os.O_RDWR)
        for one in (0, 1, 2):
            os.dup2(quiet, one)

        def say(line: dict[str, object]) -> None:
            os.write(writing, json.dumps(line).encode() + b"\n")

        def began(number: int) -> None:
            if not int.from_bytes(progress[:8]):
                _bounded()
            progress[:8] = number.to_bytes(8)

        work(say, began)
        code = 0
    finally:
        os._exit(code)


def _bounded() -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + Target.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


def _listened(
    lines: io.BufferedReader, progress: mmap.mmap, child: int, heard: Callable[[dict[str, object]], None]
) -> bool:
    """Until it ends. True: it had to be ended, for it did not go on."""
    os.set_blocking(lines.fileno(), False)
    unread, last, since = b"", -1, time.monotonic()
    while True:
        try:
            read = os.read(lines.fileno(), 1 << 16)
            if not read:
                return False
            unread += read
            *whole, unread = unread.split(b"\n")
            for line in whole:
                heard(json.loads(line))
        except BlockingIOError:
            time.sleep(0.005)
        now = int.from_bytes(progress[:8])
        if now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > _WALL_SECONDS:
            os.kill(child, signal.SIGKILL)
            return True
