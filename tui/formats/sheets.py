"""Parts of the tables of a report as plain values."""

from tui.domain.questionnaire import Edition
from tui.domain.sheet import Respondent
from tui.text.cleaning import LONGEST_TEXT, clean, one_line

Tables = dict[str, object]
"""What a TOML file says, in plain values."""


def edition_table(edition: Edition) -> Tables:
    """Return which questionnaire a file is about."""
    return {"id": edition.id, "version": edition.version, "digest": edition.digest}


def party_table(party: Respondent) -> Tables:
    """Return who a party is."""
    return {
        "id": party.id,
        "name": one_line(party.name)[:LONGEST_TEXT],
        "language": party.language,
        "answered_by": [one_line(name)[:LONGEST_TEXT] for name in party.answered_by],
    }


def writable(text: str) -> str:
    """Return a text as a file of ours may hold it: clean and not too long."""
    return clean(text)[:LONGEST_TEXT]
