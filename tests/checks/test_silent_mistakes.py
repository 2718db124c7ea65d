"""Files that look right, and do not do what they say."""

import pytest

from tests.checks.spoiling import assert_told_once, spoilt, told
from tests.questionnaires import SHOP
from tui.diagnostics.diagnostic import Severity

WIDTHS = "tolerance = 500\nnear = 2000"
MOOD, SPLIT, KPIS, WISH = (f"[question.{name}]\n" for name in ("mood", "split", "kpis", "wish"))
RETIRED = "[retired.old]"
SAY = 'level = "low"\nsay = { zh-CN = "小心。", en = "Mind." }\n'


def rule(tests: str) -> tuple[str, str]:
    return RETIRED, f"[risk.odd]\nif = [{tests}]\n{SAY}{RETIRED}"


def test_the_file_that_is_spoilt_is_good() -> None:
    assert told(SHOP) == []


TOLERANCES = [
    ("tolerance_covers_all", "keep tolerance below 100000", WIDTHS, "tolerance = ‸100000"),
    ("near_covers_all", "keep near below 100000", "near = 2000", "near = ‸100000"),
    ("tolerance_beyond_span", "at 400 apart", WIDTHS, "tolerance = ‸500\nspan = 400"),
    ("near_beyond_span", "near = 2000", "near = 2000", "near = ‸2000\nspan = 1000"),
    ("near_beyond_span", "at × 1.5 apart", WIDTHS, "ratio = ‸1.5"),
    ("near_beyond_span", "", WIDTHS, "ratio = 4\nnear = ‸4.5"),
    ("near_covers_all", "more than × 1.5 apart", WIDTHS, "ratio = ‸8",
     "min = 0\nmax = 100000", "min = 100\nmax = 150"),
    ("tolerance_covers_all", "", WIDTHS, "ratio = 8\ntolerance = ‸1.5\nnear = 1.6",
     "min = 0\nmax = 100000", "min = 100\nmax = 150"),
    ("near_covers_all", "", MOOD, MOOD + "near = ‸4\n"),
    ("near_covers_all", "keep near below 1", MOOD, MOOD + "max = ‸2\n"),
    ("near_covers_all", "", MOOD, MOOD + "min = ‸4\n"),
    ("tolerance_covers_all", "more than 100% apart", SPLIT, SPLIT + "tolerance = ‸100\n"),
    ("near_covers_all", "", SPLIT, SPLIT + "near = ‸120\n"),
    ("tolerance_covers_all", "", 'private = "overlap"', "tolerance = ‸50"),
]  # fmt: skip

IDLE = [
    ("idle_on_range", "'near'", 'private = "overlap"', 'private = "overlap"\n‸near = 5'),
    ("idle_on_range", "'span'", 'private = "overlap"', "‸span = 5"),
    ("idle_beside_near", "'span'", 'private = "own"',
     'private = "overlap"\nnear = 2\n‸span = 30'),
    ("idle_when_private", "'predict'", 'private = "own"', 'private = "own"\n‸predict = true'),
    ("idle_when_private", "'predict'", 'private = "overlap"',
     'private = "overlap"\n‸predict = true'),
    ("idle_when_private", "'defined_by'", 'private = "own"',
     'private = "own"\n‸defined_by = ["pay"]'),
    ("idle_when_own", "'weight'", 'private = "own"', 'private = "own"\n‸weight = 3'),
    ("idle_when_own", "'near'", 'private = "own"', 'private = "own"\n‸near = 3'),
    ("idle_when_own", "'tolerance'", 'private = "own"', 'private = "own"\n‸tolerance = 3'),
    ("idle_when_own", "'must'", 'exclusive = ["none"]',
     'exclusive = ["none"]\n‸must = ["gmv"]\nprivate = "own"'),
    ("predict_of_words", "leave 'predict' out", WISH, WISH + "‸predict = true\n"),
    ("recommend_of_words", "", WISH, WISH + '‸recommend = "x"\n'),
    ("defined_by_of_words", "", WISH, WISH + '‸defined_by = ["pay"]\n'),
    ("hollow_except_of_words", "", WISH, WISH + '‸hollow_except = "x"\n'),
    ("idle_without_definition", "'hollow_except'", MOOD, MOOD + "‸hollow_except = 1\n"),
]  # fmt: skip

ALWAYS = [
    ("always_true", "'fee'", MOOD, MOOD + 'show_if = [{ q = "fee", min = ‸0 }]\n'),
    ("always_true", "", *rule('{ q = "fee", below = ‸100001 }')),
    ("always_true", "", KPIS,
     KPIS + 'show_if = [{ q = "report", in = ‸["daily", "weekly", "never"] }]\n'),
    ("always_true", "", *rule('{ q = "kpis", count_max = ‸3 }')),
    ("always_true", "", *rule('{ q = "kpis", only = ‸["gmv", "roi", "fans", "none"] }')),
    ("always_true", "", *rule('{ q = "order", choice = "price", max = ‸3 }')),
    ("always_true", "", *rule('{ q = "split", choice = "ads", min = ‸0 }')),
    ("always_true", "", MOOD, MOOD + "min = -9\nmax = -5\n",
     *rule('{ q = "fee", over = ‸"mood" }')),
    ("always_true", "", MOOD, MOOD + "min = -9\nmax = -5\n",
     *rule('{ q = "fee", apart_from = ‸"mood", by = 5 }')),
    ("always_true_together", "'pay'", KPIS,
     KPIS + 'show_if_any = [{ q = "pay", is = "yes" }, { q = "pay", is = ‸"no" }]\n'),
]  # fmt: skip

NEVER = [
    ("never_true_together", "", *rule('{ q = "split", choice = "ads", min = 60 }, '
                                      '{ q = "split", choice = "people", min = ‸60 }')),
    ("never_true_together", "", *rule('{ q = "split", choice = "ads", max = 40 }, '
                                      '{ q = "split", choice = "people", max = ‸50 }')),
    ("never_true_together", "", *rule('{ q = "order", choice = "price", max = 1 }, '
                                      '{ q = "order", choice = "speed", max = ‸1 }')),
    ("never_true_together", "", *rule('{ q = "order", choice = "price", min = 3 }, '
                                      '{ q = "order", choice = "speed", min = ‸3 }')),
    ("same_party_name", "a name of its own", 'en = "Agency"', 'en = ‸"brand "'),
    ("same_party_name", "", 'name = { zh-CN = "品牌方", en = "Brand" }', 'name = "Shop"',
     'name = { zh-CN = "代运营", en = "Agency" }', 'name = ‸"SHOP"'),
]  # fmt: skip

TEXTS = [
    ("text_too_long", "4 lines of 72 cells", '"What else?"', '‸"' + "What else? " * 20 + '"'),
    ("text_too_long", "no more than 3 whole", '"还想说什么？"', '‸"' + "还想说什么？" * 19 + '"'),
    ("text_too_long", "no more than 2 whole", WISH,
     WISH + 'hint = { zh-CN = "一句话。", en = ‸"""a\nb\nc\n""" }\n'),
]  # fmt: skip


def _judged(cases: list[tuple[str, ...]], severity: Severity) -> list[object]:
    return [
        pytest.param(key, severity, words, edits, id=f"{key}-{place}")
        for place, (key, words, *edits) in enumerate(cases)
    ]


@pytest.mark.parametrize(
    ("key", "severity", "words", "edits"),
    [
        *_judged([*TOLERANCES, *IDLE, *ALWAYS, *TEXTS], Severity.WARNING),
        *_judged(NEVER, Severity.ERROR),
    ],
)
def test_a_mistake_that_looks_right_is_told_at_its_place(
    key: str, severity: Severity, words: str, edits: list[str]
) -> None:
    assert_told_once(severity, key, words, edits)


@pytest.mark.parametrize(
    "edits",
    [
        (WIDTHS, "ratio = 8"),
        (WIDTHS, "span = 1000\nnear = 1000"),
        (MOOD, MOOD + "max = 2\nnear = 0\n"),
        (MOOD, MOOD + "max = 3\n"),
        ('private = "own"', 'private = "own"\nweight = 0'),
        ('private = "own"', 'private = "own"\ntolerance = 3\nrecommend = 6'),
        ('private = "own"', 'private = "overlap"\nnear = 6'),
        (WISH, WISH + "predict = false\ndefined_by = []\n"),
        (KPIS, KPIS + 'show_if = [{ q = "pay", unanswered = true }]\n'),
        (KPIS, KPIS + 'show_if_any = [{ q = "pay", is = "yes", who = "brand" }, '
                      '{ q = "pay", is = "no", who = "agency" }]\n'),
        (KPIS, KPIS + 'show_if_any = [{ q = "report", is = "daily" }, '
                      '{ q = "report", is = "weekly" }]\n'),
        rule('{ q = "kpis", count_max = 2 }'),
        rule('{ q = "split", choice = "ads", min = 60 }, '
             '{ q = "split", choice = "people", min = 40 }'),
        rule('{ q = "order", choice = "price", max = 2 }, '
             '{ q = "order", choice = "speed", max = 2 }'),
        ('"What else?"', '"' + "What else? " * 18 + '"'),
        (WISH, WISH + 'guide = { zh-CN = "一。", en = """a\nb\nc\nd\n""" }\n'),
    ],
)  # fmt: skip
def test_what_does_what_it_says_is_not_told(edits: tuple[str, ...]) -> None:
    assert told(spoilt(*edits)) == []


def test_a_warning_hides_no_error_beside_it() -> None:
    text = spoilt(KPIS, KPIS + 'recommend = ["gmw"]\n', 'en = "Followers"', 'en = "{brand}"')
    assert {key for key, *_ in told(text)} == {"placeholder_only_here", "recommend_unfit"}


def test_a_test_that_always_holds_hides_no_contradiction() -> None:
    text = spoilt(*rule('{ q = "fee", min = 0 }, { q = "pay", is = "yes" }, '
                        '{ q = "pay", is = "no" }'))  # fmt: skip
    assert [key for key, *_ in told(text)] == ["always_true", "never_true_together"]


@pytest.mark.parametrize("decimals", [100, -100, 10**9])
def test_decimals_beyond_all_measure_are_told_and_end_nothing(decimals: int) -> None:
    text = spoilt("tolerance = 500", f"tolerance = 500\ndecimals = {decimals}",
                  *rule('{ q = "fee", below = 3 }'))  # fmt: skip
    assert [key for key, *_ in told(text)] == ["not_between"]
