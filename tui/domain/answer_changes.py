"""What an answer becomes when its party says something else; what stands beside it is kept."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from tui.domain.answers import Answer, ContractState, NonAnswer
from tui.domain.values import Value

Option = TypeVar("Option", bound=StrEnum)


def with_value(answer: Answer, value: Value | None, revision: int) -> Answer:
    """Return the answer with another value, or with none.

    Args:
        answer: What the party has said so far.
        value: What it says now; None takes the value back.
        revision: The revision of the question that is answered.

    >>> with_value(Answer(state=NonAnswer.LATER, note="budget"), 3, revision=2).value
    3
    >>> with_value(Answer(state=NonAnswer.LATER, note="budget"), 3, revision=2).note
    'budget'
    """
    return replace(answer, value=value, state=None, reason="", rev=revision)


def with_non_answer(answer: Answer, state: NonAnswer, revision: int) -> Answer:
    """Return the answer with a non-answer in place of its value; said again it is taken back.

    Args:
        answer: What the party has said so far.
        state: The non-answer.
        revision: The revision of the question that is answered.

    >>> later = with_non_answer(Answer(value=3), NonAnswer.LATER, revision=1)
    >>> later.value, later.state
    (None, <NonAnswer.LATER: 'later'>)
    >>> with_non_answer(later, NonAnswer.LATER, revision=1).state is None
    True
    """
    wanted = None if answer.state is state else state
    return replace(answer, value=None, state=wanted, reason="", rev=revision)


def with_contract(answer: Answer, state: ContractState) -> Answer:
    """Return the answer with where the matter stands in the contract; said again it is taken back.

    >>> spoken = with_contract(Answer(), ContractState.SPOKEN)
    >>> spoken.contract, with_contract(spoken, ContractState.SPOKEN).contract
    (<ContractState.SPOKEN: 'spoken'>, None)
    """
    return replace(answer, contract=None if answer.contract is state else state)


def following(options: type[Option], current: Option | None) -> Option | None:
    """Return the option after `current`: the first after None, and None after the last.

    >>> from tui.domain.answers import Firmness
    >>> following(Firmness, None), following(Firmness, Firmness.RED_LINE)
    (<Firmness.FLEXIBLE: 'flexible'>, None)
    """
    row: list[Option | None] = [None, *options]
    return row[(row.index(current) + 1) % len(row)]
