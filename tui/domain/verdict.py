"""What is to be said of a question once both have answered it: the verdict.

How near two values are is each type's own rule: see `tui.domain.questions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tui.domain.answers import Answer, Firmness, NonAnswer
from tui.domain.questions import AnyQuestion, Closeness, Kind, Privacy
from tui.domain.similarity import ALIKE, UNLIKE


class Verdict(StrEnum):
    """Where the two stand on a question."""

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"
    HOLLOW = "hollow"
    """They agree in words, on different definitions."""
    OPEN = "open"
    """At least one cannot say yet."""
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"
    """Only one of them was asked."""
    NOT_APPLICABLE = "not_applicable"
    """Both say that it does not concern them."""
    DISCUSS = "discuss"
    """Two texts, for people to compare."""


class Flag(StrEnum):
    """What is to be said beside the verdict."""

    CONTRACT_MISMATCH = "contract_mismatch"
    BLOCKING = "blocking"
    FALSE_CONSENSUS = "false_consensus"
    FALSE_CONFLICT = "false_conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one question."""

    question: AnyQuestion
    """The question."""
    verdict: Verdict
    """Where the two stand."""
    similarity: Decimal | None = None
    """How alike the answers are, in [0, 1]; None where they are not compared."""
    flags: frozenset[Flag] = frozenset()
    """What is to be said beside the verdict."""

    @property
    def counted(self) -> Decimal | None:
        """The similarity as it counts in its area: a hollow agreement counts as none."""
        if self.similarity is None or not self.question.is_compared:
            return None
        return UNLIKE if self.verdict is Verdict.HOLLOW else self.similarity

    @property
    def covers(self) -> bool:
        """Whether its weight counts in the area's coverage."""
        return (
            self.question.is_compared
            and self.question.kind is not Kind.TEXT
            and self.verdict is not Verdict.NOT_APPLICABLE
        )

    @property
    def is_divergence(self) -> bool:
        """Whether the two stand apart, openly or under the same words."""
        return self.verdict in (Verdict.DIVERGENT, Verdict.HOLLOW)

    @property
    def is_apart(self) -> bool:
        """Whether two values were compared and are not aligned."""
        return self.similarity is not None and self.verdict is not Verdict.ALIGNED


def compare(
    question: AnyQuestion, ours: Answer, theirs: Answer, *, asked_of_both: bool = True
) -> Finding:
    """Compare two answers by themselves: without definitions, contract states and guesses."""
    if not asked_of_both:
        return Finding(question, Verdict.NOT_ASKED)
    if (verdict := _without_values(ours, theirs)) is not None:
        return Finding(question, verdict)
    if question.kind is Kind.TEXT:
        return Finding(question, Verdict.DISCUSS)
    if question.privacy is not Privacy.SHARED:
        meets = question.overlaps(ours.value, theirs.value)
        verdict = Verdict.ALIGNED if meets else Verdict.DIVERGENT
        return Finding(question, verdict, ALIKE if meets else UNLIKE)
    closeness: Closeness = question.closeness(ours.value, theirs.value)
    similarity = question.similarity(ours.value, theirs.value)
    return Finding(question, Verdict(closeness.value), similarity)


def _without_values(ours: Answer, theirs: Answer) -> Verdict | None:
    """Return the verdict where there are not two values to compare: the first that fits."""
    if not (ours.is_answered and theirs.is_answered):
        return Verdict.UNANSWERED
    if ours.is_open or theirs.is_open:
        return Verdict.OPEN
    not_applicable = [answer.state is NonAnswer.NOT_APPLICABLE for answer in (ours, theirs)]
    if all(not_applicable):
        return Verdict.NOT_APPLICABLE
    return Verdict.DIVERGENT if any(not_applicable) else None


def is_shaky(definer: Finding) -> bool:
    """Return whether what rests on a definition with this finding of `compare` rests on nothing."""
    return definer.verdict in (Verdict.DIVERGENT, Verdict.OPEN)


def is_hollow(finding: Finding, by_value: Mapping[str, Finding]) -> bool:
    """Return whether an agreement rests on a definition on which the two are apart or open.

    `by_value` holds the findings of `compare` by question id: one step, no chains.
    """
    question = finding.question
    if question.privacy is not Privacy.SHARED:
        return False
    definers = (by_value[definer] for definer in question.defined_by if definer in by_value)
    return finding.verdict in (Verdict.ALIGNED, Verdict.PARTIAL) and any(map(is_shaky, definers))


def states_differ(ours: Answer, theirs: Answer) -> bool:
    """Return whether the two see the matter at different places in the contract."""
    return None not in (ours.contract, theirs.contract) and ours.contract != theirs.contract


def judge(
    finding: Finding, ours: Answer, theirs: Answer, by_value: Mapping[str, Finding]
) -> Finding:
    """Return the final finding: `compare`, then contract mismatch, hollowness, blocking."""
    flags = set(finding.flags)
    verdict = finding.verdict
    if states_differ(ours, theirs):
        flags.add(Flag.CONTRACT_MISMATCH)
        if verdict is Verdict.ALIGNED and finding.question.privacy is Privacy.SHARED:
            verdict = Verdict.PARTIAL
    if is_hollow(finding, by_value):
        verdict = Verdict.HOLLOW
    judged = replace(finding, verdict=verdict)
    if judged.is_divergence and ours.firmness is theirs.firmness is Firmness.RED_LINE:
        flags.add(Flag.BLOCKING)
    return replace(judged, flags=frozenset(flags))
