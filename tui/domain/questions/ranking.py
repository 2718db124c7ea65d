"""All choices in order of importance: the type `ranking`."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.questions.base import Choice, Closeness, InvalidAnswer, Question, read_choices
from tui.domain.similarity import kendall, opposed_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingQuestion(Question[tuple[str, ...]]):
    """A question answered by putting every choice in its place."""

    choices: tuple[Choice, ...]
    """What is ranked."""

    def read(self, raw: object) -> tuple[str, ...]:
        """Return every choice id, first = most important; raise `InvalidAnswer`."""
        ranked = read_choices(raw, self.choices)
        if len(ranked) != len(self.choices):
            raise InvalidAnswer(
                "answer.incomplete_ranking", ranked=len(ranked), all=len(self.choices)
            )
        return ranked

    def plain(self, value: tuple[str, ...]) -> list[str]:
        """Return the ids as a list, first = most important."""
        return list(value)

    def similarity(self, x: tuple[str, ...], y: tuple[str, ...]) -> Decimal:
        """Return Kendall's measure over pairs."""
        return kendall(x, y)

    def closeness(self, x: tuple[str, ...], y: tuple[str, ...]) -> Closeness:
        """Aligned from 0.8 with the same first, partial from 0.5; first against last diverges."""
        opposed, pairs = opposed_pairs(x, y), len(x) * (len(x) - 1) // 2
        if x[0] == y[-1] or y[0] == x[-1]:
            return Closeness.DIVERGENT
        if 5 * opposed <= pairs and x[0] == y[0]:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if 2 * opposed <= pairs else Closeness.DIVERGENT

    def wording(self, value: tuple[str, ...], language: str) -> str:
        """Return the labels from the most important on."""
        labels = {choice.id: choice.label[language] for choice in self.choices}
        return " > ".join(labels[item] for item in value)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """What is ranked."""
        return self.choices
