"""A total divided among choices: each a row with its share, and a line for what is left."""

from decimal import Decimal

from rich.cells import cell_len
from textual.content import Content

from tui.domain.message import Message
from tui.domain.questions import AllocationQuestion
from tui.domain.questions.base import read_number, with_unit
from tui.domain.values import Allocation, Value
from tui.widgets.fields.base import Canvas, Field, Outcome, Redraw, narrow, no_digit, step
from tui.widgets.fields.digits import grouped
from tui.widgets.fields.entry import NumberEntry
from tui.widgets.fields.pasted import items_of, lines_of, number_of, unused, with_rest
from tui.widgets.fields.track import Track, cell_targets, drawn
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, Row, wrapped

_NOTHING = Decimal(0)
_PLACES = 4
"""Behind the point, as the question reads them."""


class AllocationField(Field[AllocationQuestion]):
    """Up and Down change the row; digits, steps and its bar set the share; = gives it the rest."""

    def __init__(self, question: AllocationQuestion, language: str) -> None:
        super().__init__(question, language)
        total = question.total
        track = Track(_NOTHING, total, Decimal(1) if total >= 5 else Decimal("0.1"))

        def read(share: Decimal) -> Decimal:
            return read_number(share, _NOTHING, total, _PLACES)

        self._shares = [
            NumberEntry(track, _PLACES, read, origin=_NOTHING) for _ in question.choices
        ]
        self._cursor_row = 0

    def take_over(self, value: Value | None) -> None:
        """Put the session's shares in the place of what was typed."""
        for choice, share in zip(self.question.choices, self._shares, strict=True):
            share.buffer.load(value.share(choice.id) if isinstance(value, Allocation) else None)

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return a line for each choice, and one for what is left."""
        lines: list[Row] = []
        for row in range(len(self._shares)):
            if row == self.cursor:
                self._cursor_row = len(lines)
            lines += self._share_rows(canvas, row)
        return [*lines, self._rest_row(canvas), *self._shares[0].keypad_rows(canvas)]

    def _share_rows(self, canvas: Canvas, row: int) -> list[Row]:
        """Return a choice: its label, its bar, its share, less and more."""
        share, here = self._shares[row], canvas.active and row == self.cursor
        if not here:
            share.buffer.settle()  # who comes back to it begins a new number
        appearance, (column, bar) = canvas.appearance, self._widths(canvas)
        style = appearance.strong if here else appearance.plain
        first, *rest = wrapped(self._label(row), column, style) or [Content("")]
        line = Line(1).add(appearance.marks.here if here else " ", canvas.accent).add(" ")
        line.put(first)
        line.add(" " * (3 + column + 1 - line.width))
        start, number = line.width, share.number or _NOTHING
        filled = max(round(number * bar / self.question.total), int(number > 0))
        line.put(drawn(canvas, bar, (), range(filled))).add(" ")
        self._put_number(canvas, line, share, here=here)
        line.add(f" {appearance.marks.less}", canvas.accent, f"{row} less")
        line.add(f" {appearance.marks.more} ", canvas.accent, f"{row} more")
        fill = canvas.fill(here=here)
        top, cells = line.row(fill), cell_targets(start, bar, f"{row} ")
        whole = Line().row(fill, target=f"{row} here").targets
        top = top._replace(targets=(*top.targets, *cells, *whole))
        return [top, *(Line(3).put(more).row(fill)._replace(targets=whole) for more in rest)]

    def _widths(self, canvas: Canvas) -> tuple[int, int]:
        """Return how many cells the labels have, and how many each bar."""
        # Cells: "❯" with a blank each side, a gap on each side of the bar, the caret, " − + ".
        free = canvas.width - 3 - 2 - self._digits - 1 - cell_len(self._short_unit) - 5
        longest = max(cell_len(self._label(row)) for row in range(len(self._shares)))
        column = max(2, min(longest, free - max(5, free * 2 // 5)))
        return column, max(2, min(24, free - column))

    @property
    def _digits(self) -> int:
        """Cells that a share takes."""
        return len(grouped(self.question.total)) + 2

    @property
    def _short_unit(self) -> str:
        """The unit where it is short enough to stand in every row."""
        unit = self.question.unit[self.language]
        return unit if cell_len(unit) <= 3 else ""

    def _put_number(self, canvas: Canvas, line: Line, share: NumberEntry, *, here: bool) -> None:
        """Put a share behind its bar, with the caret where it is typed."""
        appearance = canvas.appearance
        is_refused = share.problem is not None
        style = appearance.foreground("divergent", bold=True) if is_refused else appearance.strong
        text = Content.styled(share.buffer.shown, style)
        if not text:
            text = Content.styled("" if here else appearance.marks.not_asked, appearance.quiet)
        text = text.truncate(self._digits, ellipsis=True)
        line.put(text.pad_left(self._digits - text.cell_length))
        caret = "_" if here and not share.buffer.is_replaced else " "
        line.add(caret, canvas.accent).add(self._short_unit, appearance.plain)

    def _rest_row(self, canvas: Canvas) -> Row:
        """Return the line that tells what is left, and gives it to the row at the cursor."""
        appearance, words, left = canvas.appearance, self.words(canvas), self._left
        mark, style = " ", appearance.strong
        if left == 0:
            mark, style = appearance.marks.done, appearance.foreground("aligned", bold=True)
            text = words("field.all_given", amount=self._amount(self.question.total))
        elif left > 0:
            text = words("field.left_over", amount=self._amount(left))
        else:
            mark, style = appearance.marks.risk, appearance.foreground("divergent", bold=True)
            text = words("field.over", amount=self._amount(-left))
        hint = words("field.rest_here") if left > 0 else ""
        told = Content.styled(text, style).truncate(canvas.width - 4, ellipsis=True)
        line = Line().add(f" {mark} ", style).put(told)
        if cell_len(hint) + line.width + 4 <= canvas.width:
            line.add(f"   {hint}", appearance.quiet)
        return line.row(target="rest")

    def key(self, key: str, character: str | None) -> Outcome:
        """Change the row, give it the rest, or type or step its share."""
        if (moved := step(self.cursor, key, len(self._shares))) is not None:
            return self._go(moved)
        if is_space(key) or narrow(character) == "=":
            return self._give_rest()
        share = self._shares[self.cursor]
        is_taken = share.key(key, character)
        return share.outcome(self._outcome) if is_taken else no_digit(character)

    def click(self, target: str) -> Outcome:
        """Change the row, or step or set its share; the last line gives it the rest."""
        if target == "rest":
            return self._give_rest()
        row, named, what = target.partition(" ")
        if named:
            self._go(int(row))
        if what == "here":
            return Redraw()
        share = self._shares[self.cursor]
        share.click(what or target)
        return share.outcome(self._outcome)

    @property
    def cursor_row(self) -> int:
        """The first line of the row at the cursor."""
        return self._cursor_row

    def _paste(self, text: str) -> Outcome:
        """Fill the rows in order from the cursor, with a number a line or several on one."""
        parts = self._parts(text)
        found = [number_of(part, (self.question.unit,)) for part in parts]
        numbers = [number for number in found if number is not None]
        numbers = numbers[: len(self._shares) - self.cursor]
        if not numbers:
            return unused(text, Message("answer.not_number")) if parts else Redraw()
        why = next(filter(None, map(self._shares[0].why_not, numbers)), None)
        if why is not None:
            return unused(text, why)
        for row, number in enumerate(numbers, self.cursor):
            self._shares[row].buffer.load(number)
            self.cursor = row
        return with_rest(self._outcome(), len(numbers), len(parts))

    def _parts(self, text: str) -> list[str]:
        """Return what was pasted, a share each."""
        lines, unit = lines_of(text), (self.question.unit,)
        if len(lines) != 1:
            return lines
        number = number_of(lines[0], unit)  # which may have blanks between its thousands
        if number is not None and self._shares[0].why_not(number) is None:
            return lines
        return items_of(lines[0], unit)

    def advance(self) -> bool:
        """Move to the next row while something is left to give."""
        is_last = self.cursor == len(self._shares) - 1
        if self.unfinished is None or self._problem or self._left < 0 or is_last:
            return False
        self._go(self.cursor + 1)
        return True

    def settle(self) -> None:
        """Let the next digit begin a new share in every row."""
        for share in self._shares:
            share.buffer.settle()

    def _written(self) -> str:
        rows = zip(self.question.choices, self._shares, strict=True)
        return ", ".join(f"{c.id}={s.buffer.text}" for c, s in rows if not s.buffer.is_empty)

    def _take_up(self, draft: str) -> None:
        shares = {c.id: s for c, s in zip(self.question.choices, self._shares, strict=True)}
        for part in draft.split(", "):
            choice, _, share = part.partition("=")
            if choice in shares:
                shares[choice].buffer.hold(share)

    def _go(self, row: int) -> Redraw:
        self.cursor = row
        self._shares[row].buffer.settle()
        return Redraw()

    def _give_rest(self) -> Outcome:
        """Add what is left to the share at the cursor, or take from it what is over."""
        share = self._shares[self.cursor]
        rest = self._left + (share.buffer.number or _NOTHING)
        if rest < 0:
            return Redraw()
        share.buffer.load(rest)
        return self._outcome()

    def _outcome(self) -> Outcome:
        """Return the shares once they sum to the total; else keep them as a draft."""
        if all(share.buffer.is_empty for share in self._shares):
            return self.give(None)
        if self._problem or self._left:
            return self.withhold(self._problem)
        shares = (share.number or _NOTHING for share in self._shares)
        return self.offer({c.id: n for c, n in zip(self.question.choices, shares, strict=True)})

    @property
    def unfinished(self) -> Message | None:
        """How much is left or over, once any share was set."""
        if self._problem or all(share.buffer.is_empty for share in self._shares):
            return self._problem
        if not self._left:
            return None
        key = "field.left_over" if self._left > 0 else "field.over"
        return Message(key, {"amount": self._amount(abs(self._left))})

    @property
    def _problem(self) -> Message | None:
        problems = (share.problem for share in self._shares)
        return next((problem for problem in problems if problem), None)

    @property
    def _left(self) -> Decimal:
        """What the shares lack of the total; below zero where they exceed it."""
        numbers = (share.buffer.number or _NOTHING for share in self._shares)
        return self.question.total - sum(numbers, _NOTHING)

    def _label(self, row: int) -> str:
        return self.question.choices[row].label[self.language]

    def _amount(self, number: Decimal) -> str:
        return with_unit(grouped(number), self.question.unit, self.language)
