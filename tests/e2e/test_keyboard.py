"""A session by keyboard alone: from the page to the guide, to the bar of the shell, back to where one was typing."""

from __future__ import annotations

import xcffib.xproto

from demonstration.person import Box
from proof.rig.post import Post

TRIAL = "tout s'efface"
_SEEN = Box(0, 0, 1, 1)


def shell_has_keyboard(post: Post) -> bool | None:
    """Whether the window with the keyboard is the shell's, as the window says by a property; None: no window has it."""
    core = post.person._connection.core
    window = core.GetInputFocus().reply().focus
    if window <= xcffib.xproto.InputFocus.PointerRoot:
        return None
    name = core.InternAtom(False, len("_NET_WM_PID"), "_NET_WM_PID").reply().atom
    said = core.GetProperty(False, window, name, xcffib.xproto.Atom.CARDINAL, 0, 1).reply().value.to_atoms()
    return list(said) == [post.shell]


def wait_for_keyboard(post: Post, *, in_shell: bool) -> None:
    who = "the shell" if in_shell else "the guest"
    post.person.wait_to_see(f"the keyboard with {who}", lambda: _SEEN if shell_has_keyboard(post) is in_shell else None)


def lead_to_bar(post: Post) -> None:
    """From the page by the panel."""
    wait_for_keyboard(post, in_shell=False)
    post.person.press("F6")
    post.person.press("F6")
    wait_for_keyboard(post, in_shell=True)


def test_f6_leads_from_the_page_to_the_bar_and_back_to_where_one_was_typing(post: Post) -> None:
    post.have()
    post.begin(TRIAL)
    post.person.click(*post.terminal.ring().centre)
    lead_to_bar(post)
    post.person.press("F6")
    wait_for_keyboard(post, in_shell=False)
    post.person.type("lune")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", how="page")

    lead_to_bar(post)
    # By « Vos données » and « Je suis perdu », as they stand.
    post.person.press("Tab")
    post.person.press("Tab")
    post.person.press("Return")
    post.kiosk.wait_for("phase", phase="closing")
    post.leave()
