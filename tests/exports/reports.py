"""Reports to be written as files: the example with decisions, and one full of hostile texts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.minutes import Revision
from tui.domain.privacy import Privacy
from tui.domain.questions import Kind
from tui.domain.report import Report, ReportedDecision, ReportedMeeting, ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.formats.report import read_report
from tui.workspace.example import example_session

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A0",
    "@SUM(1)",
    "[x](javascript:1)",
    "[/red]",
    "\u202eright to left\u202c",
    "a\x1b]0;x\x07\x00b",
    "_x0041_&amp;<w:t>\ufffe\uffff",
    "长" * 4000,
    "W" * 4000,
)
"""What people could type, or a file could hold."""


def both(chinese: str, english: str) -> LocalizedText:
    return LocalizedText({"zh-CN": chinese, "en": english})


@cache
def example() -> Report:
    """Return the worked example, in which nothing is decided."""
    report = read_report(Path("questionnaires/examples/report.toml")).report
    assert isinstance(report, Report)
    return report


def on(question: ReportedQuestion, **said: object) -> ReportedDecision:
    """Return a decision on a question."""
    nothing: dict[str, object] = {
        "value": None,
        "words": None,
        "taken_from": None,
        "decision": "",
        "owner": "",
        "due": None,
        "clause": NO_TEXT,
        "is_parked": False,
        "seconds": 60,
    }
    names = {"question": question.id, "text": question.text, "name": question.name}
    return ReportedDecision(**names, **{**nothing, **said})  # type: ignore[arg-type]


TALKED_OVER = ("store_ownership", "price_approval", "term_focus", "gmv_definition")
"""What the two of the example decide or put off, in this order."""


@cache
def talked_over() -> Report:
    """Return the example after a meeting: decided, parked, and carried over from another."""
    report = example()
    asked = {question.id: question for question in report.questions}
    store, price, third, fourth = (asked[name] for name in TALKED_OVER)
    decisions = (
        on(
            store,
            value="brand",
            words=both("全部归品牌方", "The brand, all of it"),
            decision="Store and data in the brand’s name.\n主播个人账号归本人。",
            owner="Camille Rousselet",
            due=date(2026, 12, 4),
            clause=both(
                "店铺归品牌方所有；另一方仅在合作期内为……使用。",
                "The store belongs to the Brand; the other uses it only for ….",
            ),
        ),
        on(
            price,
            decision="价格带内由代运营定，带外由品牌批。",
            owner="周叙",
            due=date(2026, 11, 27),
        ),
        on(third, is_parked=True, decision="等六月再谈"),
        on(fourth, words=both("按月", "Monthly"), owner="林可嘉", state=DecisionState.DONE),
    )
    last = Carried(
        day=date(2026, 10, 30),
        text=asked["empowered_contact"].text,
        name=asked["empowered_contact"].name,
        decision="每周二开周会。",
        owner="林可嘉",
        due=date(2026, 11, 10),
    )
    meeting = ReportedMeeting(planned=90, seconds=4800, next_date=date(2026, 12, 4))
    return replace(report, decisions=decisions, carried=(last,), meeting=meeting)


def private(name: str) -> Report:
    """Return the example with a question of which only whether the two are near is told."""
    asked = [
        replace(question, privacy=Privacy.OVERLAP, contrast=None, flags=(), risks=())
        if question.id == name
        else question
        for question in example().questions
    ]
    return replace(example(), questions=tuple(asked))


def minutes() -> Report:
    """Return what the minutes tell: no question and no answer."""
    return replace(talked_over(), level=ReportLevel.MINUTES, questions=(), areas=())


def hostile() -> Report:
    """Return a report in which whatever a person may type is hostile."""
    report = talked_over()
    asked = list(report.questions)
    decisions = list(report.decisions)
    for number, text in enumerate(HOSTILE):
        question = asked[number]
        told = {
            party: replace(answer, note=text, words=both(text, text))
            for party, answer in question.answers.items()
        }
        asked[number] = replace(
            question, name=both(text[:60], text[:60]), text=both(text, text), answers=told
        )
    decisions[0] = replace(
        decisions[0],
        decision="\n".join(HOSTILE),
        owner=HOSTILE[1],
        clause=both("\n".join(HOSTILE), HOSTILE[0]),
    )
    parties = tuple(
        replace(party, name=HOSTILE[1], answered_by=(HOSTILE[0], HOSTILE[3]))
        for party in report.parties
    )
    return replace(
        report,
        title=both(HOSTILE[0], HOSTILE[0]),
        questions=tuple(asked),
        decisions=tuple(decisions),
        parties=(parties[0], parties[1]),
    )


@cache
def answered_anew() -> Report:
    """Return the example after second answers: some agree with the other's, one does not."""
    session, _ = example_session()
    waiting = [item.question for item in report(session).agenda]
    shared = [q for q in session.questionnaire.questions if q.privacy is Privacy.SHARED]
    asked = [q.id for q in shared if q.id in waiting and q.kind is not Kind.TEXT]
    ours, theirs = session.sheets
    both_said = [n for n in asked if ours.answers[n].value and theirs.answers[n].value]
    for place, name in enumerate(both_said[:4]):
        before, after = ours.answers[name], replace(ours.answers[name], note="")
        if place < 3:
            after = replace(after, value=theirs.answers[name].value)
        at = datetime(2026, 11, 21, 10, place, tzinfo=UTC)
        session = session.revised(
            Revision(
                question=name, party=ours.party.id, at=at, before=before, after=after, reason="ok"
            )
        )
    return report(session)
