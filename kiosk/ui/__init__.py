"""The shell's screens, and the theme and widgets shared with the guest. Never renders web content."""

from kiosk.ui.none_references import protect_none

# Here, because shell, guest and tests all come through this package before they call Qt in earnest.
protect_none()
