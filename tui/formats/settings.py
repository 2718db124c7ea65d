"""The file `settings.toml`: what a user has chosen for good.

The app reads its choices at a glance before the first screen (`tui.storage.settings`); what is
wrong in it is told by the model, later.
"""

from pathlib import Path
from typing import Literal

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile
from tui.formats.reading import check_head, opened, read_as
from tui.formats.table import FORMAT, Positive, Table, Tables, Word
from tui.i18n import Language
from tui.toml.reader import TomlFile

ThemeName = Literal["dark", "light"]
"""The names of the themes; no format may know the themes themselves, which need a screen."""


class SettingsFile(Table):
    """All of the settings."""

    format: Positive
    kind: Literal["settings"]
    language: Word[Language] | None = None
    theme: ThemeName | None = None


def settings_tables(found: Tables, **chosen: object) -> Tables:
    """Return the settings to write.

    Args:
        found: What the file says by now; what is unknown or wrong there stays as it is.
        **chosen: The settings to put in their place; what is None was not chosen.
    """
    new = SettingsFile.holding(format=FORMAT, kind="settings", **chosen).tables()
    return new | found | {key: new[key] for key in chosen if key in new}


def settings_problems(file: TomlFile | Path) -> tuple[Diagnostic, ...]:
    """Return all that is wrong in a file of settings."""
    try:
        file = opened(file)
        check_head(file, "settings")
        read_as(SettingsFile, file)
    except InvalidFile as invalid:
        return invalid.diagnostics
    return ()
