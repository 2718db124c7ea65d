"""The frame of a picture: what it needs to know of a question besides the two answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.named_question import named_question
from tui.domain.privacy import Privacy
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    DateQuestion,
    NumberQuestion,
    RangeQuestion,
    ScaleQuestion,
)
from tui.domain.questions.number import Measure

_NOTHING, _ONE = Decimal(0), Decimal(1)
_OF_A_MEASURE = ("minimum", "maximum", "unit", "unit_one", "ratio", "tolerance", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a picture needs to know of a question; of each field, nothing where it has none."""

    choices: Mapping[str, LocalizedText] = field(default_factory=dict)
    """Choice id to its text, in order."""
    near_pairs: tuple[tuple[str, ...], ...] = ()
    """Pairs of choices that count as near."""
    minimum: Decimal | None = None
    """The least valid number, or the lowest level."""
    maximum: Decimal | None = None
    """The greatest valid number, the highest level, or the total that is divided."""
    low: LocalizedText = NO_TEXT
    """What the lowest level means."""
    high: LocalizedText = NO_TEXT
    """What the highest level means."""
    levels: tuple[LocalizedText, ...] = ()
    """What each level means, the lowest first."""
    unit: LocalizedText = NO_TEXT
    """The unit of the numbers."""
    unit_one: LocalizedText = NO_TEXT
    """The unit of the number 1; empty where it is the same."""
    ratio: Decimal | None = None
    """The factor at which two numbers have nothing in common; None to compare by difference."""
    tolerance: Decimal | None = None
    """The greatest difference (with `ratio`: factor) between aligned numbers."""
    near: Decimal | None = None
    """The greatest difference (with `ratio`: factor) between near numbers."""

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest valid number."""
        return self.minimum or _NOTHING, _ONE if self.maximum is None else self.maximum

    @property
    def measure(self) -> Measure:
        """How its numbers are told in words."""
        low, high = self.bounds
        least = _NOTHING if self.ratio is None else _ONE
        return Measure(
            minimum=low,
            maximum=high,
            unit=self.unit,
            unit_one=self.unit_one,
            span=high - low,
            ratio=self.ratio,
            tolerance=least if self.tolerance is None else self.tolerance,
            near=least if self.near is None else self.near,
        )


def frame(question: AnyQuestion, names: Mapping[str, str]) -> Frame | None:
    """Return the frame of a question's pictures; None for a private question and for a text.

    Args:
        question: The question.
        names: The name of each party, by its id, for the placeholders in texts.
    """
    if question.privacy is not Privacy.SHARED:
        return None
    named = named_question(question, names)
    labels = {choice.id: choice.label for choice in named.labels}
    own: dict[str, Any] = {"choices": labels}
    match named:
        case NumberQuestion(measure=measure) | RangeQuestion(measure=measure):
            own = {name: getattr(measure, name) for name in _OF_A_MEASURE}
        case ScaleQuestion():
            own = {"minimum": Decimal(named.minimum), "maximum": Decimal(named.maximum)}
            own |= {"low": named.low, "high": named.high, "levels": named.levels}
        case DateQuestion():
            own = {"tolerance": named.tolerance, "near": named.near}
        case AllocationQuestion():
            own |= {"maximum": named.total, "unit": named.unit}
        case ChoiceQuestion(near_pairs=pairs):
            order = list(labels)
            told = (tuple(sorted(pair, key=order.index)) for pair in pairs)
            own["near_pairs"] = tuple(sorted(told))
        case _ if not labels:
            return None
    return Frame(**own)
