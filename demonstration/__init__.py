"""Plays a person at the terminal: real X input, real windows, nothing called inside the program.

Used by `./dev run --headless`, by the end-to-end tests and by the benchmark. The product does not know it.
"""
