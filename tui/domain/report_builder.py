"""Building the report of a session: what is told to whom, and in which words."""

from collections.abc import Mapping
from dataclasses import replace

from tui.domain.analysis import Analysis, analyse
from tui.domain.answers import Answer
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.minutes import Decision
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, Kind, Privacy
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedAnswer,
    ReportedArea,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import advised, disclosed
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.verdict import Finding, Flag


def report(
    session: Session, level: ReportLevel = ReportLevel.SHARED, own: str | None = None
) -> Report:
    """Return the report of a session, as far as its answers have met.

    Args:
        session: The session.
        level: How much the report tells.
        own: The id of the party whose report it is; needed for `ReportLevel.OWN` only.
    """
    session = disclosed(session)
    analysis = analyse(session)
    after = analyse(session.as_revised) if session.minutes.revisions else analysis
    questionnaire = session.questionnaire
    left, right = (sheet.party for sheet in session.sheets)
    advisable = advised(session)
    told = () if level is ReportLevel.MINUTES else analysis.findings
    reader = own if level is ReportLevel.OWN else None
    return Report(
        edition=questionnaire.edition,
        title=questionnaire.title,
        languages=questionnaire.languages,
        date=session.date,
        level=level,
        parties=(left, right),
        party_names={party.id: party.name for party in questionnaire.parties},
        whole=analysis.whole,
        weakest_area=analysis.weakest_area,
        areas=tuple(
            ReportedArea(id=area.id, title=area.title, statistics=analysis.areas[area.id])
            for area in questionnaire.areas
        ),
        questions=tuple(
            _with_second_answers(
                session, after, _question(session, analysis, finding, reader, advisable)
            )
            for finding in told
        ),
        agenda=_agenda(session, analysis),
        decisions=tuple(_decisions(session)),
    )


def _agenda(session: Session, analysis: Analysis) -> tuple[AgendaItem, ...]:
    """Return the agenda, with the texts of its questions."""
    return tuple(
        AgendaItem(
            question=item.question,
            text=item.finding.question.text.format(session.names),
            tier=item.tier,
            minutes=item.tier.minutes,
        )
        for item in analysis.agenda
    )


def _question(
    session: Session,
    analysis: Analysis,
    finding: Finding,
    reader: str | None,
    advisable: frozenset[str],
) -> ReportedQuestion:
    """Return one question as reported; of a private one, only whether the answers overlap."""
    question, names = finding.question, session.names
    is_shared = question.privacy is Privacy.SHARED
    told = session.sheets if is_shared else ()
    return ReportedQuestion(
        id=question.id,
        area=question.area,
        kind=question.kind,
        text=question.text.format(names),
        verdict=finding.verdict,
        similarity=finding.similarity if is_shared else None,
        weight=question.weight,
        flags=tuple(flag for flag in Flag if flag in finding.flags),
        answers={
            sheet.party.id: reported_answer(
                session, question, sheet.answer(question.id), is_own=sheet.party.id == reader
            )
            for sheet in told
        },
        risks=tuple(_risk(risk, names) for risk in analysis.risks if risk.question == question.id),
        practice=question.practice.format(names) if question.id in advisable else NO_TEXT,
        defined_by=question.defined_by,
    )


def _risk(risk: Risk, names: Mapping[str, str]) -> ReportedRisk:
    """Return one risk as reported."""
    rule = risk.rule
    return ReportedRisk(
        id=rule.id,
        level=rule.level,
        parties=risk.parties,
        say=rule.say.format(names),
        source=rule.source,
    )


def reported_answer(
    session: Session, question: AnyQuestion, answer: Answer, *, is_own: bool
) -> ReportedAnswer:
    """Return a party's answer as reported.

    Args:
        session: The session.
        question: The question.
        answer: What the party said.
        is_own: Whether the report is for this party, and so includes the private note.
    """
    return ReportedAnswer(
        value=None if answer.value is None else question.plain(answer.value),
        state=answer.state,
        reason=answer.reason,
        words=answer_in_words(session.questionnaire, question, answer, session.names),
        firmness=answer.firmness,
        contract=answer.contract,
        note=answer.note,
        private_note=answer.private_note if is_own else "",
    )


def answer_in_words(
    questionnaire: Questionnaire, question: AnyQuestion, answer: Answer, names: Mapping[str, str]
) -> LocalizedText | None:
    """Return the value of an answer in words, or None if it has no value.

    Args:
        questionnaire: Says in which languages.
        question: The question.
        answer: The answer.
        names: Party id to the name that replaces placeholders in the choices.
    """
    if answer.value is None:
        return None
    words = {tag: question.wording(answer.value, tag) for tag in questionnaire.languages}
    # A text is the party's own words: braces in it are no placeholders.
    return (
        LocalizedText(words).format(names)
        if question.kind is not Kind.TEXT
        else LocalizedText(words)
    )


def _with_second_answers(
    session: Session, after: Analysis, told: ReportedQuestion
) -> ReportedQuestion:
    """Return a question with the second answers; of a private one, only the verdict on them."""
    last = {r.party: r for r in session.minutes.revisions if r.question == told.id}
    finding = after.finding(told.id)
    if not last or finding is None:
        return told
    question = session.questionnaire[told.id]
    said = [last[party] for party in told.answers if party in last]
    return replace(
        told,
        revised={r.party: reported_answer(session, question, r.after, is_own=False) for r in said},
        reasons={r.party: r.reason for r in said if r.reason},
        verdict_after=finding.verdict,
    )


def _decisions(session: Session) -> list[ReportedDecision]:
    """Return the decisions as reported."""
    decisions = session.minutes.decisions
    questions = (q for q in session.questionnaire.questions if q.id in decisions)
    return [
        _decision(session, question, decisions[question.id])
        for question in questions
        if question.privacy is not Privacy.OWN
    ]


def _decision(session: Session, question: AnyQuestion, decision: Decision) -> ReportedDecision:
    """Return one decision as reported; on a private question, without the agreed value."""
    value = decision.value if question.privacy is Privacy.SHARED else None
    agreed = Answer(value=value)
    return ReportedDecision(
        question=question.id,
        text=question.text.format(session.names),
        value=None if value is None else question.plain(value),
        words=answer_in_words(session.questionnaire, question, agreed, session.names),
        taken_from=decision.taken_from if value is not None else None,
        decision=decision.text,
        owner=decision.owner,
        due=decision.due,
        clause=decision.clause,
        is_parked=decision.is_parked,
        seconds=decision.seconds,
    )
