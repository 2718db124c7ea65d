"""The interface's texts, in every language that it speaks."""

from tui.i18n.catalogue import (
    LANGUAGES,
    Language,
    Phrases,
    language_of_locale,
    wanted_language,
)

__all__ = ["LANGUAGES", "Language", "Phrases", "language_of_locale", "wanted_language"]
