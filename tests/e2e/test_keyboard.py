"""A session by keyboard alone: from the page to the guide, to the bar of the shell, back to where one was typing."""

from __future__ import annotations

from collections.abc import Callable

from demonstration.person import Box
from tests.e2e.post import Post

TRIAL = "tout s'efface"


def focus_of(post: Post) -> Callable[[], int]:
    """Which window of the X server has the keyboard."""
    connection = post.person._connection
    return lambda: connection.core.GetInputFocus().reply().focus


def lead_on(post: Post, *, to_another_window: bool) -> None:
    """F6, and wait until the keyboard has gone where it leads."""
    focus = focus_of(post)
    before = focus()
    post.person.press("F6")
    if to_another_window:
        post.person.wait_to_see(
            "the keyboard elsewhere", lambda: None if focus() in (0, 1, before) else Box(0, 0, 1, 1)
        )


def test_f6_leads_from_the_page_to_the_bar_and_back_to_where_one_was_typing(post: Post) -> None:
    post.have()
    post.begin(TRIAL)
    post.person.click(*post.terminal.ring().centre)
    guest = focus_of(post)()
    lead_on(post, to_another_window=False)
    lead_on(post, to_another_window=True)
    lead_on(post, to_another_window=True)
    assert focus_of(post)() == guest
    post.person.type("lune")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", how="page")

    lead_on(post, to_another_window=False)
    lead_on(post, to_another_window=True)
    post.person.press("Tab")
    post.person.press("Return")
    post.kiosk.wait_for("phase", phase="closing")
    post.leave()
