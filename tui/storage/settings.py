"""The user's settings: the language and the theme of the interface."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tui.domain.message import Message
from tui.i18n.catalogue import Language

_SMALL = 1024
"""Bytes of a settings file that are read as they are; so few are parsed quickly."""


class Settings(NamedTuple):
    """The settings; one that was never chosen is None."""

    language: Language | None = None
    """The language of the interface."""
    theme: str | None = None
    """The name of the theme."""


def read_settings(path: Path) -> Settings:
    """Return the settings in a file; what cannot be read counts as never chosen."""
    return _chosen(_content(path) or {})


def _chosen(found: Mapping[str, Any]) -> Settings:
    """Return the settings that the tables of a file hold."""
    language, theme = found.get("language"), found.get("theme")
    return Settings(
        language=Language(language) if language in list(Language) else None,
        theme=theme if isinstance(theme, str) else None,
    )


def remember(path: Path, chosen: Settings) -> None:
    """Save settings, beside all that stands in the file; one that is None keeps its saved value.

    A file that is no TOML, or holds what no file of ours may hold, is renamed, not overwritten.

    Raises:
        OSError: They could not be saved.
    """
    # Imported late: reading settings comes before the first screen, saving them does not.
    from tui.diagnostics.diagnostic import InvalidFile  # noqa: PLC0415
    from tui.formats.settings import settings_tables  # noqa: PLC0415
    from tui.storage.atomic import replace_file  # noqa: PLC0415
    from tui.storage.paths import free_name, make_private  # noqa: PLC0415
    from tui.toml.reader import read_toml  # noqa: PLC0415
    from tui.toml.writer import dump_toml  # noqa: PLC0415

    make_private(path.parent)
    try:
        found = read_toml(path).data
    except InvalidFile:
        readable = read_settings(path)._asdict().items()
        found = {key: str(value) for key, value in readable if value is not None}
        if path.exists():
            path.rename(free_name(path.parent, path.name, "broken"))
    # Whoever keeps settings elsewhere and links them here means the file itself to be written.
    real = Path(os.path.realpath(path))
    replace_file(real, dump_toml(settings_tables(found, **chosen._asdict())))


def settings_notice(path: Path) -> Message | None:
    """Return what to say of the first thing that is wrong in the file; None where all is well."""
    from tui.formats.settings import settings_problems  # noqa: PLC0415 - after the first screen

    if not os.path.lexists(path) or not (problems := settings_problems(path)):
        return None
    first = replace(problems[0], file=path.name)
    return Message("home.wrong_settings", {"place": first.place, "problem": first.message})


def _content(path: Path) -> dict[str, Any] | None:
    """Return the tables of a file, or None if it is missing or cannot be read."""
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > _SMALL:
            from tui.toml.peek import peek  # noqa: PLC0415 - too slow for the usual few lines

            return peek(path)
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
