"""`duiqi where`: the places in which the program keeps its files."""

from argparse import Namespace

from tui.cli import exit_codes
from tui.cli.registry import Command
from tui.i18n import Phrases
from tui.storage.paths import data_folder


def where(options: Namespace, say: Phrases) -> int:
    """Print the places, one a line, whether or not anything is there yet; return 0."""
    data = data_folder(options.data)
    for line in (
        say("where.data", path=data.root),
        say("where.sessions", path=data.sessions),
        say("where.questionnaires", path=data.questionnaires),
        say("where.settings", path=data.settings),
        say("where.crash_log", path=data.crash_log),
    ):
        print(line)
    return exit_codes.GOOD


COMMAND = Command(where, about="usage.where.about", example="duiqi where")
