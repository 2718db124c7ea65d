"""The base of screens that copy what they show, as Markdown, to paste it elsewhere."""

import asyncio

from tui.domain.message import Message
from tui.domain.report import Report
from tui.domain.report_level import ReportLevel
from tui.domain.report_reduction import ORDER, reduced
from tui.exports.document import Document
from tui.exports.kickoff import kickoff_document
from tui.phrasing.spoken import phrases_at_table
from tui.screens.base import BaseScreen, Result
from tui.terminal import clipboard


class CopyingScreen(BaseScreen[Result]):
    """Copies what it shows, and says where that went."""

    def copied(self) -> tuple[Message, str]:
        """Return what is copied: what to call it, and it as Markdown; empty if there is nothing."""
        raise NotImplementedError

    def document_of(self, told: Report) -> Document:
        """Return a report as both may read it, in the languages at the table."""
        told = reduced(told, min(told.level, ReportLevel.SHARED, key=ORDER.index))
        spoken = phrases_at_table((party.language for party in told.parties), self.phrases)
        return kickoff_document(told, tuple(say.language for say in spoken))

    def do_copy(self) -> None:
        """Copy what is shown."""
        what, text = self.copied()
        if not text:
            self.tell(Message("copy.nothing"))
        elif clipboard.has_program():
            self.run_worker(self._copy(what, text), exclusive=True, group="copy")
        else:
            self._leave_to_terminal(what, text)

    async def _copy(self, what: Message, text: str) -> None:
        """Have the system's program copy, in a thread as it may be slow."""
        tool = await asyncio.to_thread(clipboard.copy, text)
        if tool is None:
            self._leave_to_terminal(what, text)
        else:
            self.tell(Message("copy.by_tool", {"what": what, "tool": tool}))

    def _leave_to_terminal(self, what: Message, text: str) -> None:
        """Send a text to the terminal, which may have a clipboard and does not say."""
        self.duiqi.copy_to_clipboard(text)
        self.tell(Message("copy.by_terminal", {"what": what}))
