"""What `kiosk doctor` says of the hands at a post, and that it says nothing else of a post that is well."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import load
from kiosk.control.backend import Device, DeviceKind
from kiosk.control.devices import Remembered
from kiosk.control.x11 import SecondPointer
from kiosk.doctor import Check, Verdict, hands, rooms, succeeded
from kiosk.doctor.hands import Findings
from kiosk.memory import in_memory
from kiosk.staff import StaffFile

USER = (Device(8, DeviceKind.MOUSE, "usb-1", "Souris A"), Device(9, DeviceKind.KEYBOARD, "usb-2", "Clavier A"))
MEDIATOR = (Device(10, DeviceKind.MOUSE, "usb-3", "Souris B"), Device(11, DeviceKind.KEYBOARD, "usb-4", "Clavier B"))


@pytest.fixture
def well(tmp_path: Path) -> Findings:
    """A post with two pairs that knows whose they are."""
    remembered = Remembered.of(tmp_path)
    remembered.save({"usb-1", "usb-2"}, {"usb-3", "usb-4"})
    return Findings(
        display=True,
        xi2=True,
        second=SecondPointer.MADE,
        devices=(*USER, *MEDIATOR),
        watchdog=True,
        wheel=Path("/run/wheel"),
        wheel_in_memory=True,
        remembered=remembered,
    )


def judged(found: Findings, *overrides: str, file: Path | None = None) -> list[Check]:
    return list(hands.judge(load([file] if file else [], overrides), found))


def bad(checks: list[Check]) -> list[tuple[str, Verdict]]:
    return [(one.code, one.verdict) for one in checks if one.verdict is not Verdict.OK]


@pytest.mark.parametrize(
    ("wish", "path", "said"), [("auto", None, Verdict.WARNING), ("on", "/usr/bin/x", Verdict.OK), ("off", None, None)]
)
def test_a_screen_reader_without_its_door_reads_no_session(
    monkeypatch: pytest.MonkeyPatch, wish: str, path: str | None, said: Verdict | None
) -> None:
    monkeypatch.setattr(rooms, "which", lambda _: path)
    config = load([], [f'accessibility.screen_reader="{wish}"']).config
    found = [one.verdict for one in rooms.aids(config) if one.code == "reader"]
    assert found == ([] if said is None else [said])


def test_a_post_that_is_well_has_nothing_said_against_it(well: Findings) -> None:
    checks = judged(well)
    assert bad(checks) == []
    assert {one.code for one in checks} == {
        *("line", "display", "xi2", "second-pointer", "device", "device-absent", "pairs", "watchdog"),
    }
    assert succeeded(checks)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"display": False}, "display"),
        ({"xi2": False}, "xi2"),
        ({"second": SecondPointer.REFUSED}, "second-pointer"),
        ({"watchdog": False}, "watchdog"),
        ({"wheel_in_memory": False}, "line"),
    ],
)
def test_each_thing_that_is_missing_fails_with_what_it_means_and_what_to_do(
    well: Findings, change: dict[str, object], code: str
) -> None:
    checks = judged(replace(well, **change))
    assert bad(checks) == [(code, Verdict.FAILED)]
    (failed,) = (one for one in checks if one.verdict is Verdict.FAILED)
    assert failed.consequence
    assert failed.remedy
    assert not succeeded(checks)


def test_what_cannot_be_known_is_not_said(well: Findings) -> None:
    assert {one.code for one in judged(replace(well, display=False))} == {"line", "display"}
    assert {one.code for one in judged(replace(well, xi2=False))} == {"line", "display", "xi2"}


def test_a_kiosk_that_runs_is_no_fault(well: Findings) -> None:
    checks = judged(replace(well, second=SecondPointer.IN_USE))
    assert bad(checks) == []
    assert any("s'en sert en ce moment" in one.what for one in checks)


def test_a_try_that_would_fell_open_programs_is_put_off_and_said(well: Findings) -> None:
    assert bad(judged(replace(well, second=SecondPointer.UNTRIED))) == [("second-pointer", Verdict.WARNING)]


def test_each_device_is_told_with_its_kind_its_place_and_whose_it_is(well: Findings) -> None:
    lines = [one.what for one in judged(well) if one.code == "device"]
    assert lines == [
        "Souris « Souris A », prise « usb-1 » : à l'usager (retenu)",
        "Clavier « Clavier A », prise « usb-2 » : à l'usager (retenu)",
        "Souris « Souris B », prise « usb-3 » : au médiateur (retenu)",
        "Clavier « Clavier B », prise « usb-4 » : au médiateur (retenu)",
    ]
    swapped = judged(well, 'control.mediator_devices=["usb-1", "usb-2"]')
    assert "Souris « Souris A », prise « usb-1 » : au médiateur (réglages)" in [one.what for one in swapped]


def test_one_pair_is_a_warning(well: Findings, tmp_path: Path) -> None:
    alone = replace(well, devices=USER, remembered=Remembered.of(tmp_path / "new"))
    assert bad(judged(alone)) == [("pairs", Verdict.WARNING)]
    assert succeeded(judged(alone))
    assert bad(judged(alone, "control.pair=false")) == []


def test_two_pairs_that_are_nobodys_are_a_warning_that_says_how_to_give_them(well: Findings, tmp_path: Path) -> None:
    checks = judged(replace(well, remembered=Remembered.of(tmp_path / "new")))
    assert bad(checks) == [("pairs", Verdict.WARNING)]
    assert any("mediator_devices" in one.remedy for one in checks)


@pytest.mark.parametrize("devices", [(), USER[:1], USER[1:]])
def test_no_pair_at_all_fails(well: Findings, tmp_path: Path, devices: tuple[Device, ...]) -> None:
    found = replace(well, devices=devices, remembered=Remembered.of(tmp_path / "new"))
    assert bad(judged(found)) == [("pairs", Verdict.FAILED)]


def test_a_touch_screen_is_a_hand(well: Findings, tmp_path: Path) -> None:
    touch = Device(12, DeviceKind.TOUCH, "usb-9", "Écran")
    found = replace(well, devices=(touch, USER[1]), remembered=Remembered.of(tmp_path / "new"))
    assert bad(judged(found)) == [("pairs", Verdict.WARNING)]


def test_a_configured_device_that_is_absent_fails_with_its_line_and_the_choices(well: Findings, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[control]\n\nmediator_devices = ["usb-3", "usb-44"]\n')
    checks = judged(well, file=file)
    assert ("device-absent", Verdict.FAILED) in bad(checks)
    (absent,) = (one for one in checks if one.code == "device-absent")
    assert absent.what.startswith("kiosk.toml, ligne 3 : ")
    assert "« usb-44 »" in absent.what
    assert "usb-1, usb-2, usb-3, usb-4" in absent.what
    assert "Vouliez-vous dire « usb-4 » ?" in absent.what


def test_a_remembered_device_that_is_absent_is_a_warning_that_names_the_file(well: Findings) -> None:
    checks = judged(replace(well, devices=(*USER, MEDIATOR[0])))
    assert bad(checks) == [("device-absent", Verdict.WARNING), ("pairs", Verdict.WARNING)]
    (absent,) = (one for one in checks if one.code == "device-absent")
    assert absent.what.startswith(str(well.remembered.file))
    assert "« usb-4 »" in absent.what
    assert "usb-1, usb-2, usb-3" in absent.what


def test_what_was_remembered_does_not_count_against_what_is_configured(well: Findings) -> None:
    found = replace(well, devices=(*USER, *(replace(one, identity=f"new-{one.identity}") for one in MEDIATOR)))
    assert bad(judged(found, 'control.mediator_devices=["new-usb-3", "new-usb-4"]')) == []


def test_a_memory_that_cannot_be_read_is_a_warning(well: Findings, tmp_path: Path) -> None:
    (tmp_path / "devices.json").write_text("{")
    checks = judged(replace(well, remembered=Remembered.of(tmp_path)))
    assert ("devices-file", Verdict.WARNING) in bad(checks)


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
/dev/sda2 /run/disk ext4 rw 0 0
tmpfs /a\\040place tmpfs rw 0 0
tmpfs /twice tmpfs rw 0 0
/dev/sda3 /twice ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "memory"),
    [
        ("/run/user/0/kiosk-wheel", True),
        ("/run/disk/kiosk-wheel", False),
        ("/var/kiosk-wheel", False),
        ("/running", False),
        ("/a place/kiosk", True),
        ("/twice/kiosk", False),
    ],
)
def test_a_folder_is_in_memory_by_the_mount_it_lies_on(tmp_path: Path, folder: str, memory: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert in_memory(Path(folder), mounts) is memory


def test_dev_shm_of_this_machine_is_in_memory() -> None:
    assert in_memory(Path("/dev/shm/not-there-yet"))
    assert not in_memory(Path("/proc"))


def test_held_sheets_need_somebody_with_a_pin(tmp_path: Path) -> None:
    staff = StaffFile(tmp_path)
    nobody = rooms.staffed(staff)
    assert (nobody.code, nobody.verdict) == ("staff", Verdict.FAILED)
    assert "kiosk staff add" in nobody.remedy
    staff.add("awa", "483920")
    assert rooms.staffed(staff).verdict is Verdict.OK
    staff.file.write_text("{")
    damaged = rooms.staffed(staff)
    assert damaged.verdict is Verdict.FAILED
    assert str(staff.file) in damaged.what
