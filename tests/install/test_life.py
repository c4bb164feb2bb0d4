"""The life of the package on a post: brought up to date, looked at again, taken away, put back, purged."""

from __future__ import annotations

from pathlib import Path

import pytest

from delivery import checkout
from tests.install import asked
from tests.install.conftest import OLDER
from tests.install.system import PACKAGE, System

pytestmark = [pytest.mark.install, pytest.mark.timeout(1200)]

SETTINGS = '[site]\nname = "Espace de Quelquepart"\n'
# Every file with its kind, rights and content; what machines write about themselves is left out.
_LISTED = r"""
find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /mnt -o -path /tmp -o -path /srv \) -prune -o \
  \( -path /var/lib/dpkg -o -path /var/log -o -path /var/cache -o -path /var/lib/apt \) -prune -o \
  -not -type d -printf '%M %u:%g %p %l\n' -o -type d -printf '%M %u:%g %p/\n' | LC_ALL=C sort
"""
# An account stays, as Debian's policy prefers: its number must not become somebody else's while files may bear it.
_STAYS = ("/etc/passwd", "/etc/shadow", "/etc/group", "/etc/gshadow", "/etc/.pwd.lock", "/etc/subuid", "/etc/subgid")


def _install(system: System, package: Path) -> str:
    return system.must("apt", "install", "-y", PACKAGE, package=package)


def _lived_in(system: System) -> None:
    """Somebody set the post up, and it has kept what it keeps."""
    system.write("/etc/kiosk/kiosk.toml", SETTINGS, 0o640)
    system.must("chgrp", "kiosk", "/etc/kiosk/kiosk.toml")
    assert system.as_post("sh", "-c", "umask 077; echo kept >/var/lib/kiosk/receipts").status == 0


def _kept(system: System) -> list[str]:
    shown = system.must("cat", "/etc/kiosk/kiosk.toml", "/var/lib/kiosk/receipts")
    rights = system.must("stat", "--format=%U:%G %a", "/etc/kiosk/kiosk.toml", "/var/lib/kiosk/receipts")
    return [shown, rights]


_AS_IT_WAS = [f"{SETTINGS}kept\n", "root:kiosk 640\nkiosk:kiosk 600\n"]


def test_an_upgrade_closes_the_post_changes_its_files_and_opens_it_again(out_of_date: System, package: Path) -> None:
    clean = out_of_date
    opened = asked.since(clean)
    assert [one.files for one in opened] == [OLDER]
    assert "restart" in opened[0].words or "start" in opened[0].words
    _lived_in(clean)
    said = _install(clean, package)
    closed, again = asked.since(clean)
    assert (closed.files, "stop" in closed.words) == (OLDER, True)
    assert (again.files, "restart" in again.words) == (checkout.version(), True)
    assert _kept(clean) == _AS_IT_WAS
    assert clean.run("test", "-e", "/opt/cote-a-cote/kiosk/only_before.py").status != 0
    assert clean.run("sh", "-c", "ls /opt/cote-a-cote/kiosk/__pycache__/only_before*").status != 0
    assert "onfiguration file" not in said
    assert clean.as_post("kiosk", "--version").text.split()[-1] == checkout.version()


def test_to_configure_it_again_changes_nothing_that_is_right(installed: System) -> None:
    _lived_in(installed)
    before = installed.must("sh", "-c", _LISTED)
    installed.must("dpkg-reconfigure", "cote-a-cote")
    assert installed.must("sh", "-c", _LISTED) == before
    assert _kept(installed) == _AS_IT_WAS


def test_what_is_removed_leaves_what_the_site_wrote_and_the_post_keeps_and_finds_it_again(
    installed: System, package: Path
) -> None:
    clean = installed
    asked.put(clean)
    _lived_in(clean)
    clean.must("apt", "remove", "-y", "cote-a-cote")
    closed = asked.since(clean)[0]
    assert (closed.files, "stop" in closed.words) == (checkout.version(), True)
    assert clean.run("test", "-e", "/opt/cote-a-cote").status != 0
    assert _kept(clean) == _AS_IT_WAS
    # Nothing starts it now, though its name is still known.
    assert clean.run(asked.REAL, "--root=/", "is-enabled", "cote-a-cote.service").text.strip() != "enabled"
    _install(clean, package)
    assert _kept(clean) == _AS_IT_WAS
    assert asked.since(clean)[-1].files == checkout.version()
    assert clean.must(asked.REAL, "--root=/", "is-enabled", "cote-a-cote.service").strip() == "enabled"


def test_a_purge_leaves_the_account_and_nothing_else(clean: System, installed: System) -> None:
    before = set(clean.must("sh", "-c", _LISTED).splitlines())
    _lived_in(installed)
    installed.must("apt", "purge", "-y", "cote-a-cote")
    left = set(installed.must("sh", "-c", _LISTED).splitlines()) - before
    assert {line for line in left if not _stays(line)} == set()
    assert installed.must("id", "-un", "kiosk").strip() == "kiosk"
    assert "cote-a-cote" not in installed.must("dpkg-query", "-W", "-f", "${Package} ").split()


def _stays(line: str) -> bool:
    path = line.split(" ", 2)[2].strip().rstrip("-")
    return path in _STAYS


def test_a_post_that_does_not_close_keeps_its_files(out_of_date: System, package: Path) -> None:
    clean = out_of_date
    asked.refuse(clean, "stop")
    status, said = clean.run("apt", "install", "-y", PACKAGE, package=package)
    assert status != 0
    assert "le poste ne se ferme pas. Regardez : systemctl status cote-a-cote" in said
    assert clean.as_post("kiosk", "--version").text.split()[-1] == OLDER
    asked.obey(clean, "stop")
    _install(clean, package)
    assert clean.as_post("kiosk", "--version").text.split()[-1] == checkout.version()


def test_a_disk_that_was_copied_to_another_machine_opens_there_with_a_keyring_of_its_own(installed: System) -> None:
    prepare, secret = "/opt/cote-a-cote/packaging/system/prepare", "/etc/kiosk/trousseau.cred"
    opened = ("systemd-creds", "decrypt", "--name=trousseau", secret, "-")
    installed.write("/etc/machine-id", f"{'1' * 32}\n")
    installed.must(prepare)
    first = installed.must("cat", secret)
    installed.must("sh", "-c", "mkdir /var/lib/kiosk/trousseau; echo signed >/var/lib/kiosk/receipts.jsonl")
    installed.must(prepare)
    assert installed.must("cat", secret) == first, "what is right was changed"
    installed.write("/etc/machine-id", f"{'2' * 32}\n")
    assert installed.run(*opened).status != 0
    assert "une autre machine" in installed.must(prepare)
    installed.must(*opened)
    there = installed.must("sh", "-c", "cd /var/lib/kiosk; ls; cat receipts.jsonl.avant-*; ls /etc/kiosk").split()
    assert not {"trousseau", "receipts.jsonl"} & set(there)
    assert "signed" in there
    assert len([one for one in there if one.startswith("trousseau.cred.avant-")]) == 1
