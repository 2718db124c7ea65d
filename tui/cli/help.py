"""What a command says of itself, made from what it declares."""

from argparse import Action
from collections.abc import Iterable, Iterator

from tui.cli.parser import Parser, common_parser, parser_of
from tui.cli.registry import command_named
from tui.i18n import Phrases
from tui.text.width import cell_width
from tui.text.wrapping import lines_of

_WIDTH = 80
_MARGIN, _GAP = 2, 2
"""Blank cells before the names of arguments, and between them and what they mean."""


def help_of(name: str, say: Phrases) -> str:
    """Return the help of one command: usage, arguments, options, exit codes, an example."""
    return "\n".join(_lines(name, say))


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


def _lines(name: str, say: Phrases) -> Iterator[str]:
    command, parser, common = command_named(name), parser_of(name), common_parser().options
    own = [option for spelling, option in parser.options.items() if spelling not in common]
    sections = {
        "usage.arguments": dict.fromkeys(parser.places),
        "usage.own_options": dict.fromkeys(own),
        "usage.common_options": dict.fromkeys(common.values()),
    }
    headings = [_heading(each, say) for arguments in sections.values() for each in arguments]
    column = max(map(cell_width, headings))
    yield say("usage.usage", call=f"{call_of(parser, say)} [{say('usage.options')}]")
    yield ""
    yield from lines_of(say(command.about), _WIDTH)
    for title, arguments in sections.items():
        yield from _section(title, arguments, column, say)
    yield ""
    yield from lines_of(say(command.exits), _WIDTH)
    yield ""
    yield say("usage.example", call=command.example)


def _section(title: str, arguments: Iterable[Action], column: int, say: Phrases) -> Iterator[str]:
    """Return what is said of some arguments, names in a column; nothing where there are none."""
    rows = [row for argument in arguments for row in _rows(argument, column, say)]
    if rows:
        yield from ("", say(title), *rows)


def _rows(argument: Action, column: int, say: Phrases) -> Iterator[str]:
    """Return the name of an argument, and beside it what it means."""
    name = _heading(argument, say)
    room = _WIDTH - _MARGIN - column - _GAP
    for line in lines_of(say(argument.help or ""), room):
        yield " " * _MARGIN + name + " " * (column - cell_width(name) + _GAP) + line
        name = ""


def _heading(argument: Action, say: Phrases) -> str:
    value = "" if argument.nargs == 0 else value_name(argument, say)
    return " ".join(filter(None, [", ".join(argument.option_strings), value]))
