"""The staff's PINs outlive a restart, admit whoever has one, slow whoever has none, and are nobody's to read."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from kiosk.staff import Checked, Given, Role, StaffError, StaffFile, pins
from kiosk.staff.slowing import LOCK_AFTER, LOCK_SECONDS

PIN, OTHER, WRONG = "483920", "590317", "777123"


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staff(tmp_path: Path, clock: Clock) -> StaffFile:
    file = StaffFile(tmp_path, clock)
    file.add("awa", PIN)
    file.add("paul.r", OTHER)
    return file


async def wrong(staff: StaffFile, clock: Clock, times: int) -> Checked:
    for _ in range(times):
        clock.now += staff.waiting().wait_seconds
        answer = await staff.check(WRONG)
    return answer


async def test_a_pin_says_whose_it_is(staff: StaffFile) -> None:
    assert await staff.check(PIN) == Checked("awa")
    assert await staff.check(OTHER) == Checked("paul.r")
    assert await staff.check(WRONG) == Checked(None)


@pytest.mark.parametrize("digits", ["", "48392", PIN + "0", "x" * 10_000, " 483920", "\0"])
async def test_what_is_no_pin_admits_nobody(staff: StaffFile, digits: str) -> None:
    assert (await staff.check(digits)).name is None


async def test_wrong_pins_are_slowed_and_nothing_is_heard_meanwhile(staff: StaffFile, clock: Clock) -> None:
    assert await wrong(staff, clock, 3) == Checked(None, 2)
    assert await staff.check(PIN) == Checked(None, 2)
    clock.now += 1.5
    assert await staff.check(PIN) == Checked(None, 1)
    clock.now += 0.5
    assert await staff.check(PIN) == Checked("awa")


async def test_a_right_pin_resets_the_count(staff: StaffFile, clock: Clock) -> None:
    await wrong(staff, clock, 2)
    assert (await staff.check(PIN)).name == "awa"
    assert await wrong(staff, clock, 2) == Checked(None, 0)


async def test_ten_wrong_ones_lock_for_a_quarter_of_an_hour_whatever_restarts(
    staff: StaffFile, clock: Clock, tmp_path: Path
) -> None:
    assert await wrong(staff, clock, LOCK_AFTER) == Checked(None, LOCK_SECONDS, locked=True)
    again = StaffFile(tmp_path, clock)
    assert await again.check(PIN) == Checked(None, LOCK_SECONDS, locked=True)
    clock.now += LOCK_SECONDS
    assert await again.check(PIN) == Checked("awa")
    assert StaffFile(tmp_path, clock).waiting() == Checked()


async def test_leaving_in_the_middle_of_a_check_is_no_way_around_the_count(
    staff: StaffFile, clock: Clock, tmp_path: Path
) -> None:
    for _ in range(3):
        checking = asyncio.create_task(staff.check(WRONG))
        await asyncio.sleep(0)
        checking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await checking
    assert staff.waiting() == Checked(None, 2)


async def test_two_checks_at_once_are_counted_as_two(staff: StaffFile) -> None:
    answers = await asyncio.gather(*(staff.check(WRONG) for _ in range(4)))
    assert [one.wait_seconds for one in answers] == [0, 0, 2, 2]


async def test_everybodys_digest_is_tried_whoever_it_is(staff: StaffFile, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    real = pins.matches

    def counting(pin: str, phc: str) -> bool:
        tried.append(phc)
        return real(pin, phc)

    monkeypatch.setattr(pins, "matches", counting)
    for digits in (PIN, OTHER, WRONG):
        tried.clear()
        await staff.check(digits)
        assert len(tried) == 2


async def test_the_loop_goes_on_while_digests_are_tried(staff: StaffFile) -> None:
    turns = 0
    checking = asyncio.create_task(staff.check(PIN))
    while not checking.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert turns > 10


def test_no_digit_is_in_the_files_and_only_the_owner_reads_them(staff: StaffFile, tmp_path: Path) -> None:
    asyncio.run(staff.check(WRONG))
    files = sorted(tmp_path.iterdir())
    assert [one.name for one in files] == ["staff-attempts.json", "staff.json"]
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert not any(pin in file.read_text() for pin in (PIN, OTHER, WRONG))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_root_writes_still_belongs_to_the_post(tmp_path: Path) -> None:
    os.chown(tmp_path, 1234, 1234)
    StaffFile(tmp_path).add("awa", PIN)
    assert (tmp_path / "staff.json").stat().st_uid == 1234


def test_whoever_is_removed_has_no_pin_any_more(staff: StaffFile) -> None:
    staff.remove("awa")
    assert staff.names() == ("paul.r",)
    assert asyncio.run(staff.check(PIN)).name is None


def test_a_wrong_name_is_answered_with_the_nearest(staff: StaffFile) -> None:
    with pytest.raises(StaffError, match=r"Vouliez-vous dire « paul\.r »"):
        staff.remove("paul")
    with pytest.raises(StaffError, match="sudo kiosk staff list"):
        staff.remove("zzzz")


@pytest.mark.parametrize(
    ("name", "pin", "said"),
    [
        ("awa", "918273", "a déjà un code"),
        ("lea", PIN, "déjà pris"),
        ("lea", "123456", "trop facile"),
        ("lea", "1234", "de 6 à 12 chiffres"),
        ("Léa", "918273", "ne convient pas"),
        ("", "918273", "ne convient pas"),
        ("../x", "918273", "ne convient pas"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_sentence_and_changes_nothing(
    staff: StaffFile, name: str, pin: str, said: str
) -> None:
    before = staff.file.read_bytes()
    with pytest.raises(StaffError, match=said):
        staff.add(name, pin)
    assert staff.file.read_bytes() == before


def test_the_list_has_an_end(staff: StaffFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.staff.file.MOST", 2)
    with pytest.raises(StaffError, match="pleine"):
        staff.add("lea", "918273")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"staff": [{"name": "awa", "pin": "483920"}]}', b'{"staff": [], "x": 1}', b"\xff\xfe"],
)
async def test_a_damaged_file_admits_nobody_and_is_said_with_what_to_do(staff: StaffFile, content: bytes) -> None:
    staff.file.write_bytes(content)
    assert (await staff.check(PIN)).name is None
    problem = staff.problem()
    assert problem is not None
    assert problem.file == str(staff.file)
    assert "Effacez ce fichier" in str(problem)
    with pytest.raises(StaffError, match="abîmée"):
        staff.add("lea", "918273")
    assert staff.file.read_bytes() == content


def test_a_digest_that_would_take_all_memory_is_damage(staff: StaffFile) -> None:
    staff.file.write_text(staff.file.read_text().replace("m=32768", "m=4194304000"))
    assert staff.problem() is not None


def test_a_count_that_cannot_be_read_locks(staff: StaffFile, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "staff-attempts.json").write_text("{")
    assert StaffFile(tmp_path, clock).waiting() == Checked(None, LOCK_SECONDS, locked=True)


def test_a_post_without_staff_is_well(tmp_path: Path) -> None:
    staff = StaffFile(tmp_path / "new")
    assert staff.problem() is None
    assert staff.names() == ()
    assert staff.waiting() == Checked()


async def test_a_count_that_cannot_be_written_still_counts(staff: StaffFile, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "staff-attempts.new").mkdir()
    assert await wrong(staff, clock, LOCK_AFTER) == Checked(None, LOCK_SECONDS, locked=True)


async def test_what_a_pin_opens_is_told_and_kept(tmp_path: Path, clock: Clock) -> None:
    StaffFile(tmp_path, clock).add("marc", PIN, Role.IT)
    StaffFile(tmp_path, clock).add("awa", OTHER)
    again = StaffFile(tmp_path, clock)
    assert again.roles() == {"marc": Role.IT, "awa": Role.MEDIATOR}
    assert await again.check(PIN) == Checked("marc", role=Role.IT)


async def test_another_pin_takes_the_place_of_the_first(staff: StaffFile) -> None:
    assert staff.has(Given("awa", PIN))
    staff.give([Given("awa", WRONG, Role.IT)])
    assert not staff.has(Given("awa", PIN))
    assert not staff.has(Given("awa", WRONG))
    assert staff.has(Given("awa", WRONG, Role.IT))
    assert (await staff.check(PIN)).name is None
    assert sorted(staff.roles()) == ["awa", "paul.r"]


def test_two_people_can_change_places(staff: StaffFile) -> None:
    staff.give([Given("awa", OTHER), Given("paul.r", PIN)])
    assert staff.has(Given("awa", OTHER))
    assert staff.has(Given("paul.r", PIN))


@pytest.mark.parametrize("second", [Given("lea", OTHER), Given("lea", "123456"), Given("Léa", WRONG)])
def test_all_are_given_their_pin_or_nobody_is(staff: StaffFile, second: Given) -> None:
    before = staff.file.read_bytes()
    with pytest.raises(StaffError):
        staff.give([Given("awa", "702518"), second])
    assert staff.file.read_bytes() == before


def test_a_gift_can_be_tried(staff: StaffFile) -> None:
    staff.give([Given("lea", WRONG)], only_try=True)
    assert sorted(staff.roles()) == ["awa", "paul.r"]


def test_half_a_letter_in_a_file_is_damage_like_any_other(staff: StaffFile, tmp_path: Path, clock: Clock) -> None:
    staff.file.write_bytes(b'{"staff":[{"name":"\xff"')
    (tmp_path / "staff-attempts.json").write_bytes(b'{"\xff":')
    again = StaffFile(tmp_path, clock)
    assert again.waiting().locked
    assert not again.anybody()
    assert again.problem() is not None
    with pytest.raises(StaffError):
        again.names()
