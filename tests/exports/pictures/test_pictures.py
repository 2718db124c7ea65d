"""Pictures as markup: well formed, safe in a page that forbids scripts and inline styles, true."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tui.domain.answers import NonAnswer
from tui.domain.pictures import DumbbellPicture, LinePicture, Picture
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.report_builder import report
from tui.exports.pictures import PICTURE_CSS, picture_html
from tui.exports.pictures.labels import NARROW, WIDE
from tui.formats.report import read_report
from tui.i18n import LANGUAGES, Language, Phrases
from tui.text.width import cell_width

D = Decimal
NAMES = ("Atelier Vaudrenne", "屿舟电商")
BOTH = (Phrases(Language.ENGLISH), Phrases(Language.CHINESE))
HOSTILE = "<script>alert(1)</script> & \"'>\u202e"
IDS = "a b c d e f g h i j k l"
UNDECIDED = NonAnswer.UNDECIDED
DAYS: dict[str, Any] = {"unit": b.both("days", "天"), "unit_one": b.both("day", "天")}


def picture_of(question: AnyQuestion, first: object, second: object) -> Picture:
    brand, agency = ({"q": b.answer(said)} for said in (first, second))
    found = report(b.session(question, brand=brand, agency=agency)).questions[0].picture
    assert found is not None
    return found


def markup_of(*asked: Any, names: tuple[str, str] = NAMES) -> str:
    """Return a picture as markup, which every test holds to what a page needs."""
    markup = picture_html(picture_of(*asked), names, BOTH)
    assert_safe(markup)
    return markup


def assert_safe(markup: str) -> None:
    root = ET.fromstring(markup)
    for node in root.iter():
        assert node.tag not in {"script", "style", "link", "image", "a", "use"}
        for name, value in node.attrib.items():
            assert name not in {"style", "href", "src", "id"}
            assert not name.startswith("on")
            assert "url(" not in value


def drawn(*asked: Any, **more: Any) -> ET.Element:
    return ET.fromstring(markup_of(*asked, **more))


def number(tolerance: int = 0, near: int = 0, **more: Any) -> AnyQuestion:
    return b.number(by=b.measure(0, 1000, tolerance=tolerance, near=near, **DAYS), **more)


def named(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements of a class."""
    return (node for node in root.iter() if name in node.get("class", "").split())


def text_of(node: ET.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def places(root: ET.Element, side: str) -> list[str]:
    """Return where a party's marks stand."""
    marks = (mark for mark in named(root, "mark") if side in mark.get("class", ""))
    return [at for mark in marks if (at := mark.get("x"))]


EACH = {
    Kind.SCALE: (b.scale(), 4, 2),
    Kind.NUMBER: (number(7, 30), D(10), D(7)),
    Kind.RANGE: (b.ranged(), b.span(50, 100), b.span(60, 100)),
    Kind.DATE: (b.day(), date(2026, 11, 3), date(2026, 12, 5)),
    Kind.ALLOCATION: (b.allocation(), b.split("50/10/40"), b.split("40/20/40")),
    Kind.RANKING: (b.ranking(ids=IDS), tuple(IDS.split()), tuple(reversed(IDS.split()))),
    Kind.MULTI: (b.multi(), ("a", "b"), ("a", "c")),
    Kind.CHOICE: (b.choice(ids=IDS, near=("b c", "a l")), "l", "a"),
    Kind.YESNO: (b.yesno(), "yes", "yes"),
    Kind.OWNER: (b.owner(), "brand", "agency"),
    Kind.TEXT: (b.text(), "words\nin two lines", "字"),
}
"""Two answers to a question of each type."""


def test_there_is_a_picture_of_each_type() -> None:
    assert set(EACH) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_each_type_is_drawn_safely_in_one_language_and_in_two(kind: Kind) -> None:
    picture = picture_of(*EACH[kind])
    for phrases in (BOTH, BOTH[::-1], BOTH[:1], BOTH[1:]):
        assert_safe(picture_html(picture, NAMES, phrases))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("absent", [0, 1])
def test_who_has_not_settled_is_told_by_mark_and_word(kind: Kind, absent: int) -> None:
    question, *said = EACH[kind]
    said[absent] = UNDECIDED
    root = drawn(question, *said)
    told = next(named(root, "absent"))
    assert "undecided" in text_of(told)
    assert "没定" in text_of(told)
    assert NAMES[absent] in text_of(root)


@pytest.mark.parametrize("kind", Kind)
def test_text_from_outside_stays_text(kind: Kind) -> None:
    question, first, second = EACH[kind]
    names = (HOSTILE, HOSTILE)
    said = (HOSTILE, HOSTILE) if kind is Kind.TEXT else (first, second)
    markup = markup_of(question, *said, names=names)
    assert "<script" not in markup
    assert "\u202e" not in markup
    assert "alert(1)" in markup


def test_labels_and_units_from_outside_stay_text() -> None:
    unit = b.both(HOSTILE, HOSTILE)
    ends = b.both(HOSTILE, HOSTILE)
    for asked in (
        (b.number(by=b.measure(unit=unit)), D(1), D(2)),
        (b.scale(low=ends, high=ends), 1, 2),
        (b.allocation(unit=unit), b.split("50/10/40"), b.split("40/20/40")),
    ):
        assert "<script" not in markup_of(*asked)


# -- one axis ------------------------------------------------------------------------------


def test_a_number_stands_on_its_axis_with_figure_and_name() -> None:
    root = drawn(number(7, 30), D(10), D(7))
    assert places(root, "left") == ["50%"]
    assert places(root, "right") == ["35%"]
    stretch = next(named(root, "apart"))
    assert (stretch.get("x1"), stretch.get("x2")) == ("35%", "50%")
    assert [text_of(tick) for tick in named(root, "tick")] == ["0", "5", "10", "15", "20"]
    title = root.find(".//title")
    assert title is not None
    assert title.text == "Atelier Vaudrenne: 10 days; 屿舟电商: 7 days"


def test_a_ruler_is_as_long_as_what_it_tells_and_words_alone_if_longer_than_the_axis() -> None:
    drawn_one, words_alone = (
        node
        for node in named(drawn(number(7, 30), D(10), D(7)), "ruler")
        if node.tag in {"p", "svg"}
    )
    line = drawn_one.find("line")
    assert line is not None
    assert line.get("x2") == "35%"
    assert "7 days: agreed" in text_of(drawn_one)
    assert words_alone.tag == "p"
    assert "30 days: near" in text_of(words_alone)


def test_a_ruler_that_would_be_too_short_to_see_is_told_in_words_alone() -> None:
    tags = [
        [node.tag for node in named(drawn(number(bound), D(80), D(70)), "ruler")]
        for bound in (1, 10)
    ]
    assert tags == [["p"], ["svg"]]


def test_equal_answers_face_each_other_and_have_no_stretch() -> None:
    root = drawn(number(), D(30), D(30))
    assert places(root, "left") == places(root, "right") == ["60%"]
    assert not list(named(root, "apart"))
    labels = [node for node in named(root, "figure") if node.tag == "text"]
    assert len({label.get("text-anchor") for label in labels}) == 1


def test_close_answers_never_collide_for_one_is_above_the_axis_and_one_below() -> None:
    root = drawn(number(), D(800), D(801))
    first, second = (node for node in named(root, "mark"))
    assert int(second.get("y", "")) - int(first.get("y", "")) > 30
    assert "800 days" in text_of(root)
    assert "801 days" in text_of(root)


def test_words_that_are_equal_in_both_languages_stand_once() -> None:
    label = next(named(drawn(*EACH[Kind.RANGE]), "figure"))
    assert text_of(label).startswith("50–100 ")
    days = next(named(drawn(number(), D(3), D(9)), "figure"))
    assert text_of(days) == "3 days 3天 Atelier Vaudrenne"


@pytest.mark.parametrize(
    ("first", "second", "shade", "gap"),
    [
        ((50, 100), (60, 100), 1, 0),
        ((10, 20), (20, 30), 1, 0),
        ((10, 20), (30, 40), 0, 1),
        ((0, 100), (10, 20), 1, 0),
    ],
)
def test_what_ranges_have_in_common_is_shaded_and_a_gap_dotted(
    first: Any, second: Any, shade: int, gap: int
) -> None:
    root = drawn(b.ranged(), b.span(*first), b.span(*second))
    assert len([node for node in named(root, "overlap") if node.tag == "rect"]) == shade
    assert len(list(named(root, "gap"))) == gap


def test_a_range_as_long_as_the_axis_has_its_figures_on_a_line_of_their_own() -> None:
    root = drawn(b.ranged(by=b.measure(0, 300, **DAYS)), b.span(0, 300), b.span(10, 20))
    apart = next(node for node in named(root, "figure") if node.tag == "p")
    assert text_of(apart) == f"0–300 days 0–300天 {NAMES[0]}"
    assert places(root, "left") == ["0%", "100%"]


def test_levels_of_a_scale_that_were_chosen_stand_out_and_its_ends_are_told() -> None:
    root = drawn(b.scale(low=b.both("Now", "现在"), high=b.both("Later", "以后")), 4, 2)
    assert [text_of(level) for level in named(root, "strong")] == ["2", "4"]
    assert text_of(next(named(root, "ends"))) == "Now 现在Later 以后"


def test_days_stand_on_an_axis_of_months_with_their_weekday_and_year() -> None:
    root = drawn(b.day(), date(2026, 11, 3), date(2026, 12, 5))
    told = text_of(root)
    assert "Tue 3 Nov 2026" in told
    assert [text_of(tick) for tick in named(root, "tick")] == [
        "1 Nov 2026",
        "1 Dec 2026",
        "1 Jan 2027",
    ]
    assert [text_of(each) for each in named(root, "ruler")] == ["14 days: near 14天以内：接近"]


# -- many rows -----------------------------------------------------------------------------


def test_shares_have_figures_and_distance_in_both_languages() -> None:
    unit = b.both("%", "%")
    root = drawn(b.allocation(unit=unit), b.split("50/10/40"), b.split("40/20/40"))
    head, *rows = root.iter("tr")
    assert [[text_of(cell) for cell in row] for row in rows] == [
        ["A A（中）", "", "50", "40", "10 points 10个百分点"],
        ["B B（中）", "", "10", "20", "10 points 10个百分点"],
        ["C C（中）", "", "40", "40", "same 相同"],
    ]
    assert [text_of(mark) for mark in named(head, "mark")] == list(NAMES)


def test_marks_on_one_place_stand_side_by_side_without_a_stretch() -> None:
    root = drawn(b.allocation(), b.split("50/50/0"), b.split("50/48/2"))
    for row in list(root.iter("tr"))[1:]:
        assert not list(named(row, "apart"))
        assert len({mark.get("x") for mark in named(row, "mark")}) == 1
        shifts = [node.get("transform") for node in row.iter("g")]
        assert sorted(map(str, shifts)) == ["translate(-7)", "translate(7)"]


def test_twelve_choices_take_a_row_each() -> None:
    for kind, rows in ((Kind.RANKING, 13), (Kind.CHOICE, 12)):
        assert len(list(drawn(*EACH[kind]).iter("tr"))) == rows


# -- lists ---------------------------------------------------------------------------------


def test_each_option_has_the_mark_of_who_took_it() -> None:
    rows = list(drawn(b.choice(), "c", "a").iter("tr"))
    assert [[text_of(cell) for cell in named(row, "who")] for row in rows] == [
        ["", NAMES[1]],
        ["", ""],
        [NAMES[0], ""],
    ]


def test_an_option_that_was_taken_stands_out() -> None:
    labels = named(drawn(b.choice(), "c", "a"), "label")
    assert ["strong" in label.get("class", "") for label in labels] == [True, False, True]


def test_undecided_is_a_row_of_its_own_and_no_option() -> None:
    *options, last = drawn(b.owner(), UNDECIDED, "agency").iter("tr")
    assert NAMES[0] not in "".join(map(text_of, options))
    assert text_of(last) == f"{NAMES[0]}undecided 没定"


def test_near_options_are_joined_from_the_one_to_the_other() -> None:
    rows = list(drawn(b.choice(ids="a b c d", near=("b c", "a c")), "c", "a").iter("tr"))
    spans = [[int(cell.get("rowspan", "")) for cell in named(row, "near")] for row in rows]
    assert spans == [[3], [2], [], []]
    assert [text_of(row).count("near") for row in rows] == [0, 1, 0, 0]
    from_above = [0, 1, 2, 0]
    assert [len(row) + reaching for row, reaching in zip(rows, from_above, strict=True)] == [5] * 4


def test_a_column_that_nobody_names_says_so() -> None:
    root = drawn(b.multi(), ("a", "b"), ("a",))
    both, first, second = (text_of(column) for column in named(root, "column"))
    assert "both name 1" in both
    assert "only Atelier Vaudrenne 1" in first
    assert second.endswith("none 无")


def test_texts_keep_their_lines() -> None:
    assert "words\nin two lines" in markup_of(*EACH[Kind.TEXT])


# -- private -------------------------------------------------------------------------------


@pytest.mark.parametrize("meeting", [(10, 30, 20, 40), (1, 100, 1, 100), (50, 51, 51, 90)], ids=str)
def test_a_private_picture_is_the_same_whatever_the_figures(
    meeting: tuple[int, int, int, int],
) -> None:
    low, high, other_low, other_high = meeting
    question = b.ranged(privacy=Privacy.OVERLAP)
    markup = markup_of(question, b.span(low, high), b.span(other_low, other_high))
    assert markup == markup_of(question, b.span(0, 1), b.span(0, 1))
    assert "%" not in markup
    assert not re.search(r"\d", text_of(ET.fromstring(markup)))
    apart = markup_of(question, b.span(0, 1), b.span(98, 100))
    assert apart == markup_of(question, b.span(40, 50), b.span(51, 60))
    assert apart != markup
    assert [len(list(named(ET.fromstring(m), "overlap"))) for m in (markup, apart)] == [3, 0]
    assert [len(list(named(ET.fromstring(m), "gap"))) for m in (markup, apart)] == [0, 1]


# -- all -----------------------------------------------------------------------------------


@draw.quick
@given(draw.pairs(tuple(Kind)))
def test_no_figure_is_lost_and_no_word_leaves_the_picture(
    pair: tuple[AnyQuestion, Any, Any],
) -> None:
    picture = picture_of(*pair)
    for phrases in (BOTH, BOTH[::-1]):
        markup = picture_html(picture, NAMES, phrases)
        assert_safe(markup)
        root = ET.fromstring(markup)
        told = text_of(root)
        for number in numbers(picture):
            assert any(figure in told for figure in number)
        for text in root.iter("text"):
            if "figure" in text.get("class", ""):
                assert_inside(text, NARROW, "wide")
                assert_inside(text, WIDE, "narrow")


def numbers(picture: Picture) -> list[list[str]]:
    match picture:
        case LinePicture():
            told = [end for span in picture.spans if span for end in (span.low, span.high)]
        case DumbbellPicture():
            told = [place for row in picture.rows for place in row.places if place is not None]
        case _:
            return []
    return [b.figures(picture.axis, number) for number in told]


def assert_inside(text: ET.Element, width: int, hidden: str) -> None:
    """Assert that what is shown of a label stays within an axis and its margin."""
    shown = [part for part in text if hidden not in part.get("class", "").split()]
    figure, *words = shown
    long = 8.7 * cell_width(text_of(figure)) + sum(7 * (cell_width(text_of(w)) + 1) for w in words)
    at = float(text.get("x", "").rstrip("%")) * width / 100 + int(text.get("dx", ""))
    start = at - long if text.get("text-anchor") == "end" else at
    assert start >= -12
    assert start + long <= width + 12


@draw.quick
@given(draw.pairs((Kind.NUMBER, Kind.RANGE, Kind.SCALE)))
@example((b.number(by=b.measure(0, 10**9)), D(3_000_000), D(1)))
@example((b.number(by=b.measure(0, 10**9, unit=b.both("%"))), D("0.00125"), D("0.001")))
@example((b.number(by=b.measure(0, 10**9, ratio=8)), D(1), D(10**9)))
def test_numbers_of_an_axis_never_collide(pair: tuple[AnyQuestion, Any, Any]) -> None:
    root = ET.fromstring(picture_html(picture_of(*pair), NAMES, BOTH))
    for width, hidden in ((NARROW, "wide"), (WIDE, "narrow")):
        end = -13.0
        for tick in named(root, "tick"):
            if hidden in tick.get("class", "").split():
                continue
            start, long = extent(tick, width)
            assert start > end
            end = start + long
        assert end <= width + 12


def test_numbers_of_shares_are_evenly_apart_in_a_narrow_picture() -> None:
    root = drawn(b.allocation(unit=b.both("%", "%")), b.split("50/10/40"), b.split("40/20/40"))
    shown = [text_of(tick) for tick in named(root, "tick") if "wide" not in tick.get("class", "")]
    assert shown == ["0%", "25%", "50%", "75%", "100%"]


def test_of_twelve_places_few_have_a_number_and_the_ends_always() -> None:
    shown = [text_of(tick) for tick in named(drawn(*EACH[Kind.RANKING]), "tick")]
    assert shown[0] == "1"
    assert shown[-1] == "12"


def extent(tick: ET.Element, width: int) -> tuple[float, float]:
    at = float(tick.get("x", "").rstrip("%")) * width / 100 + int(tick.get("dx", "0"))
    long = 7 * cell_width(text_of(tick))
    share = {"middle": 0.5, "end": 1.0}.get(tick.get("text-anchor", ""), 0.0)
    return at - share * long, long


@pytest.mark.parametrize("languages", [LANGUAGES, LANGUAGES[::-1]], ids=str)
def test_every_picture_of_the_example_report_is_drawn(languages: Sequence[Language]) -> None:
    example = read_report(Path("questionnaires/examples/report.toml")).report
    names = (example.parties[0].name, example.parties[1].name)
    phrases = tuple(map(Phrases, languages))
    pictures = [question.picture for question in example.questions]
    assert sum(picture is not None for picture in pictures) > 20
    for picture in pictures:
        if picture is not None:
            assert_safe(picture_html(picture, names, phrases))


def test_the_style_sheet_can_stand_in_a_page_and_asks_for_nothing() -> None:
    assert "<" not in PICTURE_CSS
    assert "url(" not in PICTURE_CSS
    assert "@import" not in PICTURE_CSS
    rules = re.sub(r"\([^)]*\)", "", PICTURE_CSS)
    selectors = re.findall(r"^\s*([^@\s{};][^{};]*)\{", rules, re.MULTILINE)
    assert len(selectors) > 40
    assert all(s.strip().startswith(".picture") for each in selectors for s in each.split(","))
