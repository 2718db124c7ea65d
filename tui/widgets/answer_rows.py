"""What stands around the field of a column: who answers, the hint, the answer in a line."""

from rich.cells import cell_len
from textual.content import Content

from tui.domain.answers import Firmness
from tui.domain.firmness import firmness_of
from tui.domain.message import Message
from tui.text.cleaning import one_line
from tui.widgets.answer_chips import chip_rows
from tui.widgets.answer_column import Column
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, Line, Row, wrapped

_HINT_LINES = 2
"""Lines that a hint takes wherever it wants them; more only where the field leaves room."""

_NOTE_LINES = 3
"""Lines that a note may take where there is room."""


def head_rows(appearance: Appearance, column: Column, width: int) -> list[Row]:
    """Return the party's colour, its mark, its role and its name, and whether it stops at this."""
    rule_style = appearance.foreground(column.side, bold=column.active)
    rule = appearance.marks.bar if column.active else appearance.marks.track
    mark = appearance.marks.of_party(column.side)
    title = Line(1).add(mark, appearance.foreground(column.side))
    title.add(column.role, appearance.foreground(column.side, bold=True)).add("  ")
    style = appearance.foreground(column.side) if column.active else appearance.quiet
    title.add(column.name, style)
    if firmness_of(column.question, column.answer) is Firmness.RED_LINE and not column.hidden:
        badge = f" {column.phrases('firmness.red_line').upper()} "
        begin = width - cell_len(badge) - 1
        if title.width < begin:
            title.to(begin).add(badge, appearance.badge)
    return [Line().add(rule * width, rule_style).row(), title.row()]


def summary_rows(appearance: Appearance, column: Column, width: int) -> list[Row]:
    """Return the answer in two lines at the most, or why it is hidden."""
    answer, room = column.answer, width - 4
    if column.hidden:
        lines = wrapped(column.hidden, room, appearance.quiet)
        return [Line(3).put(line).row() for line in lines]
    if answer.state is not None:
        said = column.phrases(f"state.{answer.state}")
    elif answer.value is not None:
        said = column.question.wording(answer.value, column.language)
    else:
        said = column.phrases("interview.nothing_yet")
    style = appearance.foreground(column.side) if answer.is_answered else appearance.quiet
    return [Line(3).put(line).row() for line in wrapped(" ".join(said.split()), room, style, 2)]


def hint_rows(
    appearance: Appearance, column: Column, width: int, room: int, *, airy: bool, level: bool
) -> list[Row]:
    """Return what helps to answer; a guess needs no such help.

    Args:
        appearance: The marks and colours to draw with.
        column: Whose question has the hint.
        width: The width of the column in cells.
        room: How many lines the field leaves to it.
        airy: Whether a blank line follows.
        level: Whether it takes as many rows in both columns, so that what follows is level.
    """
    hint = column.question.hint
    if not hint[column.language] or column.is_guess:
        return []
    longest = max(len(wrapped(words, width - 2)) for words in hint.words.values())
    most = max(min(_HINT_LINES, longest), min(longest, room - airy))
    lines = wrapped(hint[column.language], width - 2, appearance.quiet, most)
    rows = [Line(1).put(line).row() for line in lines]
    return rows + [BLANK] * (most + airy - len(rows)) if level else rows + [BLANK] * airy


def foot_rows(
    appearance: Appearance, column: Column, trouble: Message | None, width: int, *, airy: bool
) -> list[Row]:
    """Return what is wrong or missing, else the note, and the commands of this answer.

    Args:
        appearance: The marks and colours to draw with.
        column: Whose answer it is.
        trouble: What is wrong or missing.
        width: The width of the column in cells.
        airy: Whether a note may take several lines.
    """
    answer, remarks = column.answer, [BLANK]
    if trouble is not None:
        text = f"{appearance.marks.risk} {column.phrases.say(trouble)}"
        remarks = [Line(1).add(text, appearance.foreground("partial")).row()]
    elif answer.reason or answer.note:
        text, mark = one_line(answer.reason or answer.note), appearance.marks.discuss
        lines = wrapped(text, width - 4, appearance.note, _NOTE_LINES if airy else 1)
        marks = [mark, *" " * (len(lines) - 1)]
        remarks = [
            Line(1)
            .add(f"{sign} ", appearance.foreground(column.side))
            .put(line)
            .row(target="do:note")
            for sign, line in zip(marks, lines, strict=True)
        ]
    return [*remarks, *([] if column.is_guess else chip_rows(appearance, column, width))]


def with_unseen(appearance: Appearance, row: Row, unseen: tuple[int, int], width: int) -> Row:
    """Return a row with, at its end, how many lines are out of sight: above, and below."""
    marks, style = appearance.marks, appearance.foreground("primary", bold=True)
    counted = zip((marks.up, marks.down), unseen, strict=True)
    told = "  ".join(f"{mark} {count}" for mark, count in counted if count)
    if not told:
        return row
    content = row.content.truncate(width - cell_len(told) - 2, pad=True)
    return row._replace(content=content + Content.styled(f" {told}", style))
