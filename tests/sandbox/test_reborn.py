"""A browser that died comes back, some times and not for ever, and leaves nobody behind. Who else is there lives on."""

from __future__ import annotations

import json
import subprocess
import sys

from kiosk.guest.reborn import GAVE_UP, MAX_RESTARTS

# Starts somebody beside, then what is split again and again; says what it saw of both in the end.
FIRST = """
import json, os, pathlib, subprocess, sys
beside = subprocess.Popen(["sleep", "1001"])
done = subprocess.run([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE)
programs = [file.read_bytes().split(b"\\0")[:2] for file in pathlib.Path("/proc").glob("[0-9]*/cmdline")]
sleeping = sorted(one[1].decode() for one in programs if one[0] == b"sleep")
print(json.dumps({"status": done.returncode, "lives": len(done.stdout), "sleeping": sleeping}))
"""

# Each new one leaves a child behind, and dies.
SPLIT = """
import os, subprocess, sys
from kiosk.guest import reborn
if not reborn.split():
    sys.exit(reborn.GAVE_UP)
subprocess.Popen(["sleep", "1002"], start_new_session=True, stdout=subprocess.DEVNULL)
os.write(1, b".")
os.abort()
"""


def test_who_dies_is_back_some_times_without_the_children_of_the_dead() -> None:
    command = ["bwrap", "--dev-bind", "/", "/", "--unshare-user", "--unshare-pid", "--proc", "/proc"]
    command += ["--die-with-parent", "--", sys.executable, "-c", FIRST, SPLIT]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == {"status": GAVE_UP, "lives": MAX_RESTARTS + 1, "sleeping": ["1001"]}
