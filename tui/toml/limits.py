"""Limits of size and depth, checked before parsing: no text may make tomllib slow or fail.

Time and memory that tomllib spends on a dotted key grow with the square of its parts. Deep nesting
ends in a RecursionError, in tomllib or later in a copy or a comparison. Very long numbers cannot
be printed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tui.domain.message import Message
from tui.toml.scanner import Token, TokenKind, count_parts, scan

MOST_PARTS = 32
"""Names that one key or header may join by dots."""
DEEPEST = 64
"""Tables and arrays that may stand inside each other, counted from the root."""
LONGEST_NUMBER = 1000
"""Characters of a number or date."""


MOST_TABLES = 60_000
"""Tables that headers and dotted keys may name; each mention counts."""
MOST_ITEMS = 200_000
"""Keys and values, elements of arrays included: more than the report of 2,000 questions has."""
MOST_LINES = 300_000
"""Lines of a file, of which comments and blank ones count too."""
USUAL = 2 * 1024 * 1024
"""Bytes of what people write, and of what is read without being asked for."""
RECORD = 8 * 1024 * 1024
"""Bytes of what this program writes, with notes as long as they may be."""
HEAD = 4096
"""Bytes within which a record says of which kind it is."""
_KIND = re.compile(rb"(?:[^\[]*\n)?[ \t]*kind[ \t]*=")
"""A key `kind` above the first table."""


def is_record(head: bytes) -> bool:
    """Return whether a file says of which kind it is, as all do that this program writes.

    >>> is_record(b'kind = "sheet"'), is_record(b"[questionnaire]")
    (True, False)
    """
    return _KIND.match(head[:HEAD]) is not None


def most_bytes(head: bytes) -> int:
    """Return how large a file may be that begins so."""
    return RECORD if is_record(head) else USUAL


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit that a text exceeds, and where it does so."""

    message: Message
    start: int
    """Offset in the text."""
    end: int


def find_excess(text: str, see: Callable[[Token], None] | None = None) -> Excess | None:
    """Return the first place where `text` exceeds a limit, or None.

    Takes time linear in the length of the text before that place. Brackets, dots and digits in
    strings and comments do not count. The text need not be valid TOML: whatever follows its first
    syntax error is left for tomllib to reject.

    Args:
        text: The text.
        see: Called with each token that is within the limits, so that one scan does for both.
    """
    if text.count("\n") > MOST_LINES:
        start = len(text) - len(text.split("\n", MOST_LINES)[-1])
        return Excess(_limit("toml.too_many_lines", MOST_LINES), start, start)
    counter = _Counter(text)
    for token in scan(text):
        message = counter.count(token)
        if message is not None:
            return Excess(message, token.start, token.end)
        if see is not None:
            see(token)
    return None


def _limit(key: str, limit: int) -> Message:
    return Message(key, {"limit": str(limit)})


@dataclass(slots=True)
class _Counter:
    """Counts the items and tables of a text, and how deep they are, token by token."""

    text: str
    items: int = 0
    tables: int = 0
    table_depth: int = 0
    """Length of the path of the table that the latest header opened."""
    key_depth: int = 0
    """Length of the path of the latest key."""
    opened: list[tuple[int, bool]] = field(default_factory=list)
    """For each array or inline table still open: the length of its path, and whether an array."""

    def count(self, token: Token) -> Message | None:
        """Count the next token; return a message if it exceeds a limit."""
        match token.kind:
            case TokenKind.SCALAR:
                return self._count_scalar(token)
            case TokenKind.KEY:
                return self._count_key(token)
            case TokenKind.HEADER | TokenKind.ARRAY_HEADER:
                return self._count_header(token)
            case TokenKind.OPEN_ARRAY | TokenKind.OPEN_TABLE:
                return self._count_opening(token)
            case TokenKind.CLOSE:
                self.opened.pop()
        return None

    def _count_header(self, token: Token) -> Message | None:
        self.table_depth = count_parts(self.text, token)
        return self._count_names(self.table_depth, self.table_depth)

    def _count_key(self, token: Token) -> Message | None:
        parent = self.opened[-1][0] if self.opened else self.table_depth
        names = count_parts(self.text, token)
        self.key_depth = parent + names
        self.items += 1
        return self._count_names(names, names - 1) or self._too_deep(self.key_depth)

    def _count_names(self, names: int, tables: int) -> Message | None:
        self.tables += tables
        if names > MOST_PARTS:
            return _limit("toml.too_many_parts", MOST_PARTS)
        if self.tables > MOST_TABLES:
            return _limit("toml.too_many_tables", MOST_TABLES)
        return None

    def _count_scalar(self, token: Token) -> Message | None:
        self.items += 1
        if self.items > MOST_ITEMS:
            return _limit("toml.too_many_items", MOST_ITEMS)
        is_string = self.text[token.start] in "\"'"
        if not is_string and token.end - token.start > LONGEST_NUMBER:
            return _limit("toml.number_too_long", LONGEST_NUMBER)
        return None

    def _count_opening(self, token: Token) -> Message | None:
        in_array = bool(self.opened) and self.opened[-1][1]
        depth = self.opened[-1][0] + 1 if in_array else self.key_depth
        self.opened.append((depth, token.kind is TokenKind.OPEN_ARRAY))
        self.items += 1
        if self.items > MOST_ITEMS:
            return _limit("toml.too_many_items", MOST_ITEMS)
        return self._too_deep(depth)

    def _too_deep(self, depth: int) -> Message | None:
        return _limit("toml.too_deep", DEEPEST) if depth > DEEPEST else None
