"""What the post reads aloud: the sound itself, as the voice made it for the loudspeaker."""

from __future__ import annotations

import numpy as np

from proof.wipe.kind import Kind, Need
from proof.wipe.kinds.pixels import Bytes
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import Session

_RUN = 64
"""Bytes of sound: nothing else sounds like these."""
_HEADER = 44


class ReadAloud(Kind):
    """« Écouter », beside the step. The loudspeaker is the way out: what it was given is heard, and gone."""

    name = "read-aloud"
    where = "what was read aloud"
    needs = frozenset({Need.PAPERS})
    seconds = 3.0
    found = False

    def plant(self, session: Session) -> None:
        page_of(session)
        panel, px = session.terminal.panel, session.terminal.px
        # « Écouter », under a step of one line.
        session.person.click(panel.centre[0], panel.top + px(196))
        heard = session.rig.heard
        session.hands.wait_until(lambda: heard.exists() and heard.stat().st_size > 2 * _HEADER + _RUN, "a voice")
        session.seek(self.name, _loudest(heard.read_bytes()))
        self.found = True

    def seen(self, session: Session) -> bool:
        del session
        return self.found


def _loudest(sound: bytes) -> Bytes:
    """The run with the most change in it: silence is everywhere."""
    samples = np.frombuffer(sound[_HEADER : len(sound) // 2 * 2], np.int16).astype(int)
    changes = np.abs(np.diff(samples))
    at = int(np.convolve(changes, np.ones(_RUN // 2, int), "valid").argmax())
    return Bytes(samples[at : at + _RUN // 2].astype(np.int16).tobytes())


KINDS: tuple[type[Kind], ...] = (ReadAloud,)
