"""IT learns of each way in which a session could outlive its wipe; folders are cleaned for the post's account alone."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from kiosk import memory, what_stays
from kiosk.checks import Verdict
from kiosk.config import WipeSection, load
from kiosk.memory import disk_swaps, may_swap
from kiosk.what_stays import SwapError, XServer

US = pwd.getpwuid(os.getuid())
HEADER = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


def section(*overrides: str) -> WipeSection:
    loaded = load([], [f"wipe.{one}" for one in overrides])
    assert loaded.problems == ()
    return loaded.config.wipe


# --- swap ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    for name, behind in (("zram0", "none"), ("zram1", "/dev/sdb1")):
        (tmp_path / "block" / name).mkdir(parents=True)
        (tmp_path / "block" / name / "backing_dev").write_text(f"{behind}\n")
    return tmp_path / "block"


@pytest.mark.parametrize(
    ("places", "disks"),
    [
        ((), ()),
        (("/dev/sda2",), ("/dev/sda2",)),
        (("/swapfile", "/dev/zram0"), ("/swapfile",)),
        (("/dev/zram0",), ()),
        (("/dev/zram1",), ("/dev/zram1",)),
    ],
)
def test_swap_is_a_disk_unless_it_is_memory_itself(
    tmp_path: Path, blocks: Path, places: tuple[str, ...], disks: tuple[str, ...]
) -> None:
    swaps = tmp_path / "swaps"
    swaps.write_text(HEADER + "".join(f"{place} partition 1024 0 -2\n" for place in places))
    assert disk_swaps(swaps, blocks) == disks


def test_a_kernel_without_swapping_swaps_to_no_disk(tmp_path: Path, blocks: Path) -> None:
    assert disk_swaps(tmp_path / "absent", blocks) == ()


@pytest.mark.parametrize(
    ("limits", "swapped"),
    [
        ({}, True),
        ({"a/b": "max"}, True),
        ({"a/b": "0"}, False),
        ({"a": "0", "a/b": "max"}, False),
        ({"a/b/c": "0"}, True),
        ({"other": "0"}, True),
    ],
)
def test_a_group_without_swap_keeps_its_processes_in_memory(
    tmp_path: Path, limits: dict[str, str], swapped: bool
) -> None:
    (tmp_path / "proc" / "7").mkdir(parents=True)
    (tmp_path / "proc" / "7" / "cgroup").write_text("4:memory:/old\n0::/a/b\n")
    for group, limit in limits.items():
        (tmp_path / "groups" / group).mkdir(parents=True, exist_ok=True)
        (tmp_path / "groups" / group / "memory.swap.max").write_text(f"{limit}\n")
    assert may_swap(7, tmp_path / "proc", tmp_path / "groups") is swapped


def test_a_process_of_which_nothing_is_known_may_be_swapped(tmp_path: Path) -> None:
    assert may_swap(7, tmp_path, tmp_path)


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(what_stays, "x_server", lambda: None)
    monkeypatch.setattr(what_stays, "disk_swaps", lambda: ("/dev/sda2",))
    monkeypatch.setattr(what_stays, "may_swap", lambda _pid: True)


@pytest.mark.usefixtures("on_disk")
def test_a_post_that_could_swap_says_so_or_does_not_open() -> None:
    (problem,) = what_stays.swap_problems(section("swap=warn"))
    assert "/dev/sda2" in problem
    assert what_stays.swap_problems(section("swap=encrypted")) == ()
    with pytest.raises(SwapError):
        what_stays.swap_problems(section("swap=refuse"))


@pytest.mark.usefixtures("on_disk")
def test_a_post_whose_groups_swap_nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(what_stays, "may_swap", lambda _pid: False)
    assert what_stays.swap_problems(section("swap=refuse")) == ()


def test_the_doctor_judges_swap() -> None:
    assert what_stays.judge_swap(section(), ()).verdict is Verdict.OK
    assert what_stays.judge_swap(section(), ("/dev/sda2",)).verdict is Verdict.FAILED
    assert what_stays.judge_swap(section("swap=encrypted"), ("/dev/sda2",)).verdict is Verdict.OK


def test_this_machine_can_be_asked() -> None:
    assert isinstance(memory.disk_swaps(), tuple)
    assert isinstance(memory.may_swap(os.getpid()), bool)


# --- the X server -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("server", "verdict"),
    [
        (XServer(1, forgets=True, leaves_core=False), Verdict.OK),
        (XServer(1, forgets=False, leaves_core=False), Verdict.WARNING),
        (XServer(1, forgets=None, leaves_core=False), Verdict.WARNING),
        (XServer(1, forgets=True, leaves_core=True), Verdict.WARNING),
    ],
)
def test_the_doctor_judges_the_x_server(server: XServer, verdict: Verdict) -> None:
    assert what_stays.judge_server(server).verdict is verdict


# --- folders ------------------------------------------------------------------------------------------------------


def test_nobodys_own_folders_are_cleaned() -> None:
    """Whoever tries the program at home keeps their files."""
    stranger = "kiosk" if US.pw_name != "kiosk" else "autre"
    assert what_stays.places(section(f"account={stranger}")) == ()
    assert what_stays.places(section(f"account={stranger}", 'places=["/srv/kiosk"]')) == ()
    assert what_stays.places(section('account=""')) == ()


def test_the_posts_account_is_cleaned_where_it_can_write() -> None:
    own = f"account={US.pw_name}"
    found = what_stays.places(section(own))
    assert found[0] == Path(US.pw_dir)
    assert {Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path(f"/run/user/{US.pw_uid}")} <= set(found)
    assert what_stays.places(section(own, 'places=["/srv/kiosk"]')) == (Path("/srv/kiosk"),)


def test_the_doctor_says_which_folders() -> None:
    assert what_stays.judge_places(section(), ()).verdict is Verdict.WARNING
    assert "/srv/kiosk" in what_stays.judge_places(section(), (Path("/srv/kiosk"),)).what


async def test_what_the_post_keeps_on_purpose_is_no_trace(tmp_path: Path) -> None:
    state = tmp_path / "state"
    ours = tmp_path / "demarches"
    ours.mkdir()
    settings = [
        f"wipe.account={US.pw_name}",
        f'wipe.places=["{tmp_path}"]',
        f"state.directory={state}",
        f'procedures.folders=["{ours}"]',
    ]
    loaded = load([], settings)
    assert loaded.problems == ()
    erasure = what_stays.known_clean(loaded.config)
    await erasure.erase()
    for path in (state / "drifts.json", ours / "bus.yaml", tmp_path / "left"):
        path.touch()
    await erasure.erase()
    assert erasure.remains() == 0
    assert [path.exists() for path in (state / "drifts.json", ours / "bus.yaml", tmp_path / "left")] == [
        True,
        True,
        False,
    ]
