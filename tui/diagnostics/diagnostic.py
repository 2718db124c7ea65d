"""Diagnostics, and the exception that carries them out of a reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui.diagnostics.span import Lines, Span
from tui.domain.message import Message


class Severity(StrEnum):
    """How bad a diagnostic is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong in a file."""

    file: str
    """The file's name as the user gave it."""
    span: Span | None
    """The key or value that is wrong; None if it is the file as a whole."""
    severity: Severity
    message: Message
    help: Message | None = None
    """How to fix it."""
    source_line: str = ""
    """The whole line that the span is on."""

    @property
    def place(self) -> str:
        """The file's name with line and column, as editors accept it: `name:line:column`."""
        span = self.span
        return self.file if span is None else f"{self.file}:{span.line}:{span.column}"

    @property
    def told(self) -> Message:
        """What is wrong, with the number of its line."""
        if self.span is None:
            return self.message
        return Message("check.at_line", {"line": str(self.span.line), "problem": self.message})


class InvalidFile(Exception):
    """Raised for a file that cannot be used; carries everything that is wrong in it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        """Sorted by line and column; never empty."""
        if not self.diagnostics:
            raise ValueError("an invalid file needs at least one diagnostic")
        super().__init__(self.diagnostics)

    @property
    def first(self) -> Diagnostic:
        """The first error: why the file cannot be used."""
        errors = (found for found in self.diagnostics if found.severity is Severity.ERROR)
        return next(errors, self.diagnostics[0])

    def __str__(self) -> str:
        return "; ".join(f"{found.place}: {found.message.key}" for found in self.diagnostics)


@dataclass(frozen=True)
class SourceText:
    """A text that diagnostics point into."""

    name: str
    """How messages call the file."""
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
        """Return a diagnostic at a place in this text.

        Args:
            span: The place.
            message: What is wrong.
            help: How to fix it.
            severity: How bad it is.
        """
        return Diagnostic(self.name, span, severity, message, help, self.lines[span.line])


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by line and column; those about the file as a whole come first."""
    return tuple(sorted(diagnostics, key=_line_and_column))


def _line_and_column(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (0, 0) if span is None else (span.line, span.column)
