"""What a report says first: what is to be settled, where to begin, and on how much that rests."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain import builders as b
from tui.domain.answers import Firmness, NonAnswer
from tui.domain.minutes import Decision
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.statistics import Statistics
from tui.i18n import LANGUAGES, Language, Phrases
from tui.phrasing.headline import coverage, headline

TWO_AREAS = b.scale("x"), b.scale("y", area="trust"), b.scale("z", area="trust")
RED_1, RED_5 = (b.answer(level, firmness=Firmness.RED_LINE) for level in (1, 5))


def told(brand: dict[str, object], agency: dict[str, object]) -> Report:
    return report(b.session(*TWO_AREAS, brand=brand, agency=agency))


HEADLINES: list[tuple[dict[str, object], dict[str, object], str, str]] = [
    (
        {"x": 1, "y": 1, "z": 1},
        {"x": 5, "y": 1, "z": 1},
        "1 of 3 questions is to be talked over. Least aligned: Goals.",
        "3 题里有 1 处要谈。一致程度最低：Goals（中）。",
    ),
    (
        {"x": 1, "y": RED_1, "z": 1},
        {"x": 5, "y": RED_5, "z": 5},
        "One point is a red line for both: talk about it first."
        " 3 of 3 questions are to be talked over. Least aligned: Goals, Trust.",
        "有 1 处双方都是底线，先谈这里。3 题里有 3 处要谈。"
        "一致程度最低：Goals（中）、Trust（中）。",
    ),
    (
        {"x": 1, "y": 1, "z": 1},
        {"x": 1, "y": 1, "z": 1},
        "Nothing to talk over among the 3 questions that could be judged.",
        "比较过的 3 题里，没有要谈的。",
    ),
    (
        {"x": 1, "y": 1, "z": NonAnswer.LATER},
        {"x": 5, "y": 1, "z": 1},
        "2 of 3 questions are to be talked over. Least aligned: Goals.",
        "3 题里有 2 处要谈。一致程度最低：Goals（中）。",
    ),
    (
        {"x": 1, "y": NonAnswer.LATER},
        {},
        "No two answers can be compared yet.",
        "还没有可以比较的答案。",
    ),
]


@pytest.mark.parametrize(("brand", "agency", "english", "chinese"), HEADLINES)
def test_the_headline_says_what_is_to_be_settled(
    brand: dict[str, object], agency: dict[str, object], english: str, chinese: str
) -> None:
    found = told(brand, agency)
    assert Phrases(Language.ENGLISH).say(headline(found, "en")) == english
    assert Phrases(Language.CHINESE).say(headline(found, "zh-CN")) == chinese


def test_where_too_little_was_judged_no_area_is_named_and_that_is_said() -> None:
    asked = b.scale("x"), b.scale("y"), b.scale("z")
    found = report(b.session(*asked, brand={"x": 1}, agency={"x": 5}))
    sentence = Phrases(Language.ENGLISH).say(headline(found, "en"))
    assert sentence.endswith("Too little was judged to say which area is least aligned.")


def test_an_area_that_is_not_in_the_report_is_not_named() -> None:
    found = replace(told({"x": 1}, {"x": 5}), weakest_areas=("elsewhere",))
    assert headline(found, "en").key == "page.to_talk"


NOT_APPLICABLE = NonAnswer.NOT_APPLICABLE
NOT_ASKED_OF_ALL = {"x": 1, "y": NonAnswer.NOT_APPLICABLE, "z": 1}


@pytest.mark.parametrize(
    ("figures", "english"),
    [
        (
            told({"x": 1, "y": 1, "z": 1}, {"x": 1, "y": 1, "z": 1}).whole,
            "Judged: 3 of 3 questions that apply (100% by weight)",
        ),
        (
            told({"x": 1, "y": 1}, {"x": 1, "y": 1, "z": 1}).whole,
            "Judged: 2 of 3 questions that apply (67% by weight)",
        ),
        (
            told(NOT_ASKED_OF_ALL, NOT_ASKED_OF_ALL).whole,
            "Judged: 2 of 2 questions that apply (100% by weight)",
        ),
        (told({}, {}).whole, "Judged: 0 of 3 questions that apply (0% by weight)"),
        (
            report(b.session(b.scale(weight=b.D(0)), brand={"q": 1}, agency={"q": 1})).whole,
            "Judged: 1 of 1 questions that apply",
        ),
        (report(b.session(b.text())).whole, "There is nothing to compare"),
    ],
)
def test_how_much_was_judged(figures: Statistics, english: str) -> None:
    assert Phrases(Language.ENGLISH).say(coverage(figures)) == english
    assert "{" not in Phrases(Language.CHINESE).say(coverage(figures))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_its_place_in_the_sentence(language: Language) -> None:
    for brand, agency, *_ in HEADLINES:
        assert "{" not in Phrases(language).say(headline(told(brand, agency), language))


def test_what_no_machine_judges_is_to_be_talked_over_all_the_same() -> None:
    session = b.session(
        b.text("t"), b.scale(), brand={"t": "words", "q": 1}, agency={"t": NOT_APPLICABLE, "q": 1}
    )
    assert report(session).whole.coverage.judged == 1
    sentence = Phrases(Language.ENGLISH).say(headline(report(session), "en"))
    assert sentence == "1 of 2 questions is to be talked over."


def test_where_enough_was_judged_nothing_else_is_said() -> None:
    unweighed = b.scale("x", weight=b.D(0))
    found = report(
        b.session(unweighed, b.scale("y"), brand={"x": 1, "y": 1}, agency={"x": 5, "y": 1})
    )
    assert Phrases(Language.ENGLISH).say(headline(found, "en")) == (
        "1 of 2 questions is to be talked over."
    )


def test_an_area_is_least_aligned_only_of_those_that_were_judged_enough() -> None:
    asked = b.scale("w"), b.scale("x"), b.scale("v"), b.scale("y", area="trust")
    session = b.session(*asked, brand={"w": 1, "y": 1}, agency={"w": 5, "y": 2})
    sentence = Phrases(Language.ENGLISH).say(headline(report(session), "en"))
    assert sentence.endswith(" Least aligned of the areas judged by half or more: Trust.")


RED = b.session(
    b.scale("x"),
    b.scale("y"),
    b.scale("z"),
    brand={"x": RED_1, "y": RED_1, "z": 1},
    agency={"x": RED_5, "y": RED_5, "z": 5},
)
"""Three differences, two of them a red line for both."""
THEIRS, LATER = {"text": "theirs"}, {"is_parked": True}
SINCE: list[tuple[dict[str, dict[str, Any]], str, str]] = [
    (
        {"x": THEIRS},
        "2 points are red lines for both; 1 of them not settled yet."
        " 2 of 3 are still to be talked over.",
        "有 2 处双方都是底线，其中 1 处还没谈定。3 处里还有 2 处要谈。",
    ),
    (
        {"x": THEIRS, "y": THEIRS},
        "2 points are red lines for both; all are settled. 1 of 3 is still to be talked over.",
        "有 2 处双方都是底线，都已经谈定。3 处里还有 1 处要谈。",
    ),
    (
        {"x": THEIRS, "y": THEIRS, "z": THEIRS},
        "2 points are red lines for both; all are settled. All 3 are settled.",
        "有 2 处双方都是底线，都已经谈定。3 处都谈定了。",
    ),
    (
        {"z": LATER},
        "2 points are red lines for both: talk about them first."
        " 2 of 3 are still to be talked over. Parked: 1.",
        "有 2 处双方都是底线，先谈这些。3 处里还有 2 处要谈。搁置 1 处。",
    ),
    (
        {"x": LATER, "y": THEIRS, "z": THEIRS},
        "2 points are red lines for both; 1 of them not settled yet."
        " Of 3, only what is parked is left: 1.",
        "有 2 处双方都是底线，其中 1 处还没谈定。3 处里只剩搁置的 1 处。",
    ),
]


@pytest.mark.parametrize(("since", "english", "chinese"), SINCE)
def test_the_headline_says_what_was_settled_since(
    since: dict[str, dict[str, Any]], english: str, chinese: str
) -> None:
    session = RED
    for question, said in since.items():
        session = session.decided(Decision(question=question, **said))
    found = report(session)
    assert Phrases(Language.ENGLISH).say(headline(found, "en")) == english
    assert Phrases(Language.CHINESE).say(headline(found, "zh-CN")) == chinese


def test_one_point_that_would_have_stopped_the_deal_is_settled() -> None:
    session = b.session(*TWO_AREAS, brand={"x": RED_1, "y": 1}, agency={"x": RED_5, "y": 5})
    found = report(session.decided(Decision(question="x", text="theirs")))
    assert Phrases(Language.ENGLISH).say(headline(found, "en")) == (
        "One point is a red line for both; it is settled. 2 of 3 are still to be talked over."
    )
