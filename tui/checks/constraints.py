"""What a test claims about an answer, in a form in which claims can be laid over each other.

A test that leaves nothing of what can be answered never holds; so do two that leave nothing both.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tui.checks.context import MOST_DECIMALS, CheckContext
from tui.domain.conditions import ANY, BOTH, Operator
from tui.domain.values import day_number
from tui.formats.questionnaire.models import (
    AllocationTable,
    AnyQuestionTable,
    MeasureTable,
    MultiTable,
    PredicateTable,
    RankingTable,
)

Bounds = tuple[Decimal, Decimal]
"""From and to, both included."""
Allowed = frozenset[str] | Bounds
"""What is left of an aspect: some of its words, or numbers within bounds."""
Aspect = tuple[str, str]
"""A question, and what of its answer is looked at."""
Constraints = Mapping[Aspect, Allowed]
"""All that a test asks of the answers."""
LocatedConstraints = tuple[str | None, Constraints]
"""Whom a test asks, and what it claims."""

_STATE = "state"
_GIVEN, _YES, _NO = (frozenset({word}) for word in ("given", "yes", "no"))
_STATES = {Operator.UNDECIDED, Operator.UNANSWERED}


def constraints_of(test: PredicateTable, name: str, context: CheckContext) -> Constraints:
    """Return what a test that is otherwise right asks of the answer to the question `name`."""
    ((operator, operand),) = test.operations.items()
    if operator in _STATES:
        return {(name, _STATE): frozenset({operator.value})}
    question = context.file.question[name]
    found: dict[str, Allowed] = {_STATE: _GIVEN}
    match operand:
        case date():
            day = day_number(operand)
            found |= _numeric(operator, day, question, (name, None), context)
        case Decimal() if operator is not Operator.COUNT_MAX:
            found |= _numeric(operator, operand, question, (name, test.choice), context)
        case bool():
            return {}
        case str() if operator in {Operator.OVER, Operator.APART_FROM}:
            pass
        case _ if name in context.offered:
            found |= _named(operator, operand, question, context.named_in_tests[name])
    return {(name, aspect): allowed for aspect, allowed in found.items()}


def is_impossible(wanted: Constraints) -> bool:
    """Return whether some claim leaves nothing."""
    return any(map(_is_empty, wanted.values()))


def is_certain(test: PredicateTable, name: str, context: CheckContext) -> bool:
    """Return whether every answer to the question `name` meets a test that is otherwise right."""
    question, wanted = context.file.question[name], constraints_of(test, name, context)
    claims = [allowed for (_, aspect), allowed in wanted.items() if aspect != _STATE]
    if isinstance(question, MultiTable):
        sizes = [claim[1] for claim in claims if isinstance(claim, tuple)]
        together = len(set(context.named_in_tests.get(name, ())) - set(question.exclusive))
        together = min(together, question.most or together)
        return len(claims) == len(sizes) == 1 and sizes[0] >= max(1, together)
    return bool(claims) and all(_leaves_all(claim, name, context) for claim in claims)


def _leaves_all(claim: Allowed, name: str, context: CheckContext) -> bool:
    """Return whether a claim about a choice or a number rules out nothing that can be answered."""
    if isinstance(claim, frozenset):
        return claim.issuperset(context.named_in_tests.get(name, ()))
    limits, step = _limits(name, context)
    if limits is None or limits[0] >= limits[1]:
        return False
    least, most = _from(limits, limits[0], step)[0], _to(limits, limits[1], step)[1]
    return claim[0] <= least and most <= claim[1]


def first_conflict(tests: Sequence[LocatedConstraints]) -> int | None:
    """Return the index of a test that cannot hold together with the others.

    Tests come with whom they ask. Of one party's answer two claims must be met at once, and what
    both must meet binds each party; but what `any` may meet, each may meet a part of.
    """
    met: dict[tuple[str | None, Aspect], Allowed] = {}
    common_first = sorted(range(len(tests)), key=lambda place: tests[place][0] != BOTH)
    for place in common_first:
        who, wanted = tests[place]
        for aspect, allowed in wanted.items():
            binding = (met.get((each, aspect)) for each in {who, BOTH} - {ANY})
            if any(other is not None and _is_empty(_meet(other, allowed)) for other in binding):
                return place
            before = met.get((who, aspect))
            met[who, aspect] = allowed if before is None else _meet(before, allowed)
    return None


def first_overflow(tests: Sequence[LocatedConstraints], context: CheckContext) -> int | None:
    """Return the index of a test that asks for more than a total, or a ranking, has to give."""
    met: dict[tuple[str | None, str], dict[str, Bounds]] = {}
    for index, (who, wanted) in enumerate(tests):
        for (name, aspect), allowed in wanted.items():
            if who == ANY or not isinstance(allowed, tuple):
                continue
            claims = met.setdefault((who, name), {})
            before = claims.get(aspect, allowed)
            claims[aspect] = max(before[0], allowed[0]), min(before[1], allowed[1])
            if _is_overfull(name, list(claims.values()), context):
                return index
    return None


def _is_overfull(name: str, claims: Sequence[Bounds], context: CheckContext) -> bool:
    """Return whether claims about several choices of one question cannot all be met."""
    offered = context.offered.get(name, ())
    match context.file.question[name]:
        case AllocationTable() as question:
            least, most = (sum(ends) for ends in zip(*claims, strict=True))
            is_all = len(claims) == len(offered)
            return least > question.total or (is_all and most < question.total)
        case RankingTable() if offered:
            last = sorted(upper for _, upper in claims)
            first = sorted((lower for lower, _ in claims), reverse=True)
            return any(upper < place for place, upper in enumerate(last, 1)) or any(
                lower > len(offered) + 1 - place for place, lower in enumerate(first, 1)
            )
        case _:
            return False


def _numeric(
    operator: Operator,
    bound: Decimal,
    question: AnyQuestionTable,
    place: tuple[str, str | None],
    context: CheckContext,
) -> dict[str, Allowed]:
    """Return what an operator over numbers leaves of the number, or of the ends of a range."""
    name, choice = place
    limits, step = _limits(name, context)
    if limits is None:
        return {}
    if question.type != "range":
        return {f"number {choice or ''}": _BOUNDS[operator](limits, bound, step)}
    return {
        end: _BOUNDS[_SIDES.get(operator, operator)](limits, bound, step)
        for end, reached in _REACHED.items()
        if operator in reached
    }


def _limits(name: str, context: CheckContext) -> tuple[Bounds | None, Decimal]:
    """Return between what a question's numbers lie, where that is known, and their steps."""
    match context.file.question[name]:
        case AllocationTable() if not context.sound(("question", name, "total")):
            return None, Decimal("0.0001")
        case AllocationTable() as question:
            return (Decimal(0), question.total), Decimal("0.0001")
        case RankingTable() as question:
            places = len(context.offered.get(name, ())) or 1
            is_sound = context.sound(("question", name, "first"))
            first = question.first or 0
            if is_sound and first > 0:  # the rest is tied behind the last place
                places = min(places, first + 1)
            return (Decimal(1), Decimal(places)), Decimal(1)
        case MeasureTable() as question:
            decimals = min(max(0, question.decimals), MOST_DECIMALS)  # others are told already
            return context.bounds(name), Decimal(1).scaleb(-decimals)
        case _:
            return context.bounds(name), Decimal(1)


def _from(limits: Bounds, bound: Decimal, step: Decimal) -> Bounds:
    return max(limits[0], bound.quantize(step, ROUND_CEILING)), limits[1]


def _to(limits: Bounds, bound: Decimal, step: Decimal) -> Bounds:
    return limits[0], min(limits[1], bound.quantize(step, ROUND_FLOOR))


_BOUNDS: Mapping[Operator, Callable[[Bounds, Decimal, Decimal], Bounds]] = {
    Operator.MIN: _from,
    Operator.MAX: _to,
    Operator.ABOVE: lambda limits, bound, step: _from(
        limits, bound.quantize(step, ROUND_FLOOR) + step, step
    ),
    Operator.BELOW: lambda limits, bound, step: _to(
        limits, bound.quantize(step, ROUND_CEILING) - step, step
    ),
}
_SIDES = {
    Operator.LOW_MIN: Operator.MIN,
    Operator.HIGH_MIN: Operator.MIN,
    Operator.LOW_MAX: Operator.MAX,
    Operator.HIGH_MAX: Operator.MAX,
}
_ANY_END = {Operator.MIN, Operator.MAX, Operator.ABOVE, Operator.BELOW}
_REACHED = {
    "low": _ANY_END | {Operator.LOW_MIN, Operator.LOW_MAX, Operator.HIGH_MAX},
    "high": _ANY_END | {Operator.HIGH_MIN, Operator.HIGH_MAX, Operator.LOW_MIN},
}
"""The ends of a range that an operator binds: the lower end never lies above the upper."""


def _named(
    operator: Operator, operand: object, question: AnyQuestionTable, offered: tuple[str, ...]
) -> dict[str, Allowed]:
    """Return what an operator over choices leaves of them."""
    if not isinstance(question, MultiTable):
        wanted = {operand} if isinstance(operand, str) else set(_items(operand))
        is_in = operator in {Operator.IS, Operator.IN}
        return {"choice": frozenset(each for each in offered if (each in wanted) is is_in)}
    most = Decimal(min(len(offered), question.most or len(offered)))
    if isinstance(operand, Decimal):
        return {"count": (Decimal(1), min(most, operand))}
    wanted = set(_items(operand))
    match operator:
        case Operator.HAS:
            alone = wanted.intersection(question.exclusive)
            out = set(offered) - wanted if alone else set()
            count = (Decimal(len(wanted)), Decimal(1) if alone else most)
        case Operator.HAS_NOT:
            out, count = wanted, (Decimal(1), min(most, Decimal(len(offered) - len(wanted))))
            wanted = set()
        case _:
            out, count = set(offered) - wanted, (Decimal(1), min(most, Decimal(len(wanted))))
            wanted = set()
    found: dict[str, Allowed] = {"count": count}
    found |= {f"has {each}": _YES for each in wanted}
    return found | {f"has {each}": _NO for each in out}


def _items(operand: object) -> list[str]:
    return operand if isinstance(operand, list) else []


def _meet(one: Allowed, other: Allowed) -> Allowed:
    """Return what two claims leave together."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one & other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return max(one[0], other[0]), min(one[1], other[1])
    return frozenset()


def _is_empty(allowed: Allowed) -> bool:
    return not allowed if isinstance(allowed, frozenset) else allowed[0] > allowed[1]
