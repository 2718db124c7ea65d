"""The question type `ranking`: all choices in order of importance."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.questions.base import Choice, Closeness, InvalidAnswer, Question, read_choices
from tui.domain.similarity import kendall, opposed_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingQuestion(Question[tuple[str, ...]]):
    """A question answered by ranking all choices."""

    choices: tuple[Choice, ...]
    """The choices to rank."""

    def read(self, raw: object) -> tuple[str, ...]:
        """Return all choice ids, the most important first.

        Raises:
            InvalidAnswer: It is not a list of all choices.
        """
        ranked = read_choices(raw, self.choices)
        if len(ranked) != len(self.choices):
            raise InvalidAnswer(
                "answer.incomplete_ranking", ranked=len(ranked), all=len(self.choices)
            )
        return ranked

    def plain(self, value: tuple[str, ...]) -> list[str]:
        """Return the ids as a list, the most important first."""
        return list(value)

    def similarity(self, x: tuple[str, ...], y: tuple[str, ...]) -> Decimal:
        """Return the share of pairs in the same order (see `kendall`)."""
        return kendall(x, y)

    def closeness(self, x: tuple[str, ...], y: tuple[str, ...]) -> Closeness:
        """Return aligned from a similarity of 0.8 with the same first choice, partial from 0.5.

        If the first choice of one party is the last of the other, they are divergent.
        """
        opposed, pairs = opposed_pairs(x, y), len(x) * (len(x) - 1) // 2
        if x[0] == y[-1] or y[0] == x[-1]:
            return Closeness.DIVERGENT
        # Whole numbers: opposed / pairs <= 1 - 0.8, and below <= 1 - 0.5.
        if 5 * opposed <= pairs and x[0] == y[0]:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if 2 * opposed <= pairs else Closeness.DIVERGENT

    def contrast(self, x: tuple[str, ...], y: tuple[str, ...]) -> Contrast[tuple[str, ...]]:
        """Return what both put first; or with what each begins, and what both put last."""
        if x == y:
            return SAME
        if x[0] == y[0]:
            return Contrast(Relation.SAME_FIRST, shared=x[:1])
        last = x[-1:] if x[-1] == y[-1] else None
        return Contrast(Relation.OTHER_FIRST, shared=last, only=(x[:1], y[:1]))

    def wording(self, value: tuple[str, ...], language: str) -> str:
        """Return the labels, the most important first."""
        labels = {choice.id: choice.label[language] for choice in self.choices}
        return " > ".join(labels[item] for item in value)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices to rank."""
        return self.choices
