"""`./dev package`: build the Debian package into dist/ and say what came out.

With --twice it is built a second time, elsewhere, and the two files must be the same, byte by byte.
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from delivery import deb
from delivery.checkout import ROOT


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev package", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="the folder that gets the package")
    parser.add_argument("--twice", action="store_true", help="build it twice and compare")
    wishes = parser.parse_args()
    begun = time.monotonic()
    try:
        package = deb.build(wishes.output)
        print(f"{package}  {package.stat().st_size / 1e6:.0f} MB, {time.monotonic() - begun:.0f} s")
        with package.open("rb") as file:
            print(f"sha256 {hashlib.file_digest(file, 'sha256').hexdigest()}")
        if wishes.twice:
            with tempfile.TemporaryDirectory(dir=wishes.output, prefix="second-") as folder:
                if not filecmp.cmp(package, deb.build(Path(folder)), shallow=False):
                    print("The second build is another one.", file=sys.stderr)
                    return 1
            print("The second build has the same bytes.")
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
