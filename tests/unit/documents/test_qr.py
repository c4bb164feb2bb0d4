"""A code that a phone's camera reads back."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kiosk.documents.desk import qr


@pytest.mark.parametrize(
    "text",
    [
        "https://10.0.0.5:8443/us3733ivttjdg3fntrqxxcn3oq",
        "https://poste-12.espace-numerique.exemple.fr:8443/us3733ivttjdg3fntrqxxcn3oq",
        "Reçu du 22 novembre\nAttestation de paiement\nNuméro 1234567",
    ],
)
def test_a_camera_reads_what_was_written(text: str) -> None:
    modules = np.array(qr.modules(text))
    picture = np.pad(np.where(modules, 0, 255).astype(np.uint8), 4, constant_values=255)
    found, *_ = cv2.QRCodeDetector().detectAndDecode(np.kron(picture, np.ones((8, 8), np.uint8)))
    assert found == text


def test_the_code_of_an_ordinary_address_is_small() -> None:
    assert len(qr.modules("https://192.168.100.200:18443/us3733ivttjdg3fntrqxxcn3oq")) <= 33
