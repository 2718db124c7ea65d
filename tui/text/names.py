"""Names of firms as people take them for the same."""

import unicodedata
from collections.abc import Iterable


def alike(names: Iterable[str]) -> list[str]:
    """Return names in what makes them the same: whatever their case, width, blanks and order.

    >>> alike(["LUMIÈRE  Ｐaris", "晴川"]) == alike(["晴川", "Lumière Paris"])
    True
    """
    plain = (unicodedata.normalize("NFKC", name).casefold() for name in names)
    return sorted(" ".join(name.split()) for name in plain)
