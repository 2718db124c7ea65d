"""Questions that an interview never comes to, though nothing in them is wrong by itself."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, cycle

from tui.checks.condition_tests import LocatedTest
from tui.checks.conditions import gate_tests, gates_of, located_constraints, looked_at
from tui.checks.constraints import LocatedConstraints, first_conflict
from tui.checks.context import CheckContext
from tui.diagnostics.problem import Problem, message, warning
from tui.domain.conditions import Operator

_MOST_GATES = 20
"""Gates behind each other that are laid over each other."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return warnings: no question is core; one is never shown, or is core in vain.

    A follow-up is asked only where its question is; so its gate must go together with the gates
    of the questions that it looks at, and a core question must not wait for one that is not core.
    What shuts a whole area is told once, of the area.
    """
    if _has_no_core(context):
        yield warning(("questionnaire",), "no_core", at="header", help=message("mark_core"))
    gates = _DisplayConditions(context)
    told: set[str] = set()
    never, in_vain = dict[str, None](), dict[str, str]()
    for name in context.order:
        question = context.file.question[name]
        if not told.isdisjoint(gates.needed(name)) or gates.is_contrary(name):
            told.add(name)
        elif gates.contradict(name):
            told.add(name)
            never[name] = None
        elif question.core and (missing := gates.missing_in_short(name)) is not None:
            told.add(name)
            in_vain[name] = missing
    yield from _never_shown(never, context)
    yield from _core_in_vain(in_vain, gates, context)


def _never_shown(names: Collection[str], context: CheckContext) -> Iterator[Problem]:
    """Return a warning for each question that is never shown, or for its area if none there is."""
    for area, gate in context.file.area.items():
        inside = [name for name, each in context.file.question.items() if each.area == area]
        is_whole = bool(gate_tests(("area", area), gate)) and set(inside) <= set(names)
        if is_whole:
            yield warning(("area", area), "area_never_shown", at="header", area=area)
        for name in inside:
            if name in names and not is_whole:
                yield warning(("question", name), "never_shown", at="header", question=name)


def _core_in_vain(
    names: Mapping[str, str], gates: "_DisplayConditions", context: CheckContext
) -> Iterator[Problem]:
    """Return a warning for each core question that the short interview never shows.

    Args:
        names: These questions, each with one that it waits for and that is not core.
        gates: The gates of all questions.
        context: The file.
    """
    areas: set[str] = set()
    for name, missing in names.items():
        area = context.file.question[name].area
        mend = message("make_core", question=missing)
        if not gates.is_short_of(missing, area):
            path = ("question", name)
            yield warning(path, "core_never_short", at="header", question=name, help=mend)
        elif area not in areas:
            areas.add(area)
            yield warning(("area", area), "area_never_short", at="header", area=area, help=mend)


def _has_no_core(context: CheckContext) -> bool:
    """Return whether there are questions, all of them known, and none is core."""
    questions, damage = context.file.question, context.damage
    is_whole = not damage.lost and not damage.touches(("question",))
    return is_whole and bool(questions) and not any(each.core for each in questions.values())


class _DisplayConditions:
    """The gates of all questions, and what they come to one behind the other."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self._gates = {name: list(gates_of(name, context)) for name in context.file.question}
        """Of each question the lists of tests: all of its own, one of its own, then its area's."""
        self._constraints: dict[str, list[LocatedConstraints] | None] = {}

    def _all_of(self, name: str) -> Iterator[LocatedTest]:
        """Return the tests that must all hold."""
        return chain.from_iterable(self._gates[name][::2])

    def needed(self, name: str) -> Iterator[str]:
        """Return the questions without whose answers the gate stays shut."""
        for placed in self._all_of(name):
            yield from self._due(placed)

    def _due(self, placed: LocatedTest) -> Iterator[str]:
        """Return the questions that must be answered for one test to hold."""
        if Operator.UNANSWERED not in placed.test.operations:
            for _, other in looked_at(placed.test):
                if other in self._gates and other != placed.gated:
                    yield other

    def missing_in_short(self, name: str) -> str | None:
        """Return a question that the short interview leaves out and that this one waits for."""
        found = (self._missing(tests, is_any) for tests, is_any in self._judged(name))
        return next((other for other in found if other is not None), None)

    def is_short_of(self, missing: str, area: str) -> bool:
        """Return whether it is the gate of the whole area that waits for such a question."""
        gate = self._context.file.area.get(area)
        tests = [] if gate is None else gate_tests(("area", area), gate)
        return missing in chain.from_iterable(map(self._due, tests))

    def _judged(self, name: str) -> Iterator[tuple[Sequence[LocatedTest], bool]]:
        """Yield the lists of tests before a question, and whether one of each is enough."""
        return zip(self._gates[name], cycle((False, True)), strict=False)

    def _missing(self, tests: Sequence[LocatedTest], is_any: bool) -> str | None:
        """Return a question that the short interview leaves out and that these tests wait for."""
        missing = [
            next((other for other in self._due(test) if self._is_left_out(other, test)), None)
            for test in tests
        ]
        if is_any:
            return None if None in missing else next(iter(missing), None)
        return next((other for other in missing if other is not None), None)

    def _is_left_out(self, name: str, follow_up: LocatedTest) -> bool:
        order, question = self._context.order, self._context.file.question[name]
        is_earlier = name in order and order[name] < order[follow_up.gated or ""]
        return (
            not question.core
            and is_earlier
            and not self._context.damage.touches(("question", name))
        )

    def is_contrary(self, name: str) -> bool:
        """Return whether one of its gates is never open by itself, which is told elsewhere."""
        return any(self._conflict(tests) for tests in self._gates[name][::2])

    def contradict(self, name: str) -> bool:
        """Return whether the gates on the way to a question, and its own, can never all be open."""
        if not any(True for _ in self._all_of(name)):
            return False
        together: list[LocatedConstraints] = []
        for each in self._on_the_way(name):
            found = self._located(each)
            if found is None:
                return False
            together += found
        return first_conflict(together) is not None

    def _conflict(self, tests: Sequence[LocatedTest]) -> bool:
        found = located_constraints(tests, self._context) if tests else None
        return found is not None and first_conflict(found) is not None

    def _located(self, name: str) -> list[LocatedConstraints] | None:
        if name not in self._constraints:
            tests = list(self._all_of(name))
            self._constraints[name] = located_constraints(tests, self._context)
        return self._constraints[name]

    def _on_the_way(self, name: str) -> Iterator[str]:
        """Return a question and those that it needs whose gates have tests that must all hold."""
        waiting, met = deque([name]), {name}
        for _ in range(_MOST_GATES):
            if not waiting:
                return
            current = waiting.popleft()
            if any(True for _ in self._all_of(current)):
                yield current
            new = [other for other in self.needed(current) if other not in met]
            waiting.extend(new)
            met.update(new)
