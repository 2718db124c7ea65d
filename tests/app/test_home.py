"""Home: what is listed, what can be opened, and what is said where it cannot."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.app_driver import SMALL, WIDE, AppDriver, hinted
from tests.app.app_runner import fresh, put_down, running
from tests.sample_answers import reply
from tui.commands import Place
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.minutes import Decision
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.formats.report import report_bytes
from tui.formats.self_assessment import solo_report_bytes
from tui.formats.session import read_session_settings
from tui.i18n import LANGUAGES, Language
from tui.storage.sessions import open_session
from tui.storage.settings import Settings, read_settings
from tui.themes import LIGHT
from tui.widgets.menu import Menu
from tui.workspace.example import example_session, example_sheets

REPOSITORY = Path(__file__).parents[2]


def with_answers(session: Session, counts: tuple[int, int]) -> Session:
    """Return the session in which the parties have answered so many questions."""
    for place, count in enumerate(counts):
        party = session.questionnaire.party_ids[place]
        for number in range(count):  # an answer may open a question, or close one
            if number < len(session.asked_of(party)):
                question = session.asked_of(party)[number]
                answer = Answer(value=reply(question, 0).value, rev=question.rev)
                session = session.answered(party, question.id, answer)
    return replace(session, histories={})


def entry(folder: Path) -> str:
    return f"session:{folder}"


def told(driver: AppDriver) -> str:
    """Return what home says that went wrong."""
    found = str(driver.screen.query_one("#home-trouble").render()).strip()
    return "" if found == driver.say("open.searching") else found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_home_lists_each_session_with_its_names_its_day_and_its_state(
    language: Language,
) -> None:
    first = put_down(with_answers(fresh(), (3, 1)))
    second = put_down(fresh(names=("Maison Aube", "云舟")), name="kickoff-2026-11-23-2")
    asked = fresh().progress("brand").asked
    async with running(SMALL, language) as driver:
        await driver.until(lambda: driver.shows("Lumière Paris"), "the list")
        say = driver.say
        for shown in ("Maison Aube", "云舟", say("home.answered", met=1, asked=asked)):
            assert driver.shows(shown), driver.text
        assert driver.shows(say("home.not_begun"))
        assert driver.shows("今天" if language is Language.CHINESE else "today")
        listed = ids(driver)
        assert listed[0] == driver.screen.query_one(Menu).current == entry(second)
        assert entry(first) in listed  # last saved, first listed


async def test_a_session_goes_on_where_it_waits_and_home_tells_its_new_state() -> None:
    folder = put_down(with_answers(fresh(), (2, 2)))
    asked = fresh().progress("brand").asked
    async with running(SMALL) as driver:
        assert driver.screen.query_one(Menu).current == entry(folder)  # before any look for more
        await driver.press("enter")
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        await driver.come_in()
        assert driver.at[0] == driver.interview.route.questions[2].id
        await driver.press("1", "2", "f4")
        await driver.press("tab", "f4")
        await driver.command("leave")
        await driver.on(Place.HOME)
        told = driver.say("home.answered", met=3, asked=asked)
        await driver.until(lambda: driver.shows(told), "the new state")


STATES = {
    "home.waiting": (Reveal.END, Position("brand", Stage.REVEAL), (33, 33), {}),
    "home.shown": (Reveal.LIVE, Position("brand", Stage.RESULT), (33, 33), {}),
    "home.discussed": (Reveal.LIVE, Position("brand", Stage.DISCUSSION, "goals"), (33, 33), {}),
    "home.discussed_parked": (
        Reveal.LIVE,
        Position("brand", Stage.MEETING_END),
        (33, 33),
        {"gmv_definition": False, "team_size": True},
    ),
    "home.finished": (
        Reveal.LIVE,
        Position("brand", Stage.QUESTION),
        (33, 33),
        {"gmv_definition": False, "team_size": False, "goal_ranking": False},
    ),
    "home.finished_parked": (
        Reveal.LIVE,
        Position("brand", Stage.RESULT),
        (33, 33),
        {"gmv_definition": False, "team_size": True},
    ),
}


@pytest.mark.parametrize("key", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_state_is_told_in_words(key: str, language: Language) -> None:
    reveal, position, counts, decided = STATES[key]
    session = replace(with_answers(fresh(reveal), counts), position=position)
    if key == "home.finished":  # whatever was looked at since
        session = session.closed(date(2026, 11, 23), None)
    for question, is_parked in decided.items():
        decision = Decision(question=question, text="so be it", is_parked=is_parked)
        session = session.decided(decision)
    put_down(session)
    async with running(SMALL, language) as driver:
        told = driver.say(key, decided=list(decided.values()).count(False), parked=1)
        assert driver.shows(told), driver.text
        assert not driver.shows("33/33")


async def test_where_it_was_left_is_told_with_the_item_in_the_language_of_the_interface() -> None:
    session = fresh(Reveal.LIVE)
    put_down(replace(session, position=Position("brand", Stage.MINUTES, "gmv_definition")))
    async with running(SMALL) as driver:
        assert driver.shows("Discussion · Goals · GMV definition")
        await driver.command("language")
        assert driver.shows("讨论 · 目标 · GMV 口径")


async def test_the_end_of_the_meeting_is_told_as_that_and_time_alone_is_no_decision() -> None:
    session = fresh(Reveal.LIVE).spent(90, "gmv_definition")
    put_down(replace(session, position=Position("brand", Stage.MEETING_END)))
    async with running(SMALL) as driver:
        assert driver.shows(driver.say("home.at_meeting_end"))
        assert driver.shows(driver.say("home.discussed", decided=0))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_hints_have_no_room_the_least_urgent_goes_and_never_the_help(
    language: Language,
) -> None:
    put_down(fresh(Reveal.LIVE))
    async with running((60, 20), language) as driver:
        shown = driver.lines[-1].rstrip()
        assert driver.say("command.help") in shown
        assert driver.say("command.archive") in shown
        assert cell_len(shown) < 60
        for command in hinted(driver.screen):
            assert driver.say(f"command.{command}") in shown


async def test_no_question_is_named_at_which_a_party_answers_blind() -> None:
    session = fresh(Reveal.AREA).went_to(Position("brand"), "gmv_definition")
    folder = put_down(session)
    assert "GMV" not in (folder / "session.toml").read_text(encoding="utf-8")
    async with running(SMALL) as driver:
        assert driver.shows("Questions · Goals · Lumière Paris is next")
        assert not driver.shows("GMV definition")


async def test_a_kickoff_begins_with_the_questionnaire_that_is_chosen_at_home() -> None:
    async with running(SMALL) as driver:
        await driver.until(lambda: driver.shows("before money or shares"), "the questionnaires")
        name = next(name for name in ids(driver) if name.endswith("cofounders.toml"))
        await driver.choose(name)
        await driver.on(Place.SETUP)
        assert driver.shows("Two founders")


async def test_a_faulty_questionnaire_of_ones_own_is_listed_and_its_fault_told() -> None:
    own = Path.cwd() / "data" / "questionnaires"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("format = 1\n[questionnaire]\n", encoding="utf-8")
    async with running(WIDE) as driver:
        await driver.until(lambda: driver.shows("mine.toml"), "the questionnaires")
        await driver.choose(f"begin:{own / 'mine.toml'}")
        await driver.until(lambda: told(driver), "a sentence")
        assert "mine.toml" in told(driver)
        assert driver.place is Place.HOME


# What becomes of sessions.


async def at_home(driver: AppDriver, folder: Path) -> None:
    """Wait for the list, and put the cursor at a session."""
    await driver.until(lambda: entry(folder) in ids(driver), "the list")
    await driver.settled()
    menu = driver.screen.query_one(Menu)
    while menu.current != entry(folder):
        await driver.press("down")


async def test_a_session_is_renamed_for_the_list_and_found_by_either_name() -> None:
    folder = put_down(fresh())
    async with running(SMALL) as driver:
        await at_home(driver, folder)
        await driver.command("entitle")
        await driver.on(Place.DIALOG)
        await driver.write("Spring 续约")
        await driver.press("enter")
        await driver.on(Place.HOME)
        await driver.until(lambda: driver.shows("Go on: Spring 续约"), "the title")
        await driver.press(*"lumi")
        assert ids(driver) == ["", entry(folder)] or ids(driver) == [entry(folder)]
    assert open_session(folder).session.names["brand"] == "Lumière Paris"


async def test_a_session_is_put_away_shown_on_request_and_brought_back() -> None:
    folder = put_down(fresh())
    away = Path.cwd() / "data" / "archive" / folder.name
    async with running(SMALL) as driver:
        await at_home(driver, folder)
        await driver.command("archive")
        await driver.until(lambda: entry(folder) not in ids(driver), "the list without it")
        assert away.is_dir()
        await driver.choose("archived")
        await at_home(driver, away)
        await driver.command("archive")
        await driver.until(lambda: entry(folder) in ids(driver), "the list with it")
        assert folder.is_dir()


async def test_a_session_goes_to_the_trash_when_that_is_agreed_to() -> None:
    folder = put_down(fresh())
    async with running(WIDE) as driver:
        for answer in (["escape"], ["enter"], ["down", "enter"]):
            assert folder.is_dir()
            await at_home(driver, folder)
            await driver.press("delete")
            await driver.on(Place.DIALOG)
            await driver.press(*answer)
            await driver.on(Place.HOME)
        await driver.until(lambda: entry(folder) not in ids(driver), "the list without it")
        trash = Path.cwd() / "data" / "trash" / folder.name
        assert driver.shows(driver.say("home.thrown_away", path=trash, back=folder.parent)[:40])
        assert (trash / "session.toml").is_file()


async def test_a_session_that_is_open_elsewhere_is_not_put_away() -> None:
    folder = put_down(fresh())
    elsewhere = open_session(folder)
    try:
        async with running(WIDE) as driver:
            await at_home(driver, folder)
            await driver.command("archive")
            await driver.until(lambda: told(driver), "a sentence")
            assert folder.is_dir()
    finally:
        elsewhere.folder.close()


BROKEN = {
    "no toml": ("session.toml", b"this is not toml"),
    "nothing": ("session.toml", b""),
    "binary": ("session.toml", bytes(range(256))),
    "deep": ("session.toml", b"a = " + b"[" * 10_000),
    "controls": ("brand.toml", b'format = 1\nkind = "sheet"\nnote = "\\u001b]0;x\\u0007"\n'),
    "markup": ("brand.toml", b'"[/red]" = "[@click=app.quit]"\n'),
}


@pytest.mark.parametrize(("name", "content"), BROKEN.values(), ids=BROKEN)
async def test_a_broken_session_is_told_of_in_a_sentence_and_left_as_it_is(
    name: str, content: bytes
) -> None:
    folder = put_down(fresh())
    for backup in folder.glob("*.bak"):
        backup.unlink()
    (folder / name).write_bytes(content)
    async with running(WIDE) as driver:
        await driver.until(lambda: entry(folder) in ids(driver), "the list")
        if name == "session.toml":
            reason = read_errors(folder / name)[0]
            await driver.until(lambda: driver.shows(driver.say.say(reason)[:60]), "the reason")
        await driver.choose(entry(folder))
        await driver.until(lambda: told(driver), "a sentence")
        assert driver.place is Place.HOME
        assert driver.app.document is None
        said = told(driver)
        await driver.command("language")
        await driver.until(lambda: told(driver) != said, "the same in the other language")
    assert (folder / name).read_bytes() == content


def read_errors(path: Path) -> list[Message]:
    """Return what is wrong in the main file of a session, with the numbers of the lines."""
    with pytest.raises(InvalidFile) as found:
        read_session_settings(path)
    return [each.told for each in found.value.diagnostics]


def ids(driver: AppDriver) -> list[str]:
    return [e.id for e in driver.screen.query_one(Menu).entries]


async def test_a_session_that_is_open_elsewhere_can_be_read() -> None:
    folder = put_down(fresh())
    elsewhere = open_session(folder)
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    try:
        async with running(WIDE) as driver:
            await driver.until(lambda: entry(folder) in ids(driver), "the list")
            await driver.choose(entry(folder))
            await driver.on(Place.DIALOG)
            assert driver.shows(driver.say("session.reading"))
            await driver.press("enter")
            await driver.on(Place.REPORT)
            assert driver.app.document is None
    finally:
        elsewhere.folder.close()
    assert {file: file.read_bytes() for file in before} == before


async def test_a_session_whose_folder_is_gone_is_told_of() -> None:
    folder = put_down(fresh())
    async with running(WIDE) as driver:
        await driver.listed()
        folder.rename(Path.cwd() / "elsewhere")  # where no list finds it
        await driver.choose(entry(folder))
        await driver.until(lambda: told(driver), "a sentence")
        assert driver.place is Place.HOME


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_report_file_is_opened_by_its_path_and_left_for_home(language: Language) -> None:
    session = with_answers(fresh(), (4, 4))
    file = Path("report.toml")
    file.write_bytes(report_bytes(report(session)))
    async with running(SMALL, language, path=file) as driver:
        await driver.on(Place.REPORT)
        assert driver.shows(session.names["brand"])
        question = session.questionnaire.questions[0]
        menu = driver.screen.query_one("#agenda", Menu)
        await driver.press("enter")  # from the map to a question beside the list
        await driver.until(lambda: driver.screen.focused is menu, "the list")
        await driver.press("end")
        while menu.current != question.id:
            await driver.press("up")
        value = session.answer("brand", question.id).value
        assert value is not None
        assert driver.shows(question.wording(value, language).split(" > ")[0])
        await driver.command("leave")  # to the map
        await driver.command("leave")
        await driver.on(Place.HOME)


@pytest.mark.parametrize(
    "content", [b"", b"x = 1\n", b'kind = "report"\nformat = 99\n', b"\xff\xfe"]
)
async def test_a_file_that_is_no_report_is_told_of_at_home(content: bytes) -> None:
    file = Path("some.toml")
    file.write_bytes(content)
    async with running(SMALL, path=file) as driver:
        await driver.until(lambda: told(driver), "a sentence")
        assert driver.place is Place.HOME
        assert "some.toml" in told(driver)
    assert file.read_bytes() == content


async def test_more_sessions_than_a_screen_shows_can_all_be_reached() -> None:
    folders = [put_down(fresh(), name=f"kickoff-2026-11-23-{n}") for n in range(1, 31)]
    async with running(SMALL) as driver:
        await driver.until(lambda: "all" in ids(driver), "the list")
        assert entry(folders[0]) not in ids(driver)
        await driver.press(*"lumi")
        assert len([name for name in ids(driver) if name]) == 30
        await driver.press("escape")
        await driver.choose("all")
        await driver.choose(entry(folders[0]))
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        assert driver.folder == folders[0]


# The example.


async def test_the_example_is_a_copy_that_takes_changes_and_goes() -> None:
    originals = {path: path.read_bytes() for path in example_sheets()}
    async with running(SMALL) as driver:
        await driver.choose("example")
        await driver.until(lambda: driver.app.document is not None, "the example")
        await driver.settled()
        await driver.come_in()
        folder = driver.folder
        assert driver.session.names == example_session()[0].names
        await driver.press("f4")
        await driver.settled()
        assert open_after(driver, folder).sheets != example_session()[0].sheets
        assert not list(Path.cwd().glob("data/sessions/*"))
        driver.app.let_go()
        assert not folder.exists()
    assert {path: path.read_bytes() for path in originals} == originals


def open_after(driver: AppDriver, folder: Path) -> Session:
    """Return what is on the disk, once the app has let it go."""
    document = driver.app.document
    assert document is not None
    document.close()
    opened = open_session(folder)
    opened.folder.close()
    return opened.session


# What a file's reader should know, and what was chosen for good.


async def test_a_solo_report_is_opened_by_its_path() -> None:
    session = replace(with_answers(fresh(), (6, 0)), alone="brand", reveal=Reveal.END)
    file = Path("assessment.toml")
    file.write_bytes(solo_report_bytes(solo_report(session)))
    async with running(SMALL, path=file) as driver:
        await driver.on(Place.SOLO)
        assert driver.shows(session.names["brand"])
        await driver.command("export")
        await driver.on(Place.DIALOG)
        await driver.press("escape")
        await driver.on(Place.SOLO)
        await driver.command("leave")
        await driver.on(Place.HOME)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_report_that_was_altered_says_so_before_it_opens(language: Language) -> None:
    file = Path("report.toml")
    written = report_bytes(report(with_answers(fresh(), (4, 4))))
    file.write_bytes(written.replace("晴川电商".encode(), "青川电商".encode()))
    async with running(SMALL, language, path=file) as driver:
        await driver.on(Place.DIALOG)
        assert driver.shows(driver.say("report.changed"))
        await driver.press("enter")
        await driver.on(Place.REPORT)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_backup_takes_a_place_only_when_that_is_agreed_to(language: Language) -> None:
    session = with_answers(fresh(), (2, 2))
    folder = put_down(session)
    put_down_again = open_session(folder)
    put_down_again.folder.save(
        session.answered("brand", session.questionnaire.questions[0].id, Answer(note="x"))
    )
    put_down_again.folder.close()
    (folder / "brand.toml").write_bytes(b"broken")
    async with running(WIDE, language) as driver:
        await driver.choose(entry(folder))
        await driver.on(Place.DIALOG)
        assert driver.shows("brand.toml.broken-1")
        await driver.press("escape")
        await driver.on(Place.HOME)
        assert (folder / "brand.toml").read_bytes() == b"broken"
        assert driver.app.document is None
        await driver.choose(entry(folder))
        await driver.on(Place.DIALOG)
        await driver.press("enter")
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        assert driver.session.sheet("brand").answers == session.sheet("brand").answers
    assert (folder / "brand.toml.broken-1").read_bytes() == b"broken"


async def test_language_and_theme_are_remembered() -> None:
    async with running(SMALL) as driver:
        await driver.command("language")
        await driver.command("theme")
        await driver.settled()
        settings = read_settings(driver.app.data.settings)
    assert settings == Settings(Language.CHINESE, LIGHT.name)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_wrong_settings_are_told_at_their_place_and_stay_in_their_file(
    language: Language,
) -> None:
    path = Path.cwd() / "data" / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('format = 1\nkind = "settings"\nthem = "light"\n', encoding="utf-8")
    async with running(SMALL, language) as laptop:
        await laptop.until(lambda: told(laptop).startswith("settings.toml:3:1"), "the notice")
        await laptop.drawn()
        assert laptop.shows(laptop.say("check.unknown_key", key="them"))
        await laptop.command("theme")
        await laptop.settled()
    assert 'them = "light"' in path.read_text(encoding="utf-8")


async def test_wrong_settings_are_told_no_longer_than_they_are_wrong() -> None:
    path = Path.cwd() / "data" / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('format = 1\nkind = "settings"\ntheme = "lihgt"\n', encoding="utf-8")
    async with running(SMALL) as driver:
        await driver.until(lambda: told(driver).startswith("settings.toml:3:9"), "the notice")
        await driver.command("theme")
        await driver.until(lambda: "settings.toml" not in told(driver), "the end of the notice")
