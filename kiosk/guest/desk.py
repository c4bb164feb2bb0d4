"""The guest's end of the paper desk: asks the shell for its services, and takes its papers into the tray.

Papers leave as sealed copies beside the request. Knows tray and messages; knows neither pages nor widgets.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.guest.tray import Document, Tray, latest_paper
from kiosk.sealed import Sealed
from kiosk.session import messages
from kiosk.session.messages import Service

OF_THE_LATEST = frozenset[Service](("print", "take", "mend"))
"""Services of one paper. Asked for by a step, they are about the one that came last."""

LONGEST_TITLE = 80


class Send(Protocol):
    def __call__(self, message: messages.FromGuest, contents: Sequence[Sealed] = ()) -> None: ...


AskNumbers = Callable[[Callable[[tuple[str, ...]], None]], None]


class Desk:
    def __init__(self, tray: Tray, send: Send, ask_numbers: AskNumbers) -> None:
        self._tray = tray
        self._send = send
        self._ask_numbers = ask_numbers

    def ask(self, service: Service, documents: Sequence[Document] = ()) -> None:
        """Asks for nothing when one of the papers cannot be handed out any more, or when there are more than one wish
        can carry: half a wish is none."""
        if len(documents) > messages.MAX_PAPERS:
            return
        tags = tuple(
            messages.PaperTag(document.title[:LONGEST_TITLE], document.paper_kind)
            for document in documents
            if document.paper_kind is not None
        )
        with contextlib.ExitStack() as held:
            contents: list[Sealed] = []
            for document in documents:
                try:
                    content = document.sealed()
                except OSError:
                    return
                held.callback(content.close)
                contents.append(content)
            if len(tags) == len(contents):
                self._send(messages.ServiceAsked(service, tags), contents)

    def ask_for_step(self, service: Service) -> None:
        """A step's button, or the receipt's: the paper is not chosen, it is the latest."""
        if service == "receipt":
            self._ask_numbers(lambda numbers: self._send(messages.ServiceAsked("receipt", numbers=numbers)))
        elif service not in OF_THE_LATEST:
            self.ask(service)
        elif (latest := latest_paper(self._tray.documents)) is not None:
            self.ask(service, [latest])
        else:
            self.ask("add")

    def take_in(self, message: messages.Deliver, content: Sealed | None) -> None:
        kept = content is not None and self._tray.deliver(message.title, message.kind, content)
        self._send(messages.Delivered(kept=kept))
