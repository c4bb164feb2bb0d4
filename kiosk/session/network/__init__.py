"""The guest's only way out: an allow-listing proxy on a Unix socket, in a process of its own that dies with the session."""
