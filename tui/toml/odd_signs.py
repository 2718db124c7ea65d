"""Signs that stand where TOML has another: of a Chinese keyboard, of a typographer, unseen ones."""

import re
import unicodedata
from string import ascii_letters, digits

from tui.domain.message import Message
from tui.text.characters import is_invisible, is_odd_blank, named
from tui.toml.scanner import CLOSED_STRING

_FULL_WIDTH = {
    **dict.fromkeys("“”＂", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("＝：", "="),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("。．", "."),
    **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"),
}
"""What a Chinese input method types, to what TOML expects there; others are wide forms of ASCII."""
_WIDE_FORMS = range(0xFF01, 0xFF5F)
_OF_TOML = frozenset("\"'=,.[]{}#-+_:" + ascii_letters + digits)
"""What TOML has a use for outside texts."""
_LOOK_ALIKES = {
    **dict.fromkeys("„‟«»「」『』《》″〝〞`´′‵", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
"""What typographers and word processors write, to what TOML expects there."""
_QUOTES = frozenset("“”＂‘’＇„‟«»「」『』《》″〝〞´′")


def odd_sign(text: str, at: int) -> int | None:
    """Return the offset of the odd sign at `at`, else of the last one before it on the line.

    Signs in closed strings and in comments do not count.
    """
    if text[at : at + 1] and _is_odd(text[at]):
        return at
    start = text.rfind("\n", 0, at) + 1
    line = CLOSED_STRING.sub(lambda found: " " * len(found[0]), text[start:at])
    signs = [place for place, each in enumerate(line.partition("#")[0]) if _is_odd(each)]
    return start + signs[-1] if signs else None


def odd_quote(text: str) -> str | None:
    """Return the last quotation mark of `text` that is none to TOML."""
    return next((each for each in reversed(text) if each in _QUOTES), None)


def mend_of(sign: str) -> Message:
    """Return help that says what an odd sign is, and what to type instead."""
    if sign == "\u3000":
        return Message("toml.full_width_blank")
    if is_odd_blank(sign):
        return Message("toml.odd_blank", {"code": named(sign)})
    if is_invisible(sign):
        return Message("toml.delete_invisible", {"code": named(sign)})
    wanted = _wide_form(sign)
    if wanted is not None and wanted not in _OF_TOML:
        return Message("toml.delete_sign", {"found": sign})
    if wanted is not None:
        return Message("toml.full_width", {"found": sign, "wanted": wanted})
    return Message("toml.type_instead", {"found": sign, "wanted": _LOOK_ALIKES[sign]})


def ascii_mend(key: str, rest: str) -> Message | None:
    """Return help for a sign of another language of computers.

    Args:
        key: The message of what is wrong.
        rest: The text from the sign on.
    """
    for keys, pattern, wanted in _OF_OTHERS:
        found = re.match(pattern, rest)
        if key in keys and found:
            if not wanted:
                return Message("toml.delete_sign", {"found": found[0]})
            return Message("toml.type_instead", {"found": found[0], "wanted": wanted})
    return None


_INSIDE = ("toml.unclosed_array", "toml.unclosed_table")
_OF_OTHERS = [
    (("toml.no_equals",), r":=?", "="),
    (("toml.no_value",), r"[=>]", ""),
    (("toml.no_value", "toml.no_statement"), r"[({]", "["),
    (_INSIDE, r"[;；]", ","),
    (("toml.after_value",), r"[;；,]", ""),
    (("toml.after_value", "toml.no_statement", *_INSIDE), r"//|/\*|--|;|%|<!--", "#"),
]
"""Where a sign of JSON, C or a shell is taken for one of TOML: message, sign, and TOML's own."""


def _is_odd(sign: str) -> bool:
    if sign.isascii() and sign != "`":
        return False
    is_sign = sign in _LOOK_ALIKES or _wide_form(sign) is not None
    return is_sign or is_odd_blank(sign) or is_invisible(sign)


def _wide_form(sign: str) -> str | None:
    """Return what stands for a full-width sign, if it is one."""
    if sign in _FULL_WIDTH:
        return _FULL_WIDTH[sign]
    return unicodedata.normalize("NFKC", sign) if ord(sign) in _WIDE_FORMS else None
