"""Tests, gates and rules of risk."""

from datetime import date
from decimal import Decimal

from tui.domain.conditions import DisplayCondition, Operator, Predicate
from tui.domain.risk_rules import Level, RiskRule, Source
from tui.domain.values import day_number
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.models import AreaTable, PredicateTable, QuestionTable, RuleTable


def predicate(table: PredicateTable, question: str | None = None) -> Predicate:
    """Return a test; without a question of its own it looks at `question`."""
    ((operator, raw),) = table.operations.items()
    return Predicate(
        question=table.q or question or "",
        operator=operator,
        operand=_operand(operator, raw),
        who=table.who,
        choice=table.choice,
        by=table.by,
    )


def display_condition(*gates: QuestionTable | AreaTable) -> DisplayCondition:
    """Return when a question is asked that stands behind these gates: its own, and its area's."""
    groups = (tuple(map(predicate, gate.show_if_any)) for gate in gates)
    return DisplayCondition(
        tuple(predicate(test) for gate in gates for test in gate.show_if),
        tuple(filter(None, groups)),
    )


def rule(name: str, table: RuleTable, texts: Texts, question: str | None = None) -> RiskRule:
    """Return a rule of risk: of one `question`, or over several."""
    return RiskRule(
        id=name,
        tests=tuple(predicate(each, question) for each in table.if_),
        level=Level(table.level),
        say=texts.text(table.say),
        source=None if table.source is None else Source(table.source),
        question=question,
    )


def _operand(
    operator: Operator, raw: str | list[str] | Decimal | date | bool
) -> tuple[str, ...] | Decimal | str | bool:
    """Return what a test compares with: choice ids as a tuple, also where there is just one."""
    if isinstance(raw, str):
        return raw if operator in {Operator.OVER, Operator.APART_FROM} else (raw,)
    if isinstance(raw, date):
        return day_number(raw)
    return raw if isinstance(raw, Decimal | bool) else tuple(raw)
