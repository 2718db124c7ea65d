"""What the form of a decision shows, and the decision that is written in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tui.domain.agreeing import (
    BOTH,
    IN_COMMON,
    NOTHING_YET,
    OTHER,
    agreed_on,
    proposals,
    way_agreed,
)
from tui.domain.answers import Answer
from tui.domain.localized_text import LocalizedText
from tui.domain.minutes import Decision
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Part, may_draw_openly
from tui.domain.session import Session
from tui.domain.values import Value
from tui.domain.wording import answer_in_words
from tui.i18n import Phrases
from tui.phrasing.marks import Marks
from tui.presenters.columns import SIDES, agreed_column
from tui.text.cleaning import one_line
from tui.widgets.decision_form import DecisionFields, WrittenDecision


def decision_fields(
    session: Session,
    question: AnyQuestion,
    say: Phrases,
    marks: Marks,
    *,
    other: Value | None = None,
    draft: str = "",
    is_other: bool = False,
) -> DecisionFields:
    """Return what the form shows of what is decided on a question.

    Args:
        session: The session.
        question: The question.
        say: The interface's words.
        marks: The interface's signs.
        other: An answer of neither party's.
        draft: Such an answer that is half done.
        is_other: Whether the two are about to agree on such an answer.
    """
    decision, offered = session.minutes.decision(question.id), proposals(session, question)
    way = OTHER if is_other else way_agreed(decision, offered)
    ways = [each.way for each in offered]
    if way not in (NOTHING_YET, OTHER, *ways):
        ways.append(way)
    ways.sort(key=IN_COMMON.__eq__)  # another is at the same place of each question
    options = [(each, _label(session, each, say, marks)) for each in ways]
    at = len(ways) - (IN_COMMON in ways)
    options.insert(at, (OTHER, say("minutes.third")))
    options.append((NOTHING_YET, say("minutes.none")))
    words = answer_in_words(session, question, Answer(value=decision.value))
    column = None
    if way == OTHER:
        column = agreed_column(question, Answer(value=other), say, session.names)
        column = replace(column, draft=draft)
    return DecisionFields(
        question=question.id,
        options=options,
        chosen=way,
        agreed="" if words is None else one_line(words[say.language]),
        other=column,
        text=decision.text,
        owners=owners(session),
        owner=decision.owner,
        due="" if decision.due is None else decision.due.isoformat(),
        clauses=decision.clause.words,
        drafts=_drafts(session, question, words),
    )


def owners(session: Session) -> tuple[str, ...]:
    """Return who may be responsible: the people at the table, or the firms where none is named."""
    people = dict.fromkeys(
        one_line(name) for sheet in session.sheets for name in sheet.party.answered_by
    )
    firms = dict.fromkeys(one_line(sheet.party.name) for sheet in session.sheets)
    return tuple(filter(None, people)) or tuple(filter(None, firms))


def _label(session: Session, way: str, say: Phrases, marks: Marks) -> str:
    """Return what an option of the agreed answer is called."""
    if way in (BOTH, IN_COMMON):
        return say("minutes.both_say" if way == BOTH else "minutes.in_common")
    place = session.questionnaire.party_ids.index(way)
    party = session.questionnaire.parties[place].name[say.language]
    return f"{marks.of_party(SIDES[place])} {say('minutes.theirs', party=party)}"


def _drafts(
    session: Session, question: AnyQuestion, agreed: LocalizedText | None
) -> Mapping[str, str]:
    """Return a clause to start from in each language: what is agreed, then the draft's wording."""
    names = session.names
    subject, clause = question.short_name.format(names), question.clause.format(names)
    drafts = {}
    for tag in session.questionnaire.languages:
        wording = clause[tag] if clause else ""
        if agreed is not None and may_draw_openly(Part.ANSWER, question, session):
            is_chinese = tag.startswith("zh")
            form = "{}：{}。" if is_chinese else "{}: {}. "
            told = form.format(one_line(subject[tag]), one_line(agreed[tag]))
            wording = f"{told}{wording}"
        drafts[tag] = wording.strip()
    return drafts


def written_decision(
    session: Session,
    question: AnyQuestion,
    written: WrittenDecision,
    due: date | None,
    other: Value | None,
) -> Decision:
    """Return the decision that the form holds.

    Args:
        session: The session.
        question: The question.
        written: What stands in the form.
        due: The day that is understood of it.
        other: The answer that is neither party's, where that is agreed on.
    """
    before = session.minutes.decision(question.id)
    noted = replace(before, text=written.text, owner=written.owner, due=due)
    decision = agreed_on(noted, written.chosen, proposals(session, question), other)
    clauses = dict(written.clauses)
    if decision.value != before.value:
        clauses = _begun_anew(session, question, clauses, before.value, decision.value)
    return replace(decision, clause=LocalizedText(clauses if any(clauses.values()) else {}))


def _begun_anew(
    session: Session,
    question: AnyQuestion,
    clauses: Mapping[str, str],
    before: Value | None,
    now: Value | None,
) -> dict[str, str]:
    """Return the clauses once something else is agreed on: what nobody has changed follows it.

    Args:
        session: The session.
        question: The question.
        clauses: The wording that stands there, by language.
        before: What was agreed on.
        now: What is agreed on; None for nothing any more.
    """

    def drafts(value: Value | None) -> Mapping[str, str]:
        words = answer_in_words(session, question, Answer(value=value))
        return {} if value is None else _drafts(session, question, words)

    former, draft = drafts(before), drafts(now)
    return {
        tag: draft.get(tag, "") if text in ("", former.get(tag)) else text
        for tag, text in clauses.items()
    }
