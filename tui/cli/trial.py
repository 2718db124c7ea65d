"""`duiqi try`: a questionnaire walked through in the app, of which nothing is kept."""

from argparse import Namespace
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.start import start
from tui.cli.troubles import print_trouble
from tui.domain.reveal import Reveal
from tui.domain.sheet import Length
from tui.i18n import Phrases
from tui.terminal import preflight


def try_questionnaire(options: Namespace, say: Phrases) -> int:
    """Run the app on a questionnaire; tell what is wrong in it where it has errors.

    Args:
        options: The call: the `file`, when answers meet (`reveal`), and how much is asked
            (`length`).
        say: Says what stands in the way.

    Returns:
        The app's exit code, or 1 where the file has errors or the app cannot be shown.
    """
    from tui.workspace.reasons import CANNOT  # noqa: PLC0415 - slow to import
    from tui.workspace.trial import Trial, try_out  # noqa: PLC0415

    trial = Trial(options.file, Reveal(options.reveal), Length(options.length))
    if preflight.problem() is None:
        try:
            try_out(trial)
        except CANNOT as error:
            print_trouble(error, say)
            return exit_codes.PROBLEMS
    options.trial = trial
    return start(options, say)


def _add_arguments(parser: Parser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="usage.word.file", help="usage.try.file")
    add(
        "--reveal",
        choices=[*map(str, Reveal)],
        default=str(Reveal.AREA),
        help="usage.try.reveal",
    )
    add(
        "--length",
        choices=[*map(str, Length)],
        default=str(Length.FULL),
        help="usage.try.length",
    )


COMMAND = Command(
    try_questionnaire,
    about="usage.try.about",
    example="duiqi try my-shop.toml --reveal live",
    add_arguments=_add_arguments,
    exits="usage.exits_of_app",
)
