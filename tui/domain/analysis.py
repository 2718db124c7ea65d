"""The analysis of a session: all that a comparison of its two sheets shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.domain.agenda import Item, agenda
from tui.domain.branching import only_asked
from tui.domain.perception import perception
from tui.domain.questions import AnyQuestion, Privacy
from tui.domain.risks import Risk, compared_questions, risks
from tui.domain.session import Session
from tui.domain.statistics import Statistics, statistics
from tui.domain.verdict import Finding, compare, is_shaky, judge


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found on every question, and the statistics over them."""

    findings: tuple[Finding, ...]
    """One for each question that either party is asked, except those of privacy `own`; in order."""
    risks: tuple[Risk, ...]
    """The risk rules that fired."""
    agenda: tuple[Item, ...]
    """What to talk about, the most urgent first."""
    areas: Mapping[str, Statistics]
    """Area id to the statistics of that area, in the order of the interview."""
    whole: Statistics
    """The statistics of all areas together."""

    def finding(self, question: str) -> Finding | None:
        """Return what was found on a question, or None if it was not asked or may not be told."""
        return next((f for f in self.findings if f.question.id == question), None)

    @property
    def weakest_area(self) -> str | None:
        """The id of the area with the lowest alignment, or None if none has an alignment."""
        known = [(f.alignment, area) for area, f in self.areas.items() if f.alignment is not None]
        return min(known, key=lambda row: row[0])[1] if known else None


def analyse(session: Session) -> Analysis:
    """Return the analysis of a session.

    It knows nothing of the reveal: a caller that shows a finding must check `is_revealed` first.
    """
    questionnaire = session.questionnaire
    left, right = session.sheets
    asked = {sheet.party.id: session.asked_of(sheet.party.id) for sheet in session.sheets}
    told = [q for q in session.asked_at_all() if q.privacy is not Privacy.OWN]
    by_value = {q.id: _compare(session, asked, q) for q in told}
    findings = []
    for question in told:
        finding = _judged(session, by_value[question.id], by_value)
        seen = perception(question, left.answer(question.id), right.answer(question.id))
        if seen is not None and seen.flag is not None:
            finding = replace(finding, flags=finding.flags | {seen.flag})
        findings.append(finding)
    apart = frozenset(f.question.id for f in findings if f.is_apart)
    known = {s.party.id: only_asked(s.answers, asked[s.party.id]) for s in session.sheets}
    fired = tuple(risks(questionnaire, known, apart))
    areas = {
        area.id: statistics([f for f in findings if f.question.area == area.id], fired)
        for area in questionnaire.areas
    }
    return Analysis(
        findings=tuple(findings),
        risks=fired,
        agenda=agenda(findings, fired, _open_for_both(session, told), _importance(session)),
        areas=areas,
        whole=statistics(findings, fired),
    )


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
    questionnaire = session.questionnaire
    asked = {sheet.party.id: session.asked_of(sheet.party.id) for sheet in session.sheets}
    told = {q.id: q for q in session.asked_at_all() if q.privacy is not Privacy.OWN}
    # Only what the verdict and the risks of this question depend on: screens ask at every key.
    looked_at = {question.id, *compared_questions(questionnaire, question.id)}
    wanted = looked_at.union(*(questionnaire[q].defined_by for q in looked_at))
    by_value = {q: _compare(session, asked, told[q]) for q in wanted if q in told}
    findings = {q: _judged(session, by_value[q], by_value) for q in looked_at if q in told}
    finding = findings.get(question.id) or _compare(session, asked, question)
    apart = frozenset(q for q, found in findings.items() if found.is_apart)
    known = {s.party.id: only_asked(s.answers, asked[s.party.id]) for s in session.sheets}
    return QuestionAnalysis(
        finding=finding,
        risks=tuple(risks(questionnaire, known, apart, about=question.id)),
        shaky_definers=tuple(
            questionnaire[d] for d in question.defined_by if d in by_value and is_shaky(by_value[d])
        ),
    )


def _judged(session: Session, finding: Finding, by_value: Mapping[str, Finding]) -> Finding:
    """Return the final finding on a question, except the flags that come from guesses."""
    left, right = session.sheets
    question = finding.question.id
    return judge(finding, left.answer(question), right.answer(question), by_value)


def _compare(
    session: Session, asked: Mapping[str, tuple[AnyQuestion, ...]], question: AnyQuestion
) -> Finding:
    """Return the finding on a question by the values of the two answers alone."""
    left, right = session.sheets
    return compare(
        question,
        left.answer(question.id),
        right.answer(question.id),
        asked_of_both=all(
            question in asked[sheet.party.id] or sheet.answer(question.id).is_answered
            for sheet in session.sheets
        ),
    )


def _open_for_both(session: Session, questions: list[AnyQuestion]) -> frozenset[str]:
    """Return the ids of the questions that neither party can answer yet."""
    return frozenset(
        q.id for q in questions if all(sheet.answer(q.id).is_open for sheet in session.sheets)
    )


def _importance(session: Session) -> Mapping[str, Decimal]:
    """Return area id to the mean of its importance to the two parties."""
    left, right = session.sheets
    return {
        area.id: Decimal(left.importance_of(area.id) + right.importance_of(area.id)) / 2
        for area in session.questionnaire.areas
    }
