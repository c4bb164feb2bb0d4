"""Information sheets that nobody published: the published structure, our own words, about a country that is not one.

For tests, measures and the demonstration. `sheet_xml` writes one, `many` as many as wanted, `write_zip` and `write_tar`
the archive as the State packs it: flat, with other files between the sheets.
"""

from __future__ import annotations

import io
import random
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

File = tuple[str, bytes]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  ID={id} type={sort} xsi:noNamespaceSchemaLocation="../Schemas/{schema}/Publication.xsd">
<dc:title>{title}</dc:title>
<dc:date>modified {day}</dc:date>
<Audience>Particuliers</Audience>
<FilDAriane><Niveau ID="Particuliers">Accueil</Niveau><Niveau ID="N9001">{folder}</Niveau></FilDAriane>
<Theme ID="N9001"><Titre>{theme}</Titre></Theme>
"""
_BODY = """<Introduction><Texte>
<Paragraphe>Cette fiche est <MiseEnEvidence>inventée</MiseEnEvidence>. Elle parle du pays d'exercice.</Paragraphe>
</Texte></Introduction>
<Texte><Chapitre><Titre><Paragraphe>Qui peut demander ?</Paragraphe></Titre>
<Paragraphe>Vous habitez le pays d'exercice<Exposant>1</Exposant>.</Paragraphe>
<Liste type="puce"><Item><Paragraphe>Vous avez une lettre bleue</Paragraphe></Item>
<Item><Paragraphe>Vous avez un numéro d'exercice</Paragraphe>
<Liste type="puce"><Item><Paragraphe>Il commence par un zéro</Paragraphe></Item></Liste></Item></Liste>
<ANoter><Titre>À noter</Titre><Paragraphe>La lettre bleue ne se perd pas.</Paragraphe></ANoter>
</Chapitre>
<Chapitre><Titre><Paragraphe>Comment faire ?</Paragraphe></Titre>
<BlocCas affichage="radio">
<Cas><Titre><Paragraphe>Vous vivez seul</Paragraphe></Titre><Paragraphe>Écrivez une seule lettre.</Paragraphe>
<ServiceEnLigne ID="R9001" URL={url} type="Téléservice"><Titre>Guichet d'exercice</Titre></ServiceEnLigne></Cas>
<Cas><Titre><Paragraphe>Vous vivez en couple</Paragraphe></Titre><Paragraphe>Écrivez chacun une lettre.</Paragraphe>
</Cas></BlocCas></Chapitre>
<Chapitre><Titre><Paragraphe>Combien de temps ?</Paragraphe></Titre>
<Tableau><Rangée type="header"><Cellule/><Cellule><Paragraphe>Délai</Paragraphe></Cellule></Rangée>
<Rangée type="normal"><Cellule><Paragraphe>Lettre bleue</Paragraphe></Cellule>
<Cellule><Paragraphe>deux jours</Paragraphe></Cellule></Rangée></Tableau></Chapitre>
</Texte>
<OuSAdresser ID="R9002" type="Local"><Titre>Comptoir d'exercice</Titre><PivotLocal>comptoir</PivotLocal></OuSAdresser>
<ServiceEnLigne ID="R9001" URL={url} type="Téléservice"><Titre>Guichet d'exercice</Titre></ServiceEnLigne>
<Reference type="Texte de référence" URL="https://textes.exercice/1"><Titre>Règle d'exercice</Titre></Reference>
<Definition ID="R9003"><Titre>Lettre bleue</Titre><Texte>
<Paragraphe>Un papier inventé.</Paragraphe></Texte></Definition>
"""


def sheet_xml(
    number: int,
    title: str = "Demander la lettre bleue",
    *,
    body: str | None = None,
    day: str = "2026-05-03",
    sort: str = "Fiche d'information",
    schema: str = "3.4",
    theme: str = "Papiers d'exercice",
    folder: str = "Lettres",
    url: str = "https://guichet.exercice/lettre",
) -> bytes:
    """One sheet, as a file of the archive. `body` instead of everything after the title."""
    head = _HEAD.format(
        id=quoteattr(f"F{number}"),
        sort=quoteattr(sort),
        schema=schema,
        title=escape(title),
        day=day,
        theme=escape(theme),
        folder=escape(folder),
    )
    return f"{head}{_BODY.format(url=quoteattr(url)) if body is None else body}</Publication>\n".encode()


def many(count: int, seed: int = 5) -> Iterator[File]:
    """Sheets as different as real ones are: their titles, their words and their lengths, in the words of the field."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        theme, things = chance.choice(_THEMES)
        thing, act = chance.choice(things), chance.choice(_ACTS)
        title = f"{act} {thing} {chance.choice(_WHO)}"
        paragraphs = "".join(
            f"<Paragraphe>{chance.choice(_ACTS)} {chance.choice(chance.choice(_THEMES)[1])} "
            f"{chance.choice(_WHO)}, dossier {number}-{line}.</Paragraphe>"
            for line in range(chance.randint(4, 40))
        )
        day = f"202{chance.randint(3, 6)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
        body = f"<Texte>{paragraphs}</Texte>"
        yield f"F{number}.xml", sheet_xml(number, title, body=body, day=day, theme=theme, folder=thing)


def write_zip(archive: Path, files: Iterable[File]) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in (*files, *_OTHERS):
            zipped.writestr(name, content)
    return archive


def write_tar(archive: Path, files: Iterable[File]) -> Path:
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in (*files, *_OTHERS):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return archive


_OTHERS: tuple[File, ...] = (
    ("N9001.xml", b'<?xml version="1.0"?><Publication ID="N9001" type="Theme"/>'),
    ("R9001.xml", b'<?xml version="1.0"?><ServiceComplementaire ID="R9001"/>'),
    ("menu.xml", b'<?xml version="1.0"?><Menu/>'),
)
_ACTS = (
    *("Demander", "Renouveler", "Contester", "Payer", "Déclarer", "Modifier", "Annuler", "Recevoir", "Retrouver"),
    *("Faire corriger", "Prouver", "Transmettre", "Comprendre", "Suspendre", "Partager", "Calculer"),
)
_WHO = (
    *("quand on est étudiant", "pour un enfant", "après un décès", "en cas de perte", "à l'étranger", "en ligne"),
    *("pour un couple", "après un déménagement", "quand on est retraité", "pour un salarié", "sans internet"),
    *("en cas de séparation", "pour une personne âgée", "après un refus", "quand on est locataire", "en urgence"),
)
_THEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Papiers", ("une carte d'identité", "un passeport", "un acte de naissance", "un livret de famille", "un nom")),
    ("Transports", ("une carte grise", "un permis de conduire", "une amende", "un stationnement", "un contrôle")),
    ("Argent", ("une déclaration de revenus", "un impôt", "une taxe d'habitation", "une dette", "un compte bancaire")),
    ("Social - Santé", ("une carte Vitale", "une allocation", "une prime d'activité", "un arrêt maladie", "une aide")),
    ("Logement", ("un logement social", "un bail", "une aide au logement", "une facture d'énergie", "un loyer")),
    ("Travail", ("un contrat de travail", "une inscription au chômage", "une formation", "un congé", "un salaire")),
    ("Famille", ("une bourse", "une cantine", "une garde d'enfant", "un mariage", "une pension alimentaire")),
    ("Étrangers", ("un titre de séjour", "une naturalisation", "un regroupement familial", "un visa", "un récépissé")),
    ("Retraite", ("une retraite", "un relevé de carrière", "une pension de réversion", "un minimum vieillesse")),
    ("Justice", ("un casier judiciaire", "une plainte", "un avocat", "une tutelle", "une médiation")),
)
