"""Words of other form systems, and what stands for them here: `foreign_words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tui.formats.questionnaire.models import (
    AreaTable,
    HeadTable,
    PartyTable,
    PredicateTable,
    QuestionnaireFile,
    QuestionTable,
    RetiredTable,
    RuleTable,
)
from tui.formats.table import Table

_WORDS = Path(__file__).with_suffix(".toml")
TABLES: Mapping[type[Table], str] = {
    QuestionnaireFile: "file",
    HeadTable: "questionnaire",
    PartyTable: "party",
    AreaTable: "area",
    RetiredTable: "retired",
    RuleTable: "rule",
    QuestionTable: "question",
    PredicateTable: "test",
}
"""The section of the words for the keys of each kind of table."""
TYPE = "type"
"""The section of the words for types of questions."""


@cache
def meanings(section: str) -> Mapping[str, str]:
    """Return what each word of others means here: a word of ours, or a message with a dot in it."""
    ours = tomllib.loads(_WORDS.read_text(encoding="utf-8"))[section]
    return {word: meaning for meaning, words in ours.items() for word in words}


def key_meant(table: type[Table], name: str) -> str | None:
    """Return what a key of another system is in a table of this format."""
    section = next((TABLES[kind] for kind in table.__mro__ if kind in TABLES), None)
    return None if section is None else meanings(section).get(_plain(name))


def type_meant(name: str) -> str | None:
    """Return what a type of question of another system is here; XLSForm names a list behind it.

    >>> type_meant("select_one frequency"), type_meant("Yes/No")
    ('choice', 'yesno')
    """
    first = name.replace("/", "_").split()
    return meanings(TYPE).get(_plain(first[0])) if first else None


def _plain(name: str) -> str:
    """Return a word however its parts are joined and written."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")
