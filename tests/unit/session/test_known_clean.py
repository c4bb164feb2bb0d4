"""What was not there before the first person is not there after them; what was, and what is another's, stays."""

from __future__ import annotations

import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.session import known_clean, wipe
from kiosk.session.known_clean import KnownClean

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / ".config").mkdir(parents=True)
    (home / ".config" / "sound").write_text("loud")
    return home


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return tmp_path / "state" / "known-clean.json"


async def erase(places: KnownClean) -> bool:
    return (await wipe.wipe([places], lambda: NOON)).verified


def named(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


CLEAN = {".config", ".config/sound"}


def leave_traces(home: Path) -> None:
    (home / ".cache" / "fonts").mkdir(parents=True)
    (home / ".cache" / "fonts" / "list").write_text("numero 1234567")
    (home / "numero 1234567").touch()
    (home / "link").symlink_to("numero 1234567")
    (home / ".config" / "recent").write_text("1234567")


async def test_what_a_session_left_is_removed(home: Path, manifest: Path) -> None:
    places = KnownClean([home], [], manifest)
    assert await erase(places)
    for _ in range(2):
        leave_traces(home)
        assert await erase(places)
        assert named(home) == CLEAN


async def test_a_file_that_was_clean_and_has_changed_is_removed(home: Path, manifest: Path) -> None:
    places = KnownClean([home], [], manifest)
    await erase(places)
    (home / ".config" / "sound").write_text("1234567")
    assert await erase(places)
    assert named(home) == {".config"}


async def test_what_a_cut_of_power_left_is_removed_at_the_next_start(home: Path, manifest: Path) -> None:
    await erase(KnownClean([home], [], manifest))
    leave_traces(home)
    assert await erase(KnownClean([home], [], manifest))
    assert named(home) == CLEAN


async def test_without_a_list_nothing_is_taken_for_a_trace(home: Path, manifest: Path) -> None:
    leave_traces(home)
    before = named(home)
    assert await erase(KnownClean([home], [], manifest))
    assert named(home) == before


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "[" * 99_999, '{"places": 3}', '{"places": ["X"], "files": {"/a": 1}}']
)
async def test_a_damaged_list_is_made_again(home: Path, manifest: Path, content: str) -> None:
    manifest.parent.mkdir()
    manifest.write_text(content.replace("X", str(home)))
    places = KnownClean([home], [], manifest)
    assert await erase(places)
    leave_traces(home)
    assert await erase(places)
    assert named(home) == CLEAN


async def test_the_list_of_other_places_says_nothing_of_these(home: Path, manifest: Path, tmp_path: Path) -> None:
    await erase(KnownClean([tmp_path / "elsewhere"], [], manifest))
    assert await erase(KnownClean([home], [], manifest))
    assert named(home) == CLEAN


async def test_folders_of_another_promise_are_left_alone(home: Path, manifest: Path) -> None:
    places = KnownClean([home], [home / "state"], manifest)
    await erase(places)
    (home / "state").mkdir()
    (home / "state" / "staff.json").touch()
    (home / ".Xauthority").write_text("cookie")
    assert await erase(places)
    assert named(home) == {*CLEAN, "state", "state/staff.json", ".Xauthority"}


async def test_a_door_of_a_living_program_stays_with_its_folder(home: Path, manifest: Path) -> None:
    places = KnownClean([home], [], manifest)
    await erase(places)
    (home / "agent").mkdir()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(home / "agent" / "door"))
        (home / "agent" / "notes").write_text("1234567")
        assert await erase(places)
    assert named(home) == {*CLEAN, "agent", "agent/door"}


async def test_a_link_is_removed_and_not_what_it_leads_to(home: Path, manifest: Path, tmp_path: Path) -> None:
    places = KnownClean([home], [], manifest)
    await erase(places)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    (home / "link").symlink_to(outside)
    assert await erase(places)
    assert named(home) == CLEAN
    assert (outside / "kept").exists()


async def test_what_cannot_be_removed_fails_the_wipe(
    home: Path, manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wipe, "VERIFY_TIMEOUT", 0.1)
    places = KnownClean([home], [], manifest)
    await erase(places)
    (home / "stays").touch()

    def refuse(_path: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "unlink", refuse)
    report = await wipe.wipe([places], lambda: NOON)
    assert report.failed is not None
    assert (report.failed.remains, report.error) == (1, "E-311")


async def test_more_than_can_be_looked_at_is_not_called_clean(
    home: Path, manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = KnownClean([home], [], manifest)
    await erase(places)
    monkeypatch.setattr(known_clean, "MOST_ENTRIES", 3)
    for number in range(5):
        (home / str(number)).touch()
    assert not await erase(places)


async def test_a_post_without_places_looks_nowhere(manifest: Path) -> None:
    assert await erase(KnownClean([], [], manifest))
    assert not manifest.exists()


async def test_a_place_that_the_account_may_not_even_look_at_holds_nothing_of_it(
    home: Path, manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As /run/user is in the post's service."""
    shut = home.parent / "shut" / "993"
    real = os.stat

    def refused(path: os.PathLike[str] | str, *arguments: object, **options: object) -> os.stat_result:
        if str(path) == str(shut):
            raise PermissionError
        return real(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", refused)
    places = KnownClean([home, shut], [], manifest)
    assert await erase(places)
    leave_traces(home)
    assert await erase(places)
    assert named(home) == CLEAN


async def test_the_list_is_for_the_account_alone(home: Path, manifest: Path) -> None:
    await erase(KnownClean([home], [], manifest))
    assert manifest.stat().st_mode & 0o777 == 0o600
