"""The program itself: reads its targets, makes every attempt, says one line for each on the channel that it was given.

Runs as the guest's only program, and outside as a child of the test. No test's own library: it must start
where the product alone is.
"""

from __future__ import annotations

import json
import os
import socket

from tests.sandbox.compromised.attempt import ATTEMPTS, Targets
from tests.sandbox.compromised.ways import display, files, network, processes, proxy

LOADED = (files, network, processes, proxy, display)


def _made(name: str, targets: Targets) -> dict[str, str]:
    try:
        got = ATTEMPTS[name](targets)
    except OSError as error:
        return {"name": name, "refused": f"{type(error).__name__}: {error.strerror or error}"}
    except Exception as error:  # a mistake of the attempt must not read as a refusal
        return {"name": name, "broken": f"{type(error).__name__}: {error}"}
    return {"name": name, "reached": str(got)}


def main() -> None:
    channel = socket.socket(fileno=int(os.environ["KIOSK_CHANNEL"]))
    targets = json.loads(channel.recv(65_536))
    for name in ATTEMPTS:
        channel.send(json.dumps(_made(name, targets)).encode())
    channel.send(b"{}")
    channel.recv(1)


if __name__ == "__main__":
    main()
