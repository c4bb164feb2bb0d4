"""The line that IT is sent to is the line that IT wrote."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.config.positions import key_lines, syntax_error_place

TEXT = '''\
# [not.a.section]
top = 1
[session] # a remark
idle_seconds = 3
text = """
[session.trap]
trap = 1
"""
list = [
  "# not a remark", # a remark
  "[trap]",
]
a.b = { c = 1, d = [2] }

[[guests]]
name = 1
[[guests]]
other = 2
[ site . "sub" ]
key = 1
'''


def test_each_key_is_found_where_it_is_written() -> None:
    assert key_lines(TEXT) == {
        ("top",): 2,
        ("session",): 3,
        ("session", "idle_seconds"): 4,
        ("session", "text"): 5,
        ("session", "list"): 9,
        ("session", "a"): 13,
        ("session", "a", "b"): 13,
        ("session", "a", "b", "c"): 13,
        ("session", "a", "b", "d"): 13,
        ("guests",): 15,
        ("guests", "name"): 16,
        ("guests", "other"): 18,
        ("site",): 19,
        ("site", "sub"): 19,
        ("site", "sub", "key"): 20,
    }


def test_an_endless_statement_is_given_up_and_what_came_before_is_kept() -> None:
    assert key_lines("a = 1\nb = [\n" + "1,\n" * 1000 + "]\nc = 1\n") == {("a",): 1}


def test_the_place_of_a_syntax_error_is_read_from_pythons_own_words() -> None:
    try:
        tomllib.loads("a = 1\nb 2\n")
    except tomllib.TOMLDecodeError as error:
        assert syntax_error_place(error) == (2, 3)


_KEYS = st.sampled_from(["a", "b", "c"])
_VALUES = st.sampled_from(["1", '"x"', "'''\n[q]\nk = 1\n'''", "[\n1,\n2 ]", "{ k = 1 }", "true"])
_LINES = (
    st.builds("{} = {}".format, _KEYS, _VALUES) | st.builds("[{}]".format, _KEYS) | st.sampled_from(["", "# a = 1"])
)


@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_every_key_of_any_valid_text_has_a_line_that_names_it(text: str) -> None:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = text.split("\n")
    found = key_lines(text)
    for path in _paths(content):
        assert path[-1] in lines[found[path] - 1]


def _paths(content: dict[str, Any], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    paths = []
    for key, value in content.items():
        paths.append((*above, key))
        if isinstance(value, dict):
            paths += _paths(value, (*above, key))
    return paths
