"""What the files of a session's folder are called."""

SESSION = "session.toml"
"""The file that makes a folder a session."""
QUESTIONNAIRE = "questionnaire.toml"
"""The copy of the questionnaire that the session was started with."""
MINUTES = "minutes.toml"
"""What was settled after the reveal."""
_TAKEN = ("session", "questionnaire", "minutes")


def sheet_name(party: str) -> str:
    """Return the name of a party's sheet.

    >>> sheet_name("brand"), sheet_name("session")
    ('brand.toml', 'session.sheet.toml')
    """
    return f"{party}.sheet.toml" if party in _TAKEN else f"{party}.toml"
