"""What every page may read: the catalogue, the site, the person's visit, whether a mediator was called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.procedures.model import Language, Procedure
from kiosk.ui.visit import Visit


class Shelf(Protocol):
    """What the screens need of the catalogue."""

    def frequent(self) -> Sequence[Procedure]: ...

    def by_theme(self, theme: str) -> Sequence[Procedure]: ...

    def search(self, query: str) -> Sequence[Procedure]: ...

    def get(self, procedure_id: str) -> Procedure | None: ...


@dataclass
class Context:
    shelf: Shelf
    site_name: str
    visit: Visit
    problems: Sequence[str] = ()
    mediator_called: bool = False
    two_pairs: bool = False

    @property
    def language(self) -> Language:
        return self.visit.appearance.language
