"""`kiosk doctor` before the X server as a post has it, and before one as a desktop has it."""

from __future__ import annotations

import os
import subprocess

import pytest

from kiosk.checks import Verdict
from kiosk.doctor import screen
from proof.escapes.screen import deployed, has_xorg

pytestmark = pytest.mark.skipif(not has_xorg(), reason="Xorg needs its dummy drivers, and root")


def verdicts(display: str) -> dict[str, Verdict]:
    return {one.code: one.verdict for one in screen.judge(screen.look(display))}


def test_the_screen_of_a_post_is_locked_and_stays_lit() -> None:
    with deployed() as there:
        assert there.session is not None
        prepared = {**os.environ, "DISPLAY": there.display}
        subprocess.run([there.session, "true"], env=prepared, check=True, timeout=60)
        found = verdicts(there.display)
    # These are of this machine.
    assert {code for code, verdict in found.items() if verdict is not Verdict.OK} <= {"kernel-keys"}


def test_the_screen_of_a_desktop_is_neither() -> None:
    with deployed(bare=False) as there:
        found = verdicts(there.display)
    assert found["terminals"] is Verdict.FAILED
    assert found["screen-dark"] is Verdict.WARNING


def test_the_driver_of_a_card_without_firmware_would_find_what_it_needs() -> None:
    """`fbdev` is bound at once and looks for these two; it comes with a package of its own, which few posts need."""
    with deployed() as there:
        assert there.log is not None
        log = there.log.read_text(encoding="utf-8")
    for needed in ("fbdevhw", "shadow"):
        assert f'LoadModule: "{needed}"' in log
        assert f'Failed to load module "{needed}"' not in log
    assert log.index('LoadModule: "shadow"') < log.index('LoadModule: "dummy"')
