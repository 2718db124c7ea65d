"""Conditions in words: when a question is asked, and when a rule of risk fires."""

from decimal import Decimal

from tui.domain.conditions import ANY, BOTH, DisplayCondition, Operator, Predicate
from tui.domain.localized_text import LocalizedText
from tui.domain.own_words import OTHER
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.questions.base import join_items
from tui.domain.risk_rules import RiskRule
from tui.domain.values import number_text, numbered_day
from tui.i18n import Phrases
from tui.text.dates import full_day

_OF_DAYS = (
    *(Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW),
    *(Operator.OVER, Operator.APART_FROM),
)
"""The operators that say of days something else than of numbers."""


def rule_words(rule: RiskRule, asked: Questionnaire, say: Phrases) -> str:
    """Return when a rule of a questionnaire fires: one sentence without its full stop."""
    return say("condition.and").join(_test_words(test, test.who, asked, say) for test in rule.tests)


def gate_words(gate: DisplayCondition, asked: Questionnaire, say: Phrases) -> str:
    """Return when a question is asked that waits for others: one sentence without its full stop."""

    def told(test: Predicate) -> str:
        return _test_words(test, test.who or ANY, asked, say)

    groups = (say("condition.or").join(map(told, group)) for group in gate.one_of_each)
    either = [*groups]
    if gate.all_of or len(either) > 1:
        either = [say("condition.either", tests=group) for group in either]
    return say("condition.and").join([*map(told, gate.all_of), *either])


def _test_words(test: Predicate, who: str | None, asked: Questionnaire, say: Phrases) -> str:
    """Return one test: on which question, what must be said to it, and by whom."""
    question = asked[test.question]
    name = roled(question.short_name[say.language], asked, say)
    is_day = question.kind is Kind.DATE
    is_place = question.kind is Kind.RANKING and test.choice is not None
    key = f"condition.place_{test.operator}" if is_place else f"condition.{test.operator}"
    if is_day and test.operator in _OF_DAYS:
        key = f"condition.day_{test.operator}"
    what = say(key, **_operands(test, question, asked, say))
    if test.choice is not None:
        label = _labels((test.choice,), question, asked, say)
        name = say("condition.of_choice", question=name, choice=label)
    told = say("condition.test", question=name, what=what)
    return told if who is None else say("condition.by", test=told, who=_who(who, asked, say))


def _operands(
    test: Predicate, question: AnyQuestion, asked: Questionnaire, say: Phrases
) -> dict[str, str]:
    """Return what an answer is compared with, as the texts of the operators take it."""
    by = {"by": number_text(test.by)} if test.by is not None else {}
    match test.operand:
        case tuple() as choices:
            return {"choices": _labels(choices, question, asked, say)}
        case Decimal() as number if question.kind is Kind.DATE:
            return {"day": full_day(numbered_day(number), say.language)}
        case Decimal() as number:
            return {"number": number_text(number)}
        case str() as other:
            return {"other": roled(asked[other].short_name[say.language], asked, say), **by}
        case _:
            return by


def _labels(
    choices: tuple[str, ...], question: AnyQuestion, asked: Questionnaire, say: Phrases
) -> str:
    labels = {choice.id: choice.label[say.language] for choice in question.labels}
    labels.setdefault(OTHER, say("printed.other"))
    told = (say("condition.quoted", text=roled(labels.get(c, c), asked, say)) for c in choices)
    return join_items(told, say.language)


def _who(who: str, asked: Questionnaire, say: Phrases) -> str:
    if who in (ANY, BOTH):
        return say(f"condition.who_{who}")
    return next(party.name[say.language] for party in asked.parties if party.id == who)


def roled(text: str, asked: Questionnaire, say: Phrases) -> str:
    """Return a text with each party called what the questionnaire calls it."""
    names = {party.id: party.name[say.language] for party in asked.parties}
    return LocalizedText({"": text}).format(names)[""]
