"""The groups of sites that an allow-list may name (`@franceconnect`), and the sites that a procedure may reach.

Every name here opens a way out of the sandbox: a group holds what a login needs, never a whole portal. The mailboxes
are a group of their own, for the procedures that send or fetch a message and for no other.
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
        # Where people have their mail, in the order of `practice.desk`: log-in, letters, attachments. Free gives every
        # subscriber a site under its name, so its hosts are named one by one.
        "@mailboxes": (
            *("orange.fr", "*.orange.fr", "*.woopic.com"),
            *("mail.google.com", "accounts.google.com", "accounts.google.fr", "contacts.google.com", "ogs.google.com"),
            *("apis.google.com", "*.gstatic.com", "fonts.googleapis.com", "*.googleusercontent.com"),
            *("*.live.com", "login.microsoftonline.com", "*.msauth.net", "*.msftauth.net", "*.office.net"),
            *("outlook.office.com", "outlook.office365.com"),
            *("www.laposte.net", "*.www.laposte.net", "webmail.laposte.net", "compte.laposte.net"),
            *("webmail.free.fr", "zimbra.free.fr", "subscribe.free.fr"),
            *("www.sfr.fr", "webmail.sfr.fr", "*.webmail.sfr.fr", "messagerie.sfr.fr", "static.s-sfr.fr"),
            *(
                "mail.yahoo.com",
                "*.mail.yahoo.com",
                "login.yahoo.com",
                "guce.yahoo.com",
                "consent.yahoo.com",
                "*.yimg.com",
            ),
            *("*.bbox.bouyguestelecom.fr", "oauth2.bouyguestelecom.fr", "www.bouyguestelecom.fr"),
            *("www.icloud.com", "*.icloud.com", "idmsa.apple.com", "appleid.apple.com", "*.icloud-content.com"),
            *("appleid.cdn-apple.com", "*.apple-cloudkit.com"),
            *("mail.proton.me", "account.proton.me", "*.proton.me"),
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
