"""A kickoff from home to the exported report, by keyboard alone and by mouse alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Input, TextArea

from tests import questionnaires
from tests.app.app_driver import COMMAND, SMALL, WIDE, AppDriver
from tests.app.app_runner import NAMES, fresh, put_down, running
from tests.app.input_devices import Hands, Keyboard, Mouse
from tests.app.questionnaire_files import of_each_type
from tests.sample_answers import reply
from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.report import read_report
from tui.i18n import LANGUAGES, Language, Phrases
from tui.screens.area_end import AreaEndScreen
from tui.screens.discussion import DiscussionScreen
from tui.storage.sessions import open_session
from tui.text.cleaning import clean
from tui.themes import DARK, LIGHT
from tui.widgets.area_tabs import AreaTabs
from tui.widgets.lines import Row
from tui.widgets.menu import Menu

HANDS = [Keyboard, Mouse]


async def interviewed(hands: Hands) -> dict[str, Answer]:
    """Answer and go on until the report comes; give each answer by party and question."""
    driver, said, ended = hands.driver, dict[str, Answer](), list[str]()
    paper = driver.session.questionnaire
    while driver.place is not Place.REPORT:
        if driver.place is Place.INTERVIEW:
            question, party = driver.at
            wanted = reply(paper[question], paper.party_ids.index(party))
            await hands.answer(wanted)
            await driver.answered(party, question, wanted.value)
            said[f"{party}.{question}"] = driver.answer(party, question)
        elif driver.place in (Place.AREA_END, Place.REVIEW):
            assert isinstance(driver.screen, AreaEndScreen | DiscussionScreen)
            ended.append(driver.screen._area)
        before = driver.where
        await hands.call(driver.onward)
        await driver.moved(before)
    areas = [area.id for area in paper.areas]
    # Each party ends each area, and what is revealed at the end is then talked about.
    assert ended == areas * (1 if driver.session.reveal is Reveal.LIVE else 3)
    return said


async def exported(hands: Hands) -> Path:
    """Export under the name that the dialog proposes."""
    await hands.export()
    await hands.driver.until(lambda: list(Path.cwd().glob("* × *.toml")), "the file")
    (file,) = Path.cwd().glob("* × *.toml")
    return file


def assert_holds(file: Path, session: Session, said: dict[str, Answer]) -> None:
    """Assert that a report file holds every answer, in plain form and in words."""
    report = read_report(file).report
    assert tuple(party.name for party in report.parties) == NAMES
    held = {f"{party}.{q.id}": a for q in report.questions for party, a in q.answers.items()}
    assert held.keys() == said.keys()
    for key, answer in held.items():
        question = session.questionnaire[key.partition(".")[2]]
        value = said[key].value
        assert value is not None
        assert answer.value == question.plain(value), key
        for language in session.questionnaire.languages:
            assert answer.words is not None
            assert answer.words[language] == clean(question.wording(value, language)), key


@pytest.mark.parametrize(
    ("hands", "size", "reveal"),
    [
        (Keyboard, SMALL, Reveal.LIVE),
        (Mouse, WIDE, Reveal.END),
        pytest.param(Keyboard, WIDE, Reveal.END, marks=pytest.mark.everywhere),
        pytest.param(Mouse, SMALL, Reveal.LIVE, marks=pytest.mark.everywhere),
    ],
)
async def test_a_whole_kickoff_ends_in_a_report_with_every_answer(
    hands: type[Hands], size: tuple[int, int], reveal: Reveal
) -> None:
    language = Language.CHINESE if size == SMALL else Language.ENGLISH
    async with running(size, language) as driver:
        at_it = hands(driver)
        await at_it.begin(NAMES, reveal)
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        assert driver.session.reveal is reveal
        said = await interviewed(at_it)
        assert len(said) == 2 * len(driver.interview.route.questions)
        assert_holds(await exported(at_it), driver.session, said)
        folder, session = driver.folder, driver.session
    assert replace(open_session(folder).session, histories={}) == session


@pytest.mark.parametrize(("hands", "size"), [(Keyboard, WIDE), (Mouse, SMALL)])
async def test_each_type_of_question_is_answered_with_nothing_else(
    hands: type[Hands], size: tuple[int, int]
) -> None:
    paper = of_each_type()
    session = fresh(questionnaire=paper)
    async with running(size, path=put_down(session, paper)) as driver:
        said = await interviewed(hands(driver))
        assert_holds(await exported(hands(driver)), session, said)


# What else can be said of a question.


@pytest.mark.parametrize("hands", HANDS)
@pytest.mark.parametrize("state", NonAnswer)
async def test_a_non_answer_takes_the_place_of_an_answer_and_is_taken_back_by_the_same(
    hands: type[Hands], state: NonAnswer
) -> None:
    async with running(path=put_down(fresh())) as driver:
        at_it, (question, party) = hands(driver), driver.at
        await at_it.answer(reply(driver.interview.question, 0))
        await driver.until(lambda: driver.answer(party, question).value is not None)
        await at_it.call(state)
        if state is NonAnswer.NOT_APPLICABLE:
            await driver.on(Place.DIALOG)
            await at_it.write("和我们无关：we sell nothing there")
        await driver.on(Place.INTERVIEW)
        said = driver.answer(party, question)
        reason = "和我们无关：we sell nothing there" if state is NonAnswer.NOT_APPLICABLE else ""
        assert said == Answer(state=state, reason=reason, rev=said.rev)
        assert driver.interview.route.progress().met == 0
        await at_it.call(state)
        await driver.until(lambda: driver.answer(party, question).state is None)
        assert driver.answer(party, question).reason == ""


async def test_a_reason_stands_beside_the_answer_and_in_the_report() -> None:
    reason = "没有线下店，也没有代理"
    async with running(path=put_down(fresh())) as driver:
        keys = Keyboard(driver)
        for _ in range(2):
            await keys.call("not_applicable")
            await driver.on(Place.DIALOG)
            await keys.write(reason)
            await driver.on(Place.INTERVIEW)
            assert driver.shows(reason)
            await driver.press("tab")
        await keys.call("report")
        await driver.on(Place.REPORT)
        menu = driver.screen.query_one("#agenda", Menu)
        question = driver.interview.route.questions[0].id
        await driver.press("enter", "end")  # from the map to a question beside the list
        while menu.current != question:
            await driver.press("up")
        await driver.drawn()
        assert driver.shows(reason)


@pytest.mark.parametrize("hands", HANDS)
async def test_notes_are_written_changed_left_alone_and_emptied(hands: type[Hands]) -> None:
    first, more = "先看双十一，", "再谈全年。"
    async with running(path=put_down(fresh())) as driver:
        at_it, (question, party) = hands(driver), driver.at

        async def note(text: str) -> None:
            await at_it.call("note")
            await driver.on(Place.DIALOG)
            await at_it.write(text)
            await driver.on(Place.INTERVIEW)

        await note(first)
        await note(more)
        assert driver.answer(party, question).note == first + more
        assert driver.shows(first + more)
        await at_it.call("note")
        await driver.on(Place.DIALOG)
        await driver.paste("也留着")
        assert driver.answer(party, question).note == first + more + "也留着"  # as it is written
        await driver.press("escape")
        await driver.on(Place.INTERVIEW)
        assert driver.answer(party, question).note == first + more + "也留着"
        await driver.command("undo")
        assert driver.answer(party, question).note == first + more
        await at_it.call("note")
        await driver.on(Place.DIALOG)
        await driver.write("改回去")
        await driver.choose("other", "#ways")
        assert driver.answer(party, question).note == first + more
        await driver.press("escape")
        await driver.on(Place.INTERVIEW)
        await at_it.call("note")
        await driver.on(Place.DIALOG)
        driver.screen.query_one(TextArea).select_all()
        await driver.press("delete")
        await driver.press("ctrl+s")
        await driver.on(Place.INTERVIEW)
        assert driver.answer(party, question) == Answer()


async def test_tab_leaves_the_field_of_a_note_and_enter_makes_a_new_line() -> None:
    async with running(path=put_down(fresh())) as driver:
        question, party = driver.at
        await driver.press("f6")
        await driver.on(Place.DIALOG)
        await driver.write("第一行")
        await driver.press("enter")
        await driver.write("第二行")
        await driver.press("tab", "enter")
        await driver.on(Place.INTERVIEW)
        assert driver.answer(party, question).note == "第一行\n第二行"
        assert driver.shows("第一行 第二行")


@pytest.mark.parametrize("letter", ["f6", "m", "ｍ"])
async def test_with_an_input_method_on_commands_get_through(letter: str) -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press(letter)
        await driver.on(Place.DIALOG)


# Ways.


@pytest.mark.parametrize("hands", HANDS)
async def test_undo_and_redo_go_back_and_forth_where_the_change_was(hands: type[Hands]) -> None:
    async with running(WIDE, path=put_down(fresh())) as driver:
        at_it, (first, party) = hands(driver), driver.at
        call = at_it.call if hands is Keyboard else driver.help
        wanted = reply(driver.interview.question, 0).value
        await at_it.answer(reply(driver.interview.question, 0))
        await driver.until(lambda: driver.answer(party, first).value == wanted)
        await at_it.call("next")
        await at_it.call("next")
        await driver.until(lambda: driver.at[0] != first)
        while driver.at[1] != party:
            await at_it.call("other_side")
        while driver.answer(party, first).is_answered:
            await call("undo")
            await driver.until(lambda: driver.place is Place.INTERVIEW)
            await driver.drawn()
        assert driver.at == (first, party)
        while driver.answer(party, first).value != wanted:
            await call("redo")
            await driver.until(lambda: driver.place is Place.INTERVIEW)
            await driver.drawn()
        assert driver.at == (first, party)


async def test_two_editions_of_one_questionnaire_are_told_apart_in_the_list() -> None:
    folder = Path.cwd() / "data" / "questionnaires"
    folder.mkdir(parents=True)
    for version in ("1.0.0", "1.1.0"):
        text = questionnaires.SMALL.replace('"1.0.0"', f'"{version}"')
        (folder / f"v{version[2]}.toml").write_text(text, encoding="utf-8")
    async with running(size=WIDE) as driver:
        await driver.choose("new")
        await driver.on(Place.LIST)
        shown = [line for line in driver.lines if "Small" in line]
        assert [line.split(maxsplit=1)[1].strip() for line in shown] == [
            "1.0.0, v0.toml, 5 questions",
            "1.1.0, v1.toml, 5 questions",
        ]


@pytest.mark.parametrize("hands", HANDS)
async def test_the_jump_list_leads_to_any_question_and_back_to_the_one_before(
    hands: type[Hands],
) -> None:
    async with running(path=put_down(fresh())) as driver:
        at_it, questions = hands(driver), driver.interview.route.questions
        for goal in (questions[-1], questions[len(questions) // 2], questions[0]):
            await at_it.call("jump")
            await driver.on(Place.LIST)
            menu = driver.screen.query_one(Menu)
            if hands is Mouse:
                await driver.choose(goal.id, "#list")
            else:
                await driver.press("home")
                while menu.current != goal.id:
                    await driver.press("down")
                await driver.press("enter")
            await driver.until(lambda g=goal: driver.at[0] == g.id)
        await driver.on(Place.INTERVIEW)
        await at_it.call("jump")
        await driver.on(Place.LIST)
        await at_it.call("leave")
        await driver.on(Place.INTERVIEW)
        await at_it.call("back")
        await driver.settled()
        assert driver.at[0] == questions[0].id


async def test_lists_call_each_question_by_its_name() -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press("f2")
        await driver.on(Place.LIST)
        assert driver.shows("Goals in order")
        assert not driver.shows("Please put them in order")
        await driver.press("escape", "f3", "f2")
        await driver.on(Place.LIST)
        assert driver.shows("目标排序")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_click_on_a_tab_leads_to_each_area(size: tuple[int, int]) -> None:
    async with running(size, path=put_down(fresh())) as driver:
        for area in reversed(driver.session.questionnaire.areas):
            await driver.click(driver.screen.query_one("#area-tabs", AreaTabs), area.id)
            await driver.until(lambda a=area: driver.interview.question.area == a.id)
            first = driver.interview.route.in_area(area.id)[0]
            assert driver.at[0] == first.id


@pytest.mark.parametrize("hands", HANDS)
async def test_back_leads_over_the_border_of_an_area(hands: type[Hands]) -> None:
    async with running(path=put_down(fresh())) as driver:
        questions = driver.interview.route.questions
        areas = driver.session.questionnaire.areas
        await driver.click(driver.screen.query_one("#area-tabs", AreaTabs), areas[1].id)
        await driver.until(lambda: driver.interview.question.area == areas[1].id)
        await hands(driver).call("back")  # to how much the area matters
        await driver.on(Place.AREA_START)
        await driver.command("back")
        await driver.until(lambda: driver.interview.question.area == areas[0].id)
        assert driver.at[0] == [q.id for q in questions if q.area == areas[0].id][-1]


async def test_what_is_half_typed_stays_on_the_way_to_other_questions_and_back() -> None:
    async with running(WIDE, path=put_down(fresh())) as driver:
        questions = driver.interview.route.questions
        ranking = next(q for q in questions if q.kind is Kind.RANKING)
        await driver.go(ranking.id)
        await driver.press("2")
        assert driver.box.field is not None
        draft = driver.unfinished
        assert draft is not None
        await driver.go(questions[-1].id)
        await driver.go(ranking.id)
        assert driver.unfinished == draft
        assert not driver.answer(*reversed(driver.at)).is_answered


# Language and theme.


def choices_shown(driver: AppDriver, question: AnyQuestion, language: str) -> bool:
    return all(driver.shows(choice.label[language]) for choice in question.labels)


async def test_switching_the_language_midway_keeps_all_but_the_interface() -> None:
    async with running(WIDE, Language.ENGLISH, path=put_down(fresh())) as driver:
        keys = Keyboard(driver)
        await keys.answer(reply(driver.interview.question, 0))
        await keys.call("next")
        await driver.press("1")  # of a ranking: half an answer
        session, place = driver.session, driver.at
        draft = driver.unfinished
        question = driver.interview.question
        for language in (Language.CHINESE, Language.ENGLISH):
            await keys.call("language")
            await driver.until(lambda lg=language: driver.say.language is lg)
            await driver.settled()
            say = Phrases(language)
            assert driver.shows(f"{COMMAND['jump'].key_label} {say('command.jump')}")
            assert (driver.session, driver.at) == (session, place)
            assert driver.unfinished == draft
            assert choices_shown(driver, question, "en")
            assert choices_shown(driver, question, "zh-CN")


async def test_a_dialog_keeps_what_is_written_while_nothing_else_can_be_switched() -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press("f6")
        await driver.on(Place.DIALOG)
        await driver.write("还没写完")
        await driver.press("f3", "f10", "f2")
        assert driver.place is Place.DIALOG
        await driver.press("f1")
        await driver.on(Place.LIST)
        await driver.press("escape")
        await driver.on(Place.DIALOG)
        assert driver.screen.query_one(TextArea).text == "还没写完"
        assert driver.app.language is LANGUAGES[1]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_switching_the_theme_changes_colours_and_no_word(size: tuple[int, int]) -> None:
    async with running(size, example=True) as driver:
        for theme in (LIGHT, DARK):
            before, shown = driver.text, driver.app.export_screenshot()
            await driver.press("f10")
            await driver.until(lambda t=theme: driver.app.theme == t.name)
            await driver.settled()
            assert driver.text == before
            assert driver.app.export_screenshot() != shown


async def test_what_is_typed_in_the_set_up_stays_when_the_language_is_switched() -> None:
    async with running() as driver:
        await driver.set_up()
        await driver.write("巴黎 Lumière")
        await driver.press("f3")
        await driver.until(lambda: driver.app.language is Language.CHINESE)
        await driver.settled()
        assert driver.screen.query_one("#left-name", Input).value == "巴黎 Lumière"
        assert driver.shows(Phrases(Language.CHINESE)("setup.name"))


async def test_a_missing_name_is_asked_for_and_nothing_begins() -> None:
    async with running() as driver:
        await driver.set_up()
        await driver.write("Only one")
        await driver.command("onward")
        await driver.drawn()
        agency = fresh().questionnaire.parties[1].name["en"]
        assert driver.shows(driver.say("setup.name_missing", party=agency))
        assert driver.focused == "right-name"
        assert not list(Path.cwd().glob("data/sessions/*"))


# The list of commands.


@pytest.mark.parametrize("hands", HANDS)
async def test_a_command_is_carried_out_from_the_list_of_all(hands: type[Hands]) -> None:
    async with running(path=put_down(fresh())) as driver:
        at_it, (question, party) = hands(driver), driver.at
        await at_it.call("help")
        await driver.on(Place.LIST)
        if hands is Mouse:
            await driver.choose("undecided", "#list")
        else:
            menu = driver.screen.query_one(Menu)
            while menu.current != "undecided":
                await driver.press("down")
            await driver.press("enter")
        await driver.until(lambda: driver.answer(party, question).state is NonAnswer.UNDECIDED)
        await driver.on(Place.INTERVIEW)


# The report's file.


async def test_an_export_never_replaces_a_file_unasked() -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press("f9")
        await driver.on(Place.REPORT)
        file = await exported(Keyboard(driver))
        file.write_text("mine")
        await driver.press("escape")
        await driver.on(Place.REPORT)
        await driver.press("ctrl+s")
        await driver.on(Place.DIALOG)
        field = driver.screen.query_one("#path", Input)
        field.focus()
        field.value = file.name
        await driver.settled()
        await driver.press("enter")
        assert driver.shows(driver.say("export.exists", names=file.name))
        assert file.read_text() == "mine"
        await driver.press("enter")
        await driver.until(lambda: file.read_text() != "mine", "the second word")
        assert read_report(file).notices == ()


@pytest.mark.parametrize("name", ["", "a\0b.toml", "~nobody-of-this-name/report.toml"])
async def test_an_export_to_nowhere_says_so_and_can_be_mended(name: str) -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press("f9")
        await driver.on(Place.REPORT)
        await driver.press("ctrl+s")
        await driver.on(Place.DIALOG)
        field = driver.screen.query_one("#path", Input)
        field.focus()
        field.value = name
        await driver.settled()
        await driver.press("enter")
        await driver.drawn()
        trouble = driver.say("export.failed", reason="|").partition("|")[0]
        assert driver.shows(trouble)
        field.value = "mended.toml"
        await driver.settled()
        await driver.press("enter")
        await driver.until(Path("mended.toml").exists, "the file")


# What is half done.


async def test_what_is_half_done_is_told_of_once_kept_and_taken_up_again() -> None:
    folder = put_down(fresh())
    async with running(path=folder) as driver:
        ranking = next(q for q in driver.interview.route.questions if q.kind is Kind.RANKING)
        await driver.go(ranking.id)
        await driver.press("1", "2")
        half = driver.unfinished
        assert half is not None
        before = driver.at
        told = driver.say("interview.half_done", missing="").split(":")[0]
        for _ in range(9):  # from part to part first
            await driver.command("next")
            assert driver.at == before
            if driver.shows(told):
                break
        assert driver.shows(told)
        await driver.command("next")
        assert driver.at != before
        await driver.command("leave")
        await driver.on(Place.HOME)
    async with running(path=folder) as driver:
        await driver.go(ranking.id)
        assert driver.at == before
        assert driver.unfinished == half
        assert not driver.answer(before[1], ranking.id).is_answered


async def test_the_minutes_are_kept_letter_by_letter() -> None:
    async with running(example=True) as driver:
        await driver.command("onward")
        await driver.on(Place.REVIEW)
        await driver.press("enter")  # into the form of the first item
        assert driver.is_deciding
        await driver.press("down")
        await driver.write("按净额算")
        await driver.press("down", "down")
        await driver.write("12月5")
        await driver.settled()
        (decision,) = driver.session.minutes.decisions.values()
        assert (decision.text, decision.due) == ("按净额算", date(2026, 12, 5))
        assert driver.shows("Sat 5 Dec 2026")  # the day that was understood
        await driver.write("x")
        await driver.command("leave")
        assert driver.is_deciding
        assert driver.shows(driver.say("minutes.no_date", key="Esc"))
        await driver.command("leave")  # an error locks nobody in
        assert not driver.is_deciding


async def test_little_is_painted_where_little_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual would paint the whole screen whenever the focus moves, and a widget in full."""
    async with running(WIDE, example=True) as driver:
        box = driver.box
        painted = list[int]()
        paint = box._painted

        def noting(row: Row, base: Style, width: int) -> Strip:
            painted.append(list(box.rows).index(row))
            return paint(row, base, width)

        monkeypatch.setattr(box, "_painted", noting)
        await driver.press("tab")
        await driver.press("tab")
        assert 0 < len(painted) < box.size.height
