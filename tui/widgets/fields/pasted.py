"""What was pasted, taken apart: its lines, and numbers as people write them."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.text.cleaning import one_line
from tui.widgets.fields.base import Given, Outcome, Redraw, Refused

_LONGEST = 16
"""Characters of what was pasted that a message repeats."""
_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d*)?"
_ALONE = re.compile(_NUMBER)
_BETWEEN = re.compile(rf"({_NUMBER})\s*(?:-|~|到|至|to|\.\.)\s*({_NUMBER})", re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LIST = re.compile(r"[\s;|/、]+|,(?!\d{3}(?!\d))")
"""What stands between items; a comma before three digits groups thousands."""


def lines_of(text: str) -> list[str]:
    r"""Return the lines of a text, and the cells of those that come from a table.

    >>> lines_of("30\t60\n\n 90 ")
    ['30', '60', '90']
    """
    return [line for line in map(one_line, re.split(r"[\n\t]", text)) if line]


def items_of(text: str, unit: Iterable[LocalizedText] = ()) -> list[str]:
    """Return what stands one behind the other on a line, without the words of a unit.

    >>> items_of("40, 1,000、30；5")
    ['40', '1,000', '30', '5']
    """
    return [item for item in _LIST.split(_without(unit, _plain(text))) if item]


def number_of(text: str, unit: Iterable[LocalizedText] = ()) -> Decimal | None:
    """Return a number as people write it, or None where there is none.

    Args:
        text: The number; its unit may stand on either side.
        unit: The words of the unit, which are passed over.

    >>> number_of("１，２３４．５６"), number_of("3,5"), number_of("-7")
    (Decimal('1234.56'), None, Decimal('-7'))
    """
    plain = _without(unit, _plain(text))
    return _read(plain) if _ALONE.fullmatch(plain) else None


def ends_of(text: str, unit: Iterable[LocalizedText] = ()) -> tuple[Decimal, Decimal] | None:
    """Return the two numbers of a range, or None where there is none.

    >>> ends_of("30–60"), ends_of("30 到 60")
    ((Decimal('30'), Decimal('60')), (Decimal('30'), Decimal('60')))
    """
    found = _BETWEEN.fullmatch(_without(unit, _plain(text)))
    if found is None:
        return None
    low, high = _read(found[1]), _read(found[2])
    return None if low is None or high is None else (low, high)


def same_words(ours: str, theirs: str) -> bool:
    """Return whether two texts have the same words, whatever their case and width."""
    return _plain(ours).casefold() == _plain(theirs).casefold()


def unused(text: str, why: Message) -> Refused:
    """Return the word that what was pasted is of no use here, and why."""
    said = one_line(text)
    shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return Refused(Message("field.unused", {"pasted": shown, "why": why}))


def with_rest(outcome: Outcome, taken: int, of: int) -> Outcome:
    """Return an outcome with a word on the rest, where only some of what was pasted was taken."""
    if taken == of:
        return outcome
    remark = Message("field.some_unused", {"taken": str(taken), "rest": str(of - taken)})
    match outcome:
        case Given(value):
            return Given(value, remark)
        case Redraw() | None:
            return Refused(remark)
        case _:
            return outcome


def _plain(text: str) -> str:
    """Return a text with full-width characters as their ordinary ones, and all dashes as one."""
    narrow = unicodedata.normalize("NFKC", one_line(text)).translate(_DASHES)
    return re.sub(r"。(?=\d)", ".", narrow).strip()


def _without(unit: Iterable[LocalizedText], text: str) -> str:
    """Return a text without the words of the unit beside its numbers."""
    words = {_plain(word) for each in unit for word in each.words.values()} - {""}
    for word in sorted(words, key=len, reverse=True):
        behind = rf"(?<=[\d.])\s*{re.escape(word)}(?![A-Za-z])"
        before = rf"(?<![A-Za-z]){re.escape(word)}\s*(?=[-+.\d])"
        text = re.sub(rf"{behind}|{before}", "", text, flags=re.IGNORECASE)
    return text.strip()


def _read(number: str) -> Decimal | None:
    """Return the number of digits that may be grouped; None where there is no digit."""
    digits = re.sub(r"[ ,]", "", number)
    return Decimal(digits) if any(map(str.isdigit, digits)) else None
