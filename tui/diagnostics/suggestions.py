"""Which name was likely meant where another one stands."""

from collections.abc import Iterable
from functools import lru_cache

from tui.diagnostics.problem import message
from tui.domain.message import Message

_MOST_LISTED = 15
"""Names that a mend lists; of more, none."""
_MOST_SEARCHES = 100
"""Searches in a long list for what was meant; more misspellings are one mistake made everywhere."""
_LONG = 100
_LONGEST_WORD = 64
"""Characters of a word that is compared at all."""


class Names:
    """Names that may stand somewhere, and what to say where another one does."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(dict.fromkeys(known))
        self._searches = 0

    def nearest(self, name: str) -> str | None:
        """Return the known name that was most likely meant."""
        if len(self.known) > _LONG:
            self._searches += 1
            if self._searches > _MOST_SEARCHES:
                return None
        return _nearest(name, self.known)

    def mend(self, name: str) -> Message | None:
        """Return the name that was most likely meant, else all that may stand there."""
        if (meant := self.nearest(name)) is not None:
            return message("did_you_mean", name=meant)
        if 0 < len(self.known) <= _MOST_LISTED:
            return message("one_of", names=", ".join(self.known))
        return None


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name that is spelt most like `name`; the same slip often comes again."""
    from difflib import get_close_matches  # noqa: PLC0415 - of no use to a good file

    if len(name) > _LONGEST_WORD:
        return None
    folded = {each.lower(): each for each in known}
    found = get_close_matches(name.lower(), folded, n=1)
    return folded[found[0]] if found else None
