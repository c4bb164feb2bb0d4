"""The guest's browser with doors opened on purpose: same command line as `kiosk.guest.browser`."""

from __future__ import annotations

import sys

from kiosk.guest import browser, chromium
from proof.escapes import weakened


def main() -> int:
    # Twice does no harm, and what a word changes of it must stay.
    chromium.prepare()
    weakened.apply("guest")
    return browser.main()


if __name__ == "__main__":
    sys.exit(main())
