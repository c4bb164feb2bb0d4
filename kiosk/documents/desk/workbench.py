"""What services ask of a workshop, as they need it back: a paper that was made, a page that was drawn.

Whatever else a workshop answers is its failure, and leaves no content open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.documents.paper import Picture, Pouch
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.jobs import Bind, Drawn, Made, Make, PageOf, Preview
from kiosk.sealed import Sealed


class Drawing(NamedTuple):
    picture: Picture
    found_edges: bool


async def made(pouch: Pouch, workshop: Workshop, job: Make | Bind, inputs: Sequence[Sealed]) -> tuple[Made, Sealed]:
    """The content is in the pouch, and the caller's to drop. Raises PaperTroubleError."""
    done = await workshop.do(job, inputs)
    outputs = pouch.hold_all(done.outputs)
    if isinstance(done.answer, Made) and len(outputs) == 1:
        return done.answer, outputs[0]
    for one in outputs:
        pouch.drop(one)
    raise PaperTroubleError(Trouble.WORKSHOP_FAILED)


async def drawn(workshop: Workshop, page: PageOf, side: int, content: Sealed) -> Drawing:
    """At most `side` pixels on the longer side. Raises PaperTroubleError."""
    done = await workshop.do(Preview(page=page, side=side), [content])
    try:
        if not isinstance(done.answer, Drawn) or len(done.outputs) != 1:
            raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
        picture = Picture(done.answer.width, done.answer.height, done.outputs[0].read())
    except ValueError as error:
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED) from error
    finally:
        for one in done.outputs:
            one.close()
    return Drawing(picture, done.answer.found_edges)
