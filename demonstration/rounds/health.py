"""The health account: shadow roots around every box and button, a code by phone, a certificate, the health cover."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken
from kiosk.practice.health import cover

_SITE = "sante-site >>> "
_APP = "vie-appli >>> "
_PHONE = "iframe[src='https://telephone.exercice/'] >>> "


def _typed(step: str, name: str, value: str) -> StepTaken:
    return StepTaken(
        step,
        (Act("write", f"{_SITE}sante-champ[data-name={name}] >>> input", value),),
        (Act("write", f"{_APP}vie-ligne[data-name={name}] >>> input", value),),
    )


def _pressed(step: str) -> StepTaken:
    """The one main button of the page."""
    return StepTaken(
        step,
        (Act("click", f"{_SITE}main sante-bouton >>> button"),),
        (Act("click", f"{_APP}main vie-action >>> a"),),
    )


def _card(step: str, href: str) -> StepTaken:
    return StepTaken(
        step,
        (Act("click", f"{_SITE}sante-carte[data-href='{href}'] >>> a"),),
        (Act("click", f"{_APP}main a[href='{href}']"),),
    )


_ENTRY = (
    StepTaken(
        "mon-compte",
        (Act("click", f"{_SITE}main a[href='/connexion']"),),
        (Act("click", f"{_APP}main a[href='/connexion']"),),
    ),
    _typed("numero", "numero", cover.NUMBER),
    _typed("mot-de-passe", "secret", cover.PASSWORD),
    _pressed("se-connecter"),
    StepTaken("message", (Act("click", f"{_SITE}{_PHONE}#annonce"),), (Act("click", f"{_APP}{_PHONE}#annonce"),)),
    StepTaken(
        "code",
        (Act("read-code", f"{_SITE}sante-champ[data-name=code] >>> input"),),
        (Act("read-code", f"{_APP}vie-ligne[data-name=code] >>> input"),),
    ),
    _pressed("valider-le-code"),
)

ROUNDS: tuple[Round, ...] = (
    Round(
        "exercice-attestation-droits",
        None,
        (
            *_ENTRY,
            _card("mes-attestations", "/attestations"),
            _card("telecharger", "/attestations/attestation-de-droits.pdf"),
        ),
    ),
    Round(
        "exercice-complementaire-sante",
        None,
        (
            *_ENTRY,
            _card("demander", "/complementaire"),
            StepTaken(
                "personnes",
                (Act("choose", f"{_SITE}sante-liste[data-name=personnes] >>> select", cover.PEOPLE),),
                (Act("write", f"{_APP}vie-ligne[data-name=personnes] >>> input", cover.PEOPLE),),
            ),
            StepTaken("vers-ressources", _pressed("").acts, ()),
            _typed("ressources", "ressources", cover.INCOME),
            _pressed("vers-organisme"),
            StepTaken(
                "organisme",
                (Act("choose", f"{_SITE}sante-choix >>> input[value=caisse]"),),
                (Act("click", f"{_APP}vie-ronds >>> [data-id=caisse]"),),
            ),
            _pressed("vers-verification"),
            StepTaken(
                "certifier",
                (Act("click", f"{_SITE}sante-case >>> input"),),
                (Act("click", f"{_APP}vie-coche >>> [role=checkbox]"),),
            ),
            _pressed("envoyer"),
        ),
        redesigned_order=(
            *(taken.step for taken in _ENTRY),
            *("demander", "vers-ressources", "ressources", "personnes"),
            *("vers-organisme", "organisme", "vers-verification", "certifier", "envoyer"),
        ),
    ),
)
