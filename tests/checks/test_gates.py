"""Gates of areas, and gates with both lists: what may stand there, and what is told of the rest."""

import pytest

from tests.checks.spoiling import assert_told_once, spoilt, told
from tui.diagnostics.diagnostic import Severity

MONEY, WORK = (
    'title = { zh-CN = "钱", en = "Money" }\n',
    'title = { zh-CN = "活", en = "Work" }\n',
)
MOOD, KPIS, FEE, PAY = (f"[question.{name}]\n" for name in ("mood", "kpis", "fee", "pay"))
YES, NO = '{ q = "pay", is = "yes" }', '{ q = "pay", is = "no" }'
GATED = WORK + f"show_if = [{YES}]\n"
CORE = "core = true\n"

GOOD = [
    (WORK, GATED),
    (WORK, WORK + f'show_if = [{YES}]\nshow_if_any = [{{ q = "fee", above = 5 }}, {NO}]\n'),
    (WORK, GATED, MOOD, MOOD + 'show_if = [{ q = "report", is = "daily" }]\n'),
    (MOOD, MOOD + f'show_if = [{YES}]\nshow_if_any = [{{ q = "fee", above = 5 }}, '
           '{ q = "report", is = "never" }]\n'),
]  # fmt: skip
WRONG = [
    ("condition_on_itself", "", MOOD, MOOD + 'show_if = [{ q = ‸"mood", above = 2 }]\n'
     f"show_if_any = [{YES}]\n"),
    ("empty_condition", "", WORK, WORK + "show_if = ‸[]\n"),
    ("empty_condition", "", MOOD, MOOD + f"show_if = [{YES}]\nshow_if_any = ‸[]\n"),
    ("not_tables", "", WORK, WORK + f"show_if = ‸{YES}\n"),
    ("unknown_question", "'pay'", WORK, WORK + 'show_if = [{ q = ‸"payy", is = "yes" }]\n'),
    ("unknown_choice", "'yes'", WORK, WORK + 'show_if = [{ q = "pay", is = ‸"yess" }]\n'),
    ("operator_unfit", "", WORK, WORK + 'show_if = [{ q = "pay", ‸above = 2 }]\n'),
    ("differs_unfit", "", WORK, WORK + 'show_if = [{ q = "pay", ‸differs = true }]\n'),
    ("unknown_party", "", WORK, WORK + 'show_if = [{ q = "pay", is = "yes", who = ‸"shop" }]\n'),
    ("never_true_together", "", WORK, WORK + 'show_if = [{ q = "fee", above = ‸5 }, '
     '{ q = "fee", who = "both", below = 5 }]\n'),
    ("condition_on_later", "before 'pay'", MONEY,
     MONEY + 'show_if = [{ q = ‸"report", is = "daily" }]\n'),
    ("area_on_itself", "an earlier area", WORK,
     WORK + 'show_if = [{ q = ‸"report", is = "daily" }]\n'),
    ("gate_tells_private", "ask the area 'work' always", WORK,
     WORK + 'show_if = [{ q = ‸"cash", below = 3 }]\n'),
    ("gate_tells_private", "", WORK, WORK + 'show_if_any = [{ q = ‸"rate", min = 3 }]\n'),
    ("unknown_key", "'show_if'", WORK, WORK + f"‸shoe_if = [{YES}]\n"),
]  # fmt: skip
ODD = [
    ("always_true", "'fee'", WORK, WORK + 'show_if = [{ q = "fee", min = ‸0 }]\n'),
    ("always_true_together", "", WORK,
     WORK + 'show_if_any = [{ q = "pay", is = "yes" }, { q = "pay", is = ‸"no" }]\n'),
    ("never_shown", "", WORK, WORK + 'show_if = [{ q = "pay", is = "yes", who = "both" }]\n',
     MOOD, '‸[question.mood]\nshow_if = [{ q = "pay", is = "no", who = "brand" }]\n'),
    ("area_never_shown", "'work'", FEE, FEE + f"show_if = [{YES}]\n", "[area.work]", "‸[area.work]",
     WORK, WORK + 'show_if = [{ q = "fee", above = 5 }, '
     '{ q = "pay", is = "no", who = "both" }]\n',
     ),
    ("area_never_short", "make that core too", "[area.work]", "‸[area.work]",
     WORK, WORK + 'show_if = [{ q = "fee", above = 5 }]\n',
     MOOD, MOOD + CORE, KPIS, KPIS + CORE),
    ("core_never_short", "", WORK, WORK + f"show_if = [{YES}]\n", MOOD,
     '‸[question.mood]\nshow_if_any = [{ q = "report", is = "daily" }]\n' + CORE),
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
