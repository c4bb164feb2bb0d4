"""A workshop that a paper has taken over: what it can reach, what it can use up, and what its lies are worth.

A program of the test runs in place of the real one, in the real sandbox.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.documents.workshop.jobs import AnyJob, Look, Looked, Make, PageOf, Preview, Wash
from kiosk.sandbox import BubblewrapSandbox
from kiosk.sandbox import bubblewrap as real
from kiosk.sandbox.cgroup import MemoryGroup
from kiosk.sealed import Sealed
from tests.documents.workshop.bombs import deflated_zeros
from tests.documents.workshop.hostile_pdfs import GIGABYTE, drawn
from tests.documents.workshop.measured import MeasuredSandbox, resident
from tests.unit.documents.fake_workshop import a_pdf, a_png

MEMORY = 300 << 20
SECONDS = 20.0

HEAR = """
import json, os, socket, sys, time
from kiosk import packets
from kiosk.documents.workshop.inside.limits import keep_within
from kiosk.sealed import Sealed
keep_within(int(sys.argv[1]), int(sys.argv[2]))
channel = socket.socket(fileno=int(os.environ["KIOSK_CHANNEL"]))
packet, inputs = packets.receive(channel, 1 << 16)
def say(answer, *outputs):
    packets.send(channel, answer if isinstance(answer, bytes) else json.dumps(answer).encode(), outputs)
def unsealed(content):
    descriptor = os.memfd_create("x", os.MFD_ALLOW_SEALING)
    os.write(descriptor, content)
    return type("Held", (), {"fileno": lambda self: descriptor})()
"""

Program = Callable[[str], BubblewrapWorkshop]


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    """A workshop in which this code runs instead."""
    made: list[BubblewrapWorkshop] = []

    def make(code: str) -> BubblewrapWorkshop:
        command = (sys.executable, "-c", HEAR + code)
        made.append(BubblewrapWorkshop("isolation", MEMORY, SECONDS, program=command))
        return made[-1]

    yield make
    for one in made:
        await one.close()
        assert one.remains() == 0


async def trouble_of(workshop: BubblewrapWorkshop, job: AnyJob, *inputs: Sealed) -> Trouble:
    with pytest.raises(PaperTroubleError) as caught:
        await workshop.do(job, inputs or [Sealed.of(a_pdf())])
    return caught.value.trouble


# --- what it can reach --------------------------------------------------------------------------------------------

# Each is true when the wall holds. The answers come back as pixels: one a question.
WALLS = {
    "no other network": "set(os.listdir('/sys/class/net') if os.path.isdir('/sys/class/net') else []) <= {'lo'}",
    "no way out": "fails(lambda: socket.create_connection(('1.1.1.1', 53), 2))",
    "no name is found": "fails(lambda: socket.getaddrinfo('example.org', 80))",
    "no writing on the system": "all(fails(lambda d=d: open(d + '/x', 'w')) for d in ('/', '/usr', '/etc', '/dev'))",
    "no file of the machine": "not os.path.exists(sys.argv[1]) and not os.path.exists('/var')",
    "no home of anybody": "os.listdir('/home/user') == [] and os.listdir('/run') == ['kiosk']",
    "no screen": "not os.path.exists('/tmp/.X11-unix') and 'DISPLAY' not in os.environ",
    "no process of others": "len([n for n in os.listdir('/proc') if n.isdigit()]) <= 3",
    "no right of an administrator": "[l.split()[1] for l in open('/proc/self/status') if 'CapEff' in l] == ['0' * 16]",
    "no core file": "resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)",
    "no lifting of limits": "fails(lambda: resource.setrlimit(resource.RLIMIT_DATA, (-1, -1)))",
}


async def test_a_workshop_reaches_nothing_but_its_own_memory(program: Program, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("of the machine")
    questions = "\n".join(f"found.append(bool({question}))" for question in WALLS.values())
    code = f"""
import resource
sys.argv[1] = {str(outside)!r}
def fails(attempt):
    try:
        attempt()
    except (OSError, ValueError):
        return True
    return False
found = []
{questions}
say({{"type": "Drawn", "width": len(found), "height": 1}}, Sealed.of(b"".join(bytes([one]) * 3 for one in found)))
"""
    done = await program(code).do(Preview(PageOf(0)), [Sealed.of(a_pdf())])
    found = done.outputs[0].read()[::3]
    assert {name: bool(holds) for name, holds in zip(WALLS, found, strict=True)} == dict.fromkeys(WALLS, True)


async def test_a_paper_is_in_no_argument_and_no_variable_of_a_workshop(program: Program) -> None:
    workshop = program("channel.recv(1)")
    job = asyncio.create_task(workshop.do(Look(), [Sealed.of(b"canary-of-a-person")]))
    async with asyncio.timeout(20):
        while workshop.remains() == 0:
            await asyncio.sleep(0)
    guest = workshop._guests[0]
    for name in ("cmdline", "environ"):
        assert b"canary" not in Path(f"/proc/{guest.pid}/{name}").read_bytes()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)


# --- what it can say ----------------------------------------------------------------------------------------------

PIXELS = "Sealed.of(bytes(300))"
LIES: dict[str, tuple[AnyJob, str]] = {
    "no JSON": (Look(), "say(b'{')"),
    "not even text": (Look(), "say(b'\\xff\\xfe')"),
    "an unknown answer": (Look(), "say({'type': 'Owned'})"),
    "an answer to another job": (Look(), f"say({{'type': 'Drawn', 'width': 10, 'height': 10}}, {PIXELS})"),
    "one field too many": (Look(), "say({'type': 'Looked', 'kind': 'pdf', 'pages': 1, 'more': 1})"),
    "an unknown kind": (Look(), "say({'type': 'Looked', 'kind': 'exe', 'pages': 1})"),
    "no page": (Look(), "say({'type': 'Looked', 'kind': 'pdf', 'pages': 0})"),
    "a content nobody asked for": (Look(), f"say({{'type': 'Looked', 'kind': 'pdf', 'pages': 1}}, {PIXELS})"),
    "a trouble of the printer": (Look(), "say({'type': 'Failed', 'trouble': 'printer-offline'})"),
    "a trouble with a content": (Look(), f"say({{'type': 'Failed', 'trouble': 'damaged'}}, {PIXELS})"),
    "fewer pixels": (Preview(PageOf(0)), f"say({{'type': 'Drawn', 'width': 11, 'height': 10}}, {PIXELS})"),
    "more pixels": (Preview(PageOf(0)), f"say({{'type': 'Drawn', 'width': 9, 'height': 10}}, {PIXELS})"),
    "no pixels": (Preview(PageOf(0)), "say({'type': 'Drawn', 'width': 10, 'height': 10})"),
    "two contents": (Preview(PageOf(0)), f"say({{'type': 'Drawn', 'width': 10, 'height': 10}}, {PIXELS}, {PIXELS})"),
    "larger than asked": (Preview(PageOf(0), side=16), f"say({{'type': 'Drawn', 'width': 20, 'height': 5}}, {PIXELS})"),
    "a content that can still change": (
        Preview(PageOf(0)),
        "say({'type': 'Drawn', 'width': 10, 'height': 10}, unsealed(bytes(300)))",
    ),
    "a socket instead of a content": (
        Preview(PageOf(0)),
        "say({'type': 'Drawn', 'width': 10, 'height': 10}, socket.socket())",
    ),
    "a PDF that is none": (Make((PageOf(0),)), "say({'type': 'Made', 'kind': 'pdf', 'pages': 1}, Sealed.of(b'MZ'))"),
    "a JPEG for a PDF": (
        Make((PageOf(0),)),
        "say({'type': 'Made', 'kind': 'image', 'pages': 1}, Sealed.of(b'\\xff\\xd8\\xff'))",
    ),
    "a paper over its limit": (
        Make((PageOf(0),), max_bytes=20_000),
        "say({'type': 'Made', 'kind': 'pdf', 'pages': 1}, Sealed.of(b'%PDF-' + bytes(20_000)))",
    ),
    "words of its own for a kind": (
        Make((PageOf(0),), read=True),
        (
            "say({'type': 'Made', 'kind': 'pdf', 'pages': 1, 'reading': {'kind': 'call 0899', 'readable': 5}}, "
            "Sealed.of(b'%PDF-'))"
        ),
    ),
    "sheets of another size": (
        Wash(),
        (
            "sheet = {'width': 10, 'height': 10, 'width_mm': 210, 'height_mm': 297}; "
            f"say({{'type': 'Washed', 'sheets': [sheet, sheet]}}, {PIXELS}, Sealed.of(bytes(3)))"
        ),
    ),
    "a sheet as wide as a country": (
        Wash(),
        (
            "say({'type': 'Washed', 'sheets': [{'width': 10, 'height': 10, 'width_mm': 1e300, 'height_mm': 9}]}, "
            f"{PIXELS})"
        ),
    ),
    "a very long answer": (Look(), 'say(b\' \' * 100_000 + b\'{"type": "Looked", "kind": "pdf", "pages": 1}\')'),
    "more contents than fit": (Wash(), "say({'type': 'Washed', 'sheets': []}, *[unsealed(b'') for _ in range(60)])"),
    "nothing, and the end": (Look(), ""),
    "nothing, and a crash": (Look(), "os.kill(os.getpid(), 11)"),
}


@pytest.mark.parametrize("lie", LIES)
async def test_a_workshop_that_lies_is_not_believed(program: Program, lie: str) -> None:
    job, code = LIES[lie]
    paper = Sealed.of(a_pdf())
    workshop = program(code)
    open_before = len(os.listdir("/proc/self/fd"))
    assert await trouble_of(workshop, job, paper) == Trouble.WORKSHOP_FAILED
    assert workshop.remains() == 0
    assert len(os.listdir("/proc/self/fd")) == open_before


async def test_a_workshop_that_tells_the_truth_is_believed(program: Program) -> None:
    """The lies above are refused for what they say, not for who says them."""
    code = "say({'type': 'Drawn', 'width': 10, 'height': 10}, Sealed.of(bytes(300)))"
    done = await program(code).do(Preview(PageOf(0)), [Sealed.of(a_pdf())])
    assert done.outputs[0].size == 300


async def test_a_content_larger_than_the_workshops_memory_is_refused(program: Program) -> None:
    """A file in memory can claim a size without having it: whoever reads it pays."""
    code = """
import fcntl
descriptor = os.memfd_create("x", os.MFD_ALLOW_SEALING)
import resource
most = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
def hole():
    descriptor = os.memfd_create("x", os.MFD_ALLOW_SEALING)
    os.ftruncate(descriptor, most)
    os.pwrite(descriptor, b"%PDF-", 0)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, 15)
    return Sealed(descriptor)
sheet = {"width": 4000, "height": 4000, "width_mm": 210, "height_mm": 297}
say({"type": "Washed", "sheets": [sheet] * 3}, hole(), hole(), hole())
"""
    assert await trouble_of(program(code), Wash()) == Trouble.WORKSHOP_FAILED


# --- what it can use up -------------------------------------------------------------------------------------------


async def test_a_workshop_that_does_not_come_to_an_end_is_ended() -> None:
    workshop = BubblewrapWorkshop("isolation", MEMORY, 0.5, program=(sys.executable, "-c", HEAR + "channel.recv(1)"))
    assert await trouble_of(workshop, Look()) == Trouble.TOO_SLOW
    assert workshop.remains() == 0


async def test_files_in_memory_are_counted_as_memory() -> None:
    """Limits of a process do not see them: the group does, where the machine gives one."""
    eat = "held = []\nwhile True:\n    held.append(os.memfd_create('x')); os.write(held[-1], bytes(20_000_000))"
    sandbox = MeasuredSandbox("isolation")
    workshop = BubblewrapWorkshop("isolation", MEMORY, SECONDS, sandbox, (sys.executable, "-c", HEAR + eat))
    trouble = await trouble_of(workshop, Look())
    if not sandbox.limited:
        pytest.skip("this machine gives no memory group")
    assert trouble == Trouble.TOO_SLOW
    assert sandbox.most <= MEMORY


@pytest.mark.parametrize("with_group", [True, False])
async def test_a_bomb_is_too_slow_with_a_memory_group_and_without(
    with_group: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_group:
        monkeypatch.setattr(real, "memory_group", lambda *_: MemoryGroup(None))
    workshop = BubblewrapWorkshop("isolation", MEMORY, SECONDS)
    bomb = Sealed.of(drawn(deflated_zeros(4 * GIGABYTE), b"/Filter /FlateDecode"))
    job = asyncio.create_task(trouble_of(workshop, Preview(PageOf(0)), bomb))
    most = 0
    while not job.done():
        for guest in workshop._guests:
            most = max(most, resident(guest))
        await asyncio.sleep(0)
    assert await job == Trouble.TOO_SLOW
    assert most <= MEMORY + (64 << 20)  # its program and libraries are files of the system, not its own memory
    assert workshop.remains() == 0


async def test_being_cancelled_ends_the_workshop_at_once(program: Program) -> None:
    workshop = program("channel.recv(1)")
    job = asyncio.create_task(workshop.do(Look(), [Sealed.of(a_pdf())]))
    async with asyncio.timeout(20):
        while workshop.remains() == 0:
            await asyncio.sleep(0)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert workshop.remains() == 0


async def test_being_cancelled_while_it_starts_leaves_nothing_either() -> None:
    workshop = BubblewrapWorkshop("isolation", MEMORY, SECONDS)
    job = asyncio.create_task(workshop.do(Look(), [Sealed.of(a_pdf())]))
    await asyncio.sleep(0)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    await workshop.close()
    assert workshop.remains() == 0
    assert (await BubblewrapSandbox("isolation").sweep()).nothing


async def test_a_spare_that_died_is_replaced(program: Program) -> None:
    workshop = BubblewrapWorkshop("isolation", MEMORY, SECONDS)
    workshop.warm()
    assert workshop._spare is not None
    spare = await workshop._spare
    spare.end()
    await spare.wait()
    assert (await workshop.do(Look(), [Sealed.of(a_png())])).answer == Looked("image", 1)
    await workshop.close()
    assert workshop.remains() == 0


async def test_a_closed_workshop_breaks_its_job_off() -> None:
    workshop = BubblewrapWorkshop(
        "isolation", MEMORY, SECONDS, program=(sys.executable, "-c", HEAR + "channel.recv(1)")
    )
    job = asyncio.create_task(trouble_of(workshop, Look()))
    async with asyncio.timeout(20):
        while workshop.remains() == 0:
            await asyncio.sleep(0)
    await workshop.close()
    await job
    assert workshop.remains() == 0


async def test_without_a_sandbox_there_is_no_workshop() -> None:
    """Never a weaker one instead."""
    workshop = BubblewrapWorkshop("isolation", MEMORY, SECONDS, BubblewrapSandbox("isolation", "no-such-program"))
    assert await trouble_of(workshop, Look()) == Trouble.WORKSHOP_FAILED
