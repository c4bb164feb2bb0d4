"""Reads a QR code off a picture of the screen, as a phone's camera does."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image


def read_square(picture: Image.Image) -> str:
    """Its text, or nothing where none is seen."""
    grey = np.asarray(picture.convert("L"))
    # Each of the two fails for ever on a few squares in a hundred that every phone reads, and on others than the other.
    return _read(cv2.QRCodeDetectorAruco(), grey) or _read(cv2.QRCodeDetector(), grey)


def _read(detector: cv2.QRCodeDetector | cv2.QRCodeDetectorAruco, grey: np.ndarray) -> str:
    text, _, _ = detector.detectAndDecode(grey)
    return str(text)
