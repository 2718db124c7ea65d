"""Characters that nobody sees, or takes for others: which they are, and how to call them."""

import unicodedata

_WITHOUT_INK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing at all."""
_NAMES = {"\ufeff": "byte order mark", "\u00ad": "soft hyphen"}
"""What is better known than by its name in Unicode."""


def is_odd_blank(character: str) -> bool:
    r"""Return whether a character looks like a blank and is none.

    >>> [is_odd_blank(each) for each in (" ", "\u00a0", "\u3000", "a")]
    [False, True, True, False]
    """
    return character != " " and unicodedata.category(character) == "Zs"


def is_invisible(character: str) -> bool:
    r"""Return whether a character shows nothing, not even a gap; tabs and line ends do.

    >>> [is_invisible(each) for each in ("\u200b", "\ufeff", "\x1b", "\t", "a")]
    [True, True, True, False, False]
    """
    if character in "\t\n\r":
        return False
    return character in _WITHOUT_INK or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}


def named(character: str) -> str:
    r"""Return the number of a character and its name in Unicode.

    >>> named("\u00a0"), named("\x07")
    ('U+00A0 (no-break space)', 'U+0007')
    """
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X}"
    return f"{code} ({name})" if name else code


def looks_like(written: str, meant: str) -> bool:
    r"""Return whether people take `written` for `meant`, for its odd characters show too little.

    >>> looks_like("goals\u00a0", "goals"), looks_like("g\u043eals", "goals"), looks_like("é", "e")
    (True, True, True)
    >>> looks_like("goals", "goals"), looks_like("目goals", "goals")
    (False, False)
    """
    odd = odd_characters(written, meant)
    if not odd:
        return False
    same = all(a == b or a in odd for a, b in zip(written, meant, strict=False))
    return "".join(each for each in written if each not in odd) == meant or (
        len(written) == len(meant) and same
    )


def odd_characters(written: str, meant: str) -> list[str]:
    r"""Return the characters for which `written` looks like `meant` to people and is not.

    Empty where they differ in a way that everybody sees.

    >>> odd_characters("go\u0430ls\u00a0", "goals"), odd_characters("gaols", "goals")
    (['\u0430', '\xa0'], [])
    """
    odd = [each for each in written if not each.isascii() and each not in meant]
    seen = [each for each in odd if unicodedata.category(each) == "Lo"]
    return [] if seen or not meant.isascii() else list(dict.fromkeys(odd))
