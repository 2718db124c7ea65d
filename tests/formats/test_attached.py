"""The questionnaire that travels in a sheet comes out as the very bytes that went in."""

from tui.formats.attached import attached
from tui.formats.file_names import QUESTIONNAIRE

TEXT = '# a “comment”\nformat = 1\n\n[a]\nb = "丙"\n'
FRENCH = QUESTIONNAIRE.replace(".toml", ".fr.toml")


def test_every_line_comes_out_again_also_of_further_languages() -> None:
    found = attached({QUESTIONNAIRE: TEXT.encode(), FRENCH: b"x = 1\n"})
    assert found is not None
    own, (further,) = found.files("sheet.toml")
    assert "\n".join(found.lines) == TEXT
    assert own.data["a"] == {"b": "丙"}
    assert further.data == {"x": 1}


def test_what_no_sheet_can_hold_does_not_travel() -> None:
    assert attached({}) is None
    assert attached({QUESTIONNAIRE: b"# \x1b[31m red\n"}) is None
    assert attached({QUESTIONNAIRE: b"# " + b"x" * 100_000}) is None
