"""Text from outside as it may be drawn: what would act on a terminal becomes a visible escape.

Texts of our files are clean already, for the reader refuses others. Names of files and folders, and
the words of a command line, are not.
"""

from tui.text.cleaning import is_clean

_TAB = 4
"""Blanks that are shown for a tab."""


def visible(text: str) -> str:
    r"""Return `text` on one line, with unwanted characters as visible escapes.

    >>> print(visible("a\x1b[2J\u202eb\n"))
    a\x1b[2J\u202eb\n
    """
    if text.isprintable():  # nearly all are, and this is drawn at every key
        return text
    return "".join(map(visible_character, text))


def visible_lines(text: str) -> str:
    r"""Return `text` with unwanted characters as visible escapes, and with its line ends.

    >>> print(visible_lines("a\x1b[2J\nb"))
    a\x1b[2J
    b
    """
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))


def visible_character(character: str) -> str:
    """Return a character, or what is shown in its place."""
    if character == "\t":
        return " " * _TAB
    if character != "\n" and is_clean(character):
        return character
    return character.encode("unicode_escape").decode("ascii")
