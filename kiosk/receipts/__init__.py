"""The book of receipts: one signed, chained line for each wipe, so that nobody can take one away unseen.

Knows lines, keys and the keyring. It must not know what a session was: a line is counts, codes and rounded times.
"""
