"""The self-assessment: what a party's own answers show it. No figure of agreement, ever."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.style import Style

from tui.commands import Place
from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.session import Session
from tui.domain.solo_report import AssumedGap, Named, OffPractice, OwnRisk, SoloReport
from tui.domain.verdict import Verdict
from tui.exports import markdown
from tui.exports.self_assessment import self_assessment_document
from tui.presenters.columns import SIDES
from tui.presenters.pictures import Ink, picture_rows
from tui.screens.base import STYLES, bindings_at
from tui.screens.page_screen import PageScreen
from tui.text.cleaning import one_line
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph
from tui.widgets.pager import Pager
from tui.widgets.status_bar import StatusBar
from tui.workspace.exports import Export
from tui.workspace.session_exports import solo_exports
from tui.workspace.solo_exports import assessment_export


class SoloScreen(PageScreen[None]):
    """One page to read: risks, contradictions, what is open, and what to ask the other side."""

    place = Place.SOLO
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "forms.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.SOLO)

    def __init__(self, report: SoloReport, session: Session | None) -> None:
        super().__init__()
        self._report = report
        self.session = session

    def compose(self) -> ComposeResult:
        """Mount the page."""
        yield StatusBar(id="status")
        yield Pager(id="solo-page")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Show what the sheet tells its own party."""
        report = self._report
        self.query_one(StatusBar).update(report.party.name, self.phrases("solo.title"))
        self.query_one(Pager).update([*self._rows(report)], keeping_place=True)

    def _rows(self, report: SoloReport) -> Iterator[Row]:
        yield BLANK
        yield from self._risks("solo.risks", report.risks)
        yield from self._risks("solo.contradictions", report.contradictions)
        yield from self._questions("solo.unsettled", report.unsettled)
        yield from self._questions("solo.never_discussed", report.never_discussed)
        yield from self._practice(report.off_practice)
        yield from self._gaps(report.assumed_gaps)
        yield from self._questions("solo.to_ask", report.to_ask)
        yield from self._text(
            self.phrases("solo.page_notice"), indent=1, style=self.appearance.quiet
        )

    def _heading(self, key: str, count: int) -> Iterator[Row]:
        yield from self._text(self.phrases(key, count=count), 1, self.appearance.strong)
        if not count:
            yield Line(3).add(self.phrases("solo.nothing"), self.appearance.quiet).row()

    def _risks(self, key: str, risks: Sequence[OwnRisk]) -> Iterator[Row]:
        yield from self._heading(key, len(risks))
        for risk in risks:
            level = f"{self.appearance.marks.risk} {self.phrases(f'level.{risk.level}')}"
            yield from self._named(risk)
            yield Line(5).add(level, self.appearance.foreground("risk", bold=True)).row()
            yield from self._text(self._said(risk.say), indent=5)
        yield BLANK

    def _questions(self, key: str, questions: Sequence[Named]) -> Iterator[Row]:
        yield from self._heading(key, len(questions))
        for question in questions:
            yield from self._named(question)
        yield BLANK

    def _practice(self, questions: Sequence[OffPractice]) -> Iterator[Row]:
        yield from self._heading("solo.off_practice", len(questions))
        for question in questions:
            yield from self._named(question)
            yield from self._beside_the_best(question)
            if practice := self._said(question.practice):
                yield from self._text(practice, indent=5, style=self.appearance.quiet)
        yield BLANK

    def _beside_the_best(self, question: OffPractice) -> list[Row]:
        """Return the party's answer and the recommended one: as a picture, else in words."""
        say, picture = self.phrases, question.picture
        if picture is None:
            return [
                *self._answer("solo.said", question.said),
                *self._answer("solo.recommended", question.recommended),
            ]
        names, tags = (say("solo.own"), say("solo.reference")), (say.language,)
        width = self.query_one(Pager).size.width - 1
        # No verdict: a party that assesses itself is told no agreement.
        ink = Ink(self.appearance, names, tags, width, Verdict.DISCUSS, (self._side, "primary"))
        return picture_rows(picture, ink, indent=5)

    @property
    def _side(self) -> str:
        """The colour of the party; a report alone does not tell which of the two it is."""
        ids = [] if self.session is None else self.session.questionnaire.party_ids
        party = self._report.party.id
        return SIDES[ids.index(party)] if party in ids else SIDES[0]

    def _gaps(self, questions: Sequence[AssumedGap]) -> Iterator[Row]:
        yield from self._heading("solo.assumed_gaps", len(questions))
        for question in questions:
            yield from self._named(question)
            yield from self._answer("solo.said", question.said)
            yield from self._answer("solo.guess", question.guess)
        yield BLANK

    def _answer(self, key: str, answer: LocalizedText) -> list[Row]:
        return self._text(self.phrases(key, answer=self._said(answer)), indent=5)

    def _named(self, question: Named) -> list[Row]:
        dot, text = self.appearance.marks.dot, self._said(question.text)
        if not question.name:
            return self._text(f"{dot} {text}", indent=3)
        name = f"{dot} {self._said(question.name)}"
        return [*self._text(name, 3, self.appearance.strong), *self._text(text, indent=5)]

    def _said(self, text: LocalizedText) -> str:
        return one_line(text[self.phrases.language])

    def _text(self, text: str, indent: int, style: Style = PLAIN) -> list[Row]:
        return paragraph(text, self.query_one(Pager).size.width - 1, style, indent)

    def copied(self) -> tuple[Message, str]:
        """Return what counts of it as Markdown."""
        document = self_assessment_document(self._report, (self.phrases.language,))
        return Message("copy.summary"), markdown.summary(document)

    def exports(self) -> Sequence[Export]:
        """Return the assessment, and where there is a session the sheet to send."""
        if self.session is None:
            return (assessment_export(self._report),)
        document = self.duiqi.document
        return solo_exports(self.session, {} if document is None else document.copies)
