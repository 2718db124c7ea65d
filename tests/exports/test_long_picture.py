"""Reports as one long picture for a chat."""

import struct
import sys

import pytest

from tests.exports.reports import talked_over
from tui.exports.document import Document
from tui.exports.formats import ExportFailed
from tui.exports.kickoff import kickoff_document
from tui.exports.long_picture import written


def made(*languages: str) -> Document:
    return kickoff_document(talked_over(), languages)


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_it_is_as_wide_as_a_phone() -> None:
    width, height = size(written(made("en")))
    assert width == 780
    assert height > 5000


def test_without_typst_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportFailed):
        written(made("en"))
