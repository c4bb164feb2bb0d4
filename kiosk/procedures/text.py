"""A short text of a procedure in the languages of the post, and the memory of sentences translated once for all.

Pure data: the languages are those of `kiosk.languages`, the translations are read by `translations`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from kiosk import languages

Language = str
"""A code of `kiosk.languages`."""

_QUOTED = re.compile(r"(?<!\u2068)«[^«»]*»")
_SPACE_AT_MARK = re.compile(r"(?<=«) | (?=[»?!:;€])")


class Strict(BaseModel):
    """Frozen, and an unknown key is an error: a typo must never be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


LONGEST = 400
Short = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class Text(Strict):
    """One short text. In YAML: a plain French string, or a mapping `{fr: ..., en: ...}` with any language of the post.

    A translation that is not written there comes from the `Memory` that validation is given, where it has one.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    if not TYPE_CHECKING:  # mypy would take it for a field to be given
        __pydantic_extra__: dict[str, Short]

    fr: Short

    @model_validator(mode="before")
    @classmethod
    def _in_the_languages_of_the_post(cls, value: Any, info: ValidationInfo) -> Any:
        written = {"fr": value} if isinstance(value, str) else value
        if not isinstance(written, dict):
            return value
        known = languages.known()
        for code in written:
            if code not in known:
                raise PydanticCustomError("unknown_language", "unknown language", {"code": str(code)})
        texts = {code: as_printed(text, code) if isinstance(text, str) else text for code, text in written.items()}
        if isinstance(memory := info.context, Memory) and isinstance(french := texts.get("fr"), str):
            for code, said in memory.of(french).items():
                texts.setdefault(code, said)
        return texts

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """For editors: the languages of the post are the words that may stand here."""
        made = handler.resolve_ref_schema(handler(core))
        french = made["properties"]["fr"]
        made["properties"] |= {code: dict(french) for code in languages.codes() if code != "fr"}
        made["additionalProperties"] = False
        return made

    def get(self, language: Language) -> str:
        """The text in `language`, or in French where nobody has translated it yet; it keeps its direction then."""
        if self.has(language):
            return self.every[language]
        return f"\u2068{self.fr}\u2069" if languages.is_rtl(language) else self.fr

    def has(self, language: Language) -> bool:
        """Whether `get` gives it in that language, and not in French for want of it."""
        return language in self.every

    @property
    def every(self) -> Mapping[Language, str]:
        """The text in each language that it has, French first."""
        return {languages.SOURCE: self.fr, **(self.__pydantic_extra__ or {})}


def as_printed(text: str, code: Language) -> str:
    """Marks as they are printed, whoever typed plain spaces: French ones never begin a line; where one reads from the
    right, a French name is isolated (U+2068 ... U+2069), or its marks wander to the wrong side."""
    text = _SPACE_AT_MARK.sub("\u00a0", text)
    return _QUOTED.sub("\u2068\\g<0>\u2069", text) if languages.is_rtl(code) else text


class Memory:
    """Translations by their French sentence: what several procedures say is translated once. One that is no text of a
    procedure is left out: it must not take the procedures with it that say the sentence."""

    def __init__(self, sentences: Mapping[Language, Mapping[str, str]]) -> None:
        self._by_french: dict[str, dict[Language, str]] = {}
        for code, translations in sentences.items():
            for french, said in translations.items():
                printed = as_printed(said, code)
                if 0 < len(printed) <= LONGEST:
                    self._by_french.setdefault(as_printed(french, "fr"), {})[code] = printed

    def of(self, french: str) -> Mapping[Language, str]:
        """The translations of a French text, marked as `Text` keeps it."""
        return self._by_french.get(french, {})
