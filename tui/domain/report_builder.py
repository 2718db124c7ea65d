"""Building the report of a session: what is told to whom, and in which words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from tui.domain.analysis import Analysis, QuestionAnalysis, analyse
from tui.domain.answers import Answer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT
from tui.domain.meeting import NO_MEETING
from tui.domain.minutes import Decision, Revision
from tui.domain.perception import expectation
from tui.domain.pictures import frame
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.report import (
    SETTLING,
    AgendaItem,
    Report,
    ReportedArea,
    ReportedDecision,
    ReportedMeeting,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import have_all_answered
from tui.domain.risks import Risk, by_question
from tui.domain.session import Session
from tui.domain.verdict import Flag
from tui.domain.wording import answer_in_words, contrast_in_words, reported_answer


def report(
    session: Session, level: ReportLevel = ReportLevel.SHARED, own: str | None = None
) -> Report:
    """Return the report of a session.

    Args:
        session: The session.
        level: How much the report tells.
        own: The id of the party whose report it is; needed for `ReportLevel.OWN` only.
    """
    analysis = analyse(session)
    questionnaire = session.questionnaire
    left, right = (sheet.party for sheet in session.sheets)
    reader = own if level is ReportLevel.OWN else None
    questions = tuple(_questions(session, analysis, reader))
    anew = {question.id for question in questions if question.is_settled_anew}
    return Report(
        edition=questionnaire.edition,
        title=questionnaire.title,
        languages=questionnaire.languages,
        date=session.date,
        level=level,
        parties=(left, right),
        party_names={party.id: party.name for party in questionnaire.parties},
        whole=analysis.whole,
        weakest_areas=analysis.weakest_areas,
        areas=tuple(
            ReportedArea(
                id=area.id,
                title=area.title,
                statistics=analysis.areas[area.id],
                importance={} if level is ReportLevel.MINUTES else _importance(session, area.id),
            )
            for area in questionnaire.areas
        ),
        questions=() if level is ReportLevel.MINUTES else questions,
        agenda=_agenda(session, analysis, anew),
        decisions=reported_decisions(session),
        meeting=_meeting(session),
        carried=session.minutes.carried,
    )


def _meeting(session: Session) -> ReportedMeeting | None:
    """Return the meeting as reported; what was only planned is none."""
    meeting = session.minutes.meeting
    if meeting == NO_MEETING:
        return None
    return ReportedMeeting(
        planned=session.planned,
        seconds=meeting.seconds,
        closed_on=meeting.closed_on,
        next_date=meeting.next_date,
    )


def _importance(session: Session, area: str) -> dict[str, int]:
    """Return party id to how much an area matters to it, of those that have said so."""
    rated = {sheet.party.id: sheet.importance.get(area) for sheet in session.sheets}
    return {party: level for party, level in rated.items() if level is not None}


def _agenda(
    session: Session, analysis: Analysis, settled_anew: Collection[str]
) -> tuple[AgendaItem, ...]:
    """Return the agenda, with the texts of its questions."""
    return tuple(
        AgendaItem(
            question=item.question,
            text=item.finding.question.text.format(session.names),
            tier=item.tier,
            minutes=item.tier.minutes,
            is_settled_anew=item.question in settled_anew,
            name=item.finding.question.name,
            seconds=session.minutes.decision(item.question).seconds,
        )
        for item in analysis.agenda
    )


def _questions(
    session: Session, analysis: Analysis, reader: str | None
) -> Iterator[ReportedQuestion]:
    """Yield the questions, with the second answers to those that have any."""
    risks = by_question(analysis.risks)
    last: dict[str, dict[str, Revision]] = {}
    for revision in session.minutes.revisions:
        last.setdefault(revision.question, {})[revision.party] = revision
    revised = session.as_revised
    after = analyse(revised) if last else analysis
    for finding in analysis.findings:
        name = finding.question.id
        shaky = analysis.shaky_definers.get(name, ())
        found = QuestionAnalysis(finding, tuple(risks.get(name, ())), shaky)
        told = reported_question(session, found, reader)
        if not have_all_answered(finding.question, session):  # it would influence who has not
            told = replace(told, practice=NO_TEXT)
        yield _with_second_answers(revised, after, told, last[name]) if name in last else told


def reported_question(
    session: Session, found: QuestionAnalysis, reader: str | None = None
) -> ReportedQuestion:
    """Return one question as reported; of a private one, only whether the answers overlap.

    Args:
        session: The session.
        found: What was found on the question.
        reader: The id of the party whose own report it is in; None if it is for both.
    """
    finding = found.finding
    question, names = finding.question, session.names
    is_shared = question.privacy is Privacy.SHARED
    told = [s for s in session.sheets if is_shared and question.is_asked_of(s.party.id)]
    return ReportedQuestion(
        id=question.id,
        area=question.area,
        kind=question.kind,
        text=question.text.format(names),
        name=question.name,
        verdict=finding.verdict,
        privacy=question.privacy,
        contrast=contrast_in_words(session, finding),
        similarity=finding.similarity if is_shared else None,
        weight=question.weight,
        flags=tuple(flag for flag in Flag if flag in finding.flags),
        expected=expectation(question, *(sheet.answer(question.id) for sheet in session.sheets)),
        answers={
            sheet.party.id: reported_answer(
                session, question, sheet.answer(question.id), is_own=sheet.party.id == reader
            )
            for sheet in told
        },
        risks=tuple(_risk(risk, names) for risk in found.risks),
        practice=question.practice.format(names),
        defined_by=question.defined_by,
        rests_on=_ids(found.shaky_definers),
        frame=frame(question, names),
    )


def _ids(questions: Iterable[AnyQuestion]) -> tuple[str, ...]:
    return tuple(question.id for question in questions)


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


def _with_second_answers(
    revised: Session, after: Analysis, told: ReportedQuestion, last: Mapping[str, Revision]
) -> ReportedQuestion:
    """Return a question with the second answers; those to a private one are not judged anew."""
    finding = after.finding(told.id)
    if finding is None or told.privacy is not Privacy.SHARED:
        return told
    question = finding.question
    said = [last[party] for party in told.answers if party in last]
    return replace(
        told,
        revised={r.party: reported_answer(revised, question, r.after, is_own=False) for r in said},
        reasons={r.party: r.reason for r in said if r.reason},
        verdict_after=finding.verdict,
        contrast_after=contrast_in_words(revised, finding),
        rests_on_after=_ids(after.shaky_definers.get(told.id, ())),
    )


def settled_anew(session: Session) -> frozenset[str]:
    """Return the ids of the questions that second answers leave nothing to settle on.

    It is what `ReportedQuestion.is_settled_anew` tells, without a report of all the rest.
    """
    if not session.minutes.revisions:
        return frozenset()
    after = analyse(session.as_revised)
    found = (after.finding(name) for name in {each.question for each in session.minutes.revisions})
    return frozenset(
        finding.question.id
        for finding in found
        if finding is not None
        and finding.question.privacy is Privacy.SHARED
        and finding.verdict in SETTLING
    )


def reported_decisions(session: Session) -> tuple[ReportedDecision, ...]:
    """Return the decisions as reported, in the order of the questionnaire."""
    decisions = session.minutes.decisions
    told = {name for name, each in decisions.items() if each.is_told}
    questions = (q for q in session.questionnaire.questions if q.id in told)
    return tuple(
        _decision(session, question, decisions[question.id])
        for question in questions
        if question.privacy is not Privacy.OWN
    )


def _decision(session: Session, question: AnyQuestion, decision: Decision) -> ReportedDecision:
    """Return one decision as reported; of a private question, only that a value is agreed."""
    is_private = question.privacy is not Privacy.SHARED
    value = None if is_private else decision.value
    agreed = Answer(value=value)
    return ReportedDecision(
        question=question.id,
        text=question.text.format(session.names),
        name=question.name,
        value=None if value is None else question.plain(value),
        words=answer_in_words(session, question, agreed),
        taken_from=decision.taken_from if value is not None else None,
        decision=decision.text,
        owner=decision.owner,
        due=decision.due,
        clause=decision.clause,
        is_parked=decision.is_parked,
        seconds=decision.seconds,
        state=decision.state,
        is_agreed=is_private and decision.value is not None,
    )


def still_open(session: Session) -> tuple[Carried, ...]:
    """Return what a session leaves open, for the next one of the same two to begin with.

    That is what it has decided or parked, and what it was left by the one before, as far as it was
    neither done nor dropped. It tells no more than the report does: of a private question no value.
    """
    told = (decision.of(session.date) for decision in reported_decisions(session))
    left = (*session.minutes.carried, *told)
    return tuple(each for each in left if each.state is DecisionState.OPEN)
