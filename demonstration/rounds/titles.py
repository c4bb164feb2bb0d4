"""The titles agency: a pre-request with a photo, a request followed by its number."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken

_GO_ON = "form .gestes .bouton"


def _step(step: str, *acts: Act) -> StepTaken:
    return StepTaken(step, acts, acts)


_FOLLOW = Round(
    "exercice-suivi-demande",
    None,
    (
        _step("suivre", Act("click", "main a[href='/suivi']")),
        _step("numero", Act("write", "#numero", "TE-204-816")),
        _step("voir", Act("click", _GO_ON)),
    ),
)


def _prerequest(case: str) -> Round:
    return Round(
        "exercice-pre-demande-identite",
        case,
        (
            _step("commencer", Act("click", "main a[href='/pre-demande/titre']")),
            _step(f"document-{case}", Act("click", f"[name=document][value={case}]")),
            _step("motif", Act("click", "[name=motif][value=renouvellement]")),
            _step("continuer-vers-identite", Act("click", _GO_ON)),
            _step("nom", Act("write", "#nom", "Exemple")),
            _step("prenoms", Act("write", "#prenoms", "Camille")),
            _step("naissance", Act("write", "#naissance", "12/03/1984")),
            _step("continuer-vers-photo", Act("click", _GO_ON)),
            _step(
                "choisir-la-photo", Act("pick-file", "#photo", "Photo d'identité.jpg"), Act("wait", "[data-apercu] img")
            ),
            _step("continuer-vers-verification", Act("click", _GO_ON)),
            _step("envoyer", Act("click", _GO_ON)),
            _step("garder-le-numero", Act("click", "[data-pdf]")),
        ),
    )


ROUNDS: tuple[Round, ...] = (_FOLLOW, _prerequest("carte"), _prerequest("passeport"))
