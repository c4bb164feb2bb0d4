"""The job Preview: a page as pixels that need no parsing, small enough for the screen."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.documents.workshop.inside.pages import shrunk
from kiosk.documents.workshop.inside.preparing import prepared
from kiosk.documents.workshop.jobs import MAX_SIDE, Drawn, Preview
from kiosk.sealed import Sealed

_DPI = 2400.0  # the side is what counts: a small receipt fills it as well as a plan does
_PHOTO_SIDE = 1600  # edges are found well in this many pixels


def preview(job: Preview, inputs: Sequence[int]) -> tuple[Drawn, list[Sealed]]:
    crop = job.page.crop
    part = max(0.05, min(1.0, max(crop.right - crop.left, crop.bottom - crop.top)))
    longest = min(MAX_SIDE, round(job.side / part))
    if job.page.photo:
        longest = max(longest, _PHOTO_SIDE)
    image, found_edges, _ = prepared(inputs, job.page, dpi=_DPI, longest=longest)
    image = shrunk(image, job.side)
    height, width = image.shape[:2]
    return Drawn(width, height, found_edges), [Sealed.of(image[:, :, ::-1].tobytes())]
