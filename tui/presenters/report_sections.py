"""What stands below the map of a report: what was settled, what is left, and what comes next."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.style import Style

from tui.domain.agenda import Tier
from tui.domain.area_map import decided, open_for_both, parked, tile_states
from tui.domain.decision_state import DecisionState
from tui.domain.report import AgendaItem, Report, ReportedDecision
from tui.domain.report_level import ReportLevel
from tui.phrasing.decision_words import state_word
from tui.phrasing.tier_words import timed_tier
from tui.text.cleaning import one_line
from tui.text.dates import brief_day
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, Target, wrapped

_NEXT = 3
"""Items of the agenda that are named as the next ones, where the map shows all of them."""
_GAP = 4
"""Cells between two columns of sections."""


class ReportSections:
    """Draws what was settled and what is left, in one column of a width.

    Args:
        report: The report that tells it.
        appearance: The words, marks and colours to draw with.
        width: The width of the column in cells.
        indent: Cells left of it.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int, indent: int = 0) -> None:
        self._report = report
        self._appearance = appearance
        self._say = appearance.phrases
        self._width = max(24, width)
        self._indent = indent
        self._states = tile_states(report)
        language = appearance.phrases.language
        self._names = {item.question: one_line(item.short_name[language]) for item in report.agenda}
        self._names |= {each.question: one_line(each.text[language]) for each in report.decisions}
        self._names |= {q.id: one_line(q.short_name[language]) for q in report.questions}

    def decided(self) -> list[Row]:
        """Return the decisions: the item, who sees to it, by when, and what was decided."""
        taken = decided(self._report)
        rows = [row for each in taken for row in self._decision(each)]
        return self._section("decided", "aligned", rows, len(taken))

    def parked(self) -> list[Row]:
        """Return what was put off, and what was said of it."""
        items, quiet = parked(self._report), self._appearance.quiet
        rows = list[Row]()
        for each in items:
            rows += self._item(each.question, self._appearance.marks.parked, quiet)
            rows += self._text(one_line(each.decision), quiet)
        return self._section("parked", "quiet", rows, len(items))

    def waiting(self) -> list[Row]:
        """Return what neither could answer yet; without questions to open, all of the agenda."""
        if self._report.level is ReportLevel.MINUTES:
            waiting = [i for i in self._report.agenda if self._states[i.question].is_waiting]
            return self._section("agenda", "primary", list(self._agenda(waiting)), len(waiting))
        names = set(open_for_both(self._report))
        items = [item for item in self._report.agenda if item.question in names]
        rows = self._planned((self._appearance.marks.open, item) for item in items)
        return self._section("open", "open", rows, len(items))

    def blockers(self) -> list[Row]:
        """Return on what both have a red line, and whether that is settled."""
        appearance = self._appearance
        blocking = [item for item in self._report.agenda if item.tier is Tier.BLOCKING]
        states = [self._states[item.question] for item in blocking]
        rows = list[Row]()
        for item, state in zip(blocking, states, strict=True):
            if state.is_done:
                mark, style = appearance.marks.done, appearance.foreground("aligned", bold=True)
            else:
                mark = appearance.marks.divergent
                style = appearance.foreground("divergent", bold=True)
            told = "" if state.value == "untouched" else self._say(f"map.is_{state}")
            rows += self._item(item.question, mark, style, told)
        left = sum(not state.is_done for state in states)
        colour = "divergent" if left else "aligned"
        return self._section("blockers", colour, rows, left=left, of=len(blocking))

    def following(self) -> list[Row]:
        """Return what to talk about next, where the map shows all there is."""
        if self._report.level is ReportLevel.MINUTES:
            return []
        waiting = [i for i in self._report.agenda if self._states[i.question].is_waiting]
        marked = ((str(number), item) for number, item in enumerate(waiting[:_NEXT], 1))
        name, count = ("next_few", _NEXT) if len(waiting) > _NEXT else ("next", 0)
        return self._section(name, "primary", self._planned(marked), count, of=len(waiting))

    def carried(self) -> list[Row]:
        """Return what the last meeting had left open, and what has come of it."""
        appearance, language = self._appearance, self._say.language
        rows = list[Row]()
        for each in self._report.carried:
            mark = (
                appearance.marks.done if each.state is DecisionState.DONE else appearance.marks.dot
            )
            name = one_line(each.short_name[language])
            rows += self._line(name, mark, appearance.quiet, state_word(each, self._say))
        return self._section("carried", "quiet", rows, len(self._report.carried))

    def _planned(self, marked: Iterable[tuple[str, AgendaItem]]) -> list[Row]:
        """Return items of the agenda, each with its mark and the minutes to plan."""
        style = self._appearance.foreground("primary", bold=True)
        return [
            row
            for mark, item in marked
            for row in self._item(
                item.question, mark, style, self._say("map.min", count=item.minutes)
            )
        ]

    def _agenda(self, waiting: Iterable[AgendaItem]) -> Iterator[Row]:
        """Yield the items of the agenda under their tiers."""
        tier = None
        for item in waiting:
            if item.tier is not tier:
                tier = item.tier
                title = timed_tier(tier, item.minutes, self._say)
                yield from self._text(title, self._appearance.quiet, under=0)
            yield from self._item(item.question, self._appearance.marks.dot, self._appearance.quiet)

    def _decision(self, decision: ReportedDecision) -> Iterator[Row]:
        appearance, language = self._appearance, self._say.language
        year = self._report.date.year
        due = brief_day(decision.due, language, year) if decision.due else ""
        told = "   ".join(filter(None, (one_line(decision.owner), due)))
        style = appearance.foreground("aligned", bold=True)
        yield from self._item(decision.question, appearance.marks.done, style, told, is_loud=True)
        if decision.words is not None:
            words = one_line(decision.words[language])
            yield from self._text(f"{self._say('minutes.agreed')}: {words}", appearance.plain)
        yield from self._text(one_line(decision.decision), appearance.plain)
        if self._report.level is ReportLevel.MINUTES:  # else its question has a page of its own
            clauses = dict.fromkeys(map(one_line, decision.clause.words.values()))
            for clause in clauses:
                yield from self._text(clause, appearance.quiet)

    def _item(
        self, question: str, mark: str, style: Style, aside: str = "", *, is_loud: bool = False
    ) -> Iterator[Row]:
        """Yield the line of one item: its mark, its name, and something at the right edge."""
        name = self._names[question]
        for row in self._line(name, mark, style, aside, is_loud=is_loud):
            yield _clickable(row, self._indent, question)

    def _line(
        self, name: str, mark: str, style: Style, aside: str = "", *, is_loud: bool = False
    ) -> Iterator[Row]:
        """Yield a name behind its mark, and something at the right edge."""
        appearance, at = self._appearance, self._indent + cell_len(mark) + 1
        end = self._indent + self._width
        beside = cell_len(aside) + 2 if aside else 0
        own = appearance.strong if is_loud else appearance.plain
        # Too long for what stands at its side, an item takes lines of its own.
        is_beside = at + cell_len(name) + beside <= end
        for number, content in enumerate(wrapped(name, end - at, own)):
            line = Line(self._indent)
            line.add(mark if not number else " " * cell_len(mark), style).add(" ")
            line.put(content)
            if aside and is_beside:
                line.to(end - cell_len(aside)).add(aside, appearance.quiet)
            yield line.row()
        if aside and not is_beside:
            for content in wrapped(aside, end - at, appearance.quiet):
                line = Line(self._indent).to(max(at, end - content.cell_length))
                yield line.put(content).row()

    def _text(self, text: str, style: Style = PLAIN, under: int = 2) -> Iterator[Row]:
        """Yield a text in lines under its item; nothing of an empty one."""
        if text:
            for content in wrapped(text, self._width - under, style):
                yield Line(self._indent + under).put(content).row()

    def _section(
        self, name: str, colour: str, rows: Sequence[Row], count: int = 0, **values: int
    ) -> list[Row]:
        """Return a section with its title and a rule; nothing where it has no lines."""
        if not rows:
            return []
        title = self._say(f"map.section_{name}", count=count, **values)
        line = (
            Line(self._indent).add(title, self._appearance.foreground(colour, bold=True)).add(" ")
        )
        rest = self._indent + self._width - line.width
        line.add(self._appearance.marks.track * rest, self._appearance.quiet)
        return [line.row(), *rows]


def _clickable(row: Row, start: int, question: str) -> Row:
    """Return a line whose own cells, and not those beside it, mean a question."""
    return row._replace(targets=(Target(start, row.content.cell_length, question),))


def stacked(sections: Iterable[Sequence[Row]]) -> list[Row]:
    """Return sections below each other, with a blank line between them."""
    rows = list[Row]()
    for section in sections:
        rows += [BLANK, *section] if rows and section else section
    return rows


def side_by_side(left: Sequence[Row], right: Sequence[Row], at: int) -> list[Row]:
    """Return two columns of lines, the second of which begins at a cell."""
    rows = []
    for here, there in zip_longest(left, right, fillvalue=BLANK):
        moved = (
            target._replace(start=target.start + at, end=target.end + at)
            for target in there.targets
        )
        content = here.content
        if there.content:
            content = content.pad_right(max(0, at - content.cell_length)) + there.content
        rows.append(Row(content, (*here.targets, *moved)))
    return rows


def column_widths(width: int) -> tuple[int, int]:
    """Return the widths of two columns of sections, side by side in a width."""
    left = (width - _GAP) * 3 // 5
    return left, width - _GAP - left
