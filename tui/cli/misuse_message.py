"""A misuse in words: what is wrong, what was likely meant, and where the help is."""

from argparse import Action
from pathlib import Path

from tui.cli.help import call_of, value_name
from tui.cli.misuse import (
    Missing,
    Misused,
    NeedlessValue,
    NoValue,
    TooMany,
    UnknownCommand,
    UnknownOption,
    WrongChoice,
)
from tui.cli.parser import common_parser, parser_of
from tui.cli.registry import COMMANDS
from tui.diagnostics.suggestions import Names
from tui.i18n import Phrases
from tui.text.visible import visible

_LONGEST = 60
"""Characters of a word that are shown: no path's end matters for what is wrong with the call."""


def misuse_message(misused: Misused, say: Phrases) -> str:
    """Return two lines: what is wrong, and where the help is."""
    asking = f"duiqi {misused.command} --help" if misused.command else "duiqi --help"
    return f"duiqi: {_what_is_wrong(misused, say)}\n{say('cli.misused', help=asking)}"


def _what_is_wrong(misused: Misused, say: Phrases) -> str:
    """Return what is wrong, and what was likely meant where that can be guessed."""
    word, usage = _shown(misused.word), call_of(parser_of(misused.command), say)
    meant = ""
    match misused:
        case UnknownCommand():
            told, meant = say("cli.unknown_command", word=word), _meant_command(misused, say)
        case UnknownOption():
            told, meant = say("cli.unknown_option", word=word), _meant_option(misused, say)
        case NeedlessValue():
            told = say("cli.needless_value", option=word)
        case TooMany():
            told = say("cli.too_many", word=word, usage=usage)
        case WrongChoice(argument=argument):
            told = _wrong_choice(word, argument, say)
            meant = _meant_choice(misused.word, argument, say)
        case NoValue(argument=argument):
            told = say("cli.no_value", option=word, value=value_name(argument, say))
        case Missing(argument=argument, number=number):
            told = _missing(argument, number, say) + say("cli.usage", usage=usage)
        case _:
            told = word
    return say("cli.with_mend", problem=told, mend=meant) if meant else told


def _meant_command(misused: UnknownCommand, say: Phrases) -> str:
    """Return a command or option spelt alike, or `open` for a path, or else all commands."""
    known = Names((*COMMANDS, *common_parser().options))
    if (meant := known.nearest(misused.word)) is not None:
        return say("check.did_you_mean", name=meant)
    if _is_there(misused.word):
        return say("check.did_you_mean", name=f"duiqi open {_shown(misused.word)}")
    return say("cli.commands", names=", ".join(COMMANDS))


def _meant_option(misused: UnknownOption, say: Phrases) -> str:
    """Return an option that is spelt alike, or where the option belongs, or nothing."""
    name = misused.word.partition("=")[0]
    spellings = {name} if name.startswith("--") else {name[:2]}  # the rest of -oFILE is its value
    if (
        misused.later
        and not misused.command
        and spellings & parser_of(misused.later).options.keys()
    ):
        return say("cli.early_option", command=misused.later)
    meant = Names(parser_of(misused.command).options).nearest(name)
    return say("check.did_you_mean", name=meant) if meant else ""


def _wrong_choice(word: str, argument: Action, say: Phrases) -> str:
    name = argument.option_strings[-1] if argument.option_strings else value_name(argument, say)
    return say("cli.wrong_choice", argument=name, word=word, names=", ".join(_choices(argument)))


def _meant_choice(word: str, argument: Action, say: Phrases) -> str:
    meant = Names(_choices(argument)).nearest(word)
    return say("check.did_you_mean", name=meant) if meant else ""


def _choices(argument: Action) -> list[str]:
    return [str(choice) for choice in argument.choices or ()]


def _missing(argument: Action, number: int, say: Phrases) -> str:
    name = value_name(argument, say)
    if isinstance(argument.nargs, int):
        return say("cli.missing_one_of", argument=name, number=number, total=argument.nargs)
    return say("cli.missing", argument=name)


def _shown(word: str) -> str:
    """Return a word of the call as it may be printed: on one line, not too long, and inert."""
    return visible(word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…")


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # such as a name that is too long for one
        return False
