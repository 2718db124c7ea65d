"""Choices in order: pressed one after the other, each row shows the rank that it got."""

from textual.content import Content

from tui.domain.message import Message
from tui.domain.questions import RankingQuestion
from tui.domain.values import Value
from tui.widgets.fields.base import Canvas, Outcome, Refused
from tui.widgets.fields.options import OptionsField, Press, option_rows
from tui.widgets.lines import Line, Row


class RankingField(OptionsField[RankingQuestion]):
    """Pressing a row gives it the next rank or takes its rank away; the rows stay in their places.

    Shift with Up or Down moves the item at the cursor; Backspace takes the last rank back, Delete
    all of them.
    """

    def __init__(self, question: RankingQuestion, language: str) -> None:
        super().__init__(question, language)
        self._ranked: list[str] = []

    def take_over(self, value: Value | None) -> None:
        """Show the order that the session has."""
        self._ranked = list(value) if isinstance(value, tuple) else []

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return how many are ranked, where not all are, and the lines of each item."""
        drawn, places = super().rows(canvas), self.question.places
        if places == len(self.question.choices):
            return drawn
        self._cursor_row += 1
        words = self.words(canvas)("field.first", first=places, count=len(self._ranked))
        return [Line(1).add(words, canvas.appearance.quiet).row(), *drawn]

    def option(self, canvas: Canvas, row: int) -> list[Row]:
        """Return an item with its rank and, where it has one, the signs that move it."""
        appearance, choice = canvas.appearance, self.question.choices[row]
        words = self.words(canvas)
        count, here = len(self.question.choices), canvas.active and row == self.cursor
        widest = Content(words("field.rank", rank=count))
        width = max(len(appearance.marks.free), widest.cell_length)
        ranked = choice.id in self._ranked
        if ranked:
            rank = words("field.rank", rank=self._ranked.index(choice.id) + 1)
            mark = Content.styled(rank, canvas.accent)
        else:
            mark = Content.styled(appearance.marks.free, appearance.quiet)
        up, down = (appearance.marks.up, f"{row} up"), (appearance.marks.down, f"{row} down")
        tail = (up, down) if ranked else ((" ", str(row)),) * 2  # the room stays, so do the lines
        label = choice.label[self.language]
        padded = mark.pad_right(width - mark.cell_length)
        return option_rows(
            canvas, Press.of(row), padded, label, chosen=ranked, here=here, tail=tail
        )

    def key(self, key: str, character: str | None) -> Outcome:
        """Move an item or take the last rank back; else as the rows of any choice."""
        match key:
            case "shift+up" | "shift+down":
                return self._move(self.cursor, -1 if key == "shift+up" else 1)
            case "backspace":
                del self._ranked[-1:]
                return self._outcome()
            case "delete":
                self._ranked = []
                return self._outcome()
            case _:
                return super().key(key, character)

    def click(self, target: str) -> Outcome:
        """Press the row, or move its item."""
        row, _, way = target.partition(" ")
        if not way:
            return super().click(row)
        self.cursor = int(row)
        return self._move(self.cursor, -1 if way == "up" else 1)

    def is_pressed(self, row: int) -> bool:
        """Return whether the row has a rank."""
        return self.question.choices[row].id in self._ranked

    def press(self, row: int) -> Outcome:
        """Rank the item next, or take its rank away; the last one left is ranked by itself.

        Pressing that last one changes nothing: who ranks all by hand comes to it when it is done.
        """
        choices, places = [choice.id for choice in self.question.choices], self.question.places
        is_whole = places == len(choices)
        if is_whole and self._ranked[places - 1 :] == [choices[row]]:
            return self._outcome()
        if choices[row] in self._ranked:
            self._ranked.remove(choices[row])
            return self._outcome()
        if len(self._ranked) == places:
            return Refused(Message("field.first_reached", {"first": str(places)}))
        self._ranked.append(choices[row])
        if is_whole and len(self._ranked) == places - 1:
            self._ranked += [choice for choice in choices if choice not in self._ranked]
        return self._outcome()

    def advance(self) -> bool:
        """Move from a ranked item to the next that has no rank, once any has one."""
        ranked = [choice.id in self._ranked for choice in self.question.choices]
        is_done = len(self._ranked) == self.question.places
        if not any(ranked) or is_done or not ranked[self.cursor]:
            return False
        while ranked[self.cursor]:
            self.cursor = (self.cursor + 1) % len(ranked)
        return True

    def _written(self) -> str:
        return " > ".join(self._ranked)

    def _take_up(self, draft: str) -> None:
        items = draft.split(" > ")
        if {choice.id for choice in self.question.choices}.issuperset(items):
            self._ranked = list(dict.fromkeys(items))[: self.question.places]

    def _move(self, row: int, way: int) -> Outcome:
        """Change the item's place with the one before or behind it."""
        item, ranked = self.question.choices[row].id, self._ranked
        if item not in ranked:
            return None
        old = ranked.index(item)
        new = min(max(0, old + way), len(ranked) - 1)
        ranked[old], ranked[new] = ranked[new], ranked[old]
        return self._outcome()

    def _outcome(self) -> Outcome:
        """Return the order if it is complete; what is begun stays as a draft."""
        if not self._ranked:
            return self.give(None)
        if len(self._ranked) < self.question.places:
            return self.withhold()
        return self.offer(list(self._ranked))

    @property
    def unfinished(self) -> Message | None:
        """How many items have no rank yet."""
        left = self.question.places - len(self._ranked)
        if not self._ranked or not left:
            return None
        return Message("field.ranking_left", {"count": str(left)})
