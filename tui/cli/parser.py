"""What a call may hold, as it is declared: the common options, and what a command takes."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from tui.cli.misuse import Misused
from tui.cli.registry import APP, command_named
from tui.i18n import LANGUAGES


class Parser(argparse.ArgumentParser):
    """A parser that can be asked what it takes.

    The words reach it sorted and found fit, see `tui.cli.call`: what argparse itself says of a
    misuse is English only, and worded anew by each version of Python.
    """

    def __init__(self, command: str = APP) -> None:
        self.command = command
        self.options: dict[str, argparse.Action] = {}
        """Each spelling of an option, with what is declared of it."""
        self.places: list[argparse.Action] = []
        """What the words that are no options stand for, one entry for each that should be there."""
        self.is_endless = False
        """Whether more words than that may follow, of the last kind."""
        super().__init__(prog="duiqi", add_help=False, allow_abbrev=False)
        self.set_defaults(command=command)

    def add_argument(self, *names: str, least: int = 1, **declared: Any) -> argparse.Action:
        """Declare an option or a place, as argparse takes it.

        Args:
            names: How it is called.
            least: Of a place that takes any number of words, how many there must be.
            declared: `help` and `metavar` are keys of the catalogue.
        """
        action = super().add_argument(*names, **declared)
        self.options |= dict.fromkeys(action.option_strings, action)
        if not action.option_strings:
            self.places += [action] * (action.nargs if isinstance(action.nargs, int) else least)
            self.is_endless = action.nargs in ("+", "*")
        return action

    def error(self, message: str) -> NoReturn:
        """Raise `Misused` where argparse finds fault with what was found fit."""
        raise Misused(self.command, message)


def common_parser() -> Parser:
    """Return the parser of what every command takes, before or behind its name."""
    parser = Parser()
    _add_common(parser)
    return parser


def parser_of(command: str) -> Parser:
    """Return the parser of all that a command takes; its module is loaded by this."""
    parser = Parser(command)
    command_named(command).add_arguments(parser)
    _add_common(parser)
    return parser


def _add_common(parser: Parser) -> None:
    add = parser.add_argument
    add("--lang", choices=[str(language) for language in LANGUAGES], help="usage.common.lang")
    add("--data", type=Path, metavar="usage.word.folder", help="usage.common.data")
    add("--theme", choices=["dark", "light"], help="usage.common.theme")
    add("--ascii", action="store_true", help="usage.common.ascii")
    add("--version", action="store_true", help="usage.common.version")
    add("-h", "--help", action="store_true", help="usage.common.help")
