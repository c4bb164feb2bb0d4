"""What IT and the mediators wrote: settings, procedures, who has a PIN, what people are told, guides that no longer
fit.

Looks, then judges (`judge`, pure).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.checks import Check, Verdict
from kiosk.config import Config, Loaded, packaged
from kiosk.errors import Problem
from kiosk.kept_packs import Packs, every_folder
from kiosk.procedures import loader
from kiosk.procedures.drifts import DriftCounts
from kiosk.staff import Role, StaffError, StaffFile

OFTEN = 3
"""So many times that a step was not found: it was not a person's own way."""
_MOST_SHOWN = 3


@dataclass(frozen=True)
class Content:
    """`drifts`: procedure, step and how often it was not found. `mediators` and `technicians`: how many have a PIN;
    None where the list cannot be read."""

    config: Config
    defaults: Config
    settings: tuple[Problem, ...] = ()
    procedures: tuple[Problem, ...] = ()
    packs: tuple[Problem, ...] = ()
    drifts: tuple[tuple[str, str, int], ...] = ()
    mediators: int | None = 0
    technicians: int | None = 0
    shown: int = field(default=0)


def look(loaded: Loaded) -> Content:
    config = loaded.config
    procedures = loader.load(every_folder(config))
    counts = DriftCounts(config.state.directory).read()
    drifts = [(procedure, step, count) for procedure, steps in counts.items() for step, count in steps.items()]
    mediators, technicians = _with_a_pin(StaffFile(config.state.directory))
    return Content(
        config=config,
        defaults=packaged(),
        settings=loaded.problems,
        procedures=procedures.problems,
        packs=Packs(config).opened().problems,
        drifts=tuple(sorted(drifts, key=lambda one: (-one[2], one[0], one[1]))),
        mediators=mediators,
        technicians=technicians,
        shown=len(procedures.procedures),
    )


def _with_a_pin(staff: StaffFile) -> tuple[int | None, int | None]:
    try:
        roles = list(staff.roles().values())
    except StaffError:
        return None, None
    return roles.count(Role.MEDIATOR), roles.count(Role.IT)


def judge(found: Content) -> Iterator[Check]:
    yield _settings(found)
    yield _procedures(found)
    yield _packs(found.packs)
    yield _drifts(found.drifts)
    yield _named(found)
    yield _notice(found.config)
    yield from _staff(found)


def _settings(found: Content) -> Check:
    if not found.settings:
        return Check("settings", Verdict.OK, "Les réglages sont bien écrits.")
    return Check(
        "settings",
        Verdict.FAILED,
        f"Des réglages sont mal écrits ({len(found.settings)}). Le premier : {found.settings[0]}",
        "Le poste s'ouvre sans eux.",
        "Corrigez ces lignes, puis relisez tout : sudo kiosk check",
    )


def _procedures(found: Content) -> Check:
    if not found.procedures:
        return Check("procedures", Verdict.OK, f"Les {found.shown} démarches sont bien écrites.")
    return Check(
        "procedures",
        Verdict.FAILED,
        f"Des démarches sont mal écrites ({len(found.procedures)}). La première : {found.procedures[0]}",
        "Elles ne sont pas dans la liste du poste.",
        "Corrigez-les, puis relisez tout : sudo kiosk procedures check",
    )


def _packs(problems: tuple[Problem, ...]) -> Check:
    if not problems:
        return Check("packs", Verdict.OK, "Les lots de démarches installés sont entiers et signés, s'il y en a.")
    return Check(
        "packs",
        Verdict.WARNING,
        f"Un lot de démarches, ou une clé, ne convient pas : {problems[0]}",
        "Ses démarches ne sont pas dans la liste du poste.",
        "Regardez lequel, puis installez-le de nouveau : sudo kiosk packs list",
    )


def _drifts(drifts: tuple[tuple[str, str, int], ...]) -> Check:
    often = [one for one in drifts if one[2] >= OFTEN]
    if not often:
        return Check("drifts", Verdict.OK, "Les guides retrouvent leurs étapes sur les sites.")
    named = ", ".join(f"{procedure} / {step} ({count} fois)" for procedure, step, count in often[:_MOST_SHOWN])
    more = f" et {len(often) - _MOST_SHOWN} autres" if len(often) > _MOST_SHOWN else ""
    return Check(
        "drifts",
        Verdict.WARNING,
        f"Des sites ont changé. Étapes qui ne se trouvent plus : {named}{more}.",
        "À ces étapes, le guide n'a plus que ses mots.",
        "Un médiateur les répare : Espace médiateur, « Réparer une démarche ».",
    )


def _named(found: Content) -> Check:
    site, original = found.config.site, found.defaults.site
    missing = [key for key in ("name", "post") if getattr(site, key) == getattr(original, key)]
    if not missing:
        return Check("place", Verdict.OK, f"Ce poste est « {site.post} », à « {site.name} ».")
    return Check(
        "place",
        Verdict.WARNING,
        f"Le lieu et le poste portent encore le nom d'origine : [site] {', '.join(missing)}.",
        "Les gens ne lisent pas où ils sont, et vous ne distinguez pas les postes.",
        "Écrivez-les dans /etc/kiosk/kiosk.toml, sous [site]. Ou : sudo kiosk setup",
    )


def _notice(config: Config) -> Check:
    missing = [key for key in ("controller", "contact") if not getattr(config.notice, key)]
    if not missing:
        return Check("notice", Verdict.OK, "L'écran « Vos données » dit qui est responsable, et comment lui écrire.")
    return Check(
        "notice",
        Verdict.WARNING,
        f"L'écran « Vos données » est incomplet : [notice] {', '.join(missing)}.",
        "Le RGPD demande de dire qui est responsable, et comment lui écrire.",
        "Écrivez-les dans /etc/kiosk/kiosk.toml, sous [notice].",
    )


def _staff(found: Content) -> Iterator[Check]:
    if found.mediators is None:
        yield Check(
            "staff-area",
            Verdict.FAILED,
            "La liste des personnes qui ont un code ne peut pas être lue.",
            "Aucun code n'est accepté.",
            "Effacez staff.json dans le dossier du poste. Puis redonnez les codes : sudo kiosk staff add NOM",
        )
        return
    if not found.mediators:
        yield Check(
            "staff-area",
            Verdict.WARNING,
            "Aucun médiateur n'a de code.",
            "Personne ne peut ouvrir l'espace médiateur, ni permettre un site bloqué.",
            "Donnez un code à chacun : sudo kiosk staff add NOM",
        )
    else:
        yield Check("staff-area", Verdict.OK, f"Médiateurs qui ont un code : {found.mediators}.")
    if not found.technicians:
        yield Check(
            "staff-it",
            Verdict.WARNING,
            "Personne de l'informatique n'a de code.",
            "« Santé du poste » ne peut pas être lue sur son écran.",
            "Donnez-vous un code : sudo kiosk staff add NOM --it",
        )
    else:
        yield Check("staff-it", Verdict.OK, f"Personnes de l'informatique qui ont un code : {found.technicians}.")
