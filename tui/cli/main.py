"""The command line's entrance: reads the call, has it done, and exits with its code."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from tui import __version__
from tui.cli import exit_codes
from tui.cli.call import asked_language, parse
from tui.cli.misuse import Misused
from tui.cli.registry import command_named
from tui.i18n import Phrases, language_of_locale
from tui.storage.paths import NoDataFolder


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code."""
    words = sys.argv[1:] if arguments is None else arguments
    say = Phrases(asked_language(words) or language_of_locale())
    if isinstance(sys.stdout, io.TextIOWrapper):  # a character that it lacks is no bug of ours
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(words, say)
        print(end="", flush=True)
    except OSError as error:
        if error.filename is not None:  # no output of ours, which has no name
            raise
        _give_up_output(error, say)
        code = exit_codes.PROBLEMS
    except KeyboardInterrupt:
        code = exit_codes.INTERRUPTED
    sys.exit(code)


def _run(words: Sequence[str], say: Phrases) -> int:
    """Do what was asked for and return the exit code."""
    try:
        options = parse(words)
    except Misused as misused:
        from tui.cli.misuse_message import misuse_message  # noqa: PLC0415 - not for a good call

        print(misuse_message(misused, say), file=sys.stderr)
        return exit_codes.USAGE
    if options.version:
        print(f"duiqi {__version__}")
        return exit_codes.GOOD
    if options.help:
        _print_help(options.command, say)
        return exit_codes.GOOD
    try:
        return command_named(options.command).run(options, say)
    except NoDataFolder as missing:
        print(say.say(missing.message), file=sys.stderr)
        return exit_codes.PROBLEMS


def _give_up_output(error: OSError, say: Phrases) -> None:
    """Say why nothing more can be printed, unless nobody reads on, as behind `| head`."""
    from tui.diagnostics.system_errors import reason_of  # noqa: PLC0415 - not for a good call

    with suppress(OSError):  # the standard error may be full too
        if not isinstance(error, BrokenPipeError):
            print(say("cli.no_output", reason=say.say(reason_of(error))), file=sys.stderr)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:  # and so what is left in it would again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print_help(command: str, say: Phrases) -> None:
    """Print the help of a command; of none, the overview."""
    if command:
        from tui.cli.help import help_of  # noqa: PLC0415 - only where it is asked for

        print(help_of(command, say))
    else:
        print(say("cli.help"), end="")
