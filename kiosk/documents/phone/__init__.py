"""The person's own phone, over the local network: a page behind a one-time address, in a process of its own."""
