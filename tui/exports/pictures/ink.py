"""What all pictures are drawn with: who the two are, and the languages that tell it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.domain.localized_text import LocalizedText
from tui.exports.pictures.markup import Markup, element, together
from tui.i18n import Phrases
from tui.text.cleaning import one_line

SIDES = "left", "right"
"""The class of what belongs to each party."""


class Ink(NamedTuple):
    """What a picture is drawn with."""

    names: tuple[str, str]
    """The name of each party."""
    phrases: Sequence[Phrases]
    """The languages of the texts, the main one first."""

    @property
    def main(self) -> Phrases:
        """The main language."""
        return self.phrases[0]

    def name(self, index: int) -> str:
        """Return a party's name on one line."""
        return one_line(self.names[index])

    def told(self, tell: Callable[[Phrases], str]) -> dict[str, str]:
        """Return what is told in each language, by its tag; once where two say the same."""
        by_text = dict[str, str]()
        for say in self.phrases:
            by_text.setdefault(one_line(tell(say)), str(say.language))
        return {language: text for text, language in by_text.items() if text}

    def spans(self, tell: Callable[[Phrases], str]) -> Markup:
        """Return what is told in each language, the others behind the main one.

        The main language is that of the page around it, which need not be said again.
        """
        parts = list[str]()
        for place, (language, text) in enumerate(self.told(tell).items()):
            if place:
                parts.append(" ")
            tag = language if language != self.main.language else None
            parts.append(element("span", text, lang=tag, class_="other" if place else None))
        return together(*parts)

    def lines(self, tell: Callable[[Phrases], str]) -> Markup:
        """Return what is told in each language, on a line each."""
        return element("span", self.spans(tell), class_="lines")

    def label(self, text: LocalizedText) -> Markup:
        """Return a text of the questionnaire, a line for each language."""
        return self.lines(lambda say: text[say.language])

    def sentence(self, said: Sequence[str]) -> str:
        """Return what each party says as one sentence, for those who cannot see the picture."""
        parts = (
            self.main("contrast.begins", party=self.name(index), items=words)
            for index, words in enumerate(said)
        )
        return self.main("contrast.and").join(parts)
