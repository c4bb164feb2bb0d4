"""The first program inside the sandbox: starts the other two, and starts again the one that dies.

The carrier (`init`) brings the browser's network to the proxy; the browser is all that a person sees, and comes back by
itself (`reborn`) unless the process that it comes from dies. The doors that the carrier answers at are made here, so
that whoever comes while there is none waits for the next. Kept small, with nobody to listen to and nothing to say, so
that it outlives both. It gives up when one of them dies too often; the sandbox then ends, and the shell wipes the
session.
"""

from __future__ import annotations

import os
import resource
import socket
import sys
from collections.abc import Mapping, Sequence

from kiosk.guest.reborn import GAVE_UP, MAX_RESTARTS, WITHIN_SECONDS, end_strays
from kiosk.lives import Lives

PROXY_PORT = 8118
READER_INSIDE = "/tmp/reader"
READER_USER = "KIOSK_READER_USER"
MOST_WAITING = 128


def _start(module: str, words: Sequence[str], environment: Mapping[str, str], not_for_it: Sequence[int]) -> int:
    """Its process number. It inherits every descriptor but those in `not_for_it`."""
    shut = [(os.POSIX_SPAWN_CLOSE, descriptor) for descriptor in not_for_it]
    return os.posix_spawn(sys.executable, [sys.executable, "-m", module, *words], environment, file_actions=shut)


def _open_doors(with_reader: bool) -> list[socket.socket]:
    """Where the carrier is asked for: the network's, and a screen reader's."""
    network = socket.create_server(("127.0.0.1", PROXY_PORT), backlog=MOST_WAITING)
    doors = [network]
    if with_reader:
        reader = socket.socket(socket.AF_UNIX)
        reader.bind(READER_INSIDE)
        reader.listen(MOST_WAITING)
        doors.append(reader)
    for door in doors:
        door.set_inheritable(True)
    return doors


def main() -> int:
    # A core dump would hold the person's pages.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    channel = os.environ["KIOSK_CHANNEL"]
    with_reader = READER_USER in os.environ
    made = _open_doors(with_reader)
    doors = [door.fileno() for door in made]
    bus = {"AT_SPI_BUS_ADDRESS": f"unix:path={READER_INSIDE}"} if with_reader else {}
    words = ("--channel", channel, "--proxy", f"127.0.0.1:{PROXY_PORT}", *sys.argv[1:])

    def carry() -> int:
        return _start("kiosk.guest.init", [str(door) for door in doors], os.environ, [int(channel)])

    def browse() -> int:
        return _start("kiosk.guest.browser", words, {**os.environ, **bus}, doors)

    carrier, carriers = carry(), Lives(MAX_RESTARTS, WITHIN_SECONDS)
    browser, browsers = browse(), Lives(MAX_RESTARTS, WITHIN_SECONDS)
    while True:
        dead, status = os.wait()
        if dead == carrier:
            if not carriers.died():
                break
            carrier = carry()
        elif dead == browser:
            if os.waitstatus_to_exitcode(status) == GAVE_UP or not browsers.died():
                break
            end_strays(os.getpid())
            browser = browse()
    return 1


if __name__ == "__main__":
    sys.exit(main())
