"""A language that is there as files only is offered, chosen, and speaks French where it is silent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk import languages
from kiosk.procedures.model import Procedure
from kiosk.session.messages import Appearance
from kiosk.ui import i18n
from kiosk.ui.i18n import translate
from kiosk.ui.screens.header import LanguageChoice
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Label

BRETON = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="br">
<context><name>Home</name>
<message><source>Chercher</source><translation>Klask</translation></message>
<message><source>Que voulez-vous faire ?</source><translation>Petra ho peus c'hoant d'ober?</translation></message>
</context>
</TS>
"""


@pytest.fixture
def breton(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    folder = shutil.copytree(languages.FOLDER, tmp_path / "locale", ignore=shutil.ignore_patterns("*.ts"))
    (folder / "br.yaml").write_text("name: Brezhoneg\nfrench: le breton\n", encoding="utf-8")
    (folder / "br.ts").write_text(BRETON, encoding="utf-8")
    assert i18n.compile_locales(folder) == [folder / "br.qm"]
    monkeypatch.setattr(languages, "FOLDER", folder)
    yield
    i18n.install(qapp, "fr")


@pytest.mark.usefixtures("breton")
def test_a_fourth_language_is_offered_and_used(shell: Shell, dress, qtbot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_home()
    choice = shell.windows[0].findChild(LanguageChoice)
    offered = [button.text() for button in choice.findChildren(QPushButton)]
    assert offered == ["Français", "English", "العربية", "Brezhoneg"]
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.findChildren(QPushButton)[3].click()
    assert chosen.args == ["br"]
    qtbot.waitUntil(lambda: shell.appearance.language == "br")
    assert translate("Home", "Chercher") == "Klask"
    assert translate("Page", "Retour") == "Retour"


def sheet_of(shell: Shell, procedure: Procedure) -> list[str]:
    shell._context.shelf.procedures.append(procedure)
    shell.pages.open_sheet(procedure.id)
    window = shell.windows[0]
    return [label.text() for label in window.findChildren(Label) if label.isVisibleTo(window)]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"fr": "Titre"}, "This guide is in French."),
        ({"fr": "Titre", "en": "Title"}, "A part of this guide is in French."),
    ],
)
def test_the_sheet_says_in_the_persons_language_that_the_guide_is_in_french(shell: Shell, dress, texts, said) -> None:
    whole = {"id": "essai", "summary": "Une aide.", "theme": "social_sante", "service": "Caisse", "minutes": 5}
    steps = [{"id": "lire", "do": "Lisez."}]
    procedure = Procedure.model_validate(
        {**whole, "title": texts, "short": texts, "start": "https://www.caf.fr/", "steps": steps}
    )
    dress(shell, 1280, 800, Appearance(language="en"))
    assert sheet_of(shell, procedure).count(said) == 1
    dress(shell, 1280, 800, Appearance())
    assert "Ce guide est en français." not in sheet_of(shell, procedure)
