"""Every check of the doctor can fail: for each code there is a world in which it does, with what that means and what to
do. A check that no world makes fail, or that the guide does not explain, is no check."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kiosk
from kiosk import __version__
from kiosk.checks import Check, Verdict

from .worlds import FAILING, well

PRODUCT = Path(kiosk.__file__).parent
GUIDE = PRODUCT.parent / "packaging" / "informatique.fr.md"
TOLD = {"device"}
"""Whose each mouse is: a line for IT to read, which cannot be wrong. `pairs` and `device-absent` judge it."""

HANDED_ON = {("documents/examined.py", "_off")}
"""Where a check is made whose code is given: its callers say it."""


def codes_of_the_product() -> set[str]:
    """Of every `Check(code, ...)` that is written anywhere, and of every call that hands a code on."""
    found = set()
    for file in PRODUCT.rglob("*.py"):
        place = str(file.relative_to(PRODUCT))
        handing = {name for where, name in HANDED_ON if where == place}
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            first = node.args[0]
            if node.func.id not in {"Check", *handing}:
                continue
            if isinstance(first, ast.Constant):
                found.add(str(first.value))
            else:
                assert handing, f"{place}:{node.lineno}: the code of this check is not written there"
    return found


def test_there_is_a_failing_world_for_every_code_and_for_no_other() -> None:
    assert codes_of_the_product() - TOLD == set(FAILING)


def test_there_are_many() -> None:
    assert len(FAILING) >= 40


@pytest.mark.parametrize("code", FAILING)
def test_it_fails_there_and_says_what_it_means_and_what_to_do(code: str, tmp_path: Path) -> None:
    wrong = [one for one in FAILING[code].said(tmp_path) if one.code == code and one.verdict is not Verdict.OK]
    assert wrong, "all is well"
    for one in wrong:
        for sentence in (one.what, one.consequence, one.remedy):
            assert sentence.strip(), one
            assert sentence[0].isupper() or not sentence[0].isalpha() or sentence.startswith(("sudo ", "kiosk ")), (
                sentence
            )
        assert one.consequence.endswith("."), one


def test_a_post_that_is_well_has_nothing_said_against_it(tmp_path: Path) -> None:
    said = well(tmp_path)
    assert [one for one in said if one.verdict is not Verdict.OK] == []
    # The rest is silent when all is well, or needs more than a judge: each has tests of its own.
    silent = {"print-files", "devices-file", "unlooked", "phone", "staff", "sheets", "keyring", "receipts"}
    assert {one.code for one in said} - TOLD == set(FAILING) - silent


def test_what_is_well_needs_no_remedy(tmp_path: Path) -> None:
    assert [one for one in well(tmp_path) if one.consequence or one.remedy] == []


def test_the_guide_explains_every_code() -> None:
    table = re.findall(r"^\| `([a-z0-9-]+)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(FAILING) - set(table) == set()


def test_every_code_is_a_word_for_programs() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+", code) for code in FAILING)


def remedies() -> list[Check]:
    """Of every world, for whoever reads them over."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        worlds = []
        for number, world in enumerate(FAILING.values()):
            own = Path(folder, str(number))
            own.mkdir()
            worlds += [one for one in world.said(own) if one.verdict is not Verdict.OK]
        return worlds


def test_no_remedy_names_a_file_of_the_source_alone() -> None:
    """On a post there is no checkout: its service, its package and its own commands are what IT can reach."""
    assert [one for one in remedies() if re.search(r"packaging/|\./dev|python ", one.remedy)] == []


def test_the_package_is_installed_again_from_its_file() -> None:
    """apt has it from no source: by its name alone it does nothing, and ends well."""
    again = [re.findall(r"--reinstall (\S+\w)", one.remedy) for one in remedies()]
    named = {name for names in again for name in names}
    assert named == {f"./cote-a-cote_{__version__}_amd64.deb"}


def test_what_the_post_keeps_is_asked_for_as_root() -> None:
    """Any other account is refused (E-108)."""
    bare = r"(?<!sudo )kiosk (check|doctor|setup|staff|sheets|packs|receipts|procedures check)\b"
    assert [one.remedy for one in remedies() if re.search(bare, one.remedy)] == []
