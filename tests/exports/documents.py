"""Documents to write: of the bundled example once it was talked over, and of texts that bite."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from tests.cli.test_cli import EXPECTED
from tests.exports.reports import TALKED_OVER
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.report import Report, ReportedDecision, ReportedMeeting
from tui.exports.document import Document
from tui.exports.kickoff import kickoff_document
from tui.formats.report import read_report

BOTH = ("zh-CN", "en")
NEXT = date(2026, 12, 18)
HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- x --> <a href='y'> <http://a.b> <1@b.cc> <5%",
    "=cmd|' /C calc'!A0",
    "[x](javascript:1) ![y](z) [z]: w [^1]",
    "[/red] [@click=app.quit]x[/]",
    "`code` ``` ~~~ ~~struck~~ 3~5天 5~7天",
    "# heading",
    "> quotation",
    "- a list",
    "+",
    "---",
    "1. one",
    "12) twelve",
    "*a* **b** _c_ __d__ a_b a__b_ _",
    "a | b | --- | :-: |",
    "&lt; &#60; &#x3c; &amp R&D",
    "trailing \\",
    "\\[a\\] \\<b>",
    "$x$ $$y$$ {{ z }} {# w #}",
    "[ ] todo",
    "http://example.org/a_b?c=d&e=f#g",
    "没有空格" * 1000,
)
"""Texts that some format takes for more than text."""


@cache
def example() -> Report:
    """Return the example's report after a meeting that decided and put off, once it has a next."""
    report = read_report(EXPECTED).report
    first, second, third, fourth = TALKED_OVER
    return replace(
        report,
        decisions=(
            decided(
                first,
                owner="周叙",
                due=date(2026, 12, 4),
                decision="Transfer the store.\n账号一个月内转给品牌。",
                words=LocalizedText({"zh-CN": "全部归品牌方", "en": "The brand, all of it"}),
                clause=LocalizedText({"zh-CN": "店铺归品牌方所有。", "en": "The brand owns it."}),
            ),
            decided(second, due=date(2026, 12, 5), state=DecisionState.DONE),
            decided(third, due=date(2026, 12, 6), is_parked=True, decision=""),
            decided(fourth, due=date(2026, 12, 7), state=DecisionState.DROPPED),
        ),
        carried=(
            Carried(
                day=date(2026, 10, 1),
                text=LocalizedText({"zh-CN": "仓库谁管？", "en": "Who runs the warehouse?"}),
                decision="Keep it",
                owner="Tom",
                due=date(2026, 12, 1),
            ),
        ),
        meeting=ReportedMeeting(planned=90, seconds=3600, next_date=NEXT),
    )


def decided(question: str, **more: Any) -> ReportedDecision:
    """Return a decision on a question of the example."""
    agenda = read_report(EXPECTED).report.agenda
    (text,) = (each.text for each in agenda if each.question == question)
    nothing: dict[str, Any] = {
        "value": None,
        "words": None,
        "taken_from": None,
        "owner": "",
        "due": None,
    }
    rest: dict[str, Any] = {
        "decision": "So be it",
        "clause": NO_TEXT,
        "is_parked": False,
        "seconds": 60,
    }
    return ReportedDecision(question=question, text=text, **nothing | rest | more)


def document(*languages: str, **more: Any) -> Document:
    """Return the document of the example, in both languages unless told otherwise."""
    return kickoff_document(replace(example(), **more), languages or BOTH, "c0ffee")


_IDS = frozenset({"id", "area_id", "mark", "edition", "fingerprint", "phrases", "legend"})


def spoilt(told: Any, text: str) -> Any:
    """Return a document, or a part of it, with `text` for every text in it."""
    if isinstance(told, str):
        return text if type(told) is str else told  # the other ones are words of the program
    if isinstance(told, tuple):
        return tuple(spoilt(each, text) for each in told)
    if is_dataclass(told) and not isinstance(told, type):
        each = {field.name: getattr(told, field.name) for field in fields(told)}
        changed = {n: spoilt(v, text) for n, v in each.items() if n not in _IDS and n != "picture"}
        return replace(told, **changed)
    return told
