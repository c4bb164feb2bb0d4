"""What stays true of a walkthrough whatever the page shows and the person does, in whatever order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.procedures import model
from kiosk.procedures.conditions import Facts, Sight, leaves, leaves_of
from kiosk.procedures.engine import (
    LOOK_AHEAD,
    MISSING_AFTER,
    AskedReturn,
    AskedWhere,
    ClosedWhere,
    Command,
    ContinueWithoutGuide,
    Done,
    Drifted,
    Event,
    Finished,
    Point,
    ReportDown,
    Restart,
    SaidDone,
    SaidDown,
    SaidNotFound,
    Saw,
    Show,
    State,
    Tick,
    TriedAgain,
    Unpoint,
    Watch,
    WentBack,
    begin,
    react,
)
from kiosk.procedures.model import Condition, Procedure, Target

from .conftest import procedure

_NAMES = ("a", "b", "c", "d")
_PAGES = ("x.fr/1", "x.fr/2", "x.fr/3")
_FILES = ("one.pdf", "two.txt")

_leaves = st.sampled_from([{"role": "button", "name": name} for name in _NAMES])
_targets = st.builds(lambda leaf, others: {**leaf, "or": others}, _leaves, st.lists(_leaves, max_size=2))
_simple = (
    st.builds(lambda page: {"address": page}, st.sampled_from([*_PAGES, "x.fr/*"]))
    | st.builds(lambda word, target: {word: target}, st.sampled_from(["visible", "filled", "gone"]), _targets)
    | st.just({"downloaded": "*.pdf"})
    | st.sampled_from([{"served": "print"}, {"served": "add"}])
)
_conditions = _simple | st.builds(
    lambda word, parts: {word: parts}, st.sampled_from(["all", "any"]), st.lists(_simple, min_size=1, max_size=3)
)
_steps = st.fixed_dictionaries(
    {
        "target": st.none() | _targets,
        "done": st.none() | _conditions,
        "gesture": st.sampled_from(["write", "click"]),
        "cases": st.sampled_from([[], ["seul"], ["couple"]]),
    }
)


def _procedure(steps: list[dict[str, Any]]) -> Procedure:
    cases = [{"id": "seul", "label": "Seul"}, {"id": "couple", "label": "En couple"}]
    return procedure(cases=cases, steps=[{"id": f"s{n}", "do": "Faites.", **step} for n, step in enumerate(steps)])


_procedures = st.lists(_steps, min_size=1, max_size=7).map(_procedure)
_sights = st.dictionaries(
    st.sampled_from([Target(role="button", name=name) for name in _NAMES]),
    st.builds(Sight, visible=st.booleans(), filled=st.booleans(), many=st.booleans()),
)
_facts = st.builds(
    Facts,
    address=st.sampled_from([*_PAGES, "y.fr/"]),
    loading=st.sampled_from([False, False, False, True]),
    sights=_sights,
    downloads=st.lists(st.sampled_from(_FILES), max_size=3).map(tuple),
    served=st.lists(st.sampled_from(["print", "scan", "take"]), max_size=3).map(tuple),
    tab=st.integers(0, 1),
    refused=st.sampled_from([False, False, False, True]),
    down=st.sampled_from([False, False, False, True]),
)
_times = st.integers(0, 20).map(float)
_events: st.SearchStrategy[Event] = (
    st.builds(Saw, _facts, _times)
    | st.builds(Tick, _times)
    | st.builds(Restart, st.sampled_from(["s0", "s1", "s2", "s3", "other"]))
    | st.sampled_from([SaidDone(), SaidNotFound(), WentBack(), AskedWhere(), ClosedWhere(), ContinueWithoutGuide()])
    | st.sampled_from([AskedReturn(), SaidDown(), TriedAgain()])
)
_walks = st.lists(_events, max_size=25)
_cases = st.sampled_from([None, "seul", "couple", "unknown"])


def _walk(
    start: Procedure, case: str | None, events: list[Event]
) -> list[tuple[State, Event, State, tuple[Command, ...]]]:
    state, _ = begin(start, case)
    passed = []
    for event in events:
        after, commands = react(state, event)
        passed.append((state, event, after, commands))
        state = after
    return passed


def _done(commands: tuple[Command, ...]) -> list[Done]:
    return [command for command in commands if isinstance(command, Done)]


@given(_procedures, _cases, _walks)
def test_each_step_passed_is_said_done_once_and_no_other(
    start: Procedure, case: str | None, events: list[Event]
) -> None:
    for before, event, after, commands in _walk(start, case, events):
        assert 0 <= after.index <= len(after.steps)
        assert all((outcome == "todo") == (place >= after.index) for place, outcome in enumerate(after.outcomes))
        assert len(after.outcomes) == len(after.steps)
        assert [done.step_id for done in _done(commands)] == [s.id for s in before.steps[before.index : after.index]]
        assert (Finished() in commands) == (after.phase == "finished" != before.phase)
        assert (after.phase == "finished") == (after.index == len(after.steps))
        assert all(done.how == ("user" if event == SaidDone() else "page") for done in _done(commands))


@given(_procedures, _cases, _walks)
def test_the_last_step_shown_is_the_one_to_do(start: Procedure, case: str | None, events: list[Event]) -> None:
    for before, _, after, commands in _walk(start, case, events):
        shown = [command for command in commands if isinstance(command, Show)]
        if after.step is not None and (shown or after.index != before.index):
            assert shown[-1] == Show(after.step.id, after.index + 1, len(after.steps))


@given(_procedures, _cases, _walks)
def test_nothing_is_done_unless_the_page_proves_it(start: Procedure, case: str | None, events: list[Event]) -> None:
    seen: list[Facts] = []
    for before, event, after, commands in _walk(start, case, events):
        if isinstance(event, Saw):
            seen.append(event.facts)
        for place, done in enumerate(_done(commands), before.index):
            if done.how == "page":
                assert isinstance(event, Saw)
                condition = before.steps[place].done
                proofs = after.steps[place + 1 : after.index]
                # What a person filled in before its turn stays filled in when the form has gone on to another page.
                known = seen if _is_of_fields(condition) else [event.facts]
                assert any(_true_at(condition, facts) for facts in known) or any(
                    isinstance(step.done, model.Address) and _true_at(step.done, event.facts) for step in proofs
                )


def _is_of_fields(condition: Condition | None) -> bool:
    parts = getattr(condition, "all", None) or getattr(condition, "any", None)
    return all(map(_is_of_fields, parts)) if parts else isinstance(condition, model.Filled)


@given(_procedures, _cases, _walks)
def test_words_that_have_been_there_all_along_complete_no_step(
    start: Procedure, case: str | None, events: list[Event]
) -> None:
    for before, _, after, commands in _walk(start, case, events):
        for place, done in enumerate(_done(commands), before.index):
            condition = before.steps[place].done
            if done.how == "page" and place == before.index == after.index - 1 and isinstance(condition, model.Visible):
                assert before.before.shown is not None
                assert not (set(leaves(condition.visible)) & after.facts.visible) <= before.before.shown


@given(_procedures, _cases, _walks)
def test_a_page_that_does_not_answer_proves_nothing(start: Procedure, case: str | None, events: list[Event]) -> None:
    reported = 0
    for _, event, after, commands in _walk(start, case, events):
        reported += commands.count(ReportDown())
        if isinstance(event, Saw) and event.facts.down:
            assert after.pointed is None or after.facts.loading
            for done in _done(commands):
                condition = next(step.done for step in after.steps if step.id == done.step_id)
                assert isinstance(condition, model.All | model.AnyOf | model.Downloaded | model.Served | model.Filled)
    assert reported <= 1


def _true_at(condition: Condition | None, facts: Facts) -> bool:
    """What the facts at least show, written once more and otherwise; what came before is not looked at."""
    if isinstance(condition, model.All):
        return all(_true_at(part, facts) for part in condition.all)
    if isinstance(condition, model.AnyOf):
        return any(_true_at(part, facts) for part in condition.any)
    if isinstance(condition, model.Address):
        if facts.refused or facts.down:
            return False
        return condition.address in (facts.address, "x.fr/*") and facts.address.startswith("x.fr/")
    if isinstance(condition, model.Downloaded):
        return "one.pdf" in facts.downloads
    if isinstance(condition, model.Served):
        return {"print": "print", "add": "scan"}[condition.served] in facts.served
    if condition is None or facts.loading or facts.down:
        return False
    names = {target.name: sight for target, sight in facts.sights.items()}
    if isinstance(condition, model.Gone):
        return not any(leaf.name in names for leaf in condition.gone.alternatives)
    if isinstance(condition, model.Filled):
        return any(leaf.name in names and names[leaf.name].filled for leaf in condition.filled.alternatives)
    return any(leaf.name in names and names[leaf.name].visible for leaf in condition.visible.alternatives)


@given(_procedures, _cases, _walks, _facts)
def test_going_back_stays_there_as_long_as_the_page_stays_as_it_is(
    start: Procedure, case: str | None, events: list[Event], facts: Facts
) -> None:
    state = begin(start, case)[0] if not events else _walk(start, case, events)[-1][2]
    state, _ = react(state, Saw(facts, 0.0))
    back, _ = react(state, WentBack())
    assert back.index == max(0, state.index - 1)
    for now in (0.0, 1.0):
        back, commands = react(back, Saw(facts, now))
        assert _done(commands) == []


@given(_procedures, _cases, _walks)
def test_a_step_drifts_once_and_only_after_waiting_on_a_loaded_page(
    start: Procedure, case: str | None, events: list[Event]
) -> None:
    drifts: list[str] = []
    for before, event, after, commands in _walk(start, case, events):
        for command in commands:
            if isinstance(command, Drifted):
                drifts.append(command.step_id)
                assert after.step is not None
                assert after.step.id == command.step_id
                assert not after.facts.loading
                assert isinstance(event, Saw | Tick)
                assert before.missing_since is not None
                assert event.now - before.missing_since >= MISSING_AFTER
                assert after.step.target is not None
                assert not any(after.facts.sights.get(x, _ABSENT).visible for x in leaves(after.step.target))
    assert len(drifts) == len(set(drifts))


_ABSENT = Sight(visible=False, filled=False)


@given(_procedures, _cases, _walks)
def test_what_a_step_needs_is_watched(start: Procedure, case: str | None, events: list[Event]) -> None:
    watched = next((c.targets for c in begin(start, case)[1] if isinstance(c, Watch)), ())
    for _, _, after, commands in _walk(start, case, events):
        watched = next((c.targets for c in reversed(commands) if isinstance(c, Watch)), watched)
        assert watched == after.watched
        assert all(target.or_ == () for target in watched)
        assert len(watched) == len(set(watched))
        for step in after.steps[after.index : after.index + LOOK_AHEAD]:
            assert set(leaves(step.target) if step.target else ()) <= set(watched)
            assert set(leaves_of(step.done)) <= set(watched)


@given(_procedures, _cases, _walks)
def test_the_ring_is_on_a_visible_target_of_this_step_or_nowhere(
    start: Procedure, case: str | None, events: list[Event]
) -> None:
    ring: Point | None = None
    for _, event, after, commands in _walk(start, case, events):
        for command in commands:
            if isinstance(command, Point | Unpoint):
                # Telling the page what it knows already would make the ring blink.
                assert command != (ring or Unpoint())
                ring = command if isinstance(command, Point) else None
        assert ring == after.pointed
        if ring is not None:
            assert after.step is not None
            assert after.step.target is not None
            assert (ring.gesture, ring.who) == (after.step.gesture, after.step.who)
            assert ring.target in leaves(after.step.target)
            sight = after.facts.sights.get(ring.target, _ABSENT)
            assert after.facts.loading or (sight.visible and not sight.many)
            assert after.phase != "without_guide"
        if isinstance(event, Saw) and event.facts.loading and not _done(commands):
            assert Unpoint() not in commands


@given(_procedures, _cases, _walks)
def test_the_same_walk_is_always_the_same(start: Procedure, case: str | None, events: list[Event]) -> None:
    assert _walk(start, case, events) == _walk(start, case, events)


@settings(max_examples=30)
@given(_procedures, _cases)
def test_a_person_who_says_done_each_time_comes_to_the_end(start: Procedure, case: str | None) -> None:
    steps = start.steps_for(case)
    walk = _walk(start, case, [SaidDone()] * len(steps))
    last = walk[-1][2] if walk else begin(start, case)[0]
    assert last.phase == "finished"
    assert set(last.outcomes) <= {"user"}
