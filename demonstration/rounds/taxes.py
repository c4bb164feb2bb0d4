"""The tax office: a log-in over three origins, the income declaration, the tax notice."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken
from kiosk.practice.taxes import person


def _written(step: str, name: str, value: str) -> StepTaken:
    """A box that kept its name."""
    act = Act("write", f"input[name={name}]", value)
    return StepTaken(step, (act,), (act,))


_ENTRY = (
    StepTaken("mon-espace", (Act("click", "a.entree"),), (Act("click", "main a[href='/connexion']"),)),
    StepTaken("cle-unique", (Act("click", "main form button"),), (Act("click", "main form input[type=submit]"),)),
    StepTaken("choisir-compte", (Act("click", "button.compte"),), (Act("click", "li input[type=submit]"),)),
    _written("identifiant", "identifiant", person.IDENTIFIER),
    _written("mot-de-passe", "secret", person.PASSWORD),
    StepTaken("se-connecter", (Act("click", "main form button"),), (Act("click", "main form input[type=submit]"),)),
    StepTaken("accepter", (Act("click", "main form button"),), (Act("click", "main form input[type=submit]"),)),
)
_NEXT = Act("click", "main form .gestes button")
_NEXT_REDESIGNED = Act("click", "main form .bas input[type=submit]")
_CHILDREN = Act("choose", "select[name=enfants]", "2")

ROUNDS: tuple[Round, ...] = (
    Round(
        "exercice-declarer-revenus",
        None,
        (
            *_ENTRY,
            StepTaken(
                "declarer",
                (Act("click", "main a[href='/declaration']"),),
                (Act("click", "main a[href='/declaration']"),),
            ),
            StepTaken("situation", (Act("choose", "input[value=seul]"),), (Act("choose", "input[value=seul]"),)),
            StepTaken("enfants", (_CHILDREN,), (_CHILDREN,)),
            StepTaken("vers-revenus", (_NEXT,), (_NEXT_REDESIGNED,)),
            _written("salaires", "salaires", person.WAGES),
            _written("autres-revenus", "autres", person.OTHERS),
            StepTaken("vers-depenses", (_NEXT,), ()),
            _written("dons", "dons", person.GIFTS),
            StepTaken("vers-signature", (_NEXT,), (_NEXT_REDESIGNED,)),
            StepTaken("certifier", (Act("click", "input[name=certifie]"),), (Act("click", "input[name=certifie]"),)),
            StepTaken("envoyer", (_NEXT,), (_NEXT_REDESIGNED,)),
            StepTaken("accuse", (Act("click", "main a[href$='.pdf']"),), (Act("click", "main a[href$='.pdf']"),)),
        ),
        redesigned_order=(
            *(taken.step for taken in _ENTRY),
            *(
                "declarer",
                "enfants",
                "situation",
                "vers-revenus",
                "vers-depenses",
                "dons",
                "autres-revenus",
                "salaires",
            ),
            *("vers-signature", "certifier", "envoyer", "accuse"),
        ),
    ),
    Round(
        "exercice-avis-impot",
        None,
        (
            *_ENTRY,
            StepTaken("avis", (Act("click", "main a[href='/avis']"),), (Act("click", "main a[href='/avis']"),)),
            StepTaken("telecharger", (Act("click", "main a[href$='.pdf']"),), (Act("click", "main a[href$='.pdf']"),)),
        ),
    ),
)
