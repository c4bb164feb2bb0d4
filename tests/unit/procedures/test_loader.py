"""A procedure that is badly written never keeps the post from opening, and its author learns where and what."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.errors import Problem
from kiosk.procedures import written
from kiosk.procedures.loader import Loaded, load
from kiosk.procedures.text import Memory, Text

PRIME = """\
id: prime
title: Demander la prime
short: Prime
summary: Une aide.
theme: social_sante
service: Caisse
start: https://www.caf.fr/
allow: [caf.fr, "@franceconnect"]
minutes: 5
cases:
  - id: seul
    label: Seul
steps:
  - id: compte
    do: Cliquez.
    target: { role: link, name: Mon compte }
    done: { address: www.caf.fr/compte* }
  - id: numero
    do: Écrivez.
    gesture: write
    cases: [seul]
    target:
      role: textbox
      name: Numéro
    done:
      any:
        - filled: { role: textbox, name: Numéro }
        - visible: { role: heading, name: Merci }
"""

Write = Callable[..., Path]


@pytest.fixture(params=["c", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may have been built without its C parser, whose errors have other words."""
    monkeypatch.setattr(written, "_LOADER", yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes, name: str = "prime.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path.parent

    return write


def said(loaded: Loaded) -> list[str]:
    return [str(problem) for problem in loaded.problems]


def ids(loaded: Loaded) -> list[str]:
    return [procedure.id for procedure in loaded.procedures]


# --- the product's own --------------------------------------------------------------------------------------------


def test_every_packaged_procedure_is_right_and_bears_the_name_of_its_file() -> None:
    loaded = load([PACKAGED_PROCEDURES])
    assert said(loaded) == []
    assert sorted(ids(loaded)) == sorted(path.stem for path in PACKAGED_PROCEDURES.glob("*.yaml"))
    assert ids(loaded)


# --- folders and files --------------------------------------------------------------------------------------------


def test_a_later_folder_replaces_a_procedure_without_a_word(write: Write) -> None:
    ours = write(PRIME, "ours/prime.yaml")
    site = write(PRIME.replace("title: Demander", "title: Obtenir"), "site/other-name.yml")
    loaded = load([ours, site])
    assert said(loaded) == []
    assert [procedure.title.fr for procedure in loaded.procedures] == ["Obtenir la prime"]


def test_a_bad_file_of_the_site_leaves_ours_in_place(write: Write) -> None:
    loaded = load([write(PRIME, "ours/prime.yaml"), write(PRIME + "hop: 3\n", "site/prime.yaml")])
    assert ids(loaded) == ["prime"]
    assert len(loaded.problems) == 1


def test_in_one_folder_the_first_of_two_same_ids_is_kept(write: Write) -> None:
    write(PRIME, "a.yaml")
    folder = write("# copie\n" + PRIME.replace("title: Demander", "title: Obtenir"), "b.yaml")
    loaded = load([folder])
    assert [procedure.title.fr for procedure in loaded.procedures] == ["Demander la prime"]
    assert said(loaded) == [
        (
            "b.yaml, ligne 2 : « prime » est déjà la démarche de a.yaml."
            " Cette démarche n'est pas prise en compte. Attendu : un autre « id »."
        )
    ]


def test_a_good_file_is_read_beside_bad_ones(write: Write) -> None:
    write("", "a.yaml")
    write("title: [", "b.yaml")
    write("not a procedure", "notes.txt")
    write("half", ".prime.yaml")
    loaded = load([write(PRIME)])
    assert ids(loaded) == ["prime"]
    assert [problem.file for problem in loaded.problems] == ["a.yaml", "b.yaml"]


def test_an_absent_folder_is_said(tmp_path: Path, write: Write) -> None:
    loaded = load(
        [tmp_path / "absent", write(PRIME, "here/prime.yaml"), tmp_path / "here" / "prime.yaml", Path("a\0b")]
    )
    assert ids(loaded) == ["prime"]
    assert [problem.file for problem in loaded.problems] == [
        str(tmp_path / "absent"),
        str(tmp_path / "here" / "prime.yaml"),
        "a\0b",
    ]


def test_a_pipe_or_a_folder_or_a_broken_link_is_no_procedure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").mkdir()
    (tmp_path / "c.yaml").symlink_to(tmp_path / "nothing")
    loaded = load([tmp_path])
    assert [problem.file for problem in loaded.problems] == ["a.yaml", "b.yaml", "c.yaml"]
    assert loaded.problems[0].what.startswith("Ce n'est pas un fichier.")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("", (None, None), "Le fichier est vide."),
        ("# rien\n\n", (None, None), "Le fichier est vide."),
        ("a" * 262_145, (None, None), "trop grand"),
        ("id: prime\ntitle: été\n".encode("latin-1"), (2, None), "illisible"),
        ("id: prime\ntitle: a\0b\n", (2, 9), "caractère invisible"),
        ("id: prime\ntitle:\n\tfr: x\n", (3, 1), "tabulation"),
        ("id: prime\ntitle: Attention : lisez\n", (2, 18), "« : » est de trop"),
        ("id: prime\nallow: [@identity]\n", (2, 9), "ne peut pas commencer par « @ »"),
        ("id: prime\nallow: [caf.fr\ntheme: x\n", (3, 6), "reste ouvert"),
        ("id: 'prime\ntitle: x\n", (1, 5), "guillemets ne sont pas fermés"),
        ('id: "a\\qb"\n', (1, 7), "« \\ »"),
        ("title:\n  fr: x\n en: y\n", (3, 2), "n'est pas à sa place"),
        ("id: - prime\n", (1, 5), "« - » est mal placé"),
        ("id: prime\nid: prime\n", (2, None), "« id » est écrit deux fois"),
        ("id: &a prime\n", (1, 5), "« & »"),
        ("id: prime\ntitle: *a\n", (2, 8), "« * »"),
        ("id: !!python/name:os.system x\n", (1, 5), "« ! »"),
        ("? [a]\n: b\n", (1, 3), "Il manque un mot"),
        ("id: prime\n---\nid: deux\n", (2, None), "deuxième démarche"),
        ("a: " + "[" * 60 + "]" * 60, (1, 27), "l'une dans l'autre"),
        ("%YAML 9.9\n---\nid: prime\n", (1, 1), "mal écrit"),
    ],
)
def test_a_file_that_is_no_yaml_of_ours(
    write: Write, content: str | bytes, place: tuple[int | None, int | None], words: str
) -> None:
    (problem,) = load([write(content)]).problems
    assert words in problem.what
    assert "Cette démarche n'est pas prise en compte." in problem.what
    # The two parsers do not see every fault on the very same letter.
    assert problem.line == place[0]
    assert (problem.column is None) == (place[1] is None)
    if problem.column is not None and place[1] is not None:
        assert abs(problem.column - place[1]) <= 1


def test_texts_named_and_repeated_do_not_fill_the_memory(write: Write) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    (problem,) = load([write(bomb)]).problems
    assert problem.line == 1


# --- what pydantic refuses, in French -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("theme:", "thme:", "ligne 5 : « thme » n'est pas connu. Vouliez-vous dire « theme » ?"),
        ("title: Demander la prime\n", "", "ligne 1 : Il manque « title »."),
        (
            "social_sante",
            "social_snate",
            "ligne 5 : « theme » ne peut pas valoir « social_snate ». Vouliez-vous dire « social_sante » ?",
        ),
        (
            "gesture: write",
            "gesture: zzz",
            "ligne 20 : « gesture » ne peut pas valoir « zzz ». Attendu : write, click, choose, send ou read.",
        ),
        (
            "{ role: link,",
            "{ role: lin,",
            "ligne 16, colonne 15 : « role » ne peut pas valoir « lin ». Vouliez-vous dire « link » ?",
        ),
        (
            "id: prime",
            "id: Prime d'été",
            ("ligne 1 : « id » ne peut pas valoir « Prime d'été »."
            " Attendu : des lettres sans accent, des chiffres et des tirets, comme prime-activite."),
        ),
        (
            "https://www",
            "http://www",
            ("ligne 7 : « start » ne peut pas valoir « http://www.caf.fr/ »."
            " Attendu : une adresse complète, comme https://www.caf.fr/."),
        ),
        (
            "[caf.fr",
            "[\ud7fccaf.fr",
            ("ligne 8, colonne 9 : « ?caf.fr » ne peut pas être dans cette liste."
            " Attendu : un nom de site (exemple.fr, *.exemple.fr) ou @groupe."),
        ),
        ("minutes: 5", "minutes: 0", "ligne 9 : « minutes » est trop petit. Attendu : 1 au moins."),
        ("minutes: 5", "minutes: 500", "ligne 9 : « minutes » est trop grand. Attendu : 240 au plus."),
        ("minutes: 5", "minutes: six", "ligne 9 : « minutes » n'est pas un nombre entier. Attendu : un nombre entier."),
        ("minutes: 5", "minutes: 2.5", "ligne 9 : « minutes » n'est pas un nombre entier. Attendu : un nombre entier."),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { megabytes: lourd }",
            "ligne 10, colonne 12 : « megabytes » n'est pas un nombre. Attendu : un nombre.",
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { megabytes: 0 }",
            "ligne 10, colonne 12 : « megabytes » est trop petit. Attendu : 0.1 au moins.",
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { megabytes: .nan }",
            "ligne 10, colonne 12 : « megabytes » n'est pas un nombre. Attendu : un nombre.",
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { formats: [pdf, jpg] }",
            "ligne 10, colonne 27 : « formats » ne peut pas valoir « jpg ». Vouliez-vous dire « jpeg » ?",
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { formats: pdf }",
            ("ligne 10, colonne 12 : « formats » n'est pas une liste."
            " Attendu : une liste, avec « - » devant chaque ligne."),
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: { format: [pdf] }",
            "ligne 10, colonne 12 : « format » n'est pas connu. Vouliez-vous dire « formats » ?",
        ),
        (
            "minutes: 5",
            "minutes: 5\naccepts: pdf",
            ("ligne 10 : « accepts » n'est pas écrit comme il faut."
            " Attendu : des mots avec leur valeur : formats, megabytes."),
        ),
        (
            "minutes: 5",
            "minutes: 5\nafter: Une lettre arrive.",
            ("ligne 10 : « after » n'est pas une liste."
            " Attendu : une liste, avec « - » devant chaque ligne."),
        ),
        (
            "    do: Écrivez.\n",
            "    do: Écrivez.\n    papers: prnt\n",
            "ligne 20 : « papers » ne peut pas valoir « prnt ». Vouliez-vous dire « print » ?",
        ),
        ("minutes: 5", "minutes:", "ligne 9 : « minutes » n'a pas de valeur."),
        (
            "minutes: 5",
            "minutes: 5\nverified: 2025-02-31",
            ("ligne 10 : « verified » ne peut pas valoir « 2025-02-31 »."
            " Attendu : une date, comme 2025-03-31, ou never."),
        ),
        (
            "minutes: 5",
            "minutes: 5\npractice: oui",
            "ligne 10 : « practice » ne peut pas valoir « oui ». Attendu : true ou false.",
        ),
        (
            "short: Prime",
            "short: 2025",
            ("ligne 3 : « short » n'est pas du texte."
            " Attendu : du texte ; les nombres, les dates, yes et no entre guillemets."),
        ),
        ("summary: Une aide.", "summary: ''", "ligne 4 : « summary » est vide. Attendu : au moins un caractère."),
        (
            "do: Écrivez.",
            f"do: {'é' * 401}",
            "ligne 19 : « do » est trop long. Attendu : 400 caractères au plus.",
        ),
        (
            '[caf.fr, "@franceconnect"]',
            "caf.fr",
            'ligne 8 : « allow » n\'est pas une liste. Attendu : une liste, comme [www.caf.fr, "@franceconnect"].',
        ),
        (
            "@franceconnect",
            "@franceconect",
            "ligne 8, colonne 17 : « @franceconect » n'est pas connu. Vouliez-vous dire « @franceconnect » ?",
        ),
        (
            "[caf.fr,",
            "[https://caf.fr,",
            ("ligne 8, colonne 9 : « https://caf.fr » ne peut pas être dans cette liste."
            " Attendu : un nom de site (exemple.fr, *.exemple.fr) ou @groupe."),
        ),
        ("id: numero", "id: compte", "ligne 18 : L'étape « compte » est écrite deux fois."),
        ("[seul]", "[deux]", "ligne 21, colonne 13 : L'étape « numero » nomme le cas inconnu « deux »."),
        ("    do: Cliquez.\n", "", "ligne 14 : Il manque « do »."),
        (
            PRIME[PRIME.index("steps:") :],
            "steps: []",
            "ligne 13 : « steps » est trop court. Attendu : au moins 1 dans la liste.",
        ),
        (PRIME, "bonjour", ("ligne 1 : Ce fichier n'est pas une démarche."
         " Attendu : des lignes « mot: valeur », comme « id: passeport ».")),
    ],
)  # fmt: skip
def test_each_fault_has_its_line_and_its_sentence(write: Write, good: str, bad: str, sentence: str) -> None:
    assert good in PRIME
    loaded = load([write(PRIME.replace(good, bad, 1))])
    assert said(loaded) == [f"prime.yaml, {sentence}"]
    assert loaded.procedures == ()


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ("{ adress: caf.fr }", "ligne 17, colonne 13 : « adress » n'est pas connu. Vouliez-vous dire « address » ?"),
        ("{ address: 5 }", "ligne 17, colonne 13 : « address » n'est pas du texte."),
        ("{ address: a, nam: b }", "ligne 17, colonne 25 : « nam » n'est pas connu."),
        ("{ gone: { role: link } }", "ligne 17, colonne 13 : Il manque « name »."),
        (
            "{ all: [{ any: [{ filled: { role: btton, name: x } }] }] }",
            "ligne 17, colonne 39 : « role » ne peut pas valoir « btton ». Vouliez-vous dire « button » ?",
        ),
        (
            "{ any: [{ visibl: 3 }] }",
            "ligne 17, colonne 21 : « visibl » n'est pas connu. Vouliez-vous dire « visible » ?",
        ),
        (
            "{ address: a, downloaded: b }",
            (
                "ligne 17 : « address » et « downloaded » ne vont pas ensemble."
                " Attendu : « all » pour les deux, « any » pour l'un des deux."
            ),
        ),
        (
            "{ served: pint }",
            "ligne 17, colonne 13 : « served » ne peut pas valoir « pint ». Vouliez-vous dire « print » ?",
        ),
        ("clic", "ligne 17 : « done » n'est pas une condition."),
        ("{}", "ligne 17 : « done » n'est pas une condition."),
        ("[]", "ligne 17 : « done » n'est pas une condition."),
    ],
)
def test_a_bad_condition_is_said_once_in_the_authors_words(write: Write, bad: str, sentence: str) -> None:
    (problem,) = load([write(PRIME.replace("{ address: www.caf.fr/compte* }", bad))]).problems
    assert str(problem).startswith(f"prime.yaml, {sentence}")


def test_several_faults_come_in_the_order_of_the_lines(write: Write) -> None:
    text = PRIME.replace("theme:", "thme:").replace("minutes: 5", "minutes: 0").replace("role: textbox", "role: txt", 1)
    assert [problem.line for problem in load([write(text)]).problems] == [5, 9, 23]


def test_what_is_missing_in_one_place_is_said_in_one_sentence(write: Write) -> None:
    text = PRIME.replace("title: Demander la prime\n", "").replace("minutes: 5\n", "")
    assert said(load([write(text)])) == ["prime.yaml, ligne 1 : Il manque « title » et « minutes »."]


def test_windows_files_are_read(write: Write) -> None:
    loaded = load([write(b"\xef\xbb\xbf" + PRIME.replace("\n", "\r\n").encode())])
    assert (ids(loaded), said(loaded)) == (["prime"], [])


# --- whatever is written ------------------------------------------------------------------------------------------

_SIGNS = [
    "\t",
    "- ",
    ": ",
    "&a ",
    "*a ",
    "!!int ",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "\\",
    "|",
    ">",
    "#",
    "%",
    "<<: ",
    "? ",
]
_WORDS = ["---\n", "null", "0x", "1:30", "2025-02-31", "1e999", "Address: ", "any: ", "done: ", "99" * 3000]
_ODD_LETTERS = ["é", "\ud7ff", "\x85", "\u2028", "\ufeff", '"\\ud800"']
_PIECES = st.sampled_from(_SIGNS + _WORDS + _ODD_LETTERS)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from([PRIME, (PACKAGED_PROCEDURES / "caf-attestation.yaml").read_text("utf-8")]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(_PIECES | st.text(max_size=5)) + text[end:]
    return text


@pytest.mark.usefixtures("parser")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
       | _mutated().map(lambda text: text.encode("utf-8", "surrogatepass")))  # fmt: skip
def test_nothing_that_is_written_raises_and_what_is_refused_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "prime.yaml").write_bytes(content)
    loaded = load([tmp_path])
    assert bool(loaded.procedures) != bool(loaded.problems)
    for problem in loaded.problems:
        _is_one_plain_sentence(problem, content)


def _is_one_plain_sentence(problem: Problem, content: bytes) -> None:
    sentence = str(problem)
    assert sentence.isprintable(), sentence
    sentence.encode(sys.stderr.encoding or "utf-8")
    lines = content.count(b"\n") + content.count(b"\r") + content.count(b"\xc2\x85") + content.count(b"\xe2\x80") + 1
    assert problem.line is None or 1 <= problem.line <= lines + 1
    assert not any(word in sentence for word in ("Input should", "literal[", "tuple[", "function-", "AnyOf"))


def test_a_translation_that_is_too_long_takes_no_procedure_with_it() -> None:
    text = Text.model_validate("Cliquez ici.", context=Memory({"en": {"Cliquez ici.": "x" * 401}}))
    assert (text.has("en"), text.get("en")) == (False, "Cliquez ici.")
    assert Text.model_validate("Cliquez ici.", context=Memory({"en": {"Cliquez ici.": "Click here."}})).has("en")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\r"])
def test_an_end_of_line_that_no_editor_shows_is_told_where_it_is(tmp_path: Path, end: str) -> None:
    (tmp_path / "prime.yaml").write_bytes(PRIME.replace("Une aide.", f"Une{end} aide.").encode())
    (problem,) = load([tmp_path]).problems
    assert (problem.line, problem.column) == (4, 13)
    assert "invisible" in problem.what
