"""Every scene in which a mediator makes or mends a procedure."""

from __future__ import annotations

from kiosk.ui import writing_scenes as scenes
from kiosk.ui.staff_scenes import StaffScene

SENTENCE = "Écrivez dans « Numéro d'allocataire ou de sécurité sociale »."
REMARK = "Cette phrase est longue : 15 mots. Il faut : 12 mots au plus."
SCENES: dict[str, StaffScene] = {
    "write": scenes.WriteScene(),
    "write, words": scenes.WriteScene(title="Une aide", address="caf", fault="words", drafts=(("a", "Une carte"),)),
    "write, nothing": scenes.WriteScene(fault="nothing", drafts=(("a", "Une carte"), ("b", "Une cantine"))),
    "step": scenes.StepScene(number=2, total=7, where="Numéro", sentence=SENTENCE, why="La caisse vous trouve."),
    "last step": scenes.StepScene(
        number=7,
        total=7,
        where="Envoyer",
        sentence=SENTENCE * 2,
        sentence_remark=REMARK,
        why=SENTENCE * 2,
        why_remark=REMARK,
        user_only=True,
    ),
    "step without a name": scenes.StepScene(sentence="Cliquez ici."),
    "tried": scenes.TriedScene(title="Demander une carte de transport"),
    "hosts": scenes.HostsScene(hosts=(("ressources.mesdemarches-en-ligne.exemple.fr", False), ("b.fr", True))),
    "theme": scenes.ThemeScene(),
    "kept": scenes.KeptScene(title="Demander une carte de transport"),
    "not kept": scenes.KeptScene(title="Demander une carte de transport", kept=False),
    "repair": scenes.RepairScene(
        rows=(
            scenes.RepairRow("prime", "numero", "Demander la prime d'activité", SENTENCE, 7),
            scenes.RepairRow("x", "", "Inscrire mon enfant", "ecole.exercice"),
        )
    ),
    "repair a step": scenes.RepairScene(rows=(scenes.RepairRow("prime", "numero", SENTENCE),), of="La prime"),
    "repaired": scenes.RepairedScene(sentence=SENTENCE, before="Continuer", after="Aller plus loin"),
    "not repaired": scenes.RepairedScene(sentence=SENTENCE),
}
