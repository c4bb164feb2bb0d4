"""What IT types, and what IT reads back."""

from __future__ import annotations

import getpass
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kiosk
from kiosk import __main__ as command
from kiosk import __version__, command_line, doctor, hours
from kiosk.config import Loaded, packaged
from kiosk.errors import DamagedInstallationError, Problem
from kiosk.procedures import loader
from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.openings import OpeningCounts


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "SYSTEM_FILE", tmp_path / "absent.toml")
    monkeypatch.setattr(command.logs, "configure", lambda: None)
    monkeypatch.setattr(command, "start_forgetful", lambda: None)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The program, without its screens: remembers what it was run with."""
    fake = SimpleNamespace(asked=None, status=0)

    def run(loaded: Loaded) -> int:
        fake.asked = (loaded.config, loaded.problems)
        return fake.status

    fake.run = run
    monkeypatch.setitem(sys.modules, "kiosk.app", fake)
    monkeypatch.setattr(kiosk, "app", fake, raising=False)
    yield fake


def test_run_opens_the_program_with_the_defaults(app: Any) -> None:
    assert command.main(["run"]) == 0
    assert app.asked == (packaged(), ())


def test_run_begins_in_a_memory_that_forgets(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[object] = []
    monkeypatch.setattr(command, "start_forgetful", lambda: began.append(app.asked))
    command.main(["run"])
    assert began == [None], "the program was opened first, or not in such a memory"


def test_run_passes_on_the_status_of_the_program(app: Any) -> None:
    app.status = 3
    assert command.main(["run"]) == 3


def test_run_starts_in_spite_of_problems_and_passes_them_on(app: Any) -> None:
    assert command.main(["run", "--set", "session.idle_second=3", "--set", "session.idle_seconds=9"]) == 0
    config, problems = app.asked
    assert config.session.idle_seconds == 9
    assert [problem.nearest for problem in problems] == ["idle_seconds"]


def test_run_reads_the_file_of_the_system_and_leaves_it_for_another(
    app: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system, other = tmp_path / "system.toml", tmp_path / "other.toml"
    system.write_text("[session]\nidle_seconds = 11\nwarning_seconds = 12\n")
    other.write_text("[session]\nidle_seconds = 21\n")
    monkeypatch.setattr(command, "SYSTEM_FILE", system)
    command.main(["run"])
    assert app.asked[0].session.idle_seconds == 11
    command.main(["run", "--config", str(other)])
    assert app.asked[0].session.idle_seconds == 21
    assert app.asked[0].session.warning_seconds == packaged().session.warning_seconds


def test_a_known_error_is_said_without_a_traceback(
    app: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise DamagedInstallationError

    monkeypatch.setattr(app, "run", fail)
    assert command.main(["run"]) == 1
    assert capsys.readouterr().err == f"{DamagedInstallationError()}\n"


@pytest.mark.parametrize(("wish", "does"), [("plan", "plan"), ("end", "end_the_day")])
def test_the_hours_of_the_post_are_asked_for_as_its_services_do(
    wish: str, does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(hours, does, lambda section: asked.append(section.closes))
    assert command.main(["hours", wish, "--set", 'post.closes="19:00"']) == 0
    assert asked == ["19:00"]


def test_check_says_every_problem_of_settings_and_procedures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _procedures_with(monkeypatch, Problem("permis.yaml", "Il manque un titre.", line=1))
    assert command.main(["check", "--set", "site.nam=A"]) == 1
    assert capsys.readouterr().err == (
        "ligne de commande : « nam » n'est pas connu. Vouliez-vous dire « name » ?\n"
        "permis.yaml, ligne 1 : Il manque un titre.\n"
    )


def test_check_says_when_all_is_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _procedures_with(monkeypatch)
    assert command.main(["check"]) == 0
    assert capsys.readouterr().out.startswith("Tout va bien")


def _procedures_with(monkeypatch: pytest.MonkeyPatch, *problems: Problem) -> None:
    monkeypatch.setattr(loader, "load", lambda _folders: SimpleNamespace(problems=problems))


_OF_THE_POST = (
    "doctor",
    "check",
    "poster a.pdf",
    "staff list",
    "staff add nadia",
    "procedures list",
    "receipts verify",
    "sheets list",
    "packs list",
    "setup",
    "hours end",
)


@pytest.mark.parametrize("typed", _OF_THE_POST)
def test_whoever_may_not_look_into_the_post_is_told_so_and_nothing_that_is_wrong(
    typed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _as_a_stranger(monkeypatch)
    assert command.main([*typed.split(), "--set", f'state.directory="{tmp_path}"']) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{command.StrangerError()}\n"
    assert "sudo" in said.err


@pytest.mark.parametrize("typed", ["config reference", "procedures schema"])
def test_what_asks_nothing_of_the_post_is_for_everybody(
    typed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _as_a_stranger(monkeypatch)
    assert command.main([*typed.split(), "--set", f'state.directory="{tmp_path}"']) == 0


def _as_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the kernel answers another account than the post's: tests may be root's, who may enter everywhere."""
    answers = {"geteuid": lambda: 1000, "access": lambda *_: False, "stat": lambda _: SimpleNamespace(st_uid=990)}
    monkeypatch.setattr(command, "os", SimpleNamespace(**{**vars(os), **answers}))


@pytest.mark.parametrize(("verdict", "status"), [("ok", 0), ("warning", 0), ("failed", 1)])
def test_doctor_ends_in_error_only_when_something_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verdict: str, status: int
) -> None:
    said = doctor.Check("pairs", doctor.Verdict(verdict), "Une paire.", "On attend.", "Branchez.")
    monkeypatch.setattr(doctor, "run", lambda _loaded: (said,))
    assert command.main(["doctor"]) == status
    assert "Une paire.\n    On attend.\n    Branchez.\n" in capsys.readouterr().out
    assert command.main(["doctor", "--json"]) == status
    assert json.loads(capsys.readouterr().out) == [
        {
            "code": "pairs",
            "verdict": verdict,
            "what": "Une paire.",
            "consequence": "On attend.",
            "remedy": "Branchez.",
        }
    ]


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"kiosk {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["runn"],
        ["run", "--conf", "x"],
        ["run", "--set"],
        ["run", "a.pdf"],
        ["run", "--json"],
        ["card"],
        ["card", "a.pdf", "b.pdf"],
        ["card", "a.pdf", "--json"],
        ["doctor", "a.pdf"],
        ["staff"],
        ["staff", "ad", "awa"],
        ["staff", "add"],
        ["staff", "add", "awa", "483920"],
        ["staff", "list", "awa"],
        ["staff", "list", "--json"],
        ["sheets"],
        ["sheets", "import"],
        ["sheets", "import", "a.zip", "b.zip"],
        ["sheets", "list", "--json"],
    ],
)
def test_a_command_that_is_not_understood_is_answered_in_french(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(arguments)
    assert stopped.value.code == 2
    assert "n'est pas comprise" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["doctr"], "Vouliez-vous dire « kiosk doctor » ?"),
        (["packs", "instal", "a.pack"], "kiosk packs install FICHIER"),
        (["packs", "instal", "a.pack"], "Vouliez-vous dire « kiosk packs install » ?"),
        (["procedures", "lst"], "Vouliez-vous dire « kiosk procedures list » ?"),
        (["check", "setings"], "Vouliez-vous dire « kiosk check settings » ?"),
        (["doctor", "--jsn"], "Vouliez-vous dire « --json » ?"),
        (["check", "--conig=a.toml"], "Vouliez-vous dire « --config » ?"),
        (["check", "--json"], "« --json » ne va pas avec « kiosk check »."),
        (["staff"], "kiosk staff add NOM"),
        (["qqq"], "Tapez « kiosk --help »"),
    ],
)
def test_what_was_meant_is_said(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(arguments)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_the_help_of_one_command_tells_of_it_alone(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main([name, "--help"])
    assert stopped.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith((f"  kiosk {name}", "     ")) for line in lines)


def test_the_help_is_in_french_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--help"])
    out = capsys.readouterr().out
    assert "kiosk run" in out
    assert "kiosk check" in out
    assert "kiosk doctor" in out
    assert "kiosk card" in out
    assert all(f"kiosk staff {wish}" in out for wish in ("add", "remove", "list"))
    assert all(f"kiosk procedures {wish}" in out for wish in ("check", "new", "list", "schema"))
    assert "usage" not in out


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def state(tmp_path: Path) -> list[str]:
    return ["--set", f"state.directory={tmp_path / 'state'}"]


def test_the_pin_of_it_is_listed_as_such_and_the_word_means_nothing_elsewhere(
    state: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("483920\n"))
    assert command.main(["staff", "add", "marc", "--it", *state]) == 0
    assert command.main(["staff", "list", *state]) == 0
    assert capsys.readouterr().out == ("« marc » a maintenant un code (informatique).\nmarc (informatique)\n")
    for words in (["staff", "remove", "marc", "--it"], ["doctor", "--it"]):
        with pytest.raises(SystemExit):
            command.main([*words, *state])


def test_a_pin_is_given_listed_and_taken_away(
    state: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("483920\n"))
    assert command.main(["staff", "add", "awa", *state]) == 0
    assert command.main(["staff", "list", *state]) == 0
    assert command.main(["staff", "remove", "aw", *state]) == 1
    assert command.main(["staff", "remove", "awa", *state]) == 0
    assert command.main(["staff", "list", *state]) == 0
    said = capsys.readouterr()
    assert said.out == (
        "« awa » a maintenant un code.\nawa\n« awa » n'a plus de code.\n"
        "Personne n'a de code. Pour en donner un : sudo kiosk staff add NOM\n"
    )
    assert "Vouliez-vous dire « awa » ?" in said.err


def _never_asked(_prompt: str) -> str:
    raise AssertionError("a PIN was asked for")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("awa", "a déjà un code"),
        ("Awa", "ne convient pas comme nom"),
        ("../awa", "ne convient pas comme nom"),
    ],
)
def test_a_name_that_cannot_be_is_refused_before_a_pin_is_asked(
    state: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("483920\n"))
    assert command.main(["staff", "add", "awa", *state]) == 0
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", _never_asked)
    assert command.main(["staff", "add", name, *state]) == 1
    assert said in capsys.readouterr().err


def test_whoever_may_not_write_hears_it_before_a_pin_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", _never_asked)
    access = os.access  # root may write anywhere: the answer to another account
    monkeypatch.setattr(os, "access", lambda place, mode: access(place, mode) and not mode & os.W_OK)
    state = tmp_path / "not-yet" / "state"
    assert command.main(["staff", "add", "awa", "--set", f"state.directory={state}"]) == 1
    said = capsys.readouterr().err
    assert "ne peut pas être écrit" in said
    assert "sudo" in said
    assert not state.parent.exists()


@pytest.mark.parametrize(("typed", "status"), [(("483920", "483920"), 0), (("483920", "483921"), 1)])
def test_at_a_terminal_a_pin_is_asked_twice_and_never_shown(
    state: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, str],
    status: int,
) -> None:
    answers = iter(typed)
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(answers))
    assert command.main(["staff", "add", "awa", *state]) == status
    said = capsys.readouterr()
    assert next(answers, None) is None
    assert ("ne sont pas les mêmes" in said.err) is bool(status)
    assert "4839" not in said.out + said.err


def test_a_pin_that_is_refused_ends_in_error_and_says_why(
    state: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("123456\n"))
    assert command.main(["staff", "add", "awa", *state]) == 1
    assert "trop facile" in capsys.readouterr().err


def test_the_list_of_procedures_ends_with_what_to_write_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    OpeningCounts(tmp_path).add("www.exemple.fr")
    DriftCounts(tmp_path).add("caf-rsa", "rsa")
    assert command.main(["procedures", "list", "--set", f"state.directory={tmp_path}"]) == 0
    said = capsys.readouterr().out
    assert "    1  www.exemple.fr" in said
    assert "    1  caf-rsa : rsa" in said


# --- the first start ----------------------------------------------------------------------------------------------


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What happens at `kiosk open`, without screens: the questions, then another program."""
    happened: list[object] = []

    def ask(loaded: Loaded, system: Path) -> bool:
        happened.append(system.name)
        return True

    monkeypatch.setitem(sys.modules, "kiosk.assistant.program", SimpleNamespace(run=ask))
    monkeypatch.setattr("kiosk.assistant.program", SimpleNamespace(run=ask), raising=False)
    monkeypatch.setattr(command.os, "execv", lambda program, words: happened.append(words[3:]))
    yield happened


def test_a_post_that_nobody_named_asks_and_then_begins_anew(first: list[object], app: Any, tmp_path: Path) -> None:
    (tmp_path / "setup-again").touch()
    command.main(["open", "--set", f'state.directory="{tmp_path}"'])
    assert not (tmp_path / "setup-again").exists()
    assert first == ["absent.toml", ["run", "--set", f'state.directory="{tmp_path}"']]


def test_a_post_that_has_a_name_opens_at_once(first: list[object], app: Any, tmp_path: Path) -> None:
    assert command.main(["open", "--set", f'state.directory="{tmp_path}"', "--set", "site.name=Ici"]) == 0
    assert first == []
    assert app.asked[0].site.name == "Ici"


def test_it_can_be_asked_again(first: list[object], app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9")
    system = tmp_path / "kiosk.toml"
    system.write_text('[site]\nname = "Ici"\n')
    assert command.main(["setup", "--config", str(system)]) == 0
    assert first == ["kiosk.toml"]


def test_what_was_answered_at_the_post_counts_below_its_file(app: Any, tmp_path: Path) -> None:
    (tmp_path / "post.toml").write_text('[site]\nname = "Chez nous"\npost = "p-1"\n')
    (tmp_path / "kiosk.toml").write_text(f'[site]\nname = "La mairie"\n[state]\ndirectory = "{tmp_path}"\n')
    command.main(["run", "--config", str(tmp_path / "kiosk.toml")])
    assert (app.asked[0].site.name, app.asked[0].site.post) == ("La mairie", "p-1")
