"""What a person would see: pyte's screen, fed with bytes, and the modes that a terminal is in."""

import codecs
import re
from collections.abc import Mapping
from typing import Any

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

NEEDED_MODES = {
    25: True,  # the cursor is shown
    7: True,  # long lines wrap
    1049: False,  # the other screen
    1000: False,  # and the mouse, in six ways
    1002: False,
    1003: False,
    1006: False,
    1015: False,
    1016: False,
    1004: False,  # focus is told
    2004: False,  # pastes are marked
    2026: False,  # a frame is held back
    2048: False,  # sizes are told
}
"""The terminal's modes and whether they are on in a terminal as a shell needs it."""
MODE_CHANGE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<>=][\d;:]*[A-Za-z]|\x1b\[\?[\d;]*\$[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[^@-~]*|\][^\x07\x1b]*)?$")


class AlternateScreen(pyte.Screen):
    """A screen that forgets what a full-screen program drew when that leaves, as terminals do."""

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        self._switch(modes, kwargs)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        self._switch(modes, kwargs)

    def _switch(self, modes: tuple[int, ...], kwargs: dict[str, Any]) -> None:
        if 1049 in modes and kwargs.get("private"):
            self.erase_in_display(2)
            self.cursor_position()


class Picture:
    """The screen that a program's bytes make."""

    def __init__(self, rows: int, columns: int) -> None:
        self.screen = AlternateScreen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._unfinished = ""

    def feed(self, data: bytes) -> None:
        """Draw what the program wrote."""
        text = self._unfinished + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._unfinished = text[end:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[:end]))

    def text(self) -> str:
        """What the screen shows, row by row; pyte's own fails where half of a character is left."""
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return "\n".join(self._row(row).rstrip() for row in rows)

    def _row(self, row: Mapping[int, Char]) -> str:
        """Return a row; what is left of a wide character that was half drawn over is blank."""
        shown, half_drawn = "", False
        for x in range(self.screen.columns):
            char = row[x].data
            if char:
                wide = wcwidth(char[0]) == 2
                shown += " " if wide and x + 1 < self.screen.columns and row[x + 1].data else char
                half_drawn = wide
            elif half_drawn:
                half_drawn = False
            else:
                shown += " "
        return shown


def modes_left(raw: bytes) -> list[str]:
    """Tell which modes differ from what a shell needs after a program wrote `raw`."""
    state = dict(NEEDED_MODES)
    for numbers, letter in MODE_CHANGE.findall(raw):
        state |= {int(number): letter == b"h" for number in numbers.split(b";")}
    left = [
        f"mode {mode} is {state[mode]}"
        for mode in NEEDED_MODES
        if state[mode] != NEEDED_MODES[mode]
    ]
    if len(re.findall(rb"\x1b\[>\d+u", raw)) > raw.count(b"\x1b[<u"):
        left.append("the kitty keyboard protocol is on")
    return left
