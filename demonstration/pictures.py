"""`python -m demonstration.pictures`: puts the pictures of the last demonstration where the README and the mediators'
guide show them, small. A picture that the demonstration did not take stays as it is, and is said.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

_ROOT = Path(__file__).resolve().parents[1]
TAKEN = _ROOT / "demo"
README, GUIDE = _ROOT / "docs" / "pictures", _ROOT / "assets" / "guide"
_WIDTHS = {README: 1280, GUIDE: 960}
# A screen of ours has few colours; each picture is in the repository for ever.
_COLOURS = 128

PLACES = {
    "devices-1": (README / "side-devices.png",),
    "home": (README / "home.png",),
    "procedure": (README / "procedure.png",),
    "secret": (README / "secret.png", README / "side-secret.png"),
    "step-iban": (README / "step.png",),
    "certificate": (README / "certificate.png",),
    "idle": (README / "idle.png",),
    "receipt": (README / "receipt.png",),
    "mediator-shows": (README / "side-user.png", GUIDE / "conduite-usager.png"),
    "mediator-drives": (README / "side-mediator.png", GUIDE / "conduite-mediateur.png"),
    "together": (README / "side-both.png", GUIDE / "ensemble.png"),
    "brake": (README / "side-brake.png", GUIDE / "frein.png"),
    "papers-add": (GUIDE / "papiers-ajouter.png",),
    "papers-scanned": (README / "papers-scanned.png", GUIDE / "papiers-scanner.png"),
    "papers-phone-square": (README / "papers-phone.png", GUIDE / "papiers-telephone.png"),
    "papers-on-the-phone": (README / "papers-on-the-phone.png",),
    "papers-photographed": (README / "papers-photographed.png",),
    "papers-pin": (README / "papers-pin.png",),
    "papers-stick-copied": (README / "papers-stick.png",),
    "papers-lighter": (README / "papers-lighter.png", GUIDE / "papiers-leger.png"),
    "papers-print": (README / "papers-print.png", GUIDE / "papiers-imprimer.png"),
    "papers-take": (GUIDE / "papiers-emporter.png",),
    "papers-receipt": (README / "papers-receipt.png", GUIDE / "papiers-recu.png"),
    "papers-closing": (README / "papers-leaving.png", GUIDE / "papiers-partir.png"),
    "found": (README / "find.png", GUIDE / "demarches-chercher.png"),
    "not-verified": (README / "not-verified.png", GUIDE / "demarches-verifier.png"),
    "fine-numero": (README / "word.png", GUIDE / "demarches-mot.png"),
    "fine-numero-de-carte": (README / "bank.png",),
    "site-down": (README / "site-down.png", GUIDE / "demarches-panne.png"),
    "staff": (README / "staff.png", GUIDE / "espace-menu.png"),
    "other-site": (README / "staff-site.png", GUIDE / "espace-autre-site.png"),
    "blocked": (README / "staff-blocked.png", GUIDE / "espace-bloques.png"),
    "recording": (README / "staff-recording.png", GUIDE / "espace-enregistrer.png"),
    "sentence": (README / "staff-sentence.png", GUIDE / "espace-phrase.png"),
    "tried": (README / "staff-tried.png",),
    "repair": (README / "staff-repair.png", GUIDE / "espace-reparer.png"),
}
"""By the name that the demonstration gives a picture, after its number."""


def main() -> int:
    missing = [name for name, places in PLACES.items() if not _place(name, places)]
    for name in missing:
        print(f"not taken: {name}", file=sys.stderr)
    return 1 if missing else 0


def _place(name: str, places: tuple[Path, ...]) -> bool:
    found = sorted(TAKEN.glob(f"[0-9][0-9]-{name}.png"))
    for place in places if found else ():
        folder = place.parent
        picture = Image.open(found[-1]).convert("RGB")
        # A telephone's picture is smaller, and stays so.
        width = min(_WIDTHS[folder], picture.width)
        if picture.width != width:
            picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
        few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(place, optimize=True)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
