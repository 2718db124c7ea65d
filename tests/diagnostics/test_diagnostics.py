"""What a person gets to read about a bad file: exact, aligned, and harmless."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, SourceText, in_order
from tui.diagnostics.rendering import WIDEST, as_json, as_text
from tui.diagnostics.span import Span
from tui.domain.message import Message
from tui.i18n.catalogue import Phrases
from tui.text.cleaning import is_clean
from tui.text.visible import visible
from tui.text.width import cell_width

WORDS = {"check.error": "error", "check.warning": "warning", "check.help": "help"}


def say(message: Message) -> str:
    return WORDS.get(message.key) or str(message.values.get("text", message.key))


def told(text: str) -> Message:
    return Message("test.told", {"text": text})


def problem(
    line: str, column: int, length: int, *, number: int = 20, mend: str | None = None
) -> Diagnostic:
    return Diagnostic(
        "partnership.toml",
        Span(number, column, length),
        Severity.ERROR,
        told("unknown question type 'choise'"),
        told(mend) if mend else None,
        line,
    )


def drawn(line: str, column: int, length: int) -> tuple[str, int, int]:
    """Return the shown source line, the cells before the carets, and the carets."""
    _, source, carets = as_text(problem(line, column, length), say).split("\n")
    pointer = carets.removeprefix("      | ")
    return source.removeprefix("   20 | "), pointer.count(" "), pointer.count("^")


def test_the_layout_is_that_of_the_format_page() -> None:
    found = as_text(problem('type = "choise"', 8, 8, mend="did you mean 'choice'?"), say)
    assert found == (
        "partnership.toml:20:8: error: unknown question type 'choise'\n"
        '   20 | type = "choise"\n'
        "      |        ^^^^^^^^\n"
        "      = help: did you mean 'choice'?"
    )


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    whole = Diagnostic("a.toml", None, Severity.WARNING, told("odd"), told("mend it"))
    assert as_text(whole, say) == "a.toml: warning: odd\n      = help: mend it"


def test_the_gutter_widens_with_the_line_number() -> None:
    _, source, carets = as_text(problem("x = 1", 5, 1, number=1234567), say).split("\n")
    assert source.index("|") == carets.index("|") == 8


def test_the_words_are_those_of_the_language() -> None:
    whole = Diagnostic("a.toml", None, Severity.ERROR, Message("toml.missing"))
    assert as_text(whole, Phrases("zh-CN").say) == "a.toml: 错误: 没有这个文件"


@pytest.mark.parametrize(
    ("line", "column", "length", "before", "under"),
    [
        ("x = 1", 5, 1, 4, 1),
        ('品牌 = "中文"', 6, 4, 7, 6),
        ('"全角，" = 1', 9, 1, 11, 1),
        ("e\u0301 = 1", 6, 1, 4, 1),
        ("\tx = 1", 6, 1, 8, 1),
        ("x = ", 5, 0, 4, 1),
        ("x = \u3000", 5, 1, 4, 2),
        ("", 1, 0, 0, 1),
        ("x\x1b\u202e = 1", 7, 1, 14, 1),
    ],
)
def test_the_caret_stands_right_under_its_text(
    line: str, column: int, length: int, before: int, under: int
) -> None:
    assert drawn(line, column, length)[1:] == (before, under)


def test_control_characters_are_shown_as_text() -> None:
    shown, *_ = drawn('x = "\x1b]0;title\x07\u202e\x9b"', 5, 1)
    assert shown == r'x = "\x1b]0;title\x07\u202e\x9b"'


@pytest.mark.parametrize(("column", "value"), [(1, "AAAA"), (5000, "AAAA"), (99_990, "AAAA")])
@pytest.mark.parametrize("filling", ["-", "中"])
def test_a_long_line_is_cut_around_the_caret(column: int, value: str, filling: str) -> None:
    line = filling * (column - 1) + value + filling * (100_000 - column)
    shown, before, under = drawn(line, column, len(value))
    assert cell_width(shown) <= WIDEST
    assert cell_width(shown[: shown.index("A")]) == before
    assert (shown.count("A"), under) == (4, 4)
    assert shown.startswith("…") == (column > 1)
    assert shown.endswith("…") == (column < 99_000)


def test_a_long_value_is_marked_as_far_as_it_is_shown() -> None:
    shown, before, under = drawn("x = " + "y" * 5000, 5, 5000)
    assert cell_width(shown) <= WIDEST
    assert before + under + 1 == cell_width(shown)


LINES = st.text(st.sampled_from("ab 中，\t\x00\x1b\u202e\u0301\U0001f600\ud800"), max_size=150)


@given(LINES, st.integers(1, 160), st.integers(0, 160))
def test_whatever_the_line_nothing_in_the_text_acts_and_all_fits(
    line: str, column: int, length: int
) -> None:
    found = as_text(problem(line, min(column, len(line) + 1), length), say)
    assert is_clean(found)
    assert found.count("\n") == 2
    assert all(cell_width(shown) <= WIDEST + 8 for shown in found.split("\n")[1:])


@given(st.text())
def test_visible_text_is_clean_and_on_one_line(text: str) -> None:
    assert is_clean(visible(text))
    assert not {"\n", "\t"} & set(visible(text))


def test_names_and_messages_from_outside_are_inert_too() -> None:
    hostile = Diagnostic("a\x1b[2J\n.toml", None, Severity.ERROR, told("\x1b]52;c;x\x07\nerror: b"))
    assert as_text(hostile, say) == r"a\x1b[2J\n.toml: error: \x1b]52;c;x\x07\nerror: b"


def test_json_says_the_same_as_data() -> None:
    found = as_json(problem('type = "choise"', 8, 8, mend="choice"), say)
    assert json.loads(json.dumps(found)) == {
        "file": "partnership.toml",
        "line": 20,
        "column": 8,
        "length": 8,
        "severity": "error",
        "key": "test.told",
        "message": "unknown question type 'choise'",
        "help": "choice",
        "source": 'type = "choise"',
    }


def test_json_of_a_whole_file_has_no_place() -> None:
    found = as_json(Diagnostic("a.toml", None, Severity.WARNING, told("odd")), say)
    assert {found[key] for key in ("line", "column", "length", "help", "source")} == {None}


def test_diagnostics_are_sorted_by_place_and_those_of_the_file_come_first() -> None:
    whole = Diagnostic("a.toml", None, Severity.ERROR, told("whole"))
    later, right, first = problem("", 1, 1, number=3), problem("", 9, 1), problem("", 2, 1)
    early = problem("", 5, 1, number=2)
    found = in_order([right, later, whole, first, early])
    assert found == (whole, early, later, first, right)
    assert InvalidFile([right, first]).diagnostics == (first, right)


def test_an_invalid_file_has_something_wrong_with_it() -> None:
    with pytest.raises(ValueError, match="at least one"):
        InvalidFile([])


def test_an_invalid_file_names_the_places() -> None:
    assert str(InvalidFile([problem("", 8, 1)])) == "partnership.toml:20:8: test.told"


def test_a_source_gives_the_line_of_the_span_without_its_end() -> None:
    found = SourceText("a.toml", "x = 1\r\ny = 2\r\n").diagnostic(Span(2, 5, 1), told("odd"))
    assert found.source_line == "y = 2"
