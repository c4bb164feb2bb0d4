"""What the controller's tests share: the steps of the person's procedure, and how what was asked is compared."""

from __future__ import annotations

from typing import Any

STEPS = ("numero", "code", "revenus")


def kinds(asked: Any) -> list[type]:
    return [type(command) for command in asked]
