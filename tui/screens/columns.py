"""What each party's column shows: of an answer that must not be seen, nothing at all."""

from tui.domain.answers import NOTHING
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import may_see
from tui.domain.session import Session
from tui.i18n import LANGUAGES, Phrases
from tui.widgets.answerbox import Column

SIDES = ("left", "right")
"""The columns, in the order of the questionnaire's parties."""


def phrases_for(language: str, otherwise: Phrases) -> Phrases:
    """Give the program's words in a party's language, or in the interface's where it has none."""
    return Phrases(language) if language in LANGUAGES else otherwise


def column_for(
    session: Session, question: AnyQuestion, party: str, viewer: str, interface: Phrases
) -> Column:
    """Give the column of `party` as `viewer`, who is at the keyboard, may see it."""
    respondent = session.sheet(party).party
    place = session.questionnaire.party_ids.index(party)
    phrases = phrases_for(respondent.language, interface)
    visible = may_see(viewer, party, question, session)
    return Column(
        side=SIDES[place],
        role=session.questionnaire.parties[place].name[respondent.language],
        name=respondent.name,
        language=respondent.language,
        phrases=phrases,
        question=question,
        answer=session.answer(party, question.id) if visible else NOTHING,
        active=party == viewer,
        hidden="" if visible else interface("interview.hidden"),
    )
