"""The printer of the post, through its print server, outside of the sandbox."""
