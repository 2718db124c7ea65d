"""What of a form could not be carried over, and what was put in its place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.domain.message import Message


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that an author has to know."""

    sheet: str
    """The sheet that it is about; empty where it is about the whole."""
    rows: tuple[int, ...]
    """Its rows there; empty where it is about the whole sheet."""
    message: Message
    """What it is."""


@dataclass(slots=True)
class Notes:
    """Gathers them; the same thing of several rows is one note."""

    _rows: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[int]] = field(
        default_factory=dict
    )

    def add(self, sheet: str, rows: int | Iterable[int], key: str, **values: object) -> None:
        """Add a note.

        Args:
            sheet: The sheet.
            rows: The row, or the rows.
            key: The entry of the catalogue, without `xlsform.`.
            **values: What its placeholders stand for.
        """
        told = tuple((name, str(value)) for name, value in values.items())
        known = self._rows.setdefault((sheet, key, told), [])
        for row in [rows] if isinstance(rows, int) else rows:
            if row not in known:
                known.append(row)

    def all(self) -> tuple[Note, ...]:
        """Return them by sheet and row; what is about the whole comes first."""
        found = [
            Note(sheet, tuple(sorted(rows)), Message(f"xlsform.{key}", dict(told)))
            for (sheet, key, told), rows in self._rows.items()
        ]
        order = ["", "settings", "survey", "choices"]
        return tuple(
            sorted(
                found,
                key=lambda note: (
                    order.index(note.sheet) if note.sheet in order else len(order),
                    note.rows[:1],
                ),
            )
        )
