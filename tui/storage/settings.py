"""What a user has chosen for good: the interface's language and theme."""

from dataclasses import dataclass
from pathlib import Path

from tui.i18n.catalogue import Language
from tui.storage.atomic import replace_file
from tui.storage.glance import glance
from tui.storage.paths import free_name, make_private
from tui.storage.toml_out import FORMAT, dump_toml


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices; what was never chosen is None."""

    language: Language | None = None
    """The language of the interface."""
    theme: str | None = None
    """The name of the theme."""


def read_settings(path: Path) -> Settings:
    """Give what was chosen. What cannot be read was never chosen: nothing here stops the app."""
    found = glance(path) or {}
    language, theme = found.get("language"), found.get("theme")
    return Settings(
        language=Language(language) if language in list(Language) else None,
        theme=theme if isinstance(theme, str) else None,
    )


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the choices; a file that could not be read is set aside. Raises `OSError`."""
    make_private(path.parent)
    if path.exists() and glance(path) is None:
        path.rename(free_name(path.parent, path.name, "broken"))
    chosen = {"language": settings.language, "theme": settings.theme}
    told = {key: str(value) for key, value in chosen.items() if value is not None}
    replace_file(path, dump_toml({"format": FORMAT, "kind": "settings", **told}))
