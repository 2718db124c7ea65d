"""What a screen asks of the app that shows it."""

from pathlib import Path
from typing import Protocol

from tui.commands import Place
from tui.i18n import Language
from tui.storage.paths import DataFolder
from tui.widgets.appearance import Appearance


class Host(Protocol):
    """The app as screens know it."""

    look: Appearance
    language: Language
    data: DataFolder

    @property
    def opening_flow(self) -> "OpeningFlow":
        """The way to a session."""

    def switch_language(self) -> None:
        """Show the interface in its next language."""

    def switch_theme(self) -> None:
        """Show the interface in its other theme."""

    def show_help(self, place: Place) -> None:
        """Show all that can be done in a place."""

    async def action_quit(self) -> None:
        """Save and leave."""


class OpeningFlow(Protocol):
    """The way to a session, as screens know it."""

    def set_up(self, *, alone: bool = False) -> None:
        """Begin a new session: of two parties, or of one that assesses itself."""

    def open_pair(self, first: Path, second: Path) -> None:
        """Bring two answer sheets to one table."""

    def open_path(self, path: Path) -> None:
        """Open a session folder or a report file."""

    def open_example(self) -> None:
        """Open the worked example, on a copy."""
