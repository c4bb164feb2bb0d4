"""The guest's only way out: an allow-listing proxy on a Unix socket, in its own process, which dies with it."""
