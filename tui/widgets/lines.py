"""Lines of text with places to click, and the widget that draws them.

Every screen is made of few such widgets, which are updated and never mounted anew: a line costs a
few milliseconds where a tree of widgets costs tens.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.text.visible import visible, visible_lines
from tui.text.wrapping import wrap_text
from tui.widgets.appearance import Appearance, appearance_of

PLAIN = Style()
"""The style of the widget that the text stands in."""


class Target(NamedTuple):
    """A stretch of a line that does something when clicked."""

    start: int
    """Its first cell."""
    end: int
    """The cell behind it."""
    what: str
    """What it stands for, as its widget understands it."""


class Row(NamedTuple):
    """One line of the screen."""

    content: Content
    """What it says; foreign text is always literal in it."""
    targets: tuple[Target, ...] = ()
    """Where it can be clicked."""
    fill: Style = PLAIN
    """The style of the whole line, under that of its parts."""

    def looks_like(self, other: "Row") -> bool:
        """Return whether both paint the same; contents of the same words may differ in style."""
        mine, its = self.content, other.content
        return mine.plain == its.plain and mine.spans == its.spans and self.fill == other.fill

    def target_at(self, cell: int) -> str | None:
        """Return what stands at a cell of the line."""
        found = (target.what for target in self.targets if target.start <= cell < target.end)
        return next(found, None)


BLANK = Row(Content(""))
"""An empty line."""


class Line:
    """A line in the making."""

    def __init__(self, indent: int = 0) -> None:
        self._parts: list[Content] = [Content(" " * indent)] if indent else []
        self._targets: list[Target] = []
        self.width = indent

    def add(self, text: str, style: Style = PLAIN, target: str | None = None) -> "Line":
        """Put a text behind what is there; with `target` it can be clicked."""
        return self.put(Content.styled(visible(text), style), target)

    def put(self, content: Content, target: str | None = None) -> "Line":
        """Put styled content behind what is there; with `target` it can be clicked."""
        start, self.width = self.width, self.width + content.cell_length
        if target is not None:
            self._targets.append(Target(start, self.width, target))
        self._parts.append(content)
        return self

    def to(self, cell: int) -> "Line":
        """Go on at `cell`, or after one blank where the line has come that far already."""
        return self.add(" " * max(1, cell - self.width))

    def row(self, fill: Style = PLAIN, target: str | None = None) -> Row:
        """Return the finished line.

        Args:
            fill: The style of the whole line, under that of its parts.
            target: What a click means wherever the line has no target of its own.
        """
        whole = (Target(0, 10_000, target),) if target is not None else ()
        return Row(Content("").join(self._parts), (*self._targets, *whole), fill)


def wrapped(text: str, width: int, style: Style = PLAIN, most: int | None = None) -> list[Content]:
    """Return a text in lines.

    Args:
        text: The text, which may have lines of its own.
        width: The most cells of a line.
        style: The style of every line.
        most: The most lines; an ellipsis ends a text that has more.
    """
    lines = wrap_text(visible_lines(text), width)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    styled = (Content.styled(line, style) for line in lines)
    return [line.truncate(max(1, width), ellipsis=True) for line in styled]


def paragraph(text: str, width: int, style: Style = PLAIN, indent: int = 1) -> list[Row]:
    """Return `text` as rows of at most `width` cells, the indent among them."""
    return [Line(indent).put(line).row() for line in wrapped(text, width - indent, style)]


class LineView(Widget):
    """Draws rows from the top, and says what was clicked."""

    ALLOW_SELECT = False

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The room that it takes; by Textual's own, all is laid out again after each change of it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._strips: dict[int, Strip] = {}
        """What was painted last, by line: Textual asks for all lines whenever the focus moves."""
        self._paper: tuple[Style, int] = PLAIN, 0
        """Upon what: the widget's own style, and its width."""
        self._last_shown: tuple[object, ...] = ()

    @property
    def appearance(self) -> Appearance:
        """The app's words, marks and colours just now."""
        return appearance_of(self)

    @property
    def rows(self) -> Sequence[Row]:
        """What is drawn, from the top."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows from the top; only rows that look different are painted anew."""
        before, self._rows = self._rows, rows
        pairs = enumerate(zip_longest(before, rows, fillvalue=BLANK))
        changed = [y for y, (old, new) in pairs if not new.looks_like(old)]
        for y in changed:
            self._strips.pop(y, None)
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def is_shown(self, *data: object) -> bool:
        """Return whether the same data were shown last, in the same appearance.

        The data are kept for the next call, so that a widget need not draw the same again.
        """
        before, self._last_shown = self._last_shown, (*data, self.appearance)
        return self._last_shown == before

    def redraw(self) -> None:
        """Draw the widget anew; for a widget that looks different while it has the focus."""

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw the widget anew when it gains or loses the focus.

        Textual would also match all styles anew; none of ours depends on the focus of lines.
        """
        self.redraw()

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus as Textual does, but leave to `redraw` what is painted for it."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus up in the same way."""
        event.prevent_default()
        self.has_focus = False

    def render_line(self, y: int) -> Strip:
        """Paint one line of the widget, unless it was painted the same before."""
        paper = self.visual_style, self.size.width
        if paper != self._paper:
            self._paper = paper
            self._strips.clear()
        if y not in self._strips:
            row = self._rows[y] if 0 <= y < len(self._rows) else BLANK
            self._strips[y] = self._painted(row, *paper)
        return self._strips[y]

    def _painted(self, row: Row, base: Style, width: int) -> Strip:
        style = base + row.fill
        content = row.content
        if content.cell_length > width:
            content = content.truncate(width, ellipsis=True)
        return Strip(content.render_segments(style)).adjust_cell_length(width, style.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell the widget what was clicked."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y < len(self._rows):
            return
        target = self._rows[at.y].target_at(at.x)
        if target is not None:
            event.stop()
            self.clicked(target)

    def clicked(self, target: str) -> None:
        """Act on a click; a widget with targets says how."""
