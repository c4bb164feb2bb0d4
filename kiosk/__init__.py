"""Côte à Côte: guided online procedures on a public terminal, in sessions that vanish."""

__version__ = "0.1.0"
