"""The blank that Chinese typography puts between Chinese characters and Latin letters."""

import re
from collections.abc import Callable

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def fill_placeholders(
    text: str, value_of: Callable[[re.Match[str]], str], form: re.Pattern[str] = _PLACEHOLDER
) -> str:
    """Replace the placeholders of `text`, in one pass so that braces in a value stay.

    Where a value in Latin letters meets a Chinese character, a blank parts them; Chinese ones
    stand close, and so does all punctuation.

    Args:
        text: The text, with `{name}` for what is to be filled in.
        value_of: Gives the value of a placeholder that was found; its name is group 1.
        form: What a placeholder looks like.

    >>> fill_placeholders("只给{name}看，{name}。", lambda found: "Maison")
    '只给 Maison 看，Maison。'
    >>> fill_placeholders("只给{name}看，{name}。", lambda found: "晴川")
    '只给晴川看，晴川。'
    """

    def filled(found: re.Match[str]) -> str:
        value = value_of(found)
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        left = " " if is_parted(before, value[:1]) else ""
        right = " " if is_parted(value[-1:], after) else ""
        return f"{left}{value}{right}"

    return form.sub(filled, text)


def is_parted(left: str, right: str) -> bool:
    """Return whether a blank parts two characters: one of them Chinese, the other a Latin letter.

    >>> is_parted("给", "M"), is_parted("给", "晴"), is_parted("M", "，"), is_parted("第", "3")
    (True, False, False, False)
    """
    return (_is_han(left) and _is_latin(right)) or (_is_latin(left) and _is_han(right))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"
