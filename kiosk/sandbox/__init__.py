"""The dangerous boundary: a guest, a workshop or the phone's door, isolated, bounded in memory, killed and counted.

`base` says what any sandbox promises; `bubblewrap` keeps the promises on Linux.
"""

from kiosk.sandbox.base import Guest, GuestSpec, Remains, Sandbox, SandboxError
from kiosk.sandbox.bubblewrap import BubblewrapSandbox

__all__ = ["BubblewrapSandbox", "Guest", "GuestSpec", "Remains", "Sandbox", "SandboxError"]
