"""The interface's texts, in every language that it speaks."""

from tui.i18n.catalogue import LANGUAGES, Language, Phrases, language_of_locale

__all__ = ["LANGUAGES", "Language", "Phrases", "language_of_locale"]
