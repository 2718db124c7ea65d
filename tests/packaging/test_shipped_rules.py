"""What the shipped questionnaires warn of: each rule can fire on answers that are really asked."""

from collections.abc import Iterator
from itertools import islice, permutations, product
from pathlib import Path

import pytest

from tests.questionnaires import SMALL
from tui.checks.questionnaire import load
from tui.domain.answers import Answer, NonAnswer
from tui.domain.branching import asked
from tui.domain.conditions import Answers, Operator, Predicate, holds
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    DateQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.risk_rules import RiskRule
from tui.domain.risks import risks
from tui.domain.sheet import Length
from tui.storage.library import bundled

PRESSED = ("livestream", "renewal")
"""The questionnaires for days that come of themselves, on which what is open stays open."""
ENOUGH = 20_000
"""Combinations of answers that are tried for one rule, at the most."""


def sayings(question: AnyQuestion) -> Iterator[object]:
    """Return answers in the plain form of TOML, such as tests in rules tell apart."""
    match question:
        case ChoiceQuestion(choices=choices):
            yield from (each.id for each in choices)
        case MultiQuestion(choices=choices, exclusive=exclusive):
            yield from ([each.id] for each in choices)
            ids = [each.id for each in choices if each.id not in exclusive]
            without_one = (ids[:row] + ids[row + 1 :] for row in range(len(ids)))
            yield from (each[: question.most] for each in (ids, *without_one))
        case RankingQuestion(choices=choices):
            yield from orders([each.id for each in choices])
        case AllocationQuestion(choices=choices, total=total):
            for first, second in permutations((each.id for each in choices), 2):
                yield from (
                    {first: total - part, second: part} for part in (0, total * 3 / 10, total / 2)
                )
        case ScaleQuestion(minimum=low, maximum=high):
            yield from range(low, high + 1)
        case NumberQuestion(measure=measure):
            yield from numbers(measure)
        case DateQuestion(minimum=first, maximum=last):
            yield from (first, last)
        case RangeQuestion(measure=measure):
            yield from ({"low": number, "high": number} for number in numbers(measure))


def orders(ids: list[str]) -> Iterator[list[str]]:
    """Return an order for each two that may come first and last."""
    for first, last in permutations(ids, 2):
        yield [first, *(each for each in ids if each not in {first, last}), last]


def numbers(measure: Measure) -> list[int]:
    """Return whole numbers within a measure: both ends, the first few, and some that rules name."""
    least, most = int(measure.minimum), int(measure.maximum)
    some = {least, most, *range(least, least + 15), 20, 30, 45, 60, 61, 80, 95, 200}
    return sorted(number for number in some if least <= number <= most)


def answers_to(question: AnyQuestion, tests: list[Predicate]) -> Iterator[Answer]:
    """Return the answers to a question for which every test of it alone holds."""
    said = (Answer(value=question.read(each)) for each in sayings(question))
    for answer in (Answer(state=NonAnswer.UNDECIDED), *said):
        own = {question.id: answer}
        if all(holds(test, own) for test in tests if not _compares(test)):
            yield answer


def _compares(test: Predicate) -> bool:
    return isinstance(test.operand, str) or test.operator is Operator.DIFFERS


def needed(questionnaire: Questionnaire, rule: RiskRule) -> list[AnyQuestion]:
    """Return the questions that a rule looks at, with those that open them, in their order."""
    found = set(rule.cited)
    for question in reversed(questionnaire.questions):
        if question.id in found:
            found |= {test.question for test in question.display_condition.tests}
    return [question for question in questionnaire.questions if question.id in found]


def firing(questionnaire: Questionnaire, rule: RiskRule) -> Answers | None:
    """Return answers that one party is asked for and at which a rule fires; None without any."""
    questions = needed(questionnaire, rule)
    menus = [
        tuple(answers_to(q, [test for test in rule.tests if test.question == q.id]))
        for q in questions
    ]
    party = questionnaire.party_ids[0]
    for given in islice(product(*menus), ENOUGH):
        own = {q.id: answer for q, answer in zip(questions, given, strict=True)}
        known = {party: own}
        reached = {q.id for q in asked(questionnaire, Length.FULL, known)}
        told = risks(questionnaire, known, reached, frozenset(), private=True)
        if own.keys() <= reached and any(risk.rule is rule for risk in told):
            return own
    return None


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_every_rule_of_a_shipped_questionnaire_can_fire(path: Path) -> None:
    questionnaire = load(path)
    rules = [rule for rule, _ in questionnaire.placed_rules]
    assert [rule.id for rule in rules if firing(questionnaire, rule) is None] == []


@pytest.mark.parametrize("name", PRESSED)
def test_what_is_left_open_is_told_of_all_that_the_short_interview_asks(name: str) -> None:
    questionnaire = load(next(path for path in bundled() if path.stem == name))
    alone = {rule.tests[0] for rule, _ in questionnaire.placed_rules if len(rule.tests) == 1}
    told = {test.question for test in alone if test.operator is Operator.UNDECIDED}
    silent = [q.id for q in questionnaire.questions if q.core and q.id not in told]
    assert silent == []


def test_a_rule_that_cannot_fire_is_found(tmp_path: Path) -> None:
    text = SMALL.replace(
        "[question.days]\n", '[question.days]\nshow_if = [{ is = "image" , q = "aim" }]\n'
    )
    path = tmp_path / "small.toml"
    path.write_text(
        text + "[risk.idle]\n"
        'if = [{ q = "aim", is = "sales" }, { q = "days", above = 3 }]\n'
        'level = "low"\nsay = { zh-CN = "不会。", en = "Never." }\n',
        encoding="utf-8",
    )
    questionnaire = load(path)
    rules = [rule for rule, _ in questionnaire.placed_rules]
    assert [rule.id for rule in rules if firing(questionnaire, rule) is None] == ["idle"]
