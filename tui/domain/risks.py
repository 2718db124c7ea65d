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


def risks(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answers],
    apart: frozenset[str],
    *,
    private: bool = False,
) -> Iterator[Risk]:
    """Give the rules that fire on the answers by party, in the order of the questionnaire.

    `apart` holds the questions on which the two are not aligned. Rules that look at a private
    answer are judged only where `private` is set: for a party's own eyes.
    """
    own_rules = (rule for question in questionnaire.questions for rule in question.risks)
    for rule in (*own_rules, *questionnaire.risks):
        asked_about = cited(rule)
        if any(question not in questionnaire for question in asked_about):
            continue
        hidden = any(questionnaire[q].privacy is not Privacy.SHARED for q in asked_about)
        if hidden and not private:
            continue
        parties = tuple(
            party
            for party in questionnaire.party_ids
            if party in answers and _fires(rule, party, answers, apart)
        )
        if parties:
            place = rule.question or max(asked_about, key=questionnaire.position)
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
