"""The base of screens on which what was said or written can be undone."""

from collections.abc import Callable

from tui.domain.history import Change, is_of_state
from tui.domain.message import Message
from tui.domain.session import Session
from tui.screens.base import BaseScreen, Result
from tui.workspace.document import OpenDocument


class UndoingScreen(BaseScreen[Result]):
    """Undoes and redoes one step; says so where there is none that belongs to this screen."""

    document: OpenDocument
    """The session."""

    @property
    def author(self) -> str:
        """Whose changes are undone: the id of a party, or `TABLE`."""
        raise NotImplementedError

    def belongs_here(self, change: Change) -> bool:
        """Return whether a change is one of this screen's; others stay as they are."""
        return not is_of_state(change)

    def show_change(self, change: Change) -> None:
        """Show what undo or redo has changed."""
        raise NotImplementedError

    def do_decisions(self) -> None:
        """Show what was decided, and what came of it."""
        from tui.screens.decisions import DecisionsScreen  # noqa: PLC0415 - it is one of these

        if not self.holds_back():
            self.app.push_screen(DecisionsScreen(self.document), self.decisions_seen)

    def decisions_seen(self, _: None) -> None:
        """Show what came of the decisions meanwhile."""
        self.refresh_view()

    def do_undo(self) -> None:
        """Take the last change back."""
        self._step(Session.undone, "base.nothing_to_undo")

    def do_redo(self) -> None:
        """Make the last change again that was taken back."""
        self._step(Session.redone, "base.nothing_to_redo")

    def _step(
        self, step: Callable[[Session, str], tuple[Change, Session] | None], otherwise: str
    ) -> None:
        found = step(self.document.session, self.author)
        if found is None or not self.belongs_here(found[0]):
            self.tell(Message(otherwise))
            return
        change, session = found
        self.document.change(session)
        self.show_change(change)
