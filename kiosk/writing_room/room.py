"""Ties the making and mending of procedures to the staff area's screens, the session's rules and the site's files.

Holds the one procedure that is worked on. Knows roles, names and addresses of parts of pages, and the sentences of a
mediator: nothing that was typed on a page ever comes here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from kiosk.procedures import loader
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.glossary import Glossary
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import Procedure, Theme
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.procedures.other_site import AddressError, normalise, shown
from kiosk.procedures.recording import draft as drafting
from kiosk.procedures.recording import shelf
from kiosk.procedures.recording.draft import Recording
from kiosk.procedures.recording.noted import noted
from kiosk.procedures.recording.steps import free_name
from kiosk.procedures.what_next import what_next
from kiosk.session import commands, events
from kiosk.session.network.policy import HTTPS, AllowList
from kiosk.ui import writing_scenes as scenes
from kiosk.ui.staff_scenes import StaffScene, StaffWish
from kiosk.writing_room.site import Site
from kiosk.writing_room.work import Work, repaired_scene, step_of, step_scene

ROOMS = frozenset({"write", "repair", "draft"})
_MOST_ROWS = 200


class WritingRoom:
    """`tell`: an event for the rules; `show`: a scene. `is_tracker`: no procedure may open the way to such a host.
    `open_everywhere`: hosts that every session of this post may reach."""

    def __init__(
        self,
        site: Site,
        catalogue: Catalogue,
        *,
        practice: bool,
        glossary: Callable[[], Glossary],
        today: Callable[[], date],
        is_tracker: Callable[[str], bool],
        open_everywhere: Iterable[str] = (),
        tell: Callable[..., None],
        show: Callable[[StaffScene], None],
    ) -> None:
        self._site = site
        self._catalogue = catalogue
        self._practice = practice
        self._glossary = glossary
        self._today = today
        self._is_tracker = is_tracker
        self._open_everywhere = tuple(open_everywhere)
        self._tell = tell
        self._show = show
        self._drafts = shelf.Drafts(site.state)
        self._hosts = NotedHosts(site.state)
        self._work: Work | None = None
        self._typed = ("", "")

    # --- for the staff area ---------------------------------------------------------------------------------------

    def scene(self, room: str) -> StaffScene:
        match room:
            case "write":
                return self._write()
            case "repair":
                return scenes.RepairScene(rows=tuple(self._rows())[:_MOST_ROWS])
        return self._draft()

    def wished(self, wish: StaffWish) -> None:  # noqa: C901 - a table
        match wish:
            case scenes.TellDraft(title, address, go):
                self._typed = (title, address)
                if go:
                    self._record(title, address)
            case scenes.Resume(name):
                found = self._drafts.get(name)
                if found is not None:
                    self._work = Work(found)
                    self._show(self._draft())
            case scenes.SayStep() | scenes.MarkUserOnly() | scenes.RemoveStep() | scenes.MoveStep():
                self._edit(wish)
            case scenes.GoToStep(by):
                self._keep()
                self._go(by)
            case scenes.TryIt():
                self._try()
            case scenes.AnswerTried(worked):
                self._answer(worked)
            case scenes.AddHost(host):
                self._add_host(host)
            case scenes.GoOn():
                self._after_hosts()
            case scenes.ChooseTheme(theme):
                self._finish(theme)
            case scenes.Repair(procedure, step):
                self._repair(procedure, step)

    def end(self) -> None:
        """The area is locked: what was written is kept, what was only typed is not."""
        self._keep()
        self._typed = ("", "")

    # --- for the session ------------------------------------------------------------------------------------------

    def keep(self, gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> None:
        one = noted(gesture, role, untrusted_name, untrusted_address)
        if one is None or self._work is None or self._work.recording is None:
            return
        # A gesture's host goes into the allow-list. The guest only says where it was: no mediator opened any other.
        if self._is_open(self._work.recording.base, one.host):
            self._put(self._work.recording.with_gesture(one))

    def _is_open(self, procedure: Procedure, host: str) -> bool:
        opened = (*allowed_hosts(procedure), *self._hosts.read(procedure.id), *self._open_everywhere)
        return not self._is_tracker(host) and AllowList(opened).decide(host, HTTPS).allowed

    def drop(self) -> None:
        """The last gesture was a mistake."""
        if self._work is not None and self._work.recording is not None:
            self._put(self._work.recording.without_last())

    def opened(self, command: commands.OpenGuest) -> Procedure:
        """What the guest is given: the whole to try, or one step that says what is to be shown."""
        assert self._work is not None  # the rules let a session begin only after a wish that came through here
        if command.trial:
            return self._work.procedure
        steps = self._work.recording.base.steps if self._work.recording is not None else self._work.procedure.steps[:1]
        if self._work.repairs:
            steps = tuple(step for step in self._work.procedure.steps if step.id == self._work.repairs)
        return drafting.changed(self._work.procedure, steps=steps)

    def _put(self, recording: Recording) -> None:
        """At once on disk: a crash costs the last gesture at the most."""
        assert self._work is not None
        self._work = replace(self._work, recording=recording)
        if self._work.repairs:
            return
        procedure = recording.procedure()
        self._work = replace(self._work, procedure=procedure or recording.base)
        if procedure is None:
            self._drafts.drop(recording.base.id)
        else:
            self._drafts.keep(procedure)

    # --- a new one ------------------------------------------------------------------------------------------------

    def _write(self, fault: object = None) -> StaffScene:
        drafts = tuple((one.id, one.title.fr) for one in self._drafts.all())
        title, address = self._typed
        return scenes.WriteScene(title=title, address=address, fault=fault, drafts=drafts)  # type: ignore[arg-type]

    def _record(self, title: str, address: str) -> None:
        if not any(letter.isalpha() for letter in title):
            self._show(self._write("title"))
            return
        try:
            # What follows a question mark can be somebody's: a number, a name, a session.
            site = normalise(address.partition("?")[0], practice=self._practice)
        except AddressError as error:
            self._show(self._write(error.fault))
            return
        taken = [*self._drafts.names(), *(one.id for one in self._catalogue.all())]
        base = drafting.begun(free_name(title, taken), title, site.address)
        self._work = Work(base, Recording(base))
        self._tell(events.SiteAsked, procedure_id=base.id, host=site.name, address=site.address, mode="record")

    def _draft(self) -> StaffScene:
        work = self._work
        if work is None:
            return self._write()
        if work.tried:
            return scenes.TriedScene(title=work.procedure.title.fr)
        if work.repairs:
            self._work = work.mended()
            return repaired_scene(self._work)
        if work.is_empty:
            return self._write("nothing")
        return self._step(work)

    def _step(self, work: Work, wish: StaffWish | None = None) -> StaffScene:
        return step_scene(work, self._glossary, wish)

    def _edit(self, wish: StaffWish) -> None:
        if self._work is None:
            return
        if isinstance(wish, scenes.RemoveStep) and len(self._work.procedure.steps) == 1:
            self._erase(self._work.procedure.id)
            return
        self._work = self._work.edited(wish)
        self._show(self._step(self._work, wish))

    def _erase(self, identity: str) -> None:
        """Nothing is left of it: a draft that should not be there can be taken away."""
        self._drafts.drop(identity)
        self._hosts.forget(identity)
        self._work = None
        self._show(self._write())

    def _go(self, by: int) -> None:
        if self._work is not None:
            self._work = self._work.at(self._work.place + by)
            self._show(self._step(self._work))

    def _keep(self) -> None:
        work = self._work
        if work is not None and not work.repairs and not work.is_empty:
            self._drafts.keep(work.procedure)

    # --- trying it, and keeping it --------------------------------------------------------------------------------

    def _try(self) -> None:
        work = self._work
        if work is None:
            return
        self._keep()
        step = step_of(work.procedure, work.repairs)
        case = step.cases[0] if step is not None and step.cases else None
        steps = tuple(one.id for one in work.procedure.steps_for(case))
        self._work = replace(work, tried=True)
        self._tell(events.TrialAsked, procedure_id=work.procedure.id, case=case, steps=steps)

    def _answer(self, worked: bool) -> None:
        work = self._work
        if work is None or not work.tried:
            return
        if not worked:
            self._work = replace(work, tried=False, place=0)
            self._show(self._draft())
            return
        known = drafting.with_hosts(work.procedure, ())
        wanted = [one for one in self._hosts.read(work.procedure.id) if not self._is_tracker(one)]
        sites = tuple((one, False) for one in wanted if drafting.with_hosts(work.procedure, [one]) != known)
        self._work = replace(work, sites=sites)
        if sites:
            self._show(scenes.HostsScene(hosts=sites))
        else:
            self._after_hosts()

    def _add_host(self, host: str) -> None:
        work = self._work
        if work is None or (host, False) not in work.sites:
            return
        sites = tuple((one, added or one == host) for one, added in work.sites)
        procedure = drafting.changed(work.procedure, allow=drafting.with_hosts(work.procedure, [host]))
        self._work = replace(work, procedure=procedure, sites=sites)
        self._show(scenes.HostsScene(hosts=sites))

    def _after_hosts(self) -> None:
        if self._work is None or not self._work.tried:
            return
        if self._work.repairs:
            self._finish(self._work.procedure.theme)
        else:
            self._show(scenes.ThemeScene())

    def _finish(self, theme: Theme) -> None:
        work = self._work
        if work is None or not work.tried:
            return
        procedure = drafting.verified(drafting.with_theme(work.procedure, theme), self._today())
        kept = shelf.put(procedure, self._site.folders, self._site.state) is not None
        if kept:
            self._drafts.drop(procedure.id)
            self._hosts.forget(procedure.id)
            DriftCounts(self._site.state).clear(procedure.id, work.repairs)
            self.reload()
            self._work, self._typed = None, ("", "")
        self._show(scenes.KeptScene(title=procedure.title.fr, kept=kept))

    def reload(self) -> None:
        """Show what the folders hold now."""
        loaded = loader.load(self._site.every_folder)
        self._catalogue.put(one for one in loaded.procedures if self._practice or not one.practice)

    # --- mending --------------------------------------------------------------------------------------------------

    def _rows(self) -> Iterable[scenes.RepairRow]:
        for identity, step_id, count in what_next(self._site.state).to_repair:
            procedure = self._catalogue.get(identity)
            step = step_of(procedure, step_id) if procedure is not None else None
            if procedure is not None and step is not None:
                yield scenes.RepairRow(identity, step_id, procedure.title.fr, step.do.fr, count)
        for procedure in sorted(self._catalogue.all(), key=lambda one: one.title.fr.casefold()):
            if not procedure.stays_here:
                yield scenes.RepairRow(procedure.id, "", procedure.title.fr, shown(procedure.host))

    def _repair(self, identity: str, step_id: str) -> None:
        procedure = self._catalogue.get(identity)
        if procedure is None:
            return
        if not step_id:
            rows = tuple(scenes.RepairRow(identity, step.id, step.do.fr) for step in procedure.steps)
            self._show(scenes.RepairScene(rows=rows, of=procedure.title.fr))
            return
        if step_of(procedure, step_id) is None:
            return
        self._work = Work(procedure, Recording(procedure), repairs=step_id)
        self._tell(
            events.SiteAsked,
            procedure_id=identity,
            host=procedure.host,
            address=procedure.start,
            mode="record",
        )
