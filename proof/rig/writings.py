"""The ways in which programs write one word down, as bytes. Knows letters and nothing of where they are looked for."""

from __future__ import annotations

import base64


def writings(word: str) -> dict[str, bytes]:
    """`word`: ASCII letters and digits, so that base64url is base64, and an address leaves it as it is.

    Base64 at its three alignments is without the characters that hang on the neighbours, UTF-16 without the
    zero at its end or its beginning, which leaves both its orders alike."""
    plain = word.encode("ascii")
    shifted = {f"base64-{shift}": base64.b64encode(bytes(shift) + plain)[(4 * shift + 2) // 3 :] for shift in range(3)}
    return {
        "utf-8": plain,
        "utf-16": word.encode("utf-16-le")[:-1],
        "reversed": plain[::-1],
        "reversed-utf-16": word[::-1].encode("utf-16-le")[:-1],
        "hex": plain.hex().encode(),
        "hex-upper": plain.hex().upper().encode(),
        "percent": b"".join(b"%%%02x" % one for one in plain),
        "percent-upper": b"".join(b"%%%02X" % one for one in plain),
        **{name: text.rstrip(b"=")[:-1] for name, text in shifted.items()},
    }
