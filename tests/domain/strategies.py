"""Questions of every type, answers that they admit, and whole sessions, drawn at random."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.domain import builders as b
from tests.sample_answers import raws
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT
from tui.domain.meeting import Meeting
from tui.domain.minutes import Decision, Revision
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Sheet

quick = settings(
    max_examples=30,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For a property of two answers."""
fewer = settings(quick, max_examples=15)
"""For a property of whole sessions."""

COMPARED = [kind for kind in Kind if kind is not Kind.TEXT]
"""The types whose answers a machine compares."""
_IDS = "a b c d e f"
_OVERLAP = (Kind.NUMBER, Kind.RANGE, Kind.SCALE)
_WHO = (None, "any", "both")


def ids(least: int = 2) -> SearchStrategy[str]:
    """Return some ids of choices, parted by blanks."""
    return st.integers(least, 6).map(lambda count: " ".join(_IDS.split()[:count]))


@st.composite
def measures(draw: DrawFn) -> Any:
    """Return a measure by difference or by ratio, with `near` not below `tolerance`."""
    low = draw(st.integers(0, 50))
    high = draw(st.integers(low + 1, 120))
    decimals = draw(st.integers(0, 2))
    if draw(st.booleans()):
        tolerance, near = sorted(draw(st.tuples(*[st.integers(10, 40)] * 2)))
        bounds: dict[str, Any] = {
            "tolerance": b.D(tolerance) / 10,
            "near": b.D(near) / 10,
            "ratio": 8,
        }
    else:
        tolerance, near = sorted(draw(st.tuples(*[st.integers(0, 40)] * 2)))
        bounds = {"tolerance": tolerance, "near": near}
    return b.measure(low, high, decimals=decimals, **bounds)


@st.composite
def questions(draw: DrawFn, kinds: Any = tuple(Kind), qid: str = "q") -> AnyQuestion:
    """Return a question of one of `kinds`."""
    return draw(_TYPES[draw(st.sampled_from(kinds))](st.just(qid)))


@st.composite
def _scales(draw: DrawFn, qid: SearchStrategy[str]) -> AnyQuestion:
    low = draw(st.integers(0, 1))
    tolerance, near = sorted(draw(st.tuples(*[st.integers(0, 3)] * 2)))
    ends = {"minimum": low, "maximum": low + draw(st.integers(1, 9))}
    return b.scale(draw(qid), tolerance=b.D(tolerance), near=b.D(near), **ends)


@st.composite
def _days(draw: DrawFn, qid: SearchStrategy[str]) -> AnyQuestion:
    first, last = sorted(draw(st.tuples(*[st.dates()] * 2)))
    tolerance, near, span = sorted(draw(st.tuples(*[st.integers(0, 400)] * 3)))
    widths = {"tolerance": b.D(tolerance), "near": b.D(near), "span": b.D(span + 1)}
    return b.day(draw(qid), minimum=first, maximum=last, **widths)


_TYPES: dict[Kind, Callable[[SearchStrategy[str]], SearchStrategy[AnyQuestion]]] = {
    Kind.CHOICE: lambda qid: st.builds(b.choice, qid, ids(), st.sampled_from([(), ("a b",)])),
    Kind.YESNO: lambda qid: st.builds(b.yesno, qid),
    Kind.OWNER: lambda qid: st.builds(b.owner, qid),
    Kind.MULTI: lambda qid: st.builds(
        b.multi, qid, ids(3), st.sampled_from(["", "a"]), st.sampled_from(["", "b", "b c"])
    ),
    Kind.SCALE: _scales,
    Kind.NUMBER: lambda qid: st.builds(b.number, qid, measures()),
    Kind.RANGE: lambda qid: st.builds(b.ranged, qid, measures()),
    Kind.DATE: _days,
    Kind.ALLOCATION: lambda qid: st.builds(
        b.allocation, qid, ids(), total=st.sampled_from([b.D(100), b.D(30), b.D(7)])
    ),
    Kind.RANKING: lambda qid: st.builds(b.ranking, qid, ids()),
    Kind.TEXT: lambda qid: st.builds(b.text, qid),
}


def values(question: AnyQuestion) -> SearchStrategy[Any]:
    """Return an admissible answer."""
    return raws(question).map(question.read)


@st.composite
def pairs(draw: DrawFn, kinds: Any = tuple(COMPARED)) -> tuple[AnyQuestion, Any, Any]:
    """Return a question and two answers to it."""
    question = draw(questions(kinds))
    return question, draw(values(question)), draw(values(question))


@st.composite
def answers(draw: DrawFn, question: AnyQuestion) -> Answer:
    """Return an answer or a non-answer, with what may stand beside it."""
    said = draw(values(question) | values(question) | st.sampled_from(NonAnswer))
    return b.answer(
        said,
        firmness=draw(st.none() | st.sampled_from(Firmness)),
        contract=draw(st.none() | st.sampled_from(ContractState)) if question.contract else None,
        guess=draw(st.none() | values(question)) if question.predict else None,
    )


@st.composite
def followed(draw: DrawFn, qid: str, earlier: list[AnyQuestion]) -> AnyQuestion:
    """Return a question that may be a follow-up of, or defined by, or risky with `earlier` ones."""
    question = draw(questions(qid=qid))
    more: dict[str, Any] = {
        "area": draw(st.sampled_from(b.AREAS)),
        "weight": b.D(draw(st.integers(0, 5))),
        "contract": draw(st.booleans()),
        "predict": draw(st.booleans()),
    }
    if definers := [q.id for q in earlier if q.privacy is not Privacy.OWN]:
        more["defined_by"] = tuple(draw(st.lists(st.sampled_from(definers), unique=True)))
    if gates := [q for q in earlier if q.kind in (Kind.CHOICE, Kind.YESNO, Kind.OWNER)]:
        opener = draw(st.sampled_from(gates))
        test = b.when(opener.id, "is", (opener.labels[0].id,), who=draw(st.sampled_from(_WHO)))
        more["display_condition"] = draw(st.sampled_from([b.gate(), b.gate(), b.gate(test)]))
        risky = b.when(opener.id, "is_not", (opener.labels[0].id,))
        more["risks"] = draw(st.sampled_from([(), (b.rule(risky, question=qid),)]))
    if question.kind in _OVERLAP:
        more["privacy"] = draw(st.sampled_from([Privacy.SHARED, Privacy.OVERLAP, Privacy.OWN]))
    return replace(question, **more)


@st.composite
def sheets(draw: DrawFn, party: str, asked: list[AnyQuestion]) -> Sheet:
    """Return a party's answers to some of the questions."""
    told = {q.id: draw(answers(q)) for q in asked if draw(st.integers(0, 5))}
    rated = draw(st.dictionaries(st.sampled_from(b.AREAS), st.integers(1, 3)))
    return b.sheet(party, told, length=Length.FULL, importance=rated)


@st.composite
def sessions(draw: DrawFn) -> Session:
    """Return a session of a few questions of mixed types, answered by both as far as they did."""
    asked: list[AnyQuestion] = []
    for place in range(draw(st.integers(1, 4))):
        asked.append(draw(followed(f"q{place}", asked)))
    left, right = (draw(sheets(party, asked)) for party in b.PARTIES)
    done = {party: draw(st.frozensets(st.sampled_from(b.AREAS))) for party in b.PARTIES}
    return b.session(
        *asked,
        brand=left,
        agency=right,
        reveal=draw(st.sampled_from(Reveal)),
        finished=done,
        answered_apart=draw(st.booleans()),
    )


@st.composite
def settled(draw: DrawFn) -> Session:
    """Return a session with minutes: decisions on some questions, and some second answers."""
    session = draw(sessions())
    words = st.sampled_from(["", "as agreed", "双方同意\n[b]", "=1+1"])
    for question in session.questionnaire.questions:
        if draw(st.booleans()):
            value = draw(st.none() | values(question))
            decision = Decision(
                question=question.id,
                value=value,
                taken_from=draw(st.sampled_from([None, *b.PARTIES])),
                text=draw(words),
                owner=draw(st.sampled_from(["", "林"])),
                due=draw(st.none() | st.dates()),
                clause=draw(st.sampled_from([NO_TEXT, b.both("The parties agree …")])),
                is_parked=draw(st.booleans()),
                seconds=draw(st.integers(0, 999)),
                state=draw(st.sampled_from(DecisionState)),
            )
            session = session.decided(decision)
        for party in draw(st.lists(st.sampled_from(b.PARTIES), max_size=2)):
            revision = Revision(
                question=question.id,
                party=party,
                at=datetime(2026, 11, 23, 18, 30, tzinfo=UTC),
                before=session.latest(party, question.id),
                after=draw(answers(question)),
                reason=draw(words),
            )
            session = session.revised(revision)
    meeting = Meeting(
        seconds=draw(st.integers(0, 9999)),
        next_date=draw(st.none() | st.dates()),
        closed_on=draw(st.none() | st.dates()),
    )
    planned = draw(st.none() | st.integers(1, 240))
    minutes = replace(
        session.minutes, meeting=meeting, carried=tuple(draw(st.lists(carried(), max_size=2)))
    )
    return replace(session, minutes=minutes, planned=planned)


@st.composite
def carried(draw: DrawFn) -> Carried:
    """Return a decision of the last meeting."""
    return Carried(
        day=draw(st.dates()),
        text=b.both(draw(st.sampled_from(["What?", "问什么？"]))),
        name=draw(st.sampled_from([NO_TEXT, b.both("Matter")])),
        words=draw(st.none() | st.just(b.both("30 days"))),
        decision=draw(st.sampled_from(["", "双方同意\n[b]"])),
        owner=draw(st.sampled_from(["", "林"])),
        due=draw(st.none() | st.dates()),
        clause=draw(st.sampled_from([NO_TEXT, b.both("The parties agree …")])),
        is_parked=draw(st.booleans()),
        state=draw(st.sampled_from(DecisionState)),
    )
