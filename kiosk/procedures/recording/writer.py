"""A procedure as YAML, as a mediator would write it: plain spaces, no quotes but where they are needed. Pure."""

from __future__ import annotations

from typing import Any

import yaml

from kiosk.procedures.model import Procedure

_BOUND_SPACES = str.maketrans({"\u00a0": " ", "\u2068": None, "\u2069": None})
_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """The reader takes no names for parts of the text (`&`, `*`)."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def to_yaml(procedure: Procedure) -> str:
    content = _plain(procedure.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True))
    # Said even where it is as if it were not: the check asks for it.
    if not procedure.practice:
        content["verified"] = procedure.verified
    order = [*(name for name in Procedure.model_fields if name != "steps"), "steps"]
    ordered = {name: content[name] for name in order if name in content}
    return yaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"fr"}:
            return _plain(value["fr"])
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.translate(_BOUND_SPACES) if isinstance(value, str) else value
