"""A sheet of the published structure is read whole, as plain text; nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from demonstration.sheets import sheet_xml
from kiosk.sheets.errors import SheetsError
from kiosk.sheets.model import (
    Bullets,
    Cases,
    Chapter,
    Heading,
    Paragraph,
    Remark,
    Service,
    Sheet,
    Where,
    text_of,
)
from kiosk.sheets.reading import read_sheet


def read(content: bytes) -> Sheet:
    sheet = read_sheet("a.zip, F12.xml", content)
    assert sheet is not None
    return sheet


def blocks(body: str) -> tuple[object, ...]:
    return read(sheet_xml(12, body=body)).blocks


def test_a_sheet_says_what_it_is_and_of_when() -> None:
    sheet = read(sheet_xml(12, "Demander la lettre bleue", day="2026-05-03"))
    assert (sheet.id, sheet.title, sheet.day) == ("F12", "Demander la lettre bleue", date(2026, 5, 3))
    assert (sheet.audience, sheet.theme, sheet.path) == ("Particuliers", "Papiers d'exercice", ("Accueil", "Lettres"))


def test_chapters_lists_remarks_and_tables_become_plain_blocks() -> None:
    chapters = [one for one in read(sheet_xml(12)).blocks if isinstance(one, Chapter)]
    assert [one.title for one in chapters] == ["Qui peut demander ?", "Comment faire ?", "Combien de temps ?"]
    assert chapters[0].blocks == (
        Paragraph("Vous habitez le pays d'exercice1."),
        Bullets(("Vous avez une lettre bleue", "Vous avez un numéro d'exercice", "Il commence par un zéro")),
        Remark("À noter", "La lettre bleue ne se perd pas."),
    )
    assert chapters[2].blocks == (Bullets(("Lettre bleue – Délai : deux jours",)),)


def test_each_case_keeps_its_own_blocks() -> None:
    (cases,) = next(one for one in read(sheet_xml(12)).blocks if getattr(one, "title", "") == "Comment faire ?").blocks
    assert isinstance(cases, Cases)
    assert [case.title for case in cases.cases] == ["Vous vivez seul", "Vous vivez en couple"]
    assert cases.cases[1].blocks == (Paragraph("Écrivez chacun une lettre."),)


def test_situations_beside_the_text_are_read_too() -> None:
    body = """<ListeSituations affichage="onglet"><Titre>Cas</Titre>
      <Situation><Titre>Majeur</Titre><Texte><Paragraphe>Seul.</Paragraphe></Texte></Situation>
      <Situation><Titre>Mineur</Titre><Texte><Paragraphe>Avec un parent.</Paragraphe></Texte></Situation>
    </ListeSituations>"""
    (cases,) = blocks(body)
    assert isinstance(cases, Cases)
    assert [case.blocks for case in cases.cases] == [(Paragraph("Seul."),), (Paragraph("Avec un parent."),)]


def test_one_case_alone_is_no_choice() -> None:
    assert blocks("<Texte><BlocCas><Cas><Titre>Seul</Titre><Paragraphe>A.</Paragraphe></Cas></BlocCas></Texte>") == (
        Heading("Seul"),
        Paragraph("A."),
    )


def test_a_service_is_said_once_with_its_host() -> None:
    sheet = read(sheet_xml(12, url="https://Guichet.exercice/lettre?a=1"))
    assert not [one for one in sheet.blocks if isinstance(one, Service)], "said again below the text"
    body = """<ServiceEnLigne URL="https://Guichet.exercice/lettre" type="Téléservice"><Titre>Guichet</Titre>
      </ServiceEnLigne><OuSAdresser type="Local"><Titre>Comptoir</Titre></OuSAdresser>"""
    assert blocks(body) == (
        Service("Guichet", "Téléservice", "https://Guichet.exercice/lettre", "guichet.exercice"),
        Where("Comptoir", ""),
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://", "https://[", "ftp://a.fr/", ""]
)
def test_an_address_that_is_none_is_not_kept(url: str) -> None:
    (service,) = blocks(f'<ServiceEnLigne URL="{url}" type="Téléservice"><Titre>Guichet</Titre></ServiceEnLigne>')
    assert isinstance(service, Service)
    assert (service.url, service.host) == ("", "")


def test_menus_references_and_definitions_are_left_out() -> None:
    words = text_of(read(sheet_xml(12)).blocks)
    assert "Règle d'exercice" not in words
    assert "Un papier inventé" not in words
    assert "comptoir" not in words


def test_signs_that_nobody_sees_do_not_turn_the_words() -> None:
    assert blocks("<Texte><Paragraphe>a\u202eb\u200bc  d\ne</Paragraphe></Texte>") == (Paragraph("abc d e"),)


@pytest.mark.parametrize("schema", ["3.3", "3.4", "3.5"])
def test_the_schemas_that_are_published_are_read(schema: str) -> None:
    assert read(sheet_xml(12, schema=schema)).id == "F12"


@pytest.mark.parametrize("content", [sheet_xml(12, body=""), sheet_xml(12, sort="Recherche guidée")])
def test_what_has_nothing_to_read_is_no_sheet(content: bytes) -> None:
    assert read_sheet("F12.xml", content) is None


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE p [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<Publication ID="F12"><Titre>&c;</Titre></Publication>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE p SYSTEM "http://ailleurs.exercice/p.dtd"><Publication ID="F12"/>"""
ENTITY = b"""<?xml version="1.0"?>
<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Publication ID="F12"><Titre>&x;</Titre></Publication>"""


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (BOMB, "attaquer", 2),
        (OUTSIDE, "attaquer", 2),
        (ENTITY, "attaquer", 2),
        (BOMB.decode().encode("utf-16"), "UTF-8", None),
        (BOMB.decode().encode("utf-32-be"), "UTF-8", None),
        (b"Bonjour", "XML complet", 1),
        (b"", "XML complet", 1),
        (sheet_xml(12)[:700], "XML complet", 12),
        ("<Publication ID='F12'>é</Publication>".encode("latin-1"), "XML complet", 1),
        (b"<a>" * 5000 + b"</a>" * 5000, "XML complet", 1),
        (b"<html><body/></html>", "pas une fiche", 1),
        (b'<Publication ID="N12"/>', "pas une fiche", 1),
        (sheet_xml(12, schema="2.3"), "2.3", 3),
        (sheet_xml(12, title=""), "pas de titre", 3),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_file_and_line(content: bytes, said: str, line: int | None) -> None:
    with pytest.raises(SheetsError) as refused:
        read_sheet("a.zip, F12.xml", content)
    where = f"a.zip, F12.xml, ligne {line} :" if line else "a.zip, F12.xml :"
    assert refused.value.what.startswith(where)
    assert said in refused.value.what
    assert "Attendu :" in refused.value.what
