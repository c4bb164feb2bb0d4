"""The groups of sites that an allow-list may name (`@franceconnect`), and the sites that a procedure may reach.

Every name here opens a way out of the sandbox: a group holds what a login needs, never a whole portal or a mailbox.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.procedures.model import Procedure

# Nobody has walked these logins to the end with this post yet: where one stops, the proxy's log names the missing
# host. Each provider is named by its own domain only.
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "@franceconnect": ("franceconnect.gouv.fr", "*.franceconnect.gouv.fr"),
        # Who FranceConnect asks: taxes, health insurance, La Poste, farmers' insurance (MSA), France Identité.
        "@identity": (
            "impots.gouv.fr",
            "*.impots.gouv.fr",
            "ameli.fr",
            "*.ameli.fr",
            "lidentitenumerique.laposte.fr",
            "msa.fr",
            "*.msa.fr",
            "france-identite.gouv.fr",
            "*.france-identite.gouv.fr",
        ),
        # The practice administration, which answers inside the sandbox.
        "@practice": ("*.exercice",),
    }
)


def allowed_hosts(procedure: Procedure) -> tuple[str, ...]:
    """The hosts that a session on `procedure` may reach: its own, then its list with the groups opened."""
    hosts = [procedure.host]
    if procedure.host.startswith("www."):
        hosts.append(procedure.host.removeprefix("www."))
    for entry in procedure.allow:
        hosts += GROUPS.get(entry, ()) if entry.startswith("@") else (entry,)
    return tuple(dict.fromkeys(hosts))
