"""`kiosk staff`: what IT types to give, take away and see the staff's PINs. A PIN is asked for, never an argument:
arguments can be read by everybody on the machine, and stay in the shell's history."""

from __future__ import annotations

import getpass
import sys

from kiosk.staff.file import Role, StaffError, StaffFile

_OF = {Role.MEDIATOR: "", Role.IT: " (informatique)"}


def add(staff: StaffFile, name: str, role: Role = Role.MEDIATOR) -> str:
    """The sentence to say. Raises StaffError: what needs no PIN to be seen, before one is asked for."""
    staff.refuse_early(name)
    staff.add(name, _asked(), role)
    return f"« {name} » a maintenant un code{_OF[role]}."


def remove(staff: StaffFile, name: str) -> str:
    staff.remove(name)
    return f"« {name} » n'a plus de code."


def listed(staff: StaffFile) -> str:
    names = [f"{name}{_OF[role]}" for name, role in sorted(staff.roles().items())]
    return "\n".join(names) if names else "Personne n'a de code. Pour en donner un : sudo kiosk staff add NOM"


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass("Code (de 6 à 12 chiffres) : ")
    if getpass.getpass("Encore une fois : ") != pin:
        raise StaffError(what="Les deux codes ne sont pas les mêmes.")
    return pin
