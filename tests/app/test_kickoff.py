"""A kickoff from home to the exported report, by keyboard alone and by mouse alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Input, TextArea

from tests.app.app_driver import COMMAND, NAMES, SMALL, WIDE, AppDriver, fresh, put_down, running
from tests.app.input_devices import Hands, Keyboard, Mouse
from tests.app.questionnaire_files import of_each_type
from tests.app.sample_answers import reply
from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.report import read_report
from tui.i18n import LANGUAGES, Language, Phrases
from tui.storage.sessions import open_session
from tui.text.cleaning import clean
from tui.themes import DARK, LIGHT
from tui.widgets.lines import Row
from tui.widgets.menu import Menu

HANDS = [Keyboard, Mouse]


async def interviewed(hands: Hands) -> dict[str, Answer]:
    """Answer and go on until the report comes; give each answer by party and question."""
    laptop, said, ended = hands.laptop, dict[str, Answer](), list[str]()
    paper = laptop.session.questionnaire
    while laptop.place is not Place.REPORT:
        if laptop.place is Place.INTERVIEW:
            question, party = laptop.at
            wanted = reply(paper[question], paper.party_ids.index(party))
            await hands.answer(wanted)
            await laptop.answered(party, question, wanted.value)
            said[f"{party}.{question}"] = laptop.answer(party, question)
        elif laptop.place in (Place.AREA_END, Place.REVIEW):
            ended.append(laptop.screen._area)
        before = laptop.where
        await hands.call("go_on" if laptop.place is Place.REVIEW else "next")
        await laptop.moved(before)
    areas = [area.id for area in paper.areas]
    # Each party ends each area, and what is revealed at the end is then talked about.
    assert ended == areas * (1 if laptop.session.reveal is Reveal.LIVE else 3)
    return said


async def exported(hands: Hands) -> Path:
    """Export by what the dialog proposes."""
    await hands.export()
    await hands.laptop.until(lambda: list(Path.cwd().glob("alignment-*.toml")), "the file")
    (file,) = Path.cwd().glob("alignment-*.toml")
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
        (Keyboard, WIDE, Reveal.END),
        (Mouse, SMALL, Reveal.END),
        (Mouse, WIDE, Reveal.LIVE),
    ],
)
async def test_a_whole_kickoff_ends_in_a_report_with_every_answer(
    hands: type[Hands], size: tuple[int, int], reveal: Reveal
) -> None:
    language = Language.CHINESE if size == SMALL else Language.ENGLISH
    async with running(size, language) as laptop:
        at_it = hands(laptop)
        await at_it.begin(NAMES, reveal)
        await laptop.until(lambda: laptop.app.document is not None, "the session")
        await laptop.settled()
        assert laptop.session.reveal is reveal
        said = await interviewed(at_it)
        assert len(said) == 2 * len(laptop.interview.route.questions)
        assert_holds(await exported(at_it), laptop.session, said)
        folder, session = laptop.app.document.path, laptop.session
    assert replace(open_session(folder).session, histories={}) == session


@pytest.mark.parametrize("hands", HANDS)
@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_each_type_of_question_is_answered_with_nothing_else(
    hands: type[Hands], size: tuple[int, int]
) -> None:
    paper = of_each_type()
    session = fresh(questionnaire=paper)
    async with running(size, path=put_down(session, paper)) as laptop:
        said = await interviewed(hands(laptop))
        assert_holds(await exported(hands(laptop)), session, said)


# What else can be said of a question.


@pytest.mark.parametrize("hands", HANDS)
@pytest.mark.parametrize("state", NonAnswer)
async def test_a_non_answer_takes_the_place_of_an_answer_and_is_taken_back_by_the_same(
    hands: type[Hands], state: NonAnswer
) -> None:
    async with running(path=put_down(fresh())) as laptop:
        at_it, (question, party) = hands(laptop), laptop.at
        await at_it.answer(reply(laptop.interview.question, 0))
        await laptop.until(lambda: laptop.answer(party, question).value is not None)
        await at_it.call(state)
        if state is NonAnswer.NOT_APPLICABLE:
            await laptop.on(Place.DIALOG)
            await at_it.write("和我们无关：we sell nothing there")
        await laptop.on(Place.INTERVIEW)
        said = laptop.answer(party, question)
        reason = "和我们无关：we sell nothing there" if state is NonAnswer.NOT_APPLICABLE else ""
        assert said == Answer(state=state, reason=reason, rev=said.rev)
        assert laptop.interview.route.progress().met == 0
        await at_it.call(state)
        await laptop.until(lambda: laptop.answer(party, question).state is None)
        assert laptop.answer(party, question).reason == ""


async def test_a_reason_stands_beside_the_answer_and_in_the_report() -> None:
    reason = "没有线下店，也没有代理"
    async with running(path=put_down(fresh())) as laptop:
        keys = Keyboard(laptop)
        for _ in range(2):
            await keys.call("not_applicable")
            await laptop.on(Place.DIALOG)
            await keys.write(reason)
            await laptop.on(Place.INTERVIEW)
            assert laptop.shows(reason)
            await laptop.press("tab")
        await keys.call("report")
        await laptop.on(Place.REPORT)
        menu = laptop.screen.query_one("#agenda", Menu)
        question = laptop.interview.route.questions[0].id
        while menu.current != question:
            await laptop.press("down")
        await laptop.drawn()
        assert laptop.shows(reason)


@pytest.mark.parametrize("hands", HANDS)
async def test_notes_are_written_changed_left_alone_and_emptied(hands: type[Hands]) -> None:
    first, more = "先看双十一，", "再谈全年。"
    async with running(path=put_down(fresh())) as laptop:
        at_it, (question, party) = hands(laptop), laptop.at

        async def note(text: str) -> None:
            await at_it.call("note")
            await laptop.on(Place.DIALOG)
            await at_it.write(text)
            await laptop.on(Place.INTERVIEW)

        await note(first)
        await note(more)
        assert laptop.answer(party, question).note == first + more
        assert laptop.shows(first + more)
        await at_it.call("note")
        await laptop.on(Place.DIALOG)
        await laptop.paste("dropped")
        await laptop.press("escape")
        assert laptop.place is Place.DIALOG  # what was written is not thrown away by one key
        assert laptop.shows(laptop.say("note.leave_twice"))
        await laptop.press("escape")
        await laptop.on(Place.INTERVIEW)
        assert laptop.answer(party, question).note == first + more
        await at_it.call("note")
        await laptop.on(Place.DIALOG)
        laptop.screen.query_one(TextArea).select_all()
        await laptop.press("delete")
        await laptop.press("ctrl+s")
        await laptop.on(Place.INTERVIEW)
        assert laptop.answer(party, question) == Answer()


async def test_tab_leaves_the_field_of_a_note_and_enter_makes_a_new_line() -> None:
    async with running(path=put_down(fresh())) as laptop:
        question, party = laptop.at
        await laptop.press("f6")
        await laptop.on(Place.DIALOG)
        await laptop.write("第一行")
        await laptop.press("enter")
        await laptop.write("第二行")
        await laptop.press("tab", "enter")
        await laptop.on(Place.INTERVIEW)
        assert laptop.answer(party, question).note == "第一行\n第二行"
        assert laptop.shows("第一行 第二行")


@pytest.mark.parametrize("letter", ["f6", "m", "ｍ"])
async def test_with_an_input_method_on_commands_get_through(letter: str) -> None:
    async with running(path=put_down(fresh())) as laptop:
        await laptop.press(letter)
        await laptop.on(Place.DIALOG)


# Ways.


@pytest.mark.parametrize("hands", HANDS)
async def test_undo_and_redo_go_back_and_forth_where_the_change_was(hands: type[Hands]) -> None:
    async with running(WIDE, path=put_down(fresh())) as laptop:
        at_it, (first, party) = hands(laptop), laptop.at
        call = at_it.call if hands is Keyboard else laptop.help
        wanted = reply(laptop.interview.question, 0).value
        await at_it.answer(reply(laptop.interview.question, 0))
        await laptop.until(lambda: laptop.answer(party, first).value == wanted)
        await at_it.call("next")
        await at_it.call("next")
        await laptop.until(lambda: laptop.at[0] != first)
        while laptop.at[1] != party:
            await at_it.call("other_side")
        while laptop.answer(party, first).is_answered:
            await call("undo")
            await laptop.until(lambda: laptop.place is Place.INTERVIEW)
            await laptop.drawn()
        assert laptop.at == (first, party)
        while laptop.answer(party, first).value != wanted:
            await call("redo")
            await laptop.until(lambda: laptop.place is Place.INTERVIEW)
            await laptop.drawn()
        assert laptop.at == (first, party)


@pytest.mark.parametrize("hands", HANDS)
async def test_the_jump_list_leads_to_any_question_and_back_to_the_one_before(
    hands: type[Hands],
) -> None:
    async with running(path=put_down(fresh())) as laptop:
        at_it, questions = hands(laptop), laptop.interview.route.questions
        for goal in (questions[-1], questions[len(questions) // 2], questions[0]):
            await at_it.call("jump")
            await laptop.on(Place.LIST)
            menu = laptop.screen.query_one(Menu)
            if hands is Mouse:
                await laptop.choose(goal.id, "#list")
            else:
                await laptop.press("home")
                while menu.current != goal.id:
                    await laptop.press("down")
                await laptop.press("enter")
            await laptop.until(lambda g=goal: laptop.at[0] == g.id)
        await laptop.on(Place.INTERVIEW)
        await at_it.call("jump")
        await laptop.on(Place.LIST)
        await at_it.call("leave")
        await laptop.on(Place.INTERVIEW)
        await at_it.call("back")
        await laptop.settled()
        assert laptop.at[0] == questions[0].id


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_click_on_an_area_tab_leads_to_each_area(size: tuple[int, int]) -> None:
    async with running(size, path=put_down(fresh())) as laptop:
        for area in reversed(laptop.session.questionnaire.areas):
            await laptop.click(laptop.screen.query_one("#area-tabs"), area.id)
            await laptop.until(lambda a=area: laptop.interview.question.area == a.id)
            first = laptop.interview.route.in_area(area.id)[0]
            assert laptop.at[0] == first.id


@pytest.mark.parametrize("hands", HANDS)
async def test_back_leads_over_the_border_of_an_area(hands: type[Hands]) -> None:
    async with running(path=put_down(fresh())) as laptop:
        questions = laptop.interview.route.questions
        areas = laptop.session.questionnaire.areas
        await laptop.click(laptop.screen.query_one("#area-tabs"), areas[1].id)
        await laptop.until(lambda: laptop.interview.question.area == areas[1].id)
        await hands(laptop).call("back")
        await laptop.until(lambda: laptop.interview.question.area == areas[0].id)
        assert laptop.at[0] == [q.id for q in questions if q.area == areas[0].id][-1]


async def test_what_is_half_typed_stays_on_the_way_to_other_questions_and_back() -> None:
    async with running(WIDE, path=put_down(fresh())) as laptop:
        questions = laptop.interview.route.questions
        ranking = next(q for q in questions if q.kind is Kind.RANKING)
        await laptop.go(ranking.id)
        await laptop.press("2")
        assert laptop.box.field is not None
        draft = laptop.box.field.unfinished
        assert draft is not None
        await laptop.go(questions[-1].id)
        await laptop.go(ranking.id)
        assert laptop.box.field.unfinished == draft
        assert not laptop.answer(*reversed(laptop.at)).is_answered


# Language and theme.


def choices_shown(laptop: AppDriver, question: AnyQuestion, language: str) -> bool:
    return all(laptop.shows(choice.label[language]) for choice in question.labels)


async def test_switching_the_language_midway_keeps_all_but_the_interface() -> None:
    async with running(WIDE, Language.ENGLISH, path=put_down(fresh())) as laptop:
        keys = Keyboard(laptop)
        await keys.answer(reply(laptop.interview.question, 0))
        await keys.call("next")
        await laptop.press("1")  # of a ranking: half an answer
        session, place = laptop.session, laptop.at
        draft = laptop.box.field.unfinished
        question = laptop.interview.question
        for language in (Language.CHINESE, Language.ENGLISH):
            await keys.call("language")
            await laptop.until(lambda lg=language: laptop.say.language is lg)
            await laptop.settled()
            say = Phrases(language)
            assert laptop.shows(f"{COMMAND['jump'].key_label} {say('command.jump')}")
            assert (laptop.session, laptop.at) == (session, place)
            assert laptop.box.field.unfinished == draft
            assert choices_shown(laptop, question, "en")
            assert choices_shown(laptop, question, "zh-CN")


async def test_a_dialog_keeps_what_is_written_while_nothing_else_can_be_switched() -> None:
    async with running(path=put_down(fresh())) as laptop:
        await laptop.press("f6")
        await laptop.on(Place.DIALOG)
        await laptop.write("还没写完")
        await laptop.press("f3", "f10", "f1", "f2")
        assert laptop.place is Place.DIALOG
        assert laptop.screen.query_one(TextArea).text == "还没写完"
        assert laptop.app.language is LANGUAGES[1]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_switching_the_theme_changes_colours_and_no_word(size: tuple[int, int]) -> None:
    async with running(size, example=True) as laptop:
        for theme in (LIGHT, DARK):
            before, shown = laptop.text, laptop.app.export_screenshot()
            await laptop.press("f10")
            await laptop.until(lambda t=theme: laptop.app.theme == t.name)
            await laptop.settled()
            assert laptop.text == before
            assert laptop.app.export_screenshot() != shown


async def test_what_is_typed_in_the_set_up_stays_when_the_language_is_switched() -> None:
    async with running() as laptop:
        await laptop.set_up()
        await laptop.write("巴黎 Lumière")
        await laptop.press("f3")
        await laptop.until(lambda: laptop.app.language is Language.CHINESE)
        await laptop.settled()
        assert laptop.screen.query_one("#left-name", Input).value == "巴黎 Lumière"
        assert laptop.shows(Phrases(Language.CHINESE)("setup.name"))


async def test_a_missing_name_is_asked_for_and_nothing_begins() -> None:
    async with running() as laptop:
        await laptop.set_up()
        await laptop.write("Only one")
        await laptop.press("ctrl+s")
        await laptop.drawn()
        agency = fresh().questionnaire.parties[1].name["en"]
        assert laptop.shows(laptop.say("setup.name_missing", party=agency))
        assert laptop.screen.focused.id == "right-name"
        assert not list(Path.cwd().glob("data/sessions/*"))


# The list of commands.


@pytest.mark.parametrize("hands", HANDS)
async def test_a_command_is_carried_out_from_the_list_of_all(hands: type[Hands]) -> None:
    async with running(path=put_down(fresh())) as laptop:
        at_it, (question, party) = hands(laptop), laptop.at
        await at_it.call("help")
        await laptop.on(Place.LIST)
        if hands is Mouse:
            await laptop.choose("undecided", "#list")
        else:
            menu = laptop.screen.query_one(Menu)
            while menu.current != "undecided":
                await laptop.press("down")
            await laptop.press("enter")
        await laptop.until(lambda: laptop.answer(party, question).state is NonAnswer.UNDECIDED)
        await laptop.on(Place.INTERVIEW)


# The report's file.


async def test_an_export_never_replaces_a_file_unasked() -> None:
    async with running(path=put_down(fresh())) as laptop:
        await laptop.press("f9")
        await laptop.on(Place.REPORT)
        file = await exported(Keyboard(laptop))
        file.write_text("mine")
        await laptop.press("escape")
        await laptop.on(Place.REPORT)
        await laptop.press("ctrl+s")
        await laptop.on(Place.DIALOG)
        field = laptop.screen.query_one("#path", Input)
        assert field.value != file.name
        field.value = file.name
        await laptop.press("enter")
        assert laptop.shows(laptop.say("export.exists", path=file.name))
        assert file.read_text() == "mine"
        await laptop.press("enter")
        await laptop.until(lambda: file.read_text() != "mine", "the second word")
        assert read_report(file).notices == ()


@pytest.mark.parametrize(
    "name", ["", "nowhere/report.toml", ".", "a\0b.toml", "~nobody-of-this-name/report.toml"]
)
async def test_an_export_to_nowhere_says_so_and_can_be_mended(name: str) -> None:
    async with running(path=put_down(fresh())) as laptop:
        await laptop.press("f9")
        await laptop.on(Place.REPORT)
        await laptop.press("ctrl+s")
        await laptop.on(Place.DIALOG)
        field = laptop.screen.query_one("#path", Input)
        field.value = name
        await laptop.press("enter")
        await laptop.drawn()
        trouble = laptop.say("export.failed", reason="|").partition("|")[0]
        assert laptop.shows(trouble)
        field.value = "mended.toml"
        await laptop.press("enter")
        await laptop.until(Path("mended.toml").exists, "the file")


# What is half done.


async def test_what_is_half_done_is_told_of_before_the_session_is_left() -> None:
    async with running(path=put_down(fresh())) as laptop:
        ranking = next(q for q in laptop.interview.route.questions if q.kind is Kind.RANKING)
        await laptop.go(ranking.id)
        await laptop.press("1", "2")
        await laptop.command("next")
        await laptop.command("leave")
        assert laptop.place is Place.INTERVIEW
        assert laptop.at[0] == ranking.id
        assert laptop.shows(laptop.say("interview.draft"))
        await laptop.command("leave")
        await laptop.on(Place.HOME)


async def test_the_minutes_are_kept_letter_by_letter() -> None:
    async with running(example=True) as laptop:
        await laptop.command("review")
        await laptop.on(Place.REVIEW)
        await laptop.press("enter", "enter")  # to the first item, and into its minutes
        await laptop.on(Place.MINUTES)
        await laptop.press("down")
        await laptop.write("按净额算")
        await laptop.press("down", "down")
        await laptop.write("12月5")
        await laptop.settled()
        (decision,) = laptop.session.minutes.decisions.values()
        assert (decision.text, decision.due) == ("按净额算", date(2026, 12, 5))
        await laptop.write("x")
        await laptop.command("leave")
        assert laptop.place is Place.MINUTES
        assert laptop.shows(laptop.say("minutes.no_date"))
        await laptop.press("backspace", "escape")
        await laptop.on(Place.REVIEW)


async def test_little_is_painted_where_little_changes() -> None:
    """Textual would paint the whole screen whenever the focus moves, and a widget in full."""
    async with running(WIDE, example=True) as laptop:
        box = laptop.box
        painted = list[int]()
        paint = box._painted

        def noting(row: Row, base: Style, width: int) -> Strip:
            painted.append(list(box.rows).index(row))
            return paint(row, base, width)

        box._painted = noting
        await laptop.press("tab")
        await laptop.press("tab")
        assert 0 < len(painted) < box.size.height
