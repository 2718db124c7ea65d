"""Which rules of risk fire: agreeing is not the same as being safe."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.domain.conditions import Answers, Operator, Predicate, holds, holds_for
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


def compared_questions(questionnaire: Questionnaire, about: str) -> frozenset[str]:
    """Return the questions whose `differs` the rules told under the question `about` look at."""
    return frozenset(
        test.question
        for rule, place in questionnaire.told_rules
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
    """Return the rules that fire on the answers by party, in the questionnaire's order.

    `apart` holds the questions on which the two are not aligned. Rules that look at a private
    answer are judged only where `private` is set, for a party itself. With `about`, only what is
    told under that question is judged.
    """
    for rule, place in questionnaire.told_rules:
        if about not in (None, place):
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
    rule: RiskRule, party: str, answers: Mapping[str, Answers], apart: frozenset[str]
) -> bool:
    """Return whether every test of a rule holds for a party."""
    return all(_holds(test, party, answers, apart) for test in rule.tests)


def _holds(
    test: Predicate, party: str, answers: Mapping[str, Answers], apart: frozenset[str]
) -> bool:
    """Judge one test: over the pair where it says so, else over the party's own answers."""
    if test.operator is Operator.DIFFERS:
        return test.question in apart
    if test.who is not None:
        return holds_for(test, answers, test.who)
    return holds(test, answers[party])
