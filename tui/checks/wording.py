"""How far two wordings of one text are the same, over the languages that both editions have."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.formats.questionnaire.models import NEUTRAL, Translations

_SLIP = 0.85
"""The part of a text that a corrected slip of the pen leaves as it was, at the least."""
_LONGEST_COMPARED = 400
"""Characters of a text whose parts are compared at all, as comparing long ones is slow."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What texts say in some languages."""

    languages: tuple[str, ...]
    """The languages that are looked at."""

    def of(self, words: Translations | None) -> tuple[str, ...]:
        """Return a text in each language, without the blanks that nobody sees."""
        given = words or {}
        texts = (given.get(tag, given.get(NEUTRAL, "")) for tag in self.languages)
        return tuple(" ".join(text.split()) for text in texts)

    def is_same(self, was: Translations | None, now: Translations | None) -> bool:
        """Return whether a text says the same to the letter."""
        return self.of(was) == self.of(now)

    def is_reworded(self, was: Translations | None, now: Translations | None) -> bool:
        """Return whether the words are others in some language: marks and capitals are none."""
        return list(map(_bare, self.of(was))) != list(map(_bare, self.of(now)))

    def is_rewritten(self, was: Translations | None, now: Translations | None) -> bool:
        """Return whether the words are others in every language, beyond a slip of the pen.

        Where a language still has its words, they hold the meaning, and another was polished.
        """
        pairs = list(zip(self.of(was), self.of(now), strict=True))
        return bool(pairs) and not any(_is_slip(one, other) for one, other in pairs)

    def exchanged(
        self, was: Mapping[str, Translations], now: Mapping[str, Translations]
    ) -> dict[str, str]:
        """Return the ids that bear the text that another id had, with that other id.

        Args:
            was: Id to text, in the former edition.
            now: Id to text, in the newer one; of ids that the former one has too.
        """
        owners: dict[tuple[str, ...], str | None] = {}
        for name, words in was.items():
            text = self.of(words)
            owners[text] = None if text in owners else name
        found = {}
        for name, words in now.items():
            owner = owners.get(self.of(words))
            if owner is not None and owner != name and not self.is_same(was[name], words):
                found[name] = owner
        return found


def once_each(exchanged: Mapping[str, str]) -> dict[str, str]:
    """Return what was exchanged, of two that bear each other's text only the first.

    >>> once_each({"a": "b", "b": "a", "c": "d"})
    {'a': 'b', 'c': 'd'}
    """
    told: dict[str, str] = {}
    for name, other in exchanged.items():
        if told.get(other) != name:
            told[name] = other
    return told


def _bare(text: str) -> str:
    """Return a text without marks, blanks and capitals; signs such as % count."""
    return "".join(each for each in text.casefold() if unicodedata.category(each)[0] not in "PZ")


def _is_slip(was: str, now: str) -> bool:
    """Return whether two texts differ by no more than a corrected slip of the pen."""
    if (one := _bare(was)) == (other := _bare(now)):
        return True
    if max(len(one), len(other)) > _LONGEST_COMPARED:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SLIP
