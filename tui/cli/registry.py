"""The commands: a table that loads none of them."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.i18n import Phrases

if TYPE_CHECKING:
    from tui.cli.parser import Parser

APP: Final = ""
"""The name of what no word at all stands for: the app."""

_PLACES: Final[Mapping[str, str]] = {
    APP: "start:APP",
    "open": "start:OPEN",
    "demo": "start:DEMO",
    "try": "trial:COMMAND",
    "compare": "compare:COMMAND",
    "export": "export:COMMAND",
    "diff": "diff:COMMAND",
    "table": "table:COMMAND",
    "check": "check:COMMAND",
    "new-questionnaire": "new_questionnaire:COMMAND",
    "import": "import_form:COMMAND",
    "schema": "schema:COMMAND",
    "where": "where:COMMAND",
}
"""The module beside this one that holds a command, and its name in there."""

COMMANDS: Final = tuple(name for name in _PLACES if name != APP)
"""The words that name a command, in the order of the help."""


class Command(NamedTuple):
    """One command: what it takes, what it does, and what its help tells."""

    run: Callable[[Namespace, Phrases], int]
    """Does it, speaking the language that is given, and returns the exit code."""
    about: str
    """What it is for: the key of an entry in the catalogue."""
    example: str
    """A call that works."""
    add_arguments: Callable[["Parser"], None] = lambda _: None
    """Declares what it takes besides the common options."""
    exits: str = "usage.exits"
    """What its exit codes mean: the key of an entry in the catalogue."""


def command_named(name: str) -> Command:
    """Return a command; its module is loaded by this."""
    module, _, constant = _PLACES[name].partition(":")
    found: Command = getattr(import_module(f"tui.cli.{module}"), constant)
    return found
