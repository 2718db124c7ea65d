"""Tests, gates and rules of risk."""

from decimal import Decimal

from tui.domain.conditions import ALWAYS, DisplayCondition, Operator, Predicate
from tui.domain.risk_rules import Level, RiskRule, Source
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.shapes.conditions import RiskShape, TestShape
from tui.formats.questionnaire.shapes.questions import QuestionShape


def test(shape: TestShape, question: str | None = None) -> Predicate:
    """Return a test; without a question of its own it looks at `question`."""
    ((operator, raw),) = shape.operations.items()
    return Predicate(
        question=shape.q or question or "",
        operator=operator,
        operand=_operand(operator, raw),
        who=shape.who,
        choice=shape.choice,
        by=shape.by,
    )


def gate(shape: QuestionShape) -> DisplayCondition:
    """Return when a question is asked."""
    if shape.show_if:
        return DisplayCondition(tuple(map(test, shape.show_if)))
    if shape.show_if_any:
        return DisplayCondition(tuple(map(test, shape.show_if_any)), any_is_enough=True)
    return ALWAYS


def rule(name: str, shape: RiskShape, texts: Texts, question: str | None = None) -> RiskRule:
    """Return a rule of risk: of one `question`, or over several."""
    return RiskRule(
        id=name,
        tests=tuple(test(each, question) for each in shape.if_),
        level=Level(shape.level),
        say=texts.text(shape.say),
        source=None if shape.source is None else Source(shape.source),
        question=question,
    )


def _operand(
    operator: Operator, raw: str | list[str] | Decimal | bool
) -> tuple[str, ...] | Decimal | str | bool:
    """Return what a test compares with: choice ids as a tuple, also where there is just one."""
    if isinstance(raw, str):
        return raw if operator in {Operator.OVER, Operator.APART_FROM} else (raw,)
    return raw if isinstance(raw, Decimal | bool) else tuple(raw)
