"""What is refused by its shape alone, before it can make tomllib slow or its data unusable.

Dotted keys cost tomllib time and memory by the square of their parts; deep nesting ends in a
RecursionError there or later, in a copy or a comparison; long numbers cannot be printed.
"""

from dataclasses import dataclass, field

from tui.domain.message import Message
from tui.toml.scanner import Kind, Token, count_parts, scan

MOST_PARTS = 32
"""Names that one key or header may join by dots."""
DEEPEST = 64
"""Tables and arrays that may stand inside each other, counted from the root."""
LONGEST_NUMBER = 1000
"""Characters of a number or date."""
MOST_TABLES = 60_000
"""Tables that headers and dotted keys may name, each mention counted."""
MOST_ITEMS = 200_000
"""Keys and values, elements of arrays included."""


@dataclass(frozen=True, slots=True)
class Excess:
    """What there is too much of, and where it comes to light."""

    message: Message
    start: int
    """Offset in the text."""
    end: int


def excess(text: str) -> Excess | None:
    """Return the first thing in `text` beyond a limit; in time linear to what comes before.

    Brackets, dots and digits in strings and comments do not count. The text need not be TOML: what
    stands after its first mistake is left to tomllib to refuse.
    """
    measure = _Measure(text)
    for token in scan(text):
        message = measure.take(token)
        if message is not None:
            return Excess(message, token.start, token.end)
    return None


def _limit(key: str, limit: int) -> Message:
    return Message(key, {"limit": str(limit)})


@dataclass(slots=True)
class _Measure:
    """How much of everything there has been so far."""

    text: str
    items: int = 0
    tables: int = 0
    table_depth: int = 0
    """Length of the path of the table that the last header opened."""
    key_depth: int = 0
    """Length of the path of the last key."""
    opened: list[tuple[int, bool]] = field(default_factory=list)
    """Of each array or inline table that is still open: its path's length; whether an array."""

    def take(self, token: Token) -> Message | None:
        """Count the next token; give the message if it is too much."""
        match token.kind:
            case Kind.SCALAR:
                return self._take_scalar(token)
            case Kind.KEY:
                return self._take_key(token)
            case Kind.HEADER | Kind.ARRAY_HEADER:
                return self._take_header(token)
            case Kind.OPEN_ARRAY | Kind.OPEN_TABLE:
                return self._take_opening(token)
            case Kind.CLOSE:
                self.opened.pop()
        return None

    def _take_header(self, token: Token) -> Message | None:
        self.table_depth = count_parts(self.text, token)
        return self._take_names(self.table_depth, self.table_depth)

    def _take_key(self, token: Token) -> Message | None:
        parent = self.opened[-1][0] if self.opened else self.table_depth
        names = count_parts(self.text, token)
        self.key_depth = parent + names
        self.items += 1
        return self._take_names(names, names - 1) or self._too_deep(self.key_depth)

    def _take_names(self, names: int, tables: int) -> Message | None:
        self.tables += tables
        if names > MOST_PARTS:
            return _limit("toml.too_many_parts", MOST_PARTS)
        if self.tables > MOST_TABLES:
            return _limit("toml.too_many_tables", MOST_TABLES)
        return None

    def _take_scalar(self, token: Token) -> Message | None:
        self.items += 1
        if self.items > MOST_ITEMS:
            return _limit("toml.too_many_items", MOST_ITEMS)
        is_string = self.text[token.start] in "\"'"
        if not is_string and token.end - token.start > LONGEST_NUMBER:
            return _limit("toml.number_too_long", LONGEST_NUMBER)
        return None

    def _take_opening(self, token: Token) -> Message | None:
        in_array = bool(self.opened) and self.opened[-1][1]
        depth = self.opened[-1][0] + 1 if in_array else self.key_depth
        self.opened.append((depth, token.kind is Kind.OPEN_ARRAY))
        self.items += 1
        if self.items > MOST_ITEMS:
            return _limit("toml.too_many_items", MOST_ITEMS)
        return self._too_deep(depth)

    def _too_deep(self, depth: int) -> Message | None:
        return _limit("toml.too_deep", DEEPEST) if depth > DEEPEST else None
