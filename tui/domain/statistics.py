"""Statistics of an area: counts of verdicts, and the alignment with its coverage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.domain.privacy import Privacy
from tui.domain.risks import Risk
from tui.domain.verdict import COUNTED, Finding, Flag, Verdict


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what applies was judged, in questions and by weight."""

    judged: int
    """The number of questions of which a verdict judges the two answers."""
    applying: int
    """The number of questions that apply (`Finding.applies`)."""
    apart: int
    """The number of judged questions that are divergent or hollow."""
    compared: Decimal
    """The sum of the weights of the judged questions."""
    shown: Decimal
    """The sum of the weights of the questions that apply."""

    @property
    def share(self) -> Decimal | None:
        """`compared / shown` in [0, 1], or None if nothing of any weight applies."""
        return self.compared / self.shown if self.shown else None

    @property
    def is_enough(self) -> bool:
        """Whether at least half of the weight was judged, so that a figure says something."""
        return self.compared > 0 and 2 * self.compared >= self.shown


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of one area, or of all areas together."""

    counts: Mapping[Verdict, int]
    """Verdict to the number of questions that have it; verdicts without any are left out."""
    private: Mapping[Verdict, int]
    """How many of these are private questions, of which only near or apart is told."""
    blocking: int
    """The number of divergences on which both have a red line."""
    agreed_risks: int
    """The number of risks that fire for both parties."""
    alignment: Decimal | None
    """The weighted mean of what the verdicts count (`Finding.agreement`); None without any."""
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
        risks: The risks told under these questions.
    """
    nothing = Decimal(0)
    judged = [(f.question.weight, f.agreement) for f in findings if f.agreement is not None]
    compared = sum((weight for weight, _ in judged), nothing)
    agreed = sum((weight * agreement for weight, agreement in judged), nothing)
    applying = [finding.question.weight for finding in findings if finding.applies]
    return Statistics(
        counts=Counter(f.verdict for f in findings if f.verdict in COUNTED),
        private=Counter(
            finding.verdict
            for finding in findings
            if finding.question.privacy is not Privacy.SHARED and finding.similarity is not None
        ),
        blocking=sum(Flag.BLOCKING in finding.flags for finding in findings),
        agreed_risks=sum(risk.is_agreed for risk in risks),
        alignment=agreed / compared if compared else None,
        coverage=Coverage(
            judged=len(judged),
            applying=len(applying),
            apart=sum(f.is_divergence for f in findings if f.agreement is not None),
            compared=compared,
            shown=sum(applying, nothing),
        ),
    )
