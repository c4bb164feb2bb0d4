"""Papers in, papers out: the devices of the post, outside of the sandbox, and the short-lived workshops for papers."""
