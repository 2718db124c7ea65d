"""A further language of a questionnaire, in a file `NAME.LANG.toml` beside it: texts only."""

from collections.abc import Mapping
from glob import escape
from pathlib import Path

from tui.text.language_tags import is_tag
from tui.toml.reader import TomlFile, read_toml


def language_of(path: Path) -> str:
    """Return the language that a file bears in its name.

    >>> language_of(Path("partnership.fr.toml")), language_of(Path("partnership.toml"))
    ('fr', '')
    """
    return path.stem.rpartition(".")[2] if "." in path.stem else ""


def base_of(path: Path) -> Path:
    """Return the questionnaire beside which a file with a language in its name stands."""
    return path.with_name(f"{path.stem.rpartition('.')[0]}.toml")


def further(path: Path, language: str) -> Path:
    """Return where the texts of the questionnaire at `path` in a further language stand.

    >>> further(Path("partnership.toml"), "fr").name
    'partnership.fr.toml'
    """
    return path.with_name(f"{path.stem}.{language}{path.suffix}")


def is_overlay(path: Path, data: Mapping[str, object]) -> bool:
    """Return whether a file holds texts only, unlike a whole questionnaire under such a name."""
    head = data.get("questionnaire")
    is_whole = isinstance(head, dict) and ("id" in head or "languages" in head)
    return bool(language_of(path)) and "kind" not in data and not is_whole


def is_dotted(path: Path, data: Mapping[str, object]) -> bool:
    """Return whether a file is named like a translation and is none, so that no list has it."""
    is_translation = is_tag(language_of(path)) and is_overlay(path, data)
    return bool(language_of(path)) and not is_translation


def beside(path: Path) -> list[Path]:
    """Return the overlays of the questionnaire at `path`, by language."""
    named = sorted(path.parent.glob(f"{escape(path.stem)}.*.toml"))
    return [each for each in named if base_of(each) == path and is_tag(language_of(each))]


def read_beside(path: Path, *, follow_links: bool = True) -> list[TomlFile]:
    """Read the overlays of the questionnaire at `path`; raise `InvalidFile`."""
    files = (read_toml(each, follow_links=follow_links) for each in beside(path))
    return [file for file in files if is_overlay(Path(file.name), file.data)]
