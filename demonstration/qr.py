"""Reads a QR code off a picture of the screen, as a phone's camera does."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image


def read_square(picture: Image.Image) -> str:
    """Its text, or nothing where none is seen."""
    text, _, _ = cv2.QRCodeDetectorAruco().detectAndDecode(np.asarray(picture.convert("L")))
    return str(text)
