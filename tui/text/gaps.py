"""The gaps of a draft: where a clause has dots in the place of what is yet to be filled in."""

import re

_GAP = re.compile("…+|[.]{3,}")


def next_gap(text: str, at: int) -> tuple[int, int] | None:
    """Return the first gap from a place on, as the places of its first sign and behind its last.

    Args:
        text: A draft.
        at: The place to begin at.

    >>> next_gap("Commission is …% of …; none is due.", 0)
    (14, 15)
    >>> next_gap("Commission is 5% of …; none is due.", 16)
    (20, 21)
    >>> next_gap("指……，统计时间为……。", 3), next_gap("无", 0)
    ((9, 11), None)
    """
    found = _GAP.search(text, at)
    return None if found is None else found.span()
