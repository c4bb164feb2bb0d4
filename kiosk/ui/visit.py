"""What the shell knows of the person in front of it: one object, dropped when the person leaves.

Nothing of a person may be kept anywhere else in the shell, so that forgetting them is forgetting this.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.documents.desk.scenes import Scene
from kiosk.session.messages import Appearance
from kiosk.ui.staff_scenes import StaffScene

# A procedure's id and the paper's place in its list.
PaperKey = tuple[str, int]


@dataclass
class Visit:
    appearance: Appearance
    query: str = ""
    have: set[PaperKey] = field(default_factory=set)
    have_not: set[PaperKey] = field(default_factory=set)
    cases: dict[str, str] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)
    mediator_beside: bool = False
    scene: Scene | None = None
    staff: StaffScene | None = None
    address: str = ""
    """What a mediator is typing to open a site."""
    host: str = ""
    """The site that is open without a procedure."""
    blocked: int = 0
    """How many sites were refused that a mediator could allow."""
