"""What stands on a cover: for whom the next screen is, told to everybody at the table."""

from tui.domain.session import Session
from tui.i18n import Phrases
from tui.presenters.columns import phrases_for


def cover_message(session: Session, party: str, key: str, interface: Phrases) -> str:
    """Return the words of a cover in both parties' languages, those of its own party first.

    Args:
        session: The session.
        party: The id of the party for which the next screen is.
        key: The catalogue's entry, which takes the `name` of the party's firm.
        interface: The interface's words, for a party whose language it does not speak.
    """
    name = session.sheet(party).party.name
    readers = party, session.questionnaire.other(party)
    languages = (session.sheet(reader).party.language for reader in readers)
    told = (phrases_for(language, interface)(key, name=name) for language in languages)
    return "\n\n".join(dict.fromkeys(told))
