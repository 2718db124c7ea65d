"""The shape of conditions: the tests that open questions and fire rules of risk."""

from decimal import Decimal

from tui.domain.conditions import Operator
from tui.domain.risk_rules import Level, Source
from tui.formats.questionnaire.shapes.forms import (
    IDS,
    NUMBER,
    TEXT,
    TEXTS,
    TRUE,
    WORDS,
    ListOf,
    OneOf,
)
from tui.formats.questionnaire.shapes.table import Shape, Table, due, free


class TestShape(Shape):
    """One test of a condition."""

    __test__ = False  # not a test of pytest's

    q = free(TEXT)
    who = free(TEXT)
    choice = free(TEXT)
    by = free(NUMBER)
    is_ = free(TEXT, name="is")
    is_not = free(TEXT)
    in_ = free(TEXTS, name="in")
    not_in = free(TEXTS)
    minimum = free(NUMBER, name="min")
    maximum = free(NUMBER, name="max")
    above = free(NUMBER)
    below = free(NUMBER)
    low_min = free(NUMBER)
    low_max = free(NUMBER)
    high_min = free(NUMBER)
    high_max = free(NUMBER)
    has = free(IDS)
    has_not = free(IDS)
    only = free(IDS)
    count_max = free(NUMBER)
    over = free(TEXT)
    apart_from = free(TEXT)
    undecided = free(TRUE)
    unanswered = free(TRUE)
    differs = free(TRUE)

    @property
    def operations(self) -> dict[Operator, str | list[str] | Decimal | bool]:
        """The operators that it gives, with what each compares with; rightly just one."""
        values = vars(self)
        known = (_OPERATORS[name] for name in self.given if name in _OPERATORS)
        return {operator: values[attribute] for operator, attribute in known}


_OPERATORS = {
    name: (Operator(name), key.attribute)
    for name, key in TestShape.keys.items()
    if name in set(Operator)
}
TESTS = ListOf(Table(TestShape))


class RiskShape(Shape):
    """A rule of risk."""

    if_ = due(TESTS, "if")
    level = due(OneOf(*Level))
    say = due(WORDS)
    source = free(OneOf(*Source))
