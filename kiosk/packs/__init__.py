"""Procedures that come between two versions of the program, in a signed file: a pack.

One pack is one file: a short head, a signed manifest, the procedures as they are. It is believed for the sake of its
signature alone, by a key that IT has put on the post. Knows no procedure: who installs says how they are judged.
"""
