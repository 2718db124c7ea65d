"""The base of screens that show results: a list of questions, and a page about one of them."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from tui.domain.agenda import Tier
from tui.domain.localized_text import all_wordings
from tui.domain.message import Message
from tui.domain.privacy import Privacy
from tui.domain.report import Report, ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.exports import markdown
from tui.phrasing.tier_words import tier_words
from tui.screens.base import STYLES, Result
from tui.screens.page_screen import PageScreen
from tui.text.cleaning import one_line
from tui.widgets.menu import Entry, Menu
from tui.workspace.exports import Export, report_exports

OVERVIEW = "*"
"""The entry of the page about the whole; no question can have this id."""


class ResultsScreen(PageScreen[Result]):
    """A menu of questions in the order of the agenda, and a page about the one at the cursor."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "results.tcss"]

    def __init__(self, report: Report, session: Session | None) -> None:
        super().__init__()
        self.report = report
        self.session = session
        self.is_changed = False
        """Whether it is of a file that was changed after it was written."""

    def questions(self) -> list[ReportedQuestion]:
        """Return the questions that this screen shows."""
        return list(self.report.questions)

    def entries(self) -> list[Entry]:
        """Return the overview, then the agenda by tier, then what need not be talked about."""
        say, left = self.phrases, {question.id: question for question in self.questions()}
        entries, heading = [Entry(OVERVIEW, say("results.overview"))], None
        for item in self.report.agenda:
            if item.question in left:
                question = left.pop(item.question)
                entries += self._heading(item.tier) if item.tier is not heading else []
                heading = item.tier
                entries.append(self.entry(question))
        for heading_key, is_private in (("results.settled", False), ("results.private", True)):
            rest = [q for q in left.values() if (q.privacy is not Privacy.SHARED) is is_private]
            if rest:
                entries += [Entry("", ""), Entry("", say(heading_key))]
                entries += map(self.entry, rest)
        return entries

    def _heading(self, tier: Tier) -> list[Entry]:
        say = self.phrases
        minutes = say("tier.each", minutes=tier.minutes)
        return [Entry("", ""), Entry("", tier_words(tier, say), end=minutes)]

    def entry(self, question: ReportedQuestion) -> Entry:
        """Return the entry of a question."""
        is_private = question.privacy is not Privacy.SHARED
        verdict = question.verdict_after or question.verdict  # where the two stand by now
        mark = self.appearance.marks.verdict(verdict, is_private=is_private)
        colour = self.appearance.verdict_colour(verdict)
        text = one_line(question.short_name[self.phrases.language])
        find = all_wordings(question.name, question.text)
        return Entry(question.id, text, "", mark, colour, find)

    def _update_page(self) -> None:
        """Show the page of the entry at the cursor."""
        raise NotImplementedError

    def on_menu_moved(self, event: Menu.Moved) -> None:
        """Show the page of the entry that the cursor came to."""
        event.stop()
        self._update_page()

    def copied(self) -> tuple[Message, str]:
        """Return the item at hand as Markdown; on the overview, what counts of all."""
        told = self.report if self.session is None else report(self.session.as_revealed)
        document = self.document_of(told)
        current = self.query_one("#agenda", Menu).current
        if current not in {question.id for question in told.questions}:
            return Message("copy.summary"), markdown.summary(document)
        return Message("copy.item"), markdown.item(document, str(current))

    def exports(self) -> Sequence[Export]:
        """Return the levels of the report."""
        told = self.report if self.session is None else report(self.session)
        return report_exports(told, is_changed=self.is_changed)
