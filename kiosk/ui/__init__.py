"""The shell's screens, and the theme and widgets shared with the guest. Never renders web content."""

from kiosk.ui.lost_references import protect_singletons
from kiosk.ui.plain_imports import keep_imports_plain

# Here, because shell, guest and tests all come through this package before they call Qt in earnest.
protect_singletons()
keep_imports_plain()
