"""Ties the paper desk to the screens, the session, the guest and the devices of the post."""
