"""What IT wrote by hand stays: a setting that changes, changes its own line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.setup.written import TooUnusualError, with_settings

BY_HAND = """\
# Poste de l'accueil
[site]
name = "Le Blosne"  # le nom du quartier
post = "accueil"

[network]
allow = [
  "mairie.fr",  # la mairie
  "caf.fr",
]
# fin
"""


def test_a_setting_that_is_right_changes_nothing() -> None:
    right = {("site", "name"): "Le Blosne", ("network", "allow"): ("mairie.fr", "caf.fr")}
    assert with_settings(BY_HAND, right) == BY_HAND


def test_a_changed_setting_changes_its_line_alone_and_keeps_its_comment() -> None:
    changed = with_settings(BY_HAND, {("site", "name"): "Espace #2"})
    assert changed == BY_HAND.replace('name = "Le Blosne"  #', 'name = "Espace #2"  #')
    again = with_settings(changed, {("site", "name"): "Le Blosne"})
    assert again == BY_HAND


def test_a_value_over_several_lines_is_replaced_whole() -> None:
    changed = with_settings(BY_HAND, {("network", "allow"): ("x.fr",)})
    assert 'allow = ["x.fr"]\n# fin\n' in changed


def test_a_new_key_joins_its_section_and_a_new_section_comes_last() -> None:
    changed = with_settings(BY_HAND, {("network", "upstream"): "proxy:3128", ("print", "enabled"): False})
    assert ']\nupstream = "proxy:3128"\n# fin\n\n[print]\nenabled = false\n' in changed


def test_an_empty_file_becomes_a_whole_one() -> None:
    assert with_settings("", {("site", "name"): "Ici"}) == '[site]\nname = "Ici"\n'


def test_a_header_without_keys_gets_them() -> None:
    assert with_settings("[site]\n", {("site", "name"): "Ici"}) == '[site]\nname = "Ici"\n'


def test_folders_and_voices_are_written_as_toml_reads_them() -> None:
    text = with_settings("", {("procedures", "folders"): (Path("/srv/d"),), ("voice", "voices"): {"fr": "mb-fr1"}})
    assert tomllib.loads(text) == {"procedures": {"folders": ["/srv/d"]}, "voice": {"voices": {"fr": "mb-fr1"}}}


@pytest.mark.parametrize("text", ['site = { name = "a" }\n', '[[site]]\nname = "a"\n', "site = 3\n"])
def test_what_cannot_be_changed_line_by_line_is_left_alone(text: str) -> None:
    with pytest.raises(TooUnusualError):
        with_settings(text, {("site", "post"): "accueil"})


@given(name=st.text(st.characters(exclude_categories=("Cs",)), max_size=40), number=st.integers(0, 9999))
def test_what_was_meant_is_what_is_read(name: str, number: int) -> None:
    text = with_settings(BY_HAND, {("site", "name"): name, ("print", "copies"): number})
    read = tomllib.loads(text)
    assert (read["site"], read["print"]) == ({"name": name, "post": "accueil"}, {"copies": number})
    assert read["network"] == tomllib.loads(BY_HAND)["network"]
