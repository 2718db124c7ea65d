"""What each party's column shows; nothing of an answer that must not be seen."""

from collections.abc import Mapping
from dataclasses import replace

from tui.domain.answers import NOTHING, Answer
from tui.domain.named_question import named_question
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Part, Reveal, may_draw, may_see
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.shuffling import shown_to
from tui.i18n import Phrases
from tui.phrasing.spoken import phrases_for
from tui.widgets.answer_column import Column

SIDES = ("left", "right")
"""The columns, in the order of the questionnaire's parties."""


def column_for(
    session: Session,
    question: AnyQuestion,
    party: str,
    viewer: str,
    alone_with: str | None,
    interface: Phrases,
) -> Column:
    """Return the column of one party as those who look may see it.

    Args:
        session: The session as it is now.
        question: The question at hand.
        party: The id of the party whose column it is.
        viewer: The id of the party at the keyboard.
        alone_with: The id of the party that looks alone, or None if both look.
        interface: The interface's words, for a party whose language it does not speak.
    """
    column = _column(session, question, party, interface)
    if session.alone not in (None, party):
        return replace(column, hidden=interface("interview.alone"))
    is_own = party == viewer
    if not question.is_asked_of(party):
        return _not_asked(session, question, viewer, column, interface)
    if not may_see(viewer, party, question, session):
        language = session.sheet(viewer).party.language
        why = "hidden" if question.privacy is Privacy.SHARED else "kept"
        hidden = phrases_for(language, interface)(f"interview.{why}")
        if session.reveal is not Reveal.LIVE:  # the viewer alone reads the screen
            role = session.questionnaire.parties[session.questionnaire.party_ids.index(party)]
            column = replace(column, role=role.name[language])
        return replace(column, hidden=hidden)
    if not may_draw(Part.ANSWER, party, question, session, alone_with):
        veil = column.phrases("interview.veil", name=column.name)
        return replace(column, hidden=veil, active=is_own)
    answer = replace(session.current(party, question.id), guess=None)
    draft = session.sheet(party).drafts.get(question.id, "")
    if draft:  # of a second answer, the first stands beside it and is none of the field's
        answer = replace(answer, value=None)
    if not may_draw(Part.PRIVATE_NOTE, party, question, session, alone_with):
        answer = replace(answer, private_note="")
    is_joint = Route(session, viewer).is_joint
    return replace(column, answer=answer, draft=draft, active=is_own, is_joint=is_joint)


def _not_asked(
    session: Session, question: AnyQuestion, viewer: str, column: Column, interface: Phrases
) -> Column:
    """Return the column of a party that is not asked; in its own language where it looks too."""
    questionnaire, reader = session.questionnaire, column.language
    if session.reveal is not Reveal.LIVE:
        reader = session.sheet(viewer).party.language
    asked = questionnaire.parties[questionnaire.party_ids.index(question.asked_of or viewer)]
    say = phrases_for(reader, interface)
    return replace(column, hidden=say("interview.not_asked", party=asked.name[reader]))


def guess_column(session: Session, question: AnyQuestion, party: str, interface: Phrases) -> Column:
    """Return the column in which `party` guesses what the other says to `question`."""
    guess = Answer(value=session.answer(party, question.id).guess)
    own, other = session.sheet(party).party, session.questionnaire.other(party)
    place = session.questionnaire.party_ids.index(other)
    say = phrases_for(own.language, interface)
    called = session.questionnaire.parties[place].name[own.language]
    return replace(
        _column(session, question, party, interface),
        role=say("guess.of", party=called),
        name=session.sheet(other).party.name,
        answer=guess,
        active=True,
        is_guess=True,
    )


def agreed_column(
    question: AnyQuestion, answer: Answer, interface: Phrases, names: Mapping[str, str]
) -> Column:
    """Return the column for a third answer that the two agree on; it belongs to neither party."""
    return Column(
        side="primary",
        role=interface("minutes.third"),
        name="",
        language=interface.language,
        phrases=interface,
        question=named_question(question, names),
        answer=answer,
        active=True,
        is_guess=True,
    )


def _column(session: Session, question: AnyQuestion, party: str, interface: Phrases) -> Column:
    """Return a party's column without its answer."""
    respondent = session.sheet(party).party
    place = session.questionnaire.party_ids.index(party)
    return Column(
        side=SIDES[place],
        role=session.questionnaire.parties[place].name[respondent.language],
        name=respondent.name,
        language=respondent.language,
        phrases=phrases_for(respondent.language, interface),
        question=shown_to(named_question(question, session.names), session, party),
        answer=NOTHING,
        active=False,
    )
