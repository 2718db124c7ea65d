"""The words for verdicts are never false: each case, in both languages."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, both, span
from tui.domain.analysis import analyse_question
from tui.domain.answers import NOTHING, NonAnswer
from tui.domain.contrast import Relation
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.verdict import Verdict
from tui.i18n import LANGUAGES, Language, Phrases
from tui.phrasing.verdict_words import Judged, judged, verdict_name, verdict_sentence
from tui.presenters.verdict_summary import verdict_summary

DAYS = b.measure(tolerance=7, near=20, unit=both("days", "天"))
MONEY = b.measure(0, 10_000, tolerance="1.1", near=4, ratio=4)
LATER, NOT_APPLICABLE = NonAnswer.LATER, NonAnswer.NOT_APPLICABLE
GMV = b.choice("gmv")
SHARE = b.number("q", defined_by=("gmv",))

ROWS: list[tuple[str, list[AnyQuestion], dict[str, Any], dict[str, Any], str, str]] = [
    (
        "equal",
        [b.number(by=DAYS)],
        {"q": D(7)},
        {"q": D(7)},
        "Same answer: the two answers are the same",
        "答案相同: 两个答案相同",
    ),
    (
        "within the tolerance",
        [b.number(by=DAYS)],
        {"q": D(7)},
        {"q": D(10)},
        "Close enough: 3 days apart, within the 7 days allowed",
        "基本一致: 相差3天，在允许的7天以内",
    ),
    (
        "near",
        [b.number(by=MONEY)],
        {"q": D(100)},
        {"q": D(300)},
        "Near: ×3 apart",
        "接近: 一个是另一个的3倍",
    ),
    (
        "several",
        [b.multi()],
        {"q": ("a", "b", "c")},
        {"q": ("a", "d")},
        "Different: both name A; only Brand: B, C; only Agency: D",
        "有分歧: 双方都选：A（中）；只有 Brand（中）：B（中）、C（中）；只有 Agency（中）：D（中）",
    ),
    (
        "several, with something left over",
        [b.multi()],
        {"q": ("a", "b")},
        {"q": ("a", "b", "c")},
        "Close enough: both name A, B; only Agency: C",
        "基本一致: 双方都选：A（中）、B（中）；只有 Agency（中）：C（中）",
    ),
    (
        "a ranking",
        [b.ranking(ids="a b c")],
        {"q": ("a", "b", "c")},
        {"q": ("b", "a", "c")},
        "Near: first places differ; Brand: A; Agency: B; both put C last",
        "接近: 第一位不同；Brand（中）：A（中）；Agency（中）：B（中）；最后一位都是“C（中）”",
    ),
    (
        "ranges that overlap",
        [b.ranged()],
        {"q": span(30, 60)},
        {"q": span(50, 100)},
        "Near: they overlap at 50 – 60",
        "接近: 有交集：50 – 60",
    ),
    (
        "shares",
        [b.allocation()],
        {"q": b.split("50/50/0")},
        {"q": b.split("60/40/0")},
        "Close enough: 10 of 100 are placed elsewhere",
        "基本一致: 总数 100 里有 10 分得不一样",
    ),
    (
        "hollow, equal",
        [GMV, SHARE],
        {"gmv": "a", "q": D(10)},
        {"gmv": "b", "q": D(10)},
        "Same answer, terms not settled: the two answers are the same; "
        "settle “gmv?” first, on which its meaning rests",
        "答案相同，口径没定: 两个答案相同；先谈定“gmv?（中）”，答案的意思取决于它",
    ),
    (
        "hollow, not equal",
        [GMV, SHARE],
        {"gmv": "a", "q": D(10)},
        {"gmv": LATER, "q": D(15)},
        "Near, terms not settled: 5 apart; settle “gmv?” first, on which its meaning rests",
        "接近，口径没定: 相差5；先谈定“gmv?（中）”，答案的意思取决于它",
    ),
    (
        "open for one",
        [b.choice()],
        {"q": LATER},
        {"q": "a"},
        "Open: Brand has not settled this yet",
        "待定: Brand（中）还没定",
    ),
    (
        "open for both",
        [b.choice()],
        {"q": LATER},
        {"q": NonAnswer.UNDECIDED},
        "Open: neither side has settled this yet",
        "待定: 双方都还没定",
    ),
    (
        "an answer to an older wording",
        [b.choice(rev=2)],
        {"q": b.answer("a", rev=2)},
        {"q": "a"},
        "Open: Agency answered an earlier wording: to be confirmed",
        "待定: Agency（中）答的是旧版题目，要重新确认",
    ),
    (
        "not answered by one",
        [b.choice()],
        {"q": "a"},
        {},
        "Unanswered: Agency has not answered",
        "未答: Agency（中）还没有回答",
    ),
    (
        "not applicable to one",
        [b.choice()],
        {"q": "a"},
        {"q": NOT_APPLICABLE},
        "Different: only Agency says that it does not apply",
        "有分歧: 只有 Agency（中）认为不适用",
    ),
    (
        "not applicable to both",
        [b.choice()],
        {"q": NOT_APPLICABLE},
        {"q": NOT_APPLICABLE},
        "Not applicable: both say that it does not apply",
        "不适用: 双方都认为不适用",
    ),
    (
        "a follow-up of one side",
        [b.yesno("first"), b.choice(display_condition=b.gate(b.when("first", "is", ("yes",))))],
        {"first": "yes", "q": "a"},
        {"first": "no"},
        "One side only: a follow-up that only Brand has answered: nothing to compare it with",
        "只有一方: 追问：目前只有 Brand（中）答了，没有两个答案可比",
    ),
    (
        "the same, but not the same contract",
        [b.choice(contract=True)],
        {"q": b.answer("a", contract="written")},
        {"q": b.answer("a", contract="never")},
        "Same answer, contract seen differently: the two answers are the same",
        "答案相同，合同说法不一: 两个答案相同",
    ),
    (
        "private, near",
        [b.scale(privacy=Privacy.OVERLAP)],
        {"q": 1},
        {"q": 1},
        "Near (private): the figures stay private",
        "接近（保密）: 具体数字保密",
    ),
    (
        "private, not applicable to one",
        [b.scale(privacy=Privacy.OVERLAP)],
        {"q": 1},
        {"q": NOT_APPLICABLE},
        "Does not apply to one side (private): the figures stay private",
        "一方不适用（保密）: 具体数字保密",
    ),
    (
        "percentages",
        [b.number(by=b.measure(unit=both("%", "%")))],
        {"q": D(22)},
        {"q": D(25)},
        "Near: 3 percentage points apart",
        "接近: 相差3个百分点",
    ),
    (
        "private, apart",
        [b.scale(privacy=Privacy.OVERLAP)],
        {"q": 1},
        {"q": 5},
        "Apart (private): the figures stay private",
        "有距离（保密）: 具体数字保密",
    ),
]


def said(session: Session, language: Language) -> str:
    """Return what is said of the question `q`: the name of the verdict, and why."""
    found, say = found_in(session, language), Phrases(language)
    return f"{verdict_name(found, say)}: {verdict_sentence(found, say)}"


def found_in(session: Session, language: str) -> Judged:
    told = report(session)
    roles = {party: name[language] for party, name in told.party_names.items()}
    texts = {question.id: question.text[language] for question in told.questions}
    return judged(question_of(session, "q"), roles, texts)


def question_of(session: Session, name: str) -> ReportedQuestion:
    return next(question for question in report(session).questions if question.id == name)


@pytest.mark.parametrize(
    ("questions", "brand", "agency", "english", "chinese"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_each_case_has_its_words(
    questions: list[AnyQuestion],
    brand: dict[str, Any],
    agency: dict[str, Any],
    english: str,
    chinese: str,
) -> None:
    session = b.session(*questions, brand=brand, agency=agency)
    assert said(session, Language.ENGLISH) == english
    assert said(session, Language.CHINESE) == chinese


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_line_below_the_columns_says_what_the_report_says(row: Any) -> None:
    _, questions, brand, agency, english, _ = row
    session = b.session(*questions, brand=brand, agency=agency)
    line = verdict_summary(
        session, analyse_question(session, questions[-1]), Phrases(Language.ENGLISH)
    )
    assert f"{line.word}: {line.sentence}" == english


def test_the_name_of_a_verdict_stands_in_both_parties_languages() -> None:
    session = b.session(b.choice(), brand={"q": "a"}, agency={"q": "a"})
    left, right = session.sheets
    chinese = replace(right, party=replace(right.party, language="zh-CN"))
    told = replace(session, sheets=(left, chinese))
    line = verdict_summary(told, analyse_question(told, b.choice()), Phrases(Language.ENGLISH))
    assert line.word == "Same answer 答案相同"


@draw.fewer
@given(draw.sessions())
def test_the_same_is_said_of_equals_only(session: Session) -> None:
    for question in report(session).questions:
        found = judged(question, dict(roles_of(session)), {})
        is_same = found.contrast is not None and found.contrast.relation is Relation.SAME
        for language in LANGUAGES:
            say = Phrases(language)
            words = verdict_name(found, say) + verdict_sentence(found, say)
            assert ("same" in words.lower() or "相同" in words) is (
                is_same and question.privacy is Privacy.SHARED and question.verdict in _AGREEING
            )


_AGREEING = (Verdict.ALIGNED, Verdict.PARTIAL, Verdict.HOLLOW)


def roles_of(session: Session) -> dict[str, str]:
    return {party.id: party.id for party in session.questionnaire.parties}


def test_of_a_party_that_said_nothing_a_verdict_says_nothing_else() -> None:
    session = b.session(b.choice(), brand={"q": NOTHING}, agency={})
    assert said(session, Language.ENGLISH) == "Unanswered: neither side has answered"
