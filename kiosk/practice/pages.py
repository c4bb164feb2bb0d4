"""Turns the templates of `assets/practice` into answers. Knows jinja2 and the folder, no service and no person.

Every value is escaped: what people type comes back on the recap, and must never become a page's code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "practice"

_templates = Environment(
    loader=FileSystemLoader(ASSETS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def page(template: str, status: int = 200, **values: Any) -> web.Response:
    """The page of `template` (path under `assets/practice`), filled with `values`."""
    return web.Response(
        text=_templates.get_template(template).render(values), status=status, content_type="text/html", charset="utf-8"
    )


def pdf(content: bytes, file_name: str) -> web.Response:
    """A document that the browser downloads instead of showing: it must land in the tray, under its own name."""
    named = f'filename="{file_name}"' if file_name.isascii() else f"filename*=UTF-8''{quote(file_name)}"
    return web.Response(
        body=content,
        content_type="application/pdf",
        headers={"Content-Disposition": f"attachment; {named}"},
    )


def add_static(app: web.Application, *folders: str) -> None:
    """Serve the style sheets, scripts, fonts and pictures of these folders under `/static/<folder>/`."""
    for folder in folders:
        app.router.add_static(f"/static/{folder}", ASSETS / folder / "static")
