"""A demonstration that is told to end leaves no kiosk, no X server and no folder behind."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The same rooms around it, with something in the kiosk's place that only waits.
PLAYED = """
import json, os, signal
from demonstration.display import memory_folder, virtual_screen
from demonstration.ending import end_when_told
from demonstration.kiosk import Kiosk

# As from a terminal, whoever runs this: what is started in the background is deaf to some.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
end_when_told()
with virtual_screen(64, 64) as display, memory_folder() as folder:
    with Kiosk(display, folder, through=("sh", "-c", "exec sleep 600")) as kiosk:
        children = open(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read().split()
        print(json.dumps({"children": [*map(int, children)], "folder": str(folder)}), flush=True)
        while True:
            signal.pause()
"""


@pytest.fixture
def played() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, "-c", PLAYED], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_all_that_it_started_ends_with_it(played: subprocess.Popen[str], told: signal.Signals) -> None:
    assert played.stdout is not None
    began = json.loads(played.stdout.readline())
    assert len(began["children"]) == 2
    played.send_signal(told)
    status = played.wait(30)
    left = [one for one in began["children"] if Path(f"/proc/{one}").exists()]
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert left == []
    assert status == (-told if told is signal.SIGINT else 128 + told)
    assert not Path(began["folder"]).exists()


def test_what_is_run_without_a_display_listens_before_it_begins() -> None:
    tree = ast.parse((ROOT / "demonstration" / "__main__.py").read_text())
    started = next(one for one in tree.body if isinstance(one, ast.If))
    assert [ast.unparse(one) for one in started.body] == ["end_when_told()", "sys.exit(main())"]
