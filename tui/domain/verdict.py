"""The verdict on a question, from the two answers to it.

How close two values are is decided by each type of question: see `tui.domain.questions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tui.domain.answers import Answer, Firmness, NonAnswer
from tui.domain.confirmation import must_confirm
from tui.domain.firmness import firmness_of
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Closeness
from tui.domain.similarity import ALIKE, UNLIKE


class Verdict(StrEnum):
    """The result of comparing two answers to a question."""

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"
    HOLLOW = "hollow"
    """The answers agree, but not the definitions on which their meaning depends."""
    OPEN = "open"
    """At least one party cannot answer yet."""
    UNANSWERED = "unanswered"
    """At least one party has not answered."""
    NOT_ASKED = "not_asked"
    """Only one party was asked."""
    NOT_APPLICABLE = "not_applicable"
    """Both parties say that it does not apply."""
    DISCUSS = "discuss"
    """The answers are texts, which only people can compare."""
    ONE_PARTY = "one_party"
    """Only one party can be asked: there is nothing to compare, and nothing is missing."""


class Flag(StrEnum):
    """What to point out besides the verdict."""

    CONTRACT_MISMATCH = "contract_mismatch"
    """The parties disagree on where the matter stands in the contract."""
    BLOCKING = "blocking"
    """The parties are divided, and both have a red line."""
    FALSE_CONSENSUS = "false_consensus"
    """They disagree, but at least one of them thinks that they agree."""
    FALSE_CONFLICT = "false_conflict"
    """They agree, but at least one of them thinks that they do not."""


_AGREEMENT: Mapping[Verdict, Decimal] = {
    Verdict.ALIGNED: Decimal(1),
    Verdict.PARTIAL: Decimal("0.5"),
    Verdict.DIVERGENT: Decimal(0),
    Verdict.HOLLOW: Decimal(0),
}
"""What each verdict that judges two answers counts; the others judge nothing."""
JUDGING = frozenset(_AGREEMENT)
"""The verdicts that judge two answers."""
APART = frozenset({Verdict.DIVERGENT, Verdict.HOLLOW})
"""Those of them that call for a talk."""
APPLYING = frozenset(Verdict) - {Verdict.NOT_APPLICABLE, Verdict.DISCUSS, Verdict.ONE_PARTY}
"""The verdicts on questions that apply and could be judged."""
COUNTED = tuple(verdict for verdict in Verdict if verdict is not Verdict.ONE_PARTY)
"""The verdicts that are counted: all that say anything of two answers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one question."""

    question: AnyQuestion
    """The question."""
    verdict: Verdict
    """The result of comparing the answers."""
    similarity: Decimal | None = None
    """The similarity of the answers, in [0, 1]; None if they are not compared."""
    flags: frozenset[Flag] = frozenset()
    """What to point out besides the verdict."""

    @property
    def agreement(self) -> Decimal | None:
        """What the verdict counts in the alignment of its area: 1, a half or 0; else None."""
        return _AGREEMENT.get(self.verdict) if self.question.can_be_judged else None

    @property
    def applies(self) -> bool:
        """Whether the question counts in the coverage of its area."""
        return self.question.can_be_judged and self.verdict is not Verdict.NOT_APPLICABLE

    @property
    def is_divergence(self) -> bool:
        """Whether the verdict is divergent or hollow."""
        return self.verdict in APART

    @property
    def is_apart(self) -> bool:
        """Whether two values were compared and are not aligned, in a finding of `compare`."""
        return self.similarity is not None and self.verdict is not Verdict.ALIGNED


def compare(
    question: AnyQuestion, ours: Answer, theirs: Answer, *, asked_of_both: bool = True
) -> Finding:
    """Return the finding on two answers alone, without definitions, contract states and guesses.

    Args:
        question: The question.
        ours: The answer of one party.
        theirs: The answer of the other party.
        asked_of_both: Whether both parties were asked.
    """
    if question.asked_of is not None:
        return Finding(question, Verdict.ONE_PARTY)
    if not asked_of_both:
        return Finding(question, Verdict.NOT_ASKED)
    if (verdict := _without_values(question, ours, theirs)) is not None:
        return Finding(question, verdict)
    if question.is_for_people(ours.value, theirs.value):
        return Finding(question, Verdict.DISCUSS)
    if question.privacy is not Privacy.SHARED:
        meets = question.overlaps(ours.value, theirs.value)
        verdict = Verdict.ALIGNED if meets else Verdict.DIVERGENT
        return Finding(question, verdict, ALIKE if meets else UNLIKE)
    closeness: Closeness = question.closeness(ours.value, theirs.value)
    similarity = question.similarity(ours.value, theirs.value)
    return Finding(question, Verdict(closeness.value), similarity)


def _without_values(question: AnyQuestion, ours: Answer, theirs: Answer) -> Verdict | None:
    """Return the verdict if there are not two values to compare, else None."""
    if not (ours.is_answered and theirs.is_answered):
        return Verdict.UNANSWERED
    if is_open(question, ours) or is_open(question, theirs):
        return Verdict.OPEN
    not_applicable = [answer.state is NonAnswer.NOT_APPLICABLE for answer in (ours, theirs)]
    if all(not_applicable):
        return Verdict.NOT_APPLICABLE
    return Verdict.DIVERGENT if any(not_applicable) else None


def is_open(question: AnyQuestion, answer: Answer) -> bool:
    """Return whether a party cannot answer yet, or must confirm what it answered formerly."""
    return answer.is_open or must_confirm(question, answer)


def is_shaky(definer: Finding) -> bool:
    """Return whether a definition with this finding of `compare` makes agreements on it hollow."""
    return definer.verdict in (Verdict.DIVERGENT, Verdict.OPEN)


def is_hollow(
    finding: Finding, ours: Answer, theirs: Answer, by_value: Mapping[str, Finding]
) -> bool:
    """Return whether an agreement depends on a definition that is divergent or open.

    It does not where both answers say that there is nothing to define (`hollow_except`).

    Args:
        finding: What was found on the question by the values of the answers.
        ours: The answer of one party.
        theirs: The answer of the other party.
        by_value: Question id to the finding of `compare`. Hollowness is not passed on from one
            definition to the next.
    """
    question = finding.question
    if question.privacy is not Privacy.SHARED:
        return False
    if finding.verdict not in (Verdict.ALIGNED, Verdict.PARTIAL):
        return False
    if all(question.needs_no_definition(answer.value) for answer in (ours, theirs)):
        return False
    definers = (by_value[definer] for definer in question.defined_by if definer in by_value)
    return any(map(is_shaky, definers))


def states_differ(question: AnyQuestion, ours: Answer, theirs: Answer) -> bool:
    """Return whether the parties disagree on where the matter stands in the contract."""
    if must_confirm(question, ours) or must_confirm(question, theirs):
        return False
    return None not in (ours.contract, theirs.contract) and ours.contract != theirs.contract


def judge(
    finding: Finding, ours: Answer, theirs: Answer, by_value: Mapping[str, Finding]
) -> Finding:
    """Return the final finding on a question, with contract mismatch, hollowness and blocking.

    Args:
        finding: What `compare` found on the question.
        ours: The answer of one party.
        theirs: The answer of the other party.
        by_value: Question id to the finding of `compare`, for the definitions.
    """
    flags = set(finding.flags)
    verdict = finding.verdict
    if states_differ(finding.question, ours, theirs):
        flags.add(Flag.CONTRACT_MISMATCH)
        if verdict is Verdict.ALIGNED and finding.question.privacy is Privacy.SHARED:
            verdict = Verdict.PARTIAL
    if is_hollow(finding, ours, theirs, by_value):
        verdict = Verdict.HOLLOW
    judged = replace(finding, verdict=verdict)
    red_lines = (
        firmness_of(finding.question, each) is Firmness.RED_LINE for each in (ours, theirs)
    )
    if judged.is_divergence and all(red_lines):
        flags.add(Flag.BLOCKING)
    return replace(judged, flags=frozenset(flags))
