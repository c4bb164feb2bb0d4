"""USB sticks without hardware: real FAT file systems in files, and what mtools and fsck say of them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {**os.environ, "MTOOLSRC": "/dev/null", "LC_ALL": "C.UTF-8"}


def make(path: Path, kind: int = 32, megabytes: int = 40) -> Path:
    with path.open("wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["/sbin/mkfs.vfat", "-F", str(kind), "-s", "1", str(path)], check=True, capture_output=True)
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
