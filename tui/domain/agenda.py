"""The agenda: which questions to talk about, and in which order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from tui.domain.risk_rules import Level
from tui.domain.risks import Risk, by_question
from tui.domain.verdict import Finding, Flag, Verdict


class Tier(IntEnum):
    """How urgent an item is; the lowest tier comes first."""

    BLOCKING = 1
    """A divergence on which both have a red line."""
    DIVERGENCE = 2
    """Divergent or hollow."""
    AGREED_DANGER = 3
    """A high risk in answers on which both agree."""
    CONTRACT = 4
    """The two disagree on where the matter stands in the contract."""
    OPEN = 5
    """Open for both parties."""
    LOOSE = 6
    """Partial, open or asked of one party, unanswered, or with a lesser or one-sided risk."""
    WORDS = 7
    """Two texts to read to each other."""

    @property
    def minutes(self) -> int:
        """Minutes to plan for an item of this tier."""
        return {Tier.BLOCKING: 10, Tier.DIVERGENCE: 7}.get(self, 5 if self <= Tier.OPEN else 3)


@dataclass(frozen=True, slots=True)
class Item:
    """One question to talk about."""

    finding: Finding
    """The question, with its verdict."""
    tier: Tier
    """How urgent it is."""
    risks: tuple[Risk, ...]
    """The risks told under the question."""
    priority: Decimal
    """The question's weight times the mean importance of its area to the two parties."""

    @property
    def question(self) -> str:
        """The question's id."""
        return self.finding.question.id


def tier(finding: Finding, open_for_both: bool, risks: Sequence[Risk]) -> Tier | None:
    """Return the tier of a finding, or None if there is no need to talk about it.

    Args:
        finding: What was found on the question.
        open_for_both: Whether neither party can answer it yet.
        risks: The risks told under the question.
    """
    agreed_danger = any(risk.is_agreed and risk.rule.level is Level.HIGH for risk in risks)
    # In order of urgency: the first tier that fits counts.
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


_LOOSE = (Verdict.PARTIAL, Verdict.OPEN, Verdict.UNANSWERED, Verdict.NOT_ASKED)


def agenda(
    findings: Sequence[Finding],
    risks: Sequence[Risk],
    open_for_both: frozenset[str],
    importance: Mapping[str, Decimal],
) -> tuple[Item, ...]:
    """Return the items in the order in which to discuss them.

    Within a tier, false consensus comes first, then the higher priority, then file order; but what
    a question is defined by always comes before it.

    Args:
        findings: One for each question, in file order.
        risks: The risks that were found.
        open_for_both: The ids of the questions that neither party can answer yet.
        importance: Area id to the mean of its importance to the two parties, from 1 to 3.
    """
    told = by_question(risks)
    items = []
    for finding in findings:
        about = tuple(told.get(finding.question.id, ()))
        fitting = tier(finding, finding.question.id in open_for_both, about)
        if fitting is not None:
            priority = finding.question.weight * importance[finding.question.area]
            items.append(Item(finding, fitting, about, priority))
    return tuple(_definitions_first(sorted(items, key=_urgency)))


def _definitions_first(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items in their order, but each after those of its tier that define it."""
    waiting = {item.question: item for item in items}
    places = {item.question: place for place, item in enumerate(items)}
    for item in items:
        # A stack of our own, as a chain of definitions may be longer than Python's stack.
        stack = [item] if item.question in waiting else []
        while stack:
            top = stack[-1]
            named = (waiting.get(each) for each in top.finding.question.defined_by)
            before = [each for each in named if each is not None and each.tier is top.tier]
            if before:
                stack.append(min(before, key=lambda item: places[item.question]))
            else:
                yield waiting.pop(stack.pop().question)


def _urgency(item: Item) -> tuple[Tier, bool, Decimal]:
    """Return the sort key of an item; sorting is stable, so equal items stay in file order."""
    return item.tier, Flag.FALSE_CONSENSUS not in item.finding.flags, -item.priority
