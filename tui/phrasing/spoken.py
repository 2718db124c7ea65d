"""The program's words in the languages that people at one table read."""

from collections.abc import Iterable

from tui.i18n import LANGUAGES, Phrases


def phrases_for(language: str, otherwise: Phrases) -> Phrases:
    """Return the program's words in a party's language, or in the interface's where it has none."""
    return Phrases(language) if language in LANGUAGES else otherwise


def phrases_at_table(languages: Iterable[str], interface: Phrases) -> tuple[Phrases, ...]:
    """Return the interface's words, then those of each other language that a party reads."""
    tags = dict.fromkeys((interface.language, *(tag for tag in languages if tag in LANGUAGES)))
    return tuple(Phrases(tag) for tag in tags)
