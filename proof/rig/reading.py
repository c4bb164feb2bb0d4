"""Sentences read off the screen under test. How is the demonstration's, whose person reads the same screens."""

from demonstration.sentences import can_read, click_words, text_of, wait_to_read

__all__ = ["can_read", "click_words", "text_of", "wait_to_read"]
