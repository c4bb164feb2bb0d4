"""The words of the first setup that depend on what was found or answered. Plain functions, no widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk import languages
from kiosk.ui.i18n import translate
from kiosk.ui.setup_scenes import Choice

TWO, ONE, NONE = "two", "one", ""


def language_choices() -> tuple[Choice, ...]:
    return tuple(Choice(code, one.name) for code, one in languages.known().items())


def hands_choices(enough: bool) -> tuple[Choice, ...]:
    """`enough`: two mice and two keyboards are plugged in."""
    told = translate("Setup", "Le poste va demander à qui est chaque souris.")
    missing = translate("Setup", "Il en manque. Branchez-les, ou faites-le plus tard.")
    return (
        Choice(TWO, translate("Setup", "Deux souris et deux claviers"), told if enough else missing),
        Choice(ONE, translate("Setup", "Une souris et un clavier"), translate("Setup", "On se passe la souris.")),
    )


def device_choices(question: str, found: Iterable[tuple[str, str]], kept: str | None) -> tuple[Choice, ...]:
    """`found`: names and what the maker calls them. `kept`: what was chosen before, even when it does not answer."""
    choices = [Choice(name, words or name, name if words else "") for name, words in found]
    if kept and all(one.key != kept for one in choices):
        choices.append(Choice(kept, kept, translate("Setup", "Ne répond pas en ce moment.")))
    none = translate("Setup", "Pas d'imprimante") if question == "printer" else translate("Setup", "Pas de scanner")
    return (*choices, Choice(NONE, none))


def summary(
    *,
    name: str,
    post: str,
    language: str,
    pair: bool | None,
    told: bool,
    printer: str | None,
    scanner: str | None,
    people: Sequence[str],
) -> tuple[str, ...]:
    """`told`: the post was shown whose each device is. One line for each answer."""
    unsaid = translate("Setup", "pas encore choisi")
    if pair is None:
        hands = unsaid
    elif pair:
        hands = (
            translate("Setup", "deux de chaque") if told else translate("Setup", "deux de chaque, à montrer plus tard")
        )
    else:
        hands = translate("Setup", "une de chaque")
    lines = (
        (translate("Setup", "Lieu"), name),
        (translate("Setup", "Poste"), post),
        (translate("Setup", "Langue"), languages.described(language).name),
        (translate("Setup", "Souris et claviers"), hands),
        (
            translate("Setup", "Imprimante"),
            unsaid if printer is None else printer or translate("Setup", "pas d'imprimante"),
        ),
        (translate("Setup", "Scanner"), unsaid if scanner is None else scanner or translate("Setup", "pas de scanner")),
        (translate("Setup", "Codes"), ", ".join(people) or translate("Setup", "personne n'en a")),
    )
    # The space before a colon is French.
    pattern = translate("Setup", "**%1 :** %2")
    return tuple(pattern.replace("%1", what).replace("%2", said) for what, said in lines)


def name_fault() -> str:
    return translate("Setup", "Écrivez le nom du lieu.")


def post_fault() -> str:
    return translate("Setup", "Le nom du poste : des lettres, des chiffres et des tirets, sans espace.")
