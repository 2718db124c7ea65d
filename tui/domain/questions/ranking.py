"""The question type `ranking`: the choices, or the first of them, in order of importance."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.questions.base import Choice, Closeness, InvalidAnswer, Question, read_choices
from tui.domain.similarity import kendall, opposed_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingQuestion(Question[tuple[str, ...]]):
    """A question answered by ranking all choices, or the first few."""

    choices: tuple[Choice, ...]
    """The choices to rank."""
    first: int | None = None
    """How many of them are ranked, the rest being tied behind them; None where all are."""

    @property
    def places(self) -> int:
        """How many choices an answer ranks."""
        return len(self.choices) if self.first is None else min(self.first, len(self.choices))

    def read(self, raw: object) -> tuple[str, ...]:
        """Return the ids of what is ranked, the most important first.

        Raises:
            InvalidAnswer: It is not a list of as many choices as there are places.
        """
        ranked = read_choices(raw, self.choices)
        if len(ranked) > self.places:
            raise InvalidAnswer("answer.too_many_ranked", ranked=len(ranked), first=self.places)
        if len(ranked) < self.places:
            raise InvalidAnswer("answer.incomplete_ranking", ranked=len(ranked), all=self.places)
        return ranked

    def plain(self, value: tuple[str, ...]) -> list[str]:
        """Return the ids as a list, the most important first."""
        return list(value)

    def similarity(self, x: tuple[str, ...], y: tuple[str, ...]) -> Decimal:
        """Return the share of pairs in the same order (see `kendall`)."""
        return kendall(x, y, self._items)

    def closeness(self, x: tuple[str, ...], y: tuple[str, ...]) -> Closeness:
        """Return aligned from a similarity of 0.8 with the same first choice, partial from 0.5.

        If the first choice of one party is the last of the other, they are divergent. Where several
        are tied behind the rest, that takes the first choices of both.
        """
        opposed, pairs = opposed_pairs(x, y, self._items)
        last_of_x, last_of_y = self._last(x), self._last(y)
        behind = [x[0] in last_of_y, y[0] in last_of_x]
        if all(behind) or (any(behind) and len(last_of_x) == 1):
            return Closeness.DIVERGENT
        # Exact numbers: opposed / pairs <= 1 - 0.8, and below <= 1 - 0.5.
        if 5 * opposed <= pairs and x[0] == y[0]:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if 2 * opposed <= pairs else Closeness.DIVERGENT

    def _last(self, ranked: tuple[str, ...]) -> set[str]:
        """Return what is behind all others: the last of all, or what is tied there."""
        return set(self._items) - set(ranked) or {ranked[-1]}

    @property
    def _items(self) -> tuple[str, ...]:
        return tuple(choice.id for choice in self.choices)

    def contrast(self, x: tuple[str, ...], y: tuple[str, ...]) -> Contrast[tuple[str, ...]]:
        """Return what both put first; or with what each begins, and what both put last.

        Where only some are ranked, none of them is the last.
        """
        if x == y:
            return SAME
        if x[0] == y[0]:
            return Contrast(Relation.SAME_FIRST, shared=x[:1])
        is_whole = self.places == len(self.choices)
        last = x[-1:] if is_whole and x[-1] == y[-1] else None
        return Contrast(Relation.OTHER_FIRST, shared=last, only=(x[:1], y[:1]))

    def wording(self, value: tuple[str, ...], language: str) -> str:
        """Return the labels, the most important first."""
        labels = {choice.id: choice.label[language] for choice in self.choices}
        return " > ".join(labels[item] for item in value)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices to rank."""
        return self.choices
