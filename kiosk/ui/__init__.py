"""The shell's screens, and the theme and widgets shared with the guest. Never renders web content."""
