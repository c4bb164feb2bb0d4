"""When a step is done: the closed vocabulary of conditions, judged on what is known of the page.

Pure. Facts come from the page probe, which may be late or partial: what is not in the facts is not there, and while a
page loads, what is seen may still be of the page before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from types import MappingProxyType

from kiosk.procedures import model
from kiosk.procedures.model import Condition, Target


@dataclass(frozen=True)
class Sight:
    """One target on the page. `filled` holds once the person has finished with the field, not while they type."""

    visible: bool
    filled: bool
    many: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of the page in front. `address` is "host/path?query"; an absent target has no entry in `sights`.

    `served`: the services of the paper desk that were done, in order, since the session began. `tab`: which of the
    session's pages it is. `refused`: the server answered with an error, so that its address proves nothing. `down`: the
    site does not answer, or says itself that it cannot (5xx).
    """

    address: str = ""
    loading: bool = True
    sights: Mapping[Target, Sight] = field(default_factory=dict)
    downloads: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    tab: int = 0
    refused: bool = False
    down: bool = False

    @property
    def settled(self) -> bool:
        """A page of the site is there, whole: what is not seen is not on it."""
        return not self.loading and not self.down

    @property
    def visible(self) -> frozenset[Target]:
        """What can be seen of a loaded page."""
        return frozenset(target for target, sight in self.sights.items() if sight.visible and self.settled)

    @property
    def filled(self) -> frozenset[Target]:
        return frozenset(target for target, sight in self.sights.items() if sight.filled and self.settled)

    @property
    def host(self) -> str:
        return self.address.partition("/")[0].lower()

    @property
    def place(self) -> tuple[int, str]:
        """Which page of the session, and on which site."""
        return self.tab, self.host


@dataclass(frozen=True)
class Before:
    """What was known when the step began, or since: without it, "gone", "downloaded" and "served" mean nothing.

    `seen`: what was visible at some time. `shown`: what has been visible ever since the first look at a loaded page,
    None before that look: words that were there already prove nothing.
    """

    seen: frozenset[Target] = frozenset()
    shown: frozenset[Target] | None = None
    downloads: int = 0
    served: int = 0


# Whoever is asked to add a paper chooses how.
_DONE_BY: Mapping[str, frozenset[str]] = MappingProxyType({"add": frozenset({"add", "scan", "photo"})})


def holds(condition: Condition | None, facts: Facts, before: Before) -> bool:
    """Whether a condition is true now, and not by chance. Without a condition, only the person can say so.

    What is visible must have come into sight since the step began: a word may stand anywhere on a page. Beside a proof
    (`all`), it is enough that it is there.
    """
    match condition:
        case model.Visible(visible=target):
            return before.shown is not None and not (facts.visible - before.shown).isdisjoint(leaves(target))
        case model.All(all=parts):
            return all(_is_so(part, facts, before) for part in parts) and any(
                holds(part, facts, before) for part in parts
            )
        case model.AnyOf(any=parts):
            return any(holds(part, facts, before) for part in parts)
    return _is_so(condition, facts, before)


def _is_so(condition: Condition | None, facts: Facts, before: Before) -> bool:
    """Whether the page shows what the condition says, for whatever reason."""
    held = False
    match condition:
        case model.Address(address=pattern):
            held = _is_address(pattern, facts)
        case model.Visible(visible=target):
            held = not facts.visible.isdisjoint(leaves(target))
        case model.Filled(filled=target):
            held = not facts.filled.isdisjoint(leaves(target))
        case model.Gone(gone=target):
            wanted = leaves(target)
            # A hidden field has not gone: sites fold their forms.
            held = facts.settled and not before.seen.isdisjoint(wanted) and not any(w in facts.sights for w in wanted)
        case model.Downloaded(downloaded=pattern):
            held = any(_fits(name.lower(), pattern.lower()) for name in facts.downloads[before.downloads :])
        case model.Served(served=service):
            held = not _DONE_BY.get(service, frozenset({service})).isdisjoint(facts.served[before.served :])
        case model.All(all=parts):
            held = all(_is_so(part, facts, before) for part in parts)
        case model.AnyOf(any=parts):
            held = any(_is_so(part, facts, before) for part in parts)
    return held


def is_refuted(condition: Condition | None, facts: Facts, before: Before) -> bool:
    """Whether the page shows that a condition is false. A field that is not on this page may well be filled."""
    if not facts.settled or _is_so(condition, facts, before):
        return False
    fields = tuple(_leaves_of(condition, only_fields=True))
    return not fields or any(leaf in facts.sights for leaf in fields)


def is_at(condition: Condition | None, facts: Facts) -> bool:
    """Whether the address alone makes a condition true."""
    return isinstance(condition, model.Address) and _is_address(condition.address, facts)


def is_of_fields(condition: Condition | None) -> bool:
    """Whether only what the person wrote, ticked or chose makes it true: nothing else on a page can."""
    match condition:
        case model.Filled():
            return True
        case model.All(all=parts) | model.AnyOf(any=parts):
            return all(is_of_fields(part) for part in parts)
    return False


def _is_address(pattern: str, facts: Facts) -> bool:
    # An error page stands at the very address that was asked for.
    return not facts.refused and not facts.down and match_address(pattern, facts.address)


def match_address(pattern: str, address: str) -> bool:
    """Whether "host/path?query" fits a pattern. The host counts exactly, `*` stands for any text, and the query is
    looked at only when the pattern has one. Case counts in paths, not in hosts."""
    if "?" not in pattern:
        address = address.split("?", 1)[0]
    wanted_host, _, wanted_path = pattern.partition("/")
    host, _, path = address.partition("/")
    return _fits(host.lower(), wanted_host.lower()) and _fits(path, wanted_path)


def leaves(target: Target) -> tuple[Target, ...]:
    """The target and its alternatives, each alone, as the probe knows them."""
    return tuple(leaf.model_copy(update={"or_": ()}) if leaf.or_ else leaf for leaf in target.alternatives)


def leaves_of(condition: Condition | None) -> Iterator[Target]:
    """Every target that the condition speaks of."""
    return _leaves_of(condition, only_fields=False)


def _leaves_of(condition: Condition | None, *, only_fields: bool) -> Iterator[Target]:
    match condition:
        case model.Filled(filled=target):
            yield from leaves(target)
        case model.Visible(visible=target) | model.Gone(gone=target) if not only_fields:
            yield from leaves(target)
        case model.All(all=parts) | model.AnyOf(any=parts):
            for part in parts:
                yield from _leaves_of(part, only_fields=only_fields)


def _fits(text: str, pattern: str) -> bool:
    # Only `*` is special: what else fnmatch knows is written as itself.
    return fnmatchcase(text, pattern.replace("[", "[[]").replace("?", "[?]"))
