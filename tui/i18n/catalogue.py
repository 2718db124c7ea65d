"""The catalogue of all texts of the interface, with both languages side by side.

Each section is a file of its own in `texts/`, so that the first screen reads only what it shows.
"""

import os
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.text.spacing import fill_placeholders
from tui.text.visible import visible

if TYPE_CHECKING:  # the first screen must not wait for the domain
    from tui.domain.localized_text import LocalizedText
    from tui.domain.message import Message

_TEXTS = Path(__file__).with_name("texts")


class Language(StrEnum):
    """A language of the interface."""

    CHINESE = "zh-CN"
    ENGLISH = "en"

    @property
    def next(self) -> "Language":
        """The language after this one in the order of the switch."""
        return LANGUAGES[(LANGUAGES.index(self) + 1) % len(LANGUAGES)]


LANGUAGES = tuple(Language)
"""The languages of the interface, in the order of the switch."""


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return the whole catalogue: dotted key to language to text."""
    sections = sorted(path.stem for path in _TEXTS.glob("*.toml"))
    return {key: texts for name in sections for key, texts in section(name).items()}


@cache
def section(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the entries whose keys begin with `name.`; read from the disk on first use."""
    found: dict[str, Mapping[str, str]] = {}
    path = _TEXTS / f"{name}.toml"
    if path.is_file():
        _collect(tomllib.loads(path.read_text(encoding="utf-8")), "", found)
    return found


def entry(key: str) -> Mapping[str, str]:
    """Return the texts of an entry, by language.

    Raises:
        KeyError: There is no such entry.
    """
    return section(key.partition(".")[0])[key]


def _collect(table: dict[str, Any], prefix: str, found: dict[str, Mapping[str, str]]) -> None:
    """Add to `found` the entries below `table`, which are the tables whose keys are languages."""
    for key, value in table.items():
        if Language.ENGLISH in value:
            found[prefix + key] = value
        else:
            _collect(value, f"{prefix}{key}.", found)


class Phrases:
    """The catalogue in one language."""

    def __init__(self, language: Language | str) -> None:
        self.language = Language(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of an entry.

        Args:
            key: The entry's dotted key.
            **values: What the `{placeholders}` of the text stand for.

        Raises:
            KeyError: There is no such entry.
        """
        return fill(entry(key)[self.language], values)

    def language_name(self, tag: str) -> str:
        """Return the name of a language in that language, or else its tag."""
        key = f"autonym.of_{tag.lower().replace('-', '_')}"
        return self(key) if key in section("autonym") else tag

    def say(self, message: "Message") -> str:
        """Return the text of a message, including the messages among its values."""
        values = message.values.items()
        return self(message.key, **{n: v if isinstance(v, str) else self.say(v) for n, v in values})


def translated(key: str) -> "LocalizedText":
    """Return an entry in all languages, for texts that a questionnaire takes from the program."""
    from tui.domain.localized_text import LocalizedText  # noqa: PLC0415

    return LocalizedText(entry(key))


def fill(text: str, values: Mapping[str, object]) -> str:
    """Replace the placeholders of `text`, in one pass so that braces in a value stay.

    What a value has that would act on a terminal becomes a visible escape: many are paths and
    words from outside.
    """
    return fill_placeholders(text, lambda found: visible(str(values.get(found[1], found[0]))))


def wanted_language(environment: Mapping[str, str] = os.environ) -> Language | None:
    """Return the language that the variable `DUIQI_LANG` names, or None if it is not set."""
    wanted = environment.get("DUIQI_LANG")
    return _language_of_tag(wanted) if wanted else None


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language of the environment: that of `DUIQI_LANG`, else the locale's."""
    tags = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return wanted_language(environment) or _language_of_tag(next(filter(None, tags), ""))


def _language_of_tag(tag: str) -> Language:
    return Language.CHINESE if tag.lower().startswith("zh") else Language.ENGLISH
