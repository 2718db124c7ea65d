"""The question type `text`: the party's own words, which only people compare."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.questions.base import Closeness, InvalidAnswer, Question
from tui.text.cleaning import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion(Question[str]):
    """A question answered in words; if both answer, it is on the agenda."""

    max_length: int = 400
    """The most characters that an answer may have."""

    def read(self, raw: object) -> str:
        """Return the text, cleaned.

        Raises:
            InvalidAnswer: It is not a text, is empty or is too long.
        """
        if not isinstance(raw, str):
            raise InvalidAnswer("answer.not_text")
        text = clean(raw).strip()
        if not text:
            raise InvalidAnswer("answer.empty")
        if len(text) > self.max_length:
            raise InvalidAnswer("answer.too_long", length=len(text), longest=self.max_length)
        return text

    def plain(self, value: str) -> str:
        """Return the text as it is."""
        return value

    def similarity(self, x: str, y: str) -> Decimal | None:  # noqa: ARG002
        """Return None, as only people can compare two texts."""
        return None

    def closeness(self, x: str, y: str) -> Closeness:
        """Return aligned for equal texts, else partial; no verdict uses this."""
        return Closeness.ALIGNED if x == y else Closeness.PARTIAL

    def is_for_people(self, x: str, y: str) -> bool:  # noqa: ARG002
        """Return True: words are for people to compare."""
        return True

    def contrast(self, x: str, y: str) -> Contrast[str]:
        """Return whether the words are the same."""
        return SAME if x == y else Contrast(Relation.OTHER)

    def wording(self, value: str, language: str) -> str:  # noqa: ARG002
        """Return the text as it is, in the language that it was written in."""
        return value
