"""Doors of the guest and of the network process that are opened on purpose, so that the proof shows that it would see a
hostile page go through each. By a word; each function runs inside of that process before anything starts.
"""

from __future__ import annotations

from collections.abc import Callable

from proof.escapes.pages import weak_doors, weak_words

GUEST: dict[str, Callable[[], None]] = {
    "page-goes-anywhere": weak_doors.goes_anywhere,
    "page-reaches-anything": weak_doors.reaches_more,
    "page-gets-permissions": weak_doors.grants,
    "page-gets-the-screen": weak_doors.fills_the_screen,
    "page-gets-windows": weak_doors.new_windows,
    "page-gets-dialogs": weak_doors.own_dialogs,
    "page-gets-files": weak_doors.gives_files,
    "page-keeps-files-anywhere": weak_doors.keeps_files_anywhere,
    "page-reads-files": weak_doors.reads_files,
    "page-gets-the-picture": weak_doors.gives_the_picture,
    "strip-says-what-the-page-says": weak_words.says_what_the_page_says,
    "page-shows-pdf": weak_doors.shows_pdf,
    "guest-waits-for-its-page": weak_words.waits_for_its_page,
    "page-calls-directly": weak_words.calls_directly,
    "speaker-is-who-it-says": weak_words.believes_the_speaker,
    "words-are-markup": weak_words.reads_markup,
    "ring-in-the-open": weak_words.opens_the_ring,
    "guest-works-through-every-word": weak_words.works_through_every_word,
    "strip-says-what-was-asked": weak_words.says_what_was_asked,
}


def _without_a_list() -> None:
    from kiosk.session.network.policy import AllowList, Decision  # noqa: PLC0415

    AllowList.decide = lambda _self, host, _port: Decision("allowed", host.strip("[]").lower().rstrip("."))  # type: ignore[method-assign, assignment]


GATEWAY: dict[str, Callable[[], None]] = {
    "page-reaches-anything": _without_a_list,
    "page-goes-anywhere": _without_a_list,
    "page-shows-pdf": _without_a_list,
    "page-calls-directly": _without_a_list,
}
