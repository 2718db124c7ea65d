"""What is odd in an answer sheet that can be read: what nobody was asked for."""

from collections.abc import Iterator

from tui.diagnostics.problem import Problem, message, warning
from tui.diagnostics.span import KeyPath
from tui.domain.answers import Answer
from tui.domain.conditions import BOTH, Answers, DisplayCondition, Predicate, holds
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.sheet import Sheet


def oddities(sheet: Sheet, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Return a warning for each thing in a sheet that its questionnaire did not ask for.

    They stand at the heads of the answers, as the line that is shown must not tell one.
    """
    met: dict[str, Answer] = {}
    for question in questionnaire.questions:
        answer = sheet.answers.get(question.id)
        if answer is None:
            continue
        path: KeyPath = ("answers", question.id)
        yield from _later_revision(path, question, answer)
        yield from _idle_guess(path, question, answer)
        yield from _idle_firmness(path, question, answer)
        if not question.is_asked_of(sheet.party.id):
            mend, of = message("sheet.leave_out"), question.asked_of
            yield warning(
                path, "sheet.asked_of_other", at="header", question=question.id, party=of, help=mend
            )
        elif _can_be_asked(question.display_condition, sheet.party.id, met):
            met[question.id] = answer
        elif answer.value is not None:
            mend = message("sheet.unask")
            yield warning(path, "sheet.not_asked", at="header", question=question.id, help=mend)


def _later_revision(path: KeyPath, question: AnyQuestion, answer: Answer) -> Iterator[Problem]:
    """Return a warning for an answer to a revision of its question that there is not yet."""
    if answer.rev > question.rev:
        mend = message("write_as", example=f"rev = {question.rev}")
        place, now = (*path, "rev"), question.rev
        name = question.id
        yield warning(place, "sheet.later_rev", rev=answer.rev, now=now, question=name, help=mend)


def _idle_guess(path: KeyPath, question: AnyQuestion, answer: Answer) -> Iterator[Problem]:
    """Return a warning for a guess at an answer that nobody was asked to guess."""
    is_asked = question.predict and question.privacy is Privacy.SHARED
    if answer.guess is not None and not is_asked:
        mend = message("leave_out", key="guess")
        yield warning(path, "sheet.idle_guess", at="header", question=question.id, help=mend)


def _idle_firmness(path: KeyPath, question: AnyQuestion, answer: Answer) -> Iterator[Problem]:
    """Return a warning for how firmly an answer is held where that cannot be said."""
    if answer.firmness is not None and not question.firmness:
        mend = message("leave_out", key="firmness")
        yield warning(path, "sheet.idle_firmness", at="header", question=question.id, help=mend)


def _can_be_asked(gate: DisplayCondition, party: str, own: Answers) -> bool:
    """Return whether a party can come to be asked, whatever the other one answers."""
    return gate.is_met_where(lambda test: _can_hold(test, party, own))


def _can_hold(test: Predicate, party: str, own: Answers) -> bool:
    """Return whether a test can hold: what is asked of the other party as well is not known."""
    return holds(test, own) if test.who in (BOTH, party) else True
