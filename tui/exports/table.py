"""Reports as one table for any engine: a row a report and question, columns that keep their names.

It is CSV that Excel opens too: UTF-8 with a byte order mark, lines that end with CRLF. A text that
a program for tables would run as a formula, at its start or behind a semicolon, has an apostrophe
before that.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import blake2b
from itertools import chain

from tui.domain.report import rounded
from tui.exports.document import Document, Part
from tui.exports.table_columns import COLUMNS, Told

_FORMULA = re.compile(r'(^|;[\s"]*)(?=[=+\-@\t\r＝＋－＠])')
"""Where a formula begins, also one in the width of Chinese characters.

Where numbers have a comma, Excel parts the cells of a line at each semicolon, whatever is quoted.
"""


def written(document: Document) -> bytes:
    """Return the table of one report as the content of a file."""
    return b"".join(lines(rows(document)))


def rows(document: Document, key: bytes | None = None) -> Iterator[list[str]]:
    """Yield a row for each question that a report tells of.

    What the last meeting left open has none: it has its row in the report of that meeting.

    Args:
        document: The report.
        key: Of 1 to 64 bytes: what firms and reports are hashed with, and nothing is told that
            people typed. None tells all.
    """
    alone = (Part.ANSWERS,) if len(document.parties) == 1 else ()  # all else tells of them again
    for item in document.items(*alone):
        if item.id:
            yield [_shown(column.cell(document, item), column.told, key) for column in COLUMNS]


def lines(rows: Iterable[list[str]]) -> Iterator[bytes]:
    """Yield the lines of a file with these rows, the names of the columns first."""
    yield "\ufeff".encode()
    writer = csv.writer(_Encoder(), lineterminator="\r\n")
    for row in chain(([column.name for column in COLUMNS],), rows):
        yield writer.writerow(row)


class _Encoder:
    """What the writer of lines writes to: it has each line back as bytes."""

    def write(self, line: str) -> bytes:
        return line.encode()


def _shown(value: object, told: Told, key: bytes | None) -> str:
    """Return what is written in a cell."""
    if key is not None and told is not Told.AS_IS:
        return _hashed(str(value), key) if told is Told.HASHED else ""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{rounded(value):f}"
        case _:
            return _FORMULA.sub(r"\1'", str(value))


def _hashed(text: str, key: bytes) -> str:
    """Return what stands for a text; a hash without a key would tell which firm it is to all."""
    return blake2b(text.encode(), key=key, digest_size=8).hexdigest()
