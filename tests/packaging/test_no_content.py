"""The code knows no questionnaire: what is asked, of whom and about what stands in files alone."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import tui
from tui.storage.library import bundled
from tui.toml.reader import read_toml

PACKAGE = Path(tui.__file__).parent
SOURCES = [
    path for folder in ("domain", "storage", "screens") for path in (PACKAGE / folder).rglob("*.py")
]
OWN_WORDS = {
    "risk": "a key of the file format",
    "first": "the first of two files, in a message",
    "second": "the second of two files, in a message",
    "results": "a screen and its style sheet",
}
"""Ids that are also words of the program, and as what."""


@cache
def ids(*tables: str) -> set[str]:
    """Return the ids of the shipped questionnaires in these tables."""
    return {name for path in bundled() for table in tables for name in read_toml(path).data[table]}


def words(source: Path) -> Iterator[tuple[int, str]]:
    """Return each string literal of a source that is one word, with its line."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(text)) if re.fullmatch(r"[a-z][a-z0-9_]*", text):
                yield node.lineno, text


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_question_party_or_area_is_named_in_the_code(source: Path) -> None:
    known = ids("question", "party", "area") - OWN_WORDS.keys()
    assert [(line, word) for line, word in words(source) if word in known] == []


def test_no_word_is_excepted_without_need() -> None:
    assert OWN_WORDS.keys() <= ids("question", "party", "area")


def test_the_rule_would_notice(tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    source.write_text('if party == "brand" or answers["unsold_stock"].value: pass\n')
    assert {word for _, word in words(source)} == {"brand", "unsold_stock"}
    assert ids("question", "party") >= {"brand", "unsold_stock"}
