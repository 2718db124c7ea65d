"""What a report keeps of a question so that a picture of the two answers can be drawn from it."""

from tui.domain.pictures import Frame
from tui.formats.table import ById, Line, Many, Number, OptionalWords, Table, Words


class PictureTable(Table):
    """The choices, bounds and units of a question, without which its answers cannot be drawn."""

    choices: ById[Words]
    near_pairs: Many[Many[Line]] = ()
    minimum: Number | None = None
    maximum: Number | None = None
    ratio: Number | None = None
    tolerance: Number | None = None
    near: Number | None = None
    low: OptionalWords
    high: OptionalWords
    levels: Many[Words] = ()
    unit: OptionalWords
    unit_one: OptionalWords

    @classmethod
    def of(cls, frame: Frame | None) -> "PictureTable | None":
        """Return the table of a frame, if there is one."""
        if frame is None:
            return None
        return cls.from_record(
            frame, near_pairs=frame.near_pairs or None, levels=frame.levels or None
        )

    def to_domain(self) -> Frame:
        """Return the frame."""
        return self.to_record(Frame)
