"""What TOML 1.1 added, which no file may use: some editions of Python read it and others do not."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.toml.scanner import Token, TokenKind

_NEW_ESCAPE = re.compile(r'"(?:[^\\]|\\[^ex])*?\\[ex]')
_NO_SECONDS = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}(?: |(?=[Tt])))?[Tt]?[0-9]{2}(?=:[0-9]{2}(?![:0-9]))"
)
"""A time without seconds up to its colon; its first group is the date before it."""
_NEW_LINE = re.compile(r"\r?\n|#")


class SyntaxFault(NamedTuple):
    """A syntax error as tomllib tells it."""

    words: str
    """What it says."""
    at: int
    """The offset at which it noticed the error."""


@dataclass(slots=True)
class NewerSyntax:
    """Looks out for what TOML 1.1 added, token by token."""

    text: str
    first: SyntaxFault | None = None
    """The first such place, told as by a tomllib that knows TOML 1.0."""
    _opened: list[TokenKind] = field(default_factory=list)
    _end: int = 0
    """Where the token before has ended."""

    def see(self, token: Token) -> None:
        """Look at the next token, and at what stands before it."""
        if self._opened and self._opened[-1] is TokenKind.OPEN_TABLE:
            self._see_gap(token)
        match token.kind:
            case TokenKind.OPEN_ARRAY | TokenKind.OPEN_TABLE:
                self._opened.append(token.kind)
            case TokenKind.CLOSE:
                self._opened.pop()
            case TokenKind.SCALAR:
                self._see_scalar(token)
        self._end = token.end

    def _see_gap(self, token: Token) -> None:
        """Look for a new line, a comment or a last comma within the braces of a table."""
        gap = self.text[self._end : token.start]
        if new_line := _NEW_LINE.search(gap):
            self._note("Unclosed inline table", self._end + new_line.start())
        elif token.kind is TokenKind.CLOSE and "," in gap:
            self._note("Invalid initial character for a key part", token.start)

    def _see_scalar(self, token: Token) -> None:
        """Look for an escape in a text, and for a time without its seconds."""
        if self.text[token.start] == '"':
            if escape := _NEW_ESCAPE.match(self.text, token.start, token.end):
                self._note("Unescaped '\\' in a string", escape.end())
        elif time := _NO_SECONDS.match(self.text, token.start, token.end):
            at = time.end(1) if time[1] else time.end()
            self._note("Expected newline or end of document after a statement", at)

    def _note(self, words: str, at: int) -> None:
        if self.first is None:
            self.first = SyntaxFault(words, at)
