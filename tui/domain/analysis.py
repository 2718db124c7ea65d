"""The analysis of a session: all that a comparison of its two sheets shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from tui.domain.agenda import Item, agenda
from tui.domain.answers import HIDDEN
from tui.domain.branching import not_asked
from tui.domain.conditions import Answers
from tui.domain.confirmation import confirmed
from tui.domain.perception import perception
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.risks import Risk, compared_questions, risks
from tui.domain.session import Session
from tui.domain.statistics import Statistics, statistics
from tui.domain.verdict import Finding, Verdict, compare, is_open, is_shaky, judge

T = TypeVar("T")


@dataclass(frozen=True)
class Analysis:
    """What was found on every question, and the statistics over them."""

    findings: tuple[Finding, ...]
    """One for each question that either party is asked, except those of privacy `own`; in order."""
    risks: tuple[Risk, ...]
    """The risk rules that fired."""
    shaky_definers: Mapping[str, tuple[AnyQuestion, ...]]
    """Id of a hollow question to those of its definitions that are divergent or open."""
    agenda: tuple[Item, ...]
    """What to talk about, the most urgent first."""
    areas: Mapping[str, Statistics]
    """Area id to the statistics of that area, in the order of the interview."""
    whole: Statistics
    """The statistics of all areas together."""

    @cached_property
    def _by_question(self) -> Mapping[str, Finding]:
        return {finding.question.id: finding for finding in self.findings}

    def finding(self, question: str) -> Finding | None:
        """Return what was found on a question, or None if it was not asked or may not be told."""
        return self._by_question.get(question)

    @property
    def weakest_areas(self) -> tuple[str, ...]:
        """The ids of the areas to begin with: those of the lowest alignment, all that share it.

        An area of which less than half was judged is none of them, nor is any where nothing
        diverges.
        """
        known = {
            area: found.alignment
            for area, found in self.areas.items()
            if found.alignment is not None and found.coverage.is_enough
        }
        lowest = min(known.values(), default=Decimal(1))
        if lowest == 1 or not self.whole.divergences:
            return ()
        return tuple(area for area, alignment in known.items() if alignment == lowest)


def analyse(session: Session) -> Analysis:
    """Return the analysis of a session, which looks at its two sheets and at nothing else.

    So the same sheets give the same analysis, whether they were answered at one table or apart.
    It knows nothing of the reveal: a caller that shows a finding must check `is_revealed` first.
    """
    questionnaire = session.questionnaire
    left, right = session.sheets
    told = [q for q in _reached(session) if q.privacy is not Privacy.OWN]
    by_value = {q.id: _compare(session, q) for q in told}
    shown = _shown(session)
    counting = {name: found for name, found in by_value.items() if name in shown}
    findings = []
    for question in told:
        finding = _judged(session, by_value[question.id], counting)
        seen = perception(question, left.answer(question.id), right.answer(question.id))
        if seen is not None and seen.flag is not None:
            finding = replace(finding, flags=finding.flags | {seen.flag})
        findings.append(finding)
    apart = frozenset(name for name, found in counting.items() if found.is_apart)
    fired = tuple(risks(questionnaire, _known(session), shown, apart))
    told_risks = [risk for risk in fired if risk.question in by_value]
    in_area = _by_area(questionnaire, findings, lambda finding: finding.question)
    risks_in = _by_area(questionnaire, told_risks, lambda risk: questionnaire[risk.question])
    areas = {area: statistics(found, risks_in[area]) for area, found in in_area.items()}
    return Analysis(
        findings=tuple(findings),
        risks=fired,
        shaky_definers={
            f.question.id: _shaky_definers(questionnaire, f.question, counting)
            for f in findings
            if f.verdict is Verdict.HOLLOW
        },
        agenda=agenda(findings, fired, _open_for_both(session, told), _importance(session)),
        areas=areas,
        whole=statistics(findings, told_risks),
    )


def _by_area(
    questionnaire: Questionnaire, items: Iterable[T], question_of: Callable[[T], AnyQuestion]
) -> Mapping[str, list[T]]:
    """Return area id to the items about its questions, in the order of the interview."""
    found: dict[str, list[T]] = {area.id: [] for area in questionnaire.areas}
    for item in items:
        found[question_of(item).area].append(item)
    return found


@dataclass(frozen=True, slots=True)
class QuestionAnalysis:
    """What was found on one question, without the work for all others."""

    finding: Finding
    """The finding, which has the verdict."""
    risks: tuple[Risk, ...]
    """The risks told under the question."""
    shaky_definers: tuple[AnyQuestion, ...]
    """The questions that define this one and on which the two are divergent or open."""


def analyse_question(session: Session, question: AnyQuestion) -> QuestionAnalysis:
    """Return what `analyse` finds on one question, except the flags that come from guesses."""
    questionnaire, shown = session.questionnaire, _shown(session)
    # Only what the verdict and the risks of this question depend on: screens ask at every key.
    compared = compared_questions(questionnaire, question.id)
    wanted = (questionnaire[q] for q in compared.union(question.defined_by) if q in shown)
    counting = {q.id: _compare(session, q) for q in wanted if q.privacy is not Privacy.OWN}
    apart = frozenset(name for name, found in counting.items() if found.is_apart)
    return QuestionAnalysis(
        finding=_judged(session, _compare(session, question), counting),
        risks=tuple(risks(questionnaire, _known(session), shown, apart, about=question.id)),
        shaky_definers=_shaky_definers(questionnaire, question, counting),
    )


def _shaky_definers(
    questionnaire: Questionnaire, question: AnyQuestion, by_value: Mapping[str, Finding]
) -> tuple[AnyQuestion, ...]:
    """Return the questions that define this one and on which the two are divergent or open."""
    return tuple(
        questionnaire[definer]
        for definer in question.defined_by
        if definer in by_value and is_shaky(by_value[definer])
    )


def _judged(session: Session, finding: Finding, definers: Mapping[str, Finding]) -> Finding:
    """Return the final finding on a question, except the flags that come from guesses."""
    left, right = session.sheets
    question = finding.question.id
    return judge(finding, left.answer(question), right.answer(question), definers)


def _reached(session: Session) -> Iterator[AnyQuestion]:
    """Yield the questions that at least one party has reached, in order."""
    left, right = (session.reached_by(sheet.party.id) for sheet in session.sheets)
    return (q for q in session.questionnaire.questions if q.id in left or q.id in right)


def _shown(session: Session) -> frozenset[str]:
    """Return the ids of the questions that at least one party was shown.

    Only these define others and are looked at by rules: what a gate has shut again is compared, and
    does nothing beyond that.
    """
    left, right = (session.shown_to(sheet.party.id) for sheet in session.sheets)
    return left | right


def _known(session: Session) -> Mapping[str, Answers]:
    """Return party id to its answers that count in rules: those to questions that it was shown.

    The others are hidden, and so are those that must be confirmed.
    """
    known = {}
    for sheet in session.sheets:
        party = sheet.party.id
        answers = confirmed(session.questionnaire, sheet.answers)
        shown = session.shown_to(party)
        known[party] = not_asked(session.questionnaire, party) | {
            name: HIDDEN if answer.is_answered and name not in shown else answer
            for name, answer in answers.items()
        }
    return known


def _compare(session: Session, question: AnyQuestion) -> Finding:
    """Return the finding on a question by the values of the two answers alone."""
    left, right = session.sheets
    return compare(
        question,
        left.answer(question.id),
        right.answer(question.id),
        asked_of_both=all(
            question.id in session.reached_by(sheet.party.id) for sheet in session.sheets
        ),
    )


def _open_for_both(session: Session, questions: list[AnyQuestion]) -> frozenset[str]:
    """Return the ids of the questions that neither party can answer yet."""
    return frozenset(
        q.id
        for q in questions
        if q.asked_of is None and all(is_open(q, s.answer(q.id)) for s in session.sheets)
    )


def _importance(session: Session) -> Mapping[str, Decimal]:
    """Return area id to the mean of its importance to the two parties."""
    left, right = session.sheets
    return {
        area.id: Decimal(left.importance_of(area.id) + right.importance_of(area.id)) / 2
        for area in session.questionnaire.areas
    }
