"""What `kiosk doctor` says of the voice: what is missing to hear a step, and what to install. Plays nothing."""

from __future__ import annotations

from kiosk import languages
from kiosk.checks import Check, Verdict
from kiosk.voice.base import Voice


def examine(voice: Voice) -> Check:
    """One answer, whatever is missing."""
    missing = [one.french for code, one in languages.known().items() if not voice.speaks(code)]
    if not missing:
        return Check("voice", Verdict.OK, "Le poste peut lire les étapes à voix haute.")
    return Check(
        "voice",
        Verdict.WARNING,
        f"Le poste n'a pas de voix pour {', '.join(missing)}.",
        "Le bouton « Écouter » n'est pas là, ou il lit en français.",
        "Installez la voix et le lecteur de sons : sudo apt install espeak-ng alsa-utils",
    )
