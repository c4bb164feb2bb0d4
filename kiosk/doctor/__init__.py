"""`kiosk doctor`: what a post lacks, what it means and what to do, in French.

One module for each family of checks. Each looks at the machine, then judges what it saw; judging is pure, so that each
check can be shown a world in which it fails. Nothing here changes anything that lasts, or shows a screen.
"""

from kiosk.checks import Check, Verdict
from kiosk.doctor.rounds import run, succeeded
from kiosk.doctor.telling import as_text

__all__ = ["Check", "Verdict", "as_text", "run", "succeeded"]
