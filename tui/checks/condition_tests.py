"""One test of a condition: that it looks at something, in a way that fits, and can ever hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tui.checks.constraints import constraints_of, is_certain, is_impossible
from tui.checks.context import CheckContext
from tui.checks.ids import repeated
from tui.checks.references import unknown_choices, unknown_question
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.conditions import ANY, BOTH, Operator
from tui.formats.questionnaire.models import AnyQuestionTable, PredicateTable

_ONE_OF = (Operator.IS, Operator.IS_NOT, Operator.IN, Operator.NOT_IN)
_SIZE = (Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW)
_ENDS = (Operator.LOW_MIN, Operator.LOW_MAX, Operator.HIGH_MIN, Operator.HIGH_MAX)
_SEVERAL = (Operator.HAS, Operator.HAS_NOT, Operator.ONLY, Operator.COUNT_MAX)
_AGAINST = (Operator.OVER, Operator.APART_FROM)
_ALWAYS = (Operator.UNDECIDED, Operator.UNANSWERED, Operator.DIFFERS)
_FITTING: dict[str, tuple[Operator, ...]] = {
    "choice": _ONE_OF,
    "yesno": _ONE_OF,
    "owner": _ONE_OF,
    "multi": _SEVERAL,
    "scale": _SIZE + _AGAINST,
    "number": _SIZE + _AGAINST,
    "date": _SIZE + _AGAINST,
    "range": _SIZE + _ENDS,
    "allocation": _SIZE,
    "ranking": _SIZE,
    "text": (),
}
"""The operators that each type of question takes, beside those that all take."""
_COMPARABLE = (("scale", "number"), ("date",))
"""The types of which an answer can be held against that to another question."""
_BY_CHOICE = ("allocation", "ranking")
"""The types of which a test looks at one choice's number."""


@dataclass(frozen=True, slots=True)
class LocatedTest:
    """A test and where it stands."""

    path: KeyPath
    test: PredicateTable
    name: str | None
    """The question looked at."""
    gated: str | None = None
    """The question that it opens, or nothing where that is an area; None in a rule of risk."""

    @property
    def who(self) -> str | None:
        """Whom it asks; None is the party that a rule of risk is judged for."""
        return ANY if self.test.who is None and self.gated is not None else self.test.who

    @property
    def operator(self) -> Operator:
        """The one operator of a test that is right."""
        return next(iter(self.test.operations))


def problems(placed: LocatedTest, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with one test."""
    found = list(_form(placed, context))
    yield from found
    question = context.question(placed.name)
    if found or question is None or len(placed.test.operations) != 1:
        return
    if context.damage.covers(("question", placed.name or "", "type")):
        return  # what fits a type that is a guess is not known
    unfit = list(_fit(placed, question, context))
    yield from unfit
    if not unfit and not context.damage.touches(placed.path):
        never = list(_never_true(placed, context))
        yield from never or _always_true(placed, context)


def _form(placed: LocatedTest, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with a test whatever it looks at."""
    path, test = placed.path, placed.test
    is_whole = not context.damage.touches(path)
    if placed.name is None:
        if is_whole:
            yield error(path, "check.missing_key", at="header", key="q")
    elif placed.gated == placed.name:
        yield error((*path, "q"), "condition_on_itself", question=placed.name)
    else:
        yield from unknown_question((*path, "q"), placed.name, context)
    if test.who not in (None, ANY, BOTH) and context.parties is not None:
        people = Names((ANY, BOTH, *context.parties))
        if test.who not in people.known:
            yield error((*path, "who"), "unknown_party", party=test.who, help=people.mend(test.who))
    operators = list(test.operations)
    if not operators and is_whole:
        yield error(path, "no_operator", at="header")
    elif len(operators) > 1:
        yield error(path, "several_operators", at="header", operators=", ".join(operators))


def _fit(
    placed: LocatedTest, question: AnyQuestionTable, context: CheckContext
) -> Iterator[Problem]:
    """Return what does not fit the type of the question looked at."""
    path, operator = placed.path, placed.operator
    if operator is Operator.DIFFERS and placed.gated is None and context.is_private(placed.name):
        place, mend = (*path, operator.value), message("leave_out", key=operator)
        yield error(place, "differs_private", at="key", question=placed.name, help=mend)
        return
    fitting = _FITTING[question.type] + _ALWAYS
    if question.type == "text" or question.private is not None or placed.gated is not None:
        fitting = tuple(each for each in fitting if each is not Operator.DIFFERS)
    if operator not in fitting:
        key = "differs_unfit" if operator is Operator.DIFFERS else "operator_unfit"
        mend = message("operators_of", type=question.type, operators=", ".join(fitting))
        place = (*path, operator.value)
        yield error(place, key, at="key", operator=operator, type=question.type, help=mend)
        return
    yield from _choice_key(placed, question, context)
    yield from _by_key(placed)
    yield from _operand(placed, context)


def _choice_key(
    placed: LocatedTest, question: AnyQuestionTable, context: CheckContext
) -> Iterator[Problem]:
    """Return what is wrong with `choice`, which only shares and places have."""
    path, choice = placed.path, placed.test.choice
    is_due = question.type in _BY_CHOICE and placed.operator in _SIZE
    if choice is None:
        if is_due and not context.damage.touches(path):
            yield error(path, "check.missing_key", at="header", key="choice")
        return
    if not is_due:
        yield error((*path, "choice"), "key_without", at="key", key="choice", other=_listed(_SIZE))
        return
    known = Names(context.offered.get(placed.name or "", ()))
    if known.known and choice not in known.known:
        place = (*path, "choice")
        yield error(place, "unknown_choice", choice=choice, help=known.mend(choice))


def _by_key(placed: LocatedTest) -> Iterator[Problem]:
    """Return what is wrong with `by`, which goes with `apart_from`."""
    path, distance = placed.path, placed.test.by
    if placed.operator is not Operator.APART_FROM:
        if distance is not None:
            yield error((*path, "by"), "key_without", at="key", key="by", other=Operator.APART_FROM)
    elif distance is None:
        yield error(path, "check.missing_key", at="header", key="by")
    elif distance <= 0:
        yield error((*path, "by"), "not_above", key="by", bound=0)


def _operand(placed: LocatedTest, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with what a test compares with."""
    operand = placed.test.operations[placed.operator]
    question = context.question(placed.name)
    if question is not None and placed.operator in _SIZE:
        is_day = isinstance(operand, date)
        if is_day is not (question.type == "date"):
            place, key = (*placed.path, placed.operator.value), placed.operator
            why = "no_day_there" if is_day else "day_due"
            yield error(place, why, key=key, question=placed.name, type=question.type)
            return
    path = (*placed.path, placed.operator.value)
    known = Names(context.named_in_tests.get(placed.name or "", ()))
    match operand:
        case str() if placed.operator in _AGAINST:
            yield from _other_question(path, operand, placed, context)
        case str() if known.known and not known.has(operand):
            yield error(path, "unknown_choice", choice=operand, help=known.mend(operand))
        case list():
            if not operand:
                yield error(path, "empty_list")
            if known.known:
                yield from unknown_choices(path, operand, known)
            yield from repeated(path, operand)


def _other_question(
    path: KeyPath, name: str, placed: LocatedTest, context: CheckContext
) -> Iterator[Problem]:
    """Return what is wrong with the question whose number is held against this one's."""
    yield from unknown_question(path, name, context)
    own, other = context.question(placed.name), context.question(name)
    if name in (placed.name, placed.gated):
        yield error(path, "condition_on_itself", question=name)
    elif other is not None and own is not None:
        alike = next(types for types in _COMPARABLE if own.type in types)
        if other.type not in alike:
            why = "no_date" if own.type == "date" else "no_number"
            yield error(path, why, question=name, type=other.type)


def _never_true(placed: LocatedTest, context: CheckContext) -> Iterator[Problem]:
    """Return an error for a test that no answer can meet."""
    path, name, test = (*placed.path, placed.operator.value), placed.name or "", placed.test
    limits = context.bounds(name)
    if is_impossible(constraints_of(test, name, context)):
        mend = None
        if limits is not None:
            least, most = (context.told(name, each) for each in limits)
            mend = message("answers_between", question=name, min=least, max=most)
        yield error(path, "never_true", help=mend)
    other = test.over or test.apart_from
    against = None if other is None else context.bounds(other)
    if limits is not None and against is not None and _out_of_reach(test, limits, against):
        least, most = (context.told(other, each) for each in against)
        mend = message("answers_between", question=other, min=least, max=most)
        yield error(path, "never_true", help=mend)


def _always_true(placed: LocatedTest, context: CheckContext) -> Iterator[Problem]:
    """Return a warning for a test that every answer meets."""
    name, test = placed.name or "", placed.test
    limits, other = context.bounds(name), context.bounds(test.over or test.apart_from or "")
    if placed.gated is not None and context.is_private(name):
        return  # it may not be looked at, whatever it asks
    is_always = is_certain(test, name, context)
    if limits is not None and other is not None:
        is_always = _beyond_reach(test, limits, other)
    if is_always:
        path, mend = (*placed.path, placed.operator.value), message("wait_for_answer")
        yield warning(path, "always_true", question=name, help=mend)


def _beyond_reach(
    test: PredicateTable, own: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> bool:
    """Return whether each number within `own` is over, or far enough from, all within `other`."""
    if test.over is not None:
        return own[0] > other[1]
    nearest = max(own[0] - other[1], other[0] - own[1])
    return test.by is not None and nearest >= test.by


def _out_of_reach(
    test: PredicateTable, own: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> bool:
    """Return whether no number within `own` is over, or far enough from, one within `other`."""
    if test.over is not None:
        return own[1] <= other[0]
    farthest = max(own[1] - other[0], other[1] - own[0])
    return test.by is not None and farthest < test.by


def _listed(operators: tuple[Operator, ...]) -> str:
    return ", ".join(operators)
