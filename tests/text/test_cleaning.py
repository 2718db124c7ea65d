"""Foreign text made safe, and texts in several languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.values import number_text, plain_number
from tui.text.cleaning import clean, is_clean, one_line

HOSTILE = {
    "window title": ("a\x1b]0;pwned\x07b", "a]0;pwnedb"),
    "clipboard": ("\x1b]52;c;aGk=\x1b\\", "]52;c;aGk=\\"),
    "link": ("\x1b]8;;https://x\x1b\\y", "]8;;https://x\\y"),
    "clear the screen": ("\x1b[2Jx", "[2Jx"),
    "C1 sequences": ("\x9b2J\x9d0;x\x9c", "2J0;x"),
    "NUL, backspace, delete": ("a\x00b\x08c\x7fd", "abcd"),
    "right to left override": ("abc\u202etxt.exe", "abctxt.exe"),
    "bidi isolates": ("\u2066a\u2069\u200e\u200f\u061c", "a"),
    "invisible": ("a\u200b\u2060\ufeffb", "ab"),
    "line and paragraph separators": ("a\u2028b\u2029c", "abc"),
    "tags": ("a\U000e0041\U000e007fb", "ab"),
    "annotations": ("a\ufff9b\ufffac\ufffb", "abc"),
    "no characters": ("a\ufffe\uffffb", "ab"),
    "lone surrogate": ("a\ud800b", "ab"),
    "line ends": ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
    "decomposed": ("e\u0301", "é"),
    "parted by an invisible": ("e\u200b\u0301", "é"),
}
HARMLESS = [
    "[b]bold[/b] {x}",
    "=1+1",
    "品牌方，多快好省“”＝",
    "👩\u200d👧",
    "naïve",
    "a\n\tb",
    "<b>&amp;",
]


@pytest.mark.parametrize(("text", "cleaned"), HOSTILE.values(), ids=HOSTILE)
def test_what_could_act_on_a_terminal_is_left_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert is_clean(clean(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_odd_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert is_clean(text)


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - {"line ends", "decomposed"}))
def test_text_with_something_to_leave_out_is_not_clean(name: str) -> None:
    assert not is_clean(HOSTILE[name][0])


def test_line_ends_of_any_system_are_clean() -> None:
    assert is_clean("a\r\nb\nc")


_ODD = st.sampled_from("".join(text for text, _ in HOSTILE.values()))
_TEXTS = st.lists(_ODD | st.integers(0, 0x10FFFF).map(chr), max_size=20).map("".join)


@draw.quick
@given(_TEXTS)
def test_cleaning_is_done_once_and_gives_composed_text(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert is_clean(cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    left = {unicodedata.category(character) for character in cleaned if character not in "\n\t"}
    assert left.isdisjoint({"Cc", "Cs", "Zl", "Zp"})


@draw.quick
@given(_TEXTS)
def test_a_name_is_one_line_without_idle_blanks(text: str) -> None:
    name = one_line(text)
    assert name == " ".join(name.split())
    assert one_line(name) == name


TITLE = LocalizedText({"zh-CN": "品牌方", "en": "Brand"})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", "品牌方"),
        ("zh-TW", "品牌方"),
        ("en", "Brand"),
        ("en-GB", "Brand"),
        ("fr", "品牌方"),
    ],
)
def test_a_text_comes_in_the_nearest_language(language: str, words: str) -> None:
    assert TITLE[language] == words


def test_no_text_is_empty_in_every_language() -> None:
    assert (NO_TEXT["en"], bool(NO_TEXT), bool(TITLE)) == ("", False, True)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{brand} and {agency}", "Lumière and {brand}"),
        ("{nobody} {Brand} {} {brand", "{nobody} {Brand} {} {brand"),
        ("{{brand}}", "{Lumière}"),
        ("{brand.name} {brand!r} {0} %s", "{brand.name} {brand!r} {0} %s"),
    ],
)
def test_placeholders_are_filled_literally_and_once(text: str, filled: str) -> None:
    names = {"brand": "Lumière", "agency": "{brand}"}
    assert b.both(text, text).format(names) == b.both(filled, filled)


@pytest.mark.parametrize("name", [r"\1", r"\g<0>", "{agency}", "[b]x[/b]", "$&"])
def test_a_name_is_never_taken_for_a_pattern(name: str) -> None:
    assert b.both("to {brand}").format({"brand": name})["en"] == f"to {name}"


@pytest.mark.parametrize(
    ("number", "text"),
    [("30.0", "30"), ("2.50", "2.5"), ("3E+6", "3000000"), ("0.00", "0"), ("-0.10", "-0.1")],
)
def test_a_number_is_written_without_exponent_and_idle_zeros(number: str, text: str) -> None:
    assert number_text(D(number)) == text
    assert plain_number(D(number)) == D(number)
