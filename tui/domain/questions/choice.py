"""The question types `choice`, `yesno` and `owner`: one of several choices."""

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
    read_own_choice,
)
from tui.domain.similarity import ALIKE, HALF_ALIKE, UNLIKE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(Question[str]):
    """A question answered by one choice."""

    choices: tuple[Choice, ...]
    """The choices, in order."""
    near_pairs: frozenset[frozenset[str]] = frozenset()
    """Pairs of choices whose similarity is a half."""
    other: bool = False
    """Whether one more choice is in words of one's own."""
    shuffle: bool = False
    """Whether each party is shown the choices in an order of its own."""
    order: tuple[str, ...] = ()
    """The ids of the choices as a party is shown them; empty for the order of the file."""

    def read(self, raw: object) -> str:
        """Return the id of the choice.

        Raises:
            InvalidAnswer: There is no such choice.
        """
        if self.other and isinstance(raw, str) and own_words(raw) is not None:
            return read_own_choice(raw)
        if not isinstance(raw, str) or all(raw != choice.id for choice in self.choices):
            raise InvalidAnswer("answer.unknown_choice", choice=raw)
        return raw

    def plain(self, value: str) -> str:
        """Return the id as it is."""
        return value

    def similarity(self, x: str, y: str) -> Decimal:
        """Return 1 for equal choices, 0.5 for a near pair, else 0."""
        match self.closeness(x, y):
            case Closeness.ALIGNED:
                return ALIKE
            case Closeness.PARTIAL:
                return HALF_ALIKE
            case _:
                return UNLIKE

    def closeness(self, x: str, y: str) -> Closeness:
        """Return aligned for equal choices, partial for a near pair."""
        if same_choice(x) == same_choice(y):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if frozenset((x, y)) in self.near_pairs else Closeness.DIVERGENT

    def contrast(self, x: str, y: str) -> Contrast[str]:
        """Return whether the choices are equal, a near pair or different."""
        if same_choice(x) == same_choice(y):
            return SAME
        near = self.closeness(x, y) is Closeness.PARTIAL
        return Contrast(Relation.NEAR_PAIR if near else Relation.OTHER)

    def wording(self, value: str, language: str) -> str:
        """Return the label of the choice."""
        return choice_wording(value, self.choices, language)

    def is_for_people(self, x: str, y: str) -> bool:
        """Return whether both are in words of their party's own, and not the same."""
        return differ_in_own_words((x,), (y,))

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices."""
        return self.choices

    @property
    def shown_labels(self) -> tuple[Choice, ...]:
        """The choices in the order in which they are shown."""
        return in_order(self.choices, self.order)
