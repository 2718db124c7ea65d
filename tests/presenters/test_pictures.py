"""Pictures in cells: never wider than the room, no figure lost, marks in their place."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tui.domain.answers import NonAnswer
from tui.domain.pictures import DumbbellPicture, LinePicture, Picture
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.report_builder import report
from tui.domain.values import number_text
from tui.domain.verdict import Verdict
from tui.i18n import Language, Phrases
from tui.phrasing.marks import ASCII, UNICODE, Marks
from tui.presenters.pictures import WIDEST, Ink, picture_rows
from tui.text.width import cell_width
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Row

D = Decimal
NAMES = ("Atelier Vaudrenne", "屿舟电商")
WIDTHS = (40, 56, 72, 80)


def appearance(language: Language = Language.ENGLISH, marks: Marks = UNICODE) -> Appearance:
    return Appearance(Phrases(language), marks, colours(DARK))


def picture_of(question: AnyQuestion, first: object, second: object) -> tuple[Any, Verdict]:
    """Return the picture of two answers, with the verdict."""
    brand, agency = ({"q": b.answer(said)} for said in (first, second))
    found = report(b.session(question, brand=brand, agency=agency)).questions[0]
    return found.picture, found.verdict


def rows_of(
    question: AnyQuestion,
    first: object,
    second: object,
    width: int = 72,
    names: Sequence[str] = NAMES,
    marks: Marks = UNICODE,
    languages: Sequence[str] = ("en", "zh-CN"),
) -> list[Row]:
    picture, verdict = picture_of(question, first, second)
    ink = Ink(appearance(Language(languages[0]), marks), names, languages, width, verdict)
    return picture_rows(picture, ink)


def lines_of(*asked: Any, **more: Any) -> list[str]:
    """Return a picture as text."""
    return [row.content.plain.rstrip() for row in rows_of(*asked, **more)]


def number(tolerance: int = 0, near: int = 0, **more: Any) -> AnyQuestion:
    days: dict[str, Any] = {"unit": b.both("days", "天"), "unit_one": b.both("day", "天")}
    return b.number(by=b.measure(0, 1000, tolerance=tolerance, near=near, **days), **more)


def test_a_number_stands_on_its_axis_with_the_rulers_below() -> None:
    assert lines_of(number(7, 30), D(10), D(7)) == [
        "                                    ● 10 days Atelier Vaudrenne",
        "┼─────────────────┼──────━━━━━━━━━━━━────────────────┼─────────────────┼",
        "                         ◆ 7 days 屿舟电商",
        "0                 5                 10               15               20",
        "├────────────────────────┤ 7 days: agreed   30 days: near",
    ]


def test_equal_answers_face_each_other_and_have_no_stretch() -> None:
    above, axis, below, _ = lines_of(number(), D(30), D(30))
    assert above.index("●") == below.index("◆")
    assert UNICODE.bar not in axis


def test_close_answers_on_one_cell_have_no_stretch_and_exact_figures() -> None:
    above, axis, below, _ = lines_of(number(), D(800), D(801), names=("A", "B"))
    assert above.index("●") == below.index("◆")
    assert "800 days" in above
    assert "801 days" in below
    assert UNICODE.bar not in axis


def test_a_scale_has_its_numbers_on_the_line_and_both_languages_below() -> None:
    low = b.both("All on sales now", "全力冲眼前的 GMV")
    high = b.both("All on the long-term brand", "全力做长期品牌")
    scale = b.scale(low=low, high=high)
    assert lines_of(scale, 4, 2) == [
        "                                 Atelier Vaudrenne 4 ●",
        "1 ─────────────── 2 ━━━━━━━━━━━━━━━ 3 ━━━━━━━━━━━━━━ 4 ─────────────── 5",
        "                  ◆ 2 屿舟电商",
        "All on sales now                              All on the long-term brand",
        "全力冲眼前的 GMV                                          全力做长期品牌",
    ]


def test_days_stand_on_an_axis_with_months_below() -> None:
    above, axis, below, ticks, rulers = lines_of(b.day(), date(2026, 3, 2), date(2026, 5, 20))
    assert "● Mon 2 Mar 2026 Atelier Vaudrenne" in above
    assert UNICODE.bar in axis
    assert "屿舟电商 Wed 20 May 2026 ◆" in below
    assert ticks.split("  ")[0].strip() == "1 Feb"
    assert rulers.endswith("14 days: near")
    told = lines_of(b.day(), date(2026, 3, 2), date(2026, 3, 2), languages=("zh-CN",))
    assert "2026年3月2日 周一" in told[0]


def test_what_a_level_means_stands_beside_the_mark_or_in_a_row_of_its_own() -> None:
    levels = b.both("Never", "从不"), b.both("A long meaning " * 4, "长"), b.both("Always", "总是")
    scale = b.scale(maximum=3, low=levels[0], high=levels[-1], levels=levels)
    told = lines_of(scale, 1, 3)
    assert told[0] == "● 1 Never Atelier Vaudrenne"
    assert told[2].endswith("屿舟电商 3 Always ◆")
    told = lines_of(scale, 2, 3)
    assert told[0].startswith("2 A long meaning A long")


@pytest.mark.parametrize(
    ("first", "second", "shaded", "dotted"),
    [
        ((50, 100), (60, 100), True, False),
        ((10, 20), (20, 30), True, False),
        ((10, 20), (30, 40), False, True),
        ((10, 20), (21, 30), False, True),
    ],
)
def test_what_ranges_have_in_common_is_shaded_and_a_gap_dotted(
    first: Any, second: Any, shaded: bool, dotted: bool
) -> None:
    axis = lines_of(b.ranged(), b.span(*first), b.span(*second))[1]
    assert (UNICODE.shade in axis) is shaded
    assert (UNICODE.gap in axis) is dotted


def test_a_touch_is_one_cell() -> None:
    assert lines_of(b.ranged(), b.span(10, 20), b.span(20, 30))[1].count(UNICODE.shade) == 1


def test_a_range_beyond_the_valid_numbers_is_drawn_whole() -> None:
    figure, bar, *_, ticks = lines_of(
        b.ranged(by=b.measure(0, 300)), b.span(0, 300), b.span(10, 20)
    )
    assert figure == "0–300"
    assert bar == f"●{UNICODE.bar * 70}●"
    assert ticks.endswith("300")


def test_twelve_choices_take_a_row_each_with_both_marks() -> None:
    ids = "a b c d e f g h i j k l"
    lines = lines_of(b.choice(ids=ids), "a", "l")
    assert len(lines) == 12
    assert lines[0].startswith("● ·  A")
    assert lines[-1].startswith("· ◆  L")
    lines = lines_of(b.ranking(ids=ids), tuple(ids.split()), tuple(reversed(ids.split())))
    assert len(lines) == 13
    lines = lines_of(b.multi(ids=ids), ("a", "b"), tuple(ids.split()), width=40)
    assert all(cell_width(line) <= 40 for line in lines)


def test_undecided_is_a_row_of_its_own_and_no_option() -> None:
    *options, last = lines_of(b.owner(), NonAnswer.UNDECIDED, "agency")
    assert all("●" not in line for line in options)
    assert last == "● ·  undecided"


@pytest.mark.parametrize(
    "question",
    [b.scale(), b.number(), b.ranged(), b.allocation(), b.ranking(), b.multi(), b.text()],
    ids=lambda question: str(question.kind),
)
def test_who_has_not_settled_is_told_by_mark_and_word(question: AnyQuestion) -> None:
    value = {
        Kind.SCALE: 3,
        Kind.NUMBER: D(3),
        Kind.RANGE: b.span(3, 4),
        Kind.ALLOCATION: b.split("50/50/0"),
        Kind.RANKING: tuple("abcde"),
        Kind.MULTI: ("a",),
        Kind.TEXT: "words",
    }[question.kind]
    text = "\n".join(lines_of(question, value, NonAnswer.UNDECIDED))
    assert "undecided" in text
    assert "◆" in text


def test_near_options_are_joined() -> None:
    lines = lines_of(b.choice(near=("b c",)), "c", "a")
    assert "near" in "".join(lines)
    assert UNICODE.bracket[0] in lines[1]
    assert UNICODE.bracket[2] in lines[2]


def test_in_ascii_no_other_sign_is_drawn() -> None:
    for question, first, second in (
        (number(7, 30), D(10), D(7)),
        (b.ranged(), b.span(10, 20), b.span(30, 40)),
        (b.scale(), 2, 4),
        (b.choice(near=("b c",)), "c", "a"),
        (b.ranking(), tuple("abcde"), tuple("badce")),
    ):
        text = "".join(
            lines_of(question, first, second, marks=ASCII, names=("A", "B"), languages=("en",))
        )
        assert text.replace("–", "").isascii(), text


def test_a_name_gives_way_to_the_unit_and_the_unit_to_the_figure() -> None:
    long = ("A name that is much too long to stand beside any mark", "屿舟电商" * 12)
    above, _, below, _ = lines_of(number(), D(500), D(500), width=40, names=long)
    assert above.strip() == "● 500 days"
    assert below.strip() == "◆ 500 days"


def test_a_figure_without_room_beside_its_mark_stands_in_a_row_of_its_own() -> None:
    vast = b.number(by=b.measure(0, 10**20))
    value = D(12345678901234567890)
    text = "".join(lines_of(vast, value, value, width=40))
    assert text.count(number_text(value)) == 2


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("meeting", [(10, 30, 20, 40), (1, 100, 1, 100), (50, 51, 51, 90)], ids=str)
def test_a_private_picture_is_the_same_whatever_the_figures(
    meeting: tuple[int, int, int, int], width: int
) -> None:
    low, high, other_low, other_high = meeting
    question = b.ranged(privacy=Privacy.OVERLAP)
    lines = lines_of(question, b.span(low, high), b.span(other_low, other_high), width=width)
    assert lines == lines_of(question, b.span(0, 1), b.span(0, 1), width=width)
    assert not any(character.isdigit() for line in lines for character in line)
    apart = lines_of(question, b.span(0, 1), b.span(98, 100), width=width)
    assert apart == lines_of(question, b.span(40, 50), b.span(51, 60), width=width)
    assert apart != lines


def test_a_room_that_is_too_low_for_two_languages_has_the_first_alone() -> None:
    question = b.ranking()
    picture, verdict = picture_of(question, tuple("abcde"), tuple("badce"))
    long = {text: b.both(text * 30) for text in "abcde"}
    rows = tuple(type(row)(long[row.label["en"].lower()], row.places) for row in picture.rows)
    ink = Ink(appearance(), NAMES, ("en", "zh-CN"), 72, verdict)
    tall = DumbbellPicture(axis=picture.axis, rows=rows, absent=(None, None), is_ranking=True)
    assert len(picture_rows(tall, ink, room=12)) < len(picture_rows(tall, ink))


def marks_in(row: Row, mark: str) -> list[int]:
    """Return the cells at which a mark stands."""
    text = row.content.plain
    return [cell_width(text[:at]) for at, sign in enumerate(text) if sign == mark]


PLAIN_NAMES = st.sampled_from([NAMES, ("A", "B"), ("屿舟电商" * 5, "Atelier " * 6), ("", "")])


@draw.quick
@given(draw.pairs(tuple(Kind)), st.integers(26, 100), PLAIN_NAMES, st.sampled_from(Language))
def test_no_row_is_wider_than_the_room_and_no_figure_is_lost(
    pair: tuple[AnyQuestion, Any, Any],
    width: int,
    names: tuple[str, str],
    language: Language,
) -> None:
    question, first, second = pair
    picture, verdict = picture_of(question, first, second)
    tags = (language, *(tag for tag in b.LANGUAGES if tag != language))
    for marks in (UNICODE, ASCII):
        ink = Ink(appearance(language, marks), names, tags, width, verdict)
        rows = picture_rows(picture, ink, indent=1)
        assert rows
        for row in rows:
            assert row.content.cell_length <= min(width, WIDEST + 1)
        text = " ".join(row.content.plain for row in rows)
        assert_told(picture, text)


def assert_told(picture: Picture, text: str) -> None:
    """Assert that every figure stands in a drawn picture."""
    match picture:
        case LinePicture():
            numbers = [end for span in picture.spans if span for end in (span.low, span.high)]
        case DumbbellPicture():
            numbers = [place for row in picture.rows for place in row.places if place is not None]
        case _:
            return
    for each in numbers:
        assert any(figure in text for figure in b.figures(picture.axis, each))


@draw.quick
@given(draw.pairs((Kind.NUMBER, Kind.RANGE, Kind.SCALE)), st.sampled_from(WIDTHS))
def test_marks_stand_where_the_rounding_rule_says(
    pair: tuple[AnyQuestion, Any, Any], width: int
) -> None:
    question, first, second = pair
    picture, verdict = picture_of(question, first, second)
    assert isinstance(picture, LinePicture)
    ink = Ink(appearance(), ("A", "B"), ("en",), width, verdict)
    rows = picture_rows(picture, ink)
    axis = next((at for at, row in enumerate(rows) if "┼" in row.content.plain), 1)
    for index, mark in enumerate(ink.marks):
        span = picture.spans[index]
        assert span is not None
        cells = {
            int((picture.axis.place(end) * (width - 1)).to_integral_value(ROUND_HALF_UP))
            for end in (span.low, span.high)
        }
        # Right above and right below the axis; a figure may have rows of its own farther away.
        assert set(marks_in(rows[axis - 1 + 2 * index], mark)) == cells


@draw.quick
@given(
    draw.pairs(tuple(kind for kind in Kind if kind is not Kind.RANKING)), st.sampled_from(WIDTHS)
)
def test_swapping_the_parties_swaps_their_marks_and_nothing_else(
    pair: tuple[AnyQuestion, Any, Any], width: int
) -> None:
    question, first, second = pair
    ours = lines_of(question, first, second, width=width, names=("Same", "Same"))
    theirs = lines_of(question, second, first, width=width, names=("Same", "Same"))
    assert len(ours) == len(theirs)
    axes = [next((at for at, line in enumerate(x) if "┼" in line), 0) for x in (ours, theirs)]
    if axes == [1, 1]:  # else a figure has rows of its own, away from the axis
        swapped = str.maketrans("●◆", "◆●")
        assert [line.translate(swapped) for line in (theirs[2], theirs[1], theirs[0])] == ours[:3]
        assert theirs[3:] == ours[3:]
