"""A question in the words in which those who look are asked."""

from collections.abc import Sequence

from tui.domain.questions import AnyQuestion
from tui.domain.session import Session
from tui.i18n import Phrases
from tui.phrasing.spoken import phrases_for


def asked_words(
    session: Session, question: AnyQuestion, readers: Sequence[str], interface: Phrases
) -> list[str]:
    """Return a question in the words and the language of each reader, each text once.

    Where several read it and any is asked in words of its own, it is said who is asked. A second
    answer is given to what both have seen answered, so it is asked in the words of the report.

    Args:
        session: The session.
        question: The question.
        readers: The ids of the parties that look.
        interface: The interface's words, for a party whose language it does not speak.
    """
    parties = dict(zip(session.questionnaire.party_ids, session.questionnaire.parties, strict=True))
    is_met = all(session.is_second_answer(party, question.id) for party in readers)
    is_told_who = bool(question.ask) and len(readers) > 1 and not is_met
    told = []
    for party in readers:
        is_second = session.is_second_answer(party, question.id)
        text = question.text if is_second else question.text_for(party)
        language = session.sheet(party).party.language
        words = text.format(session.names)[language]
        if is_told_who and question.is_asked_of(party):
            say, name = phrases_for(language, interface), parties[party].name[language]
            words = say("interview.asked", party=name, text=words)
        told.append(words)
    return list(dict.fromkeys(told))
