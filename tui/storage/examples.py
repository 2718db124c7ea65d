"""The worked example that comes with the program: two answer sheets of one partnership."""

from dataclasses import replace
from pathlib import Path

from tui.domain.session import Session
from tui.storage.pairing import pair_sheets
from tui.storage.questionnaires import bundled, digest
from tui.storage.toml_file import read_toml


def example_sheets() -> tuple[Path, Path]:
    """Give the paths of the two sheets."""
    first, second = sorted((bundled()[0].parent / "examples").glob("[!.]*-sheet.toml"))
    return first, second


def example_session() -> tuple[Session, Path]:
    """Give the example as a session around one laptop, and the path of its questionnaire."""
    first, second = map(read_toml, example_sheets())
    session = replace(pair_sheets(first, second), answered_apart=False)
    wanted = session.questionnaire.edition.digest
    return session, next(path for path in bundled() if digest(read_toml(path)) == wanted)
