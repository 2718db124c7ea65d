"""What a command says of itself, made from what it declares."""

from argparse import Action
from collections.abc import Iterable, Iterator

from tui.cli.parser import Parser, common_parser, parser_of
from tui.cli.registry import Command, command_named
from tui.i18n import Phrases
from tui.text.width import cell_width
from tui.text.wrapping import lines_of

_WIDTH = 80
_INDENT = 2
_NARROWEST, _WIDEST = 16, 28
"""Cells of the column with the names."""


def help_of(name: str, say: Phrases) -> str:
    """Return the help of one command: usage, arguments, options, exit codes, an example."""
    return "\n".join(_lines(name, command_named(name), say))


def _lines(name: str, command: Command, say: Phrases) -> Iterator[str]:
    parser, common = parser_of(name), common_parser()
    own = [option for key, option in parser.options.items() if key not in common.options]
    yield say("usage.usage", call=f"{call_of(parser, say)} [{say('usage.options')}]")
    yield ""
    yield from lines_of(say(command.about), _WIDTH)
    yield from _section("usage.arguments", dict.fromkeys(parser.places), say)
    yield from _section("usage.own_options", dict.fromkeys(own), say)
    yield from _section("usage.common_options", dict.fromkeys(common.options.values()), say)
    yield ""
    yield from lines_of(say(command.exits), _WIDTH)
    yield ""
    yield say("usage.example", call=command.example)


def call_of(parser: Parser, say: Phrases) -> str:
    """Return the shortest call of a command, such as `duiqi compare SHEET SHEET`."""
    words = [value_name(place, say) for place in parser.places]
    more = say("usage.more") if parser.is_endless else ""
    return " ".join(["duiqi", *filter(None, [parser.command]), *words]) + more


def value_name(argument: Action, say: Phrases) -> str:
    """Return what stands for the value of an argument: its choices, or a word such as FILE."""
    if isinstance(argument.metavar, str):
        return say(argument.metavar)
    return "|".join(str(choice) for choice in argument.choices or ())


def _section(title: str, arguments: Iterable[Action], say: Phrases) -> Iterator[str]:
    """Return what is said of some arguments, names on the left; nothing where there are none."""
    rows = [(_heading(argument, say), say(argument.help or "")) for argument in arguments]
    if rows:
        widths = [cell_width(name) for name, _ in rows]
        column = max(_NARROWEST, *(width for width in widths if width <= _WIDEST))
        yield ""
        yield say(title)
        for name, text in rows:
            yield from _row(name, text, column)


def _heading(argument: Action, say: Phrases) -> str:
    value = "" if argument.nargs == 0 else value_name(argument, say)
    return " ".join(filter(None, [", ".join(argument.option_strings), value]))


def _row(name: str, text: str, column: int) -> Iterator[str]:
    """Return a name and its text beside it; below it, where the name is too long for its column."""
    first, *rest = lines_of(text, _WIDTH - column - 2 * _INDENT)
    margin = " " * (column + 2 * _INDENT)
    room = column - cell_width(name)
    if room >= 0:
        yield f"{' ' * _INDENT}{name}{' ' * (room + _INDENT)}{first}"
    else:
        yield f"{' ' * _INDENT}{name}"
        yield margin + first
    yield from (margin + line for line in rest)
