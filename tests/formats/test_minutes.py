"""What was settled is kept with its session, and told in its report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from tests.domain import strategies as draw
from tests.storage import samples
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, Firmness, NonAnswer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Decision, Revision
from tui.domain.questions import InvalidAnswer
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.formats.minutes import minutes_tables, read_minutes
from tui.formats.report import read_report, report_bytes
from tui.storage.creation import create
from tui.storage.sessions import open_session
from tui.toml.reader import parse_toml
from tui.toml.writer import dump_toml


@pytest.fixture
def session(tmp_path: Path) -> Session:
    asked = samples.loaded(tmp_path)
    brand = samples.sheet(asked, "brand", aim="sales", days=30, floor={"low": 123, "high": 456})
    agency = samples.sheet(asked, "agency", aim="image", days=7, floor={"low": 1, "high": 2})
    session = samples.session(asked, sheets=(brand, agency), reveal="live")
    second = Answer(value="sales", firmness=Firmness.FLEXIBLE, private_note="咬牙同意")
    at = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    return (
        session.decided(
            Decision(
                question="aim",
                value="profit",
                taken_from="brand",
                text="先看利润，\n再看销量",
                owner="林",
                due=date(2026, 12, 1),
                clause=LocalizedText({"zh-CN": "双方同意……", "en": "The parties agree …"}),
                seconds=90,
            )
        )
        .decided(Decision(question="days", value=Decimal("7.5")))
        .decided(Decision(question="wish", is_parked=True))
        .decided(Decision(question="floor", value=asked["floor"].read({"low": 777, "high": 888})))
        .revised(
            Revision(
                question="aim",
                party="agency",
                at=at,
                before=agency.answer("aim"),
                after=second,
                reason="听完账之后",
            )
        )
        .revised(
            Revision(
                question="days",
                party="brand",
                at=at,
                before=brand.answer("days"),
                after=Answer(state=NonAnswer.LATER, reason="要问老板"),
            )
        )
    )


@draw.fewer
@given(draw.settled())
def test_any_minutes_come_back_as_they_were(session: Session) -> None:
    content = dump_toml(minutes_tables(session.minutes, session.questionnaire))
    assert read_minutes(parse_toml(content, "minutes.toml"), session.questionnaire) == (
        session.minutes
    )


def test_texts_are_made_readable_before_they_are_written(session: Session) -> None:
    unclean = Decision(question="wish", text="a\x1b[2J\u202eb\r\n" + "好" * 5000, owner="\u200b林")
    minutes = NO_MINUTES.having(unclean)
    content = dump_toml(minutes_tables(minutes, session.questionnaire))
    found = read_minutes(parse_toml(content, "minutes.toml"), session.questionnaire)
    assert found.decision("wish").text.startswith("a[2Jb\n好")
    assert found.decision("wish").owner == "林"


def test_an_agreed_answer_that_could_not_be_read_is_not_written(session: Session) -> None:
    minutes = NO_MINUTES.having(Decision(question="aim", value="nothing of the kind"))
    with pytest.raises(InvalidAnswer):
        minutes_tables(minutes, session.questionnaire)


def test_minutes_come_back_as_they_were(tmp_path: Path, session: Session) -> None:
    folder = create(tmp_path / "s", tmp_path / "small.toml", session)
    changed = session.decided(Decision(question="days", text="再议"))
    folder.save(changed)
    folder.close()
    opened = open_session(tmp_path / "s")
    assert opened.session.minutes == changed.minutes
    opened.folder.save(replace(changed, minutes=type(changed.minutes)()))
    opened.folder.close()
    assert open_session(tmp_path / "s").session.minutes.decisions == {}


def test_without_minutes_there_is_no_file(tmp_path: Path, session: Session) -> None:
    bare = samples.session(session.questionnaire, alone="brand")
    create(tmp_path / "s", tmp_path / "small.toml", bare).close()
    assert not (tmp_path / "s" / "minutes.toml").exists()
    assert open_session(tmp_path / "s").session.alone == "brand"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[decisions.days]", "[decisions.dayz]", "sheet.unknown_question"),
        ("value = 7.5", "value = 900", "answer.out_of_bounds"),
        ("2026-11-23 18:30:00+00:00", "2026-11-23", "check.not_moment"),
        ('question = "aim"', 'question = "name"', "sheet.unknown_question"),
        ('party = "agency"', 'party = "agenzy"', "sheet.unknown_party"),
        ("due = 2026-12-01", 'due = "soon"', "check.not_date"),
        ("seconds = 90", "secs = 90", "check.unknown_key"),
        ('taken_from = "brand"', 'taken_from = "brandt"', "sheet.unknown_party"),
        ("parked = true", 'parked = "yes"', "check.not_true_or_false"),
        ('zh-CN = "双方', 'zh = "双方', "minutes.unknown_language"),
        ("18:30:00+00:00", "18:30:00", "check.not_moment"),
        ('state = "later"', 'state = "latter"', "check.unknown_word"),
        ("format = 1", "format = 2", "check.future_format"),
        ('kind = "minutes"', 'kind = "sheet"', "check.wrong_kind"),
    ],
)
def test_a_problem_in_minutes_is_told_at_its_place(
    session: Session, old: str, new: str, key: str
) -> None:
    text = dump_toml(minutes_tables(session.minutes, session.questionnaire)).decode()
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(InvalidFile) as found:
        read_minutes(
            parse_toml(text.replace(old, new, 1).encode(), "minutes.toml"), session.questionnaire
        )
    places = [
        (problem.message.key, samples.line_of(problem)) for problem in found.value.diagnostics
    ]
    assert places == [(key, line)]


def test_a_wrong_date_hides_nothing_else(session: Session) -> None:
    text = dump_toml(minutes_tables(session.minutes, session.questionnaire)).decode()
    wrong = (
        text.replace("due = 2026-12-01", "due = 2026-12-01T10:00:00")
        .replace("at = 2026-11-23 18:30:00+00:00", 'at = "evening"', 1)
        .replace("[decisions.days]", "[decisions.dayz]")
    )
    with pytest.raises(InvalidFile) as found:
        read_minutes(parse_toml(wrong.encode(), "minutes.toml"), session.questionnaire)
    assert [problem.message.key for problem in found.value.diagnostics] == [
        "check.not_date",
        "sheet.unknown_question",
        "check.not_moment",
    ]


def test_a_second_answer_that_is_none_as_well_is_told_by_its_question(session: Session) -> None:
    text = dump_toml(minutes_tables(session.minutes, session.questionnaire)).decode()
    wrong = text.replace('value = "sales"', 'value = "sales"\nstate = "later"', 1)
    with pytest.raises(InvalidFile) as found:
        read_minutes(parse_toml(wrong.encode(), "minutes.toml"), session.questionnaire)
    (problem,) = found.value.diagnostics
    assert problem.message == Message("sheet.value_and_state", {"question": "aim"})


def test_a_decision_that_says_no_state_is_open_and_an_open_one_says_none(session: Session) -> None:
    text = dump_toml(minutes_tables(session.minutes, session.questionnaire)).decode()
    assert "state" not in text[: text.index("[[revisions]]")]
    dropped = text.replace("seconds = 90", 'seconds = 90\nstate = "dropped"')
    found = read_minutes(parse_toml(dropped.encode(), "minutes.toml"), session.questionnaire)
    assert found == session.came_to("aim", DecisionState.DROPPED).minutes


@pytest.mark.parametrize("detail", ReportLevel)
def test_decisions_and_second_answers_come_back_from_a_report(
    session: Session, detail: ReportLevel
) -> None:
    left = Carried(day=date(2026, 9, 1), text=LocalizedText({"en": "What of stock?"}), owner="Lin")
    session = replace(session, minutes=replace(session.minutes, carried=(left,)))
    session = session.came_to("aim", DecisionState.DONE).came_to(left, DecisionState.DROPPED)
    told = report(session, detail, "agency")
    content = report_bytes(told)
    again = read_report(parse_toml(content, "report.toml"))
    assert again.notices == ()
    assert again.report.decisions == told.decisions
    assert again.report.carried == told.carried
    assert [
        (question.revised, question.reasons, question.verdict_after)
        for question in again.report.questions
    ] == [
        (question.revised, question.reasons, question.verdict_after) for question in told.questions
    ]
    assert report_bytes(again.report) == content
    for secret in ("123", "456", "777", "888"):
        rest = content.decode().replace(session.questionnaire.edition.digest, "")
        assert secret not in rest[: rest.index("[integrity]")]
    assert "咬牙同意" not in content.decode()
