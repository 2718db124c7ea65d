"""The user's settings: the language and the theme of the interface."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui.i18n.catalogue import Language

_LONGEST = 1024
"""Bytes of a settings file that are read; so few are parsed quickly whatever they are."""


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
    """Save settings; one that is None keeps its saved value.

    A settings file that cannot be read is renamed, not overwritten.

    Raises:
        OSError: They could not be saved.
    """
    # Imported late: reading settings comes before the first screen, saving them does not.
    from tui.storage.atomic import replace_file  # noqa: PLC0415
    from tui.storage.paths import free_name, make_private  # noqa: PLC0415
    from tui.toml.writer import FORMAT, dump_toml  # noqa: PLC0415

    make_private(path.parent)
    found = _content(path)
    if found is None and path.exists():
        path.rename(free_name(path.parent, path.name, "broken"))
    before = _chosen(found or {})
    kept = {
        "language": chosen.language or before.language,
        "theme": chosen.theme or before.theme,
    }
    told = {key: str(value) for key, value in kept.items() if value is not None}
    replace_file(path, dump_toml({"format": FORMAT, "kind": "settings", **told}))


def _content(path: Path) -> dict[str, Any] | None:
    """Return the tables of a file, or None if it is missing or cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return tomllib.loads(file.read(_LONGEST).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
