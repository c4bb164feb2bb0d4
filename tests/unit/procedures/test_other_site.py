"""Whatever a mediator types, only the plain name of a public site opens, over https."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.other_site import LONGEST, OTHER_SITE, AddressError, normalise, procedure_of, shown
from kiosk.session.network.policy import AllowList, plain_name

NEVER = ("caisse.exercice", "bureau.exercice", "mail.google.com", "doubleclick.net", "gouv.fr")
CYRILLIC = "\u0430\u0440\u0440\u04cf\u0435.com"  # reads as "apple.com"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.caf.fr", "https://www.caf.fr/"),
        ("  WWW.Caf.FR.  ", "https://www.caf.fr/"),
        ("http://caf.fr", "https://caf.fr/"),
        ("https://caf.fr:443/page?lieu=é#haut", "https://caf.fr/page?lieu=%C3%A9"),
        ("//caf.fr/a", "https://caf.fr/a"),
        ("caf.fr\\@ailleurs.fr", "https://caf.fr/@ailleurs.fr"),
        ("préfecture.fr", "https://xn--prfecture-c4a.fr/"),
        ("caf。fr", "https://caf.fr/"),
        ("ｃａｆ.fr", "https://caf.fr/"),
    ],
)
def test_an_address_is_made_plain(typed: str, address: str) -> None:
    assert normalise(typed).address == address


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "empty"),
        ("payer une amende", "words"),
        ("amende", "words"),
        ("javascript:alert(1)", "scheme"),
        ("ftp://caf.fr", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("marie@caf.fr", "user"),
        ("https://caf.fr:secret@ailleurs.fr", "user"),
        ("192.168.1.1", "number"),
        ("8.8.8.8", "number"),
        ("0x7f.0.0.1", "number"),
        ("2130706433", "number"),
        ("[::1]", "number"),
        ("https://[2001:db8::1]/", "number"),
        ("\u0661\u0662.\u0661\u0662", "name"),
        ("caf.fr:8443", "port"),
        ("a..b.fr", "name"),
        ("-caf.fr", "name"),
        ("caf.fr%2eexercice", "name"),
        ("xn--a.fr", "name"),
        ("gouv.fr", "whole"),
        ("www.gouv.fr", "whole"),
        ("www.fr", "whole"),
        ("blogspot.de", "whole"),
        ("gov.za", "whole"),
        ("WWW.Com.Ar.", "whole"),
        ("pagesperso-orange.fr", "whole"),
        ("caf.fr/\ud800", "name"),
        ("localhost", "inside"),
        ("imprimante.local", "inside"),
        ("serveur.lan:443", "inside"),
        ("caisse.exercice", "practice"),
        ("caisse.EXERCICE.", "practice"),
        ("caisse\u3002\uff25xercice", "practice"),
        ("caf.fr/" + "a" * LONGEST, "long"),
    ],
)
def test_what_is_no_address_is_named(typed: str, fault: str) -> None:
    with pytest.raises(AddressError) as raised:
        normalise(typed)
    assert raised.value.fault == fault


@pytest.mark.parametrize(
    ("host", "seen"),
    [
        ("caf.fr", "caf.fr"),
        ("xn--prfecture-c4a.fr", "préfecture.fr"),
        (normalise(CYRILLIC).host, "xn--80ak6aa92e.com"),
        (normalise("p\u0430ypal.com").host, normalise("p\u0430ypal.com").host),
        ("xn--zzzzzzz-.fr", "xn--zzzzzzz-.fr"),
    ],
)
def test_a_letter_that_only_looks_latin_is_never_shown_as_a_letter(host: str, seen: str) -> None:
    assert shown(host) == seen


def test_the_session_reaches_the_site_what_is_below_it_and_logins() -> None:
    hosts = AllowList(allowed_hosts(procedure_of(normalise("www.exemple.fr/page"))))
    reached = [host for host in ("www.exemple.fr", "exemple.fr", "mon.exemple.fr") if hosts.decide(host, 443).allowed]
    assert reached == ["www.exemple.fr", "exemple.fr", "mon.exemple.fr"]
    assert hosts.decide("app.franceconnect.gouv.fr", 443).allowed
    assert hosts.decide("www.ameli.fr", 443).allowed
    for other in ("exemple.com", "pasexemple.fr", "fr", "exemple.fr.ailleurs.fr", "mail.google.com", "caisse.exercice"):
        assert not hosts.decide(other, 443).allowed


def test_the_procedure_of_a_site_has_no_guide_and_begins_where_it_was_asked() -> None:
    procedure = procedure_of(normalise("www.exemple.fr/page"))
    assert (procedure.id, procedure.start, procedure.theme) == (
        OTHER_SITE,
        "https://www.exemple.fr/page",
        "courriel_internet",
    )
    assert all(step.target is None and step.done is None for step in procedure.steps)
    assert not procedure.practice


_PIECES = st.sampled_from(
    (
        *(
            "https://",
            "http:",
            "//",
            "www.",
            "caf",
            ".",
            ".fr",
            ".exercice",
            "@",
            ":",
            "443",
            "80",
            "/",
            "\\",
            "?",
            "#",
        ),
        *(
            "%2e",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "0x7f",
            "é",
            "\u0430",
            "\u3002",
            "\uff25xercice",
            "\u200b",
            " ",
            "xn--",
        ),
        "gouv.fr",
    )
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=8).map("".join)))
def test_whatever_is_typed_only_a_public_name_over_https_comes_out(typed: str) -> None:
    try:
        site = normalise(typed)
    except AddressError:
        return
    parts = urlsplit(site.address)
    assert (parts.scheme, parts.netloc, parts.username, parts.port) == ("https", site.host, None, None)
    assert plain_name(site.host) == site.host
    assert site.host.isascii()
    assert not site.host.endswith((".exercice", ".local", ".localhost"))
    assert len(site.address) <= LONGEST
    assert normalise(site.address) == site, "an address that was made plain is plain"
    assert not any(AllowList(allowed_hosts(procedure_of(site))).decide(host, 443).allowed for host in NEVER)
