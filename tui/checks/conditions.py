"""Conditions as a whole: what opens questions, and whether they ever are asked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tui.checks import condition_tests
from tui.checks.condition_tests import LocatedTest
from tui.checks.constraints import (
    LocatedConstraints,
    constraints_of,
    first_conflict,
    first_overflow,
)
from tui.checks.context import CheckContext
from tui.checks.cycles import cycles, in_words
from tui.diagnostics.diagnostic import Severity
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.formats.questionnaire.models import (
    AnyQuestionTable,
    AreaTable,
    PredicateTable,
    RuleTable,
)

Gate = AnyQuestionTable | AreaTable
"""What has a gate."""
_AN_AREA = ""
"""What the gate of an area opens, in the place of a question's id."""
Edges = Mapping[str, Mapping[str, KeyPath]]
"""Question to the questions that its gate looks at, each with where it says so."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with gates and rules of risk."""
    for area, gate in context.file.area.items():
        yield from _gate_problems(("area", area), gate, context)
        yield from _within(area, gate, context)
    for name, question in context.file.question.items():
        yield from _gate_problems(("question", name), question, context, name)
        for rule, table in question.risk.items():
            yield from _rule_problems(("question", name, "risk", rule), table, name, context)
    for rule, table in context.file.risk.items():
        yield from _rule_problems(("risk", rule), table, None, context)
    yield from _order(context)
    yield from _circular_definitions(context)


def gates_of(name: str, context: CheckContext) -> Iterator[Sequence[LocatedTest]]:
    """Yield the lists of tests before a question, its own and its area's: all, then any, of each.

    Args:
        name: The question's id.
        context: The file.
    """
    question = context.file.question[name]
    yield from gate_lists(("question", name), question, name)
    if question.area in context.file.area:
        yield from gate_lists(("area", question.area), context.file.area[question.area], name)


def display_tests(name: str, context: CheckContext) -> list[LocatedTest]:
    """Return all tests before a question, its own and its area's."""
    return list(chain.from_iterable(gates_of(name, context)))


def gate_tests(path: KeyPath, gate: Gate, gated: str = _AN_AREA) -> list[LocatedTest]:
    """Return all tests of one gate, of a question or of an area."""
    return list(chain.from_iterable(gate_lists(path, gate, gated)))


def gate_lists(path: KeyPath, gate: Gate, gated: str = _AN_AREA) -> Iterator[Sequence[LocatedTest]]:
    """Yield the tests of one gate that must all hold, and those of which one must."""
    for key, listed in (("show_if", gate.show_if), ("show_if_any", gate.show_if_any)):
        yield [
            LocatedTest((*path, key, place), test, test.q, gated)
            for place, test in enumerate(listed)
        ]


def located_constraints(
    placed: Sequence[LocatedTest], context: CheckContext
) -> list[LocatedConstraints] | None:
    """Return what tests claim together; None where one of them is wrong in itself."""
    found: list[LocatedConstraints] = []
    for each in placed:
        if each.name is None or any(map(_is_error, condition_tests.problems(each, context))):
            return None
        if context.question(each.name) is None or context.damage.touches(each.path):
            return None
        found.append((each.who, constraints_of(each.test, each.name, context)))
    return found


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _gate_problems(
    path: KeyPath, gate: Gate, context: CheckContext, gated: str = _AN_AREA
) -> Iterator[Problem]:
    for key in ("show_if", "show_if_any"):
        if key in gate.model_fields_set and not getattr(gate, key):
            yield error((*path, key), "empty_condition")
    all_of, one_of = gate_lists(path, gate, gated)
    for each in (*all_of, *one_of):
        yield from condition_tests.problems(each, context)
    yield from _conflict(all_of, context)
    yield from _all_covered(one_of, context)


def _within(area: str, gate: AreaTable, context: CheckContext) -> Iterator[Problem]:
    """Return an error for each question of an area that decides whether the area is asked."""
    for placed in gate_tests(("area", area), gate):
        for key, name in looked_at(placed.test):
            question = context.question(name)
            if question is not None and question.area == area and name in context.order:
                mend = message("ask_before_area", question=name)
                yield error((*placed.path, key), "area_on_itself", question=name, help=mend)


def _rule_problems(
    path: KeyPath, rule: RuleTable, owner: str | None, context: CheckContext
) -> Iterator[Problem]:
    if not rule.if_:
        yield error((*path, "if"), "empty_condition")
    placed = [
        LocatedTest((*path, "if", place), test, test.q or owner)
        for place, test in enumerate(rule.if_)
    ]
    for each in placed:
        yield from condition_tests.problems(each, context)
    yield from _conflict(placed, context)


def _conflict(placed: Sequence[LocatedTest], context: CheckContext) -> Iterator[Problem]:
    """Return an error where tests that must all hold cannot do so together."""
    together = located_constraints(placed, context) if len(placed) > 1 else None
    place = None if together is None else first_conflict(together)
    if together is not None and place is None:
        place = first_overflow(together, context)
    if place is not None:
        wrong = placed[place]
        yield error((*wrong.path, wrong.operator.value), "never_true_together")


def _all_covered(placed: Sequence[LocatedTest], context: CheckContext) -> Iterator[Problem]:
    """Return a warning where tests of which one must hold leave no choice of a question out."""
    met: dict[tuple[str | None, str], set[str]] = {}
    for each in placed:
        wanted = located_constraints([each], context)
        found = (dict(wanted[0][1]) if wanted else {}).get((each.name or "", "choice"))
        offered = set(context.named_in_tests.get(each.name or "", ()))
        if not isinstance(found, frozenset) or offered <= found:
            continue  # where one test covers them all, that is told of it alone
        before = met.setdefault((each.who, each.name or ""), set())
        if before < offered <= before | found:
            mend = message("wait_for_answer")
            place = (*each.path, each.operator.value)
            yield warning(place, "always_true_together", question=each.name, help=mend)
        before |= found


def looked_at(test: PredicateTable) -> Iterator[tuple[str, str]]:
    """Return the keys of a test that name questions, and the questions."""
    for key in ("q", "over", "apart_from"):
        name: str | None = getattr(test, key)
        if name is not None:
            yield key, name


def _edges(context: CheckContext) -> Edges:
    """Return which questions each gate looks at; those on itself or on nothing left out."""
    edges: dict[str, dict[str, KeyPath]] = {name: {} for name in context.file.question}
    for name, question in context.file.question.items():
        for placed in display_tests(name, context):
            for key, other in looked_at(placed.test):
                if other not in edges or other == name:
                    continue
                is_of_area = placed.path[0] == "area"
                if not is_of_area or context.file.question[other].area != question.area:
                    edges[name].setdefault(other, (*placed.path, key))
    return edges


def _order(context: CheckContext) -> Iterator[Problem]:
    """Return the gates that wait for a question which is asked later, or for each other."""
    edges, order = _edges(context), context.order
    circular: set[tuple[str, str]] = set()
    told: set[KeyPath] = set()
    for circle in cycles({name: list(others) for name, others in edges.items()}):
        first = min(range(len(circle)), key=lambda place: order.get(circle[place], 0))
        turned = circle[first:] + circle[:first]
        circular.update(zip(turned, turned[1:] + turned[:1], strict=True))
        place = edges[turned[0]][turned[1]]
        yield error(place, "condition_in_circle", circle=in_words(turned))
    for name, others in edges.items():
        for other, path in others.items():
            is_late = name in order and other in order and order[other] > order[name]
            if context.is_private(other):
                continue  # it may not be looked at, wherever it stands
            if is_late and (name, other) not in circular and path not in told:
                told.add(path)  # an area's gate stands before each of its questions
                mend = message("ask_first", question=other, other=name)
                yield error(path, "condition_on_later", question=other, help=mend)


def _circular_definitions(context: CheckContext) -> Iterator[Problem]:
    """Return the questions that are defined by each other, or by themselves."""
    graph = {name: question.defined_by for name, question in context.file.question.items()}
    for circle in cycles(graph):
        start = circle[0]
        following = circle[1 % len(circle)]
        path = ("question", start, "defined_by", graph[start].index(following))
        yield error(path, "defined_in_circle", circle=in_words(circle))
