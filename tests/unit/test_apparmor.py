"""The AppArmor profile of the post: read by the real parser, and what it may never say. That a kernel holds the post by
it is seen in the image."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.doctor.confinement import PROFILE

SYSTEM = Path(__file__).resolve().parents[2] / "packaging" / "system"
TEXT = (SYSTEM / "apparmor").read_text(encoding="utf-8")
PARSER = shutil.which("apparmor_parser") or "/usr/sbin/apparmor_parser"

RULES = [line.strip().rstrip(",") for line in TEXT.splitlines() if not line.lstrip().startswith("#")]
FILES = [tuple(line.rsplit(" ", 1)) for line in RULES if re.match(r"/\S* [a-z]+$", line)]


def read(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """By the parser, which compiles it and gives it to no kernel."""
    file = folder / "profile"
    file.write_text(text, encoding="utf-8")
    command = (PARSER, "--skip-kernel-load", "--skip-cache", "--skip-read-cache", str(file))
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_the_parser_reads_it(tmp_path: Path) -> None:
    done = read(TEXT, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_word_that_it_does_not_know_is_refused(tmp_path: Path) -> None:
    done = read(TEXT.replace("pivot_root,", "pivot_rot,"), tmp_path)
    assert done.returncode != 0
    assert "syntax error" in done.stderr


def test_the_service_and_the_package_name_it() -> None:
    assert f"\nAppArmorProfile=-{PROFILE}\n" in (SYSTEM / "units" / "cote-a-cote.service").read_text(encoding="utf-8")
    assert f"\nprofile {PROFILE} " in TEXT
    assert re.search(rf"^apparmor +/etc/apparmor.d/{PROFILE}$", (SYSTEM / "places").read_text(), re.MULTILINE)


def test_nothing_that_can_be_written_can_be_run() -> None:
    assert FILES
    assert not [path for path, modes in FILES if "w" in modes and ("x" in modes or "m" in modes)]


@pytest.mark.parametrize("way_out", ["ux", "Ux", "px", "Px", "cx", "change_profile", "unconfined", "flags=(complain"])
def test_no_program_leaves_it(way_out: str) -> None:
    assert not [line for line in RULES if way_out in line]


@pytest.mark.parametrize("folder", ["/usr", "/etc", "/opt", "/boot", "/root", "/var/lib", "/var/log", "/home"])
def test_the_system_is_not_written(folder: str) -> None:
    assert not [
        path for path, modes in FILES if "w" in modes and re.match(re.escape(folder) + r"(/?$|/\{?,?\*\*)", path)
    ]


@pytest.mark.parametrize("power", ["sys_module", "sys_rawio", "sys_boot", "sys_time", "mac_admin", "mac_override"])
def test_powers_over_the_machine_are_denied(power: str) -> None:
    assert f"deny capability {power}" in RULES
