"""Questions, sheets and sessions in a line each."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from tui.domain.answers import Answer, NonAnswer
from tui.domain.conditions import DisplayCondition, Operator, Predicate
from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Axis
from tui.domain.questionnaire import Area, Edition, Party, Questionnaire
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    DateQuestion,
    Kind,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.reveal import Reveal
from tui.domain.risk_rules import Level, RiskRule
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.domain.values import Allocation, Range, Value, number_text, numbered_day
from tui.text.dates import brief_day

D = Decimal
BRAND, AGENCY = PARTIES = ("brand", "agency")
AREAS = ("goals", "trust")
DAY = date(2026, 11, 23)
EDITION = Edition("partnership", "1.0.0", "sha256:0")
LANGUAGES = ("zh-CN", "en")


def both(english: str, chinese: str = "") -> LocalizedText:
    """Return a text in both languages."""
    return LocalizedText({"zh-CN": chinese or f"{english}（中）", "en": english})


def offered(ids: str) -> tuple[Choice, ...]:
    """Return the choices named in `ids`, parted by blanks."""
    return tuple(Choice(i, both(i.upper())) for i in ids.split())


def _common(qid: str, kind: Kind, more: dict[str, Any]) -> dict[str, Any]:
    return {"id": qid, "kind": kind, "area": AREAS[0], "text": both(f"{qid}?"), "core": True} | more


def choice(
    qid: str = "q",
    ids: str = "a b c",
    near: Iterable[str] = (),
    kind: Kind = Kind.CHOICE,
    **more: Any,
) -> ChoiceQuestion:
    """Return a choice question; `near` holds near pairs such as `"a b"`."""
    pairs = frozenset(frozenset(pair.split()) for pair in near)
    return ChoiceQuestion(choices=offered(ids), near_pairs=pairs, **_common(qid, kind, more))


def yesno(qid: str = "q", **more: Any) -> ChoiceQuestion:
    """Return a yes-or-no question."""
    return choice(qid, "yes no", kind=Kind.YESNO, **more)


def owner(qid: str = "q", **more: Any) -> ChoiceQuestion:
    """Return a question for who is in charge."""
    return choice(qid, "brand agency shared third_party nobody", kind=Kind.OWNER, **more)


def multi(
    qid: str = "q", ids: str = "a b c d e", exclusive: str = "", must: str = "", **more: Any
) -> MultiQuestion:
    """Return a question for any number of choices."""
    return MultiQuestion(
        choices=offered(ids),
        exclusive=frozenset(exclusive.split()),
        must=frozenset(must.split()),
        **_common(qid, Kind.MULTI, more),
    )


def scale(qid: str = "q", **more: Any) -> ScaleQuestion:
    """Return a scale, from 1 to 5 unless told otherwise."""
    return ScaleQuestion(**_common(qid, Kind.SCALE, more))


def measure(
    minimum: int = 0,
    maximum: int = 100,
    *,
    tolerance: str | int = 0,
    near: str | int = 10,
    ratio: int | None = None,
    span: int | None = None,
    **more: Any,
) -> Measure:
    """Return the measure of a number or a range."""
    return Measure(
        minimum=D(minimum),
        maximum=D(maximum),
        span=D(maximum - minimum if span is None else span),
        ratio=None if ratio is None else D(ratio),
        tolerance=D(tolerance),
        near=D(near),
        **more,
    )


def number(qid: str = "q", by: Measure | None = None, **more: Any) -> NumberQuestion:
    """Return a question for a number, from 0 to 100 unless told otherwise."""
    return NumberQuestion(measure=by or measure(), **_common(qid, Kind.NUMBER, more))


def ranged(qid: str = "q", by: Measure | None = None, **more: Any) -> RangeQuestion:
    """Return a question for a range within 0 to 100 unless told otherwise."""
    return RangeQuestion(measure=by or measure(), **_common(qid, Kind.RANGE, more))


def day(qid: str = "q", **more: Any) -> DateQuestion:
    """Return a question for a day, aligned where it is the same and near within 14 days."""
    return DateQuestion(**_common(qid, Kind.DATE, more))


def allocation(qid: str = "q", ids: str = "a b c", **more: Any) -> AllocationQuestion:
    """Return a question that divides 100 unless told otherwise."""
    return AllocationQuestion(choices=offered(ids), **_common(qid, Kind.ALLOCATION, more))


def ranking(qid: str = "q", ids: str = "a b c d e", **more: Any) -> RankingQuestion:
    """Return a question for an order."""
    return RankingQuestion(choices=offered(ids), **_common(qid, Kind.RANKING, more))


def text(qid: str = "q", **more: Any) -> TextQuestion:
    """Return a question answered in words."""
    return TextQuestion(**_common(qid, Kind.TEXT, more))


def figures(axis: Axis, number: Decimal) -> list[str]:
    """Return how a number of an axis may be told: in digits, or as a day in either language."""
    if not axis.is_days:
        return [number_text(number)]
    return [brief_day(numbered_day(number), tag) for tag in LANGUAGES]


def span(low: int | str, high: int | str) -> Range:
    """Return a range."""
    return Range(D(low), D(high))


def split(shares: str) -> Allocation:
    """Return an allocation to a, b, c and so on: `"30/40/30"`."""
    return Allocation(dict(zip("abcdefgh", map(D, shares.split("/")), strict=False)))


def answer(said: object, **more: Any) -> Answer:
    """Return `said` as an answer: an answer itself, a non-answer, or a value."""
    if isinstance(said, Answer):
        return said
    if isinstance(said, NonAnswer):
        return Answer(state=said, **more)
    return Answer(value=cast("Value | None", said), **more)


def when(qid: str, operator: str, operand: Any = True, **more: Any) -> Predicate:
    """Return a test of a condition, as a questionnaire would state it."""
    if isinstance(operand, int) and not isinstance(operand, bool):
        operand = D(operand)
    return Predicate(qid, Operator(operator), operand, **more)


def gate(*tests: Predicate, any_is_enough: bool = False) -> DisplayCondition:
    """Return the gate of a follow-up question."""
    return DisplayCondition((), (tests,)) if any_is_enough else DisplayCondition(tests)


def rule(
    *tests: Predicate, level: str = "high", rid: str = "rule", question: str | None = None
) -> RiskRule:
    """Return a rule of risk."""
    return RiskRule(rid, tests, Level(level), both(f"risk {rid}"), question=question)


def questionnaire(*questions: AnyQuestion, risks: Iterable[RiskRule] = ()) -> Questionnaire:
    """Return a questionnaire of two areas between a brand and an agency."""
    return Questionnaire(
        edition=EDITION,
        languages=LANGUAGES,
        title=both("Partnership"),
        parties=(Party(BRAND, both("Brand")), Party(AGENCY, both("Agency"))),
        areas=tuple(Area(area, both(area.title())) for area in AREAS),
        questions=questions,
        risks=tuple(risks),
    )


def sheet(party: str, answers: Mapping[str, object], **more: Any) -> Sheet:
    """Return a party's answers, each as `answer` understands it."""
    who = Respondent(id=party, name=f"{party.title()} Ltd", language="en")
    told = {qid: answer(said) for qid, said in answers.items()}
    all_of_it: dict[str, Any] = {"edition": EDITION, "party": who, "date": DAY, "answers": told}
    return Sheet(**all_of_it | more)


def session(
    *questions: AnyQuestion,
    brand: Mapping[str, object] | Sheet | None = None,
    agency: Mapping[str, object] | Sheet | None = None,
    risks: Iterable[RiskRule] = (),
    reveal: Reveal = Reveal.LIVE,
    **more: Any,
) -> Session:
    """Return a session with what the two have said so far, all revealed unless told otherwise.

    Where answers meet one by one, those have met that both have given.
    """
    left, right = (
        said if isinstance(said, Sheet) else sheet(party, said or {}, length=Length.FULL)
        for party, said in zip(PARTIES, (brand, agency), strict=True)
    )
    asked = questionnaire(*questions, risks=risks)
    if reveal is Reveal.QUESTION:  # nobody waits for the key that lets answers meet
        more.setdefault("met", frozenset(left.answers.keys() & right.answers.keys()))
    return Session(questionnaire=asked, sheets=(left, right), reveal=reveal, **more)
