"""The guest's tests. Those that start Chromium are in `browser/`.

Chromium's sandbox refuses to start for root, and is never switched off. Run as root, the folder `browser/` is left to
`test_browser_as_user.py`, which runs it as an ordinary user in a namespace of its own. To run one of its tests by hand:

    bwrap --unshare-user --uid 1000 --gid 1000 --dev-bind / / .venv/bin/python -m pytest tests/gui/guest/browser -k NAME
"""

from __future__ import annotations

import os
from pathlib import Path

BROWSER = Path(__file__).parent / "browser"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    return True if os.geteuid() == 0 and BROWSER in (collection_path, *collection_path.parents) else None
