"""The receipt that a person takes home: what was done today, the numbers that they chose to keep, what comes next.

The QR code is the receipt's own text, so that a phone keeps it without any page, account or network. Nothing is
stored: the words live in this coroutine, the printed sheet in the pouch while it is printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.qr import modules
from kiosk.documents.desk.scenes import ReceiptScene
from kiosk.documents.desk.wishes import Leave, ToggleNumber, Use, Wish, WriteNumber
from kiosk.documents.paper import Paper
from kiosk.documents.plain import plain

LONGEST_NUMBER = 40
"""Characters of one number. A request number is shorter; a page's whole sentence is no number."""

MOST_NUMBERS = 8
QR_BYTES = 600
"""The longest text of the code, in bytes of UTF-8: beyond it a cheap phone has trouble with the small squares."""

# Eight of the longest numbers, with their line, leave room for the day and the beginning of a title.
_NUMBER_BYTES = 56
_TITLE_BYTES = 120
_NUMBER_MARK, _DONE_MARK, _NEXT_MARK, _CALL_MARK = "N° ", "✓ ", "• ", "☎ "
_CUT = "…"
_DIGITS = re.compile(r"\+?\d[\d .-]*\d")


@dataclass(frozen=True)
class ReceiptFacts:
    """All texts in the person's language. `service` is the official French name, and `official` the procedure's
    French title where `title` is not French. `candidates` come from the page: untrusted words.

    `numbers`: those that the person chose; empty until they did.
    """

    title: str
    service: str
    done: tuple[str, ...]
    candidates: tuple[str, ...]
    after: tuple[str, ...]
    call: str
    official: str = ""
    numbers: tuple[str, ...] = ()


class Numbers:
    """The numbers on offer, in order, each chosen or not. None is chosen until the person does so."""

    def __init__(self, untrusted_candidates: tuple[str, ...]) -> None:
        self._chosen: dict[str, bool] = {}
        for candidate in untrusted_candidates:
            self._add(candidate, chosen=False)

    def toggle(self, index: int) -> None:
        if 0 <= index < len(self._chosen):
            number = list(self._chosen)[index]
            self._chosen[number] = not self._chosen[number]

    def write(self, typed: str) -> None:
        """A number that the person wrote is one that they want. Without room left it takes an unchosen one's place."""
        number = plain_number(typed)
        if number and number not in self._chosen and len(self._chosen) >= MOST_NUMBERS:
            unwanted = [known for known, chosen in self._chosen.items() if not chosen]
            if unwanted:
                del self._chosen[unwanted[-1]]
        self._add(typed, chosen=True)

    @property
    def offered(self) -> tuple[tuple[str, bool], ...]:
        return tuple(self._chosen.items())

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(number for number, chosen in self._chosen.items() if chosen)

    def _add(self, untrusted: str, *, chosen: bool) -> None:
        number = plain_number(untrusted)
        if number and (number in self._chosen or len(self._chosen) < MOST_NUMBERS):
            self._chosen[number] = self._chosen.get(number, False) or chosen


def plain_number(untrusted: str) -> str:
    """One short line of visible signs: no line break, no invisible mark that would turn the text around it."""
    kept = "".join(sign for sign in untrusted[: 8 * LONGEST_NUMBER] if unicodedata.category(sign)[0] != "M")
    return _within(plain(kept, LONGEST_NUMBER), _NUMBER_BYTES).strip()


def text_for_phone(facts: ReceiptFacts, today: date) -> str:
    """The receipt in at most `QR_BYTES`, the chosen numbers whole. What does not fit is left out, the least useful
    first; marks instead of words, so that it reads the same in every language."""
    lines: list[tuple[int, str]] = [(1, f"{today:%d/%m/%Y}")]
    lines += [(5, _line(facts.official)), (4, _line(facts.service))]
    lines += [(6, _DONE_MARK + _line(done)) for done in facts.done]
    lines += [(0, _NUMBER_MARK + number) for number in facts.numbers[:MOST_NUMBERS]]
    lines += [(2, _NEXT_MARK + _line(after)) for after in facts.after]
    lines += [(3, _CALL_MARK + numbers_whole(_line(facts.call)) if facts.call.strip() else "")]
    lines = [(rank, line) for rank, line in lines if line.strip()]
    room = QR_BYTES - sum(_bytes(line) + 1 for rank, line in lines if rank <= 1)
    title = _shortened(_line(facts.title), min(room, _TITLE_BYTES))
    room -= _bytes(title) + 1
    kept = {place for place, (rank, _) in enumerate(lines) if rank <= 1}
    for place in sorted(set(range(len(lines))) - kept, key=lambda place: (lines[place][0], place)):
        if (needed := _bytes(lines[place][1]) + 1) <= room:
            kept.add(place)
            room -= needed
    return "\n".join(filter(None, (title, *(line for place, (_, line) in enumerate(lines) if place in kept))))


async def receipt(
    counter: Counter,
    facts: ReceiptFacts,
    draw: Callable[[ReceiptFacts, date], bytes],
    printing: Callable[[Paper], Awaitable[object]] | None,
    today: Callable[[], date] = date.today,
) -> None:
    """Until the person leaves. `draw` makes the sheet of the facts with the chosen numbers, a PDF."""
    numbers = Numbers(facts.candidates)
    with_code = given = False
    while True:
        chosen = replace(facts, numbers=numbers.chosen)
        counter.show(_scene(chosen, numbers, printing is not None, with_code, today()))
        wish = await counter.wish()
        match wish:
            case Leave():
                return
            case Use(way="phone"):
                with_code = not with_code
            case Use(way="print") if printing is not None:
                content = counter.pouch.hold(draw(chosen, today()))
                try:
                    await printing(Paper(facts.title, "pdf", content))
                finally:
                    counter.pouch.drop(content)
            case _:
                _choose(numbers, wish)
        if isinstance(wish, Use) and not given:
            given = True
            counter.done("receipt")


def _choose(numbers: Numbers, wish: Wish) -> None:
    match wish:
        case ToggleNumber(index=index):
            numbers.toggle(index)
        case WriteNumber(text=text):
            numbers.write(text)


def _scene(facts: ReceiptFacts, numbers: Numbers, printer: bool, with_code: bool, today: date) -> ReceiptScene:
    return ReceiptScene(
        title=facts.title,
        service=facts.service,
        done=facts.done,
        numbers=numbers.offered,
        after=facts.after,
        call=numbers_whole(facts.call),
        printer=printer,
        qr=modules(text_for_phone(facts, today)) if with_code else (),
    )


def numbers_whole(text: str) -> str:
    """In Arabic, a telephone number with spaces would be read from its last pair to its first: keep it together."""
    if not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text):
        return text
    return _DIGITS.sub("\u2066\\g<0>\u2069", text)


def _line(text: str) -> str:
    return " ".join(text.encode(errors="ignore").decode().split())


def _bytes(text: str) -> int:
    return len(text.encode())


def _shortened(text: str, room: int) -> str:
    if _bytes(text) <= room:
        return text
    cut = _within(text, room - _bytes(_CUT)).rstrip()
    return cut + _CUT if cut else ""


def _within(text: str, most: int) -> str:
    """The beginning of a text in at most `most` bytes, no letter cut in two."""
    return text.encode()[: max(0, most)].decode(errors="ignore")
