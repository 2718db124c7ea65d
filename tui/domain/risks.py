"""Which rules of risk fire: agreeing is not the same as being safe."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.domain.conditions import Answers, Operator, Test, holds, holds_for
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import Privacy
from tui.domain.risk_rules import RiskRule


@dataclass(frozen=True, slots=True)
class Risk:
    """A rule that fired."""

    rule: RiskRule
    """What is risky."""
    parties: tuple[str, ...]
    """The ids of the parties whose answers fire it, in the questionnaire's order."""
    question: str
    """The question under which it is told: its own, or the last that it looks at."""

    @property
    def is_agreed(self) -> bool:
        """Whether it holds for both: an agreed risk."""
        return len(self.parties) > 1


def cited(rule: RiskRule) -> frozenset[str]:
    """Give the ids of all questions that a rule looks at."""
    named = {test.question for test in rule.tests}
    against = {test.operand for test in rule.tests if isinstance(test.operand, str)}
    return frozenset(named | against)


def rules(questionnaire: Questionnaire) -> Iterator[tuple[RiskRule, str]]:
    """Give every rule that can be judged, with the id of the question under which it is told."""
    own_rules = (rule for question in questionnaire.questions for rule in question.risks)
    for rule in (*own_rules, *questionnaire.risks):
        asked_about = cited(rule)
        if all(question in questionnaire for question in asked_about):
            yield rule, rule.question or max(asked_about, key=questionnaire.position)


def differing(questionnaire: Questionnaire, about: str) -> frozenset[str]:
    """Give the questions whose `differs` the rules told under the question `about` look at."""
    return frozenset(
        test.question
        for rule, place in rules(questionnaire)
        if place == about
        for test in rule.tests
        if test.operator is Operator.DIFFERS
    )


def risks(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answers],
    apart: frozenset[str],
    *,
    private: bool = False,
    about: str | None = None,
) -> Iterator[Risk]:
    """Give the rules that fire on the answers by party, in the questionnaire's order.

    `apart` holds the questions on which the two are not aligned. Rules that look at a private
    answer are judged only where `private` is set, for a party itself. With `about`, only what is
    told under that question is judged.
    """
    for rule, place in rules(questionnaire):
        told_of = cited(rule) | {place}
        hidden = any(questionnaire[q].privacy is not Privacy.SHARED for q in told_of)
        if about not in (None, place) or (hidden and not private):
            continue
        parties = tuple(
            party
            for party in questionnaire.party_ids
            if party in answers and _fires(rule, party, answers, apart)
        )
        if parties:
            yield Risk(rule, parties, place)


def _fires(
    rule: RiskRule, party: str, answers: Mapping[str, Answers], apart: frozenset[str]
) -> bool:
    """Tell whether every test of a rule holds for a party."""
    return all(_holds(test, party, answers, apart) for test in rule.tests)


def _holds(test: Test, party: str, answers: Mapping[str, Answers], apart: frozenset[str]) -> bool:
    """Judge one test: over the pair where it says so, else over the party's own answers."""
    if test.operator is Operator.DIFFERS:
        return test.question in apart
    if test.who is not None:
        return holds_for(test, answers, test.who)
    return holds(test, answers[party])
