"""Reading a call: its words are judged by what the command declares, then parsed.

Every misuse is found here, so that it is the same in every version of Python.
"""

from argparse import Action, Namespace
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tui.cli.misuse import (
    Missing,
    NeedlessValue,
    NoValue,
    TooMany,
    UnknownCommand,
    UnknownOption,
    WrongChoice,
)
from tui.cli.parser import common_parser, parser_of
from tui.cli.registry import APP, COMMANDS
from tui.i18n import Language

_END_OF_OPTIONS = "--"
_ASKS = ("--help", "--version")
"""Options that want an answer, whatever else the call is lacking."""


def asked_language(words: Sequence[str]) -> Language | None:
    """Return the language that `--lang` names last, also in a call that does not fit."""
    options = _before_end_of_options(words)
    named = [
        value if word == "--lang" else word.removeprefix("--lang=")
        for word, value in pairwise([*options, ""])
        if word.partition("=")[0] == "--lang"
    ]
    spoken = [Language(tag) for tag in named if tag in tuple(Language)]
    return spoken[-1] if spoken else None


def parse(words: Iterable[str]) -> Namespace:
    """Return what a call asks for: its `command`, and the values of all that this declares.

    Raises:
        Misused: Where the words do not fit.
    """
    return _Reader(words).read()


def _before_end_of_options(words: Sequence[str]) -> Sequence[str]:
    return words[: words.index(_END_OF_OPTIONS)] if _END_OF_OPTIONS in words else words


class _Reader:
    """Goes through the words once, and sorts them into options and places."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = deque(words)
        self._parser = common_parser()
        self._options: list[str] = []
        self._places: list[str] = []
        self._asks = ""

    def read(self) -> Namespace:
        """Return what the words ask for."""
        while self._words and not self._asks:
            word = self._words.popleft()
            if word == _END_OF_OPTIONS:
                self._read_places()
            elif word.startswith("-") and word != "-":
                self._read_option(word)
            else:
                self._read_place(word)
        if self._asks:
            return self._answer()
        if self._parser.command == APP:
            self._parser = parser_of(APP)
        self._check_that_nothing_is_missing()
        places = [_END_OF_OPTIONS, *self._places] if self._places else []
        return self._parser.parse_args([*self._options, *places])

    def _answer(self) -> Namespace:
        """Return what is asked about: the command that is named, before or behind the question."""
        command = self._parser.command or self._later_command()
        options = common_parser().parse_args([self._asks])
        options.command = command
        return options

    def _later_command(self) -> str:
        return next((word for word in self._words if word in COMMANDS), APP)

    def _read_option(self, word: str) -> None:
        """Read an option, with its value where it takes one."""
        name, equals, value = word.partition("=")
        option = self._parser.options.get(name)
        if option is None and not word.startswith("--"):  # as in -oFILE
            name, equals, value = word[:2], "=", word[2:]
            option = self._parser.options.get(name)
            option = option if option and option.nargs != 0 else None
        if option is None:
            raise UnknownOption(self._parser.command, word, self._later_command())
        spelling = option.option_strings[-1]
        if option.nargs == 0:
            if equals:
                raise NeedlessValue(self._parser.command, name)
            self._options.append(spelling)
            self._asks = spelling if spelling in _ASKS else ""
        else:
            given = value if equals else self._next_value()
            if not given:
                raise NoValue(self._parser.command, name, option)
            self._check_choice(option, given)
            self._options.append(f"{spelling}={given}")

    def _next_value(self) -> str:
        """Return the next word where it can be a value, or else nothing."""
        is_value = self._words and (self._words[0] == "-" or not self._words[0].startswith("-"))
        return self._words.popleft() if is_value else ""

    def _read_places(self) -> None:
        """Read all that is left, even what looks like options."""
        while self._words:
            self._read_place(self._words.popleft())

    def _read_place(self, word: str) -> None:
        """Read a word that is no option: the command's name first, then what the command takes."""
        command, places = self._parser.command, self._parser.places
        if command == APP:
            if word not in COMMANDS:
                raise UnknownCommand(APP, word)
            self._parser = parser_of(word)
            return
        at = len(self._places)
        if at >= len(places) and not self._parser.is_endless:
            raise TooMany(command, word)
        self._check_choice(places[min(at, len(places) - 1)], word)
        self._places.append(word)

    def _check_choice(self, argument: Action, word: str) -> None:
        if argument.choices is not None and word not in argument.choices:
            raise WrongChoice(self._parser.command, word, argument)

    def _check_that_nothing_is_missing(self) -> None:
        places, given = self._parser.places, len(self._places)
        if given < len(places) and places[given].nargs != "*":  # of which there may be none
            missing = places[given]
            raise Missing(self._parser.command, missing, 1 + places[:given].count(missing))
