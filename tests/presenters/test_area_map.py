"""The map in cells: what a tile looks like, where it stands, and that it calms down."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from rich.cells import cell_len

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tests.domain.test_area_map import BOTH, OPEN, anew
from tui.domain.minutes import Decision
from tui.domain.privacy import Privacy
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.i18n import LANGUAGES, Language, Phrases
from tui.phrasing.marks import ASCII, UNICODE
from tui.presenters.area_map import area_map_page
from tui.themes import DARK, LIGHT, colours
from tui.widgets.appearance import Appearance
from tui.widgets.area_map import MapPage
from tui.widgets.lines import Row

ENGLISH = Appearance(Phrases(Language.ENGLISH), UNICODE, colours(DARK))
NO_COLOUR = ENGLISH._replace(is_monochrome=True)


def page(told: Report, appearance: Appearance = ENGLISH, width: int = 118) -> MapPage:
    return area_map_page(told, appearance, width)


def texts(found: MapPage) -> list[str]:
    return [row.content.plain.rstrip() for row in found.rows]


def tile(found: MapPage, question: str) -> tuple[str, Any]:
    """Return what a tile says, and its style."""
    for row in found.rows[: found.caption_at]:
        for target in row.targets:
            if target.what == question:
                return _cut(row, target.start, target.end)
    raise LookupError(question)


def _cut(row: Row, start: int, end: int) -> tuple[str, Any]:
    plain = row.content.plain
    first = next(at for at in range(len(plain)) if cell_len(plain[:at]) == start)
    piece = row.content[first:].plain
    while cell_len(piece) > end - start:
        piece = piece[:-1]
    styles = [span.style for span in row.content.spans if span.start <= first < span.end]
    return piece, styles[-1]


def background(found: MapPage, question: str) -> str:
    """Return the name of the colour that fills a tile."""
    style = tile(found, question)[1]
    (name,) = {
        name
        for name, colour in ENGLISH.colours.items()
        if ENGLISH.background(name).background == style.background and colour
    } & {"red", "panel", *(n for n in ENGLISH.colours if n.endswith(("-fill", "-wash")))}
    return name


SIGNS = [
    (None, " ≠    ", "≠  ", "[≠   ]", "#"),
    ({"text": "x"}, " ≠  ✓ ", "≠✓ ", "[≠  ✓]", "v"),
    ({"is_parked": True}, " ≠  P ", "≠P ", "[≠  P]", "P"),
]


@pytest.mark.parametrize(("said", "wide", "narrow", "bare", "in_ascii"), SIGNS)
def test_a_tile_tells_the_first_verdict_and_what_was_settled_since(
    said: dict[str, Any] | None, wide: str, narrow: str, bare: str, in_ascii: str
) -> None:
    session = BOTH if said is None else BOTH.decided(Decision(question="apart", **said))
    told = report(session)
    assert tile(page(told), "apart")[0] == wide
    assert tile(page(told, width=78), "apart")[0] == narrow
    assert tile(page(told, NO_COLOUR), "apart")[0] == bare
    assert tile(page(told, NO_COLOUR, 78), "apart")[0] == bare.replace(" ", "", 1)
    assert in_ascii in tile(page(told, ENGLISH._replace(marks=ASCII)), "apart")[0]


def test_what_is_hard_is_filled_and_calms_down_once_it_is_decided() -> None:
    before = page(report(BOTH))
    names = ("apart", "red", "open", "near", "even")
    fills = ["divergent-fill", "red", "open-fill", "partial-wash", "aligned-wash"]
    assert [background(before, name) for name in names] == fills
    settled = BOTH
    for name in names[:3]:
        settled = settled.decided(Decision(question=name, text="x"))
    after = page(report(settled))
    assert [background(after, name) for name in names[:3]] == [
        "divergent-wash",
        "divergent-wash",
        "open-wash",
    ]


def test_without_colours_what_blocks_is_reversed_and_what_is_hard_is_bold() -> None:
    found = page(report(BOTH), NO_COLOUR)
    styles = {name: tile(found, name)[1] for name in ("red", "apart", "near")}
    assert styles["red"].reverse
    assert styles["apart"].bold
    assert not styles["near"].bold


def test_second_answers_that_do_not_agree_leave_the_tile_loud() -> None:
    agreed = page(report(anew(BOTH, BRAND, "apart", 5)))
    assert (tile(agreed, "apart")[0], background(agreed, "apart")) == (" ≠  R ", "divergent-wash")
    apart = page(report(anew(BOTH, BRAND, "apart", OPEN)))
    assert (tile(apart, "apart")[0], background(apart, "apart")) == (" ≠  R ", "divergent-fill")


def test_the_counts_of_an_area_stand_beside_its_tiles_or_below_them() -> None:
    session = BOTH.decided(Decision(question="red", text="x"))
    told = report(session.decided(Decision(question="near", is_parked=True)))
    wide, narrow = texts(page(told)), texts(page(told, width=44))
    (goals,) = [line for line in wide if line.startswith("  Goals")]
    assert goals.endswith("1 to talk about · 1 parked")
    at = next(at for at, line in enumerate(narrow) if line.startswith("  Goals"))
    assert "talk" not in narrow[at]
    assert "1 to talk about · 1 parked" in narrow[at + 1]
    assert any("1 to talk about · 1 decided" in line for line in narrow)


def test_how_much_an_area_matters_is_drawn_and_named_only_where_the_two_differ() -> None:
    left, right = BOTH.sheets
    rated = (
        replace(left, importance={"goals": 3, "trust": 2}),
        replace(right, importance={"goals": 1, "trust": 2}),
    )
    for width in (118, 78, 60):
        lines = "\n".join(texts(page(report(replace(BOTH, sheets=rated)), width=width)))
        assert "● ■■■  ◆ ■··" in lines
        assert "● ■■·  ◆ ■■·" in lines
        assert lines.count("more to ●") == 1
        assert "more to ◆" not in lines
    assert "matters" not in "\n".join(texts(page(report(BOTH))))


def test_of_more_than_nine_questions_tiles_are_narrow_and_go_on_in_a_second_row() -> None:
    asked = [b.scale(f"q{number}") for number in range(30)]
    found = page(report(b.session(*asked)), width=78)
    rows = [row for row in found.rows[: found.caption_at] if row.targets]
    assert len(rows) == 2
    assert {target.end - target.start for row in rows for target in row.targets} == {3}
    ten = page(report(b.session(*asked[:10])))
    assert tile(ten, "q0")[0] == "·  "


def test_of_a_private_question_only_near_or_apart_is_told() -> None:
    asked = b.scale("q", privacy=Privacy.OVERLAP)
    for said, mark, word in ((1, "(≈)", "Near (private)"), (5, "(≠)", "Apart (private)")):
        found = page(report(b.session(asked, brand={"q": 1}, agency={"q": said})))
        assert tile(found, "q")[0].strip() == mark
        assert word in found.captions["q"][1].content.plain
        assert any(word in line for line in texts(found))


def test_a_report_without_questions_has_no_map() -> None:
    found = area_map_page(report(b.session()), ENGLISH, 80)
    assert (tuple(found.rows), dict(found.captions)) == ((), {})


@draw.fewer
@given(draw.settled())
def test_every_question_is_one_tile_in_its_place_at_every_width(session: Session) -> None:
    told = report(session)
    for appearance in (ENGLISH, NO_COLOUR, ENGLISH._replace(marks=ASCII)):
        for width in (58, 78, 118, 200):
            found = page(told, appearance, width)
            tiles = [target for row in found.rows[: found.caption_at] for target in row.targets]
            assert sorted(target.what for target in tiles) == sorted(q.id for q in told.questions)
            assert found.captions.keys() == {q.id for q in told.questions}
            for row in found.rows[: found.caption_at]:
                assert row.content.cell_length <= width
                assert all(row.content.plain[t.start - 1] == " " for t in row.targets if t)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_all_that_is_said_of_a_tile_is_in_the_language(language: Language, theme: Any) -> None:
    appearance = Appearance(Phrases(language), UNICODE, colours(theme))
    session = anew(BOTH.decided(Decision(question="red", text="x")), AGENCY, "apart", 1)
    found = page(report(session), appearance)
    told = found.captions["red"][1].content.plain
    expected = {"en": "Different · a red line for both · decided"}
    assert told.strip() == expected.get(language, "有分歧 · 双方都是底线 · 已定")
    assert "{" not in "\n".join(texts(found))
