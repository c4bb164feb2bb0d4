"""`kiosk procedures`: what is typed, what is read back, with which status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import __main__ as kiosk
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import loader


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kiosk, "SYSTEM_FILE", tmp_path / "absent.toml")
    monkeypatch.chdir(tmp_path)


def test_a_new_procedure_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk.main(["procedures", "new", "ma-demande"]) == 0
    assert "ma-demande.yaml" in capsys.readouterr().out
    first = Path("ma-demande.yaml").read_text().splitlines()[0]
    assert first == f"# yaml-language-server: $schema={PACKAGED_PROCEDURES / 'procedure.schema.json'}"
    assert kiosk.main(["procedures", "check", "ma-demande.yaml"]) == 0
    assert capsys.readouterr().out == "Tout va bien : 1 démarche, rien à corriger.\n"


def test_a_file_that_is_there_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ma-demande.yaml").write_text("à moi")
    assert kiosk.main(["procedures", "new", "ma-demande"]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert Path("ma-demande.yaml").read_text() == "à moi"


@pytest.mark.parametrize("name", ["Ma demande", "../ailleurs", "été", "-x", "a" * 61])
def test_a_name_that_is_none_writes_nothing(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk.main(["procedures", "new", "--", name]) == 1
    assert "comme prime-activite" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_what_is_wrong_is_said_with_its_line_and_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    kiosk.main(["procedures", "new", "ma-demande"])
    file = Path("ma-demande.yaml")
    file.write_text(file.read_text().replace("do: Écrivez votre nom.", "do: Renseignez votre nom."))
    capsys.readouterr()
    assert kiosk.main(["procedures", "check", "ma-demande.yaml"]) == 1
    err = capsys.readouterr().err.splitlines()
    line = file.read_text().splitlines().index("    do: Renseignez votre nom.") + 1
    assert err == [
        f"ma-demande.yaml, ligne {line} : « Renseignez » est un mot difficile. Attendu : « remplir ». [mot-difficile]",
        "1 démarche, 1 chose à corriger.",
    ]
    assert kiosk.main(["procedures", "check", "ma-demande.yaml", "--json"]) == 1
    (said,) = json.loads(capsys.readouterr().out)
    assert (said["code"], said["line"], said["expected"]) == ("mot-difficile", line, "« remplir »")


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk.main(["procedures", "check", "absente.yaml"]) == 1
    assert "absente.yaml" in capsys.readouterr().err


def test_a_folder_stands_for_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    kiosk.main(["procedures", "new", "ma-demande"])
    kiosk.main(["procedures", "new", "mon-papier"])
    capsys.readouterr()
    assert kiosk.main(["procedures", "check", "."]) == 0
    assert "2 démarches" in capsys.readouterr().out


def test_a_site_may_replace_a_procedure_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = loader.files_of(PACKAGED_PROCEDURES, [])[0]
    (tmp_path / own.name).write_text(own.read_text())
    kiosk.main(["procedures", "check", "--set", f'procedures.folders=["{tmp_path}"]'])
    assert "est déjà la démarche" not in "".join(capsys.readouterr())


def test_the_list_says_what_is_known_of_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "drifts.json").write_text('{"caf-attestation": {"code": 2, "numero": 1}}')
    state = ["--set", f"state.directory={tmp_path}"]
    assert kiosk.main(["procedures", "list", *state]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("caf-attestation ")]
    assert line.split()[1] == "social_sante" and "jamais" in line and line.endswith(" 3")
    assert kiosk.main(["procedures", "list", "--json", *state]) == 0
    row = next(row for row in json.loads(capsys.readouterr().out) if row["id"] == "caf-attestation")
    assert (row["vérifiée"], row["changements"], row["langues"]) == ("jamais", 3, "fr, en, ar")


@pytest.mark.parametrize(
    "words",
    [
        ["procedures"],
        ["procedures", "chek"],
        ["procedures", "new"],
        ["procedures", "new", "a", "b"],
        ["procedures", "list", "a"],
        ["procedures", "new", "a", "--json"],
    ],
)
def test_what_is_not_understood_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        kiosk.main(words)
    assert left.value.code == 2
    assert "kiosk procedures check" in capsys.readouterr().err, "it says all that the command can do"


def test_the_schema_is_printed_as_it_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk.main(["procedures", "schema"]) == 0
    assert capsys.readouterr().out == (PACKAGED_PROCEDURES / "procedure.schema.json").read_text()
