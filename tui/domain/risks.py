"""Risks: which risk rules fire on the answers, also where both parties agree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tui.domain.conditions import Answers, Operator, Predicate, holds, holds_for
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.risk_rules import RiskRule


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk rule that fired."""

    rule: RiskRule
    """The rule."""
    parties: tuple[str, ...]
    """The ids of the parties whose answers fire it, in the questionnaire's order."""
    question: str
    """The id of the question under which it is told: its own, or the first that was asked."""

    @property
    def is_agreed(self) -> bool:
        """Whether it fires for both parties."""
        return len(self.parties) > 1


def by_question(risks: Iterable[Risk]) -> Mapping[str, Sequence[Risk]]:
    """Return question id to the risks told under it, in their order."""
    told: dict[str, list[Risk]] = {}
    for risk in risks:
        told.setdefault(risk.question, []).append(risk)
    return told


def compared_questions(questionnaire: Questionnaire, about: str) -> frozenset[str]:
    """Return the ids of the questions that rules compare between the parties (`differs`).

    Args:
        questionnaire: The questionnaire.
        about: The id of a question; only the rules that may be told under it count.
    """
    return frozenset(
        test.question
        for rule, places in questionnaire.placed_rules
        if about in places
        for test in rule.tests
        if test.operator is Operator.DIFFERS
    )


def risks(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answers],
    asked: AbstractSet[str],
    apart: AbstractSet[str],
    *,
    private: bool = False,
    about: str | None = None,
) -> Iterator[Risk]:
    """Yield the risks in the answers, in the order of the questionnaire.

    Args:
        questionnaire: The questionnaire with the rules.
        answers: Party id to the answers of that party.
        asked: The ids of the questions that anybody was asked; a rule is told at the first of them.
        apart: The ids of the questions on which the two parties' values are not aligned.
        private: Whether to judge rules that look at private answers too; for the party itself only.
        about: The id of a question, to judge only the rules told under it; None for all rules.
    """
    for rule, places in questionnaire.placed_rules:
        if about is not None and about not in places:
            continue
        place = next((place for place in places if place in asked), None)
        if place is None or about not in (None, place):
            continue
        told_of = rule.cited | {place}
        hidden = any(questionnaire[q].privacy is not Privacy.SHARED for q in told_of)
        if hidden and not private:
            continue
        parties = tuple(
            party
            for party in questionnaire.party_ids
            if party in answers and _fires(rule, party, answers, apart)
        )
        if parties:
            yield Risk(rule, parties, place)


def _fires(
    rule: RiskRule, party: str, answers: Mapping[str, Answers], apart: AbstractSet[str]
) -> bool:
    """Return whether every test of a rule holds for one party."""
    return all(_holds(test, party, answers, apart) for test in rule.tests)


def _holds(
    test: Predicate, party: str, answers: Mapping[str, Answers], apart: AbstractSet[str]
) -> bool:
    """Return whether one test holds: for the parties that it names, else for this party."""
    if test.operator is Operator.DIFFERS:
        return test.question in apart
    if test.who is not None:
        return holds_for(test, answers, test.who)
    return holds(test, answers[party])
