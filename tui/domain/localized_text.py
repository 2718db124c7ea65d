"""Texts that exist in several languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tui.text.spacing import fill_placeholders


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in each of a questionnaire's languages."""

    words: Mapping[str, str]
    """Language tag to text; the first language is the default."""

    def __getitem__(self, language: str) -> str:
        """Return the text in `language`, else in a variant of it, else in the default language.

        >>> LocalizedText({"zh-CN": "品牌方", "en": "Brand"})["en-GB"]
        'Brand'
        """
        if language in self.words:
            return self.words[language]
        primary = language.partition("-")[0]
        for tag, text in self.words.items():
            if tag.partition("-")[0] == primary:
                return text
        return next(iter(self.words.values()), "")

    def __bool__(self) -> bool:
        return any(self.words.values())

    def format(self, names: Mapping[str, str]) -> "LocalizedText":
        """Return the text with each `{party_id}` replaced by the party's name in `names`."""
        return LocalizedText({tag: _fill(text, names) for tag, text in self.words.items()})


def _fill(text: str, names: Mapping[str, str]) -> str:
    """Replace the placeholders, in one pass so that braces in a name stay."""
    return fill_placeholders(text, lambda found: names.get(found[1], found[0]), _PLACEHOLDER)


_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def all_wordings(*texts: LocalizedText) -> str:
    r"""Return the wordings of texts in all of their languages, a line each: to be searched.

    >>> all_wordings(LocalizedText({"zh-CN": "目标", "en": "Goals"}), NO_TEXT)
    '目标\nGoals'
    """
    return "\n".join(word for text in texts for word in text.words.values())


NO_TEXT = LocalizedText({})
"""Stands for no text; it is empty in every language."""
