"""The map of the areas: one tile a question, the hardest first, and what was settled since."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tui.domain.agenda import Tier
from tui.domain.answers import Firmness, NonAnswer
from tui.domain.area_map import TileState, area_rows, decided, open_for_both, parked, standing
from tui.domain.minutes import Decision, Revision
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.verdict import Verdict

ASKED = (
    b.scale("even"),
    b.scale("apart"),
    b.scale("near"),
    b.scale("red", area="trust"),
    b.scale("open", area="trust"),
)
RED_1, RED_5 = (b.answer(level, firmness=Firmness.RED_LINE) for level in (1, 5))
OPEN = NonAnswer.UNDECIDED
BOTH = b.session(
    *ASKED,
    brand={"even": 3, "apart": 1, "near": 2, "red": RED_1, "open": OPEN},
    agency={"even": 3, "apart": 5, "near": 3, "red": RED_5, "open": OPEN},
)
"""One question of each kind: two areas, of which one has a blocker and one that is open."""


def anew(session: Session, party: str, question: str, value: object) -> Session:
    """Return the session in which a party has given a second answer."""
    revision = Revision(
        question=question,
        party=party,
        at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        before=session.latest(party, question),
        after=b.answer(value),
    )
    return session.revised(revision)


def decision(question: str = "apart", **said: Any) -> Session:
    """Return the session with what the minutes say of a question."""
    return BOTH.decided(Decision(question=question, **said))


def state(told: Report, question: str = "apart") -> TileState:
    tiles = {tile.question.id: tile for row in area_rows(told) for tile in row.tiles}
    return tiles[question].state


def test_an_areas_tiles_stand_in_the_order_of_the_agenda_and_then_the_rest() -> None:
    rows = area_rows(report(BOTH))
    assert [(row.area.id, [tile.question.id for tile in row.tiles]) for row in rows] == [
        ("goals", ["apart", "near", "even"]),
        ("trust", ["red", "open"]),
    ]
    assert [tile.tier for tile in rows[0].tiles] == [Tier.DIVERGENCE, Tier.LOOSE, None]
    assert [tile.is_hard for row in rows for tile in row.tiles] == [True, False, False, True, True]
    assert [tile.is_blocking for tile in rows[1].tiles] == [True, False]


def test_the_area_with_most_to_talk_about_comes_first_and_equal_ones_as_they_were_asked() -> None:
    assert [row.area.id for row in area_rows(report(decision(text="x")))] == ["trust", "goals"]
    assert [row.to_talk for row in area_rows(report(BOTH))] == [2, 2]


def test_at_the_end_of_an_area_there_is_just_that_area() -> None:
    assert [row.area.id for row in area_rows(report(BOTH), ["trust"])] == ["trust"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, TileState.UNTOUCHED),
        ({"seconds": 90}, TileState.UNTOUCHED),
        ({"owner": "Lin"}, TileState.UNTOUCHED),
        ({"text": "as agreed"}, TileState.DECIDED),
        ({"value": 3}, TileState.DECIDED),
        ({"is_parked": True}, TileState.PARKED),
        ({"is_parked": True, "text": "until the offer is in"}, TileState.PARKED),
    ],
)
def test_what_the_minutes_say_is_the_state_of_a_tile(
    said: dict[str, Any], expected: TileState
) -> None:
    assert state(report(decision(**said))) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((5, None), TileState.ANSWERED_ANEW),
        ((4, None), TileState.STILL_APART),
        ((2, None), TileState.STILL_APART),
        ((3, 3), TileState.ANSWERED_ANEW),
        ((OPEN, None), TileState.STILL_APART),
    ],
)
def test_second_answers_settle_a_question_only_where_they_agree(
    values: tuple[object, object], expected: TileState
) -> None:
    session = BOTH
    for party, value in zip((BRAND, AGENCY), values, strict=True):
        session = session if value is None else anew(session, party, "apart", value)
    told = report(session)
    assert state(told) is expected
    tile = area_rows(told, ["goals"])[0].tiles[0]
    assert tile.question.verdict is Verdict.DIVERGENT  # what was said first stays told
    assert tile.is_to_talk is tile.is_hard is not expected.is_done


def test_settling_takes_off_what_is_still_to_be_talked_about() -> None:
    found = standing(report(BOTH))
    assert (found.agenda, found.to_talk, found.blocking, found.blocking_left) == (4, 4, 1, 1)
    assert found.is_untouched
    settled = decision("red", text="theirs").decided(Decision(question="near", is_parked=True))
    found = standing(report(anew(settled, BRAND, "apart", 5)))
    assert (found.to_talk, found.parked, found.blocking_left) == (1, 1, 0)


@pytest.mark.parametrize("level", ReportLevel)
def test_how_far_the_agenda_has_come_is_the_same_at_every_level(level: ReportLevel) -> None:
    session = anew(decision("red", text="theirs"), BRAND, "apart", 5)
    assert standing(report(session, level, BRAND)) == standing(report(session))


def test_what_was_decided_parked_and_is_open_is_listed() -> None:
    session = decision(text="x").decided(Decision(question="near", is_parked=True))
    told = report(session.decided(Decision(question="even", seconds=80)))
    assert [each.question for each in decided(told)] == ["apart"]
    assert [each.question for each in parked(told)] == ["near"]
    assert list(open_for_both(told)) == ["open"]
    assert list(open_for_both(report(session.decided(Decision(question="open", text="x"))))) == []


@draw.fewer
@given(draw.settled())
def test_every_question_of_the_report_is_exactly_one_tile(session: Session) -> None:
    told = report(session)
    rows = area_rows(told)
    tiles = [tile.question.id for row in rows for tile in row.tiles]
    assert sorted(tiles) == sorted(question.id for question in told.questions)
    assert all(tile.question.area == row.area.id for row in rows for tile in row.tiles)
    assert [row.to_talk for row in rows] == sorted((row.to_talk for row in rows), reverse=True)
    assert sum(row.to_talk for row in rows) == standing(told).to_talk


@draw.fewer
@given(draw.settled())
def test_what_is_settled_or_put_off_never_counts_as_to_be_talked_about(session: Session) -> None:
    told = report(session)
    put_down = {each.question for each in (*decided(told), *parked(told))}
    for row in area_rows(told):
        assert not put_down & {tile.question.id for tile in row.tiles if tile.is_to_talk}
        for tile in row.tiles:
            assert not (tile.is_to_talk and tile.state.is_done)
            assert not (tile.is_hard and tile.state.is_done)
            assert tile.tier is not None or not tile.is_to_talk


@pytest.mark.parametrize("reveal", Reveal)
def test_how_much_an_area_matters_is_told_once_it_has_met(reveal: Reveal) -> None:
    rated = {"importance": {"goals": 3, "trust": 1}}
    left = b.sheet(BRAND, {"even": 3, "apart": 1, "near": 2}, **rated)
    right = b.sheet(AGENCY, {"even": 3, "apart": 1, "near": 2}, importance={"goals": 1})
    session = b.session(*ASKED, brand=left, agency=right, reveal=reveal)
    done = {party: frozenset({"goals"}) for party in b.PARTIES}
    met = {Reveal.QUESTION: {"goals"}, Reveal.AREA: {"goals"}, Reveal.LIVE: {"goals", "trust"}}
    told = report(replace(session, finished=done).as_revealed)
    assert {area.id for area in told.areas if area.importance} == met.get(reveal, set())
    hidden = report(session.as_revealed)
    before = {area.id for area in hidden.areas if area.importance}
    assert before == (met[reveal] if reveal in (Reveal.LIVE, Reveal.QUESTION) else set())


def test_how_much_an_area_matters_is_in_no_agenda_without_answers() -> None:
    session = b.session(*ASKED, brand=b.sheet(BRAND, {}, importance={"goals": 3}))
    assert not any(area.importance for area in report(session, ReportLevel.MINUTES).areas)
    assert [dict(area.importance) for area in report(session).areas] == [{BRAND: 3}, {}]
