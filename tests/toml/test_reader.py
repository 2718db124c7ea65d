"""The gate for TOML files: what it lets in, and the one message that each bad file gets."""

import hashlib
import os
import re
import socket
import tomllib
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.powers import may_read_all
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, SourceText
from tui.diagnostics.rendering import as_text
from tui.diagnostics.span import Span
from tui.domain.message import Message
from tui.i18n.catalogue import LANGUAGES, Phrases, entries
from tui.toml import limits, reader, syntax_errors, values
from tui.toml.limits import RECORD, USUAL
from tui.toml.reader import parse_toml, read_toml

WITH_PROC = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")


def problems(text: str | bytes) -> tuple[Diagnostic, ...]:
    raw = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(InvalidFile) as caught:
        parse_toml(raw, "a.toml")
    return caught.value.diagnostics


def problem(text: str | bytes) -> Diagnostic:
    (only,) = problems(text)
    return only


def marked(found: Diagnostic) -> str:
    """Return the text that the carets stand under."""
    assert found.span is not None
    start = found.span.column - 1
    return found.source_line[start : start + found.span.length]


def refused(path: Path) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_toml(path)
    (only,) = caught.value.diagnostics
    assert (only.file, only.span) == (str(path), None)
    return only.message.key


class TestReading:
    def test_a_good_file_has_its_text_values_digest_and_places(self, tmp_path: Path) -> None:
        raw = 'x = 1.50\r\nd = 2026-11-23\r\nt = 07:30:00\r\n[t2]\r\ny = ["中文"]\r\n'.encode()
        path = tmp_path / "a.toml"
        path.write_bytes(raw)
        file = read_toml(path)
        assert file.data == {
            "x": Decimal("1.50"),
            "d": date(2026, 11, 23),
            "t": time(7, 30),
            "t2": {"y": ["中文"]},
        }
        assert str(file.data["x"]) == "1.50"
        assert (file.name, file.text) == (str(path), raw.decode())
        assert file.sha256 == hashlib.sha256(raw).hexdigest()
        assert file.positions.value(("t2", "y", 0)) == Span(5, 6, 4)

    def test_a_byte_order_mark_counts_in_no_column(self) -> None:
        with_mark = b"\xef\xbb\xbfx = 1\n"
        assert parse_toml(with_mark, "a.toml").positions.value(("x",)) == Span(1, 5, 1)
        assert problem(b"\xef\xbb\xbfx = \n").span == Span(1, 5, 0)

    def test_an_empty_file_is_an_empty_table(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.toml"
        path.touch()
        assert read_toml(path).data == {}

    def test_a_link_to_a_file_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "a.toml").write_text("x = 1\n")
        (tmp_path / "link.toml").symlink_to("a.toml")
        assert read_toml(tmp_path / "link.toml").data == {"x": 1}

    @pytest.mark.parametrize("name", ["no.toml", "no/a.toml", "x" * 300, "a\0b"])
    def test_no_such_file(self, tmp_path: Path, name: str) -> None:
        assert refused(tmp_path / name) == "toml.missing"

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refused(tmp_path) == "toml.folder"

    def test_a_pipe_that_nobody_writes_to(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.toml")
        assert refused(tmp_path / "pipe.toml") == "toml.no_regular_file"

    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("s.toml")
            assert refused(Path("s.toml")) == "toml.no_regular_file"

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
    def test_a_device(self, device: str) -> None:
        assert refused(Path(device)) == "toml.no_regular_file"

    def test_links_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "a.toml").symlink_to("b.toml")
        (tmp_path / "b.toml").symlink_to("a.toml")
        assert refused(tmp_path / "a.toml") == "toml.link_loop"

    @pytest.mark.skipif(may_read_all(), reason="root may read everything")
    def test_a_file_without_permission(self, tmp_path: Path) -> None:
        (tmp_path / "a.toml").touch(mode=0)
        assert refused(tmp_path / "a.toml") == "toml.no_permission"

    def test_four_gibibytes_of_nothing(self, tmp_path: Path) -> None:
        with (tmp_path / "a.toml").open("wb") as file:
            file.truncate(4 * 1024**3)
        assert refused(tmp_path / "a.toml") == "toml.too_large"

    def test_the_limit_is_what_is_still_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a.toml"
        for head, size in ((b"x = 1\n", USUAL), (b'kind = "x"\n', RECORD)):
            path.write_bytes(head + b"#" * (size - len(head)))
            assert len(read_toml(path).data) == 1
            path.write_bytes(head + b"#" * (size - len(head) + 1))
            assert refused(path) == "toml.too_large"

    @WITH_PROC
    def test_a_file_that_tells_no_size_is_still_limited(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reader, "most_bytes", lambda _: 0)
        assert refused(Path("/proc/self/environ")) == "toml.too_large"

    @WITH_PROC
    def test_no_descriptor_stays_open(self, tmp_path: Path) -> None:
        (tmp_path / "a.toml").write_text("x = 1\n")
        before = os.listdir("/proc/self/fd")  # noqa: PTH208
        read_toml(tmp_path / "a.toml")
        refused(tmp_path)
        assert os.listdir("/proc/self/fd") == before  # noqa: PTH208


class TestEncodings:
    TEXT = 'title = "品牌方与代运营"\nname = "镕喆"\n'

    @pytest.mark.parametrize(
        ("encoding", "likely"),
        [
            ("gbk", "gbk"),
            ("gb18030", "gbk"),
            ("utf-16", "utf_16"),
            ("utf-16-le", "utf_16"),
            ("utf-16-be", "utf_16"),
            ("big5", "unknown"),
        ],
    )
    def test_other_encodings_are_recognised(self, encoding: str, likely: str) -> None:
        text = 'title = "品牌方與代運營"\n' if encoding == "big5" else self.TEXT
        found = problem(text.encode(encoding))
        assert found.message.key == f"toml.not_utf_8_but_{likely}"
        assert found.help == Message("toml.save_as_utf_8")

    @pytest.mark.parametrize(
        "raw", ['naïve = "café"'.encode("latin-1"), b'x = "\xe5\x93', b"\xff\xfe\xfd"[2:], b"\x80"]
    )
    def test_other_bytes_are_no_utf_8(self, raw: bytes) -> None:
        assert problem(raw).message.key == "toml.not_utf_8_but_unknown"

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_the_first_byte_that_is_no_utf_8_has_its_line(self, mark: bytes) -> None:
        found = problem(mark + 'a = "中"\nb = "中 '.encode() + b'caf\xe9 \xe8"\n')
        assert (found.span, marked(found)) == (Span(2, 11, 1), "é")
        assert found.source_line == 'b = "中 café è"'

    def test_what_is_utf_8_behind_one_bad_byte_is_shown_as_it_is(self) -> None:
        found = problem(b'b = "' + b"\xe9" + '中文"\n'.encode())
        assert (found.source_line, marked(found)) == ('b = "é中文"', "é")

    def test_ascii_in_utf_16_is_not_taken_for_utf_8_with_nuls(self) -> None:
        assert problem("x = 1\n".encode("utf-16-le")).message.key == "toml.not_utf_8_but_utf_16"


SYNTAX = {
    # text: what is wrong, and what the carets stand under
    "x = \n": ("missing_value", ""),
    "x = # later\n": ("missing_value", ""),
    "x\n": ("no_equals", ""),
    "x : 1\n": ("no_equals", ":"),
    "= 1\n": ("no_statement", "="),
    "!\n": ("no_statement", "!"),
    "a..b = 1\n": ("bad_key", ".b"),
    "x = choice\n": ("bad_value", "choice"),
    "x = 2026-13-45\n": ("bad_value", "2026-13-45"),
    "x = 2026-02-30\n": ("bad_date", "2026-02-30"),
    "x = 01\n": ("bad_value", "01"),
    "x = [1.2.3]\n": ("bad_value", "1.2.3"),
    'x = "a" "b"\n': ("after_value", '"b"'),
    "[a] b = 1\n": ("after_value", "b"),
    "[a\n": ("unclosed_header", ""),
    "[[a]\n": ("unclosed_header", "]"),
    'x = "abc\ny = 1\n': ("unclosed_string", '"abc'),
    "x = 'abc\n": ("unclosed_string", "'abc"),
    '"x = 1\n': ("unclosed_string", '"x = 1'),
    'x = """abc\n\n': ("unclosed_string", '"""abc'),
    "a = 1\nx = '''abc\ndef": ("unclosed_string", "'''abc"),
    'x = ["a" "b"]\n': ("unclosed_array", '"b"'),
    "x = { a = 1 b = 2 }\n": ("unclosed_table", "b"),
    "x = { a = 1,\n b = 2 }\n": ("table_over_lines", ""),
    "x = { a = 1\n}\n": ("table_over_lines", ""),
    "x = { a = 1, }\n": ("comma_before_brace", "}"),
    "x = { a = }\n": ("missing_value", "}"),
    "x = { a }\n": ("no_equals", "}"),
    'x = "C:\\Users"\n': ("bad_escape", "\\U"),
    'x = "\\ud800"\n': ("bad_escape", "\\u"),
    'x = """a\nb \\q"""\n': ("bad_escape", "\\q"),
    "x = 'a\x1bb'\n": ("control_character", "\x1b"),
    "# \x00\nx = 1\n": ("control_character", "\x00"),
    "x = 1\rb = 2\n": ("control_character", "\r"),
}


class TestSyntax:
    @pytest.mark.parametrize("text", SYNTAX)
    def test_each_mistake_has_its_message_at_its_place(self, text: str) -> None:
        key, place = SYNTAX[text]
        found = problem(text)
        assert (found.message.key, marked(found)) == (f"toml.{key}", place)

    @pytest.mark.parametrize("text", SYNTAX)
    def test_windows_line_ends_change_nothing(self, text: str) -> None:
        windows = problem(text.replace("\n", "\r\n"))
        assert (windows.span, windows.message) == (problem(text).span, problem(text).message)

    @pytest.mark.parametrize(
        ("text", "place", "name", "line"),
        [
            ("a = 1\nb = 2\na = 3\n", "a", "a", 1),
            ("[a]\nx = 1\n[b]\n[a]\n", "[a]", "a", 1),
            ("\n[q.x]\n[q.y]\n[q.x]\n", "[q.x]", "q.x", 2),
            ("a = 1\na.b = 2\n", "a.b", "a.b", 1),
            ("a = 1\n[a.b]\n", "[a.b]", "a.b", 1),
            ("t = { a = 1, a = { c = 2 } }\n", "a", "a", 1),
            ("\n[a]\nb = { c = 1 }\n[a.b]\n", "[a.b]", "a.b", 3),
            ("[[a]]\n[a]\n", "[a]", "a", 1),
            ("[a.b]\n[a]\nb.c = 1\n", "b.c", "b.c", 1),
            ("[[a]]\nx = 1\n[[a]]\nx = 1\ny = 1\nx = 2\n", "x", "x", 4),
        ],
    )
    def test_what_is_defined_twice_names_the_first_place(
        self, text: str, place: str, name: str, line: int
    ) -> None:
        found = problem(text)
        expected = Message("toml.defined_twice", {"name": name, "line": str(line)})
        assert (marked(found).strip(), found.message) == (place, expected)

    def test_an_array_left_open_is_named_where_the_next_header_stops_it(self) -> None:
        found = problem('x = [\n  "a",\n  "b"\n\n[next]\ny = 1\n')
        assert found.span == Span(5, 1, 5)
        assert found.help == Message("toml.still_open", {"line": "1"})

    @pytest.mark.parametrize("text", ["价格 = 1\n", "name.中文 = 1\n", "[party.品牌]\n"])
    def test_letters_beyond_ascii_need_quotes(self, text: str) -> None:
        found = problem(text)
        assert found.help == Message("toml.quote_it")
        assert marked(found) in {"价格", "中文", "品牌"}

    @pytest.mark.parametrize(
        ("text", "place", "wanted"),
        [
            ("title = “品牌”\n", "“", '"'),
            ("title = ‘品牌’\n", "‘", "'"),
            ('title ＝ "品牌"\n', "＝", "="),
            ('title： "品牌"\n', "：", "="),
            ('x = ["a"，"b"]\n', "，", ","),
            ('x = { a = 1， b = "，" }\n', "，", ","),
            ("x = ［1]\n", "［", "["),
            ("x = [1］\n", "］", "]"),
            ("［party]\n", "［", "["),
            ("[party。brand]\n", "。", "."),
            ("x = ｛ a = 1 }\n", "｛", "{"),
            ("＃ note\n", "＃", "#"),
            ('x = "，" ＃ note\n', "＃", "#"),
        ],
    )
    def test_signs_of_a_chinese_input_method_are_named(
        self, text: str, place: str, wanted: str
    ) -> None:
        found = problem(text)
        assert marked(found) == place
        assert found.help == Message("toml.full_width", {"found": place, "wanted": wanted})

    def test_a_text_closed_by_full_width_quotes_is_marked_whole(self) -> None:
        found = problem('a = "，"\ntitle = "品牌”\nb = 1\n')
        assert (found.span, marked(found)) == (Span(2, 9, 4), '"品牌”')
        assert found.help == Message("toml.full_width", {"found": "”", "wanted": '"'})

    def test_a_full_width_blank_has_its_own_words(self) -> None:
        found = problem("x = 1\u3000\n")
        assert (marked(found), found.help) == ("\u3000", Message("toml.full_width_blank"))

    @pytest.mark.parametrize(
        ("text", "place", "code"),
        [
            ("\u00a0x = 1\n", "\u00a0", "U+00A0 (no-break space)"),
            ("x =\u00a01\n", "\u00a0", "U+00A0 (no-break space)"),
            ('x = "a"\u2009\n', "\u2009", "U+2009 (thin space)"),
            ("x = 5\u202f # five\n", "\u202f", "U+202F (narrow no-break space)"),
            ("a = [1,\u00a02]\n", "\u00a0", "U+00A0 (no-break space)"),
            ("[a]\u2003\n", "\u2003", "U+2003 (em space)"),
            ("x = \u200b1\n", "\u200b", "U+200B (zero width space)"),
            ("y = 1\n\ufeff[a]\n", "\ufeff", "U+FEFF (byte order mark)"),
            ("x\u00ad = 1\n", "\u00ad", "U+00AD (soft hyphen)"),
            ("x\u3164 = 1\n", "\u3164", "U+3164 (hangul filler)"),
        ],
    )
    def test_what_nobody_sees_is_named(self, text: str, place: str, code: str) -> None:
        found = problem(text)
        assert (marked(found), found.help and found.help.values) == (place, {"code": code})

    @pytest.mark.parametrize(
        ("text", "place", "wanted"),
        [
            ("x = «a»\n", "«", '"'),
            ("x = 「a」\n", "「", '"'),
            ("x = „a“\n", "„", '"'),
            ("x = `a`\n", "`", '"'),
            ('x: "a"\n', ":", "="),
            ('x = { "a": 1 }\n', ":", "="),
            ('x = ["a"; "b"]\n', ";", ","),
            ("x = 1 // one\n", "//", "#"),
            ("// note\n", "//", "#"),
        ],
    )
    def test_signs_of_other_languages_are_named(self, text: str, place: str, wanted: str) -> None:
        expected = Message("toml.type_instead", {"found": place, "wanted": wanted})
        assert problem(text).help == expected

    @pytest.mark.parametrize(
        ("text", "sign"),
        [
            ('x => "a"\n', ">"),
            ("x == 1\n", "="),
            ('x = "a";\n', ";"),
            ('x = "a"；\n', "；"),
            ('x = "a",\n', ","),
            ('x = （"a")\n', "（"),
        ],
    )
    def test_signs_that_are_too_many_are_named(self, text: str, sign: str) -> None:
        assert problem(text).help == Message("toml.delete_sign", {"found": sign})

    @pytest.mark.parametrize(
        ("written", "number"),
        [
            ("5%", "5"),
            ("5 %", "5"),
            ("1％", "1"),
            ("¥100", "100"),
            ("30天", "30"),
            ("30 days", "30"),
            ("10,000", "10000"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,234.5", "1234.5"),
            ("0,5", "0.5"),
            ("-2,25", "-2.25"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("１００", "100"),
            ("−1", "-1"),
            ("–1", "-1"),
            ("10万", "100000"),
            ("1.5亿元", "150000000"),
            ("10k", "10000"),
            ("3千克", "3"),
            ("5 kinds", "5"),
        ],
    )
    @pytest.mark.parametrize("around", ["x = {}\n", "x = {} # why\n", "x = {{ a = {} }}\n"])
    def test_a_number_that_people_read_is_written_for_them(
        self, written: str, number: str, around: str
    ) -> None:
        found = problem(around.format(written))
        assert (found.message.key, marked(found)) == ("toml.bad_value", written)
        assert found.help == Message("toml.write_number", {"number": number})

    @pytest.mark.parametrize(
        ("written", "key", "value"),
        [
            ("True", "true_or_false", "true"),
            ("FALSE", "true_or_false", "false"),
            ("yes", "true_or_false", "true"),
            ("off", "true_or_false", "false"),
            ("否", "true_or_false", "false"),
            ("null", "leave_out", "null"),
            ("choice", "quote_text", '"choice"'),
            ("our own words", "quote_text", '"our own words"'),
            ("考核指标", "quote_text", '"考核指标"'),
            ("1.2.3", "one_number", '"1.2.3"'),
            ("0-100", "one_number", '"0-100"'),
            ("10m", "one_number", '"10m"'),
            ("a" * 70, "quote_text", '"…"'),
        ],
    )
    def test_a_word_without_quotes_gets_its_mend(self, written: str, key: str, value: str) -> None:
        found = problem(f"x = {written} # why\n")
        assert (found.message.key, marked(found)) == ("toml.bad_value", written)
        assert found.help is not None
        assert found.help.key == f"toml.{key}"
        assert value in found.help.values.values()

    def test_a_quote_within_a_text_is_told(self) -> None:
        found = problem('x = { a = "the "best" one" }\n')
        assert (marked(found), found.help) == ('best"', Message("toml.quote_inside"))

    @pytest.mark.parametrize("header", ['["a.b]\n', '[a."b]\n', "['a.b]\n", '["a"."b]\n'])
    def test_a_quote_that_is_open_in_a_header_is_named(self, header: str) -> None:
        found = problem(header)
        quote = "'" if "'" in header else '"'
        assert found.message == Message("toml.unclosed_string", {"quote": quote})
        assert marked(found).startswith(quote)

    @pytest.mark.parametrize("text", ["[a.b]\n[[a]]\n", "[a]\nx = 1\n[[a]]\n", "[q.a]\n[[q.a]]\n"])
    def test_double_brackets_over_a_table_are_told(self, text: str) -> None:
        found = problem(text)
        name = marked(found).strip("[]")
        assert found.message == Message("toml.list_and_table", {"name": name, "line": "1"})
        assert found.help == Message("toml.single_brackets", {"name": name})

    def test_full_width_signs_within_texts_and_comments_are_not_blamed(self) -> None:
        assert problem('x = "“，”＝" y # ：\n').help is None

    def test_words_of_tomllib_that_are_new_are_passed_on(self) -> None:
        class NewError(tomllib.TOMLDecodeError):
            pass

        source = SourceText("a.toml", "x = 1\ny = 2\n")
        fault = syntax_errors.fault_of(source, NewError("Quite new (at line 2, column 5)"))
        found = syntax_errors.diagnose(source, fault)
        assert found.message == Message("toml.syntax", {"words": "Quite new"})
        assert found.span == Span(2, 5, 1)


SIGNS = ["a", "=", "=", "1", '"x"', '"', "'", "[", "]", "{", "}", ",", ".", "\n", "\r\n", " ", "#"]
SNIPPETS = st.sampled_from(
    [
        *SIGNS,
        '"""',
        "“",
        "＝",
        "中",
        "\\",
        "\x1b",
        "\r",
        "b.c",
        "[a]\n",
        "a = 1\n",
        "nan",
        "2026-01-01",
    ]
)


_GAPS = re.compile(r"\{\w+\}")
"""What a message has no word for; a text may hold it, too."""


@given(st.lists(SNIPPETS, max_size=12).map("".join))
def test_every_text_is_read_or_gets_messages_that_stand_in_it(text: str) -> None:
    try:
        parse_toml(text.encode(), "a.toml")
    except InvalidFile as invalid:
        for found in invalid.diagnostics:
            assert found.span is not None
            assert 1 <= found.span.line <= text.count("\n") + 1
            assert 1 <= found.span.column <= len(found.source_line) + 2
            for language in LANGUAGES:
                told = as_text(found, Phrases(language).say)
                assert _GAPS.findall(told) == [] or _GAPS.search(text)  # then it is shown


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        parse_toml(raw, "a.toml")
    except InvalidFile as invalid:
        assert invalid.diagnostics


class TestShape:
    @pytest.mark.parametrize(
        ("text", "key", "column"),
        [
            ("x" + ".x" * 20_000 + " = 1", "too_many_parts", 1),
            ("x" + ".x" * 20_000, "too_many_parts", 1),
            ("[x" + ".x" * 20_000 + "]", "too_many_parts", 1),
            ("[[x" + ".x" * 20_000, "too_many_parts", 1),
            ("y = [{ 'a'" + ' . "b"' * 40 + " = 1 }]", "too_many_parts", 8),
            ("x = " + "[" * 100_000, "too_deep", 69),
            ("x = " + "{a=" * 100_000, "too_deep", 195),
            ("x = [" + "[" * 65 + "]" * 66, "too_deep", 69),
            ("x = " + "1" * 1_000_000, "number_too_long", 5),
            ("x = 0x" + "f" * 1_000_000, "number_too_long", 5),
            ("x = [0." + "1" * 2000 + "]", "number_too_long", 6),
            ("x = [" + "1," * 200_001 + "]", "too_many_items", 400_002),
        ],
    )
    def test_it_is_refused_before_it_is_parsed(self, text: str, key: str, column: int) -> None:
        found = problem(text)
        assert found.message.key == f"toml.{key}"
        assert found.span is not None
        assert found.span.column == column

    def test_headers_without_end(self) -> None:
        text = "".join(f"[t{number}]\n" for number in range(limits.MOST_TABLES + 2))
        found = problem(text)
        assert found.message.key == "toml.too_many_tables"
        assert found.span is not None
        assert found.span.line == limits.MOST_TABLES + 1

    def test_lines_without_end(self) -> None:
        found = problem("#\n" * (limits.MOST_LINES + 2))
        assert found.message.key == "toml.too_many_lines"
        assert found.span is not None
        assert found.span.line == limits.MOST_LINES + 1

    def test_headers_that_build_deep_tables(self) -> None:
        text = "".join(f"[t{number}{'.a' * 31}]\n" for number in range(10_000))
        assert problem(text).message.key == "toml.too_many_tables"

    @pytest.mark.parametrize(
        "text",
        [
            ".".join("x" * 32) + " = 1",
            "[" + ".".join("x" * 32) + "]\n" + ".".join("y" * 32) + " = 1\n",
            "x = " + "[" * 64 + "]" * 64,
            'x = "' + "." * 100 + "[" * 100 + "1" * 2000 + '"',
            "x = '''\n" + "[" * 100 + "\n" + "x." * 40 + "'''",
            "# " + "[" * 1000 + "x." * 1000 + "1" * 2000,
            '"' + "a." * 40 + '" = 1',
            "x = [" + "[], " * 100 + "]",
            "".join(f"[a{number}]\nx = [1]\n" for number in range(100)),
        ],
    )
    def test_what_is_within_the_limits_or_only_text_is_read(self, text: str) -> None:
        parse_toml(text.encode(), "a.toml")

    def test_the_limit_of_depth_holds_over_headers_keys_and_brackets_together(self) -> None:
        header, key = ".".join("h" * 30), ".".join("k" * 30)
        parse_toml(f"[{header}]\n{key} = [[[[]]]]".encode(), "a.toml")
        text = f"[{header}]\n{key} = {'[' * 6}{']' * 6}"
        assert problem(text).message.key == "toml.too_deep"

    def test_the_limit_of_size_holds_for_bytes_too(self) -> None:
        assert problem(b"#" * (USUAL + 1)).message.key == "toml.too_large"


class TestContent:
    def test_everything_unfit_is_reported_at_once_at_its_place(self) -> None:
        found = problems(
            "a = nan\n"
            "b = [1, -inf, { c = 9007199254740992 }]\n"
            'd = "x\\u202ey"\n'
            '"k\\u001b" = 1\n'
            "e = 1e400\n"
            "f = -9007199254740991.5\n"
            f"g = 0.{'0' * 20}1\n"
            f'h = "{"y" * 4001}"\n'
            "i = 1e99999999999999999999\n"
            "[t]\n"
            "j = 0xffffffffffffffffffff\n"
        )
        assert [(each.message.key.removeprefix("toml."), marked(each)[:9]) for each in found] == [
            ("not_finite", "nan"),
            ("not_finite", "-inf"),
            ("number_out_of_range", "900719925"),
            ("unwanted_character", '"x\\u202ey'),
            ("unwanted_character", '"k\\u001b"'),
            ("number_out_of_range", "1e400"),
            ("number_out_of_range", "-90071992"),
            ("too_many_decimals", "0.0000000"),
            ("text_too_long", '"yyyyyyyy'),
            ("number_out_of_range", "1e9999999"),
            ("number_out_of_range", "0xfffffff"),
        ]

    def test_the_first_unwanted_character_is_named(self) -> None:
        found = problem('x = "a\\r\\nb\\u0007\\u202e"')
        assert found.message == Message("toml.unwanted_character", {"code": "U+0007"})

    @pytest.mark.parametrize(
        "text",
        [
            "x = 9007199254740991\ny = -9007199254740991\n",
            "x = 0.1\ny = -0.0\nz = 1e3\n",
            'x = "a\\tb\\nc"\n',
            f'x = "{"中" * 4000}"\n',
            "x = 1979-05-27T07:32:00Z\ny = true\n",
        ],
    )
    def test_what_is_fit_is_read(self, text: str) -> None:
        parse_toml(text.encode(), "a.toml")

    def test_there_is_an_end_to_what_is_reported(self) -> None:
        assert len(problems("x = [" + "nan," * 5000 + "]")) == reader.MOST_FAULTS


class TestProblem:
    FILE = parse_toml(b'[question.q]\ntype = "choise"\n', "a.toml")
    PATH = ("question", "q", "type")

    def test_a_problem_is_at_the_value_the_key_or_the_header(self) -> None:
        message = Message("check.x")
        value = self.FILE.problem(self.PATH, message)
        assert (value.file, value.severity, value.message) == ("a.toml", Severity.ERROR, message)
        assert marked(value) == '"choise"'
        assert marked(self.FILE.problem(self.PATH, message, at="key")) == "type"
        assert marked(self.FILE.problem(self.PATH[:2], message, at="header")) == "[question.q]"

    def test_it_carries_its_help_and_severity(self) -> None:
        mend = Message("check.mend")
        found = self.FILE.problem(
            self.PATH, Message("check.x"), help=mend, severity=Severity.WARNING
        )
        assert (found.help, found.severity) == (mend, Severity.WARNING)


def test_every_message_is_in_the_catalogue_in_both_languages() -> None:
    folder = Path(reader.__file__).parent
    used = {
        key
        for module in (reader, limits, syntax_errors, values)
        for key in re.findall(r'"(toml\.\w+)"', Path(module.__file__ or folder).read_text())
    }
    assert len(used) > 35
    assert all(entries()[key].keys() == {"zh-CN", "en"} for key in used)
