"""Nothing is seen that is not meant to be seen: every screen and every key, under every rule.

Canaries are planted in private notes, private answers, guesses, blind answers and a follow-up that
one party alone is asked. Then hands press whatever a screen offers, and after each key the screen
is searched for what those who look must not see. Who looks is judged here anew, by what was on the
screen before, and not asked of the app.
"""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.app import canaries
from tests.app.app_driver import COMMAND, SMALL, WIDE, AppDriver
from tests.app.app_runner import put_down, running
from tests.app.canaries import PARTIES, PRIVATE, QUESTIONS, STAGES, Stage
from tests.app.leak_inspector import held_text, painted
from tests.exports.pdf_text import file_text
from tui.commands import Place, commands_at
from tui.domain.session import Session
from tui.domain.steps import is_over
from tui.exports.formats import Format
from tui.exports.typst_source import source
from tui.screens.handover import BlankScreen
from tui.screens.results import OVERVIEW
from tui.widgets.menu import Menu
from tui.workspace.exports import Export
from tui.workspace.session_exports import kickoff_exports

_FOR_BOTH = {
    Place.HANDOVER,
    Place.REVIEW,
    Place.REPORT,
    Place.MEETING_END,
    Place.HOME,
}
"""Where nobody looks alone."""
_ENDING = {"quit", "leave"}
"""The commands that end the walk."""


class Walker:
    """Hands that try everything, and eyes that look for canaries after each key."""

    def __init__(self, driver: AppDriver, session: Session) -> None:
        self.driver = driver
        self.session = session
        self.alone_with: str | None = None
        self.seen: set[str] = set()
        self.trail: list[str] = []
        """What was done, and where it led; told where something is seen."""

    async def press(self, *keys: str) -> None:
        """Press keys, and look after each."""
        for key in keys:
            await self.driver.press(key)
            self.look(key)

    def look(self, after: str) -> None:
        """Search the screen for what those who look must not see."""
        driver = self.driver
        self.trail.append(f"{after}: {driver.place} {driver.at} {self.alone_with}")
        if driver.place in _FOR_BOTH or self._is_at_an_open_question():
            self.alone_with = None
        text = painted(driver.app)
        found = self._found(text, self.alone_with)
        who = self.alone_with or "both"
        way = "\n".join(self.trail[-9:])
        assert not found, f"{found} is seen by {who}:\n{driver.text}\n{way}"
        if self.alone_with is not None:
            words = canaries.own(self.alone_with, QUESTIONS)
            self.seen |= canaries.among(words, text)

    def _found(self, text: str, alone_with: str | None) -> list[str]:
        return sorted(canaries.among(canaries.forbidden(self.driver.session, alone_with), text))

    def _is_at_an_open_question(self) -> bool:
        question, party = self.driver.at
        if self.driver.place is not Place.INTERVIEW:
            return False
        is_met = question in canaries.met(self.driver.session) and question not in PRIVATE
        return is_met or party != self.alone_with

    async def uncover(self) -> None:
        """Say that the others look away."""
        driver = self.driver
        assert driver.place is Place.HANDOVER
        party = driver.interview.party
        if driver.session.sheet(party).party.name in driver.text:  # else it only blanks
            self.alone_with = party
            if driver.app.screen_stack[-2] is driver.interview:
                assert self._found(held_text(driver.app), None) == []
        await driver.press("ctrl+r")
        self.look("ctrl+r on a cover")

    async def guesses(self) -> bool:
        """Return whether a guess is asked for just now."""
        return self.driver.place is Place.GUESSES

    async def home(self) -> None:
        """Come back to the interview, as the session was planted."""
        driver = self.driver
        for _ in range(20):
            if driver.place is Place.INTERVIEW:
                break
            await self.press("ctrl+r" if isinstance(driver.screen, BlankScreen) else "escape")
        assert driver.place is Place.INTERVIEW
        assert driver.app.document is not None
        if driver.session != self.session:
            driver.app.document.change(self.session)

    async def come_to(self, question: str, party: str, *, covered: bool = False) -> None:
        """Let a party come to a question, and uncover it or leave it covered."""
        await self.home()
        if self._is_at(question, party, covered=covered):
            return
        self.driver.interview.go(question, party)
        await self.driver.press()
        self.look(f"coming to {question}")
        if self.driver.place is Place.HANDOVER:
            await (self.press("escape") if covered else self.uncover())

    def _is_at(self, question: str, party: str, *, covered: bool) -> bool:
        """Return whether a party is at a question that looks as it is wanted."""
        is_open = question in canaries.met(self.driver.session) - PRIVATE
        is_covered = self.alone_with is None
        return self.driver.at == (question, party) and (is_open or is_covered is covered)

    async def try_all(self, question: str, party: str, *, covered: bool = False) -> None:
        """Carry out each command at a question."""
        commands = [c for c in commands_at(Place.INTERVIEW) if c.id not in _ENDING]
        for key in (*(command.keys[0] for command in commands), "space", "1", "delete"):
            await self.come_to(question, party, covered=covered)
            await self.press(key)
            if self.driver.place is Place.HANDOVER:
                await self.uncover()
        await self.home()


async def tour(walker: Walker, question: str, party: str) -> None:
    """Look at the screens that lie behind a question: lists, results, minutes, exports."""
    for command in ("jump", "onward", "report"):
        await walker.come_to(question, party)
        await walker.press(COMMAND[command].keys[0])
        if walker.driver.place is Place.HANDOVER:
            await walker.uncover()
        await _behind(walker)
    await walker.home()


async def _behind(walker: Walker) -> None:
    """Look at all of a screen that lies behind the interview, and at what lies behind that."""
    driver = walker.driver
    match driver.place:
        case Place.REVIEW | Place.REPORT:
            menu = driver.screen.query_one(Menu)
            for _ in menu.entries:
                await walker.press("down")
                if driver.place is Place.REVIEW and menu.current != OVERVIEW:
                    await walker.press("enter", "escape")
            await walker.press("ctrl+s", "escape", "pagedown")
            if driver.place is Place.REVIEW:
                await walker.press("ctrl+l", "ctrl+l", "ctrl+l")
        case Place.LIST:
            await walker.press(*["down"] * len(QUESTIONS))
        case Place.AREA_END:
            await walker.press("enter")  # it may lead to the guesses
            while await walker.guesses():
                await walker.press("f12")
                await walker.uncover()
                await walker.press("enter")


@dataclass(frozen=True)
class Walk:
    """Where to try everything."""

    stage: Stage
    party: str
    questions: tuple[str, ...]
    """Where every command is tried."""
    covered: tuple[str, ...] = ()
    """Where it is tried once more while what is for one party is covered."""
    tours: tuple[str, ...] = ()
    """From where what lies behind is looked at."""
    size: tuple[int, int] = SMALL

    def __str__(self) -> str:
        at = "-".join(dict.fromkeys(self.questions + self.covered))
        return f"{self.stage}-{self.party}-{at}-{self.size[0]}"


async def walked(walk: Walk) -> set[str]:
    """Walk through a session, and return the canaries that their owners saw."""
    questionnaire = canaries.paper()
    session = canaries.planted(walk.stage, questionnaire)
    folder = put_down(session, questionnaire)
    asked = {question.id for question in session.asked_of(walk.party)}
    async with running(walk.size, path=folder, coming_in=False) as driver:
        walker = Walker(driver, session)
        walker.look("opening")
        if driver.place is Place.HANDOVER:
            await walker.uncover()
        for question in walk.questions:
            if question in asked:
                await walker.try_all(question, walk.party)
        for question in walk.covered:
            if question in asked:
                await walker.try_all(question, walk.party, covered=True)
        for question in walk.tours:
            if question in asked:
                await tour(walker, question, walk.party)
    return walker.seen


BRAND, AGENCY = PARTIES
LIVE, SOME_MET, AREA_MET, ALL_MET = STAGES[0], STAGES[1], STAGES[4], STAGES[-1]
FEW = [
    Walk(LIVE, BRAND, ("floor",)),
    Walk(SOME_MET, BRAND, ("sales",)),
    Walk(AREA_MET, BRAND, ("days",), tours=("days",)),
    Walk(ALL_MET, AGENCY, (), ("cash",)),
]
"""One for each rule; together they come to every screen."""
ALL = [
    Walk(stage, party, (question,), (question,), (question,), size)
    for stage in STAGES
    for party in PARTIES
    for question in QUESTIONS
    for size in (SMALL, WIDE)
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Walk everywhere where that is asked for."""
    if "walk" in metafunc.fixturenames:
        is_all = metafunc.config.getoption("--everywhere")
        metafunc.parametrize("walk", ALL if is_all else FEW, ids=str)


async def test_nobody_sees_what_is_not_meant_for_them(walk: Walk) -> None:
    seen = await walked(walk)
    sheet = canaries.planted(walk.stage, canaries.paper()).sheet(walk.party)
    said = {question for question in walk.questions if sheet.answer(question).is_answered}
    assert canaries.own(walk.party, said) <= seen  # its owner sees it: a search can find it


@pytest.mark.parametrize("to", Format)
@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_no_export_of_both_holds_what_is_not_meant_for_both(stage: Stage, to: Format) -> None:
    session = canaries.planted(stage, canaries.paper())
    told = session if is_over(session) else session.as_revealed
    for export in kickoff_exports(told):
        text = text_of(export, to)
        assert canaries.among(canaries.forbidden(session, None), text) == set()


def text_of(export: Export, to: Format) -> str:
    """Return all that a file holds; of a picture, what it is drawn from."""
    if to is Format.LONG_PICTURE:
        return str(source(export.document(())))
    content = export.content(to)
    if not content.startswith(b"PK"):
        return file_text(content)
    with ZipFile(BytesIO(content)) as packed:
        return "\n".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
