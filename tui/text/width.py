"""Width of text in terminal cells; a Chinese character takes two."""

import unicodedata


def cell_width(text: str) -> int:
    """Return the number of cells that `text` takes on one line.

    Wide and full-width characters take two cells (Unicode's East Asian Width, UAX 11). Marks that
    combine with the character before them take none. Characters of ambiguous width take one.

    Args:
        text: A text without control characters and tabs.

    >>> cell_width("abc"), cell_width("价格 = “高”")
    (3, 11)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    # U+1160 to U+11FF: Hangul vowels and final consonants, which join the syllable before them.
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
