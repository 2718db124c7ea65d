"""A paste that has not ended yet."""

from typing import Final

from tui.text.cleaning import LONGEST_TEXT, clean

START: Final = "\x1b[200~"
END: Final = "\x1b[201~"
LONGEST_PASTE: Final = 2 * LONGEST_TEXT
"""Characters kept of a paste: more than any field takes, and so few that nothing gets slow."""
GARBLED: Final = "\ufffd"
"""What stands for bytes that are no UTF-8."""


class OpenPaste:
    """Collects what is pasted."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._room = LONGEST_PASTE

    def add(self, text: str) -> None:
        """Add what came, as far as there is room."""
        self._parts.append(text[: self._room])
        self._room -= len(self._parts[-1])

    @property
    def text(self) -> str:
        """What was pasted, without characters that act on a terminal."""
        return clean("".join(self._parts)).replace(GARBLED, "")


def end_of_paste(text: str, at: int) -> tuple[int, int]:
    """Return where pasted text ends that goes on at `at`, and where the mark of its end does.

    The mark is not whole if it ends with `text`; it is empty if nothing of it has come.
    """
    end = text.find(END, at)
    if end >= 0:
        return end, end + len(END)
    part = next(size for size in range(len(END) - 1, -1, -1) if text.endswith(END[:size]))
    return len(text) - part, len(text)
