"""Cleaning of text from files and people, so that it is safe to keep and to show."""

import re
import unicodedata

LONGEST_TEXT = 4000
"""Characters that a text from a file or a person may have; longer texts slow a terminal down."""

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"  # bidi, invisible
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"  # surrogates, annotations, tags
    "\ufffe\uffff]"  # no characters, and refused in XML
)


def clean(text: str) -> str:
    r"""Return `text` without characters that act on a terminal or change the reading order.

    Control characters except newline and tab, bidirectional and invisible controls, and lone
    surrogates are dropped. Line ends become newlines. The rest is put into Unicode's composed form
    (NFC).

    >>> clean("a\x1b]0;x\x07b\r\nc")
    'a]0;xb\nc'
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", unified))


def is_clean(text: str) -> bool:
    """Return whether `clean` would drop no character of `text`."""
    return _UNWANTED.search(text.replace("\r\n", "\n")) is None


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, with single blanks: for names and titles."""
    return " ".join(clean(text).split())
