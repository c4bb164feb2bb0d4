"""A site that the catalogue lacks, from what a mediator types: its address made plain, and a procedure without steps.

Pure. Whatever is not plainly the name of a public site is refused, with a code for the sentence that helps most: what
passes here opens a way out of the sandbox.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

import idna

from kiosk.procedures.model import Procedure, Step, Text

OTHER_SITE = "autre-site"

Fault = Literal["empty", "words", "scheme", "user", "number", "port", "name", "whole", "inside", "practice", "long"]
"""Nothing typed; words and no address; not https; a name before the site's; an address in digits; another port; not
the name of a site; the ending of many sites; a name of the local network; a practice service; too long."""

LONGEST = 300

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?=//)|(about|blob|data|file|javascript|mailto|view-source):")
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)")
_BLANK = re.compile(r"[\s\x00-\x20\x7f\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+")
_DOTS = str.maketrans({"\u3002": ".", "\uff0e": ".", "\uff61": "."})
_KEPT = "/%:@!$&'()*+,;=~-._"

# Names that never are a public site: RFC 6761, 6762, 7686, 8375, and what boxes and firms use at home.
_INSIDE = frozenset(
    {
        *("alt", "arpa", "corp", "example", "home", "intern", "internal", "intranet", "invalid", "lan", "local"),
        *("localdomain", "localhost", "onion", "private", "test"),
    }
)
_PRACTICE = "exercice"
# Below these anybody may have a site: "and all that is below" must not mean all of them.
_SHARED = frozenset(
    {
        *("gouv.fr", "asso.fr", "com.fr", "nom.fr", "prd.fr", "tm.fr", "presse.fr", "avocat.fr", "notaires.fr"),
        *("medecin.fr", "co.uk", "org.uk", "gov.uk", "ac.uk", "com.es", "gob.es", "gov.it", "gov.pt"),
        *("gouv.qc.ca", "qc.ca", "com.tr", "gov.tr", "com.br", "gov.br", "gov.ma", "gov.dz", "gov.tn"),
        *("gov.ro", "gov.pl", "com.pl", "gov.ua", "com.ua", "eu.org", "blogspot.com", "blogspot.fr"),
        *("wordpress.com", "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "web.app"),
        *("firebaseapp.com", "herokuapp.com", "azurewebsites.net", "cloudfront.net", "amazonaws.com"),
        *("weebly.com", "wixsite.com", "jimdofree.com", "over-blog.com", "free.fr", "pagesperso-orange.fr"),
        *("pagesperso.free.fr", "perso.sfr.fr", "freeboxos.fr", "e-monsite.com", "canalblog.com", "eklablog.com"),
        *("webnode.fr", "business.site", "tumblr.com", "myshopify.com", "sharepoint.com", "appspot.com", "run.app"),
        *("workers.dev", "r2.dev", "fly.dev", "onrender.com", "cleverapps.io", "scalingo.io", "translate.goog"),
        *("windows.net", "azureedge.net", "cloudapp.net", "hosting.ovh.net", "duckdns.org", "synology.me"),
        *("ngrok.io", "ngrok.app", "ngrok-free.app", "notion.site", "service.gov.uk"),
    }
)
# The same in front of any country's two letters: com.ar, gov.za.
_SHARED_BELOW_COUNTRIES = frozenset(
    {"ac", "asso", "blogspot", "co", "com", "edu", "gob", "gouv", "gov", "govt", "mil", "net", "nom", "org"}
)


class AddressError(ValueError):
    """What was typed is no address that can be opened. `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


@dataclass(frozen=True)
class OtherSite:
    """`host` in lower case and ASCII; `address` begins with `https://` and this host."""

    host: str
    address: str

    @property
    def name(self) -> str:
        """The host without its www: what the site is counted under."""
        bare = self.host.removeprefix("www.")
        return bare if "." in bare else self.host


def normalise(typed: str, *, practice: bool = False) -> OtherSite:
    """The site that `typed` names. Raises AddressError. `practice`: one to practise on will do too."""
    text = typed.strip()
    if not text:
        raise AddressError("empty")
    if len(text) > LONGEST:
        raise AddressError("long")
    if not text.isascii() and any(unicodedata.category(letter) == "Cs" for letter in text):
        raise AddressError("name")
    # A space before a dot or inside of the name is how people type; between words it is a question, not an address.
    if _BLANK.search(text):
        raise AddressError("words")
    scheme = _SCHEME.match(text.lower())
    if scheme is not None and (scheme[1] or scheme[2]) not in ("http", "https"):
        raise AddressError("scheme")
    rest = text[scheme.end() :].lstrip("/") if scheme is not None else text.lstrip("/")
    return _site(rest, practice)


def _site(rest: str, practice: bool) -> OtherSite:
    # As browsers do: a backslash is a slash.
    rest = rest.replace("\\", "/")
    place = re.search(r"[/?#]", rest)
    authority, path = (rest[: place.start()], rest[place.start() :]) if place else (rest, "")
    if "@" in authority:
        raise AddressError("user")
    host = _plain_host(_without_port(authority), practice)
    parts = urlsplit("x://x" + (path if path.startswith("/") else "/" + path))
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    address = f"https://{host}{quote(parts.path, safe=_KEPT)}{query}"
    if len(address) > LONGEST:
        raise AddressError("long")
    return OtherSite(host, address)


def _without_port(authority: str) -> str:
    if authority.startswith("[") or authority.count(":") > 1:
        raise AddressError("number")
    name, colon, port = authority.partition(":")
    if colon and port not in ("", "443"):
        raise AddressError("port")
    return name


def _plain_host(name: str, practice: bool) -> str:
    host = _ascii(name.translate(_DOTS)).removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        raise AddressError("number")
    if labels[-1] == _PRACTICE and not practice:
        raise AddressError("practice")
    if labels[-1] in _INSIDE:
        raise AddressError("inside")
    if len(labels) < 2:
        raise AddressError("words" if labels[0] else "name")
    if not _HOST.fullmatch(host) or len(host) > 253 or len(labels[-1]) < 2:
        raise AddressError("name")
    if _is_shared(host.removeprefix("www.")):
        raise AddressError("whole")
    return host


def _is_shared(host: str) -> bool:
    first, _, rest = host.partition(".")
    return host in _SHARED or not rest or (len(rest) == 2 and first in _SHARED_BELOW_COUNTRIES)


def _ascii(name: str) -> str:
    """As it goes over the network. Every label is looked at, those that were typed in that form too."""
    if name.isascii() and "xn--" not in name.lower():
        return name.lower()
    try:
        # Twice: a label that says `xn--` and means nothing is not let through.
        encoded = idna.encode(unicodedata.normalize("NFC", name), uts46=True, transitional=False).decode().lower()
        idna.decode(encoded)
    except (idna.IDNAError, UnicodeError, IndexError):
        raise AddressError("name") from None
    return encoded


def shown(host: str) -> str:
    """The host for people's eyes: accents as they are, any other script as it goes over the network.

    A letter of another script can look like a Latin one, so those are never shown as letters.
    """
    labels = [_shown_label(label) for label in host.lower().split(".")]
    return ".".join(labels)


def _shown_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        decoded = idna.decode(label)
    except (idna.IDNAError, UnicodeError, IndexError):
        return label
    latin = all(letter.isascii() or _is_accented(letter) for letter in decoded)
    return decoded if latin else label


def _is_accented(letter: str) -> bool:
    """A Latin letter with an accent, or one of the French double letters. Not the dotless or hooked look-alikes."""
    base = unicodedata.normalize("NFD", letter)[0]
    return letter in "œæ" or ("a" <= base <= "z" and len(letter) == 1)


def allowed(site: OtherSite) -> tuple[str, ...]:
    """Where a session on this site may go: the site, what is below it, and where people prove who they are."""
    return (site.name, f"*.{site.name}", "@franceconnect", "@identity")


def procedure_of(site: OtherSite) -> Procedure:
    """What the guest is given. It is in no catalogue, and its only step is never shown."""
    name = shown(site.host)
    here = Text(fr=name[:80])
    return Procedure(
        id=OTHER_SITE,
        title=here,
        short=here,
        summary=here,
        theme="courriel_internet",
        service=name[:120],
        start=site.address,
        allow=allowed(site),
        icon="globe",
        minutes="?",
        steps=(Step(id="libre", do=Text(fr=name[:80]), gesture="read"),),
    )
