"""Every scene of the first setup, in every state that IT can meet."""

from __future__ import annotations

from kiosk.ui import setup_words
from kiosk.ui.setup_scenes import ChoiceScene, CodesScene, NetworkScene, PlaceScene, SetupScene, SummaryScene

FOUND = (("accueil", "HP LaserJet du premier étage"), ("couloir", ""))
HOSTS = ("www.caf.fr", "administration-etrangers-en-france.interieur.gouv.fr", "a.fr", "b.fr", "c.fr", "d.fr")
REACHED = ("ok", "no-network", "inside", "certificate", "silent", "ok")


def made() -> dict[str, SetupScene]:
    """In the language of now: their words come with them."""
    lines = setup_words.summary(
        name="Espace social commun Le Blosne, rez-de-chaussée",
        post="accueil-1",
        language="fr",
        pair=True,
        told=False,
        printer="accueil",
        scanner="airscan:e0:Scanner de l'accueil",
        people=tuple(f"personne{number}" for number in range(8)),
    )
    return {
        "place": PlaceScene(at=(1, 9), name="Le Blosne", post="p-1", fault=setup_words.post_fault(), wrong="post"),
        "language": ChoiceScene(at=(2, 9), question="language", choices=setup_words.language_choices(), chosen="fr"),
        "hands": ChoiceScene(at=(3, 9), question="hands", choices=setup_words.hands_choices(enough=True)),
        "hands, one pair": ChoiceScene(at=(3, 9), question="hands", choices=setup_words.hands_choices(enough=False)),
        "printers are looked for": ChoiceScene(
            at=(4, 9), question="printer", choices=setup_words.device_choices("printer", (), None), looking=True
        ),
        "printer": ChoiceScene(
            at=(4, 9), question="printer", choices=setup_words.device_choices("printer", FOUND, "vieille")
        ),
        "scanner": ChoiceScene(
            at=(5, 9), question="scanner", choices=setup_words.device_choices("scanner", FOUND, None)
        ),
        "codes of IT": CodesScene(at=(6, 9), it=True),
        "codes, wrong": CodesScene(
            at=(7, 9), people=(("nadia", False), ("lea", True)), fault="Les deux codes ne sont pas les mêmes."
        ),
        "network, looking": NetworkScene(at=(8, 9), hosts=tuple((host, "") for host in HOSTS)),
        "network": NetworkScene(at=(8, 9), hosts=tuple(zip(HOSTS, REACHED, strict=True))),
        "summary": SummaryScene(at=(9, 9), lines=lines),
        "saved": SummaryScene(at=(9, 9), lines=lines, saved=True),
    }
