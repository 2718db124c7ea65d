"""The small questionnaire as a file, and sessions at it."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.questionnaires import SMALL
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import Diagnostic
from tui.domain.answers import Answer
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage import library

DAY = date(2026, 11, 23)


def find(edition: Edition, beside: Path) -> Questionnaire:
    """Find a questionnaire among the bundled ones and in a folder."""
    return library.find(edition, beside).questionnaire


def line_of(problem: Diagnostic) -> int:
    """Return the line that a problem is told at."""
    assert problem.span is not None
    return problem.span.line


def written(folder: Path) -> Path:
    """Write the questionnaire into `folder` and give its path."""
    path = folder / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def loaded(folder: Path) -> Questionnaire:
    """Return the questionnaire, by way of `folder`."""
    return load(written(folder))


def sheet(asked: Questionnaire, party: str, **answers: object) -> Sheet:
    """Return a party's sheet with answers by question: an `Answer`, or a value in plain form."""
    told = {
        question: said if isinstance(said, Answer) else Answer(value=asked[question].read(said))
        for question, said in answers.items()
    }
    name = {"brand": "Lumière 品牌", "agency": "代运营 = Agency"}[party]
    who = Respondent(id=party, name=name, language="en", answered_by=("林",))
    return Sheet(edition=asked.edition, party=who, date=DAY, length=Length.FULL, answers=told)


def session(
    asked: Questionnaire, *, sheets: tuple[Sheet, Sheet] | None = None, **more: Any
) -> Session:
    """Return a session at which nothing has been said yet."""
    given: dict[str, Any] = {"reveal": Reveal.AREA} | more
    empty = sheet(asked, "brand"), sheet(asked, "agency")
    return Session(questionnaire=asked, sheets=sheets or empty, **given)


def said(of: Session, party: str, question: str, raw: object, **more: Any) -> Session:
    """Return the session in which a party has answered a question."""
    value = of.questionnaire[question].read(raw)
    return of.answered(party, question, Answer(value=value, **more))
