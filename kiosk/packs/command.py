"""`kiosk packs`: what IT types to make, sign, install and take back procedures. Returns what to print.

A passphrase is asked for, never an argument: arguments can be read by everybody on the machine.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.packs import container, keys, making, store
from kiosk.packs.container import Signed
from kiosk.packs.errors import BadlyFormedError, NotWrittenError
from kiosk.packs.keys import Keyring
from kiosk.packs.store import Judge, NotAcceptableError

_NONE = "Il n'y a pas de lot. Pour en mettre un : sudo kiosk packs install FICHIER"


def make(folder: Path, key_file: Path, file: Path, judge: Judge) -> str:
    """Raises PackError; then no file was written."""
    problems = judge(folder)
    if problems:
        raise NotAcceptableError(
            what="\n".join(map(str, problems[:20])), kept="Aucun lot n'a été écrit.", todo="Corrigez."
        )
    passphrase = _asked("Phrase secrète de la clé : ") if keys.is_locked(key_file) else b""
    manifest, content = making.make(folder, keys.private(key_file, passphrase))
    partial = file.with_name(f".{file.name}.partial")
    try:
        partial.write_bytes(content)
        os.replace(partial, file)
    except OSError as error:
        raise NotWrittenError(
            what=f"Le fichier {file} ne peut pas être écrit.", todo="Choisissez un autre dossier."
        ) from error
    return f"Le lot est écrit : {file}\n{manifest.name}, version {manifest.version}, {_count(len(manifest.files))}."


def key(file: Path) -> str:
    """Raises KeyFileError."""
    passphrase = _asked("Phrase secrète (vide : aucune) : ")
    if sys.stdin.isatty() and passphrase != _asked("Encore une fois : "):
        raise keys.KeyFileError(what="Les deux phrases ne sont pas les mêmes.", todo="Recommencez.")
    public, print_ = keys.make(file, passphrase)
    lines = [
        f"Clé privée : {file}. Gardez-la hors des postes, et ne la donnez à personne.",
        f"Clé publique : {public}. Copiez-la sur chaque poste, dans le dossier des clés ([packs] signers).",
        f"Empreinte : {keys.shown(print_)}",
    ]
    if not passphrase:
        lines.insert(1, "Elle n'a pas de phrase secrète : qui a ce fichier peut signer.")
    return "\n".join(lines)


def installed(file: Path, state: Path, keyring: Keyring, judge: Judge) -> str:
    """Raises PackError; then the packs are still those of before."""
    try:
        with file.open("rb") as opened:
            untrusted = opened.read(container.LARGEST + 1)
    except OSError as error:
        raise BadlyFormedError(what=f"Le fichier {file} ne peut pas être lu.", todo="Regardez son nom.") from error
    pack = container.read(untrusted, keyring)
    fresh = store.install(pack, state, keyring, judge)
    said = _described(pack.signed)
    return f"{said}\nLa prochaine personne la verra." if fresh else f"{said}\nCette version est déjà sur le poste."


def rolled_back(name: str, state: Path, keyring: Keyring) -> str:
    """Raises PackError."""
    version, before = store.rollback(name, state, keyring)
    return f"Lot « {name} » : la version {before} compte de nouveau, à la place de la {version}."


def removed(name: str, state: Path) -> str:
    """Raises PackError."""
    store.remove(name, state)
    return f"Le lot « {name} » n'est plus sur le poste."


def listed(state: Path, keyring: Keyring) -> tuple[str, Sequence[object]]:
    """What counts, and what is wrong."""
    found = store.opened(state, keyring)
    lines: list[str] = []
    for pack in found.packs:
        lines.append(_described(pack.signed))
        if pack.before is not None:
            lines.append(f"  Version d'avant, gardée : {pack.before}.")
    known = [f"Clé acceptée : {keys.shown(print_)}" for print_ in sorted(keyring.keys)]
    return "\n".join([*(lines or [_NONE]), *known]), found.problems


def _described(signed: Signed) -> str:
    manifest = signed.manifest
    return (
        f"Lot « {manifest.name} », version {manifest.version} du {manifest.day:%d/%m/%Y} : {manifest.title}. "
        f"{_count(len(manifest.files))}, clé {keys.shown(signed.signer)}."
    )


def _count(number: int) -> str:
    return f"{number} démarche{'s' if number > 1 else ''}"


def _asked(question: str) -> bytes:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n").encode()
    return getpass.getpass(question).encode()
