"""The share of hands: each gesture once, to the right person."""

from __future__ import annotations

from kiosk.control.hands import Hands, Share
from kiosk.control.people import Person


def test_gestures_and_their_time_add_up_by_person() -> None:
    hands = Hands()
    hands.add(Person.USER, 100)
    hands.add(Person.MEDIATOR, 30)
    hands.add(Person.USER, 20)
    assert hands.take() == Share(user=2, mediator=1, user_ms=120, mediator_ms=30)


def test_what_was_taken_is_not_told_again() -> None:
    hands = Hands()
    hands.add(Person.MEDIATOR, 5)
    assert hands.take()
    assert not hands.take()
    hands.add(Person.USER, 1)
    assert hands.take() == Share(user=1, user_ms=1)


def test_a_gesture_without_duration_counts_and_no_time_is_taken_back() -> None:
    hands = Hands()
    hands.add(Person.USER, 0)
    hands.add(Person.USER, -7)
    assert hands.take() == Share(user=2)
