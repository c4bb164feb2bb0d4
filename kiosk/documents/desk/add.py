"""How does the paper come in? Asked only where the post has more than one way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.scenes import AddScene, SorryScene
from kiosk.documents.desk.wishes import Leave, Use
from kiosk.documents.trouble import Trouble

Way = Callable[[], Awaitable[None]]


async def add(counter: Counter, scanning: Way | None, photographing: Way | None) -> None:
    """Ends with the way that was chosen, or when the person leaves. None: the post does not have it."""
    ways = {"scan": scanning, "photo": photographing}
    there = [way for way in ways.values() if way is not None]
    if len(there) == 1:
        await there[0]()
        return
    if there:
        counter.show(AddScene(scanner=True, phone=True))
    else:
        counter.show(SorryScene(Trouble.NO_SCANNER))
    while not isinstance(wish := await counter.wish(), Leave):
        if isinstance(wish, Use) and (chosen := ways.get(wish.way)) is not None:
            await chosen()
            return
