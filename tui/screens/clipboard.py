"""Who may have what is copied: what is for one party alone does not leave its turn."""

from collections.abc import Iterable

from textual.screen import Screen

from tui.domain.session import Session
from tui.domain.steps import is_over
from tui.screens.base import CommandScreen


def may_travel(session: Session, screens: Iterable[Screen[object]]) -> bool:
    """Return whether the system's clipboard, which everybody can paste, may have what is shown.

    Args:
        session: The session that is open.
        screens: The screens that are up.
    """
    if session.alone is not None:
        return True
    told = (screen for screen in screens if isinstance(screen, CommandScreen))
    return is_over(session) and not any(screen.is_for_one_party for screen in told)
