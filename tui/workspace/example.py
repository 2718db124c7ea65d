"""The worked example that comes with the program: two answer sheets of one partnership."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from tui.domain.session import Session
from tui.storage.library import bundled
from tui.toml.reader import read_toml
from tui.workspace.pairing import pair_sheets


def example_sheets() -> tuple[Path, Path]:
    """Return the paths of the two sheets."""
    first, second = sorted((bundled()[0].parent / "examples").glob("[!.]*-sheet.toml"))
    return first, second


def example_session() -> tuple[Session, Path]:
    """Return the example as a session around one laptop, and the path of its questionnaire."""
    first, second = map(read_toml, example_sheets())
    pair = pair_sheets(first, second)
    return replace(pair.session, answered_apart=False), cast(
        "Path", pair.source
    )  # it comes with the program
