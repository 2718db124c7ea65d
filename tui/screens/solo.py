"""The self-assessment: what a party's own answers show it. No figure of agreement, ever."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.assessment import Assessment, assess
from tui.domain.questions import AnyQuestion
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.text import one_line
from tui.screens.base import STYLES, BaseScreen, bindings_at
from tui.screens.export import ExportDialog
from tui.screens.exports import solo_exports
from tui.widgets.hintbar import HintBar
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph
from tui.widgets.reader import Reader
from tui.widgets.statusbar import StatusBar


class SoloScreen(BaseScreen[None]):
    """One page to read: risks, contradictions, what is open, and what to ask the other side."""

    place = Place.SOLO
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "forms.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.SOLO)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Mount the page."""
        yield StatusBar(id="status")
        yield Reader(id="solo-page")
        yield HintBar(id="hints")

    def show(self) -> None:
        """Tell what the sheet shows."""
        session, say = self._session, self.look.phrases
        sheet = session.sheet(str(session.alone))
        self.query_one(StatusBar).tell(sheet.party.name, say("solo.title"))
        found = assess(session.questionnaire, sheet)
        self.query_one(Reader).read([*self._rows(found)], keeping_place=True)

    def _rows(self, found: Assessment) -> Iterator[Row]:
        yield BLANK
        yield from self._risks("solo.risks", found.risks)
        yield from self._risks("solo.contradictions", found.contradictions)
        yield from self._questions("solo.unsettled", found.unsettled)
        yield from self._questions("solo.never_discussed", found.never_discussed)
        yield from self._practice(found.off_practice)
        yield from self._questions("solo.assumed_gaps", found.assumed_gaps)
        yield from self._questions("solo.to_ask", found.to_ask)
        yield from self._text(self.look.phrases("report.notice"), indent=1, quiet=True)

    def _heading(self, key: str, count: int) -> Iterator[Row]:
        yield Line(1).add(self.look.phrases(key, count=count), self.look.strong).row()
        if not count:
            yield Line(3).add(self.look.phrases("solo.nothing"), self.look.quiet).row()

    def _risks(self, key: str, risks: tuple[Risk, ...]) -> Iterator[Row]:
        say = self.look.phrases
        yield from self._heading(key, len(risks))
        for risk in risks:
            level = f"{self.look.marks.risk} {say(f'level.{risk.rule.level}')}"
            question = self._session.questionnaire[risk.question]
            text = question.text.filled(self._session.names)[say.language]
            yield from self._text(f"{self.look.marks.dot} {one_line(text)}", indent=3)
            yield Line(5).add(level, self.look.ink("risk", bold=True)).row()
            yield from self._text(risk.rule.say.filled(self._session.names)[say.language], indent=5)
        yield BLANK

    def _questions(self, key: str, questions: Iterable[AnyQuestion]) -> Iterator[Row]:
        listed = tuple(questions)
        yield from self._heading(key, len(listed))
        for question in listed:
            text = question.text.filled(self._session.names)[self.look.phrases.language]
            yield from self._text(f"{self.look.marks.dot} {one_line(text)}", indent=3)
        yield BLANK

    def _practice(self, questions: tuple[AnyQuestion, ...]) -> Iterator[Row]:
        say = self.look.phrases
        yield from self._heading("solo.off_practice", len(questions))
        for question in questions:
            text = question.text.filled(self._session.names)[say.language]
            yield from self._text(f"{self.look.marks.dot} {one_line(text)}", indent=3)
            practice = question.practice.filled(self._session.names)[say.language]
            if practice:
                yield from self._text(one_line(practice), indent=5, quiet=True)
        yield BLANK

    def _text(self, text: str, indent: int, *, quiet: bool = False) -> list[Row]:
        style = self.look.quiet if quiet else PLAIN
        return paragraph(text, self.size.width - 3, style, indent)

    def do_page_up(self) -> None:
        """Turn the page back."""
        self.query_one(Reader).turn(-1)

    def do_page_down(self) -> None:
        """Turn the page on."""
        self.query_one(Reader).turn(1)

    def do_export(self) -> None:
        """Write the assessment, or the sheet to send to the other side, into a file."""
        exports = solo_exports(self._session)
        self.app.push_screen(ExportDialog(exports, self._session.date))
