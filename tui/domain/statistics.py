"""Statistics of an area: counts of verdicts, and the alignment with its coverage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.domain.risks import Risk
from tui.domain.verdict import Finding, Flag, Verdict


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the weight of an area was answered by both parties and compared."""

    compared: Decimal
    """The sum of the weights of the questions that were compared."""
    shown: Decimal
    """The sum of the weights of all questions that count (`Finding.covers`)."""

    @property
    def share(self) -> Decimal | None:
        """`compared / shown` in [0, 1], or None if no question counts."""
        return self.compared / self.shown if self.shown else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of one area, or of all areas together."""

    counts: Mapping[Verdict, int]
    """Verdict to the number of questions that have it; verdicts without any are left out."""
    blocking: int
    """The number of divergences on which both have a red line."""
    agreed_risks: int
    """The number of risks that fire for both parties."""
    alignment: Decimal | None
    """The weighted mean of the similarities that count, in [0, 1], or None if none counts."""
    coverage: Coverage
    """How much of the weight the alignment is based on."""

    @property
    def divergences(self) -> int:
        """The number of questions that are divergent or hollow."""
        return self.counts.get(Verdict.DIVERGENT, 0) + self.counts.get(Verdict.HOLLOW, 0)


def statistics(findings: Sequence[Finding], risks: Iterable[Risk]) -> Statistics:
    """Return the statistics of findings, and of the risks told under their questions.

    Args:
        findings: One for each question of an area, or of all areas.
        risks: The risks; those told under other questions are left out.
    """
    nothing = Decimal(0)
    counted = [(f.question.weight, f.counted) for f in findings]
    compared = sum((weight for weight, s in counted if s is not None), nothing)
    alike = sum((weight * s for weight, s in counted if s is not None), nothing)
    shown = sum((f.question.weight for f in findings if f.covers), nothing)
    places = {finding.question.id for finding in findings}
    return Statistics(
        counts=Counter(finding.verdict for finding in findings),
        blocking=sum(Flag.BLOCKING in finding.flags for finding in findings),
        agreed_risks=sum(risk.is_agreed and risk.question in places for risk in risks),
        alignment=alike / compared if compared else None,
        coverage=Coverage(compared, shown),
    )
