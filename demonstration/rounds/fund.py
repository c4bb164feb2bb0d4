"""The allowance fund: the activity bonus, alone and as a couple; the payment certificate, kept and printed."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"
_PHONE = "iframe[title^=Téléphone] >>> "


_NEXT = "form .bas .pilule"


def _step(step: str, act: Act, *redesigned: Act) -> StepTaken:
    """`redesigned`: the same gesture where nothing is said."""
    return StepTaken(step, (act,), redesigned or (act,))


def _go_on(step: str) -> StepTaken:
    return _step(step, Act("click", _GO_ON), Act("click", _NEXT))


_LOG_IN = (
    _step("numero", Act("write", "#numero", "1234567")),
    _step("mot-de-passe", Act("write", "#secret", "soleil-rouge-12")),
    _go_on("me-connecter"),
    _step("message", Act("click", f"{_PHONE}#annonce")),
    _step("code", Act("read-code", "#code")),
    _go_on("valider-le-code"),
)

_TAKE = _step("telecharger", Act("click", "main a.bouton[href$='.pdf']"), Act("click", "main a.pilule[href$='.pdf']"))

_LOG_IN_ORDER = tuple(step.step for step in _LOG_IN)

_CERTIFICATE = Round(
    "exercice-attestation-caisse",
    None,
    (
        _step("mon-compte", Act("click", ".accueil a.bouton"), Act("click", "main a.pilule")),
        *_LOG_IN,
        _step("mes-documents", Act("click", "main a[href='/documents']")),
        _step("attestation", Act("click", "main a[href='/documents/attestation-de-paiement']")),
        _TAKE,
    ),
)

_PRINTED = Round("exercice-imprimer-attestation", None, (*_LOG_IN, _TAKE))


def _salaries(whose: str, field: str, amounts: tuple[str, ...]) -> tuple[StepTaken, ...]:
    return tuple(
        _step(f"salaire-{whose}-{month}", Act("write", f"#{field}_{month}", amount))
        for month, amount in enumerate(amounts, 1)
    )


def _bonus(case: str, *partner: StepTaken) -> Round:
    couple = case == "couple"
    return Round(
        "exercice-prime-activite",
        case,
        (
            *_LOG_IN,
            _step(f"situation-{case}", Act("click", f"[name=situation][value={case}]")),
            *partner,
            _go_on("continuer-vers-revenus"),
            *_salaries("mois", "salaire", ("1250", "1250", "1310")),
            *(_salaries("partenaire", "salaire_partenaire", ("900", "900", "940")) if couple else ()),
            _go_on("continuer-vers-compte"),
            _step("iban", Act("write", "#iban", "FR7699999999990000000001220")),
            _go_on("continuer-vers-recapitulatif"),
            _step("certifier", Act("click", "#certifie")),
            _go_on("envoyer"),
            _TAKE,
        ),
        redesigned_order=_redesigned(case),
    )


def _redesigned(case: str) -> tuple[str, ...]:
    """The account first, then who lives there, then what they earn."""
    couple = case == "couple"
    return (
        *(*_LOG_IN_ORDER, "iban", "continuer-vers-revenus", f"situation-{case}"),
        *(("naissance-partenaire", "prenom-partenaire") if couple else ()),
        *("continuer-vers-compte", *(f"salaire-mois-{month}" for month in (1, 2, 3))),
        *((f"salaire-partenaire-{month}" for month in (1, 2, 3)) if couple else ()),
        *("continuer-vers-recapitulatif", "certifier", "envoyer", "telecharger"),
    )


ROUNDS: tuple[Round, ...] = (
    _CERTIFICATE,
    _PRINTED,
    _bonus("seul"),
    _bonus(
        "couple",
        _step("prenom-partenaire", Act("write", "#prenom_partenaire", "Dominique")),
        _step("naissance-partenaire", Act("write", "#naissance_partenaire", "03/06/1982")),
    ),
)
