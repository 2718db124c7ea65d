"""A scanner for TOML: the tokens of a text with their offsets, which tomllib does not provide."""

import re
import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

# Possessive quantifiers (`*+`, `++`) never backtrack, so that scanning stays linear. They stand on
# single characters alone: behind a group, Python before 3.11.5 matches wrongly with them.
_GAP = r"[ \t]*+"
_BASIC = r'"(?:[^"\\\n]++|\\.)*"'
_LITERAL = r"'[^'\n]*+'"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_DOTTED = rf"{_PART}(?:{_GAP}\.{_GAP}{_PART})*"

_BETWEEN = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*")
_INSIDE = re.compile(r"(?:[ \t\r\n,]++|#[^\n]*+)*")
_KEY = re.compile(rf"({_DOTTED}){_GAP}(={_GAP})?")
_HEADER = re.compile(rf"(\[\[?){_GAP}{_DOTTED}{_GAP}")
_SCALAR = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']++|'(?!''))*'{3,5}"
    rf'|(?!"""|\'\'\')(?:{_BASIC}|{_LITERAL})'
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[-+.:0-9Zz]*+"
    r"|[-+.:0-9A-Z_a-z]++"
)
_PARTS = re.compile(_PART)
_SIMPLE = re.compile(r"[A-Za-z0-9_-]++")
CLOSED_STRING = re.compile(rf"{_BASIC}|{_LITERAL}")
"""A string of either kind that begins and ends on one line."""


class TokenKind(Enum):
    """What a token is."""

    HEADER = auto()
    """`[a.b]`, from bracket to bracket; in invalid TOML the closing one may be missing."""
    ARRAY_HEADER = auto()
    """`[[a.b]]`, from bracket to bracket."""
    KEY = auto()
    """The whole dotted key before an equals sign."""
    SCALAR = auto()
    """A string, number, boolean, date or time."""
    OPEN_ARRAY = auto()
    OPEN_TABLE = auto()
    CLOSE = auto()
    """The bracket or brace that ends the innermost open array or inline table."""
    END = auto()
    """Where scanning stopped: the end of a valid text, some earlier place in an invalid one."""


class Token(NamedTuple):
    """A piece of the text, by its start and end offsets."""

    kind: TokenKind
    start: int
    end: int


class Part(NamedTuple):
    """One name of a dotted key or header, with its start and end offsets."""

    name: str
    start: int
    end: int


_OPENINGS = {"[": TokenKind.OPEN_ARRAY, "{": TokenKind.OPEN_TABLE}
_CLOSINGS = {"[": "]", "{": "}"}


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order, the last of kind `END`, in linear time.

    Accepts everything that tomllib accepts, and a little more: commas are not counted, for
    example. Where it stops before the end of the text, tomllib has stopped there or earlier.
    """
    opened: list[str] = []
    at = 0
    while True:
        at = _end_of_gap(text, at, inside=bool(opened))
        if not opened and text[at : at + 1] == "[":
            token = _header(text, at)
        elif opened and text[at : at + 1] == _CLOSINGS[opened[-1]]:
            opened.pop()
            token = Token(TokenKind.CLOSE, at, at + 1)
        elif opened and opened[-1] == "[":
            token = _value(text, at)
        else:
            key = _KEY.match(text, at)
            if key:
                yield Token(TokenKind.KEY, at, key.end(1))
            token = _value(text, key.end()) if key and key[2] else _end(at)
        yield token
        if token.kind is TokenKind.END:
            return
        if token.kind is TokenKind.OPEN_ARRAY or token.kind is TokenKind.OPEN_TABLE:
            opened.append(text[token.start])
        at = token.end


def parts(text: str, token: Token) -> list[Part]:
    """Return the names that a key or header joins by dots, with their offsets in `text`."""
    if token.kind is TokenKind.KEY and _SIMPLE.fullmatch(text, token.start, token.end):
        # By far the most common key, and the cheapest.
        return [Part(text[token.start : token.end], token.start, token.end)]
    return [
        Part(_unquoted(found[0]), found.start(), found.end())
        for found in _PARTS.finditer(text, token.start, token.end)
    ]


def count_parts(text: str, token: Token) -> int:
    """Return how many names a key or header joins by dots; cheaper than `parts`."""
    return sum(1 for _ in _PARTS.finditer(text, token.start, token.end))


def _end_of_gap(text: str, at: int, *, inside: bool) -> int:
    """Return the offset after the white space and comments at `at`; inside brackets, commas too."""
    gap = (_INSIDE if inside else _BETWEEN).match(text, at)
    return gap.end() if gap else at


def _header(text: str, at: int) -> Token:
    """Return the header at `at`, even without its closing bracket, or the end if there is none."""
    header = _HEADER.match(text, at)
    if header is None:
        return _end(at)
    closing = "]" * len(header[1])
    end = header.end() + len(closing) * text.startswith(closing, header.end())
    return Token(TokenKind.HEADER if closing == "]" else TokenKind.ARRAY_HEADER, at, end)


def _value(text: str, at: int) -> Token:
    """Return the scalar or the opening bracket at `at`, or the end if there is neither."""
    opening = _OPENINGS.get(text[at : at + 1])
    if opening is not None:
        return Token(opening, at, at + 1)
    scalar = _SCALAR.match(text, at)
    if scalar is None:
        return _end(at)
    return Token(TokenKind.SCALAR, at, scalar.end())


def _end(at: int) -> Token:
    return Token(TokenKind.END, at, at)


def _unquoted(written: str) -> str:
    """Return the name that a part of a key stands for, without quotes and with escapes decoded."""
    if written[0] not in "\"'":
        return written
    if written[0] == "'" or "\\" not in written:
        return written[1:-1]
    return next(iter(tomllib.loads(f"{written} = 0")))
