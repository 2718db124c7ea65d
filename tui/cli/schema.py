"""`duiqi schema`: a JSON Schema on the standard output."""

import json
from argparse import Namespace

from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.formats.kinds import KINDS
from tui.i18n import Phrases


def schema(options: Namespace, _: Phrases) -> int:
    """Print the schema of one kind of file, which speaks both languages; return 0."""
    from tui.formats.schemas import schema as schema_of_kind  # noqa: PLC0415 - not for its help

    print(json.dumps(schema_of_kind(options.kind), ensure_ascii=False, indent=2))
    return exit_codes.GOOD


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="usage.word.kind", help="usage.schema.kind")


COMMAND = Command(
    schema,
    about="usage.schema.about",
    example="duiqi schema questionnaire > questionnaire.schema.json",
    add_arguments=_add_arguments,
)
