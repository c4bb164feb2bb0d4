"""Real FAT file systems in files, and what mtools and fsck say of them: the sticks of the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {**os.environ, "MTOOLSRC": "/dev/null", "LC_ALL": "C.UTF-8"}


def make(path: Path, kind: int = 32, megabytes: int = 40) -> Path:
    with path.open("wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["mkfs.vfat", "-F", str(kind), "-s", "1", str(path)], check=True, capture_output=True)
    return path


def put(image: Path, name: str, content: bytes = b"mine") -> None:
    subprocess.run(["mcopy", "-i", image, "-", f"::/{name}"], input=content, check=True, env=_ENVIRONMENT)


def folder(image: Path, name: str) -> None:
    subprocess.run(["mmd", "-i", image, f"::/{name}"], check=True, env=_ENVIRONMENT)


def content(image: Path, name: str) -> bytes:
    done = subprocess.run(["mtype", "-i", image, f"::/{name}"], check=True, capture_output=True, env=_ENVIRONMENT)
    return done.stdout


def names(image: Path, folder: str = "Mes papiers") -> set[str]:
    done = subprocess.run(
        ["mdir", "-b", "-a", "-i", image, f"::/{folder}"], check=False, capture_output=True, env=_ENVIRONMENT
    )
    return {line.removeprefix(f"::/{folder}/") for line in done.stdout.decode().splitlines() if line}


def is_sound(image: Path) -> bool:
    return subprocess.run(["fsck.vfat", "-n", image], check=False, capture_output=True).returncode == 0


def chain_to_itself(image: Path, folder: str) -> None:
    """Make the folder's first cluster its own next one, as a stick that was made to hold a reader would."""
    raw = bytearray(image.read_bytes())
    reserved, fats, per_fat = int.from_bytes(raw[14:16], "little"), raw[16], int.from_bytes(raw[36:40], "little")
    root = (reserved + fats * per_fat) * 512
    place = raw.index(folder.upper().ljust(11).encode(), root)
    first = int.from_bytes(raw[place + 26 : place + 28], "little")
    # A folder ends at its first empty entry: fill its cluster, so that the next one is asked for.
    start = root + (first - 2) * 512
    for entry in range(2, 16):
        raw[start + 32 * entry : start + 32 * entry + 32] = b"F%07dTXT" % entry + b"\x20" + bytes(20)
    for number in range(fats):
        entry = (reserved + number * per_fat) * 512 + 4 * first
        raw[entry : entry + 4] = first.to_bytes(4, "little")
    image.write_bytes(raw)
