"""What a page's probe may say, read as untrusted: typed, bounded, and silent about everything else.

The random word in front keeps a page from speaking in the probe's name; the bounds hold even if one should learn it.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

MOST_BYTES = 16_384
MOST_TARGETS = 200

Index = Annotated[int, msgspec.Meta(ge=0, lt=MOST_TARGETS)]
FrameId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]{4,16}$")]

Number = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{3,38}[A-Za-z0-9]$")]
MOST_NUMBERS = 6

Mark = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]{1,16}$")]


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word of one document. `s` holds rows of (target's index, visible, filled, many).

    focus: the keyboard's field may be another one, or has changed. heard: `n` presses, releases and keys have had their
    effect. stopped: press number `n` was held back. `status`: what the server answered the document with (HTTP).
    """

    f: FrameId
    k: Literal["facts", "painted", "bye", "focus", "heard", "stopped"]
    top: bool
    v: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] = 0
    ready: bool = False
    s: Annotated[list[tuple[Index, bool, bool, bool]], msgspec.Meta(max_length=MOST_TARGETS)] = []
    n: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] = 0
    status: Annotated[int, msgspec.Meta(ge=0, le=999)] = 0


class FocusAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one document says of its focus, asked in round `r`.

    s: none, the document has no focus; inner, a frame in it has; host, what is inside cannot be seen.
    h: a secret field of the document holds something. m: numbers that stand for its secret fields.
    """

    f: FrameId
    r: Annotated[int, msgspec.Meta(ge=0)]
    s: Literal["open", "secret", "unknown", "none", "inner", "host"]
    h: bool
    m: Annotated[list[Mark], msgspec.Meta(max_length=24)] = []


_answers = msgspec.json.Decoder(FocusAnswer)
_numbers = msgspec.json.Decoder(Annotated[tuple[Number, ...], msgspec.Meta(max_length=MOST_NUMBERS)])
_reports = msgspec.json.Decoder(Report)


def read_report(untrusted_line: str, word: str) -> Report | None:
    """The report in a line of a page's console, or None: the page's own console is nobody's business."""
    if not untrusted_line.startswith(word) or len(untrusted_line) > MOST_BYTES:
        return None
    try:
        return _reports.decode(untrusted_line[len(word) :])
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None


def read_focus_answer(untrusted_answer: object) -> FocusAnswer | None:
    """An answer of the probe's own world, or None. A page cannot write it, but what it is made of comes from a page."""
    if not isinstance(untrusted_answer, str) or len(untrusted_answer) > MOST_BYTES:
        return None
    try:
        return _answers.decode(untrusted_answer)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None


def read_numbers(untrusted_answer: object) -> tuple[str, ...]:
    """The request numbers that one document shows. Whoever reads them later takes them for the site's own words."""
    if not isinstance(untrusted_answer, str) or len(untrusted_answer) > MOST_BYTES:
        return ()
    try:
        return _numbers.decode(untrusted_answer)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return ()
