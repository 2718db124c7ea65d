"""Commands, catalogue and screens agree: nothing is missing, and nothing is idle."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

import pytest
from rich.cells import cell_len

import tui
import tui.screens
from tui.commands import (
    COMMANDS,
    FIELD_KEYS,
    MOST_HINTS,
    Command,
    FieldKeys,
    Place,
    commands_at,
    hints_at,
    key_name,
)
from tui.i18n import LANGUAGES, Language, Phrases
from tui.i18n.catalogue import entries
from tui.screens.base import CommandScreen

PACKAGE = Path(tui.__file__).parent
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
CATALOGUE = entries()
TABLES = {key.partition(".")[0] for key in CATALOGUE}
KEY = re.compile(r"[a-z_]+(\.\w+)+")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


def placeholders(key: str, language: str) -> set[str]:
    return set(PLACEHOLDER.findall(CATALOGUE[key][language]))


def screens() -> list[type[CommandScreen[Any]]]:
    """Return every screen that can be shown: the classes without others built on them."""
    for module in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    found = list[type[CommandScreen[Any]]]()
    waiting = list[type[CommandScreen[Any]]]([CommandScreen])
    while waiting:
        built_on = waiting.pop().__subclasses__()
        waiting += built_on
        found += [screen for screen in built_on if not screen.__subclasses__()]
    return sorted(found, key=lambda screen: screen.__name__)


# Commands.


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_a_label_in_both_languages(command: Command) -> None:
    labels = [f"command.{command.id}", *([f"chip.{command.id}"] if command.is_chip else [])]
    for label in labels:
        assert all(CATALOGUE[label][language].strip() for language in LANGUAGES)


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_a_screen_carries_out_every_command_of_its_place(
    screen: type[CommandScreen[object]],
) -> None:
    missing = [c.id for c in commands_at(screen.place) if not hasattr(screen, f"do_{c.id}")]
    assert not missing


@pytest.mark.parametrize("place", Place)
def test_a_place_has_a_screen(place: Place) -> None:
    assert place in {screen.place for screen in screens()}


@pytest.mark.parametrize("place", Place)
def test_in_one_place_a_key_means_one_thing(place: Place) -> None:
    keys = Counter(key for command in commands_at(place) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("place", Place)
def test_a_place_hints_at_no_more_than_the_bottom_line_holds(place: Place) -> None:
    hinted = [command for command in commands_at(place) if place in command.hinted]
    assert 0 < len(hinted) <= MOST_HINTS
    assert hints_at(place) == tuple(hinted)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_gets_through_an_input_method(command: Command) -> None:
    letters = {key for key in command.keys if len(key) == 1 and key.isascii()}
    wide = {chr(ord(letter) + 0xFEE0) for letter in letters}
    assert wide <= set(command.keys)
    through = [key for key in command.keys if len(key) > 1 and not key.endswith("question_mark")]
    assert through, "only letters call it"
    assert len(command.keys[0]) > 1, "the key that is shown is one that an input method swallows"
    assert ("question_mark" in command.keys) == ("fullwidth_question_mark" in command.keys)


def test_no_command_takes_a_key_that_answers() -> None:
    answering = {*"0123456789", "space", "up", "down", "left", "right", "plus", "minus"}
    keys = {key for command in commands_at(Place.INTERVIEW) for key in command.keys}
    assert keys & (answering | {"home", "end", "backspace", "delete"}) == set()


@pytest.mark.parametrize("keys", FIELD_KEYS, ids=lambda keys: keys.id)
def test_help_has_room_for_the_keys_of_fields(keys: FieldKeys) -> None:
    for language in LANGUAGES:
        assert cell_len(CATALOGUE[f"keys.{keys.id}"][language]) <= 22
        assert cell_len(CATALOGUE[f"keys.{keys.id}_do"][language]) <= 50


# The catalogue.


@pytest.mark.parametrize("key", CATALOGUE)
def test_an_entry_says_the_same_in_both_languages(key: str) -> None:
    entry = CATALOGUE[key]
    assert set(entry) == set(LANGUAGES)
    assert all(text.strip() for text in entry.values())
    assert placeholders(key, "zh-CN") == placeholders(key, "en")


def is_style(node: ast.AST) -> TypeGuard[ast.keyword]:
    """Return whether the words of a call are names of styles."""
    return isinstance(node, ast.keyword) and node.arg == "classes"


def strings(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Return the strings of a module, each with its line.

    Without what is documentation, a style, or a part of another string.
    """
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    apart = {id(word.value) for word in ast.walk(tree) if is_style(word)} | {
        id(part)
        for node in ast.walk(tree)
        for part in (
            [statement.value for statement in node.body if isinstance(statement, ast.Expr)]
            if isinstance(node, documented)
            else node.values
            if isinstance(node, ast.JoinedStr)
            else []
        )
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.value, node.lineno


def spoken() -> tuple[dict[str, str], set[str]]:
    """Return the keys that the code names, each with where.

    With them the beginnings of those it builds.
    """
    named, begun = dict[str, str](), set[str]()
    for path, tree in SOURCES.items():
        for text, line in strings(tree):
            if KEY.fullmatch(text) and text.partition(".")[0] in TABLES:
                named[text] = f"{path.relative_to(PACKAGE)}:{line}"
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return named, {start for start in begun if start.partition(".")[0] in TABLES and "." in start}


def is_file_name(key: str) -> bool:
    return key.endswith((".toml", ".tcss", ".log", ".py", ".css", ".jinja", ".typ"))


def test_the_catalogue_has_every_key_that_the_code_names() -> None:
    named, begun = spoken()
    assert {
        key: where for key, where in named.items() if key not in CATALOGUE and not is_file_name(key)
    } == {}
    assert [start for start in begun if not any(key.startswith(start) for key in CATALOGUE)] == []


def test_the_catalogue_has_no_idle_keys() -> None:
    named, begun = spoken()
    idle = [key for key in CATALOGUE if key not in named and not key.startswith(tuple(begun))]
    assert idle == []


def given(call: ast.Call) -> set[str] | None:
    """Return the names of the values that a call fills in; None where the code does not say."""
    rest = [argument for argument in call.args[1:] if isinstance(argument, ast.Dict)]
    names: set[object] = {keyword.arg for keyword in call.keywords}
    if isinstance(call.func, ast.Name) and call.func.id == "told_as":
        names.add("key")  # what a message of a value's form is told with, whatever it says
    for table in rest:
        names |= {key.value if isinstance(key, ast.Constant) else None for key in table.keys}
    is_unsaid = None in names or len(call.args) > 1 + len(rest)
    return None if is_unsaid else {str(name) for name in names}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Return each key that is said outright, where, and the values that come with it."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                values = given(node)
                if node.args[0].value in CATALOGUE and values is not None:
                    place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                    yield str(node.args[0].value), place, values


def test_whoever_says_something_gives_all_that_it_needs() -> None:
    found = list(calls())
    assert len(found) > 100
    assert [
        f"{place}: {key} needs {sorted(placeholders(key, 'en') - values)}"
        for key, place, values in found
        if not placeholders(key, "en") <= values
    ] == []


# Words belong into the catalogue.


READ = {
    PACKAGE / "text" / "dates.py",
    PACKAGE / "text" / "day_forms.py",
    PACKAGE / "formats" / "xlsform" / "columns.py",
}
"""Words that are read as well: of days, by a table of forms, and of languages, in forms."""


def test_no_chinese_stands_in_the_code() -> None:
    assert [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path, tree in SOURCES.items()
        for text, line in strings(tree)
        if path not in READ and HAN.search(text)
    ] == []


def test_no_sentence_stands_in_the_code_of_screens_and_widgets() -> None:
    assert [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path, tree in SOURCES.items()
        for text, line in strings(tree)
        if path.parts[len(PACKAGE.parts)] in ("screens", "widgets", "app.py")
        and SENTENCE.search(text)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_arrow_keys_are_drawn_whatever_the_language(language: Language) -> None:
    named = [Phrases(language)(f"keys.{keys.id}") for keys in FIELD_KEYS]
    named += [key_name(key) for key in ("up", "shift+down", "left", "right")]
    assert not [each for each in named if re.search(r"\b(Up|Down|Left|Right)\b|[上下左右]", each)]
