"""TOML 1.0 is the format, also where Python's own reader knows more: each file gets one verdict."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toml.test_reader import SNIPPETS
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, SourceText
from tui.toml import reader, syntax_errors
from tui.toml.newer_syntax import NewerSyntax
from tui.toml.reader import parse_toml
from tui.toml.scanner import scan
from tui.workspace.example import example_sheets

NEWER = [
    *('x = "\\e[0m"', 'x = "a\\x41"', 'x = """a\n\\e"""', 'x = "\\\\\\e"', '"k" = "\\x00"'),
    *("x = 10:00", "x = 10:00 # ten", "x = [1, 10:00]", "x = { b = 07:32, }"),
    *("x = 2026-01-01T10:00", "x = 2026-01-01 10:00", "x = 2026-01-01 10:00+08:00"),
    *("x = { b = 1, }", "x = [{ b = 1, },]", "x = {b={},}", "x = { b = [1,\n2,], }"),
    *("x = {\n b = 1 }", "x = { b = 1,\n c = 2 }", "x = { b = 1\n}", "x = { b = 1 # c\n}"),
    *("x = { # c\n b = 1}", "x = {b = 1,# c\r\n}", "x = {b = {c = 1}\n}", "x={ \n }"),
]
"""What TOML 1.1 allows and TOML 1.0 does not."""
PIECES = st.sampled_from(
    [*"{}[],=\n #x1", '"', "\\e", "\\", "10:00", ":00", "a = ", "2026-01-01", "T"]
)


def found(text: str) -> Diagnostic | None:
    """Return what is told of the first newer syntax in a text."""
    newer, source = NewerSyntax(text), SourceText("a.toml", text)
    for token in scan(text):
        newer.see(token)
    return newer.first and syntax_errors.diagnose(source, newer.first)


def refused(text: str) -> Diagnostic:
    with pytest.raises(InvalidFile) as caught:
        parse_toml(text.encode(), "a.toml")
    return caught.value.first


@pytest.mark.parametrize("text", [f"{text}\n" for text in NEWER])
def test_newer_syntax_is_told_as_a_reader_of_toml_1_0_tells_it(text: str) -> None:
    assert found(text) == refused(text)


class _Newer:
    """A reader that knows more than TOML 1.0, as those of later editions of Python do."""

    TOMLDecodeError = tomllib.TOMLDecodeError

    @staticmethod
    def loads(text: str, **_: object) -> dict[str, object]:
        return {"read": text}


@pytest.mark.parametrize("text", [f"{text}\n" for text in NEWER])
def test_it_is_refused_also_where_python_reads_it(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = refused(text)
    monkeypatch.setattr(reader, "tomllib", _Newer)
    assert refused(text) == told


@given(st.one_of(st.lists(SNIPPETS), st.lists(PIECES)).map("".join))
def test_what_is_read_has_no_newer_syntax(text: str) -> None:
    try:
        parse_toml(text.encode(), "a.toml")
    except InvalidFile as invalid:
        told = found(text)
        if told is not None and told.span is not None and invalid.first.span is not None:
            assert invalid.first.span.line <= told.span.line  # the first error is what is told
    else:
        assert found(text) is None


def test_a_good_file_has_none() -> None:
    for path in example_sheets():
        assert found(path.read_text(encoding="utf-8")) is None
