"""Ids of ours for the names that a form gives."""

import re
import unicodedata
from collections.abc import Container

_LONGEST = 40


def id_for(name: str, taken: Container[str], prefix: str) -> str:
    """Return an id that is not taken, as near to a name as ids can be.

    Args:
        name: The name in the form.
        taken: The ids that others have.
        prefix: What it begins with where the name gives nothing to begin with.

    >>> id_for("Q1 Age", (), "q"), id_for("1", (), "c"), id_for("年龄", {"q"}, "q")
    ('q1_age', 'c_1', 'q_2')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].strip("_")
    wanted = words if words[:1].isalpha() else f"{prefix}_{words}".strip("_")
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}_{number}"
    return found
