"""The marks of progress: answered, met without an answer, or waiting."""

from tui.domain.answers import NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.route import Route
from tui.domain.verdict import Verdict
from tui.phrasing.marks import Marks


def left_open(route: Route, question: AnyQuestion) -> NonAnswer | None:
    """Return the non-answer of one of those on the route, or None if all have answered.

    Of a private question no list tells more than that it was answered, as both may look at it.
    """
    session = route.session
    if session.alone is None and question.privacy is not Privacy.SHARED:
        return None
    states = (session.answer(party, question.id).state for party in route.respondents)
    return next((state for state in states if state is not None), None)


def progress_mark(route: Route, question: AnyQuestion, marks: Marks) -> tuple[str, str]:
    """Return the mark of a question and the name of its colour."""
    if not route.is_met(question):
        return marks.dot, "quiet"
    match left_open(route, question):
        case None:
            return marks.done, "aligned"
        case NonAnswer.NOT_APPLICABLE:
            return marks.verdict(Verdict.NOT_APPLICABLE), "quiet"
        case _:
            return marks.verdict(Verdict.OPEN), "open"
