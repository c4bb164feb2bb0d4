"""WHAT to do: the procedures, how they are written, found and followed. Knows no Qt, no session."""
