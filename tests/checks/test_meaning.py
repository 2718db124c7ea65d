"""A later edition that changes what former answers mean: told unless it raises `rev`."""

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tests.questionnaires import SHOP
from tui.diagnostics.diagnostic import Severity

RAISED = SHOP.replace('"1.0.0"', '"1.1.0"', 1)
MOOD, SPLIT, FEE, ORDER, CALL, REPORT = (
    f"[question.{name}]\n" for name in ("mood", "split", "fee", "order", "call", "report")
)
LOW, HIGH = 'zh-CN = "很不顺", en = "Badly"', 'zh-CN = "很顺", en = "Well"'
WEEKLY = 'zh-CN = "每周", en = "Weekly"'
QUALITY = 'choices.quality = { zh-CN = "质量", en = "Quality" }\n'

CHANGED = [
    ("bounds_changed", "mood", "from 1 – 5 to 1 – 10", MOOD, MOOD + "max = ‸10\n"),
    ("bounds_changed", "fee", "", "min = 0\nmax = 100000", "min = ‸1\nmax = 100000"),
    ("bounds_changed", "rate", "", "max = 50\n", "max = ‸40\n"),
    ("ends_changed", "mood", "", f"low = {{ {LOW} }}", '‸low = { zh-CN = "差", en = "Poorly" }'),
    ("ends_changed", "mood", "", f"low = {{ {LOW} }}\nhigh = {{ {HIGH} }}",
     f"‸low = {{ {HIGH} }}\nhigh = {{ {LOW} }}"),
    ("ends_changed", "mood", "", f"low = {{ {LOW} }}\n", "", "[question.mood]", "[question.‸mood]"),
    ("unit_changed", "fee", "", 'unit = { zh-CN = "元"', '‸unit = { zh-CN = "万元"'),
    ("unit_changed", "rate", "", 'unit = "%"\n', "", "[question.rate]", "[question.‸rate]"),
    ("unit_changed", "split", "", SPLIT, SPLIT + '‸unit = "%"\n'),
    ("decimals_changed", "fee", "from 0 to 2", "max = 100000", "max = 100000\ndecimals = ‸2"),
    ("ratio_added", "fee", "", "tolerance = 500\nnear = 2000", "ratio = ‸8"),
    ("total_changed", "split", "from 100 to 60", SPLIT, SPLIT + "total = ‸60\n"),
    ("max_length_lowered", "wish", "", "max_length = 300", "max_length = ‸299"),
    ("exclusive_added", "kpis", "gmv", '["none"]', '‸["none", "gmv"]'),
    ("private_no_more", "cash", "shown to the other side", 'private = "own"\n', "",
     "[question.cash]", "‸[question.cash]"),
    ("private_no_more", "rate", "", 'private = "overlap"\n', "",
     "[question.rate]", "‸[question.rate]"),
    ("privacy_changed", "cash", "from 'own' to 'overlap'", '"own"', '‸"overlap"'),
    ("privacy_changed", "rate", "from 'overlap' to 'own'", '"overlap"', '‸"own"'),
    ("privacy_changed", "wish", "from 'shared' to 'own'", "max_length = 300",
     'max_length = 300\nprivate = ‸"own"'),
    ("items_changed", "order", "(+service)", QUALITY,
     QUALITY + 'choices.service = { zh-CN = "服务", en = "Service" }\n',
     "choices.price", "‸choices.price"),
    ("items_changed", "order", "(-quality)", QUALITY, 'retired.quality.since = "1.1.0"\n',
     "choices.price", "‸choices.price"),
    ("choice_gone", "order", 'since = "1.1.0", and rev = 2', QUALITY, "",
     "choices.price", "‸choices.price"),
    ("choice_rewritten", "kpis", "", '"ROI"', '‸"ROAS"'),
    ("choices_exchanged", "order", "'speed'",
     '{ zh-CN = "价格", en = "Price" }', '‸{ zh-CN = "速度", en = "Speed" }',
     'choices.speed = { zh-CN = "速度", en = "Speed" }',
     'choices.speed = { zh-CN = "价格", en = "Price" }'),
]  # fmt: skip
"""Message, question, words, and the edits of the later edition."""


@pytest.mark.parametrize(("key", "question", "words", "edits"), [
    pytest.param(key, question, words, edits, id=f"{key}-{place}")
    for place, (key, question, words, *edits) in enumerate(CHANGED)
])  # fmt: skip
def test_a_changed_meaning_needs_rev_or_is_to_be_restored(
    key: str, question: str, words: str, edits: list[str]
) -> None:
    marked = spoilt(*edits, text=RAISED)
    ((found, severity, line, column, said),) = told(marked, SHOP)
    assert (found, severity) == (key, Severity.ERROR)
    assert (line, column) == caret_of(marked)
    assert words in said
    assert "rev = 2" in said
    assert f"[question.{question}]" in said


@pytest.mark.parametrize(("key", "question", "words", "edits"), [
    pytest.param(*case[:3], case[3:], id=f"{case[0]}-{place}")
    for place, case in enumerate(CHANGED)
    if case[0] != "choice_gone"
])  # fmt: skip
def test_once_rev_is_raised_nothing_is_told(
    key: str, question: str, words: str, edits: tuple[str, ...]
) -> None:
    assert key or words
    head = f"[question.{question}]\n"
    meant = spoilt(*edits, text=RAISED).replace("‸", "")
    assert told(spoilt(head, head + "rev = 2\n", text=meant), SHOP) == []


REWORDED = [
    ("ends_reworded", f"low = {{ {LOW} }}", '‸low = { zh-CN = "很不顺", en = "Poorly" }'),
    ("choice_reworded", 'choices.fans = { zh-CN = "粉丝数", en = "Followers" }',
     'choices.fans = ‸{ zh-CN = "粉丝数", en = "Fans" }'),
    ("choice_reworded", '"ROI"', '‸"Roi"'),
    ("text_changed", 'text = { zh-CN = "还想说什么？", en = "What else?" }',
     '‸text = { zh-CN = "最担心什么？", en = "What worries you?" }'),
    ("text_changed", 'text = { zh-CN = "还想说什么？", en = "What else?" }',
     '‸text = { zh-CN = "还想说什么？", en = "Anything else?" }'),
]  # fmt: skip


@pytest.mark.parametrize(("key", "old", "new"), REWORDED)
def test_other_words_alone_are_a_warning_that_leaves_the_choice(
    key: str, old: str, new: str
) -> None:
    marked = spoilt(old, new, text=RAISED)
    ((found, severity, line, column, said),) = told(marked, SHOP)
    assert (found, severity) == (key, Severity.WARNING)
    assert (line, column) == caret_of(marked)
    assert "if it means something else now, write rev = 2" in said
    assert "else leave it" in said


@pytest.mark.parametrize(
    "edits",
    [
        ("never = {", 'yearly = { zh-CN = "每年", en = "Yearly" }\nnever = {'),
        ('exclusive = ["none"]\n', ""),
        ('exclusive = ["none"]', 'exclusive = ["none"]\nmust = ["gmv"]'),
        ("max_length = 300", "max_length = 400"),
        ('"ROI"', '{ zh-CN = "ROI", en = "ROI" }'),
        ('zh-CN = "还想说什么？", en = "What else?"', 'zh-CN = "还想说什么", en = "What  Else"'),
        ("tolerance = 500", "tolerance = 600\nweight = 2\npredict = true"),
        ('choices = "often"\n[question.call]', 'choices.daily = { zh-CN = "每天", en = "Daily" }\n'
         f"choices.weekly = {{ {WEEKLY} }}\n"
         'choices.never = { zh-CN = "从不", en = "Never" }\n[question.call]'),
    ],
)  # fmt: skip
def test_what_leaves_former_answers_as_they_are_is_not_told(edits: tuple[str, ...]) -> None:
    assert told(spoilt(*edits, text=RAISED), SHOP) == []


def test_a_ratio_that_is_gone_is_told() -> None:
    old = spoilt("tolerance = 500\nnear = 2000", "ratio = 8")
    ((key, *_),) = told(RAISED, old)
    assert key == "ratio_removed"


def test_a_shared_list_is_told_once_with_all_who_use_it() -> None:
    marked = spoilt(WEEKLY, 'zh-CN = "半月一次", en = "Fortnightly"', text=RAISED)
    ((key, _, _, _, said),) = told(marked, SHOP)
    assert key == "choice_rewritten"
    assert "report, call" in said
    one = spoilt(CALL, CALL + "rev = 2\n", text=marked)
    ((key, _, _, _, said),) = told(one, SHOP)
    assert "rev = 2 in [question.report]" in said
    assert told(spoilt(REPORT, REPORT + "rev = 2\n", text=one), SHOP) == []


def test_a_renamed_question_is_held_to_what_it_was() -> None:
    renamed = spoilt("[question.fee]", '[question.monthly]\nwas = ["fee"]', text=RAISED)
    assert told(renamed, SHOP) == []
    ((key, _, _, _, said),) = told(spoilt('zh-CN = "元"', 'zh-CN = "美元"', text=renamed), SHOP)
    assert key == "unit_changed"
    assert "[question.monthly]" in said


@pytest.mark.parametrize(("now", "words"), [("rev = 2\n", "from 3 to 2"), ("", "from 3 to 1")])
def test_a_lowered_rev_is_told_and_nothing_that_follows(now: str, words: str) -> None:
    old = spoilt(FEE, FEE + "rev = 3\n")
    new = spoilt(FEE, FEE + now, "max = 100000", "max = 900000", text=RAISED)
    ((key, severity, _, _, said),) = told(new, old)
    assert (key, severity) == ("rev_lowered", Severity.ERROR)
    assert words in said
    assert "rev = 3" in said
