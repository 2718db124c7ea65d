"""Conditions as a whole: what opens questions, and whether they ever are asked."""

from collections.abc import Iterator, Mapping, Sequence

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
from tui.formats.questionnaire.models import AnyQuestionTable, PredicateTable, RuleTable

Edges = Mapping[str, Mapping[str, KeyPath]]
"""Question to the questions that its gate looks at, each with where it says so."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with gates and rules of risk."""
    for name, question in context.file.question.items():
        yield from _gate_problems(("question", name), question, context)
        for rule, table in question.risk.items():
            yield from _rule_problems(("question", name, "risk", rule), table, name, context)
    for rule, table in context.file.risk.items():
        yield from _rule_problems(("risk", rule), table, None, context)
    yield from _order(context)
    yield from _circular_definitions(context)


def display_tests(name: str, question: AnyQuestionTable) -> list[LocatedTest]:
    """Return the tests of a question's gate."""
    found = []
    for key, listed in (("show_if", question.show_if), ("show_if_any", question.show_if_any)):
        for place, test in enumerate(listed):
            found.append(LocatedTest(("question", name, key, place), test, test.q, name))
    return found


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
    path: KeyPath, question: AnyQuestionTable, context: CheckContext
) -> Iterator[Problem]:
    placed = display_tests(str(path[-1]), question)
    if question.show_if and question.show_if_any:
        yield error((*path, "show_if_any"), "two_gates", at="key")
    for key in ("show_if", "show_if_any"):
        if key in question.model_fields_set and not getattr(question, key):
            yield error((*path, key), "empty_condition")
    for each in placed:
        yield from condition_tests.problems(each, context)
    if not question.show_if_any:
        yield from _conflict(placed, context)
    elif not question.show_if:
        yield from _all_covered(placed, context)


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
        offered = set(context.offered.get(each.name or "", ()))
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
        for placed in display_tests(name, question):
            for key, other in looked_at(placed.test):
                if other != name and other in edges:
                    edges[name].setdefault(other, (*placed.path, key))
    return edges


def _order(context: CheckContext) -> Iterator[Problem]:
    """Return the gates that wait for a question which is asked later, or for each other."""
    edges, order = _edges(context), context.order
    circular: set[tuple[str, str]] = set()
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
            if is_late and (name, other) not in circular:
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
