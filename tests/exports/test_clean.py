"""What a report says is clean in every file, however its texts were typed."""

import pytest

from tests.exports.documents import decided, document, example
from tests.exports.pdf_text import file_text
from tests.exports.test_private import FORMATS
from tui.exports.formats import Format, written
from tui.text.cleaning import is_clean

RAW = "a\u202egnp.exe\u2066 \x1b[2J \u200bb\x00\u2028c\ufeff"


@pytest.mark.parametrize("to", FORMATS)
def test_no_control_and_nothing_unseen_reaches_a_file(to: Format) -> None:
    question = example().agenda[0].question
    due = example().decisions[0].due
    raw = decided(question, decision=RAW, owner=RAW, due=due)
    told = file_text(written(document("en", decisions=(raw,)), to)).removeprefix("\ufeff")
    assert is_clean(told)
    assert "agnp.exe" in told.replace("\r\n ", "")
