"""What a list is filtered by: typed, pasted, or committed by an input method."""

import unicodedata

from textual import events

from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.keys import is_space, typed_character
from tui.widgets.lines import Line, Row

_LONGEST = 40
"""Characters of what is typed."""
_SLASHES = ("/", "／")
_HELP = ("?", "？")
"""What calls for help everywhere, and so is never typed into a list."""


def bare(text: str) -> str:
    """Return a text as it is compared: without capitals, and narrow where it was typed wide.

    >>> bare("ＧＭＶ 口径"), bare("Straße")
    ('gmv 口径', 'strasse')
    """
    return unicodedata.normalize("NFKC", text).casefold()


class ListFilter:
    """What was typed into a list, which keeps to the entries that hold all of its words.

    Args:
        beside_commands: Whether letters are commands where the list is: then `/` begins, and Enter
            ends what is typed.
    """

    def __init__(self, *, beside_commands: bool) -> None:
        self._beside_commands = beside_commands
        self._is_open = False
        """Whether letters are typed, where they are commands otherwise."""
        self.typed = ""

    @property
    def takes_letters(self) -> bool:
        """Whether letters are typed into it just now."""
        return self._is_open or not self._beside_commands

    @property
    def is_shown(self) -> bool:
        """Whether there is something to tell of it."""
        return bool(self.typed) or self._is_open

    def finds(self, text: str) -> bool:
        """Return whether all words that were typed stand somewhere in a text."""
        whole = bare(text)
        return all(word in whole for word in bare(self.typed).split())

    def takes(self, event: events.Key) -> bool:
        """Return whether a key is of use to it, which it has then used."""
        sign, key = typed_character(event), event.key
        if key in ("escape", "backspace") and self.is_shown:
            if not self.takes_letters and key == "backspace":
                return False
            self._is_open = self._is_open and key == "backspace" and bool(self.typed)
            self.typed = self.typed[:-1] if key == "backspace" else ""
        elif key == "enter" and self._is_open:
            self._is_open = False
        elif sign in _SLASHES and not self.is_shown:
            self._is_open = self._beside_commands
            return self._is_open
        elif sign is None or sign in _HELP or not self.takes_letters or self._chooses(key):
            return False
        else:
            self._add(sign)
        return True

    def _chooses(self, key: str) -> bool:
        """Return whether a key is the space bar, and chooses as nothing is typed yet."""
        return is_space(key) and not self.is_shown

    def paste(self, text: str) -> bool:
        """Take what an input method or the mouse brings; return whether there was anything."""
        brought = one_line(text)
        if brought:
            self._is_open = self._beside_commands
            self._add(brought)
        return bool(brought)

    def _add(self, text: str) -> None:
        self.typed = (self.typed + text)[:_LONGEST]

    def row(self, appearance: Appearance, count: int) -> Row:
        """Return the line that tells what is typed, and how many entries hold it."""
        key = appearance.foreground("primary", bold=True)
        line = Line(1).add("/ ", key).add(self.typed, appearance.strong)
        line.add("_ " if self.takes_letters else "  ", key)
        found = appearance.phrases("list.found" if count else "list.none", count=count)
        return line.add(found, appearance.quiet).row(appearance.background("primary-wash"))
