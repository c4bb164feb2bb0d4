"""What the programs load is not read a second time, nor kept as text: PySide6's own import would do both."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Those that Python or a library looked into itself, and those loaded before Qt.
A_FEW = 40
_SAYS = "; import linecache, builtins; print(len(linecache.cache), builtins.__import__.__name__)"


@pytest.mark.parametrize(
    "program", ["import kiosk.__main__, kiosk.app", "import kiosk.guest.browser, kiosk.guest.guest"]
)
def test_the_texts_of_what_is_loaded_are_not_read(program: str) -> None:
    said = subprocess.run([sys.executable, "-c", program + _SAYS], capture_output=True, text=True, check=True).stdout
    kept, how = said.split()
    assert int(kept) < A_FEW
    assert how != "__feature_import__"
