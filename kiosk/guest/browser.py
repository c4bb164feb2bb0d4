"""The browser process inside the sandbox, and the one that it comes from. Started by `first`:

    python -m kiosk.guest.browser --channel FD --proxy 127.0.0.1:8118 [--authority PEM]

Knows the command line and how a process starts; `guest` does the rest.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.guest import chromium, reborn
from kiosk.ui import touch


@dataclass(frozen=True)
class Options:
    """`channel` is a descriptor; `authority` signs the practice services (PEM), and is absent without them."""

    channel: int
    proxy_host: str
    proxy_port: int
    authority: Path | None
    home: Path


def main(arguments: list[str] | None = None) -> int:
    options = _parse(arguments)
    chromium.prepare()
    if os.environ.get(touch.VARIABLE):
        touch.prepare(options.home / ".config")
    # Qt reads its environment when it is imported.
    from kiosk.guest.guest import run  # noqa: PLC0415
    from kiosk.procedures import glossary  # noqa: PLC0415

    glossary.load()

    return run(options) if reborn.split() else reborn.GAVE_UP


def _parse(arguments: list[str] | None) -> Options:
    parser = argparse.ArgumentParser(prog="kiosk.guest.browser")
    parser.add_argument("--channel", type=int, required=True)
    parser.add_argument("--proxy", required=True)
    parser.add_argument("--authority", type=Path)
    given = parser.parse_args(arguments)
    host, _, port = given.proxy.rpartition(":")
    return Options(given.channel, host, int(port), given.authority, Path(os.environ["HOME"]))


if __name__ == "__main__":
    sys.exit(main())
