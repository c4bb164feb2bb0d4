"""The scanner of the post, outside of the sandbox."""
