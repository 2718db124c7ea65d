"""An answer in a line of words: out of a session, or out of a report."""

from typing import TYPE_CHECKING

from tui.domain.answers import Answer
from tui.domain.confirmation import must_confirm
from tui.domain.report import ReportedAnswer
from tui.i18n import Phrases
from tui.text.cleaning import one_line

if TYPE_CHECKING:  # reports are told without a session
    from tui.domain.questions import AnyQuestion
    from tui.domain.session import Session


def answer_words(session: "Session", question: "AnyQuestion", answer: Answer, say: Phrases) -> str:
    """Return what a party of a session said to a question."""
    from tui.domain.wording import answer_in_words  # noqa: PLC0415 - needs the whole session

    told = answer_in_words(session, question, answer)
    words = _words(answer, None if told is None else told[say.language], say)
    if not must_confirm(question, answer):
        return words
    return words + say("page.in_brackets", text=say("interview.outdated"))


def reported_answer_words(answer: ReportedAnswer, say: Phrases) -> str:
    """Return what a party of a report said; the report holds the words of its value."""
    if answer.is_unconfirmed:
        return say("interview.outdated")
    words = answer.words
    return _words(answer, None if words is None else words[say.language], say)


def _words(answer: Answer | ReportedAnswer, value: str | None, say: Phrases) -> str:
    """Return the value's words, else the non-answer with its reason, else that there is nothing."""
    if value is not None:
        return one_line(value)
    if answer.state is None:
        return say("interview.nothing_yet")
    reason = say("page.in_brackets", text=one_line(answer.reason)) if answer.reason else ""
    return say(f"state.{answer.state}") + reason
