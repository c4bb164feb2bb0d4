"""A clean Debian and one command: what is installed then is whole, belongs to whom it should, and starts.

The command has no network: apt has Debian's packages in its cache, and the package's own scripts can fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.install import system
from tests.install.system import BOOKWORM, PACKAGE, TRIXIE, Release, System

pytestmark = pytest.mark.timeout(1200)

PROGRAM = "/opt/cote-a-cote"
# Every compiled package of this Python, by its name.
_IMPORTS = """
import importlib, json, sysconfig
from pathlib import Path
own = Path(sysconfig.get_path("purelib"))
suffix = sysconfig.get_config_var("EXT_SUFFIX")
names = []
for root in (own, Path("/opt/cote-a-cote/environment/common")):
    for file in sorted(root.rglob("*.so")):
        if file.name.endswith((suffix, ".abi3.so")):
            names.append(".".join((*file.parent.relative_to(root).parts, file.name.split(".")[0])))
failed = {}
# Tk draws no window of ours. OpenCV's library wants its package to load it.
names.remove("PIL._imagingtk")
names[names.index("cv2.cv2")] = "cv2"
for name in names:
    try:
        importlib.import_module(name)
    except Exception as error:
        failed[name] = repr(error)
print(json.dumps([own.parent.name, len(names), failed]))
"""


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(BOOKWORM, id="debian-12"),
        pytest.param(TRIXIE, id="debian-13", marks=pytest.mark.install),
    ],
)
def release(request: pytest.FixtureRequest) -> Release:
    found: Release = request.param
    return found


@pytest.fixture(scope="module")
def installed(release: Release, package: Path) -> Iterator[System]:
    with system.above(*system.fetched(release)) as clean:
        clean.must("apt", "install", "-y", PACKAGE, package=package)
        yield clean


def test_every_file_is_roots_and_nobody_else_may_change_it(installed: System) -> None:
    odd = installed.must("find", PROGRAM, "(", "-not", "-uid", "0", "-o", "-not", "-gid", "0", "-o", *_LOOSE, ")")
    assert odd == ""
    kept = installed.must("stat", "--format=%U:%G %a", "/var/lib/kiosk", "/run/kiosk-home", "/etc/kiosk")
    assert kept.splitlines() == ["kiosk:kiosk 700", "kiosk:kiosk 700", "root:root 755"]
    assert installed.must("dpkg", "--verify", "cote-a-cote") == ""
    assert installed.must("dpkg", "--audit") == ""


_LOOSE = ("-perm", "/6000", "-o", "-not", "-type", "l", "-perm", "/022")


def test_the_account_of_the_post_can_read_its_settings_and_look_at_the_post(installed: System) -> None:
    status, text = installed.as_post("kiosk", "check")
    assert (status, text) == (0, "Tout va bien : les réglages et les démarches sont bons.\n")
    status, text = installed.as_post("sh", "-c", "kiosk doctor --json 2>/dev/null")
    verdicts = {each["code"]: each["verdict"] for each in json.loads(text)}
    # Here is no screen and no network; all else that a post cannot do without came with the one command.
    assert status == 1
    assert {code for code, verdict in verdicts.items() if verdict == "failed"} == {"display", "network"}
    assert {verdicts[code] for code in ("namespaces", "package", "arabic", "workshop", "settings")} == {"ok"}


def test_root_asks_and_the_account_of_the_post_answers(installed: System) -> None:
    status, text = installed.run("sh", "-c", "kiosk doctor --json 2>/dev/null")
    verdicts = {each["code"]: each["verdict"] for each in json.loads(text)}
    assert status == 1
    assert {code for code, verdict in verdicts.items() if verdict == "failed"} == {"display", "network"}
    assert {verdicts[code] for code in ("account", "groups", "places", "state")} == {"ok"}
    # Root's own files must not appear among the post's.
    assert installed.must("find", "/var/lib/kiosk", "/run/kiosk-home", "-not", "-user", "kiosk") == ""


@pytest.mark.parametrize("command", ["doctor", "check", "staff list", "sheets list", "receipts verify", "hours end"])
def test_an_account_that_is_not_the_posts_is_sent_to_sudo(installed: System, command: str) -> None:
    stranger = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
    status, text = installed.run(*stranger, "kiosk", *command.split())
    assert (status, text.count("\n")) == (1, 1), text
    assert "E-108" in text
    assert "sudo" in text


def test_every_compiled_package_is_for_this_python(installed: System, release: Release) -> None:
    status, text = installed.as_post(f"{PROGRAM}/environment/bin/python3", "-P", "-W", "ignore", "-c", _IMPORTS)
    assert status == 0, text
    folder, count, failed = json.loads(text.splitlines()[-1])
    assert (folder, failed) == (f"python{release.python}", {})
    assert count > 50


def test_a_paper_is_written_by_qt_without_a_screen(installed: System) -> None:
    status, text = installed.as_post("sh", "-c", "kiosk poster /tmp/poster.pdf && head -c 5 /tmp/poster.pdf")
    assert (status, text.splitlines()[-1]) == (0, "%PDF-"), text


def test_the_service_waits_for_the_next_start_of_the_machine(installed: System) -> None:
    units = ("cote-a-cote.service", "cote-a-cote-prepare.service", "var-spool-cups.mount")
    assert installed.must("systemctl", "--root=/", "is-enabled", *units).split() == ["enabled"] * 3
