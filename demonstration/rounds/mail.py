"""The mailbox: a paper sent to the school. Adding the paper is the paper desk's work."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"
_NEXT = "form .bas .pilule"


def _step(step: str, act: Act, *redesigned: Act) -> StepTaken:
    """`redesigned`: the same gesture where nothing is said."""
    return StepTaken(step, (act,), redesigned or (act,))


ROUNDS: tuple[Round, ...] = (
    Round(
        "exercice-scanner-envoyer",
        None,
        (
            _step("adresse", Act("write", "#adresse", "camille@messagerie.exercice")),
            _step("mot-de-passe", Act("write", "#secret", "tulipe-verte-34")),
            _step("me-connecter", Act("click", _GO_ON), Act("click", _NEXT)),
            _step("ecrire", Act("click", "a.bouton[href='/ecrire']"), Act("click", ".rail a[href='/ecrire']")),
            _step("destinataire", Act("write", "#destinataire", "ecole@messagerie.exercice")),
            _step("sujet", Act("write", "#sujet", "Justificatif")),
            _step("joindre", Act("pick-file", "#joint", "Justificatif de domicile.pdf")),
            _step("envoyer", Act("click", _GO_ON), Act("click", _NEXT)),
        ),
        redesigned_order=(
            *("ajouter", "adresse", "mot-de-passe", "me-connecter", "ecrire"),
            *("joindre", "sujet", "destinataire", "envoyer"),
        ),
    ),
)
