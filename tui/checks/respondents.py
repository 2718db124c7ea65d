"""Questions that are asked of one party only, and what waits for an answer of the other one."""

from collections.abc import Iterable, Iterator

from tui.checks.condition_tests import LocatedTest
from tui.checks.conditions import gate_tests, looked_at
from tui.checks.context import CheckContext
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.conditions import ANY, BOTH, Operator
from tui.formats.questionnaire.models import AnyQuestionTable, RuleTable


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with who is asked, and with what looks at those who are not."""
    parties = context.parties
    if parties is None:
        return
    for name, question in context.file.question.items():
        yield from _party(("question", name), question, Names(parties), context)
        yield from _definers(name, question, context)
    if not any(_asked_of(name, context) for name in context.file.question):
        return
    for area, gate in context.file.area.items():
        yield from _tests(gate_tests(("area", area), gate), context)
    for name, question in context.file.question.items():
        yield from _tests(gate_tests(("question", name), question, name), context)
        for rule, table in question.risk.items():
            yield from _rule(("question", name, "risk", rule), table, name, context)
    for rule, table in context.file.risk.items():
        yield from _rule(("risk", rule), table, None, context)


def _party(
    path: KeyPath, question: AnyQuestionTable, known: Names, context: CheckContext
) -> Iterator[Problem]:
    """Return what is wrong with whom a question says that it is asked of."""
    asked_of = question.asked_of
    if asked_of is None or not context.sound((*path, "asked_of")):
        return
    if asked_of not in known.known:
        place = (*path, "asked_of")
        yield error(place, "unknown_party", party=asked_of, help=known.mend(asked_of))
        return
    if question.private == "overlap":
        mend = message("own_in_place")
        yield error((*path, "private"), "overlap_of_one", party=asked_of, help=mend)
    for party in question.ask:
        if party in known.known and party != asked_of:
            mend = message("leave_out", key=f"ask.{party}")
            place = (*path, "ask", party)
            yield warning(place, "ask_of_other", at="key", party=party, help=mend)


def _definers(name: str, question: AnyQuestionTable, context: CheckContext) -> Iterator[Problem]:
    """Return a warning for each definition on which the two cannot differ, as one gives it."""
    for place, definer in enumerate(question.defined_by):
        if (party := _asked_of(definer, context)) is not None:
            path = ("question", name, "defined_by", place)
            yield warning(path, "definer_of_one", question=definer, party=party)


def _tests(tests: Iterable[LocatedTest], context: CheckContext) -> Iterator[Problem]:
    """Return an error for each test that nobody can meet who is asked what it looks at."""
    for placed in tests:
        if len(placed.test.operations) == 1 and not _who_can(placed, context):
            key = "who" if placed.test.who in context.file.party or placed.who == BOTH else ""
            path = (*placed.path, key or placed.operator.value)
            asked = {name: _asked_of(name, context) for name in _looked_at(placed)}
            one = [name for name, party in asked.items() if party is not None][-1]
            mend = message("look_at_who_is_asked" if key else "look_at_both", party=asked[one])
            yield error(path, "asked_of_other", question=one, party=asked[one], help=mend)


def _rule(
    path: KeyPath, rule: RuleTable, owner: str | None, context: CheckContext
) -> Iterator[Problem]:
    """Return what is wrong with a rule, which is judged for each party over its own answers."""
    tests = [
        LocatedTest((*path, "if", place), test, test.q or owner)
        for place, test in enumerate(rule.if_)
    ]
    found = list(_tests(tests, context))
    yield from found
    left = set(context.parties or ())
    for placed in tests if not found else ():
        if placed.who is None and len(placed.test.operations) == 1:
            left &= _who_can(placed, context)
            if not left:
                mend = message("say_who")
                place = (*placed.path, placed.operator.value)
                yield error(place, "asked_of_two", question=placed.name, help=mend)
                return


def _who_can(placed: LocatedTest, context: CheckContext) -> set[str]:
    """Return the ids of the parties of which a test can hold, by whom they are that are asked."""
    everyone = set(context.parties or ())
    asked = set(everyone)
    for name in _looked_at(placed):
        party = _asked_of(name, context)
        asked &= everyone if party is None else {party}
    is_of_pair = placed.who == BOTH or Operator.DIFFERS in placed.test.operations
    if is_of_pair:
        return asked if asked == everyone else set()
    return asked if placed.who in (None, ANY) else asked & {str(placed.who)}


def _looked_at(placed: LocatedTest) -> list[str]:
    """Return the ids of the questions that a test looks at, its rule's own among them."""
    named = [name for key, name in looked_at(placed.test) if key != "q"]
    return named if placed.name is None else [placed.name, *named]


def _asked_of(name: str, context: CheckContext) -> str | None:
    """Return the only party that a question is asked of, where that is known; None for both."""
    question = context.question(name)
    party = None if question is None else question.asked_of
    is_known = party in context.file.party and context.sound(("question", name, "asked_of"))
    return party if is_known else None
