"""What is private is in no file that is made to be given away, whatever else stands in it."""

from contextlib import chdir
from datetime import date
from decimal import Decimal

import pytest

from tests.app.canaries import QUESTIONS, Stage, among, figure, forbidden, paper, planted
from tests.exports.pdf_text import file_text
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.exports.formats import Format, written
from tui.exports.kickoff import kickoff_document

FORMATS = (Format.PAGE, Format.MARKDOWN, Format.CALENDAR, Format.TABLE, Format.PDF)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A kickoff with a canary wherever one can be, in which all was decided."""
    with chdir(tmp_path_factory.mktemp("planted")):  # where its questionnaire is written
        session = planted(Stage(Reveal.LIVE), paper())
    for question in QUESTIONS:
        agreed = Decimal(figure("brand", question)) if question in ("floor", "cash") else None
        due = date(2026, 12, 4)
        said = Decision(question=question, value=agreed, text="Decided", due=due)
        session = session.decided(said)
    return session


@pytest.mark.parametrize("level", [ReportLevel.SHARED, ReportLevel.MINUTES])
@pytest.mark.parametrize("to", FORMATS)
def test_no_canary_is_told(to: Format, level: ReportLevel, session: Session) -> None:
    told = text(session, level, to)
    assert among(forbidden(session, None), told) == set()
    assert any(day in told for day in ("2026-12-04", "20261204", "12月4日", "4 Dec"))


def test_a_canary_that_may_be_told_is_found(session: Session) -> None:
    shared = {str(figure(party, "days")) for party in ("brand", "agency")}
    for to in (Format.MARKDOWN, Format.TABLE):
        assert among(shared, text(session, ReportLevel.SHARED, to)) == shared


def text(session: Session, level: ReportLevel, to: Format) -> str:
    """Return what a file says, with nothing in it that could hide a figure."""
    content = written(kickoff_document(report(session, level)), to)
    return file_text(content).replace("\r\n ", "").replace(",", " ")
