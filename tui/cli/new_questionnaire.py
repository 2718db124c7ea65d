"""`duiqi new-questionnaire`: a questionnaire with comments, to start from."""

import re
import sys
from argparse import Namespace
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.i18n import Phrases
from tui.storage.atomic import SHARED, create_file
from tui.workspace.reasons import unwritable

_STARTER = Path(__file__).parents[1] / "formats" / "questionnaire" / "starter.toml"
_ID = 'id = "starter"'


def new_questionnaire(options: Namespace, say: Phrases) -> int:
    """Write the starter under the name that is given, never over a file.

    Args:
        options: The call; `name` is the file to write, `.toml` is added where it is missing.
        say: Says what was done, or why it was not.

    Returns:
        0 where it was written, 1 where it cannot be, 2 where the name makes no id.
    """
    path = options.name if options.name.suffix == ".toml" else Path(f"{options.name}.toml")
    name = id_of(path.stem)
    if not name:
        print(say("new_questionnaire.no_id", name=path.name), file=sys.stderr)
        return exit_codes.USAGE
    text = _STARTER.read_text(encoding="utf-8").replace(_ID, f'id = "{name}"', 1)
    try:
        create_file(path, text.encode(), SHARED)
    except OSError as error:
        print(say.say(unwritable(path, error)), file=sys.stderr)
        return exit_codes.PROBLEMS
    print(say("new_questionnaire.written", path=path))
    return exit_codes.GOOD


def id_of(stem: str) -> str:
    """Return the id that a file's name stands for; nothing where it stands for none.

    >>> id_of("Client-Check 2"), id_of("2nd"), id_of("问卷"), id_of("a.fr")
    ('client_check_2', 'nd', '', '')
    """
    if "." in stem:
        return ""
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_").lstrip("0123456789_")


def _add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "name", type=Path, metavar="usage.word.name", help="usage.new_questionnaire.name"
    )


COMMAND = Command(
    new_questionnaire,
    about="usage.new_questionnaire.about",
    example="duiqi new-questionnaire my-shop",
    add_arguments=_add_arguments,
)
