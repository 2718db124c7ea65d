"""Decoding of a file's bytes from UTF-8, and a guess at the encoding where they are not UTF-8."""

import codecs
import re
from enum import StrEnum


class Encoding(StrEnum):
    """The encoding that a file seems to have instead of UTF-8."""

    GBK = "gbk"
    """What Chinese Windows calls ANSI; GB 18030 included."""
    UTF_16 = "utf_16"
    """What Windows has called Unicode."""
    UNKNOWN = "unknown"


_GB_2312_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_ENOUGH = 0.8
"""Share of the bytes above 0x7F that must be in pairs of everyday Chinese."""
_LOOKED_AT = 4096
"""Bytes at the start in which NULs are counted."""


def decode_utf_8(raw: bytes) -> str | None:
    """Return `raw` decoded from UTF-8, without a byte order mark, or None if it is not UTF-8.

    UTF-16 without a byte order mark is rejected, though it often happens to be valid UTF-8.
    """
    if _is_utf_16(raw):
        return None
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None


def first_fault(raw: bytes) -> int:
    """Return the offset of the first byte of `raw` that is no UTF-8; its length if all are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(raw)


def guess_encoding(raw: bytes) -> Encoding:
    """Return the most likely encoding of `raw`, which is not UTF-8."""
    if _is_utf_16(raw):
        return Encoding.UTF_16
    return Encoding.GBK if _is_gbk(raw) and not _is_mostly_utf_8(raw) else Encoding.UNKNOWN


def _is_mostly_utf_8(raw: bytes) -> bool:
    """Return whether more of `raw` beyond ASCII is UTF-8 than is not: one bad letter, say."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(not each.isascii() for each in text) > 2 * bad


def _is_utf_16(raw: bytes) -> bool:
    """Return whether `raw` has a UTF-16 mark, or a NUL in nearly every second place.

    ASCII characters in UTF-16 have such NULs.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    start = raw[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    return max(even, odd) > max(3, len(start) / 8) and min(even, odd) * 10 < max(even, odd)


def _is_gbk(raw: bytes) -> bool:
    """Return whether `raw` decodes as GB 18030, and mostly to everyday Chinese characters.

    Nearly all bytes decode as GB 18030. In Chinese text, though, both bytes of nearly every pair
    are above 0xA0 (the range of GB 2312).
    """
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    return 2 * len(_GB_2312_PAIR.findall(raw)) >= _ENOUGH * high > 0
