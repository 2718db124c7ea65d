"""What the files of a session's folder are called."""

SESSION = "session.toml"
"""The file that makes a folder a session."""
QUESTIONNAIRE = "questionnaire.toml"
"""The copy of the questionnaire that the session was started with."""
MINUTES = "minutes.toml"
"""What was settled after the reveal."""
TITLE = "title.txt"
"""What lists call the session, where somebody has given it a title."""
LOCK = ".duiqi.lock"
"""The lock file, which tells other programs that the session is open."""
_TAKEN = ("session", "questionnaire", "minutes")


def sheet_name(party: str) -> str:
    """Return the name of a party's sheet.

    >>> sheet_name("brand"), sheet_name("session")
    ('brand.toml', 'session.sheet.toml')
    """
    return f"{party}.sheet.toml" if party in _TAKEN else f"{party}.toml"


def is_of_session(name: str) -> bool:
    """Return whether a file of this name in a session's folder is one of the session's.

    >>> [is_of_session(name) for name in ("brand.toml", "brand.toml.bak", ".duiqi.lock", "a.pdf")]
    [True, True, True, False]
    """
    return name == LOCK or name.endswith((".toml", ".toml.bak"))
