"""Any number of several: the type `multi`."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.questions.base import (
    Choice,
    Closeness,
    InvalidAnswer,
    Question,
    listed,
    read_choices,
)
from tui.domain.similarity import jaccard


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiQuestion(Question[tuple[str, ...]]):
    """A question answered by one choice or more."""

    choices: tuple[Choice, ...]
    """What is offered, in order."""
    exclusive: frozenset[str] = frozenset()
    """Choices that stand alone, such as "none of these"."""
    must: frozenset[str] = frozenset()
    """Choices on which naming by one side only is a divergence."""

    def read(self, raw: object) -> tuple[str, ...]:
        """Return the chosen ids in the order of the question; raise `InvalidAnswer`."""
        chosen = read_choices(raw, self.choices)
        if not chosen:
            raise InvalidAnswer("answer.empty")
        if len(chosen) > 1 and not self.exclusive.isdisjoint(chosen):
            raise InvalidAnswer(
                "answer.exclusive", choice=next(i for i in chosen if i in self.exclusive)
            )
        return tuple(choice.id for choice in self.choices if choice.id in chosen)

    def plain(self, value: tuple[str, ...]) -> list[str]:
        """Return the ids as a list."""
        return list(value)

    def similarity(self, x: tuple[str, ...], y: tuple[str, ...]) -> Decimal:
        """Return Jaccard's coefficient."""
        return jaccard(set(x), set(y))

    def closeness(self, x: tuple[str, ...], y: tuple[str, ...]) -> Closeness:
        """Aligned from two thirds, partial from one third; a `must` on one side only diverges."""
        common, union = set(x) & set(y), set(x) | set(y)
        if (union - common) & self.must:
            return Closeness.DIVERGENT
        if 3 * len(common) >= 2 * len(union):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if 3 * len(common) >= len(union) else Closeness.DIVERGENT

    def wording(self, value: tuple[str, ...], language: str) -> str:
        """Return the labels of what is chosen."""
        return listed((c.label[language] for c in self.choices if c.id in value), language)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """What is offered."""
        return self.choices
