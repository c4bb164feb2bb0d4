"""Badly written things: whatever a stranger, a slip of a hand or a bad disk can hand to the post is made by chance and
handed over. It must be taken, or refused in the words of its field, in bounded time and memory.
"""
