"""Safe reading of TOML files: bounded in size, checked, and with the position of every value."""

import codecs
import errno
import hashlib
import os
import pathlib
import stat
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import Any

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, SourceText
from tui.diagnostics.problem import Problem, Target
from tui.diagnostics.span import KeyPath
from tui.diagnostics.system_errors import reason_of
from tui.domain.message import Message
from tui.toml.descriptor import open_without_waiting
from tui.toml.encoding import Encoding, decode_utf_8, first_fault, guess_encoding
from tui.toml.limits import HEAD, find_excess, most_bytes
from tui.toml.newer_syntax import NewerSyntax
from tui.toml.positions import Positions, index
from tui.toml.syntax_errors import diagnose, fault_of
from tui.toml.values import find_faults, parse_decimal

MOST_FAULTS = 1000
"""Keys and values that are reported of one file; the rest are not looked for."""

_REASONS = {
    errno.ENOENT: "toml.missing",
    errno.ENOTDIR: "toml.missing",
    errno.EACCES: "toml.no_permission",
    errno.EPERM: "toml.no_permission",
    errno.ELOOP: "toml.link_loop",
    errno.ENAMETOOLONG: "toml.missing",
    errno.ENXIO: "toml.no_regular_file",  # a socket
}


@dataclass(frozen=True)
class TomlFile:
    """A TOML file that has been read, with what diagnostics need to point into it."""

    name: str
    """What to call the file in messages."""
    text: str = field(repr=False)
    """Its content, without a byte order mark, line ends as they are."""
    data: dict[str, Any] = field(repr=False)
    """Its values: clean strings, whole numbers within 2^53, finite Decimals, dates and times."""
    sha256: str
    """Hexadecimal digest of the file's bytes."""

    @cached_property
    def positions(self) -> Positions:
        """The positions of keys and values; computed when first used."""
        return index(self.text)

    def problem(
        self,
        path: KeyPath,
        message: Message,
        *,
        at: Target = "value",
        help: Message | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Return a diagnostic about something in this file.

        Args:
            path: What it is about.
            message: What is wrong.
            at: Whether to point at the value, at its key, where its table begins, or at nothing.
            help: How to fix it.
            severity: How bad it is.
        """
        match at:
            case "value":
                span = self.positions.value(path)
            case "key":
                span = self.positions.key(path)
            case "header":
                span = self.positions.header(path)
            case "file":
                return Diagnostic(self.name, None, severity, message, help)
        return self._source.diagnostic(span, message, help=help, severity=severity)

    def locate(self, problem: Problem, path: KeyPath | None = None) -> Diagnostic:
        """Return the diagnostic of a problem, at its place in this file.

        Args:
            problem: What is wrong.
            path: Where it is in this file, if not at the problem's own path.
        """
        path = problem.path if path is None else path
        if problem.part:
            span = self.positions.within(path, problem.part, problem.nth)
            return self._source.diagnostic(
                span, problem.message, help=problem.help, severity=problem.severity
            )
        return self.problem(
            path,
            problem.message,
            at=problem.at,
            help=problem.help,
            severity=problem.severity,
        )

    @cached_property
    def _source(self) -> SourceText:
        return SourceText(self.name, self.text)


def read_toml(path: pathlib.Path, *, follow_links: bool = True) -> TomlFile:
    """Read the TOML file at `path`.

    Never waits for a pipe or a device, and never reads much more than a file may have.

    Args:
        path: The file.
        follow_links: Whether it may be a link; the files of a session may not.

    Raises:
        InvalidFile: It cannot be read, is not TOML, or holds what no file may hold.
    """
    return parse_toml(read_bytes(path, most_bytes, follow_links=follow_links), str(path))


def read_bytes(
    path: pathlib.Path, most: Callable[[bytes], int], *, follow_links: bool = True
) -> bytes:
    """Return the bytes of the file at `path`, under the rules of `read_toml`.

    Args:
        path: The file.
        most: Returns how many bytes a file may have that begins so.
        follow_links: Whether it may be a link.

    Raises:
        InvalidFile: It cannot be read, or is too large.
    """
    name = str(path)
    try:
        content = _content_of(path, most, follow_links=follow_links)
    except OSError as error:
        is_link = not follow_links and os.path.islink(path)  # noqa: PTH114 - never raises
        reason = Message("toml.link") if is_link else _reason(error)
        raise InvalidFile([_about_all(name, reason)]) from error
    except ValueError as error:  # a name with a NUL in it
        raise InvalidFile([_about_all(name, Message("toml.missing"))]) from error
    if isinstance(content, Message):
        raise InvalidFile([_about_all(name, content)])
    return content


def parse_toml(raw: bytes, name: str) -> TomlFile:
    """Read the bytes of a TOML file.

    Args:
        raw: The bytes.
        name: What to call the file in messages.

    Raises:
        InvalidFile: It is not TOML, or holds what no file may hold.
    """
    if len(raw) > (most := most_bytes(raw)):
        raise InvalidFile([_about_all(name, _too_large(most))])
    text = decode_utf_8(raw)
    if text is None:
        raise InvalidFile([_not_utf_8(raw, name)])
    data = _data_of(SourceText(name, text))
    file = TomlFile(name, text, data, hashlib.sha256(raw).hexdigest())
    found = list(islice(find_faults(data), MOST_FAULTS))
    if found:
        raise InvalidFile(file.problem(fault.path, fault.message, at=fault.at) for fault in found)
    return file


def _content_of(
    path: pathlib.Path, most_of: Callable[[bytes], int], *, follow_links: bool
) -> bytes | Message:
    """Return the bytes of a regular file that is not too large, or why they are not read.

    Raises:
        OSError: The file cannot be opened or read.
    """
    # Opened first, then examined: what is examined is what is read.
    descriptor = open_without_waiting(path, follow_links=follow_links)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            return Message("toml.folder")
        if not stat.S_ISREG(status.st_mode):
            return Message("toml.no_regular_file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            most = most_of(head := file.read(HEAD))
            if status.st_size > most:
                return _too_large(most)
            return head + file.read(most)  # tells also that it has grown beyond the limit
    finally:
        os.close(descriptor)


def _data_of(source: SourceText) -> dict[str, Any]:
    """Return the values of `source`, after checking that it exceeds no limit.

    TOML 1.0 is what it must be, whatever this Python reads.
    """
    newer = NewerSyntax(source.text)
    beyond = find_excess(source.text, newer.see)
    if beyond is not None:
        span = source.lines.span(beyond.start, beyond.end)
        raise InvalidFile([source.diagnostic(span, beyond.message)])
    try:
        data = tomllib.loads(source.text, parse_float=parse_decimal)
    except tomllib.TOMLDecodeError as error:
        fault = fault_of(source, error)
        first = fault if newer.first is None else min(fault, newer.first, key=attrgetter("at"))
        raise InvalidFile([diagnose(source, first)]) from error
    except (ValueError, RecursionError, MemoryError) as error:
        message = Message("toml.unreadable", {"reason": type(error).__name__})
        raise InvalidFile([_about_all(source.name, message)]) from error
    if newer.first is not None:
        raise InvalidFile([diagnose(source, newer.first)])
    return data


def _about_all(name: str, message: Message, help_: Message | None = None) -> Diagnostic:
    """Return a diagnostic about the file as a whole."""
    return Diagnostic(name, None, Severity.ERROR, message, help_)


def _reason(error: OSError) -> Message:
    """Return the message for an error of the system when opening or reading a file."""
    key = _REASONS.get(error.errno or 0)
    return Message(key) if key else Message("toml.unreadable", {"reason": reason_of(error)})


def _too_large(most: int) -> Message:
    return Message("toml.too_large", {"limit": str(most // 1024)})


def _not_utf_8(raw: bytes, name: str) -> Diagnostic:
    encoding = guess_encoding(raw)
    message, help_ = Message(f"toml.not_utf_8_but_{encoding}"), Message("toml.save_as_utf_8")
    if encoding is not Encoding.UNKNOWN:
        return _about_all(name, message, help_)
    # Another alphabet, or one bad letter in a good file: where the first one is helps to find it.
    raw = raw.removeprefix(codecs.BOM_UTF8)
    at = first_fault(raw)
    before = raw[:at].decode("utf-8")
    behind = decode_utf_8(raw[at + 1 :])
    rest = raw[at:].decode("latin-1") if behind is None else chr(raw[at]) + behind
    source = SourceText(name, before + rest)
    span = source.lines.span(len(before), len(before) + 1)
    return source.diagnostic(span, message, help=help_)
