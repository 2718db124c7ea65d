"""Home: what is listed, what can be opened, and what is said where it cannot."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.sample_answers import reply
from tui.commands import Place
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer
from tui.domain.message import Message
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
        for question in session.asked_of(party)[:count]:
            session = session.answered(party, question.id, Answer(value=reply(question, 0).value))
    return replace(session, histories={})


def entry(folder: Path) -> str:
    return f"session:{folder}"


def told(driver: AppDriver) -> str:
    """Return what home says that went wrong."""
    found = str(driver.screen.query_one("#home-trouble").render()).strip()
    return "" if found == driver.say("open.searching") else found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_home_lists_each_session_with_its_names_its_day_and_its_progress(
    language: Language,
) -> None:
    first = put_down(with_answers(fresh(), (3, 1)))
    second = put_down(fresh(names=("Maison Aube", "云舟")), name="kickoff-2026-11-23-2")
    asked = fresh().progress("brand").asked
    async with running(SMALL, language) as driver:
        await driver.until(lambda: driver.shows("Maison Aube"), "the list")
        for shown in ("Lumière Paris", f"3/{asked}", f"1/{asked}", "云舟", f"0/{asked}"):
            assert driver.shows(shown), driver.text
        assert driver.shows("2026-11-23")
        listed = [e.id for e in driver.screen.query_one(Menu).entries]
        assert listed.index(entry(second)) < listed.index(entry(first))  # last saved, first listed


async def test_a_session_goes_on_where_it_waits_and_home_tells_its_new_progress() -> None:
    folder = put_down(with_answers(fresh(), (2, 2)))
    asked = fresh().progress("brand").asked
    async with running(SMALL) as driver:
        await driver.choose(entry(folder))
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        await driver.come_in()
        assert driver.at[0] == driver.interview.route.questions[2].id
        await driver.press("1", "2", "f4")
        await driver.command("leave")
        await driver.on(Place.HOME)
        await driver.until(lambda: driver.shows(f"3/{asked}"), "the new progress")


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
        await driver.until(lambda: entry(folder) in ids(driver), "the list")
        folder.rename(folder.with_name("elsewhere"))
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
        while menu.current != question.id:
            await driver.press("down")
        value = session.answer("brand", question.id).value
        assert value is not None
        assert driver.shows(question.wording(value, language)[:20])
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


async def test_thirty_sessions_can_all_be_reached() -> None:
    folders = [put_down(fresh(), name=f"kickoff-2026-11-23-{n}") for n in range(1, 31)]
    async with running(SMALL) as driver:
        await driver.until(lambda: entry(folders[0]) in ids(driver), "the list")
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
        await driver.command("export")  # there is no session to export anything of
        assert driver.place is Place.SOLO
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
