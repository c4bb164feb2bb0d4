"""One file of the archive into one sheet. Knows the published structure ("vosdroits", schemas 3.3 to 3.5) and trusts
nothing of the file: no document type, no entity, no network, no other encoding than UTF-8.

lxml reads it: it is kept up, and it tells the line; the older defusedxml has had no release since 2021. What only leads
elsewhere in the State's site (its menus, references, other sheets) is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from kiosk.sheets.errors import refused
from kiosk.sheets.model import (
    SHEET_ID,
    AnyBlock,
    Bullets,
    Case,
    Cases,
    Chapter,
    Heading,
    Paragraph,
    Remark,
    Service,
    Sheet,
    Where,
)

SCHEMAS = ("3.3", "3.4", "3.5")
_EXPECTED = "une fiche « vosdroits » (schéma 3.3 à 3.5), en XML UTF-8"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SCHEMA_OF = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
_LONGEST = 20_000
_NOT_READ = ("Recherche guidée", "Questionnaire")

_CONTAINERS = {"Texte", "Introduction", "Conclusion", "Contenu", "LienExterneCommente", "Commentaire"}
_CHOICES = {"BlocCas": "Cas", "ListeSituations": "Situation"}
_REMARKS = {
    "ANoter": "À noter",
    "ASavoir": "À savoir",
    "Attention": "Attention",
    "Avertissement": "",
    "Complement": "",
    "Exemple": "Exemple",
    "Rappel": "Rappel",
}
_SERVICES = {"ServiceEnLigne", "ServiceEnLigneAnnexe"}
_TOP = {"Introduction", "Texte", "ListeSituations", "Conclusion", "Avertissement", "OuSAdresser", *_SERVICES}


def read_sheet(name: str, content: bytes) -> Sheet | None:
    """`name`: how to call the file when it is refused. None: it is of the archive, and nothing to read.

    Raises SheetsError.
    """
    root = _parsed(name, content)
    if root.tag != "Publication" or not re.fullmatch(SHEET_ID, root.get("ID", "")):
        raise refused(name, "Ce n'est pas une fiche.", expected=_EXPECTED, line=root.sourceline)
    schema = re.search(r"/([0-9]+\.[0-9]+)/", root.get(_SCHEMA_OF, ""))
    if schema is not None and schema[1] not in SCHEMAS:
        raise refused(
            name, f"Le schéma {schema[1]} n'est pas connu.", expected=", ".join(SCHEMAS), line=root.sourceline
        )
    if root.get("type", "").startswith(_NOT_READ):
        return None
    title = _text(root.find(f"{_DC}title"))
    if not title:
        raise refused(name, "La fiche n'a pas de titre.", expected="un élément dc:title", line=root.sourceline)
    blocks = tuple(_once(_each(child for child in root if child.tag in _TOP)))
    if not blocks:
        return None
    return Sheet(
        id=root.get("ID"),
        title=title,
        day=_day(_text(root.find(f"{_DC}date"))),
        audience=_text(root.find("Audience")),
        theme=_text(root.find("Theme/Titre")) or _text(root.find(f"{_DC}subject")),
        path=tuple(filter(None, map(_text, root.findall("FilDAriane/Niveau")))),
        blocks=blocks,
    )


def _parsed(name: str, content: bytes) -> Any:
    # Such files could say one thing to who looks for a document type, and another to the parser.
    if content[:4].startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content:
        raise refused(name, "Ce fichier n'est pas du texte UTF-8.", expected=_EXPECTED)
    for forbidden in (b"<!DOCTYPE", b"<!ENTITY"):
        if (place := content.find(forbidden)) >= 0:
            raise refused(
                name,
                "Ce fichier a une définition de document. Elle peut servir à attaquer le poste.",
                expected="aucune ligne DOCTYPE ni ENTITY",
                line=content.count(b"\n", 0, place) + 1,
            )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or None
        raise refused(name, "Ce fichier n'est pas du XML complet.", expected=_EXPECTED, line=line) from error


# --- blocks -------------------------------------------------------------------------------------------------------


def _each(elements: Iterable[Any]) -> Iterator[AnyBlock]:
    for element in elements:
        yield from _blocks(element)


def _blocks(element: Any) -> Iterator[AnyBlock]:
    tag = element.tag
    if tag in _CONTAINERS:
        yield from _each(element)
    elif tag in _CHOICES:
        yield from _choice(element, _CHOICES[tag])
    elif tag in _REMARKS:
        yield from _remark(element, _REMARKS[tag])
    elif tag in _SERVICES:
        yield from _service(element)
    elif reader := _READERS.get(tag):
        yield from reader(element)


def _paragraph(element: Any) -> Iterator[AnyBlock]:
    if text := _text(element):
        yield Paragraph(text)


def _heading(element: Any) -> Iterator[AnyBlock]:
    if text := _text(element):
        yield Heading(text)


def _list(element: Any) -> Iterator[AnyBlock]:
    items = tuple(_items(element))
    if items:
        yield Bullets(items)


def _items(element: Any) -> Iterator[str]:
    """A list within a list goes on in the same one: people read one level."""
    for item in element.findall("Item"):
        if text := " ".join(filter(None, (_text(child) for child in item if child.tag != "Liste"))):
            yield text
        for inner in item.findall("Liste"):
            yield from _items(inner)


def _chapter(element: Any) -> Iterator[AnyBlock]:
    title, blocks = _text(element.find("Titre")), tuple(_each(_inside(element)))
    if title and blocks:
        yield Chapter(title, blocks)
    else:
        yield from blocks


def _under_a_heading(element: Any) -> Iterator[AnyBlock]:
    blocks = tuple(_each(_inside(element)))
    title = _text(element.find("Titre"))
    if title and blocks:
        yield Heading(title)
    yield from blocks


def _choice(element: Any, one: str) -> Iterator[AnyBlock]:
    cases = [
        Case(title, blocks)
        for case in element.findall(one)
        if (title := _text(case.find("Titre"))) and (blocks := tuple(_each(_inside(case))))
    ]
    if len(cases) == 1:
        yield Heading(cases[0].title)
        yield from cases[0].blocks
    elif cases:
        yield Cases(tuple(cases))


def _remark(element: Any, named: str) -> Iterator[AnyBlock]:
    text = " ".join(filter(None, map(_text, element.iter("Paragraphe"))))
    if text:
        yield Remark(_text(element.find("Titre")) or named, text)


def _table(element: Any) -> Iterator[AnyBlock]:
    """Each row as a line of its own: a table does not fit people who read with difficulty, nor large letters."""
    rows = [(row.get("type"), [_text(cell) for cell in row.findall("Cellule")]) for row in element.findall("Rangée")]
    heads = next((cells for sort, cells in rows if sort == "header"), [])
    lines = []
    for sort, cells in rows:
        if sort == "header" or not any(cells):
            continue
        first, *others = cells
        named = [f"{heads[place]} : {cell}" if place < len(heads) and heads[place] else cell
                 for place, cell in enumerate(others, 1) if cell]  # fmt: skip
        lines.append(" – ".join(filter(None, (first, *named))))
    if title := _text(element.find("Titre")):
        yield Heading(title)
    if lines:
        yield Bullets(tuple(lines))


def _service(element: Any) -> Iterator[AnyBlock]:
    if title := _text(element.find("Titre")):
        url, host = _address(element.get("URL", ""))
        yield Service(title, _plain(element.get("type", "")), url, host)


def _where(element: Any) -> Iterator[AnyBlock]:
    if title := _text(element.find("Titre")):
        parts = [_text(part) for part in element if part.tag in ("Complement", "Texte")]
        yield Where(title, " ".join(filter(None, parts)))


_READERS: dict[str, Callable[[Any], Iterator[AnyBlock]]] = {
    "Paragraphe": _paragraph,
    "TitreFlottant": _heading,
    "Liste": _list,
    "Chapitre": _chapter,
    "SousChapitre": _under_a_heading,
    "Tableau": _table,
    "OuSAdresser": _where,
}


def _inside(element: Any) -> Iterator[Any]:
    return (child for child in element if child.tag != "Titre")


def _once(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """A service or a place that the end of the sheet says again is said once."""
    seen: set[AnyBlock] = set()
    for block in blocks:
        if isinstance(block, Service | Where) and block in seen:
            continue
        seen.update(_pointers((block,)))
        yield block


def _pointers(blocks: tuple[AnyBlock, ...]) -> Iterator[AnyBlock]:
    for block in blocks:
        match block:
            case Service() | Where():
                yield block
            case Chapter(_, inner):
                yield from _pointers(inner)
            case Cases(cases):
                for case in cases:
                    yield from _pointers(case.blocks)


# --- words --------------------------------------------------------------------------------------------------------


def _text(element: Any) -> str:
    return "" if element is None else _plain("".join(element.itertext()))


def _plain(text: str) -> str:
    """One line, without the signs that nobody sees: some turn the direction of what follows."""
    seen = "".join(sign for sign in text[:_LONGEST] if unicodedata.category(sign) != "Cf")
    return re.sub(r"[^\S\u00a0\u202f]+", " ", seen).strip()


def _day(text: str) -> date | None:
    written = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    try:
        return date.fromisoformat(written[0]) if written else None
    except ValueError:
        return None


def _address(text: str) -> tuple[str, str]:
    """The address and its host, both empty where it is none that a browser opens."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return "", ""
    known = parts.scheme in ("http", "https") and re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)
    return (text.strip()[:500], host) if known else ("", "")
