"""Makes `call.wav`, the sound that calls a mediator: two soft tones, a falling third, without a sharp start."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 44_100
TONES = ((659.26, 0.30), (523.25, 0.50))
LOUDNESS = 0.45
FADE = 0.03


def samples() -> list[int]:
    values = []
    for frequency, seconds in TONES:
        count = int(RATE * seconds)
        for index in range(count):
            at = index / RATE
            envelope = min(1.0, at / FADE) * math.exp(-3.5 * at) * min(1.0, (count - index) / (RATE * FADE))
            wave_form = math.sin(math.tau * frequency * at) + 0.25 * math.sin(2 * math.tau * frequency * at)
            values.append(int(32_767 * LOUDNESS * envelope * wave_form / 1.25))
    return values


if __name__ == "__main__":
    with wave.open(str(Path(__file__).with_name("call.wav")), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"".join(struct.pack("<h", value) for value in samples()))
