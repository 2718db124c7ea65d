"""How many cells a text takes on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.width import cell_width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("plain", 5),
        ("中文", 4),
        ("＝，：", 6),
        ("　", 2),
        ("ｱ", 1),
        ("é", 1),
        ("e\u0301", 1),
        ("👍", 2),
        ("\u1112\u1161\u11ab", 2),
        ("“…”", 3),
    ],
)
def test_each_kind_of_character_takes_its_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(st.text(), st.text())
def test_widths_add_up(first: str, second: str) -> None:
    assert cell_width(first + second) == cell_width(first) + cell_width(second)
