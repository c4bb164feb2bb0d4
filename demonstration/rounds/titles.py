"""The titles agency: a pre-request with a photo, a request followed by its number."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"


_NEXT = "form .bas .pilule"


def _step(step: str, act: Act, *redesigned: Act) -> StepTaken:
    """`redesigned`: the same gesture where nothing is said."""
    return StepTaken(step, (act,), redesigned or (act,))


def _go_on(step: str) -> StepTaken:
    return _step(step, Act("click", _GO_ON), Act("click", _NEXT))


_PHOTO = (Act("pick-file", "#photo", "Photo d'identité.jpg"), Act("wait", "[data-apercu] img"))

_FOLLOW = Round(
    "exercice-suivi-demande",
    None,
    (
        _step("suivre", Act("click", "main a[href='/suivi']")),
        _step("numero", Act("write", "#numero", "TE-204-816")),
        _go_on("voir"),
    ),
)


def _prerequest(case: str) -> Round:
    return Round(
        "exercice-pre-demande-identite",
        case,
        (
            _step(
                "commencer",
                Act("click", "main a[href='/pre-demande/titre']"),
                Act("click", "a.dalle[href='/pre-demande/identite']"),
            ),
            _step(f"document-{case}", Act("click", f"[name=document][value={case}]")),
            _step("motif", Act("click", "[name=motif][value=renouvellement]")),
            _go_on("continuer-vers-identite"),
            _step("nom", Act("write", "#nom", "Exemple")),
            _step("prenoms", Act("write", "#prenoms", "Camille")),
            _step("naissance", Act("write", "#naissance", "12/03/1984")),
            _go_on("continuer-vers-photo"),
            StepTaken("choisir-la-photo", _PHOTO, _PHOTO),
            _go_on("continuer-vers-verification"),
            _go_on("envoyer"),
            _step("garder-le-numero", Act("click", "[data-pdf]")),
        ),
        redesigned_order=(
            *("commencer", "naissance", "prenoms", "nom", "continuer-vers-identite", "motif", f"document-{case}"),
            *("continuer-vers-photo", "choisir-la-photo", "continuer-vers-verification", "envoyer", "garder-le-numero"),
        ),
    )


ROUNDS: tuple[Round, ...] = (_FOLLOW, _prerequest("carte"), _prerequest("passeport"))
