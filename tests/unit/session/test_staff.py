"""The staff area by its rules: a PIN first, no session beside it, closed by itself, and trackers that stay out."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.session import commands, events
from kiosk.session.network.trackers import is_tracker, known_trackers
from kiosk.session.staff import MAX_HOSTS
from kiosk.session.state import EndReason, Phase, Settings

SITE = {"procedure_id": "autre-site", "host": "exemple.fr", "address": "https://www.exemple.fr/", "mode": "free"}


def signs_in(post: Any) -> None:
    post.happens(events.StaffAsked)
    post.happens(events.StaffAdmitted)


def opens_site(post: Any, mode: str = "free") -> None:
    post.boots()
    signs_in(post)
    post.happens(events.StaffRoomAsked, room="site")
    post.happens(events.SiteAsked, **{**SITE, "mode": mode})
    post.happens(events.GuestPainted)


def room(post: Any) -> str:
    return post.last(commands.ShowStaff).room


# --- the door -----------------------------------------------------------------------------------------------------


def test_the_door_asks_for_a_pin_before_the_menu(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    assert room(post) == "pin"
    for asked in (events.StaffRoomAsked, events.SiteAsked):
        details = {"room": "site"} if asked is events.StaffRoomAsked else SITE
        assert post.happens(asked, **details) == ()
    post.happens(events.StaffAdmitted)
    assert room(post) == "menu"


def test_the_room_of_it_opens_to_its_pin_alone(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    assert post.happens(events.StaffRoomAsked, room="health") == ()
    post.happens(events.StaffAdmitted)
    assert not post.last(commands.ShowStaff).it
    assert post.happens(events.StaffRoomAsked, room="health") == ()
    post.happens(events.StaffLeft)
    post.happens(events.StaffAsked)
    post.happens(events.StaffAdmitted, it=True)
    assert (room(post), post.last(commands.ShowStaff).it) == ("menu", True)
    post.happens(events.StaffRoomAsked, room="health")
    assert room(post) == "health"
    post.happens(events.StaffLeft)
    assert (room(post), post.last(commands.ShowStaff).it) == ("menu", True)


def test_who_comes_after_it_is_not_taken_for_it(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    post.happens(events.StaffAdmitted, it=True)
    post.happens(events.StaffLeft)
    post.happens(events.StaffAsked)
    assert not post.last(commands.ShowStaff).it
    post.happens(events.StaffAdmitted)
    assert post.happens(events.StaffRoomAsked, room="health") == ()


def test_the_room_of_it_is_not_in_a_session(post: Any) -> None:
    post.opens()
    post.happens(events.StaffAsked)
    post.happens(events.StaffAdmitted, it=True)
    assert room(post) == "blocked"
    assert post.happens(events.StaffRoomAsked, room="health") == ()


def test_the_door_is_on_the_home_screen_and_nowhere_else_without_a_session(post: Any, report: Any) -> None:
    assert post.happens(events.StaffAsked) == ()
    post.opens()
    post.happens(events.EraseAsked)
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    assert post.state.phase is Phase.WIPING
    assert post.happens(events.StaffAsked) == ()
    post.happens(events.WipeFinished, report=report(None))
    assert post.state.receipt is not None
    assert post.happens(events.StaffAsked) == ()


def test_a_right_pin_that_comes_when_the_door_was_left_opens_nothing(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    post.happens(events.StaffLeft)
    assert post.happens(events.StaffAdmitted) == ()
    assert post.happens(events.StaffAsked) == (commands.ShowStaff("pin", in_session=False),)


def test_two_minutes_without_a_gesture_lock_it(post: Any) -> None:
    post.boots()
    signs_in(post)
    post.passes(119)
    post.happens(events.Activity, at=post.now)
    post.passes(119)
    assert post.state.phase is Phase.STAFF
    assert commands.ShowHome() in post.passes(1)
    assert post.state.phase is Phase.STANDBY
    assert post.happens(events.StaffRoomAsked, room="site") == ()


def test_back_leads_to_the_menu_then_out_and_out_is_locked(post: Any) -> None:
    post.boots()
    signs_in(post)
    post.happens(events.StaffRoomAsked, room="next")
    post.happens(events.StaffLeft)
    assert room(post) == "menu"
    assert post.happens(events.StaffLeft) == (commands.ShowHome(),)
    post.happens(events.StaffAsked)
    assert room(post) == "pin"


def test_a_guest_that_dies_behind_the_staff_area_is_replaced(post: Any) -> None:
    post.boots()
    signs_in(post)
    post.happens(events.GuestExited)
    assert commands.StartGuest in [type(one) for one in post.passes(5)]
    assert post.state.phase is Phase.STAFF


def test_shutting_down_in_the_staff_area_wipes_first(post: Any) -> None:
    post.boots()
    signs_in(post)
    post.happens(events.ShutDown)
    assert post.last(commands.Wipe).reason is EndReason.SHUTDOWN
    assert post.state.staff is None


# --- another site -------------------------------------------------------------------------------------------------


def test_another_site_opens_beside_a_mediator_and_is_counted_once_it_is_there(post: Any) -> None:
    post.boots()
    signs_in(post)
    post.happens(events.StaffRoomAsked, room="site")
    post.happens(events.SiteAsked, **SITE)
    opened = post.last(commands.OpenGuest)
    assert (opened.mode, opened.site.address, opened.with_mediator) == ("free", "https://www.exemple.fr/", True)
    assert post.last(commands.ShowOpening).host == "exemple.fr"
    assert not [one for one in post.asked if isinstance(one, commands.CountOpening)]
    assert commands.CountOpening("exemple.fr") in post.happens(events.GuestPainted)
    assert post.state.staff is None


def test_a_site_that_is_recorded_is_not_counted(post: Any) -> None:
    opens_site(post, "record")
    assert not [one for one in post.asked if isinstance(one, commands.CountOpening)]


def test_the_address_of_a_site_is_never_written_down(post: Any) -> None:
    opens_site(post)
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    assert "exemple.fr" not in str([one for one in post.asked if isinstance(one, commands.Log)])


def test_after_a_crash_of_the_browser_the_same_site_comes_back_with_what_was_allowed(post: Any) -> None:
    opens_site(post)
    post.happens(events.HostsRefused, hosts=(("cdn.example", 1),))
    post.happens(events.StaffAsked)
    post.happens(events.HostAllowed, host="cdn.example")
    post.happens(events.GuestReady)
    opened = post.last(commands.OpenGuest)
    assert (opened.mode, opened.site.host, opened.allowed) == ("free", "exemple.fr", ("cdn.example",))


# --- refused hosts ------------------------------------------------------------------------------------------------


def test_in_a_guided_session_the_refused_hosts_are_behind_a_pin(post: Any) -> None:
    post.opens()
    post.happens(events.HostsRefused, hosts=(("cdn.example", 2),))
    post.happens(events.StaffAsked)
    assert room(post) == "pin"
    assert post.happens(events.HostAllowed, host="cdn.example") == ()
    post.happens(events.StaffAdmitted)
    shown = post.last(commands.ShowStaff)
    assert (shown.room, shown.in_session) == ("blocked", True)
    assert shown.blocked == (commands.BlockedHost("cdn.example", 2, tracker=False, allowed=False),)


@pytest.mark.parametrize("mode", ["free", "record"])
def test_whoever_has_just_opened_a_site_sees_them_at_once_and_later_by_pin(post: Any, mode: str) -> None:
    opens_site(post, mode)
    post.happens(events.StaffAsked)
    assert room(post) == "blocked"
    post.happens(events.StaffLeft)
    assert post.state.phase is Phase.ACTIVE
    post.passes(post.settings.staff)
    post.happens(events.StaffAsked)
    assert room(post) == "pin"


def test_one_gesture_allows_a_host_for_this_session_and_notes_it_for_the_procedure(post: Any) -> None:
    post.opens()
    post.happens(events.HostsRefused, hosts=(("cdn.example", 2), ("fonts.example", 1)))
    signs_in(post)
    assert post.happens(events.HostAllowed, host="cdn.example")[:2] == (
        commands.AllowHosts(("cdn.example",)),
        commands.NoteHost("prime-activite", "cdn.example"),
    )
    assert [(one.host, one.allowed) for one in post.last(commands.ShowStaff).blocked] == [
        ("cdn.example", True),
        ("fonts.example", False),
    ]
    assert post.happens(events.HostAllowed, host="cdn.example") == ()
    post.happens(events.HostAllowed, host="fonts.example")
    assert post.last(commands.AllowHosts).hosts == ("cdn.example", "fonts.example")
    assert post.last(commands.ShowBlocked).count == 0


def test_a_host_allowed_on_a_site_without_a_guide_is_noted_for_that_site(post: Any) -> None:
    opens_site(post)
    post.happens(events.HostsRefused, hosts=(("cdn.example", 2),))
    post.happens(events.StaffAsked)
    assert commands.NoteHost("exemple.fr", "cdn.example") in post.happens(events.HostAllowed, host="cdn.example")


@pytest.mark.parametrize("host", ["never-asked-for.example", "www.google-analytics.com", "doubleclick.net", "", "?"])
def test_trackers_and_what_the_page_never_asked_for_stay_out(post: Any, host: str) -> None:
    post.settings = Settings(trackers=known_trackers())
    post.opens()
    hosts = (("www.google-analytics.com", 9), ("doubleclick.net", 1), ("?", 1), ("cdn.example", 1))
    post.happens(events.HostsRefused, hosts=hosts)
    assert post.last(commands.ShowBlocked).count == 1
    signs_in(post)
    assert [(one.host, one.tracker) for one in post.last(commands.ShowStaff).blocked] == [
        ("cdn.example", False),
        ("www.google-analytics.com", True),
        ("doubleclick.net", True),
    ]
    assert post.happens(events.HostAllowed, host=host) == ()


def test_what_the_page_asks_for_meanwhile_is_shown(post: Any) -> None:
    post.opens()
    signs_in(post)
    assert post.last(commands.ShowStaff).blocked == ()
    post.happens(events.HostsRefused, hosts=(("cdn.example", 1),))
    assert [one.host for one in post.last(commands.ShowStaff).blocked] == ["cdn.example"]


def test_what_is_asked_for_meanwhile_pushes_no_other_host_under_the_finger(post: Any) -> None:
    post.opens()
    post.happens(events.HostsRefused, hosts=(("a.example", 3), ("b.example", 2)))
    signs_in(post)
    post.happens(events.HostsRefused, hosts=(("a.example", 3), ("b.example", 9), ("c.example", 99)))
    shown = post.last(commands.ShowStaff).blocked
    assert [(one.host, one.count) for one in shown] == [("a.example", 3), ("b.example", 9), ("c.example", 99)]
    post.happens(events.HostAllowed, host="a.example")
    assert [one.host for one in post.last(commands.ShowStaff).blocked] == ["a.example", "b.example", "c.example"]
    post.happens(events.StaffLeft)
    post.happens(events.StaffAsked)
    assert post.last(commands.ShowStaff).blocked[0].host == "c.example"


def test_a_flood_of_hosts_is_bounded(post: Any) -> None:
    post.opens()
    post.happens(events.HostsRefused, hosts=tuple((f"h{number}.example", 1) for number in range(1000)))
    assert len(post.state.session.refused) == MAX_HOSTS


def test_the_page_is_loaded_again_only_from_the_list_of_hosts(post: Any) -> None:
    post.opens()
    assert post.happens(events.ReloadAsked) == ()
    post.happens(events.StaffAsked)
    assert post.happens(events.ReloadAsked) == ()
    post.happens(events.StaffAdmitted)
    assert post.happens(events.ReloadAsked) == (commands.SendReload(),)


def test_no_room_of_the_menu_opens_over_a_persons_page(post: Any) -> None:
    post.opens()
    signs_in(post)
    assert post.happens(events.StaffRoomAsked, room="next") == ()
    assert post.happens(events.SiteAsked, **SITE) == ()


def test_two_minutes_over_a_page_lead_back_to_it(post: Any) -> None:
    post.opens()
    signs_in(post)
    post.passes(post.settings.staff)
    assert (post.state.phase, post.state.staff) == (Phase.ACTIVE, None)


def test_a_guest_that_dies_or_hangs_under_the_list_ends_the_session(post: Any) -> None:
    post.opens()
    signs_in(post)
    post.passes(post.settings.heartbeat + 2, beating=False)
    assert post.last(commands.Wipe).reason is EndReason.FROZEN


def test_the_next_person_inherits_nothing(post: Any, report: Any) -> None:
    opens_site(post)
    post.happens(events.HostsRefused, hosts=(("cdn.example", 2),))
    post.happens(events.StaffAsked)
    post.happens(events.HostAllowed, host="cdn.example")
    post.happens(events.StaffLeft)
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    assert "example" not in repr(post.state)
    post.happens(events.WipeFinished, report=report(None))
    post.happens(events.NewPerson)
    post.happens(events.GuestReady)
    post.starts()
    assert post.last(commands.OpenGuest).allowed == ()


# --- trackers -----------------------------------------------------------------------------------------------------


def test_the_list_of_trackers_is_long_and_well_written() -> None:
    trackers = known_trackers()
    assert len(trackers) >= 60
    assert all(one == one.lower().strip(".") and "." in one for one in trackers)


@pytest.mark.parametrize(
    ("host", "tracked"),
    [
        ("google-analytics.com", True),
        ("www.Google-Analytics.com", True),
        ("a.b.xiti.com", True),
        ("notxiti.com", False),
        ("xiti.com.exemple.fr", False),
        ("com", False),
        ("impots.gouv.fr", False),
    ],
)
def test_a_tracker_is_known_by_its_ending(host: str, tracked: bool) -> None:
    assert is_tracker(host, known_trackers()) is tracked
