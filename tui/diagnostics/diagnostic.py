"""What is wrong in a file and where, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.diagnostics.span import Lines, Span
from tui.domain.message import Message


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong in a file."""

    file: str
    """The file's name as the user gave it."""
    span: Span | None
    """The exact key or value; None where the file as a whole is meant."""
    severity: Severity
    message: Message
    help: Message | None = None
    """How to mend it."""
    source_line: str = ""
    """The whole line that the span is on."""

    @property
    def place(self) -> str:
        """The file's name with line and column, as editors take it."""
        span = self.span
        return self.file if span is None else f"{self.file}:{span.line}:{span.column}"


class InvalidFile(Exception):
    """A file that cannot be used, with everything that is wrong in it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        """In the order of their places; never empty."""
        if not self.diagnostics:
            raise ValueError("an invalid file needs at least one diagnostic")
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "; ".join(f"{found.place}: {found.message.key}" for found in self.diagnostics)


@dataclass(frozen=True)
class Source:
    """A text that diagnostics point into."""

    name: str
    """What to call the file in messages."""
    text: str

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def diagnostic(
        self,
        span: Span,
        message: Message,
        *,
        help: Message | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Return a diagnostic at `span`, with the line that it is on."""
        return Diagnostic(self.name, span, severity, message, help, self.lines[span.line])


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by line and column; those about the whole file come first."""
    return tuple(sorted(diagnostics, key=_line_and_column))


def _line_and_column(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (0, 0) if span is None else (span.line, span.column)
