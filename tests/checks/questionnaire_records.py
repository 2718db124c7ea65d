"""What the good questionnaire holds, as the domain's records."""

from decimal import Decimal

from tui.domain.conditions import BOTH, DisplayCondition, Operator, Predicate
from tui.domain.localized_text import LocalizedText
from tui.domain.privacy import Privacy
from tui.domain.questions import (
    AllocationQuestion,
    Choice,
    ChoiceQuestion,
    Kind,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.risk_rules import Level, RiskRule, Source
from tui.domain.values import Allocation


def both(chinese: str, english: str) -> LocalizedText:
    return LocalizedText({"zh-CN": chinese, "en": english})


def choices(**labels: tuple[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, both(*texts)) for name, texts in labels.items())


WEEKLY = {"weekly": ("每周", "Weekly"), "monthly": ("每月", "Monthly")}
PARTIES = {"brand": ("品牌方", "Brand"), "agency": ("代运营", "Agency")}
LENT = {
    "shared": ("双方共同", "Both together"),
    "third_party": ("第三方", "A third party"),
    "nobody": ("没有人", "Nobody"),
}

QUESTIONS = (
    ChoiceQuestion(
        id="reports",
        kind=Kind.CHOICE,
        area="goals",
        text=both("{agency}多久汇报一次？", "How often does {agency} report?"),
        choices=choices(**WEEKLY),
        near_pairs=frozenset({frozenset({"weekly", "monthly"})}),
    ),
    MultiQuestion(
        id="kpis",
        kind=Kind.MULTI,
        area="goals",
        text=both("考核指标", "Metrics"),
        choices=choices(gmv=("GMV", "GMV"), roi=("ROI", "ROI"), none=("都没有", "None")),
        exclusive=frozenset({"none"}),
        must=frozenset({"gmv"}),
        recommend=("gmv", "roi"),
    ),
    ChoiceQuestion(
        id="signed",
        kind=Kind.YESNO,
        area="goals",
        text=both("是否签字？", "Signed?"),
        choices=choices(yes=("是", "Yes"), no=("否", "No")),
        display_condition=DisplayCondition(
            one_of_each=(
                (
                    Predicate("kpis", Operator.HAS, ("gmv",)),
                    Predicate("reports", Operator.IS_NOT, ("weekly",), who=BOTH),
                ),
            ),
        ),
    ),
    ScaleQuestion(
        id="horizon",
        kind=Kind.SCALE,
        area="goals",
        text=both("短期还是长期？", "Short or long term?"),
        low=both("短期", "Short"),
        high=both("长期", "Long"),
    ),
    RangeQuestion(
        id="growth",
        kind=Kind.RANGE,
        area="goals",
        text=both("增长目标", "Growth target"),
        privacy=Privacy.OVERLAP,
        measure=Measure(
            minimum=Decimal(1),
            maximum=Decimal("500.5"),
            decimals=1,
            span=Decimal("499.5"),
            ratio=Decimal(8),
            tolerance=Decimal("1.1"),
            near=Decimal(2),
        ),
    ),
    AllocationQuestion(
        id="budget",
        kind=Kind.ALLOCATION,
        area="goals",
        text=both("预算分配", "Budget split"),
        choices=choices(traffic=("流量", "Traffic"), content=("内容", "Content")),
        recommend=Allocation({"traffic": Decimal(40), "content": Decimal(60)}),
    ),
    RankingQuestion(
        id="priorities",
        kind=Kind.RANKING,
        area="goals",
        text=both("目标排序", "Rank the goals"),
        choices=choices(profit=("利润", "Profit"), growth=("增长", "Growth")),
    ),
    TextQuestion(
        id="picture",
        kind=Kind.TEXT,
        area="goals",
        text=both("成功是什么样？", "What does success look like?"),
        max_length=100,
    ),
    ChoiceQuestion(
        id="unsold_stock",
        kind=Kind.OWNER,
        area="risk",
        text=both("谁承担滞销库存？", "Who bears unsold stock?"),
        choices=choices(**PARTIES, **LENT),
        core=True,
        predict=True,
        contract=True,
        clause=both("滞销库存由{brand}承担。", "{brand} bears unsold stock."),
        recommend="brand",
        weight=Decimal(3),
        risks=(
            RiskRule(
                id="nobody",
                tests=(Predicate("unsold_stock", Operator.IN, ("nobody", "shared")),),
                level=Level.HIGH,
                say=both("无人承担", "Nobody bears it"),
                source=Source.ARTICLE,
                question="unsold_stock",
            ),
        ),
    ),
    NumberQuestion(
        id="stock_split",
        kind=Kind.NUMBER,
        area="risk",
        text=both("分担比例", "Split"),
        display_condition=DisplayCondition((Predicate("unsold_stock", Operator.IS, ("shared",)),)),
        defined_by=("unsold_stock",),
        measure=Measure(
            minimum=Decimal(0),
            maximum=Decimal(100),
            unit=both("%", "%"),
            span=Decimal(100),
            tolerance=Decimal(5),
            near=Decimal(15),
        ),
    ),
)
