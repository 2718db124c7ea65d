"""A text in the party's own words: the type `text`, which no machine compares."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.questions.base import Closeness, InvalidAnswer, Question
from tui.text.cleaning import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion(Question[str]):
    """A question answered in words; it is always listed for discussion."""

    max_length: int = 400
    """Characters at the most."""

    def read(self, raw: object) -> str:
        """Return the text, cleaned; raise `InvalidAnswer`."""
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
        """Return nothing: two texts are for people to compare."""
        return None

    def closeness(self, x: str, y: str) -> Closeness:
        """Aligned where the words are the same; used by no verdict, since texts are discussed."""
        return Closeness.ALIGNED if x == y else Closeness.PARTIAL

    def wording(self, value: str, language: str) -> str:  # noqa: ARG002
        """Return the text as it is, in whichever language it was written."""
        return value
