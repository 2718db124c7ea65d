"""A question that is asked of one party only, in every report: its answer, and no gap beside it."""

import pytest

from tests.domain import builders as b
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.exports import markdown
from tui.exports.document import Part
from tui.exports.formats import Format, written
from tui.exports.kickoff import kickoff_document
from tui.i18n import Phrases
from tui.phrasing.headline import headline

RISKY = b.rule(b.when("risky", "above", 5), question="risky")
ASKED = (
    b.choice("both"),
    b.number("plain", asked_of="agency"),
    b.number("risky", asked_of="agency", risks=(RISKY,)),
)


def told() -> Report:
    said = {"both": "b", "plain": b.D(73), "risky": b.D(84)}
    return report(b.session(*ASKED, brand={"both": "a"}, agency=said))


def test_it_is_among_the_questions_and_to_be_talked_over_only_for_a_risk() -> None:
    words = Phrases("en").say(headline(told(), "en"))
    assert words.startswith("2 of 3 questions are to be talked over.")


def test_its_answer_is_told_with_who_is_asked() -> None:
    document = kickoff_document(told(), ("en",))
    parts = {section.part: [item.id for item in section.items] for section in document.sections}
    assert parts == {Part.TO_SETTLE: ["both", "risky"], Part.NOT_COMPARED: ["plain"]}
    text = markdown.written(document).decode()
    (plain,) = (line for line in text.splitlines() if "plain?" in line)
    assert "only Agency is asked" in plain
    assert "Agency Ltd: 73" in plain
    assert "84" in text
    assert "unanswered" not in text.lower()


@pytest.mark.parametrize("to", [Format.PAGE, Format.WORD, Format.WORKBOOK, Format.TABLE])
def test_every_format_can_tell_it(to: Format) -> None:
    document = kickoff_document(told(), ("en",))
    assert written(document, to)
