"""A second answer in the making: changed freely, until it is given with its reason."""

from dataclasses import dataclass

from tui.domain.answers import Answer


@dataclass(frozen=True, slots=True)
class SecondThought:
    """What a party is about to say in the place of an answer that has met."""

    answer: Answer
    """The answer as it would be."""
    reason: str = ""
    """Why, as far as it is written."""
