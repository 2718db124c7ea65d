"""Pictures of where two parties stand, as pure geometry.

`frame` takes from a question what a picture needs; `picture` makes of it and of two answers one of
the shapes, which cells or SVG are drawn from. A report keeps the frame, so that whoever has the
report alone draws the same picture.
"""

from tui.domain.pictures.axis import Axis
from tui.domain.pictures.drawing import picture
from tui.domain.pictures.frame import Frame, frame
from tui.domain.pictures.shapes import (
    Absence,
    Absent,
    ColumnsPicture,
    Dumbbell,
    DumbbellPicture,
    LinePicture,
    Option,
    OptionsPicture,
    Pair,
    Picture,
    PrivatePicture,
    TextsPicture,
)

__all__ = [
    "Absence",
    "Absent",
    "Axis",
    "ColumnsPicture",
    "Dumbbell",
    "DumbbellPicture",
    "Frame",
    "LinePicture",
    "Option",
    "OptionsPicture",
    "Pair",
    "Picture",
    "PrivatePicture",
    "TextsPicture",
    "frame",
    "picture",
]
