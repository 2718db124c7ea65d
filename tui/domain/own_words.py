"""A choice in words of one's own: told from the ids of choices by the sign before it."""

from tui.domain.localized_text import LocalizedText
from tui.text.cleaning import one_line

OTHER = "other"
"""What conditions call every such choice."""
LONGEST = 120
"""The most characters of one."""
_MARK = f"{OTHER}: "


def own_choice(words: str) -> str:
    """Return the choice that these words are.

    >>> own_choice(" by  courier ")
    'other: by courier'
    """
    return _MARK + one_line(words)


def own_words(choice: str) -> str | None:
    """Return the words of a choice, None of one that the question offers.

    >>> own_words("other: by courier"), own_words("other") is None
    ('by courier', True)
    """
    return choice.removeprefix(_MARK) if choice.startswith(_MARK) else None


def same_choice(choice: str) -> str:
    """Return what two choices have in common that are the same: an id, or words of any case.

    >>> same_choice("other: By courier") == same_choice("other: by COURIER")
    True
    """
    return choice if own_words(choice) is None else choice.casefold()


def choice_id(choice: str) -> str:
    """Return what conditions call a choice: its id, or `OTHER`."""
    return choice if own_words(choice) is None else OTHER


def own_choice_text(words: str) -> LocalizedText:
    """Return how a choice in words of one's own is told."""
    return LocalizedText({"en": f"Other: {words}", "zh-CN": f"其他：{words}"})
