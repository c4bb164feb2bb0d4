"""An installation that cannot be finished says in French why, what was not lost and the command that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.install import asked
from tests.install.system import PACKAGE, System

pytestmark = [pytest.mark.install, pytest.mark.timeout(1200)]

GOES_ON = ("dpkg", "--configure", "cote-a-cote")


def _state(system: System) -> str:
    return system.run("dpkg-query", "-W", "-f", "${db:Status-Status}", "cote-a-cote").text


def test_wrong_settings_are_named_with_their_line_and_mended_the_installation_goes_on(
    clean: System, package: Path
) -> None:
    clean.write("/etc/kiosk/kiosk.toml", '[site]\nname = "Espace de Quelquepart"\n[session]\nidle_secnds = 600\n')
    status, said = clean.run("apt", "install", "-y", PACKAGE, package=package)
    assert status != 0
    for word in ("kiosk.toml", "ligne 4", "idle_secnds", "idle_seconds", f"sudo {' '.join(GOES_ON)}", "perdu"):
        assert word in said
    assert _state(clean) == "half-configured"
    clean.write("/etc/kiosk/kiosk.toml", '[site]\nname = "Espace de Quelquepart"\n[session]\nidle_seconds = 600\n')
    clean.must(*GOES_ON)
    assert _state(clean) == "installed"


def test_a_wrong_procedure_or_pack_is_told_and_the_post_is_installed(clean: System, package: Path) -> None:
    clean.write("/etc/kiosk/kiosk.toml", '[procedures]\nfolders = ["/etc/kiosk/demarches"]\n')
    clean.write("/etc/kiosk/demarches/a-nous.yaml", "title: [")
    clean.write("/var/lib/kiosk/packs/autre/1/.signed", "not one")
    clean.must("ln", "-s", "1", "/var/lib/kiosk/packs/autre/current")
    said = clean.must("apt", "install", "-y", PACKAGE, package=package)
    for word in ("a-nous.yaml", "ligne ", "autre", "les démarches nommées ci-dessus ne sont pas proposées"):
        assert word in said
    assert _state(clean) == "installed"
    # The pack was root's before there was an account; whatever the post keeps must be the post's.
    assert clean.as_post("kiosk", "check").status == 1


def test_too_small_a_disk_is_told_before_anything_changes(clean: System, package: Path) -> None:
    small = 'mkdir -p /opt; mount -t tmpfs -o size=100m tmpfs /opt; apt install -y "$1"; echo "status $?"; ls -A /opt'
    said = clean.must("sh", "-c", small, "sh", PACKAGE, package=package)
    assert "il manque de la place sur le disque" in said
    assert "Rien n'a été changé" in said
    assert said.splitlines()[-1] == "status 100"
    assert _state(clean) != "installed"


def test_a_post_that_does_not_open_is_told_with_the_command_that_looks(clean: System, package: Path) -> None:
    asked.put(clean)
    asked.refuse(clean, "start")
    status, said = clean.run("apt", "install", "-y", PACKAGE, package=package)
    assert status != 0
    assert "ne s'ouvre pas. Regardez : sudo kiosk doctor" in said
    asked.obey(clean, "start")
    clean.must(*GOES_ON)
    assert _state(clean) == "installed"


def test_a_python_that_the_package_does_not_know_is_told(installed: System) -> None:
    # As after a Debian that this package does not know yet: its wheels for this Python are not there.
    installed.must("sh", "-c", "mv /opt/cote-a-cote/environment/lib/python3* /var/tmp")
    status, said = installed.run("dpkg-reconfigure", "cote-a-cote")
    assert status != 0
    assert "Prenez une version plus récente du paquet" in said
