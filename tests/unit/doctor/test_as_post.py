"""Root who asks is answered by the post that is open: with its account, its screen and its view of the folders."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from kiosk.doctor import as_post
from kiosk.doctor.as_post import OpenPost, closed_post, command, environment, hold_as, open_post
from kiosk.doctor.system import settings

RUN = ("/opt/cote-a-cote/environment/bin/python3", "-P", "-m", "kiosk", "run", "--set", "site.post=a")
SERVICE = "0::/system.slice/cote-a-cote.service/post"
ENVIRONMENT = {"DISPLAY": ":0", "XDG_RUNTIME_DIR": "/run/cote-a-cote", "NOTIFY_SOCKET": "/run/systemd/notify"}


def process(
    folder: Path,
    number: int,
    *,
    words: tuple[str, ...] = RUN,
    user: int = 990,
    group: str = SERVICE,
    variables: dict[str, str] = ENVIRONMENT,
) -> None:
    """As the kernel describes it."""
    own = folder / str(number)
    own.mkdir()
    (own / "cmdline").write_text("\0".join(words) + "\0")
    (own / "cgroup").write_text(group + "\n")
    (own / "environ").write_text("\0".join(f"{name}={value}" for name, value in variables.items()) + "\0")
    (own / "status").write_text(f"Name:\tpython3\nUid:\t{user}\t{user}\t0\t0\nGid:\t991\t991\t0\t0\nGroups:\t7 105 \n")


def test_the_post_of_the_service_is_found_among_all_others(tmp_path: Path) -> None:
    (tmp_path / "self").mkdir()
    (tmp_path / "11").mkdir()  # it has ended meanwhile
    process(tmp_path, 12, words=("/usr/bin/Xorg", "vt7"))
    process(tmp_path, 13, words=(*RUN[:4], "post"))
    process(tmp_path, 14)
    assert open_post(tmp_path) == OpenPost(14, 990, 991, (7, 105), ENVIRONMENT)


def test_a_post_that_asked_no_question_first_is_found_too(tmp_path: Path) -> None:
    process(tmp_path, 14, words=(*RUN[:4], "open"))
    assert open_post(tmp_path) is not None


@pytest.mark.parametrize(
    "other",
    [
        {"user": 0},
        {"group": "0::/user.slice/user-1000.slice/session-2.scope"},
        {"variables": {"XDG_RUNTIME_DIR": "/run/cote-a-cote"}},
        {"words": ("/usr/bin/nano", "kiosk", "run")},
    ],
)
def test_whatever_is_no_post_on_a_screen_is_left_alone(tmp_path: Path, other: dict[str, object]) -> None:
    process(tmp_path, 14, **other)  # type: ignore[arg-type]
    assert open_post(tmp_path) is None


def test_the_question_is_asked_with_its_account_and_no_right_more() -> None:
    asked = command(OpenPost(14, 990, 991, (7, 105), {}), ["python3", "-m", "kiosk", "doctor"])
    assert asked[:4] == ["nsenter", "--target", "14", "--mount"]
    assert asked[asked.index("setpriv") :] == [
        *("setpriv", "--reuid", "990", "--regid", "991", "--groups", "7,105", "--inh-caps=-all", "--"),
        *("python3", "-m", "kiosk", "doctor"),
    ]
    assert "--clear-groups" in command(OpenPost(14, 990, 991, (), {}), ["true"])


def test_it_has_the_screen_of_the_post_and_the_terminal_of_who_asks() -> None:
    given = environment(OpenPost(14, 990, 991, (), ENVIRONMENT), {"TERM": "xterm", "HOME": "/root", "LD_PRELOAD": "x"})
    assert given == {"DISPLAY": ":0", "XDG_RUNTIME_DIR": "/run/cote-a-cote", "TERM": "xterm"}


@pytest.mark.parametrize(
    ("said", "wish"), [("cote-a-cote (enforce)\n", "exec cote-a-cote"), ("unconfined\n", ""), (None, "")]
)
def test_it_is_held_by_what_holds_the_post(tmp_path: Path, said: str | None, wish: str) -> None:
    for one in ("post", "own"):
        (tmp_path / one / "attr").mkdir(parents=True)
    (tmp_path / "own/attr/exec").touch()
    if said is not None:
        (tmp_path / "post/attr/current").write_text(said)
    hold_as(tmp_path / "post", tmp_path / "own")
    assert (tmp_path / "own/attr/exec").read_text() == wish


_SERVICE = Path(__file__).resolve().parents[3] / "packaging/system/units/cote-a-cote.service"


def test_of_a_closed_post_its_account_answers_with_the_groups_that_its_service_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = pwd.struct_passwd(("kiosk", "x", 990, 991, "", "/run/kiosk-home", "/usr/sbin/nologin"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: own)
    monkeypatch.setattr(os, "getgrouplist", lambda *_: [991, 7])
    monkeypatch.setattr(
        as_post.grp, "getgrnam", {"audio": as_post.grp.struct_group(("audio", "x", 29, []))}.__getitem__
    )
    found = closed_post(tmp_path)
    assert found is not None
    assert (found.pid, found.user, found.group, found.groups) == (None, 990, 991, (7, 29, 991))
    assert command(found, ["true"])[:3] == ["setpriv", "--reuid", "990"]
    assert "DISPLAY" not in found.environment
    assert settings([_SERVICE], "Service")["SupplementaryGroups"].split() == list(as_post.GIVEN_BY_THE_SERVICE)


def test_where_no_post_keeps_anything_root_looks_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert closed_post(tmp_path / "absent") is None
    root = pwd.struct_passwd(("root", "x", 0, 0, "", "/root", "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: root)
    assert closed_post(tmp_path) is None
