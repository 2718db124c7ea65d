"""A question of each kind of the second edition, in every file that is made of a report."""

from datetime import date

import pytest

from tests.answer_kinds import KINDS
from tests.domain import builders as b
from tests.exports.pdf_text import file_text
from tui.checks.questionnaire import questionnaire_of
from tui.domain.questionnaire import Questionnaire
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.domain.verdict import Verdict
from tui.exports.formats import Format, written
from tui.exports.kickoff import kickoff_document
from tui.formats.report import read_report, report_bytes
from tui.formats.sheet import read_sheet, sheet_bytes
from tui.toml.reader import parse_toml

BRAND = {
    "tone": 3,
    "aims": ("sales", "margin"),
    "opening": date(2027, 2, 1),
    "paid": date(2027, 2, 10),
    "order": ("shop", "ads"),
    "carrier": "other: {brand} Courier",
    "tools": ("sheet", "other: Notion"),
}
AGENCY = {
    "tone": 1,
    "aims": ("margin",),
    "opening": date(2026, 11, 5),
    "paid": date(2026, 11, 5),
    "order": ("team", "shop"),
    "carrier": "other: the post",
    "tools": ("sheet", "other: NOTION"),
}
TOLD = {
    "tone": "By mail to BRAND",
    "aims": "Margin",
    "opening": "Thu 5 Nov 2026",
    "order": "Decorate the shop",
    "carrier": "Other: {brand} Courier",
}
"""Of what is to be settled; what is aligned is not told in every file."""
VERDICTS = {
    "tone": Verdict.DIVERGENT,
    "aims": Verdict.PARTIAL,
    "opening": Verdict.DIVERGENT,
    "paid": Verdict.DIVERGENT,
    "order": Verdict.PARTIAL,
    "carrier": Verdict.DISCUSS,
    "tools": Verdict.ALIGNED,
}


def asked() -> Questionnaire:
    return questionnaire_of(parse_toml(KINDS.encode(), "kinds.toml"))


def session() -> Session:
    paper = asked()
    left, right = (
        Sheet(
            edition=paper.edition,
            party=Respondent(id=party, name=party.upper(), language="en"),
            date=date(2026, 11, 23),
            length=Length.FULL,
            answers={name: b.answer(value) for name, value in said.items()},
        )
        for party, said in (("brand", BRAND), ("agency", AGENCY))
    )
    return Session(questionnaire=paper, sheets=(left, right))


@pytest.fixture(scope="module")
def made() -> Report:
    """The report, written into a file and read again."""
    return read_report(parse_toml(report_bytes(report(session())), "report.toml")).report


def test_a_report_says_the_same_once_it_was_written_and_read(made: Report) -> None:
    assert {question.id: question.verdict for question in made.questions} == VERDICTS
    assert report_bytes(made) == report_bytes(report(session()))
    assert all(question.picture is not None for question in made.questions)
    fired = {risk.id for question in made.questions for risk in question.risks}
    assert fired == {"late", "after", "stock", "third"}


def test_a_sheet_holds_each_answer(made: Report) -> None:
    paper, (sheet, _) = asked(), session().sheets
    again = read_sheet(parse_toml(sheet_bytes(sheet, paper), "brand.toml"), paper)
    assert {name: said.value for name, said in again.answers.items()} == BRAND


@pytest.mark.parametrize("to", [each for each in Format if each is not Format.RECORD])
def test_every_file_tells_each_answer_in_words(to: Format, made: Report) -> None:
    content = written(kickoff_document(made, ("en",)), to)
    assert content
    if to in (Format.PAGE, Format.MARKDOWN, Format.TABLE):
        text = content.decode().replace("&gt;", ">").replace("\\", "")
        assert [told for told in TOLD.values() if told not in text] == []
    elif to is Format.PDF:
        text = "".join(file_text(content).split())
        assert [told for told in TOLD.values() if "".join(told.split()) not in text] == []
