"""Positions of the keys and values of a TOML text, so that a message can point at them."""

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from tui.diagnostics.span import KeyPath, Lines, Span
from tui.toml.scanner import Part, Token, TokenKind, parts, scan

_Extent = tuple[int, int]
"""Offsets of the start and the end."""
_Places = dict[KeyPath, _Extent]

_TOP = Span(1, 1, 0)
"""The place of what stands nowhere in the text."""


class Positions:
    """The places of keys, values and tables; an unknown path has the place of its parent."""

    def __init__(self, text: str, keys: _Places, values: _Places, headers: _Places) -> None:
        self._text = text
        self._keys = keys
        self._values = values
        self._headers = headers

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def key(self, path: KeyPath) -> Span:
        """Return the place of the last name of `path`, in its own key or in the table's header."""
        return self._nearest(self._keys, path)

    def value(self, path: KeyPath) -> Span:
        """Return the place of the value at `path`; a table with a header has the header's place."""
        return self._nearest(self._values, path)

    def within(self, path: KeyPath, part: str, nth: int = 0) -> Span:
        """Return the place of a part of the text at `path`; of all of it where it is not there.

        Args:
            path: The text.
            part: The part as it is written, without escapes.
            nth: How many of the same come before it.
        """
        start, end = self._values.get(path, (0, 0))
        at = start - 1
        for _ in range(nth + 1):
            at = self._text.find(part, at + 1, end)
            if at < 0:
                return self.value(path)
        return self._lines.span(at, at + len(part))

    def header(self, path: KeyPath) -> Span:
        """Return the place where the table or array at `path` begins, to point at what it lacks.

        This is the header with its brackets, the key of an inline table, the brace of an inline
        table in an array, or the first name that created the table.
        """
        return self._nearest(self._headers, path)

    def _nearest(self, places: _Places, path: KeyPath) -> Span:
        for length in range(len(path), 0, -1):
            extent = places.get(path[:length])
            if extent is not None:
                return self._lines.span(*extent)
        return _TOP


def index(text: str) -> Positions:
    """Return the positions of all keys and values of `text`, which tomllib has accepted."""
    building = _PositionsBuilder(text)
    for token in scan(text):
        building.add(token)
    return building.positions


def index_before(text: str, definition: Token) -> tuple[KeyPath, Positions]:
    """Return the path that a key or header defines, and the positions of all that stands before it.

    Args:
        text: A text that may be invalid from the definition on.
        definition: The key or header; the header of an array of tables defines the whole array.
    """
    building = _PositionsBuilder(text)
    for token in takewhile(lambda token: token.start < definition.start, scan(text)):
        building.add(token)
    return building.path_of(definition), building.positions


@dataclass(slots=True)
class _Container:
    """An array or inline table that is still open."""

    path: KeyPath
    start: int
    elements: int | None
    """How many elements an array has so far; None for a table."""


class _PositionsBuilder:
    """Notes the positions of a text, token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: _Places = {}
        self._values: _Places = {}
        self._headers: _Places = {}
        self.positions = Positions(text, self._keys, self._values, self._headers)
        """The positions that have been noted so far."""
        self._table: KeyPath = ()
        self._last_of: dict[KeyPath, int] = {}
        """Path of an array of tables to the index of its latest element."""
        self._open: list[_Container] = []
        self._key: KeyPath = ()
        self._key_extent: _Extent = (0, 0)

    def add(self, token: Token) -> None:
        """Note the next token of the text."""
        match token.kind:
            case TokenKind.KEY:
                self._take_key(token)
            case TokenKind.SCALAR:
                self._values[self._next_value()] = (token.start, token.end)
            case TokenKind.OPEN_ARRAY | TokenKind.OPEN_TABLE:
                self._open_container(token)
            case TokenKind.CLOSE:
                closed = self._open.pop()
                self._values[closed.path] = (closed.start, token.end)
            case TokenKind.HEADER | TokenKind.ARRAY_HEADER:
                self._take_header(token)
            case TokenKind.END:
                pass

    def path_of(self, token: Token) -> KeyPath:
        """Return the path that a key or header defines here; of an array of tables, the array's."""
        names = tuple(part.name for part in parts(self._text, token))
        if token.kind is TokenKind.KEY:
            return self._parent() + names
        return (*self._in_last_elements(names[:-1]), names[-1])

    def _parent(self) -> KeyPath:
        return self._open[-1].path if self._open else self._table

    def _in_last_elements(self, names: KeyPath) -> KeyPath:
        """Return the path of a header, through the latest element of each array of tables."""
        path: KeyPath = ()
        for name in names:
            path = self._element((*path, name))
        return path

    def _element(self, path: KeyPath) -> KeyPath:
        last = self._last_of.get(path)
        return path if last is None else (*path, last)

    def _take_key(self, token: Token) -> None:
        path = self._parent()
        *tables, last = parts(self._text, token)
        for part in tables:
            path = (*path, part.name)
            self._make_table(path, part)
        self._key = (*path, last.name)
        self._key_extent = (last.start, last.end)
        # A dotted key may have named the table before: the first place stays.
        self._keys.setdefault(self._key, self._key_extent)

    def _take_header(self, token: Token) -> None:
        *supers, last = parts(self._text, token)
        path: KeyPath = ()
        for part in supers:
            path = (*path, part.name)
            self._make_table(path, part)
            path = self._element(path)
        path = (*path, last.name)
        if token.kind is TokenKind.ARRAY_HEADER:
            if path not in self._last_of:
                self._note_header(path, last, token)
            self._last_of[path] = self._last_of.get(path, -1) + 1
            path = self._element(path)
        self._note_header(path, last, token)
        self._table = path

    def _make_table(self, path: KeyPath, part: Part) -> None:
        """Note a table that exists only because the path of another one names it."""
        extent = (part.start, part.end)
        for places in (self._keys, self._values, self._headers):
            places.setdefault(path, extent)

    def _note_header(self, path: KeyPath, name: Part, token: Token) -> None:
        """Note the header of the table at `path`; it replaces any place noted before."""
        self._keys[path] = (name.start, name.end)
        self._headers[path] = self._values[path] = (token.start, token.end)

    def _next_value(self) -> KeyPath:
        """Return the path of the next value, and count it if it is an element of an array."""
        if not self._open or self._open[-1].elements is None:
            return self._key
        array = self._open[-1]
        path = (*array.path, array.elements or 0)
        array.elements = (array.elements or 0) + 1
        return path

    def _open_container(self, token: Token) -> None:
        has_key = not self._open or self._open[-1].elements is None
        path = self._next_value()
        self._headers[path] = self._key_extent if has_key else (token.start, token.end)
        elements = 0 if token.kind is TokenKind.OPEN_ARRAY else None
        self._open.append(_Container(path, token.start, elements))
