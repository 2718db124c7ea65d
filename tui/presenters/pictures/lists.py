"""Pictures made of words: options with who chose them, several choices, texts, private answers."""

from collections.abc import Iterator, Sequence

from textual.style import Style

from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import ColumnsPicture, OptionsPicture, PrivatePicture, TextsPicture
from tui.presenters.pictures.absent import absent_rows
from tui.presenters.pictures.cells import Cells
from tui.presenters.pictures.ink import Ink
from tui.text.cleaning import one_line
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text
from tui.widgets.lines import Line, Row, wrapped

_LABEL_AT = 5
"""Behind the two columns of marks."""
_LANES = 3
"""The most pairs of near options that are joined by brackets."""
_GAP = 3
"""Cells between columns."""
_LEAST_COLUMN = 16
"""The least cells of a column; where there are fewer, columns stand below each other."""
_ARM, _MIDDLE = 10, 8
"""Cells of the parts of the fixed drawing for private answers."""


# -- one of several options ----------------------------------------------------------------


def option_rows(ink: Ink, picture: OptionsPicture) -> list[Row]:
    """Return a row for each option, and one for who took none."""
    lanes = picture.joined[:_LANES]
    near = ink.appearance.phrases("picture.near_pair")
    right = 2 + len(lanes) * 2 + cell_width(near) if lanes else 0
    width = max(8, ink.width - _LABEL_AT - right)
    drawn, starts = list[Cells](), list[int]()
    for option in picture.options:
        is_chosen = any(option.chosen)
        style = ink.appearance.strong if is_chosen else ink.appearance.quiet
        starts.append(len(drawn))
        for place, line in enumerate(ink.lines(option.label, width) or [""]):
            drawn.append(Cells(ink.width))
            drawn[-1].put(_LABEL_AT, line, style)
            if not place:
                _marks(ink, drawn[-1], option.chosen)
    for lane, (first, last) in enumerate(lanes):
        at = ink.width - right + 1 + 2 * lane
        _bracket(ink, drawn[starts[first] : starts[last] + 1], at)
    if lanes:
        row = (starts[lanes[-1][0]] + starts[lanes[-1][1]]) // 2
        style = ink.appearance.foreground("partial")
        drawn[row].put(ink.width - cell_width(near), near, style)
    return [*(cells.row() for cells in drawn), *_undecided(ink, picture)]


def _marks(ink: Ink, cells: Cells, chosen: tuple[bool, bool]) -> None:
    """Write the mark of each party that chose, and a dot for the other."""
    for index, is_chosen in enumerate(chosen):
        dot = ink.appearance.marks.unanswered
        mark, style = (
            (ink.marks[index], ink.party(index)) if is_chosen else (dot, ink.appearance.quiet)
        )
        cells.put(2 * index, mark, style)


def _bracket(ink: Ink, cells: Sequence[Cells], at: int) -> None:
    """Join two near options."""
    top, side, foot = ink.appearance.marks.bracket
    for place, row in enumerate(cells):
        mark = side if 0 < place < len(cells) - 1 else (foot if place else top)
        row.put(at, mark, ink.appearance.foreground("partial"))


def _undecided(ink: Ink, picture: OptionsPicture) -> Iterator[Row]:
    """Yield the row of a party that took no option, which is none itself."""
    for index, why in enumerate(picture.absent):
        if why is not None:
            cells = Cells(ink.width)
            _marks(ink, cells, (index == 0, index == 1))
            style = ink.appearance.foreground("open") + Style(italic=True)
            cells.put(_LABEL_AT, ink.absence(why), style)
            yield cells.row()


# -- several of them -----------------------------------------------------------------------


def column_rows(ink: Ink, picture: ColumnsPicture) -> list[Row]:
    """Return three columns: what both name, and what only one of them."""
    say = ink.appearance.phrases
    parties = range(len(ink.names))
    if any(picture.absent):
        told = [
            (_named(ink, index, "picture.names", picture.only[index]), picture.only[index], index)
            for index in parties
            if picture.absent[index] is None
        ]
        columns = [_column(ink, *each) for each in told]
    else:
        both = say("picture.both_name", count=len(picture.both))
        columns = [_column(ink, f"{''.join(ink.marks)} {both}", picture.both, None)]
        for index in parties:
            head = _named(ink, index, "picture.only", picture.only[index])
            columns.append(_column(ink, head, picture.only[index], index))
    return [*_side_by_side(ink, columns), *absent_rows(ink, picture.absent)]


def _named(ink: Ink, index: int, key: str, labels: Sequence[LocalizedText]) -> str:
    name = one_line(ink.names[index])
    return f"{ink.marks[index]} {ink.appearance.phrases(key, party=name, count=len(labels))}"


class _Column:
    """A head, and texts below it."""

    def __init__(self, head: str, texts: Sequence[LocalizedText], style: Style) -> None:
        self.head = head
        self.texts = texts
        self.style = style

    def cells(self, ink: Ink, width: int, head: int = 0) -> list[Cells]:
        """Return the column drawn so wide, with a head of so many rows at least."""
        drawn = list[Cells]()

        def add(at: int, text: str, style: Style) -> None:
            drawn.append(Cells(width))
            drawn[-1].put(at, text, style)

        for line in wrap_text(self.head, width):
            add(0, line, self.style + Style(bold=True))
        drawn += [Cells(width) for _ in range(head - len(drawn))]
        add(0, ink.appearance.marks.track * width, self.style)
        for text in self.texts:
            for place, line in enumerate(ink.lines(text, width - 1)):
                add(min(place, 1), line, ink.appearance.plain)
        if not self.texts:
            add(0, ink.appearance.phrases("picture.none"), ink.appearance.quiet)
        return drawn


def _column(ink: Ink, head: str, texts: Sequence[LocalizedText], index: int | None) -> _Column:
    style = ink.appearance.foreground("aligned") if index is None else ink.party(index)
    return _Column(head, texts, style)


def _side_by_side(ink: Ink, columns: Sequence[_Column]) -> list[Row]:
    """Return columns beside each other, or below each other where they would be too narrow."""
    count = len(columns)
    width = (ink.width - _GAP * (count - 1)) // count
    if width < _LEAST_COLUMN:
        return [cells.row() for column in columns for cells in column.cells(ink, ink.width)]
    head = max(len(wrap_text(column.head, width)) for column in columns)
    return _beside([column.cells(ink, width, head) for column in columns], width)


def _beside(columns: Sequence[Sequence[Cells]], width: int) -> list[Row]:
    """Return the rows of columns of one width."""
    rows = list[Row]()
    for place in range(max(map(len, columns))):
        line = Line()
        for column, cells in enumerate(columns):
            if column:
                line.add(" " * (column * (width + _GAP) - line.width))
            if place < len(cells):
                line.put(cells[place].row().content)
        rows.append(line.row())
    return rows


# -- words ---------------------------------------------------------------------------------


def text_rows(ink: Ink, picture: TextsPicture) -> list[Row]:
    """Return both texts side by side, each with a bar in its party's colour."""
    width = (ink.width - _GAP) // 2
    is_narrow = width < 2 * _LEAST_COLUMN - 6
    width = ink.width if is_narrow else width
    columns = [_text(ink, picture, index, width) for index in range(len(ink.names))]
    if is_narrow:
        return [cells.row() for column in columns for cells in column]
    return _beside(columns, width)


def _text(ink: Ink, picture: TextsPicture, index: int, width: int) -> list[Cells]:
    why = picture.absent[index]
    name = f"{ink.marks[index]} {one_line(ink.names[index])}"
    drawn = [Cells(width) for _ in wrap_text(name, width)]
    for cells, line in zip(drawn, wrap_text(name, width), strict=True):
        cells.put(0, line, ink.party(index, bold=True))
    told, style = picture.texts[index], ink.appearance.plain
    if why is not None:
        told, style = ink.absence(why), ink.appearance.foreground("open")
    for content in wrapped(told, width - 2, style):
        drawn.append(Cells(width))
        drawn[-1].put(0, ink.appearance.marks.side, ink.party(index))
        drawn[-1].put(2, content.plain, style)
    return drawn


# -- private answers -----------------------------------------------------------------------


def private_rows(ink: Ink, picture: PrivatePicture) -> list[Row]:
    """Return a drawing that depends on nothing but whether the two meet."""
    appearance, marks = ink.appearance, ink.appearance.marks
    say, quiet = appearance.phrases, appearance.quiet
    line = Line()
    line.add(ink.marks[0] + marks.bar * _ARM, ink.party(0))
    if picture.meets:
        shade = appearance.foreground("primary") + appearance.wash("primary")
        line.add(marks.shade * _MIDDLE, shade)
    else:
        line.add(marks.gap * _MIDDLE, ink.apart)
    line.add(marks.bar * _ARM + ink.marks[1], ink.party(1))
    words = say("picture.meet" if picture.meets else "picture.apart")
    rows = list[Row]()
    if line.width + _GAP + cell_width(words) <= ink.width:
        rows.append(line.add(" " * _GAP).add(words, appearance.plain).row())
    else:
        rows.append(line.row())
        rows += [Line().put(each).row() for each in wrapped(words, ink.width, appearance.plain)]
    note = wrapped(say("picture.fixed"), ink.width, quiet + Style(italic=True))
    return [*rows, *(Line().put(each).row() for each in note)]
