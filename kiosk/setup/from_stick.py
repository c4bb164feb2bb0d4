"""The file of answers on a USB stick: `kiosk.toml`, at its top. The stick is never mounted."""

from __future__ import annotations

from kiosk.documents.stick.ports import Ports
from kiosk.documents.stick.reading import content_of
from kiosk.setup.answers import LARGEST_FILE, Read, SetupError, read

NAME = "kiosk.toml"


async def read_stick(ports: Ports) -> Read:
    """Of the first stick that has one. Raises SetupError when none has."""
    sticks = await ports.plugged()
    if not sticks:
        raise SetupError(what="Aucune clé USB n'est branchée.", todo="Branchez la clé, attendez un peu, recommencez.")
    for stick in sticks:
        content = await content_of(stick, NAME, LARGEST_FILE + 1)
        if content is not None:
            return read(NAME, content)
    raise SetupError(
        what=f"La clé n'a pas de fichier « {NAME} » que le poste peut lire.",
        todo="Mettez-le sur une clé en FAT, hors de tout dossier. Puis recommencez.",
    )
