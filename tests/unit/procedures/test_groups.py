"""A session reaches the service and the logins that it names, and nothing else."""

from __future__ import annotations

import pytest

from kiosk.procedures.groups import GROUPS, allowed_hosts

from .conftest import procedure


def test_the_service_is_allowed_with_and_without_www() -> None:
    assert allowed_hosts(procedure(start="https://WWW.caf.fr/aides")) == ("www.caf.fr", "caf.fr")
    assert allowed_hosts(procedure(start="https://caf.fr")) == ("caf.fr",)


def test_groups_are_opened_and_no_host_comes_twice() -> None:
    hosts = allowed_hosts(procedure(allow=["caf.fr", "*.caf.fr", "@franceconnect", "@franceconnect"]))
    assert hosts == ("www.caf.fr", "caf.fr", "*.caf.fr", *GROUPS["@franceconnect"])


@pytest.mark.parametrize("name", GROUPS)
def test_no_group_opens_a_whole_public_domain(name: str) -> None:
    for host in GROUPS[name]:
        assert host == "*.exercice" or host.removeprefix("*.").count(".") >= 1
        assert host.removeprefix("*.") not in {"gouv.fr", "fr", "laposte.fr", "laposte.net"}
