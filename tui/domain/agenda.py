"""What to talk about, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from tui.domain.risk_rules import Level
from tui.domain.risks import Risk
from tui.domain.verdict import Finding, Flag, Verdict


class Tier(IntEnum):
    """How pressing an item is; the lowest comes first."""

    BLOCKING = 1
    """Apart, and a red line for both."""
    DIVERGENCE = 2
    """Divergent, or agreed in words only."""
    AGREED_DANGER = 3
    """A high risk that both agree on."""
    CONTRACT = 4
    """Seen at different places in the contract."""
    OPEN = 5
    """Neither can say yet."""
    LOOSE = 6
    """Partial, open for one, a lesser or one-sided risk, unanswered."""
    WORDS = 7
    """Texts to read to each other."""

    @property
    def minutes(self) -> int:
        """Minutes to plan for an item."""
        return {Tier.BLOCKING: 10, Tier.DIVERGENCE: 7}.get(self, 5 if self <= Tier.OPEN else 3)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to talk about."""

    finding: Finding
    """The question and where the two stand on it."""
    tier: Tier
    """How pressing it is."""
    risks: tuple[Risk, ...]
    """What is risky about it."""
    priority: Decimal
    """Weight times the mean importance of its area to the two."""

    @property
    def question(self) -> str:
        """The question's id."""
        return self.finding.question.id


def tier(finding: Finding, open_for_both: bool, risks: Sequence[Risk]) -> Tier | None:
    """Return how pressing a finding is, or None where it needs no talk: the first that fits."""
    agreed_danger = any(risk.is_agreed and risk.rule.level is Level.HIGH for risk in risks)
    rows = (
        (Tier.BLOCKING, Flag.BLOCKING in finding.flags),
        (Tier.DIVERGENCE, finding.is_divergence),
        (Tier.AGREED_DANGER, agreed_danger),
        (Tier.CONTRACT, Flag.CONTRACT_MISMATCH in finding.flags),
        (Tier.OPEN, open_for_both),
        (Tier.LOOSE, finding.verdict in _LOOSE or bool(risks)),
        (Tier.WORDS, finding.verdict is Verdict.DISCUSS),
        (Tier.LOOSE, bool(finding.flags)),
    )
    return next((fitting for fitting, fits in rows if fits), None)


_LOOSE = (Verdict.PARTIAL, Verdict.OPEN, Verdict.UNANSWERED)


def agenda(
    findings: Sequence[Finding],
    risks: Sequence[Risk],
    open_for_both: frozenset[str],
    importance: Mapping[str, Decimal],
) -> tuple[Item, ...]:
    """Return the items in the order in which to discuss them; `findings` come in file order.

    `importance` holds, by area, the mean of what the two said. Within a tier false consensus
    comes first, then the weightier, then file order.
    """
    items = []
    for finding in findings:
        about = tuple(risk for risk in risks if risk.question == finding.question.id)
        fitting = tier(finding, finding.question.id in open_for_both, about)
        if fitting is not None:
            priority = finding.question.weight * importance[finding.question.area]
            items.append(Item(finding, fitting, about, priority))
    return tuple(sorted(items, key=_urgency))


def _urgency(item: Item) -> tuple[Tier, bool, Decimal]:
    """Order by tier, false consensus, priority; the sort is stable, so file order stays."""
    return item.tier, Flag.FALSE_CONSENSUS not in item.finding.flags, -item.priority
