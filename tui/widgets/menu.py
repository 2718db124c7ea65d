"""A list of rows to choose from, by arrows, by typing or the mouse."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from tui.text.visible import visible
from tui.widgets.appearance import Appearance
from tui.widgets.forms import go_between
from tui.widgets.keys import is_space
from tui.widgets.lines import BLANK, Line, LineView, Row
from tui.widgets.list_filter import ListFilter


class Entry(NamedTuple):
    """One row of a menu."""

    id: str
    """What choosing it means, to the screen; empty for what is only read, such as a heading."""
    label: str
    """What it says."""
    aside: str = ""
    """What it says further, in quiet."""
    mark: str = ""
    """A sign before it."""
    colour: str = "foreground"
    """The name of the colour of its mark."""
    find: str = ""
    """What it is also found by: the same in another language, or at full length."""
    end: str = ""
    """What it says at the right edge, in quiet."""
    owner: str = ""
    """Of a line that is only read: the id of the entry above to which it belongs."""
    is_spare: bool = False
    """Whether it is listed only where it is what is typed."""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.id


class Menu(LineView, can_focus=True):
    """Shows entries, moves a cursor among them, and says which was chosen.

    A menu that `browses` shows something beside it for the entry at the cursor: it only says
    where the cursor is, and leaves Enter to the screen. One that `filters` keeps to the entries
    that hold what is typed.
    """

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, menu: "Menu", entry: str) -> None:
            super().__init__()
            self.menu = menu
            self.entry = entry

    class Moved(Message):
        """The cursor stands on another entry."""

        def __init__(self, menu: "Menu", entry: str) -> None:
            super().__init__()
            self.menu = menu
            self.entry = entry

    def __init__(
        self,
        *,
        id: str | None = None,
        aside_at: int = 34,
        browses: bool = False,
        filters: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._browses = browses
        self._filter = ListFilter(beside_commands=browses) if filters else None
        self._all: Sequence[Entry] = ()
        self._entries: Sequence[Entry] = ()
        self._aside_at = aside_at
        self._top = 0
        self.cursor = 0

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries that are shown."""
        return self._entries

    @property
    def takes_letters(self) -> bool:
        """Whether letters are typed into it just now."""
        return self._filter is not None and self._filter.takes_letters

    @property
    def current(self) -> str | None:
        """The id of the entry at the cursor."""
        return self._entries[self.cursor].id if self._entries else None

    def update(self, entries: Sequence[Entry], at: str | None = None) -> None:
        """Show these entries.

        Args:
            entries: The entries, from the top.
            at: The id of the entry that the cursor goes to; without one it stays with the entry
                that it is on, wherever that is now, or as near as it can.
        """
        current = self.current
        self._all = entries
        self._show_found(at if at is not None else current or None)

    def _show_found(self, at: str | None) -> None:
        """Show the entries that hold what is typed, or all; move the cursor as `update` says."""
        self._entries = found = [*self._found()]
        ids = [entry.id for entry in found]
        if at is not None and at in ids:
            self.cursor = ids.index(at)
        self.cursor = max(0, min(self.cursor, len(found) - 1))
        if found and found[self.cursor].is_heading:
            self.move(1, quietly=True)
        self.redraw()

    def _found(self) -> Iterator[Entry]:
        """Yield all entries; while something is typed, those that hold it, below their headings."""
        if self._filter is None or not self._filter.typed.strip():
            yield from (entry for entry in self._all if not entry.is_spare)
            return
        heading: Entry | None = None
        for entry in self._all:
            if entry.is_heading:
                heading = entry if entry.label and not entry.owner else heading
            elif self._filter.finds(f"{entry.label}\n{entry.aside}\n{entry.find}"):
                if heading is not None:
                    yield heading
                heading = None
                yield entry

    def on_resize(self) -> None:
        """Draw the menu for its new size."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Move, choose, or filter; a key without a meaning here goes on to the screen."""
        if self._filter is not None and self._filter.takes(event):
            event.stop()
            self._filtered()
            return
        match event.key:
            case "up" | "down" if len(self._choosable) < 2 and not self._browses:
                go_between(self, event)  # the only one in it is a field of a form
            case "up" | "down" as key:
                self._step(1 if key == "down" else -1)
            case "home":
                self.move(-len(self._entries))
            case "end":
                self.move(len(self._entries))
            case key if not self._browses and (key == "enter" or is_space(key)):
                self._choose(self.cursor)
            case _:
                return
        event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Filter by what an input method or the mouse brings."""
        if self._filter is not None and self._filter.paste(event.text):
            event.stop()
            self._filtered()

    def _filtered(self) -> None:
        """Show what holds what is typed now, with the cursor where it was if that is among it."""
        before = self.current
        self._show_found(before)
        if self.current not in (None, before):
            self.post_message(self.Moved(self, self._entries[self.cursor].id))

    def on_mouse_scroll_down(self) -> None:
        """Move on."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """Move back."""
        self.move(-1)

    def clicked(self, target: str) -> None:
        """Choose what was clicked, or move there in a menu that is only browsed."""
        self.focus()
        self.move(int(target) - self.cursor)
        if not self._browses:
            self._choose(self.cursor)

    def _step(self, by: int) -> None:
        """Move by one entry; in a menu that chooses, the first follows the last."""
        before = self.cursor
        self.move(by)
        if self.cursor == before and not self._browses:
            self.move(-by * len(self._entries))

    def _choose(self, row: int) -> None:
        if self._entries and not self._entries[row].is_heading:
            self.post_message(self.Chosen(self, self._entries[row].id))

    def move(self, by: int, *, quietly: bool = False) -> None:
        """Move the cursor by so many entries, past headings and not beyond the ends.

        Args:
            by: How many entries down; below zero, up.
            quietly: Whether to post no `Moved`.
        """
        if not self._choosable:
            return
        last = len(self._entries) - 1
        goal = max(0, min(self.cursor + by, last))
        direction = 1 if by > 0 else -1
        while 0 <= goal <= last and self._entries[goal].is_heading:
            goal += direction
        if not 0 <= goal <= last:
            goal = self._choosable[0 if by < 0 else -1]
        if goal != self.cursor:
            self.cursor = goal
            if not quietly:
                self.post_message(self.Moved(self, self._entries[goal].id))
        self.redraw()

    def redraw(self) -> None:
        """Draw the entries that fit, the cursor among them; above them what is typed."""
        head = []
        if self._filter is not None and self._filter.is_shown:
            head = [self._filter.row(self.appearance, len(self._choosable))]
        height = max(1, self.size.height - len(head))
        self._top = max(0, min(self._top, self.cursor - 1), self.cursor - height + 2)
        self._top = max(0, min(self._top, len(self._entries) - height))
        if self.cursor in self._choosable[:1]:  # what stands above the first is seen too
            self._top = max(0, self.cursor - height + 1)
        elif self.cursor in self._choosable[-1:]:  # and below the last
            self._top = max(0, min(self.cursor, len(self._entries) - height))
        shown = range(self._top, min(len(self._entries), self._top + height))
        rows = [self._row(self.appearance, row) for row in shown]
        if shown and shown.start > 0:
            rows[0] = self._signed(rows[0], self.appearance.marks.up)
        if shown and shown.stop < len(self._entries):
            rows[-1] = self._signed(rows[-1], self.appearance.marks.down)
        self.set_rows([*head, *rows])

    def _signed(self, row: Row, sign: str) -> Row:
        """Return a line with a sign at its end: there is more this way."""
        room = max(1, self.size.width - cell_len(sign) - 1)
        content = row.content.truncate(room, ellipsis=True)
        content = content.pad_right(room - content.cell_length)
        return row._replace(content=content + Content.styled(sign, self.appearance.quiet))

    @property
    def _choosable(self) -> list[int]:
        """The rows that the cursor can come to."""
        return [row for row, entry in enumerate(self._entries) if not entry.is_heading]

    def _row(self, appearance: Appearance, row: int) -> Row:
        """Return the line of one entry."""
        entry = self._entries[row]
        if entry.is_heading:
            return self._read_only(appearance, entry)
        here = row == self.cursor
        # Beside fields, only where the keys go; a list that is browsed shows what is told of.
        is_marked = here and (self.has_focus or self._browses)
        cursor = f" {appearance.marks.here} " if is_marked else "   "
        line = Line().add(cursor, appearance.foreground("primary", bold=True))
        if entry.mark:
            line.add(f"{entry.mark} ", appearance.foreground(entry.colour, bold=True))
        label = Content.styled(
            visible(entry.label), appearance.strong if is_marked else appearance.plain
        )
        end_at = self.size.width - cell_len(entry.end) - 1
        if entry.aside:
            room = end_at - line.width - cell_len(entry.aside) - 1
            column = self._aside_at - line.width - 1  # of a long aside, the end is cut instead
            most = column if entry.end else max(room, column)
            line.put(label.truncate(max(8, most), ellipsis=True))
            line.to(self._aside_at)
            aside = Content.styled(visible(entry.aside), appearance.quiet)
            left = end_at - line.width - 1 if entry.end else cell_len(entry.aside)
            line.put(aside.truncate(max(1, left), ellipsis=True))
        else:
            line.put(label.truncate(max(8, end_at - line.width - 1), ellipsis=True))
        if entry.end:
            line.to(end_at).add(entry.end, appearance.quiet)
        acts = here and self.has_focus
        fill = appearance.background("primary-wash") if acts else appearance.plain
        return line.row(fill, target=str(row))

    def _read_only(self, appearance: Appearance, entry: Entry) -> Row:
        """Return a line that cannot be chosen: a heading, or one that belongs to an entry."""
        if entry.owner:
            row = next(at for at, each in enumerate(self._entries) if each.id == entry.owner)
            acts = row == self.cursor and self.has_focus
            fill = appearance.background("primary-wash") if acts else appearance.plain
            line = Line(3).add(entry.label)
            if entry.end:
                end_at = self.size.width - cell_len(entry.end) - 1
                line.to(end_at).add(entry.end, appearance.foreground("primary", bold=True))
            return line.row(fill, target=str(row))
        line = Line(3 if entry.aside else 2).add(entry.label, appearance.quiet)
        if entry.aside:
            line.to(self._aside_at).add(entry.aside, appearance.quiet)
        end_at = self.size.width - cell_len(entry.end) - 1
        if entry.end and line.width < end_at:  # else a heading does without
            line.to(end_at).add(entry.end, appearance.quiet)
        return line.row() if entry.label else BLANK
