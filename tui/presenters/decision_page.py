"""The page about one decision: all of it, in the languages of both."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.cells import cell_len

from tui.domain.localized_text import LocalizedText
from tui.phrasing.decision_words import state_word
from tui.phrasing.spoken import phrases_at_table
from tui.presenters.decision_list import ListedDecision, state_mark
from tui.text.cleaning import clean, one_line
from tui.text.dates import told_day
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph, wrapped

_LABEL_CELLS = 16


class DecisionPage:
    """Draws decisions.

    Args:
        languages: The tags of the languages that the parties read.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
        today: What the distance of days is counted from.
    """

    def __init__(
        self, languages: Iterable[str], appearance: Appearance, width: int, today: date
    ) -> None:
        languages = tuple(languages)
        self._appearance = appearance
        self._say = appearance.phrases
        self._phrases = phrases_at_table(languages, appearance.phrases)
        self._languages = tuple(dict.fromkeys((self._say.language, *languages)))
        self._width = max(24, min(80, width - 1))
        self._today = today

    def rows(self, decision: ListedDecision) -> list[Row]:
        """Return one decision, part by part."""
        said = decision.said
        parts = [
            [*self._question(decision)],
            [*self._state(decision)],
            [
                *self._field("minutes.agreed", self._texts(said.words)),
                *self._field("minutes.decision", clean(said.decision).splitlines()),
            ],
            [
                *self._field("minutes.owner", [one_line(said.owner)]),
                *self._field("page.due", [self._day(said.due)]),
            ],
            [*self._clauses(said.clause)],
        ]
        rows = list[Row]()
        for part in filter(None, parts):
            rows += [BLANK, *part] if rows else part
        return rows

    def _question(self, decision: ListedDecision) -> Iterator[Row]:
        """Yield what it is about, strong in the language of the interface."""
        for place, text in enumerate(self._texts(decision.said.text)):
            style = PLAIN if place else self._appearance.strong
            yield from paragraph(text, self._width, style)

    def _state(self, decision: ListedDecision) -> Iterator[Row]:
        """Yield what came of it, and of which meeting it is if not of this one."""
        said, appearance = decision.said, self._appearance
        mark = state_mark(decision, appearance.marks, self._today).strip()
        word = state_word(said, self._say)
        if decision.is_overdue(self._today):
            word = f"{word} {appearance.marks.dot} {self._say('decisions.is_overdue')}"
        yield from self._field("decisions.state", [f"{mark} {word}"])
        if decision.question is None:
            yield from self._field("decisions.meeting_of", [self._day(said.day)])

    def _clauses(self, clause: LocalizedText) -> Iterator[Row]:
        """Yield the wording for the contract in each language that it has."""
        for tag, text in clause.words.items():
            if text:
                language = self._say.language_name(tag)
                label = self._say("minutes.clause", language=language)
                yield from paragraph(label, self._width, self._appearance.quiet)
                yield from paragraph(clean(text), self._width, indent=3)

    def _day(self, day: date | None) -> str:
        return "" if day is None else told_day(day, self._say.language, self._today)

    def _texts(self, text: LocalizedText | None) -> list[str]:
        """Return a text in each language at the table, once where two say the same."""
        if text is None:
            return []
        return list(dict.fromkeys(one_line(text[language]) for language in self._languages))

    def _field(self, key: str, texts: Iterable[str]) -> list[Row]:
        """Return a label and beside it what it is of; nothing where there is nothing."""
        indent = max(_LABEL_CELLS, cell_len(self._say(key)) + 2)
        lines = [
            line for text in filter(None, texts) for line in wrapped(text, self._width - indent)
        ]
        rows = [Line(indent).put(line).row() for line in lines]
        if lines:
            label = Line(1).add(self._say(key), self._appearance.quiet)
            rows[0] = label.to(indent).put(lines[0]).row()
        return rows
