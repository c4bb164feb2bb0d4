"""Ways out that are tried by hand: keys that a window system, a browser or a desktop obeys, gestures, devices."""

from __future__ import annotations

from proof.escapes.hands.browser_keys import TECHNIQUES as BROWSER_KEYS
from proof.escapes.hands.devices import TECHNIQUES as DEVICES
from proof.escapes.hands.gestures import TECHNIQUES as GESTURES
from proof.escapes.hands.storms import TECHNIQUES as STORMS
from proof.escapes.hands.system_keys import TECHNIQUES as SYSTEM_KEYS
from proof.escapes.technique import Technique

TECHNIQUES: tuple[Technique, ...] = (*SYSTEM_KEYS, *BROWSER_KEYS, *GESTURES, *DEVICES, *STORMS)
