"""The question type `multi`: any number of choices."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.own_words import own_words, same_choice
from tui.domain.questions.base import (
    Choice,
    Closeness,
    InvalidAnswer,
    Question,
    choice_wording,
    differ_in_own_words,
    in_order,
    join_items,
    read_choices,
)
from tui.domain.similarity import jaccard


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiQuestion(Question[tuple[str, ...]]):
    """A question answered by one choice or more."""

    choices: tuple[Choice, ...]
    """The choices, in order."""
    exclusive: frozenset[str] = frozenset()
    """Choices that exclude all others, such as "none of these"."""
    must: frozenset[str] = frozenset()
    """Choices that make the answers divergent if only one party names them."""
    most: int | None = None
    """The most choices that an answer may name; None for any number."""
    other: bool = False
    """Whether one more choice is in words of one's own; it stands behind the others."""
    shuffle: bool = False
    """Whether each party is shown the choices in an order of its own."""
    order: tuple[str, ...] = ()
    """The ids of the choices as a party is shown them; empty for the order of the file."""

    def read(self, raw: object) -> tuple[str, ...]:
        """Return the chosen ids, in the order of the question.

        Raises:
            InvalidAnswer: It is no list of choices, is empty, holds an exclusive one and others, or
                holds too many.
        """
        chosen = read_choices(raw, self.choices, other=self.other)
        if not chosen:
            raise InvalidAnswer("answer.empty")
        if len(chosen) > 1 and not self.exclusive.isdisjoint(chosen):
            raise InvalidAnswer(
                "answer.exclusive", choice=next(i for i in chosen if i in self.exclusive)
            )
        if self.most is not None and len(chosen) > self.most:
            raise InvalidAnswer("answer.too_many_choices", count=len(chosen), most=self.most)
        own = (choice for choice in chosen if own_words(choice) is not None)
        return (*(choice.id for choice in self.choices if choice.id in chosen), *own)

    def plain(self, value: tuple[str, ...]) -> list[str]:
        """Return the ids as a list."""
        return list(value)

    def similarity(self, x: tuple[str, ...], y: tuple[str, ...]) -> Decimal:
        """Return the coefficient of Jaccard."""
        return jaccard(_same(x), _same(y))

    def closeness(self, x: tuple[str, ...], y: tuple[str, ...]) -> Closeness:
        """Return aligned from a similarity of 2/3 on, partial from 1/3 on.

        A choice in `must` that only one party names makes them divergent.
        """
        common, union = _same(x) & _same(y), _same(x) | _same(y)
        if (union - common) & self.must:
            return Closeness.DIVERGENT
        # Whole numbers, as thirds are not exact in decimal.
        if 3 * len(common) >= 2 * len(union):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if 3 * len(common) >= len(union) else Closeness.DIVERGENT

    def contrast(self, x: tuple[str, ...], y: tuple[str, ...]) -> Contrast[tuple[str, ...]]:
        """Return the choices that both name, and those that only one names."""
        ours, theirs = _same(x), _same(y)
        if ours == theirs:
            return SAME
        shared = tuple(choice for choice in x if same_choice(choice) in theirs)
        only = (
            tuple(choice for choice in x if same_choice(choice) not in theirs),
            tuple(choice for choice in y if same_choice(choice) not in ours),
        )
        relation = Relation.PICKS if shared else Relation.OTHER_PICKS
        return Contrast(relation, shared=shared or None, only=(only[0] or None, only[1] or None))

    def needs_no_definition(self, value: tuple[str, ...]) -> bool:
        """Return whether every chosen choice is one that needs no definition."""
        return all((choice,) in self.hollow_except for choice in value)

    def wording(self, value: tuple[str, ...], language: str) -> str:
        """Return the labels of the chosen choices."""
        return join_items((choice_wording(c, self.choices, language) for c in value), language)

    def is_for_people(self, x: tuple[str, ...], y: tuple[str, ...]) -> bool:
        """Return whether both have a choice in words of their own, and not the same."""
        return differ_in_own_words(x, y)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices."""
        return self.choices

    @property
    def shown_labels(self) -> tuple[Choice, ...]:
        """The choices in the order in which they are shown."""
        return in_order(self.choices, self.order)


def _same(choices: tuple[str, ...]) -> set[str]:
    """Return what choices are compared by."""
    return set(map(same_choice, choices))
