"""The receipt: what the person chose and nothing else, in a code that any phone can read, kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.desk.qr import modules
from kiosk.documents.desk.receipt import (
    LONGEST_NUMBER,
    MOST_NUMBERS,
    QR_BYTES,
    Numbers,
    ReceiptFacts,
    numbers_whole,
    plain_number,
    receipt,
    text_for_phone,
)
from kiosk.documents.desk.scenes import ReceiptScene
from kiosk.documents.desk.wishes import Keep, Leave, ToggleNumber, Use, Wish, WriteNumber
from kiosk.documents.paper import Paper
from kiosk.documents.trouble import PaperTroubleError, Trouble
from tests.unit.documents.fake_counter import FakeCounter

DAY = date(2026, 3, 2)
FACTS = ReceiptFacts(
    title="Demander la prime d'activité",
    service="Caisse d'allocations d'exercice",
    done=("Toutes les étapes sont faites.",),
    candidates=("PA-123-456", "1234567"),
    after=("La réponse arrive dans 2 mois.",),
    call="La Caisse 32 30",
)


class Desk(FakeCounter):
    """Where the wishes are known beforehand."""

    def __init__(self, wishes: Iterable[Wish]) -> None:
        super().__init__()
        self.tell(*wishes)

    async def keep(self, paper: Paper) -> bool:
        raise AssertionError("a receipt never goes into the tray")

    @property
    def shown(self) -> ReceiptScene:
        scene = self.scenes[-1]
        assert isinstance(scene, ReceiptScene)
        return scene


class Printer:
    """Notes what it is given to print."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self.printed: list[bytes] = []
        self._trouble = trouble

    async def __call__(self, paper: Paper) -> None:
        assert paper.kind == "pdf"
        self.printed.append(paper.content.read())
        if self._trouble:
            raise PaperTroubleError(self._trouble)


def draw(facts: ReceiptFacts, today: date) -> bytes:
    return f"{facts.numbers} {today}".encode()


async def visit(*wishes: Wish, printer: Printer | None = None, facts: ReceiptFacts = FACTS) -> Desk:
    desk = Desk([*wishes, Leave()])
    await receipt(desk, facts, draw, printer, today=lambda: DAY)
    return desk


async def test_the_numbers_of_the_page_are_offered_and_none_is_chosen() -> None:
    desk = await visit()
    assert desk.shown.numbers == (("PA-123-456", False), ("1234567", False))
    assert (desk.shown.title, desk.shown.after, desk.shown.call) == (FACTS.title, FACTS.after, FACTS.call)
    assert desk.shown.qr == ()
    assert desk.services == []


async def test_only_the_chosen_numbers_are_on_the_sheet_and_in_the_code() -> None:
    printer = Printer()
    desk = await visit(ToggleNumber(0), Use("print"), Use("phone"), printer=printer)
    assert printer.printed == [b"('PA-123-456',) 2026-03-02"]
    chosen = ReceiptFacts(**{**FACTS.__dict__, "numbers": ("PA-123-456",)})
    assert desk.shown.qr == modules(text_for_phone(chosen, DAY))
    assert "1234567" not in text_for_phone(chosen, DAY)
    assert desk.services == ["receipt"]


async def test_the_code_follows_what_is_chosen_and_goes_when_asked_to() -> None:
    desk = await visit(Use("phone"), ToggleNumber(1), ToggleNumber(1), Use("phone"))
    codes = [scene.qr for scene in desk.scenes if isinstance(scene, ReceiptScene)]
    assert codes[0] == codes[-1] == ()
    assert codes[1] == codes[3] != codes[2]


async def test_a_typed_number_is_chosen_and_replaces_one_that_nobody_wants_when_there_is_no_room() -> None:
    full = ReceiptFacts(**{**FACTS.__dict__, "candidates": tuple(f"N{number}" for number in range(MOST_NUMBERS + 3))})
    desk = await visit(ToggleNumber(MOST_NUMBERS - 1), WriteNumber("  mien 1 "), WriteNumber(" \n"), facts=full)
    assert len(desk.shown.numbers) == MOST_NUMBERS
    assert [number for number, chosen in desk.shown.numbers if chosen] == [f"N{MOST_NUMBERS - 1}", "mien 1"]


async def test_the_sheet_is_dropped_once_printed_and_when_printing_fails() -> None:
    desk = await visit(Use("print"), printer=Printer())
    assert desk.pouch.remains() == 0
    failing = Desk([Use("print")])
    with pytest.raises(PaperTroubleError):
        await receipt(failing, FACTS, draw, Printer(Trouble.PRINTER_OFFLINE), today=lambda: DAY)
    assert failing.pouch.remains() == 0
    assert failing.services == []


async def test_the_sheet_is_dropped_when_the_session_ends_in_the_middle() -> None:
    begun = asyncio.Event()

    async def stuck(_paper: Paper) -> None:
        begun.set()
        await asyncio.Event().wait()

    desk = Desk([Use("print")])
    task = asyncio.create_task(receipt(desk, FACTS, draw, stuck))
    await begun.wait()
    assert desk.pouch.remains() == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert desk.pouch.remains() == 0


async def test_wishes_that_the_receipt_does_not_offer_are_ignored() -> None:
    desk = await visit(Use("print"), Use("stick"), Keep(), ToggleNumber(9), ToggleNumber(-1))
    assert desk.shown.numbers == (("PA-123-456", False), ("1234567", False))
    assert not desk.shown.printer


@pytest.mark.parametrize(
    ("untrusted", "plain"),
    [
        ("  PA-123-456\n", "PA-123-456"),
        ("PA\u202e654-321", "PA654-321"),
        ("1\u0301\u0301\u0301\u03012", "12"),
        ("a" * 500, "a" * LONGEST_NUMBER),
        ("\x00\u200f\ud800", ""),
    ],
)
def test_a_number_is_one_short_visible_line(untrusted: str, plain: str) -> None:
    assert plain_number(untrusted) == plain


def test_a_telephone_number_stays_in_order_in_arabic_only() -> None:
    assert numbers_whole("CAF 01 23 45") == "CAF 01 23 45"
    assert numbers_whole("هاتف 01 23 45.") == "هاتف \u206601 23 45\u2069."


_texts = st.text(max_size=120)
_facts = st.builds(
    ReceiptFacts,
    title=st.text(max_size=400),
    service=_texts,
    done=st.lists(_texts, max_size=5).map(tuple),
    candidates=st.lists(st.text(max_size=60), max_size=12).map(tuple),
    after=st.lists(st.text(max_size=400), max_size=4).map(tuple),
    call=_texts,
    official=_texts,
)


@given(_facts, st.lists(st.integers(0, 12)), st.lists(st.text(max_size=60), max_size=12))
def test_the_code_never_exceeds_its_bound_and_always_holds_the_chosen_numbers(
    facts: ReceiptFacts, toggled: list[int], typed: list[str]
) -> None:
    numbers = Numbers(facts.candidates)
    for index in toggled:
        numbers.toggle(index)
    for number in typed:
        numbers.write(number)
    text = text_for_phone(ReceiptFacts(**{**facts.__dict__, "numbers": numbers.chosen}), DAY)
    assert len(text.encode()) <= QR_BYTES
    lines = text.split("\n")
    assert all(f"N° {number}" in lines for number in numbers.chosen)
    assert "02/03/2026" in lines
    assert len(numbers.offered) <= MOST_NUMBERS
    assert modules(text)


def test_the_longest_receipt_keeps_its_title_its_day_and_what_comes_next_before_the_rest() -> None:
    long = ReceiptFacts("T" * 400, "S" * 120, ("D" * 200,), (), ("A" * 60,), "C" * 60, numbers=("9" * 40,))
    text = text_for_phone(long, DAY)
    assert text.startswith("TTT")
    assert "…\n02/03/2026" in text
    assert "N° " + "9" * 40 in text
    assert all(kept in text for kept in ("• AAA", "☎ CCC", "SSS"))
    assert "DDD" not in text


async def test_no_word_of_a_receipt_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    await visit(WriteNumber("canary"), Use("phone"), Use("print"), printer=Printer())
    assert "canary" not in caplog.text
