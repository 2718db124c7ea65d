"""What stands on a cover: for whom the next screen is, told to everybody at the table."""

from collections.abc import Callable

from tui.domain.session import Session
from tui.i18n import Phrases
from tui.presenters.columns import phrases_for


def cover_message(session: Session, party: str, key: str, interface: Phrases) -> tuple[str, ...]:
    """Return the words of a cover in both parties' languages, those of its own party first.

    Args:
        session: The session.
        party: The id of the party for which the next screen is.
        key: The catalogue's entry, which takes the `name` of the party's firm.
        interface: The interface's words, for a party whose language it does not speak.
    """
    name = session.sheet(party).party.name
    return told_to_both(session, party, interface, lambda say: say(key, name=name))


def told_to_both(
    session: Session, party: str, interface: Phrases, words: Callable[[Phrases], str]
) -> tuple[str, ...]:
    """Return a text in both parties' languages; once, where they share one.

    Args:
        session: The session.
        party: The id of the party whose language comes first.
        interface: The interface's words, for a party whose language it does not speak.
        words: Returns the text in one language.
    """
    readers = party, session.questionnaire.other(party)
    languages = (session.sheet(reader).party.language for reader in readers)
    told = (words(phrases_for(language, interface)) for language in languages)
    return tuple(dict.fromkeys(told))
