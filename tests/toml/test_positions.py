"""Every key and value of a TOML text is found where it is written."""

import tomllib
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tests.toml.toml_documents import over_all
from tui.diagnostics.span import KeyPath, Span
from tui.toml.positions import index
from tui.toml.scanner import TokenKind, scan

DOCUMENTS = over_all()

QUESTIONNAIRE = """\
format = 1
[question."unsold.stock"]
type = "choise"
text.zh-CN = "谁承担？"   # wide
text.en = '''Who
pays?'''
show_if = [{ q = "中文", is = 1 }, { q = "b", above = 50 }]
[[agenda]]
x = 1
[[agenda]]
y = { z.w = [
  1,
] }
"""


def nodes(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    if path:
        yield path, value
    if isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from nodes(below, (*path, key))


def assert_all_is_found(text: str) -> int:
    """Check that each place holds what tomllib reads there; give how many there were."""
    places, lines, count = index(text), text.split("\n"), 0
    for path, value in nodes(tomllib.loads(text)):
        written = written_at(text, places._values, path)
        if not isinstance(value, dict | list):
            assert repr(tomllib.loads(f"x = {written}")["x"]) == repr(value), path
        if isinstance(path[-1], str):
            name = written_at(text, places._keys, path)
            assert list(tomllib.loads(f"{name} = 0")) == [path[-1]], path
            assert at(lines, places.key(path)) == name
        assert at(lines, places.value(path)) == written.split("\n")[0].removesuffix("\r")
        count += 1
    return count


def written_at(text: str, places: dict[KeyPath, tuple[int, int]], path: KeyPath) -> str:
    """Return what stands at a place, over all its lines."""
    return text[slice(*places[path])]


def at(lines: list[str], span: Span) -> str:
    start = span.column - 1
    return lines[span.line - 1][start : start + span.length]


def found(text: str, path: KeyPath, what: str) -> str:
    places = index(text)
    span = {"key": places.key, "value": places.value, "header": places.header}[what](path)
    return at(text.split("\n"), span)


def test_there_are_many_documents() -> None:
    assert len(DOCUMENTS) > 2000


@pytest.mark.parametrize("group", sorted({name.split(":")[0] for name in DOCUMENTS}))
def test_every_value_and_key_of_every_construct_is_found(group: str) -> None:
    counts = [
        assert_all_is_found(text) for name, text in DOCUMENTS.items() if name.split(":")[0] == group
    ]
    assert sum(counts) > len(counts) / 2


SCALARS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2FFF), max_size=12),
    st.integers(),
    st.booleans(),
    st.dates(min_value=date(1, 1, 1)),
    st.times().map(lambda found: time(found.hour, found.minute, found.second)),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(Decimal.normalize),
)
KEYS = st.text(st.sampled_from("ab.-_\"'\\ \t中é#]=\n"), max_size=5)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=20,
    ),
    max_size=6,
)


@given(DATA, st.booleans())
def test_whatever_is_dumped_is_found(data: dict[str, Any], over_lines: bool) -> None:
    assert_all_is_found(tomli_w.dumps(data, multiline_strings=over_lines))


WORDS = ["a", "b.c", "'d'", '"e"', "=", "=", "=", "1", "2.5", '"x"', "''", "[", "]", "[[", "]]"]
WORDS += ["{", "}", ",", '"""', "'''", "\\", "#", "“", "1979-05-27", "true", "\n", "\r\n", " "]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
def test_the_scanner_takes_whatever_tomllib_takes(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        index(text)
    else:
        assert_all_is_found(text)
        assert list(scan(text))[-1] == (TokenKind.END, len(text), len(text))


@pytest.mark.parametrize(
    ("path", "what", "expected"),
    [
        (("question", "unsold.stock", "type"), "key", "type"),
        (("question", "unsold.stock", "type"), "value", '"choise"'),
        (("question", "unsold.stock"), "key", '"unsold.stock"'),
        (("question", "unsold.stock"), "header", '[question."unsold.stock"]'),
        (("question", "unsold.stock"), "value", '[question."unsold.stock"]'),
        (("question",), "header", "question"),
        (("question", "unsold.stock", "text"), "header", "text"),
        (("question", "unsold.stock", "text", "zh-CN"), "value", '"谁承担？"'),
        (("question", "unsold.stock", "text", "en"), "value", "'''Who"),
        (("question", "unsold.stock", "show_if", 0, "is"), "value", "1"),
        (("question", "unsold.stock", "show_if", 1), "value", '{ q = "b", above = 50 }'),
        (("question", "unsold.stock", "show_if", 1), "header", "{"),
        (("question", "unsold.stock", "show_if"), "header", "show_if"),
        (("agenda", 1), "header", "[[agenda]]"),
        (("agenda", 1, "y", "z"), "key", "z"),
        (("agenda", 1, "y"), "header", "y"),
        (("agenda", 1, "y", "z", "w", 0), "value", "1"),
    ],
)
def test_a_place_is_exact(path: KeyPath, what: str, expected: str) -> None:
    assert found(QUESTIONNAIRE, path, what) == expected


def test_an_array_of_tables_tells_its_elements_apart() -> None:
    places = index(QUESTIONNAIRE)
    assert [places.header(("agenda", number)).line for number in (0, 1)] == [8, 10]
    assert places.header(("agenda",)).line == 8


def test_columns_count_code_points_from_one() -> None:
    assert index('x = "👍中", y = 1').value(("x",)) == Span(1, 5, 4)


@pytest.mark.parametrize(
    ("path", "what", "expected"),
    [
        (("question", "unsold.stock", "typ"), "value", '[question."unsold.stock"]'),
        (("question", "unsold.stock", "typ"), "header", '[question."unsold.stock"]'),
        (("question", "unsold.stock", "typ", 3, "x"), "key", '"unsold.stock"'),
        (("question", "unsold.stock", "show_if", 0), "key", "show_if"),
        (("agenda", 1, "y", "z", "w", 4), "value", "["),
        (("agenda", 7, "x"), "header", "[[agenda]]"),
        (("question", "unsold.stock", "type"), "header", '[question."unsold.stock"]'),
    ],
)
def test_what_is_not_there_has_the_place_of_its_parent(
    path: KeyPath, what: str, expected: str
) -> None:
    assert found(QUESTIONNAIRE, path, what) == expected


def test_the_root_and_what_is_missing_in_it_begin_the_file() -> None:
    places = index(QUESTIONNAIRE)
    assert {places.header(()), places.value(("nothing",)), places.key(())} == {Span(1, 1, 0)}


def test_a_header_is_a_better_place_than_an_earlier_mention() -> None:
    text = "[a.b]\nx = 1\n[a]\ny = 2\n"
    assert found(text, ("a",), "header") == "[a]"
    assert index(text).key(("a",)) == Span(3, 2, 1)


@pytest.mark.parametrize("depth", [1, 60, 400])
def test_nesting_needs_no_stack(depth: int) -> None:
    text = "x = " + "[" * depth + "7" + "]" * depth
    assert index(text).value(("x", *[0] * depth)) == Span(1, 5 + depth, 1)
