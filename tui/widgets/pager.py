"""A page of lines to read, longer than the screen if need be."""

from collections.abc import Sequence

from textual.message import Message

from tui.widgets.lines import Line, LineView, Row


class LongView(LineView):
    """Shows as much of a page as there is room for; the wheel or the screen's commands turn it."""

    class Resized(Message):
        """It has another size, to which a page may be made anew."""

    class Shown(Message):
        """It has come into sight, and knows how much room it has."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page: Sequence[Row] = ()
        self._top = 0

    def on_show(self) -> None:
        """Say so: who fills it may have waited for its size."""
        self.post_message(self.Shown())

    def on_resize(self) -> None:
        """Show as much as there is room for now, and say that there is other room."""
        self.turn_to(self._top)
        self.post_message(self.Resized())

    def turn(self, pages: int) -> bool:
        """Turn by so many screenfuls; below zero, back. Return whether there was more."""
        before = self._top
        self.turn_to(self._top + pages * max(1, self.size.height - 2))
        return self._top != before

    def turn_to(self, top: int) -> None:
        """Show the page from line `top` on; the last line says how much is below."""
        height = max(1, self.size.height)
        last = max(0, len(self._page) - height)
        self._top = max(0, min(top, last))
        shown = list(self._page[self._top : self._top + height])
        if self._top < last:
            below = len(self._page) - self._top - height + 1
            appearance = self.appearance
            more = f"{appearance.marks.down} {appearance.phrases('pager.more', lines=below)}"
            shown[-1] = Line(2).add(more, appearance.quiet, "more").row()
        self.set_rows(self.pinned(shown))

    def pinned(self, shown: list[Row]) -> list[Row]:
        """Return the lines in sight, with what is to be seen wherever the page is turned to."""
        return shown

    def clicked(self, target: str) -> None:
        """Turn the page."""
        if target == "more":
            self.turn(1)

    def on_mouse_scroll_down(self) -> None:
        """Go on a little."""
        self.turn_to(self._top + 3)

    def on_mouse_scroll_up(self) -> None:
        """Go back a little."""
        self.turn_to(self._top - 3)


class Pager(LongView):
    """A page that is only read."""

    def update(self, page: Sequence[Row], *, keeping_place: bool = False) -> None:
        """Show a page.

        Args:
            page: Its lines.
            keeping_place: Whether to stay at the line where the page before was; else from the top.
        """
        self._page = page
        self.turn_to(self._top if keeping_place else 0)
