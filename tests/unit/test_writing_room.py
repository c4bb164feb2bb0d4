"""Making and mending between screens, rules and files: saved as it goes, tried, kept, and in the list at once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import glossary, loader
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.session import commands, events
from kiosk.ui import writing_scenes as scenes
from kiosk.ui.staff_scenes import StaffScene
from kiosk.writing_room import Site, WritingRoom

TODAY = date(2026, 3, 2)
MENDED = "exercice-attestation-caisse"


class Post:
    def __init__(self, folder: Path) -> None:
        packaged, site = folder / "packaged", folder / "site"
        packaged.mkdir()
        site.mkdir()
        shutil.copy(PACKAGED_PROCEDURES / f"{MENDED}.yaml", packaged)
        self.state = folder / "state"
        self.site = Site(packaged, (site,), self.state)
        self.catalogue = Catalogue(loader.load(self.site.every_folder).procedures)
        self.scenes: list[StaffScene] = []
        self.told: list[tuple[type[events.Event], dict[str, Any]]] = []
        self.room = self.opened_again()

    def opened_again(self) -> WritingRoom:
        return WritingRoom(
            self.site,
            self.catalogue,
            practice=True,
            glossary=glossary.load,
            today=lambda: TODAY,
            is_tracker=lambda host: host.startswith("track"),
            tell=lambda event, **fields: self.told.append((event, fields)),
            show=self.scenes.append,
        )

    def records(self, address: str = "https://www.exemple.fr/aide") -> None:
        self.room.wished(scenes.TellDraft("Demander une aide", address, go=True))
        self.room.keep("click", "button", "Commencer", "www.exemple.fr/aide")
        self.room.keep("write", "textbox", "Nom", "www.exemple.fr/aide/2")
        self.room.end()

    @property
    def draft(self) -> Path:
        return self.state / "drafts" / "demander-une-aide.yaml"


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path)


def test_a_title_and_an_address_begin_a_recording(post: Post) -> None:
    post.room.wished(scenes.TellDraft("12", "www.exemple.fr", go=True))
    post.room.wished(scenes.TellDraft("Une aide", "une aide", go=True))
    assert [one.fault for one in post.scenes if isinstance(one, scenes.WriteScene)] == ["title", "words"]
    assert post.told == []
    post.room.wished(scenes.TellDraft("Une aide", "caisse.exercice", go=True))
    fields = {"procedure_id": "une-aide", "host": "caisse.exercice", "address": "https://caisse.exercice/"}
    assert post.told == [(events.SiteAsked, {**fields, "mode": "record"})]
    given = post.room.opened(commands.OpenGuest(1, "une-aide", None, True, mode="record"))
    assert ([step.id for step in given.steps], given.allow) == (["libre"], ("@practice",))


def test_each_gesture_is_on_disk_at_once(post: Post) -> None:
    post.room.wished(scenes.TellDraft("Demander une aide", "www.exemple.fr", go=True))
    assert not post.draft.exists()
    post.room.keep("click", "button", "Commencer", "www.exemple.fr/aide")
    assert "Commencer" in post.draft.read_text()
    post.room.keep("write", "textbox", "Nom", "www.exemple.fr/aide/2")
    assert "Nom" in post.draft.read_text()
    post.room.drop()
    assert "Nom" not in post.draft.read_text()
    post.room.drop()
    assert not post.draft.exists()
    assert isinstance(post.room.scene("draft"), scenes.WriteScene)


def test_gestures_of_nobodys_recording_are_dropped(post: Post) -> None:
    post.room.keep("click", "button", "Commencer", "www.exemple.fr/aide")
    post.room.drop()
    assert not post.state.exists()


def test_steps_are_written_with_remarks_and_kept_when_the_area_closes(post: Post) -> None:
    post.records()
    first = post.room.scene("draft")
    assert isinstance(first, scenes.StepScene)
    assert (first.number, first.total, first.where) == (1, 2, "Commencer")
    assert first.sentence == "Cliquez sur « Commencer »."
    post.room.wished(scenes.SayStep("sentence", "Il convient de cliquer sur le bouton afin de procéder à la demande."))
    assert isinstance(post.scenes[-1], scenes.StepScene)
    assert post.scenes[-1].sentence_remark
    post.room.wished(scenes.SayStep("sentence", "Cliquez ici."))
    assert post.scenes[-1].sentence_remark == ""
    post.room.wished(scenes.SayStep("sentence", ""))
    assert post.scenes[-1].sentence == ""
    post.room.wished(scenes.GoToStep(1))
    post.room.wished(scenes.MarkUserOnly(True))
    post.room.end()
    # After the program was started again too.
    room = post.opened_again()
    write = room.scene("write")
    assert isinstance(write, scenes.WriteScene)
    assert write.drafts == (("demander-une-aide", "Demander une aide"),)
    room.wished(scenes.Resume("demander-une-aide"))
    assert post.scenes[-1].sentence == "Cliquez ici."
    room.wished(scenes.GoToStep(1))
    assert post.scenes[-1].user_only


def test_steps_are_moved_and_removed(post: Post) -> None:
    post.records()
    post.room.wished(scenes.MoveStep(1))
    assert (post.scenes[-1].number, post.scenes[-1].where) == (2, "Commencer")
    post.room.wished(scenes.RemoveStep())
    assert (post.scenes[-1].total, post.scenes[-1].where) == (1, "Nom")


def test_a_draft_without_its_last_step_is_no_draft(post: Post) -> None:
    post.records()
    NotedHosts(post.state).add("demander-une-aide", "cdn.exemple.net")
    post.room.wished(scenes.RemoveStep())
    assert post.draft.exists()
    post.room.wished(scenes.RemoveStep())
    assert isinstance(post.scenes[-1], scenes.WriteScene)
    assert post.scenes[-1].drafts == ()
    post.room.end()
    assert not post.draft.exists()
    assert NotedHosts(post.state).read("demander-une-aide") == ()


def test_what_worked_is_dated_kept_and_in_the_list(post: Post) -> None:
    post.records()
    NotedHosts(post.state).add("demander-une-aide", "cdn.exemple.net")
    NotedHosts(post.state).add("demander-une-aide", "tracker.exemple.net")
    NotedHosts(post.state).add("demander-une-aide", "b.exemple.fr")
    post.room.wished(scenes.TryIt())
    assert post.told[-1][0] is events.TrialAsked
    assert post.told[-1][1]["steps"] == ("cliquer-commencer", "ecrire-nom")
    given = post.room.opened(commands.OpenGuest(2, "demander-une-aide", None, True, trial=True))
    assert len(given.steps) == 2
    assert post.room.scene("draft") == scenes.TriedScene(title="Demander une aide")
    post.room.wished(scenes.AnswerTried(True))
    assert post.scenes[-1] == scenes.HostsScene(hosts=(("cdn.exemple.net", False),))
    post.room.wished(scenes.AddHost("tracker.exemple.net"))
    post.room.wished(scenes.AddHost("cdn.exemple.net"))
    post.room.wished(scenes.GoOn())
    assert post.scenes[-1] == scenes.ThemeScene()
    post.room.wished(scenes.ChooseTheme("logement"))
    assert post.scenes[-1] == scenes.KeptScene(title="Demander une aide")
    made = post.catalogue.get("demander-une-aide")
    assert made is not None
    assert (made.verified, made.theme) == (TODAY, "logement")
    assert ("cdn.exemple.net" in made.allow, "tracker.exemple.net" in made.allow) == (True, False)
    assert post.catalogue.search("demander une aide")[0] == made
    assert (post.site.folders[0] / "demander-une-aide.yaml").is_file()
    assert not post.draft.exists()


def test_what_did_not_work_is_written_on(post: Post) -> None:
    post.records()
    post.room.wished(scenes.ChooseTheme("logement"))
    assert post.catalogue.get("demander-une-aide") is None
    post.room.wished(scenes.TryIt())
    post.room.wished(scenes.AnswerTried(False))
    assert isinstance(post.scenes[-1], scenes.StepScene)
    assert post.draft.exists()


def test_a_folder_that_cannot_be_written_loses_nothing(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.records()
    post.room.wished(scenes.TryIt())
    post.room.wished(scenes.AnswerTried(True))
    monkeypatch.setattr("kiosk.procedures.recording.shelf.put", lambda *_: None)
    post.room.wished(scenes.ChooseTheme("logement"))
    assert post.scenes[-1] == scenes.KeptScene(title="Demander une aide", kept=False)
    assert post.draft.exists()


def test_a_step_that_drifted_is_mended_for_this_site(post: Post) -> None:
    packaged = post.catalogue.get(MENDED)
    assert packaged is not None
    step = packaged.steps[1]
    drifts = DriftCounts(post.state)
    for _ in range(3):
        drifts.add(MENDED, step.id)
    listed = post.room.scene("repair")
    assert isinstance(listed, scenes.RepairScene)
    assert (listed.rows[0].procedure, listed.rows[0].step, listed.rows[0].count) == (MENDED, step.id, 3)
    assert (listed.rows[1].procedure, listed.rows[1].step) == (MENDED, "")
    post.room.wished(scenes.Repair(MENDED))
    assert [row.step for row in post.scenes[-1].rows] == [one.id for one in packaged.steps]
    post.room.wished(scenes.Repair(MENDED, step.id))
    assert post.told[-1][1]["mode"] == "record"
    given = post.room.opened(commands.OpenGuest(1, MENDED, None, True, mode="record"))
    assert given.steps == (step,)
    assert post.room.scene("draft").after == ""
    post.room.keep("click", "link", "Autre chose", "caisse.exercice/x")
    post.room.keep("write", "searchbox", "Le bon endroit", "caisse.exercice/x")
    assert post.room.scene("draft") == scenes.RepairedScene(
        sentence=step.do.fr, before=step.target.name, after="Le bon endroit"
    )
    post.room.wished(scenes.TryIt())
    post.room.wished(scenes.AnswerTried(True))
    assert post.scenes[-1] == scenes.KeptScene(title=packaged.title.fr)
    mended = post.catalogue.get(MENDED)
    assert mended.steps[1].target.name == "Le bon endroit"
    assert step.target.name in [leaf.name for leaf in mended.steps[1].target.alternatives]
    assert (mended.theme, mended.verified) == (packaged.theme, "never")
    assert drifts.read() == {}
    assert (post.site.folders[0] / f"{MENDED}.yaml").is_file()
    assert not (post.state / "drafts").exists()


def test_a_guest_that_lies_of_where_it_was_opens_no_site(post: Post) -> None:
    post.room.wished(scenes.TellDraft("Demander une aide", "www.exemple.fr", go=True))
    NotedHosts(post.state).add("demander-une-aide", "www.partenaire.fr")
    for host in ("www.exemple.fr", "mal.exemple.net", "tracker.exemple.fr", "bureau.exercice", "www.partenaire.fr"):
        post.room.keep("click", "button", "Continuer", f"{host}/page")
    kept = post.draft.read_text()
    assert ("www.exemple.fr" in kept, "www.partenaire.fr" in kept) == (True, True)
    assert not any(one in kept for one in ("mal.exemple.net", "tracker.exemple.fr", "bureau.exercice"))


def test_neither_does_one_while_a_step_is_mended(post: Post) -> None:
    packaged = post.catalogue.get(MENDED)
    assert packaged is not None
    post.room.wished(scenes.Repair(MENDED, packaged.steps[1].id))
    post.room.keep("click", "button", "Continuer", "mal.exemple.net/page")
    found = post.room.scene("draft")
    assert isinstance(found, scenes.RepairedScene)
    assert found.after == ""
    given = post.room.opened(commands.OpenGuest(1, MENDED, None, True, trial=True))
    assert given.allow == packaged.allow


def test_what_follows_a_question_mark_in_the_address_is_not_kept(post: Post) -> None:
    post.room.wished(scenes.TellDraft("Une aide", "www.exemple.fr/aide?nom=Dupont&dossier=12345", go=True))
    assert post.told[-1][1]["address"] == "https://www.exemple.fr/aide"
    assert post.room.opened(commands.OpenGuest(1, "une-aide", None, True, mode="record")).start.endswith("/aide")
