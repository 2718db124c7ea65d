"""Files and the standard streams, which `-` stands for in a call."""

import errno
import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import BinaryIO, TextIO

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity
from tui.diagnostics.system_errors import reason_of
from tui.domain.message import Message
from tui.toml.limits import RECORD
from tui.toml.reader import TomlFile, parse_toml, read_toml

STDIO = Path("-")
"""The standard input or output, where a file is wanted."""


def read_file(path: Path) -> TomlFile:
    """Read a file; `-` is the standard input.

    Raises:
        InvalidFile: It cannot be read, is not TOML, or holds what no file may hold.
    """
    if path != STDIO:
        return read_toml(path)
    try:
        if sys.stdin is None:  # closed by who called us
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return parse_toml(sys.stdin.buffer.read(RECORD + 1), str(STDIO))
    except OSError as error:
        wrong = Message("toml.unreadable", {"reason": reason_of(error)})
        problem = Diagnostic(str(STDIO), None, Severity.ERROR, wrong)
        raise InvalidFile([problem]) from error


def write_output(content: bytes) -> None:
    """Write bytes to the standard output.

    Raises:
        OSError: It is closed, or full.
    """
    binary_output().write(content)


def binary_output() -> BinaryIO:
    """Return the standard output for bytes.

    Raises:
        OSError: It is closed.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout.buffer


def is_in_ascii(options: Namespace) -> bool:
    """Return whether signs are to be told in ASCII: it is asked for, or all that can be printed."""
    return bool(options.ascii) or not _takes_signs(sys.stdout)


def _takes_signs(stream: TextIO | None) -> bool:
    try:
        "→·×–“”".encode(stream.encoding if stream is not None else "utf-8")
    except UnicodeEncodeError:
        return False
    return True
