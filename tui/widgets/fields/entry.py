"""One number to type, to step and to slide: a field has one, or one for each of its rows."""

from collections.abc import Callable
from decimal import Decimal

from rich.cells import cell_len
from textual.content import Content

from tui.domain.message import Message
from tui.domain.questions import InvalidAnswer
from tui.domain.questions.number import Measure
from tui.widgets.fields.base import Canvas, Outcome, Refused, narrow
from tui.widgets.fields.digits import NumberBuffer, grouped
from tui.widgets.fields.track import Track, cell_targets, drawn
from tui.widgets.lines import Line, Row, wrapped

_LONGEST_TRACK = 51
"""Cells; a longer one is harder to read, not finer."""


class NumberEntry:
    """A number in the making: what is typed, and the track that it moves along."""

    def __init__(
        self,
        track: Track,
        decimals: int,
        read: Callable[[Decimal], object],
        *,
        origin: Decimal | None = None,
        restarts: bool = False,
    ) -> None:
        """Begin with no number.

        Args:
            track: The numbers that it moves along.
            decimals: The most digits behind the point.
            read: Raises `InvalidAnswer` for a number that is no answer.
            origin: Where steps begin while there is no number.
            restarts: Whether a digit that makes the number too great begins a new one.
        """
        self.track = track
        self.buffer = NumberBuffer(track.minimum, track.maximum, decimals)
        self._has_places = decimals > 0
        self._read, self._origin, self._restarts = read, origin, restarts

    @classmethod
    def of(cls, measure: Measure) -> "NumberEntry":
        """Return the entry for a number of `measure`."""
        unit = Decimal(1).scaleb(-measure.decimals)
        track = Track(measure.minimum, measure.maximum, unit, measure.ratio is not None)
        return cls(track, measure.decimals, measure.read)

    def key(self, key: str, character: str | None) -> bool:
        """Take a key; return whether there was a use for it."""
        typed, self.buffer.refused = narrow(character), ""
        match key:
            case "left" | "right":
                self._step(1 if key == "right" else -1)
            case "backspace":
                self.buffer.erase()
            case "delete":
                self.buffer.clear()
            case _:
                return self._type(typed)
        return True

    def click(self, target: str) -> None:
        """Take a click on one of the entry's targets."""
        what, _, rest = target.partition(":")
        self.buffer.refused = ""
        match what:
            case "less" | "more":
                self._step(1 if what == "more" else -1, fine=True)
            case "at":
                cell, _, cells = rest.partition(":")
                self.buffer.load(self.track.at(int(cell), int(cells)))
            case "type":
                self._type(rest)
            case _:
                self.buffer.clear()

    def why_not(self, number: Decimal) -> Message | None:
        """Return why a number is no answer; None where it is one."""
        try:
            self._read(number)
        except InvalidAnswer as refused:
            return refused.message
        return None

    def _type(self, typed: str) -> bool:
        """Take a character; a sign that cannot be part of the number is a small step."""
        if self.buffer.type(typed):
            number = self.buffer.number
            bounds = self.track.minimum, self.track.maximum
            if self._restarts and number is not None and abs(number) > max(map(abs, bounds)):
                self.buffer.clear()
                self.buffer.type(typed)
            return True
        if typed not in ("+", "-"):
            return False
        self._step(1 if typed == "+" else -1, fine=True)
        return True

    def _step(self, way: int, *, fine: bool = False) -> None:
        number = self.buffer.number
        start = self._origin if number is None else number
        self.buffer.load(self.track.beyond(start, way, fine=fine))

    def outcome(self, of_all: Callable[[], Outcome]) -> Outcome:
        """Return what came of the last key or click; a digit for which there is no room says so.

        Args:
            of_all: Returns what came of it in the whole field, where it changed the number.
        """
        if self.buffer.refused:
            return Refused(Message("field.no_room", {"typed": self.buffer.refused}))
        return of_all()

    @property
    def number(self) -> Decimal | None:
        """The number if it is admissible."""
        return None if self.problem else self.buffer.number

    @property
    def problem(self) -> Message | None:
        """Why what stands there is no answer; None where it is one, or where nothing stands."""
        number = self.buffer.number
        return self.buffer.problem if number is None else self.why_not(number)

    def value_row(
        self,
        canvas: Canvas,
        head: Line,
        unit: str,
        *,
        here: bool,
        answered: bool,
        prefix: str = "",
    ) -> Row:
        """Return the line of the number: what was typed, the caret, the unit, a sign to clear.

        Args:
            canvas: What to draw with.
            head: The line so far, which is continued.
            unit: The unit of the number.
            here: Whether the number is typed here.
            answered: Whether the number is, or is part of, an answer.
            prefix: What stands before the line's targets, `here` and `clear`.
        """
        if not here:
            self.buffer.settle()  # who comes back to it begins a new number
        appearance, text = canvas.appearance, self.buffer.shown
        style = appearance.foreground("divergent", bold=True) if self.problem else appearance.strong
        if not text and not here:
            text, style = appearance.marks.not_asked, appearance.quiet
        head.add(text, style)
        head.add("_" if here and not self.buffer.is_replaced else " ", canvas.accent)
        room = canvas.width - 3
        unit_style = appearance.foreground("strong" if answered else "foreground")
        if unit[:1].isascii() and unit[:1].isalpha():
            unit = f" {unit}"
        shown = Content.styled(unit, unit_style)
        head.put(shown.truncate(max(1, room - head.width), ellipsis=True))
        if not self.buffer.is_empty:
            head.add(" " * (room - head.width))
            head.add(f" {appearance.marks.times} ", unit_style, f"{prefix}clear")
        fill = canvas.fill(answered=answered, here=here)
        return head.row(fill, target=f"{prefix}here")

    def track_rows(self, canvas: Canvas, numbers: list[Decimal]) -> list[Row]:
        """Return the track and, below it, its ends.

        Two numbers have a bar between them; the bar of one begins at the low end.
        """
        appearance, track = canvas.appearance, self.track
        cells = min(_LONGEST_TRACK, canvas.width - 6)
        knobs = [track.cell(number, cells) for number in numbers]
        filled = range(min(knobs) if len(knobs) > 1 else 0, max(knobs, default=0))
        line = Line().add(f" {appearance.marks.less} ", canvas.accent, "less")
        start = line.width
        line.put(drawn(canvas, cells, knobs, filled))
        row = line.add(f" {appearance.marks.more} ", canvas.accent, "more").row()
        track_row = row._replace(targets=(*row.targets, *cell_targets(start, cells)))
        low, high = grouped(track.minimum), grouped(track.maximum)
        return [track_row, *ends(canvas, low, high, start, cells)]

    def keypad_rows(self, canvas: Canvas) -> list[Row]:
        """Return digits to click, where steps do not reach each number; else nothing."""
        if self.track.is_fine:
            return []
        appearance, line = canvas.appearance, Line()
        for sign in f"1234567890{'.' * self._has_places}{'-' * (self.track.minimum < 0)}":
            line.add(f" {sign}", appearance.quiet, f"type:{sign}")
        return [line.row()]


def ends(canvas: Canvas, low: str, high: str, start: int, cells: int) -> list[Row]:
    """Return what stands at the ends of a track, one below the other where space is short."""
    quiet, free = canvas.appearance.quiet, cells - cell_len(low) - cell_len(high)
    if free > 1:
        return [Line(start).add(low, quiet).add(" " * free).add(high, quiet).row()]
    both = [*wrapped(low, canvas.width - start, quiet), *wrapped(high, canvas.width - start, quiet)]
    return [Line(start).put(line).row() for line in both]
