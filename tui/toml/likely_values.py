"""What was meant by a value that is no value of TOML: 5%, 10,000, yes, a text without quotes."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui.domain.message import Message
from tui.toml.scanner import CLOSED_STRING

_WORDS = Path(__file__).with_name("spoken_words.toml")
_ASSIGNED = re.compile(r"=[ \t]*([^\s=>\[\]{}\"'][^=\[\]{}\"']*)(?=$|[\]}])")
"""What is assigned on a line whose strings have been blanked."""
_NEXT_KEY = re.compile(r",\s.*$|,\s*$")
_NUMBER = re.compile(
    r"(?:[¥$€£]\s*)?(?P<sign>[-+−–—]?)\s*(?P<digits>(?=[.,]?\d)[\d.,](?:[\d.,_' ]*[\d.])?)"
    r"\s*(?P<unit>[%‰]|[^\W\d_]{0,10})"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_LONGEST = 60
"""Characters of a text that is shown in quotes."""


class LikelyValue(NamedTuple):
    """What stands where a value is due, and what it is likely meant to be."""

    start: int
    end: int
    written: str
    mend: Message


def likely_value(text: str, at: int) -> LikelyValue | None:
    """Return the value without quotes around `at`, if one is assigned there, with its mend."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : len(text) if end < 0 else end]
    blanked = CLOSED_STRING.sub(lambda found: '"' * len(found[0]), line)
    blanked = re.sub(r"#.*", "", blanked).rstrip()
    for found in _ASSIGNED.finditer(blanked):
        if found.start(1) <= at - start <= found.end(1) + 2:
            written = _NEXT_KEY.sub("", found[1]).rstrip()
            if not written or likely_number(written) == written:
                return None
            first = start + found.start(1)
            return LikelyValue(first, first + len(written), written, mend_of(written))
    return None


def mend_of(written: str) -> Message:
    """Return how to write what someone wrote without quotes.

    >>> mend_of("10,000").values["number"], mend_of("-0,5 %").values["number"]
    ('10000', '-0.5')
    >>> mend_of("Yes").key, mend_of("choice").values["text"]
    ('toml.true_or_false', '"choice"')
    """
    truth = truth_of(written)
    if truth is not None:
        values = {"word": "true" if truth else "false", "text": f'"{written}"'}
        return Message("toml.true_or_false", values)
    if written.lower() in _words()["nothing"]:
        return Message("toml.leave_out", {"word": written})
    if (number := likely_number(written)) is not None:
        return Message("toml.write_number", {"number": number})
    plain = written if len(written) <= _LONGEST and "\\" not in written else "…"
    key = "toml.one_number" if re.match(r"[-+]?[\d.]", written) else "toml.quote_text"
    return Message(key, {"text": f'"{plain}"'})


def truth_of(word: str) -> bool | None:
    """Return what a word says where TOML has true and false; None where it says neither.

    >>> truth_of("Yes"), truth_of("off"), truth_of("maybe")
    (True, False, None)
    """
    for truth in (True, False):
        if word.strip().lower() in _words()[str(truth).lower()]:
            return truth
    return None


def likely_number(written: str) -> str | None:
    """Return the number that people read in a text, as TOML writes it; None where they read none.

    >>> list(map(likely_number, ("1,234,567", "¥100", ".5", "１０天")))
    ['1234567', '100', '0.5', '10']
    >>> list(map(likely_number, ("2026-13-45", "1.2.3", "about 5")))
    [None, None, None]
    """
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", written).strip())
    if found is None:
        return None
    digits = re.sub("[_' ]", "", found["digits"])
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "") if "," in digits else digits.replace(".", "")
    elif "," in digits and "." in digits:
        thousands = "," if digits.rfind(",") < digits.rfind(".") else "."
        digits = digits.replace(thousands, "").replace(",", ".")
    else:
        digits = digits.replace(",", ".")
    digits = re.sub(r"^0+(?=\d)", "", f"0{digits}").rstrip(".")
    times = _times(found["unit"])
    if times is None or not _PLAIN.fullmatch(digits):
        return None
    if times > 1:
        digits = f"{(Decimal(digits) * times).normalize():f}"
    return digits if found["sign"] in {"", "+"} else f"-{digits}"


def _times(unit: str) -> int | None:
    """Return by what a unit multiplies the number before it; None where that is in doubt."""
    words, many = _words(), unit[:1].lower()
    if unit.lower() in words["doubtful"] or many in words["doubtful"][:2]:
        return None
    is_word = unit not in words["units"] and (not unit[1:2].isascii() or len(unit) == 1)
    times: int = words["times"].get(many, 1) if is_word else 1
    return times


@cache
def _words() -> Mapping[str, Any]:
    """Return the words that people write instead of TOML; read when first used."""
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
