"""The texts of the interface, in every language of the interface."""

from tui.i18n.catalogue import (
    LANGUAGES,
    Language,
    Phrases,
    language_of_locale,
    wanted_language,
)

__all__ = ["LANGUAGES", "Language", "Phrases", "language_of_locale", "wanted_language"]
