"""The pension office: closed at the first visit, a slow page, a form whose account part is in a frame."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken
from kiosk.practice.pensions import career

_FRAME = "iframe[src='/cadre/compte'] >>> "


def _same(step: str, act: Act) -> StepTaken:
    """A gesture that the second version left alone, but for its words."""
    return StepTaken(step, (act,), (act,))


_SAVED = Act("wait", f"{_FRAME}[role=status]")
_SENT = Act("wait", "main [role=status]")
_NEXT = Act("click", "main form .gestes button")
_NEXT_REDESIGNED = Act("click", "main form .bas input[type=submit]")
_ENTRY = (
    StepTaken(
        "connexion",
        # Closed at first: the guide says so, and the person tries again.
        (Act("click", ".pause a"), Act("click", ".tete nav a[href='/connexion']")),
        (Act("click", "main form[action='/'] input"), Act("click", "main .bas a")),
    ),
    _same("numero", Act("write", "input[name=numero]", career.NUMBER)),
    _same("mot-de-passe", Act("write", "input[name=secret]", career.PASSWORD)),
    StepTaken("me-connecter", (_NEXT,), (_NEXT_REDESIGNED,)),
)

ROUNDS: tuple[Round, ...] = (
    Round(
        "exercice-releve-carriere",
        None,
        (
            *_ENTRY,
            _same("releve", Act("click", "main a[href='/releve']")),
            _same("annee", Act("click", "main a[href='/releve/2010']")),
            _same("revenir", Act("click", "main a[href='/releve']")),
            _same("telecharger", Act("click", "main a[href$='.pdf']")),
        ),
    ),
    Round(
        "exercice-demander-retraite",
        None,
        (
            *_ENTRY,
            _same("demander", Act("click", "main a[href='/demande']")),
            StepTaken(
                "date-depart",
                (Act("write", "input[name=depart]", career.START),),
                (Act("write", "input[name=depart]", career.START),),
            ),
            StepTaken(
                "dernier-jour",
                (Act("write", "input[name=dernier_jour]", career.LAST_DAY),),
                (_NEXT_REDESIGNED, Act("write", "input[name=dernier_jour]", career.LAST_DAY)),
            ),
            StepTaken("vers-compte", (_NEXT,), ()),
            _same("iban", Act("write", f"{_FRAME}input[name=iban]", career.IBAN)),
            StepTaken(
                "enregistrer-compte",
                (Act("click", f"{_FRAME}form button"), _SAVED),
                (Act("click", f"{_FRAME}form input[type=submit]"), _SAVED),
            ),
            StepTaken("vers-signature", (_NEXT,), (_NEXT_REDESIGNED,)),
            _same("certifier", Act("click", "input[name=certifie]")),
            StepTaken("envoyer", (_NEXT, _SENT), (_NEXT_REDESIGNED, _SENT)),
        ),
        redesigned_order=(
            *(taken.step for taken in _ENTRY),
            *("demander", "vers-compte", "iban", "enregistrer-compte", "dernier-jour", "date-depart"),
            *("vers-signature", "certifier", "envoyer"),
        ),
    ),
)
