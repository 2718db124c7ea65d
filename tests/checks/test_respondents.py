"""Questions that are asked of one party only: what may stand there, and what looks at the other."""

import pytest

from tests.checks.spoiling import assert_told_once, spoilt, told
from tui.diagnostics.diagnostic import Severity

MOOD, KPIS, FEE, REPORT = (f"[question.{name}]\n" for name in ("mood", "kpis", "fee", "report"))
OF_BRAND = 'asked_of = "brand"\n'
RETIRED = "[retired.old]"
SAY = 'level = "low"\nsay = { zh-CN = "小心。", en = "Mind." }\n'
ONE = (FEE, FEE + OF_BRAND, "tolerance = 500\nnear = 2000\n", "")
"""What makes the fee a question for the brand alone."""


def rule(tests: str) -> tuple[str, str]:
    return RETIRED, f"[risk.odd]\nif = [{tests}]\n{SAY}{RETIRED}"


GOOD = [
    ONE,
    (*ONE, *rule('{ q = "fee", above = 5 }')),
    (*ONE, *rule('{ q = "fee", unanswered = true }')),
    (*ONE, *rule('{ q = "fee", above = 5, who = "brand" }, '
                 '{ q = "pay", is = "yes", who = "both" }')),
    (*ONE, *rule('{ q = "fee", over = "mood" }')),
    (*ONE, MOOD, MOOD + 'show_if = [{ q = "fee", above = 5 }]\n'),
    (*ONE, MOOD, MOOD + 'asked_of = "agency"\nshow_if = [{ q = "fee", above = 5, who = "any" }]\n'),
    (KPIS, KPIS + OF_BRAND + 'must = ["gmv"]\nrecommend = ["gmv"]\n'),
    ('private = "own"', OF_BRAND + 'private = "own"'),
    (MOOD, MOOD + OF_BRAND + 'ask.brand = { zh-CN = "你们觉得呢？", en = "How is it?" }\n'),
]  # fmt: skip
WRONG = [
    ("unknown_party", "'brand'", MOOD, MOOD + 'asked_of = ‸"brnd"\n'),
    ("overlap_of_one", 'private = "own"', 'private = "overlap"',
     OF_BRAND + 'private = ‸"overlap"'),
    ("asked_of_other", 'who = "brand"', *ONE, MOOD,
     MOOD + 'show_if = [{ q = "fee", above = 5, who = ‸"agency" }]\n'),
    ("asked_of_other", "", *ONE, MOOD,
     MOOD + 'show_if_any = [{ q = "fee", above = 5, who = ‸"both" }]\n'),
    ("asked_of_other", "", *ONE, "[area.work]\n",
     '[area.work]\nshow_if = [{ q = "fee", above = 5, who = ‸"agency" }]\n'),
    ("asked_of_other", "", *ONE, *rule('{ q = "fee", unanswered = true, who = ‸"agency" }')),
    ("asked_of_other", "", *ONE, *rule('{ q = "fee", differs = ‸true }')),
    ("asked_of_other", "'mood'", *ONE, MOOD, MOOD + 'asked_of = "agency"\n',
     *rule('{ q = "fee", over = ‸"mood" }')),
    ("asked_of_two", "with 'who'", *ONE, MOOD, MOOD + 'asked_of = "agency"\n',
     *rule('{ q = "fee", above = 5 }, { q = "mood", above = ‸3 }')),
]  # fmt: skip
ODD = [
    ("idle_of_one", "'near'", FEE, FEE + OF_BRAND, "tolerance = 500\nnear = 2000", "‸near = 2000"),
    ("idle_of_one", "'predict'", MOOD, MOOD + OF_BRAND + "‸predict = true\n"),
    ("idle_of_one", "'defined_by'", MOOD, MOOD + OF_BRAND + '‸defined_by = ["pay"]\n'),
    ("idle_of_one", "'near_pairs'", REPORT,
     REPORT + OF_BRAND + '‸near_pairs = [["daily", "weekly"]]\n'),
    ("idle_of_one", "'must'", KPIS, KPIS + OF_BRAND + '‸must = ["gmv"]\n'),
    ("definer_of_one", "'fee'", *ONE, MOOD, MOOD + 'defined_by = [‸"fee"]\n'),
    ("ask_of_other", "'agency'", MOOD,
     MOOD + OF_BRAND + 'ask.‸agency = { zh-CN = "你们觉得呢？", en = "How do you find it?" }\n'),
]  # fmt: skip


@pytest.mark.parametrize("edits", GOOD)
def test_what_may_stand_there_is_not_told(edits: tuple[str, ...]) -> None:
    assert told(spoilt(*edits)) == []


@pytest.mark.parametrize(
    ("severity", "key", "words", "edits"),
    [
        (severity, key, words, edits)
        for severity, cases in ((Severity.ERROR, WRONG), (Severity.WARNING, ODD))
        for key, words, *edits in cases
    ],
    ids=[f"{place}-{case[0]}" for place, case in enumerate([*WRONG, *ODD])],
)
def test_a_mistake_gets_one_message_at_its_place(
    severity: Severity, key: str, words: str, edits: list[str]
) -> None:
    assert_told_once(severity, key, words, edits)
