"""IT's two pages: each is one sheet of A4, and names only commands, codes and checks that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import kiosk
from kiosk import command_line
from kiosk.ui import it_sheet

PAGES = ("installer", "diagnostiquer")
_ROOT = Path(kiosk.__file__).parents[1]


def text_of(page: str) -> str:
    return (_ROOT / "packaging" / f"{page}.fr.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_it_is_one_sheet(qapp: object, tmp_path: Path, page: str) -> None:
    assert it_sheet.write(tmp_path / "page.pdf", text_of(page)) == 1


def test_a_page_that_grows_too_long_is_said(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = tmp_path / "long.md"
    long.write_text(text_of("installer") * 2, encoding="utf-8")
    assert it_sheet.main(str(long), str(tmp_path / "page.pdf")) == 1
    assert re.search(r"[2-9] pages", capsys.readouterr().out)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_ours_is_understood(page: str) -> None:
    commands = re.findall(r"(?:`|^    )(?:sudo )?kiosk ([^`#\n>]+)", text_of(page), re.MULTILINE)
    assert commands
    for one in commands:
        parsed = command_line.parser().parse_args(shlex.split(one))
        assert command_line.understood(parsed.command, parsed.words), one
        assert command_line.options_fit(parsed), one


@pytest.mark.parametrize("page", PAGES)
def test_every_code_is_one_of_the_product(page: str) -> None:
    product = "".join(file.read_text(encoding="utf-8") for file in (_ROOT / "kiosk").rglob("*.py"))
    for code in re.findall(r"E-\d{3}", text_of(page)):
        assert f'"{code}"' in product, code


def test_every_check_that_is_named_is_one_of_the_doctors() -> None:
    told = (_ROOT / "packaging" / "informatique.fr.md").read_text(encoding="utf-8")
    (line,) = (line for line in text_of("diagnostiquer").splitlines() if "lignes `" in line)
    for code in re.findall(r"`([a-z-]+)`", line):
        assert f"| `{code}` |" in told, code
