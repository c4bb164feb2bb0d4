"""The school: a grant, with a day of birth and a paper; the canteen, with a calendar that opens."""

from __future__ import annotations

from datetime import date

from demonstration.rounds import Act, Round, StepTaken

_GO = "form .gestes .bouton"
_SEND = "form .actions button"
_PAPER = "Justificatif de domicile.pdf"


_NEXT_YEAR = date.today().year + 1  # noqa: DTZ011  as the service reads it


def _go_on(step: str) -> StepTaken:
    return StepTaken(step, (Act("click", _GO),), (Act("click", _SEND),))


def _write(step: str, at: str, value: str) -> StepTaken:
    acts = (Act("write", at, value),)
    return StepTaken(step, acts, acts)


def _pick(at: str) -> StepTaken:
    acts = (Act("pick-file", at, _PAPER),)
    return StepTaken("papier", acts, acts)


_NAME = _write("nom", "#nom", "Exemple")
_FIRST_NAME = _write("prenom", "#prenom", "Noa")
_CERTIFY = StepTaken("certifier", (Act("click", "#certifie"),), (Act("click", "#certifie"),))
_TAKE = StepTaken("telecharger", (Act("click", "a[href$='.pdf']"),), (Act("click", "form[action$='.pdf'] button"),))

_GRANT = Round(
    "exercice-bourse-college",
    None,
    (
        StepTaken(
            "demander", (Act("click", "a[href='/bourse']"),), (Act("click", "form[action='/bourses/demande'] button"),)
        ),
        _NAME,
        _FIRST_NAME,
        StepTaken(
            "naissance",
            (Act("write", "#naissance", "09/05/2015"),),
            (
                Act("choose", "[name=naissance-jour]", "9"),
                Act("choose", "[name=naissance-mois]", "mai"),
                Act("choose", "[name=naissance-annee]", "2015"),
            ),
        ),
        StepTaken("classe", (Act("choose", "#classe", "6e"),), (Act("choose", "#classe", "6e"),)),
        _go_on("continuer-vers-foyer"),
        _write("enfants", "#enfants", "2"),
        _write("revenu", "#revenu", "14200"),
        # After the redesign, the paper is asked for on the same page.
        StepTaken("continuer-vers-papier", (Act("click", _GO),), ()),
        _pick("#avis"),
        _go_on("continuer-vers-verification"),
        _CERTIFY,
        _go_on("envoyer"),
        _TAKE,
    ),
    redesigned_order=(
        *("demander", "prenom", "nom", "classe", "naissance", "continuer-vers-foyer", "revenu", "enfants"),
        *("continuer-vers-papier", "papier", "continuer-vers-verification", "certifier", "envoyer", "telecharger"),
    ),
)

_CANTEEN = Round(
    "exercice-cantine",
    None,
    (
        StepTaken(
            "inscrire", (Act("click", "a[href='/cantine']"),), (Act("click", "form[action='/restauration'] button"),)
        ),
        _NAME,
        _FIRST_NAME,
        _go_on("continuer-vers-jours"),
        StepTaken("jours", (Act("click", "#jours"),), (Act("click", "#jours"),)),
        # After the redesign there is no calendar of the site's own to open.
        StepTaken("calendrier", (Act("click", "[data-calendrier]"),), ()),
        StepTaken(
            "premier-jour",
            (Act("choose", "#calendrier-annee", str(_NEXT_YEAR)), Act("click", "[data-jour='9']")),
            # The first press on a new page may be lost on a field that has parts: one on its title goes before.
            (Act("click", ".droite .titre"), Act("write", "#debut", f"09/01/{_NEXT_YEAR}")),
        ),
        StepTaken("repas", (Act("click", "#repas"),), (Act("click", "#repas"),)),
        _go_on("continuer-vers-papier"),
        _pick("#domicile"),
        _go_on("continuer-vers-verification"),
        _CERTIFY,
        _go_on("envoyer"),
        _TAKE,
    ),
    redesigned_order=(
        *("inscrire", "prenom", "nom", "continuer-vers-jours", "premier-jour", "calendrier", "repas", "jours"),
        *("continuer-vers-papier", "papier", "continuer-vers-verification", "certifier", "envoyer", "telecharger"),
    ),
)

ROUNDS: tuple[Round, ...] = (_GRANT, _CANTEEN)
