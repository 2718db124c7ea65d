"""What would tell a private answer: a gate, a rule of risk or a definition that looks at one."""

from collections.abc import Iterator, Sequence

from tui.checks.condition_tests import LocatedTest
from tui.checks.conditions import gate_tests, looked_at
from tui.checks.context import CheckContext
from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.domain.conditions import Operator
from tui.domain.message import Message
from tui.formats.questionnaire.models import PredicateTable, RuleTable


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what would let the other side conclude a private answer."""
    for area, gate in context.file.area.items():
        mend = message("ask_area_always", area=area)
        yield from _gate(gate_tests(("area", area), gate), mend, context)
    for name, question in context.file.question.items():
        mend = message("ask_always", question=name)
        yield from _gate(gate_tests(("question", name), question, name), mend, context)
        yield from _definitions(name, context)
        for rule, table in question.risk.items():
            yield from _rule(("question", name, "risk", rule), table, name, context)
    for rule, table in context.file.risk.items():
        yield from _rule(("risk", rule), table, None, context)


def _gate(
    placed_tests: Sequence[LocatedTest], mend: Message, context: CheckContext
) -> Iterator[Problem]:
    """Return an error for each test by which who is asked something tells a private answer."""
    for placed in placed_tests:
        for key, other in _private_ones(placed.test, context):
            if other != placed.gated:
                yield error((*placed.path, key), "gate_tells_private", question=other, help=mend)


def _definitions(name: str, context: CheckContext) -> Iterator[Problem]:
    """Return an error for each private answer that a verdict of hollow would tell of.

    A private question, and one in words, is never hollow: there the key is idle.
    """
    question = context.file.question[name]
    if question.private is not None or question.type == "text":
        return
    for place, other in enumerate(question.defined_by):
        if context.is_private(other):
            path = ("question", name, "defined_by", place)
            mend = message("define_by_shared", question=other)
            yield error(path, "definition_tells_private", question=other, help=mend)


def _rule(
    path: KeyPath, rule: RuleTable, owner: str | None, context: CheckContext
) -> Iterator[Problem]:
    """Return an error for each private answer that a rule told to both looks at.

    A rule that is told under a private question is for the party's own checks, and may.
    """
    looked = [
        ((*path, "if", place, key), name)
        for place, test in enumerate(rule.if_)
        for key, name in _private_ones(test, context)
    ]
    if not looked or context.is_private(owner or _last_of(rule, context)):
        return
    for place, name in looked:
        mend = message("rule_for_oneself", id=path[-1], question=name)
        yield error(place, "rule_tells_private", question=name, help=mend)


def _last_of(rule: RuleTable, context: CheckContext) -> str | None:
    """Return the question under which a rule over several is told: the last that it looks at."""
    order = context.order
    names = {name for test in rule.if_ for _, name in looked_at(test) if name in order}
    return max(names, key=order.__getitem__, default=None)


def _private_ones(test: PredicateTable, context: CheckContext) -> Iterator[tuple[str, str]]:
    """Return the keys of a test that name private questions; not of `differs`, told elsewhere."""
    if Operator.DIFFERS not in test.operations:
        yield from ((key, name) for key, name in looked_at(test) if context.is_private(name))
