"""What every page may read: the catalogue, the site, the person's visit, whether a mediator was called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kiosk import languages
from kiosk.config import load
from kiosk.control.people import Action
from kiosk.notice import Notices
from kiosk.procedures.model import Language, Procedure
from kiosk.sheets.library import Library
from kiosk.sheets.model import Entry, Sheet
from kiosk.ui.visit import Visit


class Shelf(Protocol):
    """What the screens need of the catalogue."""

    def frequent(self) -> Sequence[Procedure]: ...

    def by_theme(self, theme: str) -> Sequence[Procedure]: ...

    def search(self, query: str) -> Sequence[Procedure]: ...

    def get(self, procedure_id: str) -> Procedure | None: ...

    def for_sheet(self, sheet_id: str) -> Sequence[Procedure]: ...

    def at_host(self, host: str) -> Sequence[Procedure]: ...


class Sheets(Protocol):
    """What the screens need of the State's information sheets."""

    def search(self, query: str) -> Sequence[Entry]: ...

    def get(self, sheet_id: str) -> Sheet | None: ...

    def has(self, sheet_id: str) -> bool: ...


@dataclass
class Context:
    """`two_pairs`: each person has their own mouse and keyboard. `devices_askable`: there are enough devices to say
    whose each is, and the site's configuration leaves it open. `keys`: what is written on the mode keys.
    `can_listen`: the post has a voice. `notices`: what the post says of people's data."""

    shelf: Shelf
    site_name: str
    visit: Visit
    problems: Sequence[str] = ()
    mediator_called: bool = False
    two_pairs: bool = False
    devices_askable: bool = False
    can_listen: bool = False
    sheets: Sheets = field(default_factory=Library)
    keys: Mapping[Action, str] = field(default_factory=dict)
    notices: Notices = field(default_factory=lambda: Notices(load((), ()).config))

    @property
    def language(self) -> Language:
        return self.visit.appearance.language

    @property
    def is_rtl(self) -> bool:
        return languages.is_rtl(self.language)
