"""What weaknesses of the guest have in common: how they get at the page and at Chromium's settings, inside of it."""

from __future__ import annotations

from typing import Any

kept: list[Any] = []
"""What must live as long as the guest."""


def browser_page() -> Any:
    from kiosk.guest import page  # noqa: PLC0415 - Qt is there by now, and only in the guest

    return page


def settings(**wanted: bool) -> None:
    """Chromium's own settings, after the product has set them."""
    from PySide6.QtWebEngineCore import QWebEngineSettings  # noqa: PLC0415

    from kiosk.guest import profile  # noqa: PLC0415

    applied = profile._apply_settings  # noqa: SLF001

    def weaker(settings: QWebEngineSettings) -> None:
        applied(settings)
        for name, on in wanted.items():
            settings.setAttribute(getattr(QWebEngineSettings.WebAttribute, name), on)

    profile._apply_settings = weaker  # noqa: SLF001


def flags(without: tuple[str, ...], more: tuple[str, ...]) -> None:
    from kiosk.guest import chromium  # noqa: PLC0415

    chromium.FLAGS = (*(one for one in chromium.FLAGS if not one.startswith(without)), *more)  # type: ignore[assignment]
    chromium.prepare()
