"""A column in the real app: coming back to it, pasting into it, its drafts, its hint, its names."""

from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message as Event

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import of_each_type, written
from tests.app.test_fields import canvas, number, ranged, text
from tests.questionnaires import of_each_type as texts_of_each_type
from tui.commands import Place
from tui.domain.answers import NOTHING, Answer, NonAnswer
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal
from tui.i18n import Phrases
from tui.widgets.answer_box import AnswerBox
from tui.widgets.answer_column import Column
from tui.widgets.menu import Menu
from tui.widgets.question_text import QuestionText
from tui.widgets.radio_row import RadioRow

# A column alone, as a screen that keeps drafts would have it.


class Host(App[None]):
    """A column and what it reported."""

    AUTO_FOCUS: ClassVar[str] = "AnswerBox"

    def __init__(self, question: AnyQuestion) -> None:
        super().__init__()
        self.appearance = canvas().appearance
        self.column = Column(
            side="left", role="Brand", name="A", language="en", phrases=Phrases("en"),
            question=question, answer=NOTHING, active=True,
        )  # fmt: skip
        self.reported: list[Event] = []
        self.is_slow = False
        """Whether drafts are heard of and not taken yet."""

    def compose(self) -> ComposeResult:
        yield AnswerBox("left")

    @property
    def box(self) -> AnswerBox:
        return self.query_one(AnswerBox)

    def on_mount(self) -> None:
        self.box.update(self.column)

    def show(self, **changes: object) -> None:
        self.column = replace(self.column, **changes)  # type: ignore[arg-type]
        self.box.update(self.column)

    def on_answer_box_drafted(self, event: AnswerBox.Drafted) -> None:
        self.reported.append(event)
        if not self.is_slow:
            self.show(draft=event.draft)

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        self.reported.append(event)
        self.show(answer=Answer(value=event.value))

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        self.reported.append(event)

    @property
    def drafts(self) -> list[str]:
        found = [event for event in self.reported if isinstance(event, AnswerBox.Drafted)]
        assert {(event.side, event.question) for event in found} <= {("left", "q")}
        return [event.draft for event in found]


async def test_each_change_of_a_draft_is_reported_once_and_so_is_its_end() -> None:
    app = Host(ranged())
    async with app.run_test() as pilot:
        await pilot.press("3", "up", "0", "f20")
        assert app.drafts == ["3 –", "0 –"]
        assert app.box.advance()
        await pilot.press("6")
        assert app.drafts == ["3 –", "0 –", ""]
        assert not app.box.advance()


async def test_a_half_that_is_pasted_is_reported_too_and_so_is_its_end() -> None:
    app = Host(ranged())
    async with app.run_test() as pilot:
        for pasted in ("30", "x", "40-60"):
            app.post_message(events.Paste(pasted))
        while len(app.drafts) < 2:
            await pilot.pause()
        assert app.drafts == ["30 –", ""]


async def test_a_draft_is_taken_up_again_and_yields_to_what_the_session_has() -> None:
    app = Host(number(0, 9_000))
    app.column = replace(app.column, draft="12,")
    async with app.run_test() as pilot:
        field = app.box.field
        assert field is not None
        assert (field.draft, app.drafts) == ("12,", [])
        await pilot.press("backspace", "backspace", "0", "0")
        assert app.column.answer.value == 100
        app.show(answer=NOTHING, draft="3,")  # an undo
        assert (field.draft, app.drafts[-1]) == ("3,", "")
        app.show(draft="")
        assert field.draft == ""


async def test_an_older_draft_disturbs_no_typing() -> None:
    app = Host(number(0, 9_000))
    async with app.run_test() as pilot:
        await pilot.press("1")
        app.is_slow = True
        await pilot.press(",")
        app.show(answer=NOTHING)
        assert app.box.field is not None
        assert app.box.field.draft == "1,"


async def test_beside_a_non_answer_nothing_is_missing() -> None:
    app = Host(ranged())
    async with app.run_test() as pilot:
        await pilot.press("3")
        said = [app.box.missing]
        app.show(answer=Answer(state=NonAnswer.UNDECIDED))
        said.append(app.box.missing)
        assert [message and message.key for message in said] == ["field.missing_high", None]
        assert not app.box.advance()


async def test_the_key_that_opens_the_dialog_goes_with_it_but_no_command_does() -> None:
    app = Host(text())
    async with app.run_test() as pilot:
        for key, character in (
            ("shift+enter", "\r"), ("ctrl+j", "j"), ("alt+h", "h"), ("f20", None), ("h", "h"),
            ("upper_h", "H"), ("ｗ", "ｗ"), ("写", "写"), ("ideographic_space", "　"),
        ):  # fmt: skip
            app.post_message(events.Key(key, character))
        await pilot.pause()
        assert [getattr(event, "text", None) for event in app.reported] == [
            "h", "H", "ｗ", "写", "",
        ]  # fmt: skip


async def test_a_key_with_a_modifier_answers_nothing() -> None:
    app = Host(number())
    async with app.run_test() as pilot:
        for key in ("ctrl+2", "alt+3", "super+4"):
            app.post_message(events.Key(key, key[-1]))
        await pilot.pause()
        assert app.reported == []


# In the interview.


async def at(driver: AppDriver, question: str) -> None:
    await driver.go(question)
    assert driver.at[0] == question


async def test_who_comes_back_to_a_number_replaces_it_and_who_types_on_appends() -> None:
    paper = of_each_type()
    async with running(SMALL, path=put_down(fresh(questionnaire=paper), paper)) as driver:
        await at(driver, "q_number")
        party = driver.at[1]
        await driver.press("6", "0")
        await driver.answered(party, "q_number", Decimal(60))
        await at(driver, "q_range")
        await at(driver, "q_number")
        await driver.press("2", "5")
        await driver.answered(party, "q_number", Decimal(25))
        await driver.press("tab", "tab", "8")
        await driver.answered(party, "q_number", Decimal(8))


async def test_a_number_is_begun_anew_behind_a_dialog_and_a_cover() -> None:
    paper = of_each_type()
    async with running(SMALL, path=put_down(fresh(questionnaire=paper), paper)) as driver:
        await at(driver, "q_number")
        party = driver.at[1]
        for command, place, digit in (
            ("note", Place.DIALOG, "6"),
            ("help", Place.LIST, "7"),
            ("blank", Place.HANDOVER, "8"),
        ):
            await driver.command(command)
            await driver.on(place)
            await driver.press("ctrl+r" if place is Place.HANDOVER else "escape")
            await driver.on(Place.INTERVIEW)
            await driver.press(digit)
            await driver.answered(party, "q_number", Decimal(digit))


async def test_what_is_pasted_answers_or_says_why_not_and_what_became_of_the_rest() -> None:
    paper = of_each_type()
    async with running(WIDE, path=put_down(fresh(questionnaire=paper), paper)) as driver:
        await at(driver, "q_number")
        party = driver.at[1]
        await driver.paste("６０ First\r\n\x1b[31m70")
        await driver.answered(party, "q_number", Decimal(60))
        assert driver.shows(driver.say("field.some_unused", taken=1, rest=1))
        await driver.paste("hello")
        assert driver.shows("“hello”")
        assert driver.answer(party, "q_number").value == 60
        await at(driver, "q_choice")
        await driver.paste("Second")
        await driver.answered(party, "q_choice", "two")


async def test_a_paste_waits_for_the_keys_before_it_and_keys_wait_for_a_paste() -> None:
    paper = of_each_type()
    async with running(WIDE, path=put_down(fresh(questionnaire=paper), paper)) as driver:
        await driver.go("q_number")
        first, second = driver.session.questionnaire.party_ids
        driver.send("tab")
        driver.app.post_message(events.Paste("35"))
        driver.send("tab", "7")
        await driver.answered(first, "q_number", Decimal(7))
        assert driver.answer(second, "q_number").value == Decimal(35)


async def test_nothing_is_pasted_under_a_veil() -> None:
    paper = of_each_type()
    session = fresh(Reveal.END, questionnaire=paper)
    async with running(WIDE, path=put_down(session, paper)) as driver:
        await at(driver, "q_number")
        party = driver.at[1]
        box = driver.box
        assert box.column is not None
        veiled = replace(box.column, hidden="veiled")
        box.update(veiled)
        await driver.paste("35")
        assert driver.answer(party, "q_number").value is None


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_parties_names_stand_in_labels_hints_ends_and_units(
    size: tuple[int, int],
) -> None:
    paper = of_each_type("{brand}")
    session = fresh(questionnaire=paper, names=("Aube", "Nuit"))
    async with running(size, path=put_down(session, paper)) as driver:
        for question in driver.interview.route.questions:
            await at(driver, question.id)
            await driver.press("1", "tab")
            drawn = [row for box in driver.screen.query(AnswerBox) for row in box.rows[2:]]
            assert "{brand}" not in "".join(row.content.plain for row in drawn), question.id


def with_hint(lines: int) -> str:
    """Return a questionnaire whose first question has a text and a hint of many words."""
    words = " ".join(f"word{number}" for number in range(lines * 9))
    long = f'{{ zh-CN = "{words}", en = "{words}" }}'
    paper = texts_of_each_type()
    head, mark, tail = paper.partition("[question.q_yesno]\n")
    kept = tail.partition("text = ")[2].partition("\n")[2]
    body = f'type = "yesno"\narea = "goals"\ncore = true\ntext = {long}\nhint = {long}\n'
    return f"{head}{mark}{body}{kept}"


async def test_a_long_hint_and_question_take_the_rows_to_spare_and_say_where_they_are_cut() -> None:
    paper = written("hinted", with_hint(4))
    session = fresh(questionnaire=paper, languages=("en", "en"))
    async with running((120, 40), path=put_down(session, paper)) as driver:
        await at(driver, "q_yesno")
        whole = driver.screen.query_one(QuestionText).rows
        assert "word35" in "".join(row.content.plain for row in whole)
        assert "word35" in "".join(row.content.plain for row in driver.box.rows)
        assert "…" not in driver.text
    paper = written("hinted", with_hint(20))
    session = fresh(questionnaire=paper, languages=("en", "en"))
    folder = put_down(session, paper, "kickoff-2026-11-23-2")
    async with running(SMALL, path=folder) as driver:
        await at(driver, "q_yesno")
        assert driver.screen.query_one(QuestionText).rows[-1].content.plain.endswith("…")
        cut = [row.content.plain for row in driver.box.rows if "…" in row.content.plain]
        assert len(cut) == 1
        options = [row for row in driver.box.rows if "field:" in str(row.targets)]
        assert len(options) >= 2


# The full-width blank in menus and forms.


async def test_the_blank_of_an_input_method_chooses_in_menus_and_switches_in_forms() -> None:
    async with running(SMALL) as driver:
        menu = driver.screen.query_one(Menu)
        menu.update(menu.entries, "new")
        assert menu.current == "new"
        await driver.press("ideographic_space")
        await driver.until(lambda: driver.place is not Place.HOME, "what follows home")
        await driver.press("escape")
        await driver.set_up()
        row = driver.screen.query_one("#length", RadioRow)
        row.focus()
        await driver.drawn()
        before = row.value
        await driver.press("ideographic_space")
        assert row.value != before
