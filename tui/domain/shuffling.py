"""The order in which a party is shown the choices of a question, where it is to favour none."""

from dataclasses import replace
from hashlib import sha256

from tui.domain.questions import AnyQuestion, ChoiceQuestion, MultiQuestion
from tui.domain.session import Session


def shown_to(question: AnyQuestion, session: Session, party: str) -> AnyQuestion:
    """Return a question with its choices in the order in which a party is shown them.

    The order is drawn from who the two are and on which day they meet, so that it stays whenever
    the session is opened. What excludes all others, such as "none of these", stays last.

    Args:
        question: The question; it is returned itself unless its choices are shuffled.
        session: The session.
        party: The id of the party.
    """
    if not isinstance(question, ChoiceQuestion | MultiQuestion) or not question.shuffle:
        return question
    drawn_from = (session.questionnaire.edition.id, *session.names.values(), str(session.date))
    seed = "\0".join((*drawn_from, party, question.id))
    alone = question.exclusive if isinstance(question, MultiQuestion) else frozenset[str]()

    def place(choice: str) -> tuple[bool, str]:
        return choice in alone, sha256(f"{seed}\0{choice}".encode()).hexdigest()

    order = sorted((choice.id for choice in question.choices), key=place)
    return replace(question, order=tuple(order))
