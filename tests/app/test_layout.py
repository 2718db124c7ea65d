"""The screens at every size: whole, in place, and the same again after the window has changed."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.geometry import Region
from textual.widget import Widget

from tests.app.app_driver import SMALL, WIDE, AppDriver, hinted
from tests.app.app_runner import fresh, put_down, running
from tests.app.input_devices import Keyboard
from tests.sample_answers import reply
from tui.commands import Place, hints_at
from tui.domain.questions import Kind
from tui.domain.reveal import Reveal
from tui.i18n import LANGUAGES, Language
from tui.screens.setup import LONGEST_NAME
from tui.widgets.answer_box import AnswerBox
from tui.widgets.area_tabs import AreaTabs
from tui.widgets.fields import Canvas
from tui.widgets.lines import LineView
from tui.widgets.pager import Pager
from tui.widgets.question_text import QuestionText
from tui.widgets.verdict_line import VerdictLine
from tui.workspace.example import example_session

ALL_SIZES = [(60, 20), SMALL, (100, 30), WIDE, (200, 60)]
SIZES = [
    size if size in ((60, 20), (100, 30)) else pytest.param(size, marks=pytest.mark.everywhere)
    for size in ALL_SIZES
]
"""Always the narrowest with the columns one above the other, and that with them side by side."""
TOO_SMALL = [(59, 20), (60, 19), (30, 8)]
TOLD_WHOLE = (QuestionText, VerdictLine, Pager, AreaTabs)
"""The views whose lines are broken to fit, and never cut at the edge."""


def assert_fits(driver: AppDriver) -> None:
    """Assert that all is painted within the screen, and that nothing is cut that must be read."""
    width = driver.app.size.width
    strips = driver.screen._compositor.render_strips()
    assert {cell_len(strip.text) for strip in strips} == {width}
    for view in driver.screen.query(LineView):
        region = driver.screen.region
        assert region.contains_region(view.region), f"{view!r} at {view.region}"
        if isinstance(view, TOLD_WHOLE) and view.size.width:
            for row in view.rows[: view.size.height]:
                assert row.content.cell_length <= view.size.width, f"{view!r}: {row.content.plain}"


def assert_hints(driver: AppDriver) -> None:
    """Assert that the bottom line names all that it is to name."""
    assert hinted(driver.screen) == {command.id for command in hints_at(driver.place)}
    for command in hints_at(driver.place):
        assert f"{command.key_label} {driver.say(f'command.{command.id}')}" in driver.lines[-1]


def assert_cursor_in_sight(driver: AppDriver) -> None:
    """Assert that the column of the party at the keyboard shows the row at the cursor."""
    box = driver.box
    assert box.field is not None
    canvas = Canvas(driver.app.appearance, box.size.width, box.side, active=True)
    row = box.field.rows(canvas)[box.field.cursor_row].content.plain
    assert row in [shown.content.plain for shown in box.rows[: box.size.height]], driver.text


async def screens(driver: AppDriver) -> AsyncIterator[Place]:
    """Return each screen of a session while it is shown, from its first question."""
    yield driver.place
    for command in ("jump", "help", "onward", "report"):
        await driver.command(command)
        await driver.until(lambda: driver.place is not Place.INTERVIEW, command)
        await driver.settled()
        yield driver.place
        for _ in range(4 if driver.place in (Place.REVIEW, Place.REPORT) else 0):
            await driver.press("down")
            yield driver.place
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
    await driver.command("leave")
    await driver.on(Place.HOME)
    await driver.settled()
    yield driver.place
    await driver.set_up()
    await driver.settled()
    yield driver.place


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_screen_fits_and_names_what_can_be_done(
    size: tuple[int, int], language: Language
) -> None:
    async with running(size, language, example=True) as driver:
        async for place in screens(driver):
            assert driver.place is place
            assert_fits(driver)
            assert_hints(driver)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_dialog_is_whole(size: tuple[int, int]) -> None:
    async with running(size, example=True) as driver:
        for commands in (["note"], ["not_applicable"], ["report", "export"]):
            for command in commands:
                before = driver.screen
                await driver.command(command)
                await driver.until(lambda b=before: driver.screen is not b, command)
                await driver.settled()
            assert driver.place is Place.DIALOG
            dialog = driver.screen.query_one("#dialog")
            assert driver.screen.region.contains_region(dialog.region)
            for part in dialog.walk_children(Widget):
                assert dialog.region.contains_region(part.region), f"{part!r} is cut off"
            await driver.command("leave")
            await driver.settled()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_word_of_a_self_assessment_is_cut(
    size: tuple[int, int], language: Language
) -> None:
    session, questionnaire = example_session()
    alone = replace(session, reveal=Reveal.END, alone="brand")
    async with running(size, language, path=put_down(alone, questionnaire)) as driver:
        await driver.command("report")
        await driver.on(Place.SOLO)
        pager = driver.screen.query_one(Pager)
        widths = [row.content.cell_length for row in pager._page]
        assert widths
        assert max(widths) <= pager.size.width


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_row_at_the_cursor_is_always_in_sight(size: tuple[int, int]) -> None:
    async with running(size, path=put_down(fresh())) as driver:
        questions = driver.interview.route.questions
        longest = max(questions, key=lambda question: len(question.labels))
        firsts = {q.kind: q for q in reversed(questions)} | {"longest": longest}
        for question in firsts.values():
            await driver.go(question.id)
            for side in ("this", "other"):
                assert_cursor_in_sight(driver)
                for _ in range(max(2, len(question.labels))):
                    await driver.press("down")
                    assert_cursor_in_sight(driver)
                await driver.press("home")
                assert_cursor_in_sight(driver)
                if side == "this":
                    await driver.press("tab")


# Nothing jumps.


def places(driver: AppDriver) -> dict[str | None, Region]:
    """Return where the parts of the screen stand."""
    return {view.id: view.region for view in driver.screen.query(LineView)}


def choices_begin(box: AnswerBox) -> int:
    """Return the line of a column in which its choices begin."""
    return next(y for y, row in enumerate(box.rows) if "field:" in str(row.targets))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_columns_do_not_move_when_the_divergence_line_appears(
    size: tuple[int, int],
) -> None:
    async with running(size, path=put_down(fresh())) as driver:
        keys = Keyboard(driver)
        for kind in (Kind.SCALE, Kind.CHOICE, Kind.NUMBER):
            question = next(q for q in driver.interview.route.questions if q.kind is kind)
            await driver.go(question.id)
            left, right = driver.session.questionnaire.party_ids
            await keys.answer(reply(question, 0))
            await driver.press("tab")
            assert driver.at == (question.id, right)
            before, line = places(driver), driver.screen.query_one(VerdictLine)
            silent = [row.content.plain for row in line.rows]
            await keys.answer(reply(question, 1))
            await driver.settled()
            assert driver.answer(right, question.id).is_answered
            assert [row.content.plain for row in line.rows] != silent
            assert places(driver) == before
            await driver.press("tab")
            assert driver.at == (question.id, left)


@pytest.mark.parametrize("size", SIZES[2:], ids=str)
async def test_side_by_side_the_choices_of_both_begin_at_one_height(
    size: tuple[int, int],
) -> None:
    async with running(size, path=put_down(fresh())) as driver:
        for question in driver.interview.route.questions[:8]:
            await driver.go(question.id)
            left, right = map(choices_begin, driver.screen.query(AnswerBox))
            assert left == right, driver.text


# Windows that change, and windows that are too small.


@pytest.mark.parametrize("size", TOO_SMALL, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_window_that_is_too_small_says_so_and_comes_back_as_it_was(
    size: tuple[int, int], language: Language
) -> None:
    async with running(SMALL, language, path=put_down(fresh())) as driver:
        await driver.press("1", "2")
        await driver.settled()
        before, session = driver.text, driver.session
        await driver.pilot.resize_terminal(*size)
        await driver.settled()
        assert driver.shows(driver.say("base.too_small")[:12])
        assert not driver.shows(driver.session.questionnaire.parties[0].name["en"])
        await driver.pilot.resize_terminal(*SMALL)
        await driver.settled()
        assert driver.text == before
        assert driver.session == session


async def test_what_is_half_done_outlives_every_change_of_the_window() -> None:
    async with running(WIDE, path=put_down(fresh())) as driver:
        await driver.press("3", "1")  # of a ranking: not all of it
        assert driver.box.field is not None
        draft, session, place = driver.box.field.unfinished, driver.session, driver.where
        assert draft is not None
        for size in [*ALL_SIZES, *TOO_SMALL, (1, 1), (300, 100), SMALL]:
            await driver.pilot.resize_terminal(*size)
            await driver.settled()
            assert (driver.session, driver.where) == (session, place)
            assert driver.box.field.unfinished == draft
        await driver.press("2", "4", "5")  # the last one is ranked by itself
        order = driver.answer(*reversed(driver.at)).value
        choices = [choice.id for choice in driver.interview.question.labels]
        assert order == tuple(choices[row] for row in (2, 0, 1, 3, 4, 5))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["晴" * LONGEST_NAME, "W" * LONGEST_NAME], ids=["wide", "narrow"])
async def test_long_names_hide_neither_progress_nor_whether_it_is_saved(
    size: tuple[int, int], name: str
) -> None:
    async with running(size, path=put_down(fresh(names=(name, name)))) as driver:
        asked = driver.interview.route.progress().asked
        assert f"0 / {asked}" in driver.lines[0]
        assert driver.say("save.saved") in driver.lines[0]
        await driver.command("leave")
        await driver.on(Place.HOME)
        await driver.settled()
        assert driver.shows(driver.say("home.not_begun"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_area_tabs_tell_how_far_each_area_has_come(
    size: tuple[int, int], language: Language
) -> None:
    async with running(size, language, example=True) as driver:
        rail = driver.screen.query_one(AreaTabs)
        row = rail.rows[0].content
        shown = row.truncate(rail.size.width).plain
        for area in driver.session.questionnaire.areas:
            progress = driver.interview.route.progress(area.id)
            assert shown.count(f"{progress.met}/{progress.asked}") >= 1, shown
        assert shown.count("/") == len(driver.session.questionnaire.areas)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_handover_says_all_that_is_to_be_done(size: tuple[int, int]) -> None:
    name = "晴" * LONGEST_NAME
    session = fresh(Reveal.END, names=(name, name))
    async with running(size, path=put_down(session), coming_in=False) as driver:
        while driver.place is not Place.HANDOVER:
            await driver.command("other_side" if driver.place is Place.INTERVIEW else "next")
            await driver.settled()
        assert driver.shows(driver.say("handover.message", name=name))


def drawn(view: LineView) -> list[tuple[str, object, object]]:
    """Return the rows with their styles; two contents of one text are equal to Textual."""
    return [(row.content.plain, row.content.spans, row.fill) for row in view.rows]


@pytest.mark.parametrize("field", ["left-language", "length", "reveal", "ways"])
async def test_in_a_form_what_keys_act_on_stands_out(field: str) -> None:
    async with running(WIDE) as driver:
        await driver.set_up()
        view = driver.screen.query_one(f"#{field}", LineView)
        plain = drawn(view)
        for _ in range(20):
            await driver.press("tab")
            if view.has_focus:
                break
        assert view.has_focus
        await driver.until(lambda: drawn(view) != plain, "the mark of the focus")
        await driver.press("shift+tab")
        await driver.until(lambda: drawn(view) == plain, "the end of it")
