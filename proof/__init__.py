"""What the product promises, proven on the real program: nothing of a person stays, and there is no way out.

`./dev prove wipe|escapes`. Drives the program from outside, as a person and as an attacker would, and knows its insides
only to look for what they should not hold.
"""
