"""A QR code as modules, for the screen to paint. Knows neither what it says nor how it is drawn."""

from __future__ import annotations

import segno


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark (True) and light modules, without the quiet zone: four light ones on each side are the painter's.

    Level M: a seventh of the code may be hidden by a reflection.
    """
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(one) for one in row) for row in code.matrix)
