"""What the package hands to systemd and its like: read by the real tools, and what each promises."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.doctor import system

SYSTEM = Path(__file__).resolve().parents[2] / "packaging" / "system"
_OTHERS = ("sysinit", "basic", "shutdown", "graphical", "local-fs", "sound", "network")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The files where they are on a post, with what they name of the rest of it."""
    for line in (SYSTEM / "places").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source, place = line.split()
            target = tmp_path / place.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SYSTEM / source, target)
    programs = (
        "usr/bin/kiosk",
        *(f"opt/cote-a-cote/packaging/system/{one}" for one in ("start", "prepare", "terminal")),
    )
    for program in (tmp_path / one for one in programs):
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)
    for name in _OTHERS:
        (tmp_path / f"usr/lib/systemd/system/{name}.target").write_text("[Unit]\n", encoding="utf-8")
    return tmp_path


def test_systemd_reads_every_unit_without_a_word(root: Path) -> None:
    units = sorted(one.name for one in (SYSTEM / "units").iterdir())
    assert not _said(root, *units)


def test_systemd_would_say_a_word_that_it_does_not_know(root: Path) -> None:
    unit = root / "usr/lib/systemd/system/cote-a-cote.service"
    unit.write_text(unit.read_text(encoding="utf-8").replace("ProtectHome", "ProtectHomes"), encoding="utf-8")
    assert "ProtectHomes" in _said(root, unit.name)


def _said(root: Path, *units: str) -> str:
    # `man` is asked for the pages that a unit names, of this machine and not of that root.
    command = ("systemd-analyze", "--man=no", f"--root={root}", "verify", *units)
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout + done.stderr


def test_keys_and_lid_as_a_tired_person_expects() -> None:
    login = system.settings([SYSTEM / "drop-ins" / "logind.conf"], "Login")
    # The power key ends the service, which wipes, then switches off. Nothing else does anything.
    assert login["HandlePowerKey"] == "poweroff"
    assert system.sleepers(login) == ()
    assert {login[key] for key in login if key.startswith("HandleLid")} == {"ignore"}
    assert login["NAutoVTs"] == login["ReserveVT"] == "0"


def test_the_journal_goes_with_the_power_and_has_a_bound() -> None:
    journal = system.settings([SYSTEM / "drop-ins" / "journald.conf"], "Journal")
    assert journal["Storage"] == "volatile"
    assert journal["RuntimeMaxUse"] == "32M"


def test_what_is_typed_never_leaves_the_memory() -> None:
    service = system.settings([SYSTEM / "units" / "cote-a-cote.service"], "Service")
    assert service["MemorySwapMax"] == "0"
    assert service["LimitCORE"] == "1"
    kernel = (SYSTEM / "sysctl.conf").read_text(encoding="utf-8").splitlines()
    assert {"kernel.sysrq = 0", "kernel.core_pattern = |/bin/false", "fs.suid_dumpable = 0"} <= set(kernel)


def test_the_service_is_nobody_special_and_is_watched() -> None:
    service = system.settings([SYSTEM / "units" / "cote-a-cote.service"], "Service")
    assert service["User"] == "kiosk"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == "CAP_SYS_TTY_CONFIG"
    assert int(service["WatchdogSec"]) > 0
    assert service["Restart"] == "always"


def test_another_hour_of_the_evening_counts_from_the_next_start_of_the_post_on() -> None:
    post = system.settings([SYSTEM / "units" / "cote-a-cote.service"], "Unit")
    assert "cote-a-cote-hours.service" in post["Wants"].split()
    # What remains active is not started again by who wants it.
    assert "RemainAfterExit" not in system.settings([SYSTEM / "units" / "cote-a-cote-hours.service"], "Service")
