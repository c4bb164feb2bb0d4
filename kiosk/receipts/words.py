"""What IT reads about the book of receipts: one table from codes to French sentences."""

from __future__ import annotations

WHY_UNSIGNED = {
    "keyring-absent": "Le trousseau de clés du poste n'est pas ouvert dans cette session.",
    "keyring-locked": "Le trousseau de clés du poste est fermé à clé.",
    "keyring-empty": "Le trousseau de clés du poste n'existe pas encore.",
    "keyring-damaged": "Ce que le trousseau garde pour les reçus est illisible.",
    "keyring-failed": "Le trousseau de clés du poste a répondu par une erreur.",
}
NOT_WRITTEN = "Le reçu du dernier effacement n'a pas pu être écrit."
STILL_WIPED = "Les effacements se font, et leurs reçus sont écrits sans signature."
OPEN_IT = (
    "Le service du poste l'ouvre quand il démarre : sudo systemctl restart cote-a-cote."
    " Si cela reste, voir « Les reçus d'effacement » du guide de l'informatique."
)

REASONS = {
    "boot": "au démarrage",
    "finished": "la personne a terminé",
    "idle": "personne n'était plus là",
    "left": "partie sans répondre",
    "opening-timeout": "la page n'est pas venue",
    "frozen": "le navigateur était bloqué",
    "guest-died": "le navigateur est tombé",
    "refused-message": "le navigateur a dit autre chose",
    "shutdown": "le poste s'éteignait",
}


def why(reason: str) -> str:
    return WHY_UNSIGNED.get(reason, WHY_UNSIGNED["keyring-failed"])
