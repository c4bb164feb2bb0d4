"""The doctor is asked in a process of its own, told the same settings, and his silence is no fall."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from kiosk.checks import Check, Verdict
from kiosk.config.loader import load_post
from kiosk.health import MOST_BYTES, Doctor

CHECK = '[{"code": "disk", "verdict": "warning", "what": "Peu de place.", "consequence": "Non.", "remedy": "Videz."}]'


def program(text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", text)


async def test_what_the_doctor_says_is_heard_whatever_he_ends_with() -> None:
    said = await Doctor((), program(f"import sys; print('''{CHECK}'''); sys.exit(1)")).examine()
    assert said == (Check("disk", Verdict.WARNING, "Peu de place.", "Non.", "Videz."),)


@pytest.mark.parametrize("text", ["raise SystemExit(1)", "print('Bonjour')", "print('[{}]')"])
async def test_a_doctor_who_says_nothing_is_none(text: str) -> None:
    assert await Doctor((), program(text)).examine() is None


@pytest.mark.parametrize("text", ['b\'[{"code": "\\xff"}]\'', "b'[{\"more\": ' + b'[' * 100_000"])
async def test_a_doctor_whose_words_are_no_letters_or_have_no_end_says_nothing(text: str) -> None:
    asked = Doctor((), program(f"import sys; sys.stdout.buffer.write({text})"))
    assert await asked.examine() is None


async def test_a_doctor_who_goes_on_and_on_is_not_heard_to_the_end() -> None:
    text = f"import sys, time; sys.stdout.write('a' * {32 * MOST_BYTES}); sys.stdout.flush(); time.sleep(600)"
    async with asyncio.timeout(20):
        assert await Doctor((), program(text)).examine() is None


async def test_a_doctor_who_is_not_there_is_none() -> None:
    assert await Doctor((), ("/nowhere/kiosk",)).examine() is None


async def test_he_is_told_the_settings_of_this_program(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("")
    loaded = load_post((file,), ("site.post=a", f"state.directory={tmp_path}"))
    written = tmp_path / "words"
    await Doctor(
        loaded.options, program(f"import sys; open({str(written)!r}, 'w').write(' '.join(sys.argv))")
    ).examine()
    asked = f"doctor --json --config {file} --set site.post=a --set state.directory={tmp_path}"
    assert written.read_text().endswith(asked)


async def test_whoever_leaves_ends_him(tmp_path: Path) -> None:
    there = tmp_path / "pid"
    text = f"import os, time; open({str(there)!r}, 'w').write(str(os.getpid()) + '.'); time.sleep(600)"
    asking = asyncio.create_task(Doctor((), program(text)).examine())
    async with asyncio.timeout(60):
        while not there.exists() or not there.read_text().endswith("."):
            await asyncio.sleep(0.01)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert not os.path.exists(f"/proc/{there.read_text().removesuffix('.')}")
