"""The allowance fund: the activity bonus, alone and as a couple; the payment certificate, kept and printed."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"
_PHONE = "iframe[title^=Téléphone] >>> "


def _step(step: str, *acts: Act) -> StepTaken:
    return StepTaken(step, acts, acts)


_LOG_IN = (
    _step("numero", Act("write", "#numero", "1234567")),
    _step("mot-de-passe", Act("write", "#secret", "soleil-rouge-12")),
    _step("me-connecter", Act("click", _GO_ON)),
    _step("message", Act("click", f"{_PHONE}#annonce")),
    _step("code", Act("read-code", "#code")),
    _step("valider-le-code", Act("click", _GO_ON)),
)

_TAKE = _step("telecharger", Act("click", "main a.bouton[href$='.pdf']"))

_CERTIFICATE = Round(
    "exercice-attestation-caisse",
    None,
    (
        _step("mon-compte", Act("click", ".accueil a.bouton")),
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
            _step("continuer-vers-revenus", Act("click", _GO_ON)),
            *_salaries("mois", "salaire", ("1250", "1250", "1310")),
            *(_salaries("partenaire", "salaire_partenaire", ("900", "900", "940")) if couple else ()),
            _step("continuer-vers-compte", Act("click", _GO_ON)),
            _step("iban", Act("write", "#iban", "FR7699999999990000000001220")),
            _step("continuer-vers-recapitulatif", Act("click", _GO_ON)),
            _step("certifier", Act("click", "#certifie")),
            _step("envoyer", Act("click", _GO_ON)),
            _step("telecharger", Act("click", "main a.bouton[href$='.pdf']")),
        ),
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
