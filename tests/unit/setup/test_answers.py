"""A file of answers is taken whole, or refused whole with its lines; it never gives away a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.setup.answers import LARGEST_FILE, SetupError, read, read_file
from kiosk.staff import Given, Role

GOOD = b"""\
[site]
name = "Le Blosne"
post = "accueil-1"

[voice]
voices = { fr = "mb-fr1" }

[mediators]
nadia = "492817"

[it]
marc = "730194"
"""


def problems(text: str) -> list[str]:
    found = read("poste.toml", text.encode())
    assert found.answers.settings == {}
    assert found.answers.people == ()
    return [str(one) for one in found.problems]


def test_settings_and_codes_are_read() -> None:
    found = read("poste.toml", GOOD)
    assert found.problems == ()
    assert found.answers.settings == {
        ("site", "name"): "Le Blosne",
        ("site", "post"): "accueil-1",
        ("voice", "voices"): {"fr": "mb-fr1"},
    }
    assert found.answers.people == (Given("nadia", "492817"), Given("marc", "730194", Role.IT))


def test_a_file_of_codes_alone_is_a_file_too() -> None:
    assert read("codes.toml", b'[it]\nmarc = "730194"\n').answers.people == (Given("marc", "730194", Role.IT),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[site]\nnme = "x"', "poste.toml, ligne 2 : « nme » n'est pas connu. Vouliez-vous dire « name » ?"),
        ('[mediator]\nnadia = "492817"', "ligne 1 : « mediator » n'est pas connu. Vouliez-vous dire « mediators » ?"),
        ("[site]\nname = ", "ligne 2 : Le fichier est mal écrit ici."),
        ("[print]\ncopies = 900", "ligne 2 : « copies » ne peut pas valoir 900."),
        ('[mediators]\nNadia = "492817"', "ligne 2 : « Nadia » ne convient pas comme nom"),
        ("[mediators]\nnadia = 492817", "ligne 2 : Le code de « nadia » doit être entre guillemets."),
        ('[mediators]\nnadia = "123456"', "ligne 2 : Code de « nadia » : Ce code est trop facile"),
        ('[mediators]\na = "492817"\n[it]\na = "730194"', "ligne 4 : « a » est là deux fois."),
        ('[mediators]\na = "492817"\nb = "492817"', "ligne 3 : Le code de « b » est aussi celui d'une autre personne."),
        ("mediators = 3\n[site]\npost = 'x'", "« mediators » est une partie, pas un réglage."),
        ("# rien\n", "Ce fichier ne dit rien."),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nothing_of_the_file_is_taken(text: str, said: str) -> None:
    (problem,) = problems(text)
    assert said in problem


def test_all_that_is_wrong_is_said_at_once_in_the_files_order() -> None:
    found = problems('[mediators]\nnadia = "111111"\n\n[site]\nnme = "x"\n')
    assert [one.split(" : ")[0] for one in found] == ["poste.toml, ligne 2", "poste.toml, ligne 5"]


@pytest.mark.parametrize("code", ["492817x", "111111", "739"])
def test_no_sentence_shows_a_code(code: str) -> None:
    assert all(code not in one for one in problems(f'[mediators]\nnadia = "{code}"\n[site]\nnme = "x"\n'))
    assert code not in repr(Given("nadia", code))


def test_what_is_no_file_of_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="ne peut pas être lu"):
        read_file(tmp_path / "absent.toml")
    big = tmp_path / "big.toml"
    big.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert "trop grand" in str(read_file(big).problems[0])


def test_the_example_wants_nothing_but_codes_of_ones_own() -> None:
    example = (Path(__file__).parents[3] / "packaging" / "poste.exemple.toml").read_text()
    assert all("Code de" in one for one in problems(example))
    for pin in ("492817", "905172", "730194"):
        example = example.replace("à remplacer", pin, 1)
    found = read("poste.toml", example.encode())
    assert found.problems == ()
    assert {one.role for one in found.answers.people} == set(Role)
