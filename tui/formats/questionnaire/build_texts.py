"""Texts of a questionnaire in each of its languages."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions import Choice
from tui.formats.questionnaire.models import NEUTRAL, Translations
from tui.i18n.catalogue import Language, translated
from tui.text.cleaning import clean, one_line


@dataclass(frozen=True, slots=True)
class Texts:
    """What turns the texts of a file into texts of the domain."""

    languages: tuple[str, ...]
    """The languages of the questionnaire; the first is the default."""

    def text(self, words: Translations | None) -> LocalizedText:
        """Return a text that may have several lines."""
        return self._each(words, lambda text: clean(text).strip())

    def line(self, words: Translations | None) -> LocalizedText:
        """Return a name, a title or a label."""
        return self._each(words, one_line)

    def lent(self, choice: str) -> Choice:
        """Return one of the choices that the program brings along, such as `yes`."""
        words = translated(f"builtin.{choice}").words
        return Choice(choice, LocalizedText({tag: words[_spoken(tag)] for tag in self.languages}))

    def _each(self, words: Translations | None, mend: Callable[[str], str]) -> LocalizedText:
        if words is None:
            return NO_TEXT
        texts = {tag: mend(text) for tag, text in words.items()}
        neutral = texts.get(NEUTRAL, "")
        return LocalizedText({tag: texts.get(tag, neutral) for tag in self.languages})


def _spoken(tag: str) -> Language:
    """Return the language of the interface that a reader of `tag` is likeliest to read."""
    return Language.CHINESE if tag.partition("-")[0] == "zh" else Language.ENGLISH
