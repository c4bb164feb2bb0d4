"""Every hostile page."""

from __future__ import annotations

from proof.escapes.pages import addresses, before, grabs, lies, papers, storms, wires
from proof.escapes.pages.page_technique import PageTechnique

TECHNIQUES: tuple[PageTechnique, ...] = (
    *addresses.TECHNIQUES,
    *grabs.TECHNIQUES,
    *papers.TECHNIQUES,
    *lies.TECHNIQUES,
    *wires.TECHNIQUES,
    *before.TECHNIQUES,
    *storms.TECHNIQUES,
)
"""Storms come last: after some of them the session is another one."""
