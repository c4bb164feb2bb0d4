"""Runs the tests of `browser/` for root, as an ordinary user: Chromium's sandbox stays on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BROWSER = Path(__file__).parent / "browser"


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs the folder browser/ directly")
@pytest.mark.timeout(900)
@pytest.mark.flaky(reruns=0)  # what waited in vain was played again in there
def test_the_browser_tests_pass_as_an_ordinary_user(tmp_path: Path) -> None:
    bwrap = shutil.which("bwrap")
    assert bwrap, "bubblewrap is missing: ./dev installs it"
    command = [bwrap, "--unshare-user", "--uid", "1000", "--gid", "1000", "--die-with-parent", "--dev-bind", "/", "/"]
    command += ["--setenv", "HOME", str(tmp_path), "--setenv", "XDG_RUNTIME_DIR", str(tmp_path)]
    command += [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'browser'}"]
    done = subprocess.run([*command, str(BROWSER)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
