"""The kiosk always starts, and IT always learns what is wrong and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import loader
from kiosk.config.keys import KEYSYMS
from kiosk.config.loader import load, packaged
from kiosk.config.model import Config, Key
from kiosk.errors import DamagedInstallationError, Problem

Write = Callable[..., Path]
_LEFT_OUT = "Ce fichier n'est pas pris en compte."


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes, name: str = "kiosk.toml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


# --- layers -------------------------------------------------------------------------------------------------------


def test_a_post_without_settings_has_the_packaged_ones() -> None:
    loaded = load()
    assert loaded.config == packaged()
    assert loaded.problems == ()


def test_the_file_is_above_the_defaults_and_the_command_line_above_the_file(write: Write) -> None:
    path = write('[session]\nidle_seconds = 100\nwarning_seconds = 30\n[site]\nname = "Le Blosne"\n')
    config = load([path], ["session.idle_seconds=200"]).config
    assert (config.session.idle_seconds, config.session.warning_seconds) == (200, 30)
    assert config.session.closing_seconds == packaged().session.closing_seconds
    assert config.site.name == "Le Blosne"


def test_it_is_known_where_each_setting_was_written_last(write: Write) -> None:
    first = write("[session]\nidle_seconds = 11\n\nwarning_seconds = 30\n", "first.toml")
    second = write("\n\n[session]\nidle_seconds = 12\n", "second.toml")
    lines = load([first, second], ["site.name=Ici"]).lines
    assert dict(lines) == {
        ("session", "idle_seconds"): ("second.toml", 4),
        ("session", "warning_seconds"): ("first.toml", 4),
        ("site", "name"): ("ligne de commande", None),
    }


def test_a_later_file_is_above_an_earlier_one(write: Write) -> None:
    first, second = write("[guest]\nhome_mb = 300\n"), write("[guest]\nhome_mb = 400\n", "b.toml")
    assert load([first, second]).config.guest.home_mb == 400


def test_lists_and_paths_are_read(write: Write) -> None:
    path = write('[network]\nallow = ["mairie.fr", "*.mairie.fr"]\n[procedures]\nfolders = ["/srv/demarches"]\n')
    config = load([path]).config
    assert config.network.allow == ("mairie.fr", "*.mairie.fr")
    assert config.procedures.folders == (Path("/srv/demarches"),)


def test_the_programs_own_procedures_come_before_the_sites(write: Write) -> None:
    own, site = load([write('[procedures]\nfolders = ["/srv/demarches"]\n')]).config.procedures.every_folder
    assert any(own.glob("*.yaml"))
    assert site == Path("/srv/demarches")


def test_a_mark_left_by_another_systems_editor_is_no_fault(write: Write) -> None:
    loaded = load([write(b"\xef\xbb\xbf[session]\r\nidle_seconds = 90\r\n")])
    assert (loaded.config.session.idle_seconds, loaded.problems) == (90, ())


# --- problems in a file -------------------------------------------------------------------------------------------


def test_an_unknown_key_names_its_line_and_the_nearest_one(write: Write) -> None:
    path = write("# réglages\n\n[session]\nwarning_seconds = 30\n\n\nidle_second = 100\n")
    loaded = load([path])
    assert str(only(loaded.problems)) == (
        "kiosk.toml, ligne 7 : « idle_second » n'est pas connu. Vouliez-vous dire « idle_seconds » ?"
    )
    assert loaded.config.session.warning_seconds == 30


def test_an_unknown_section_names_its_line_and_the_nearest_one(write: Write) -> None:
    problem = only(load([write("[site]\nname = 'A'\n[sesion]\nidle_seconds = 3\n")]).problems)
    assert (problem.line, problem.nearest) == (3, "session")


def test_a_key_in_the_wrong_section_is_shown_the_right_one(write: Write) -> None:
    problem = only(load([write('[site]\nlanguage = "ar"\n')]).problems)
    assert problem.nearest == "[display] language"


def test_a_word_that_resembles_nothing_is_shown_all_there_is(write: Write) -> None:
    problem = only(load([write("[site]\nzzzz = 1\n")]).problems)
    assert (problem.nearest, problem.expected) == (None, "name ou post")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('[session]\nidle_seconds = "300"', "un nombre entier, de 5 à 3600"),
        ("[session]\nidle_seconds = true", "un nombre entier, de 5 à 3600"),
        ("[session]\nidle_seconds = 0", "un nombre entier, de 5 à 3600"),
        ("[procedures]\npractice = 1", "true ou false"),
        ("[display]\ntext_percent = 110", "100, 125, 150 ou 200"),
        ('[state]\ndirectory = "var"', "un chemin complet, comme « /srv/demarches »"),
        ('[network]\nupstream = "proxy"', "« hôte:port », ou rien"),
        ('[network]\nupstream = "proxy:99999"', "« hôte:port », ou rien"),
        ('[network]\nallow = "mairie.fr"', 'une liste de noms de sites, comme ["exemple.fr"]'),
        ('[network]\nallow = ["https://mairie.fr"]', 'une liste de noms de sites, comme ["exemple.fr"]'),
        ('[site]\nname = "a\\u0000b"', "un nom court"),
        ("[site]\npost = 'Mme Dupont'", "des lettres, des chiffres et des tirets"),
    ],
)
def test_a_value_that_is_not_valid_leaves_the_default_and_says_what_was_expected(
    write: Write, line: str, expected: str
) -> None:
    loaded = load([write(line + "\n")])
    problem = only(loaded.problems)
    assert (problem.line, problem.expected) == (2, expected)
    assert loaded.config == packaged()


def test_a_misspelt_choice_is_shown_the_nearest(write: Write) -> None:
    assert only(load([write('[display]\ncontrast = "hight"\n')]).problems).nearest == "high"


def test_one_bad_value_costs_no_other(write: Write) -> None:
    loaded = load([write('[display]\nlanguage = "klingon"\ntext_percent = 150\n')])
    assert (loaded.config.display.language, loaded.config.display.text_percent) == ("fr", 150)


def test_a_setting_where_a_section_belongs_is_said(write: Write) -> None:
    assert only(load([write("session = 3\n")]).problems).expected == "[session], seul sur sa ligne"


def test_a_file_with_broken_syntax_is_left_out_whole_with_line_and_column(write: Write) -> None:
    loaded = load([write("[session]\nidle_seconds = 60\nwarning_seconds 30\n")])
    problem = only(loaded.problems)
    assert (problem.line, problem.column) == (3, 17)
    assert loaded.config == packaged()


def test_a_file_that_stops_too_soon_is_said_at_its_last_line(write: Write) -> None:
    assert only(load([write('[site]\nname = "')]).problems).line == 2


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[site]\nname = " + b"[" * 5000, b"#" * 300_000])
def test_a_file_that_is_no_text_at_all_is_left_out(write: Write, content: bytes) -> None:
    loaded = load([write(content)])
    assert only(loaded.problems).what.endswith(_LEFT_OUT)
    assert loaded.config == packaged()


def test_a_file_that_cannot_be_read_is_said_and_whether_it_is_there(tmp_path: Path) -> None:
    absent = only(load([tmp_path / "absent.toml"]).problems)
    assert (absent.file, absent.what.split(" » ")[1]) == ("absent.toml", f"n'existe pas. {_LEFT_OUT}")
    folder = only(load([tmp_path]).problems)
    assert (folder.file, folder.what.split(" » ")[1]) == (tmp_path.name, f"ne peut pas être lu. {_LEFT_OUT}")


def test_limits_that_contradict_each_other_go_back_to_the_defaults(write: Write) -> None:
    loaded = load([write("[guest]\nhome_mb = 50\n")])
    problem = only(loaded.problems)
    assert (problem.line, problem.what.split()[1]) == (2, "home_mb")
    assert loaded.config.guest == packaged().guest


# --- problems on the command line ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "session", "session.idle_seconds", "=3", "idle_seconds=3", ".=1"])
def test_an_override_that_is_not_understood_is_said_with_an_example(text: str) -> None:
    assert only(load(overrides=[text]).problems).file == "ligne de commande"


def test_an_override_needs_no_quotes() -> None:
    assert load(overrides=["site.name=Le Blosne"]).config.site.name == "Le Blosne"


# --- whatever is written ------------------------------------------------------------------------------------------


@given(st.binary(max_size=300))
def test_random_bytes_never_stop_the_kiosk(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "random.toml"
    path.write_bytes(content)
    assert isinstance(load([path]).config, Config)


_WORDS = st.sampled_from(
    [*'[]{}#="', " = ", "\n", "99", '"""', "[session]\n", "[guest]\n", "idle_seconds", "tray_mb", "home_mb", "a.b"]
)


@given(st.lists(_WORDS | st.text(max_size=4), max_size=30).map("".join))
def test_what_nearly_is_a_configuration_never_stops_the_kiosk(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "near.toml"
    path.write_text(content, encoding="utf-8")
    loaded = load([path])
    assert all(str(problem) for problem in loaded.problems)


@given(st.lists(st.text(max_size=30) | st.text(max_size=20).map("session.idle_seconds={}".format), max_size=5))
def test_random_overrides_never_stop_the_kiosk(overrides: list[str]) -> None:
    assert isinstance(load(overrides=overrides).config, Config)


# --- the packaged defaults ----------------------------------------------------------------------------------------


def test_every_packaged_setting_is_explained_to_it() -> None:
    above = ""
    for line in loader.PACKAGED_FILE.read_text(encoding="utf-8").splitlines():
        if " = " in line and not line.startswith("#"):
            assert above.startswith("# "), f"no words above: {line}"
        else:
            above = line


@pytest.mark.parametrize("content", ["", "[session]\nidle_seconds = 0\n", "not toml"])
def test_damaged_defaults_are_an_error_with_words_for_it(
    write: Write, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setattr(loader, "PACKAGED_FILE", write(content))
    with pytest.raises(DamagedInstallationError, match="E-101"):
        load()


# --- who drives ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["a", "5", "Return", "Tab", "Escape", "space", "F5", "F6", "Left", "Shift_L", "f9", ""])
def test_a_key_that_people_need_does_not_steer(tmp_path: Path, key: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[control]\npair = true\nbrake_key = "{key}"\n')
    loaded = load([file])
    assert loaded.config.control.brake_key == packaged().control.brake_key
    (problem,) = loaded.problems
    assert problem.line == 3
    assert problem.expected is not None
    assert "Pause" in problem.expected


def test_a_key_nearly_written_is_named() -> None:
    (problem,) = load(overrides=["control.take_key=f9"]).problems
    assert problem.nearest == "F9"


def test_each_key_that_may_be_written_has_a_number() -> None:
    assert set(get_args(Key)) == set(KEYSYMS)
    assert len(set(KEYSYMS.values())) == len(KEYSYMS)


def test_one_key_for_two_wishes_is_refused_with_its_line_and_the_free_ones(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[control]\ntake_key = "Pause"\nbrake_key = "Pause"\n')
    loaded = load([file])
    assert loaded.config.control == packaged().control
    (problem,) = loaded.problems
    assert problem.line == 3
    assert problem.expected is not None
    assert "F8" in problem.expected
    assert "Pause" not in problem.expected


def test_a_key_that_meets_a_default_is_refused_too(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[control]\ntake_key = "F12"\n')
    (problem,) = load([file]).problems
    assert problem.line == 2


def test_one_device_for_both_people_stays_the_users(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[control]\nuser_devices = ["usb-1", "usb-2"]\nmediator_devices = ["usb-2", "usb-3"]\n')
    loaded = load([file])
    assert loaded.config.control.user_devices == ("usb-1", "usb-2")
    assert loaded.config.control.mediator_devices == ("usb-3",)
    (problem,) = loaded.problems
    assert problem.line == 3
    assert "usb-2" in problem.what


# --- what was answered on the post's own screen -------------------------------------------------------------------


def test_the_post_s_own_file_is_below_it_s_and_above_the_defaults(write: Write, tmp_path: Path) -> None:
    write('[site]\nname = "Chez nous"\npost = "p-1"\n', "post.toml")
    system = write(f'[site]\nname = "La mairie"\n[state]\ndirectory = "{tmp_path}"\n')
    loaded = loader.load_post((system,))
    assert (loaded.config.site.name, loaded.config.site.post, loaded.problems) == ("La mairie", "p-1", ())
    assert loaded.lines["site", "post"] == ("post.toml", 3)


@pytest.mark.parametrize("section", sorted(loader.ONLY_IT))
def test_the_post_s_own_file_decides_nothing_that_is_it_s(write: Write, tmp_path: Path, section: str) -> None:
    assert section in Config.model_fields
    write(f'[site]\npost = "p-1"\n[{section}]\ndirectory = "/srv/x"\n', "post.toml")
    loaded = loader.load_post((), [f'state.directory="{tmp_path}"'])
    assert loaded.config.site.post == "p-1"
    assert loaded.config.state.directory == tmp_path
    assert f"post.toml, ligne 3 : [{section}] ne peut pas être réglé ici." in str(only(loaded.problems))


@pytest.mark.parametrize("head", ["", "[a]\n", "["])
def test_a_name_without_end_is_refused_before_it_takes_the_posts_memory(write: Write, head: str) -> None:
    import resource  # noqa: PLC0415

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (problem,) = load([write(head + "x." * 40_000 + "x = 1")]).problems
    assert problem.expected == "du texte TOML en UTF-8"
    (problem,) = load([], ["site.name={" + "x." * 40_000 + "x = 1}"]).problems
    assert problem.nearest is None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
