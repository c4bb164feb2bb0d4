"""The address strip tells the truth about where the person is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from kiosk.guest.address import AddressStrip, fitting_font, is_right_host
from kiosk.procedures.model import Procedure


def procedure(*allow: str) -> Procedure:
    return Procedure.model_validate(
        {
            "id": "essai",
            "title": "Essai",
            "short": "Essai",
            "summary": "Un essai.",
            "theme": "social_sante",
            "service": "Caisse",
            "start": "https://caisse.exercice/",
            "minutes": 5,
            "allow": list(allow),
            "steps": [{"id": "un", "do": "Un."}],
        }
    )


@pytest.mark.parametrize(
    ("host", "allow", "right"),
    [
        ("caisse.exercice", (), True),
        ("www.caisse.exercice", (), False),
        ("www.caisse.exercice", ("*.caisse.exercice",), True),
        ("compte.caisse.exercice", ("compte.caisse.exercice",), True),
        ("autre.exercice", ("autre.exercice",), False),
        ("caisse.exercice.pirate.fr", ("*.caisse.exercice",), False),
        ("fausse-caisse.exercice", ("*.caisse.exercice",), False),
        ("", (), False),
    ],
)
def test_only_the_procedures_own_host_is_right(host: str, allow: tuple[str, ...], right: bool) -> None:
    assert is_right_host(host, procedure(*allow)) is right


def test_back_is_off_when_there_is_nowhere_to_go(qtbot) -> None:
    strip = AddressStrip()
    qtbot.addWidget(strip)
    strip.show_address("caisse.exercice", secure=True, right=True, can_go_back=False)
    assert not strip._back.isEnabled()
    assert strip._host.accessibleName() == "Adresse du site : caisse.exercice"


@pytest.mark.parametrize("room", [320, 480, 640])
def test_a_long_host_shrinks_before_it_loses_a_letter(qapp, room: int) -> None:
    host = "authentification.services.exemple-national.gouv.fr"
    assert QFontMetrics(fitting_font(host, room)).horizontalAdvance(host) <= room
    assert fitting_font("caisse.exercice", room).pixelSize() == 20
