"""Ways out that are tried by hand: keys that a window system, a browser or a desktop obeys, gestures, devices."""

from __future__ import annotations

from proof.escapes.hands import browser_keys, devices, gestures, storms, system_keys
from proof.escapes.technique import Technique

TECHNIQUES: tuple[Technique, ...] = (
    *system_keys.TECHNIQUES,
    *browser_keys.TECHNIQUES,
    *gestures.TECHNIQUES,
    *devices.TECHNIQUES,
    *storms.TECHNIQUES,
)
