"""A terminal window that someone looks at, picture by picture."""

from collections.abc import Callable
from typing import Any

from tests.terminal.harness import Terminal

ROWS, COLUMNS = 24, 80
_ASKS_FOR_WHOLE, _YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The question whether this terminal draws pictures as a whole, and what it says."""
_PICTURE_BEGINS, _PICTURE_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_PAUSE = 0.04
"""Seconds without output after which a person would take a screen for complete."""


class Window(Terminal):
    """A terminal that is looked at after every whole picture, and never in the midst of one."""

    def __init__(self, *command: Any, look: Callable[[str], None], **options: Any) -> None:
        self._look = look
        self._has_answered = False
        super().__init__(*command, rows=ROWS, columns=COLUMNS, **options)

    @property
    def has_ended(self) -> bool:
        """Whether the program is known to have ended."""
        return "exited" in self._reports

    @property
    def is_over(self) -> bool:
        """Whether the program has ended and all that it wrote was read."""
        return self.has_ended and self._is_all_read()

    def below(self) -> list[object]:
        """Return the cells below the top line, which tells of saving."""
        return [self.screen.buffer[y][x] for y in range(1, ROWS) for x in range(COLUMNS)]

    @property
    def is_whole(self) -> bool:
        """Whether no picture is half drawn."""
        return self.raw.rfind(_PICTURE_BEGINS) <= self.raw.rfind(_PICTURE_ENDS)

    def read_and_draw(self, timeout: float) -> bool:
        """Read once; return False where nothing came in that time."""
        return self._read(timeout)

    def settle(self) -> None:
        """Read until the program pauses."""
        while self._master >= 0 and self._read(_PAUSE):
            pass

    def _read_master(self, draw: bool) -> None:
        super()._read_master(draw)
        if not self._has_answered and _ASKS_FOR_WHOLE in self.raw:
            self._has_answered = True
            self.send(_YES)
        if draw and self.is_whole:
            self._look(self.screen_text())
