"""What an area comes to: counts first, then alignment, always with its coverage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.domain.risks import Risk
from tui.domain.verdict import Finding, Flag, Verdict


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an area's weight was answered by both parties and compared."""

    compared: Decimal
    """Sum of the weights of the compared questions."""
    shown: Decimal
    """Sum of the weights of all questions that count in coverage."""

    @property
    def share(self) -> Decimal | None:
        """`compared / shown` in [0, 1], or None where nothing was shown."""
        return self.compared / self.shown if self.shown else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of an area, or of the whole."""

    counts: Mapping[Verdict, int]
    """How many questions have each verdict; verdicts that none has are left out."""
    blocking: int
    """How many are a red line for both."""
    agreed_risks: int
    """How many risks hold for both."""
    alignment: Decimal | None
    """The weighted mean of the counted similarities, or None where none counts."""
    coverage: Coverage
    """How much of the weight it rests on."""

    @property
    def divergences(self) -> int:
        """How many questions divide the two, openly or under the same words."""
        return self.counts.get(Verdict.DIVERGENT, 0) + self.counts.get(Verdict.HOLLOW, 0)


def statistics(findings: Sequence[Finding], risks: Iterable[Risk]) -> Statistics:
    """Return the figures of the questions found, and of the risks told under them."""
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
