"""The page about several reports of the same two: the trend, then what changed since the last."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.domain.report import Report
from tui.domain.report_diff import Former, report_diff
from tui.domain.trend import AreaTrend, in_order, trend
from tui.phrasing.diff_sections import Listed, Section, diff_sections
from tui.phrasing.diff_words import diff_headline, other_firms, trend_asked, trend_numbers
from tui.presenters.report_sections import stacked
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Line, Row, paragraph, wrapped

_COLOURS = {
    "closed": "aligned",
    "opened": "divergent",
    "moved": "partial",
    "still_open": "open",
    "decisions": "primary",
}
"""The colour of a list; others are quiet."""
_MEASURE = 110
"""The most cells of a line."""
_NAME_CELLS = 28
"""The most cells of a name, before what is told of it."""
_INDENT = 2


class OverTimePage:
    """Draws what several reports tell together, in the interface's language.

    Args:
        reports: Two at least, about one questionnaire.
        was: The ids that questions had in former editions.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
    """

    def __init__(
        self, reports: Sequence[Report], was: Former, appearance: Appearance, width: int
    ) -> None:
        self._reports = in_order(reports)
        self._was = was
        self._appearance = appearance
        self._say = appearance.phrases
        self._width = max(40, min(_MEASURE, width))

    def rows(self) -> list[Row]:
        """Return the whole page."""
        *_, old, new = self._reports
        found = report_diff(old, new, self._was)
        sections = map(self._section, diff_sections(found, self._say))
        return stacked([self._head(diff_headline(found, self._say)), self._trend(), *sections])

    def _head(self, headline: str) -> list[Row]:
        """Return between which days what has changed."""
        *_, old, new = self._reports
        appearance = self._appearance
        days = f"{old.date.isoformat()} {appearance.marks.then} {new.date.isoformat()}"
        rows = [Line(_INDENT).add(days, appearance.quiet).row()]
        rows += paragraph(headline, self._width, appearance.strong, _INDENT)
        if firms := other_firms(self._reports, self._say):
            rows += paragraph(firms, self._width, appearance.quiet, _INDENT)
        return rows

    # -- the trend ---------------------------------------------------------------------

    def _trend(self) -> list[Row]:
        """Return an area a row, with the number of each report under its day."""
        found, appearance = trend(self._reports), self._appearance
        titles = [one_line(area.title[self._say.language]) for area in found.areas]
        at = _INDENT + min(_NAME_CELLS, max(map(cell_len, titles), default=0)) + 2
        then = f" {appearance.marks.then} "
        days = [day.isoformat() for day in found.days]
        cells = max(map(len, days)) + len(then)
        room = self._width - at - cell_len(self._asked(found.areas))
        count = max(2, min(len(days), room // cells))  # the latest, where not all have room
        head = Line(_INDENT).to(at).add("   ".join(days[-count:]), appearance.quiet)
        rows = [self._title(self._say("diff.trend"), "primary"), head.row()]
        for area, title in zip(found.areas, titles, strict=True):
            numbers = [n.rjust(cells - len(then)) for n in trend_numbers(area, appearance.marks)]
            line = Line(_INDENT).put(Content(title).truncate(_NAME_CELLS, ellipsis=True)).to(at)
            line.add(then.join(numbers[-count:-1]) + then, appearance.quiet)
            line.add(numbers[-1], appearance.foreground(_direction(area), bold=True))
            line.add(f"  {trend_asked(area, appearance.marks, self._say)}", appearance.quiet)
            rows.append(line.row())
        return rows

    def _asked(self, areas: Sequence[AreaTrend]) -> str:
        """Return the longest of what stands behind the numbers."""
        told = (f"  {trend_asked(each, self._appearance.marks, self._say)}" for each in areas)
        return max(told, key=cell_len, default="")

    # -- what has changed --------------------------------------------------------------

    def _section(self, section: Section) -> list[Row]:
        """Return a list under its title."""
        rows = [self._title(section.title, _COLOURS.get(section.id, "quiet"), len(section.items))]
        width = min(_NAME_CELLS, max(cell_len(item.name) for item in section.items))
        for item in section.items:
            if section.id == "not_comparable":
                rows += self._sentence(item.name)
            else:
                rows += self._item(item, section.id, width)
        return rows

    def _item(self, item: Listed, section: str, width: int) -> Iterator[Row]:
        """Yield an item: its name, beside it what is told of it, below it what was decided."""
        appearance, mark = self._appearance, self._mark(section)
        style = appearance.foreground(_COLOURS.get(section, "quiet"), bold=True)
        at = _INDENT + cell_len(mark) + 1
        names = wrapped(item.name, width, appearance.plain)
        told = wrapped(item.told, max(12, self._width - at - width - 2), appearance.quiet)
        for number in range(max(len(names), len(told))):
            line = Line(_INDENT).add(mark if not number else " " * cell_len(mark), style).add(" ")
            if number < len(names):
                line.put(names[number])
            if number < len(told):
                line.to(at + width + 2).put(told[number])
            yield line.row()
        for said in wrapped(item.said, self._width - at, appearance.plain) if item.said else ():
            yield Line(at).put(said).row()

    def _sentence(self, sentence: str) -> Iterator[Row]:
        mark = self._appearance.marks.dot
        for number, content in enumerate(
            wrapped(sentence, self._width - _INDENT - cell_len(mark) - 1, self._appearance.plain)
        ):
            line = Line(_INDENT).add(mark if not number else " " * cell_len(mark))
            yield line.add(" ").put(content).row()

    def _mark(self, section: str) -> str:
        """Return the sign of a list."""
        marks = self._appearance.marks
        signs = {"closed": marks.done, "opened": marks.more, "moved": marks.partial}
        return signs.get(section, marks.dot)

    def _title(self, title: str, colour: str, count: int = 0) -> Row:
        """Return a title with a rule behind it."""
        told = f"{title} {count}" if count else title
        line = Line(_INDENT).add(told, self._appearance.foreground(colour, bold=True)).add(" ")
        rest = max(0, self._width - line.width)
        return line.add(self._appearance.marks.track * rest, self._appearance.quiet).row()


def _direction(area: AreaTrend) -> str:
    """Return the colour of the latest number: whether less or more is left than before."""
    *before, now = area.counts
    last = next((each for each in reversed(before) if each is not None), None)
    if now is None or last is None or now.to_settle == last.to_settle:
        return "strong"
    return "aligned" if now.to_settle < last.to_settle else "divergent"
