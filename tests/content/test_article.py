"""Each mechanism of the article that partnership grew from is asked, judged and told.

The article names what breaks a partnership of brand and agency and what to do about it. A row is
one such mechanism: what is asked about it, an answer that the article warns of, and the rule that
must then stand in the report, at the question. Its eight figures stand below.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from tui.checks.questionnaire import load
from tui.domain.answers import Answer, NonAnswer
from tui.domain.questionnaire import Questionnaire
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet

OPEN = object()
"""Not settled, where the article says 未明确."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One thing that the article names."""

    name: str
    said: dict[str, object]
    """What both answer, by question, the first being the one that the rule is told at."""
    rule: str
    core: bool = field(default=True, kw_only=True)
    """Whether the short interview meets it, too."""


NO_LOYALTY = ["gmv", "hero_product", "awareness", "profit", "repurchase", "clear_stock"]
ALL_TRAFFIC = {"traffic": 80, "content": 15, "user_ops": 5}
DOUBLED = {"low": 50, "high": 100}

# fmt: off
MECHANISMS = (
    # One: goals.
    Mechanism("the aim is not named", {"goal_ranking": OPEN}, "no_order"),
    Mechanism("success has no picture", {"success_picture": OPEN}, "no_picture", core=False),
    Mechanism("GMV first, loyalty last", {"goal_ranking": NO_LOYALTY}, "loyalty_last"),
    Mechanism("GMV is the only target", {"kpi_set": ["gmv"]}, "only_gmv"),
    Mechanism("what is assessed is open", {"kpi_set": OPEN}, "undecided"),
    Mechanism("the aim has no figure", {"growth_target": OPEN}, "undecided"),
    Mechanism("keeping customers is not assessed", {"repurchase_target": 0}, "not_assessed",
              core=False),
    Mechanism("traffic for the sake of traffic", {"term_focus": 1}, "only_now"),
    Mechanism("brand for the sake of the brand", {"term_focus": 5}, "only_brand"),
    Mechanism("a long aim, short figures", {"term_focus": 4, "kpi_set": ["gmv", "roi"]},
              "brand_aim_sales_kpis"),
    # Two: communication.
    Mechanism("data stay closed", {"shared_data": ["none"]}, "nothing_open"),
    Mechanism("which data are open is not said", {"shared_data": OPEN}, "undecided"),
    Mechanism("doubling without data", {"growth_target": DOUBLED, "shared_data": ["none"]},
              "doubling_without_data"),
    Mechanism("trouble is told late", {"escalation_hours": 96}, "week_late"),
    Mechanism("when trouble is told is open", {"escalation_hours": OPEN}, "undecided"),
    Mechanism("who sets the price is not said", {"price_approval": OPEN}, "undecided"),
    Mechanism("prices on a word", {"price_approval": "verbal"}, "verbal"),
    Mechanism("who picks products is not said", {"assortment": OPEN}, "undecided", core=False),
    Mechanism("targets change on a word", {"target_changes": "verbal"}, "verbal", core=False),
    Mechanism("how targets change is open", {"target_changes": OPEN}, "undecided", core=False),
    Mechanism("figures on request only", {"report_frequency": "on_demand"}, "on_demand",
              core=False),
    Mechanism("no meeting a week, no review a month", {"meetings": ["quarterly"]}, "no_rhythm",
              core=False),
    Mechanism("signatures against freedom", {"price_approval": "both_sign", "delegation": 4},
              "signatures_against_freedom"),
    # Three: resources.
    Mechanism("the category is new to the team", {"category_experience": 1}, "new_ground"),
    Mechanism("no support from the brand", {"brand_support": ["none"]}, "nothing"),
    Mechanism("support lies unused", {"support_feedback": "never"}, "never", core=False),
    Mechanism("how support is used is not told", {"support_feedback": OPEN}, "undecided",
              core=False),
    Mechanism("80% for traffic", {"budget_split": ALL_TRAFFIC}, "nearly_all_traffic"),
    Mechanism("loyalty wanted, no budget",
              {"goal_ranking": ["repurchase", *NO_LOYALTY[:4], "clear_stock"],
               "budget_split": ALL_TRAFFIC}, "loyalty_without_budget"),
    # Four: trust.
    Mechanism("the brand approves everything", {"delegation": 1}, "everything_approved"),
    Mechanism("plans change all the time", {"ad_hoc_changes": 10}, "often", core=False),
    Mechanism("bad news is hidden", {"bad_news": 2}, "silence"),
    Mechanism("more work, same pay", {"excess_profit_share": 0, "fee_model": "fixed"}, "nothing"),
    Mechanism("how profit is shared is open", {"excess_profit_share": OPEN}, "undecided"),
    Mechanism("a long aim in a single project",
              {"cooperation_form": "project", "term_focus": 4}, "long_aim_short_contract",
              core=False),
    Mechanism("a deadlock has no end", {"deadlock": OPEN}, "undecided", core=False),
    # Five: risk-sharing.
    Mechanism("the brand alone pays for tests", {"trial_split": {"brand": 100, "agency": 0}},
              "brand_alone"),
    Mechanism("who pays for tests is open", {"trial_split": OPEN}, "undecided"),
    Mechanism("no way out", {"exit_months": 0}, "no_way_out"),
    Mechanism("when one may leave is open", {"exit_months": OPEN}, "undecided"),
    Mechanism("a short notice", {"brand_notice": 7}, "short"),
    Mechanism("the notice is open", {"brand_notice": OPEN}, "undecided"),
)
# fmt: on

FIGURES = {
    "30 / 40 / 30 of the budget": ("budget_split", {"traffic": 30, "content": 40, "user_ops": 30}),
    "half each of what tests cost": ("trial_split", {"brand": 50, "agency": 50}),
    "10% of the excess profit": ("excess_profit_share", 10),
    "three months in a row": ("exit_months", 3),
    "30 days of notice": ("brand_notice", 30),
    "a weekly meeting and a monthly review": ("meetings", ["weekly", "monthly"]),
}
"""Its figures that an answer may be, which the questionnaire gives for reference."""
SPOKEN = {"25%": "repurchase_target", "三个月翻倍": "growth_target", "KPI 对齐表": "kpi_set"}
"""Those that only the words of a question give, in Chinese."""


@pytest.fixture(scope="module")
def partnership() -> Questionnaire:
    return load(Path("questionnaires/partnership.toml"))


def answered(asked: Questionnaire, said: dict[str, object]) -> Session:
    """Return a session in which both have given the same answers and nothing else."""
    answers = {
        name: Answer(state=NonAnswer.UNDECIDED, rev=asked[name].rev)
        if value is OPEN
        else Answer(value=asked[name].read(value), rev=asked[name].rev)
        for name, value in said.items()
    }
    left, right = (
        Sheet(
            edition=asked.edition,
            party=Respondent(id=party, name=party, language="en"),
            date=date(2026, 11, 20),
            length=Length.FULL,
            answers=answers,
        )
        for party in asked.party_ids
    )
    return Session(questionnaire=asked, sheets=(left, right), reveal=Reveal.LIVE)


@pytest.mark.parametrize("row", MECHANISMS, ids=lambda row: row.name)
def test_a_mechanism_is_asked_judged_and_told(partnership: Questionnaire, row: Mechanism) -> None:
    question = partnership[next(iter(row.said))]
    assert question.core or not row.core
    told = {each.id: each for each in report(answered(partnership, row.said)).questions}
    found = {risk.id: risk for each in told.values() for risk in each.risks}
    assert row.rule in found, found.keys()
    assert found[row.rule].parties == partnership.party_ids
    assert any(row.rule in {risk.id for risk in told[name].risks} for name in row.said)


def test_what_is_harmless_is_told_as_no_risk(partnership: Questionnaire) -> None:
    calm = dict(FIGURES.values())
    told = report(answered(partnership, calm)).questions
    assert [risk.id for each in told for risk in each.risks] == []


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_given_for_reference(partnership: Questionnaire, name: str) -> None:
    question, figure = FIGURES[name]
    asked = partnership[question]
    assert asked.recommend == asked.read(figure)
    assert asked.practice


@pytest.mark.parametrize("figure", SPOKEN)
def test_a_figure_is_said_for_reference(partnership: Questionnaire, figure: str) -> None:
    assert figure in partnership[SPOKEN[figure]].practice["zh-CN"]


def test_each_rule_that_names_the_article_has_its_mechanism(partnership: Questionnaire) -> None:
    tested = {(next(iter(row.said)), row.rule) for row in MECHANISMS}
    named = {
        (question.id, risk.id)
        for question in partnership.questions
        for risk in question.risks
        if risk.source == "article"
    }
    assert named <= tested
