"""The shell's screens, and the theme and widgets shared with the guest. Never renders web content."""

from kiosk.ui.lost_references import protect_singletons

# Here, because shell, guest and tests all come through this package before they call Qt in earnest.
protect_singletons()
