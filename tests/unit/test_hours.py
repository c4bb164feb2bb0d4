"""The post's day ends on nobody, and begins again at the hour that IT wrote. Here systemd only notes what it is asked,
and the machine's clock is a folder."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import hours
from kiosk.config import load
from kiosk.config.model import PostSection


def section(closes: str = "", opens: str = "") -> PostSection:
    return load(overrides=[f'post.closes="{closes}"', f'post.opens="{opens}"']).config.post


class System:
    """Notes what it was asked to run."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, command: Sequence[str], check: bool) -> None:
        self.asked.append(" ".join(command))


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    """A machine's clock, seven hours off: the zone of another system."""
    folder = tmp_path / "rtc0"
    folder.mkdir()
    (folder / "since_epoch").write_text(f"{int(time.time()) + 7 * 3600}\n")
    (folder / "wakealarm").touch()
    return folder


def test_systemd_learns_the_hour_once(tmp_path: Path) -> None:
    system, timer = System(), tmp_path / "evening.timer"
    hours.plan(section("19:30"), system, timer)
    assert "OnCalendar=*-*-* 19:30:00\n" in timer.read_text()
    assert system.asked == ["systemctl daemon-reload", "systemctl restart --no-block evening.timer"]
    hours.plan(section("19:30"), system, timer)
    assert len(system.asked) == 2, "nothing had changed"


def test_a_post_that_stays_on_loses_its_hour(tmp_path: Path) -> None:
    system, timer = System(), tmp_path / "evening.timer"
    hours.plan(section(), system, timer)
    assert system.asked == []
    hours.plan(section("19:30"), system, timer)
    hours.plan(section(), system, timer)
    assert system.asked[-2:] == ["systemctl stop evening.timer", "systemctl daemon-reload"]
    assert not timer.exists()


def test_the_day_waits_for_whoever_is_there(tmp_path: Path, clock: Path) -> None:
    there, system = tmp_path / "somebody", System()
    there.touch()
    waits: list[list[str]] = []

    def wait(_seconds: float) -> None:
        waits.append(list(system.asked))
        if len(waits) == 3:
            there.unlink()

    hours.end_the_day(section("19:00"), system, wait, there, clock)
    assert waits == [[], [], []]
    assert system.asked == ["systemctl poweroff"]


def test_it_does_not_wait_all_night(tmp_path: Path, clock: Path) -> None:
    there, system = tmp_path / "somebody", System()
    there.touch()
    waited: list[float] = []
    hours.end_the_day(section("19:00"), system, waited.append, there, clock)
    assert sum(waited) == hours.LONGEST_WAIT
    assert system.asked == ["systemctl poweroff"]


def test_the_alarm_rings_at_the_hour_also_where_the_machine_has_another_zone(tmp_path: Path, clock: Path) -> None:
    hours.end_the_day(section("19:00", "08:00"), System(), there=tmp_path / "nobody", clock=clock)
    rings = datetime.fromtimestamp(int((clock / "wakealarm").read_text()) - 7 * 3600).astimezone()
    assert 0 <= (rings - rings.replace(hour=8, minute=0, second=0, microsecond=0)).total_seconds() <= 2
    assert 0 < (rings - datetime.now().astimezone()).total_seconds() < 25 * 3600


def test_a_machine_without_an_alarm_is_switched_off_and_it_is_told(tmp_path: Path) -> None:
    system = System()
    with pytest.raises(hours.NoAlarmClockError):
        hours.end_the_day(section("19:00", "08:00"), system, there=tmp_path / "nobody", clock=tmp_path / "none")
    assert system.asked == ["systemctl poweroff"]


def test_who_gives_no_hour_for_the_morning_sets_no_alarm(tmp_path: Path, clock: Path) -> None:
    hours.end_the_day(section("19:00"), System(), there=tmp_path / "nobody", clock=clock)
    assert (clock / "wakealarm").read_text() == ""


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        ("2026-03-02 19:00", "2026-03-03 08:00"),
        ("2026-03-02 07:00", "2026-03-02 08:00"),
        ("2026-03-02 08:00", "2026-03-03 08:00"),
    ],
)
def test_the_next_opening_is_the_next_time_that_the_clock_shows_it(now: str, rings: str) -> None:
    local = datetime.fromisoformat(now).astimezone()
    assert hours.next_opening("08:00", local).strftime("%Y-%m-%d %H:%M") == rings


def test_the_night_of_the_change_is_an_hour_shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        before = datetime(2026, 3, 28, 20, 0, tzinfo=ZoneInfo("Europe/Paris"))
        then = hours.next_opening("08:00", before)
        assert (then - before).total_seconds() == 11 * 3600
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("wrong", ["24:00", "8:00", "19h", "19:60"])
def test_what_is_no_hour_is_refused_by_its_name(wrong: str) -> None:
    loaded = load(overrides=[f'post.closes="{wrong}"'])
    assert any("closes" in str(problem) for problem in loaded.problems)


def test_where_no_systemd_runs_nothing_is_made_that_looks_like_one(tmp_path: Path) -> None:
    system = System()
    with pytest.raises(hours.NoSystemError):
        hours.plan(section("19:30"), system, tmp_path / "system" / "evening.timer")
    assert system.asked == []
    assert not (tmp_path / "system").exists()


def test_a_systemd_that_does_not_answer_is_told_and_asked_again(tmp_path: Path) -> None:
    def refuse(command: Sequence[str], check: bool) -> None:
        if check:
            raise subprocess.CalledProcessError(1, command)

    system, timer = System(), tmp_path / "evening.timer"
    with pytest.raises(hours.NoSystemError):
        hours.plan(section("19:30"), refuse, timer)
    hours.plan(section("19:30"), system, timer)
    assert system.asked[-1] == "systemctl restart --no-block evening.timer"
    with pytest.raises(hours.NoSystemError):
        hours.end_the_day(section("19:30"), refuse, lambda _: None, tmp_path / "nobody")
