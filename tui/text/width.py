"""How much room a text takes on a terminal, whose grid gives a Chinese character two cells."""

import unicodedata


def cell_width(text: str) -> int:
    """Return the cells that `text` takes on one line; it holds no control characters and no tabs.

    Wide and full-width characters take two (Unicode's East Asian Width, UAX 11), marks that join
    the character before them none. Characters of ambiguous width are taken as narrow.

    >>> cell_width("abc"), cell_width("价格 = “高”")
    (3, 11)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
