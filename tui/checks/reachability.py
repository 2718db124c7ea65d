"""Questions that an interview never comes to, though nothing in them is wrong by itself."""

from collections import deque
from collections.abc import Iterator

from tui.checks.condition_tests import LocatedTest
from tui.checks.conditions import display_tests, located_constraints, looked_at
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
    """
    if _has_no_core(context):
        yield warning(("questionnaire",), "no_core", at="header", help=message("mark_core"))
    gates = _DisplayConditions(context)
    told: set[str] = set()
    for name in context.order:
        question = context.file.question[name]
        path = ("question", name)
        if not told.isdisjoint(gates.needed(name)) or gates.contradict(name, alone=True):
            told.add(name)
        elif gates.contradict(name):
            told.add(name)
            yield warning(path, "never_shown", at="header", question=name)
        elif question.core and (missing := gates.missing_in_short(name)) is not None:
            told.add(name)
            mend = message("make_core", question=missing)
            yield warning(path, "core_never_short", at="header", question=name, help=mend)


def _has_no_core(context: CheckContext) -> bool:
    """Return whether there are questions, all of them known, and none is core."""
    questions, damage = context.file.question, context.damage
    is_whole = not damage.lost and not damage.touches(("question",))
    return is_whole and bool(questions) and not any(each.core for each in questions.values())


class _DisplayConditions:
    """The gates of all questions, and what they come to one behind the other."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self._tests = {
            name: display_tests(name, question) for name, question in context.file.question.items()
        }
        self._constraints: dict[str, list[LocatedConstraints] | None] = {}

    def needed(self, name: str) -> Iterator[str]:
        """Return the questions without whose answers the gate stays shut."""
        if not self._context.file.question[name].show_if_any:
            for placed in self._tests[name]:
                yield from self._due(placed)

    def _due(self, placed: LocatedTest) -> Iterator[str]:
        """Return the questions that must be answered for one test to hold."""
        if Operator.UNANSWERED not in placed.test.operations:
            for _, other in looked_at(placed.test):
                if other in self._tests and other != placed.gated:
                    yield other

    def missing_in_short(self, name: str) -> str | None:
        """Return a question that the short interview leaves out and that this one waits for."""
        question = self._context.file.question[name]
        missing = [
            next((other for other in self._due(placed) if self._is_left_out(other, name)), None)
            for placed in self._tests[name]
        ]
        if question.show_if_any:
            return None if None in missing else next(iter(missing))
        return next((other for other in missing if other is not None), None)

    def _is_left_out(self, name: str, follow_up: str) -> bool:
        order, question = self._context.order, self._context.file.question[name]
        is_earlier = name in order and order[name] < order[follow_up]
        return (
            not question.core
            and is_earlier
            and not self._context.damage.touches(("question", name))
        )

    def contradict(self, name: str, *, alone: bool = False) -> bool:
        """Return whether the gate, and those on the way to it unless `alone`, can never be open."""
        if not self._context.file.question[name].show_if:
            return False
        together: list[LocatedConstraints] = []
        for each in [name] if alone else self._on_the_way(name):
            found = self._located(each)
            if found is None:
                return False
            together += found
        return first_conflict(together) is not None

    def _located(self, name: str) -> list[LocatedConstraints] | None:
        if name not in self._constraints:
            self._constraints[name] = located_constraints(self._tests[name], self._context)
        return self._constraints[name]

    def _on_the_way(self, name: str) -> Iterator[str]:
        """Return a question and those that it needs whose gates have tests that must all hold."""
        waiting, met = deque([name]), {name}
        for _ in range(_MOST_GATES):
            if not waiting:
                return
            current = waiting.popleft()
            if self._context.file.question[current].show_if:
                yield current
            new = [other for other in self.needed(current) if other not in met]
            waiting.extend(new)
            met.update(new)
