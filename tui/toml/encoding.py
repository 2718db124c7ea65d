"""Bytes of a file as text, or in which encoding they seem to be instead of UTF-8."""

import codecs
import re
from enum import StrEnum


class Encoding(StrEnum):
    """What a file that is not UTF-8 seems to be written in."""

    GBK = "gbk"
    """What Chinese Windows calls ANSI; GB 18030 included."""
    UTF_16 = "utf_16"
    """What Windows has called Unicode."""
    UNKNOWN = "unknown"


_GB_2312_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_ENOUGH = 0.8
_LOOKED_AT = 4096


def text_of(raw: bytes) -> str | None:
    """Return `raw` decoded from UTF-8, without a byte order mark; None where it is not UTF-8.

    UTF-16 without a mark is no UTF-8 here, though most of its bytes would pass for it.
    """
    if _is_utf_16(raw):
        return None
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None


def likely_encoding(raw: bytes) -> Encoding:
    """Tell what `raw`, which is not UTF-8, is most likely written in."""
    if _is_utf_16(raw):
        return Encoding.UTF_16
    return Encoding.GBK if _is_gbk(raw) else Encoding.UNKNOWN


def _is_utf_16(raw: bytes) -> bool:
    """Return whether `raw` has a UTF-16 mark, or NULs at every other place as ASCII gives there."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    start = raw[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    return max(even, odd) > max(3, len(start) / 8) and min(even, odd) * 10 < max(even, odd)


def _is_gbk(raw: bytes) -> bool:
    """Return whether `raw` decodes as GB 18030 to characters that are, mostly, everyday Chinese.

    Nearly any bytes decode; but only Chinese has both bytes of nearly every pair above 0xA0.
    """
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    return 2 * len(_GB_2312_PAIR.findall(raw)) >= _ENOUGH * high > 0
