"""Makes the two sounds, each of two soft tones without a sharp start: `call.wav` calls a mediator and falls a third;
`warning.wav`, which asks who is still there, rises a fourth, as a question does."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 44_100
SOUNDS = {
    "call.wav": ((659.26, 0.30), (523.25, 0.50)),
    "warning.wav": ((440.00, 0.30), (587.33, 0.50)),
}
LOUDNESS = 0.45
FADE = 0.03


def samples(tones: tuple[tuple[float, float], ...]) -> list[int]:
    values = []
    for frequency, seconds in tones:
        count = int(RATE * seconds)
        for index in range(count):
            at = index / RATE
            envelope = min(1.0, at / FADE) * math.exp(-3.5 * at) * min(1.0, (count - index) / (RATE * FADE))
            wave_form = math.sin(math.tau * frequency * at) + 0.25 * math.sin(2 * math.tau * frequency * at)
            values.append(int(32_767 * LOUDNESS * envelope * wave_form / 1.25))
    return values


if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        with wave.open(str(Path(__file__).with_name(name)), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(b"".join(struct.pack("<h", value) for value in samples(tones)))
