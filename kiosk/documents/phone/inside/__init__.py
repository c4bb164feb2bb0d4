"""The process that talks with phones: in a sandbox, with one listening socket and nothing to reach."""
