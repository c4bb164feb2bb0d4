"""Read by every Python of a weakened sandbox as it starts: the browser is started as its weakened twin."""

import os
import sys

_AS_IT_IS, _WEAK = "kiosk.guest.browser", "proof.escapes.weakened.browser"

if _AS_IT_IS in sys.orig_argv:
    words = [_WEAK if word == _AS_IT_IS else word for word in sys.orig_argv]
    os.execv(sys.executable, [sys.executable, *words[1:]])
