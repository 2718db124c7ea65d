"""Sheets that were filled in with the first edition are compared under the present one."""

from collections import Counter
from pathlib import Path

from tests.cli.test_cli import duiqi
from tui.domain.report import Report
from tui.domain.verdict import Verdict
from tui.formats.report import read_report

SHEETS = Path(__file__).parent / "sheets"
FORMER = [str(SHEETS / f"{party}-1.0.0.toml") for party in ("brand", "agency")]
"""The worked example of the first edition, as it was shipped."""
ASKED_ANEW = {
    "gmv_definition",
    "growth_target",
    "escalation_hours",
    "price_approval",
    "team_size",
    "commission_base",
    "excess_profit_share",
    "store_ownership",
    "trial_scope",
    "handover_days",
}
"""What another thing is asked by now, so that it is open until it is confirmed."""


def test_they_are_compared_and_what_changed_its_meaning_is_to_be_confirmed(tmp_path: Path) -> None:
    out = tmp_path / "report.toml"
    done = duiqi("compare", *FORMER, "-o", str(out), "--lang", "en")
    assert done.returncode == 0
    assert done.stderr.count("nothing is dropped") == 2
    for name in ASKED_ANEW:
        assert done.stderr.count(f"to confirm: {name} ") == 2
    report = read_report(out).report
    assert isinstance(report, Report)
    assert report.edition.version != "1.0.0"
    asked = {question.id: question for question in report.questions}
    unconfirmed = {
        name
        for name, question in asked.items()
        if all(answer.is_unconfirmed for answer in question.answers.values())
    }
    assert unconfirmed - {"commission_base"} == (ASKED_ANEW & asked.keys()) - {"commission_base"}
    assert {asked[name].verdict for name in unconfirmed} == {Verdict.OPEN}
    judged = Counter(question.verdict for question in report.questions)
    assert judged[Verdict.ALIGNED] + judged[Verdict.PARTIAL] + judged[Verdict.DIVERGENT] >= 20
    assert asked["service_scope"].verdict is Verdict.UNANSWERED
