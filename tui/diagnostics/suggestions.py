"""Suggestions: which known name was likely meant by an unknown one."""

from collections.abc import Iterable
from functools import lru_cache

from tui.diagnostics.problem import message
from tui.domain.message import Message
from tui.text.characters import looks_like, named, odd_characters

_MOST_LISTED = 15
"""Names that a help text lists at most; a longer list is left out."""
_MOST_SEARCHES = 100
"""Searches in a long list; more unknown names than that are one mistake made everywhere."""
_LONG = 100
"""Names from which on a list is long, and searching it slow."""
_LONGEST_WORD = 64
"""Characters of a name that is compared at all, as comparing long ones is slow."""


class Names:
    """The names that are valid in some place, and help for one that is not."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(dict.fromkeys(known))
        self._searches = 0

    def has(self, name: str) -> bool:
        """Return whether a name is valid, or looks like a valid one that is spelt oddly itself.

        That one is told where it is given: who uses it as it looks is not to be blamed.
        """
        odd = (each for each in self.known if not each.isascii())
        return name in self.known or any(looks_like(each, name) for each in odd)

    def nearest(self, name: str) -> str | None:
        """Return the known name that was most likely meant, or None if none is similar."""
        if len(self.known) > _LONG:
            self._searches += 1
            if self._searches > _MOST_SEARCHES:
                return None
        return _nearest(name, self.known)

    def mend(self, name: str) -> Message | None:
        """Return help that suggests the likely name, or lists all valid names if they are few."""
        if (meant := self.nearest(name)) is not None:
            return meant_by(name, meant)
        if 0 < len(self.known) <= _MOST_LISTED:
            return message("one_of", names=", ".join(self.known))
        return None


def meant_by(written: str, meant: str) -> Message:
    """Return help that suggests a name, and says what is odd where both look the same."""
    odd = odd_characters(written, meant)
    if odd:
        return message("odd_characters", name=meant, characters=", ".join(map(named, odd)))
    return message("did_you_mean", name=meant)


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name whose spelling is most similar; cached, as mistakes are repeated."""
    from difflib import get_close_matches  # noqa: PLC0415 - of no use to a good file

    if len(name) > _LONGEST_WORD:
        return None
    folded = {each.lower(): each for each in known if each != name}
    found = get_close_matches(name.lower(), folded, n=1)
    return folded[found[0]] if found else None
