"""The job centre: registering with one date wrong at first, the monthly update with and without work, a session that
expires in the middle of it, the payment certificate."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"
_NEXT = "form .actions button"


def _step(step: str, first: Act, *redesigned: Act) -> StepTaken:
    """`redesigned`: the same gesture where nothing is said."""
    return StepTaken(step, (first,), redesigned or (first,))


def _go_on(step: str) -> StepTaken:
    return _step(step, Act("click", _GO_ON), Act("click", _NEXT))


def _log_in(again: str = "") -> tuple[StepTaken, ...]:
    return (
        _step(f"identifiant{again}", Act("write", "#identifiant", "CE20468")),
        _step(f"mot-de-passe{again}", Act("write", "#secret", "merle-bleu-56")),
        _go_on(f"me-connecter{again}"),
    )


# The last day is before the first: the site refuses the page, in red, until it is mended.
_REFUSED = StepTaken(
    "continuer-vers-verification",
    (
        Act("click", _GO_ON),
        Act("wait", "#bilan[role=alert]"),
        Act("write", "#fin[aria-invalid=true]", "31/08/2025"),
        Act("click", _GO_ON),
    ),
    (
        Act("click", _NEXT),
        Act("wait", "#bilan[role=alert]"),
        Act("write", "#fin[aria-invalid=true]", "31/08/2025"),
        Act("click", _NEXT),
    ),
)

_REGISTRATION = Round(
    "exercice-inscription-emploi",
    None,
    (
        _step("m-inscrire", Act("click", "main a[href='/inscription']"), Act("click", ".menu a[href='/inscription']")),
        _step("nom", Act("write", "#nom", "Exemple")),
        _step("prenom", Act("write", "#prenom", "Camille")),
        _step("naissance", Act("write", "#naissance", "12/03/1984")),
        _go_on("continuer-vers-contrat"),
        _step("metier", Act("write", "#metier", "Vendeuse")),
        StepTaken(
            "debut",
            (
                Act("click", "[data-calendrier=debut]"),
                Act("choose", "#calendrier-mois", "février"),
                Act("choose", "#calendrier-annee", "2025"),
                Act("click", "dialog [data-jour='3']"),
            ),
            (Act("write", "#debut", "03/02/2025"),),
        ),
        _step("fin", Act("write", "#fin", "31/08/2024")),
        _step("raison", Act("choose", "#motif", "Fin de contrat (CDD)")),
        _REFUSED,
        _step("certifier", Act("click", "#certifie")),
        _go_on("envoyer"),
        _step("telecharger", Act("click", "main a.bouton[href$='.pdf']"), Act("click", ".actions a[href$='.pdf']")),
    ),
    redesigned_order=(
        *("m-inscrire", "prenom", "nom", "naissance", "continuer-vers-contrat", "raison", "metier", "debut", "fin"),
        *("continuer-vers-verification", "certifier", "envoyer", "telecharger"),
    ),
)

_SITUATION = (
    _step("formation", Act("click", "[name=formation][value=non]")),
    _step("maladie", Act("click", "[name=maladie][value=non]")),
    _step("recherche", Act("click", "[name=recherche][value=oui]")),
)
_SENT = (
    _go_on("continuer-vers-verification"),
    _step("certifier", Act("click", "#certifie")),
    _go_on("envoyer"),
)
_WORK = {
    "sans-travail": (_step("pas-travaille", Act("click", "[name=travail][value=non]")),),
    "travail": (
        _step("travaille", Act("click", "[name=travail][value=oui]")),
        _step("heures", Act("write", "#heures", "30")),
        _step("salaire", Act("write", "#salaire", "480")),
    ),
}
_WORK_ORDER = {"sans-travail": ("pas-travaille",), "travail": ("travaille", "salaire", "heures")}
_SITUATION_ORDER = ("recherche", "formation", "maladie")


def _update(case: str) -> Round:
    return Round(
        "exercice-actualisation",
        case,
        (*_log_in(), *_WORK[case], _go_on("continuer-vers-situation"), *_SITUATION, *_SENT),
        redesigned_order=(
            *("identifiant", "mot-de-passe", "me-connecter", *_SITUATION_ORDER, "continuer-vers-situation"),
            *(*_WORK_ORDER[case], "continuer-vers-verification", "certifier", "envoyer"),
        ),
    )


_EXPIRED = Round(
    "exercice-session-expiree",
    None,
    (
        *_log_in(),
        *_WORK["sans-travail"],
        _go_on("continuer-et-expirer"),
        _step("me-reconnecter", Act("click", "main a.bouton"), Act("click", "a.rond")),
        *_log_in("-encore"),
        *_SITUATION,
        *_SENT,
    ),
    redesigned_order=(
        *("identifiant", "mot-de-passe", "me-connecter", *_SITUATION_ORDER, "continuer-et-expirer", "me-reconnecter"),
        *("identifiant-encore", "mot-de-passe-encore", "me-connecter-encore", "pas-travaille"),
        *("continuer-vers-verification", "certifier", "envoyer"),
    ),
)

_CERTIFICATE = Round(
    "exercice-attestation-emploi",
    None,
    (
        _step("mon-espace", Act("click", "main a[href='/mon-espace']"), Act("click", ".menu a[href='/mon-espace']")),
        *_log_in(),
        _step(
            "mes-attestations",
            Act("click", "main a[href='/attestations']"),
            Act("click", ".menu a[href='/attestations']"),
        ),
        StepTaken("mois", (Act("choose", "#mois", "↓↓"),), (Act("click", "#m1"),)),
        _go_on("telecharger"),
    ),
)

ROUNDS: tuple[Round, ...] = (_REGISTRATION, _update("sans-travail"), _update("travail"), _EXPIRED, _CERTIFICATE)
