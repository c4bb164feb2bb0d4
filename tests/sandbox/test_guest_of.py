"""The proofs look at a person's guest. A paper's workshop beside it has walls of the same kind, and is none."""

from __future__ import annotations

import subprocess
import sys

from proof.rig import machine

WALLS = "bwrap --dev-bind / / --unshare-user --unshare-pid --proc /proc --die-with-parent --"

# Two sandboxes; each says that it is there. `sh` is told what it is called.
SHELL = """
import subprocess, sys
for name in ("kiosk.guest.first", "kiosk.documents.workshop"):
    command = [*sys.argv[1].split(), "sh", "-c", "echo; read _", name]
    one = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    one.stdout.readline()
print(flush=True)
sys.stdin.read()
"""


def test_a_workshop_is_no_guest() -> None:
    with subprocess.Popen([sys.executable, "-c", SHELL, WALLS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as shell:
        assert shell.stdin is not None
        assert shell.stdout is not None
        shell.stdout.readline()
        guest = machine.guest_of(shell.pid)
        assert "kiosk.guest.first" in machine.words(guest.monitor)
        assert not [one for one in guest.members if "kiosk.documents.workshop" in machine.words(one)]
        shell.stdin.close()
