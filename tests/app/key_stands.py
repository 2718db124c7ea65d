"""Every screen, and how a person comes to it: where keys are tried."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import DAY, fresh, put_down, running
from tests.app.questionnaire_files import written
from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.minutes import Decision
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.screens.area_end import AreaEndScreen
from tui.screens.area_start import AreaStartScreen
from tui.screens.base import CommandScreen
from tui.screens.choose_questionnaire import ChooseQuestionnaireScreen
from tui.screens.decisions import DecisionsScreen
from tui.screens.discard_dialog import DiscardDialog
from tui.screens.discussion import DiscussionScreen
from tui.screens.elsewhere_dialog import ElsewhereDialog
from tui.screens.export_dialog import ExportDialog
from tui.screens.guess import GuessScreen
from tui.screens.handover import BlankScreen, HandoverScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.interview import InterviewScreen
from tui.screens.jump import JumpScreen
from tui.screens.meeting_end import MeetingEndScreen
from tui.screens.note_dialog import NoteDialog
from tui.screens.notices_dialog import NoticesDialog
from tui.screens.over_time import OverTimeScreen
from tui.screens.paths_dialog import PathsDialog
from tui.screens.repair_dialog import RepairDialog
from tui.screens.report import ReportScreen
from tui.screens.reveal import RevealScreen
from tui.screens.setup import SetupScreen
from tui.screens.solo import SoloScreen
from tui.screens.title_dialog import TitleDialog
from tui.screens.unsaved_dialog import UnsavedDialog

_NAMED = '{{ zh-CN = "{0}", en = "{0}" }}'
_LONG = "a matter of many words " * 12


def _question(name: str, area: str) -> str:
    head = f'[question.{name}]\ntype = "yesno"\narea = "{area}"\ncore = true\npredict = true\n'
    practice = f"practice = {_NAMED.format(_LONG)}\n" * (name == "two")
    practice += f"clause = {_NAMED.format('It is … and …')}\n"
    return f"{head}contract = true\ntext = {_NAMED.format(f'What of {name}?')}\n{practice}"


PAPER = "".join(
    [
        'format = 1\n[questionnaire]\nid = "keys"\nversion = "1.0.0"\n',
        f'languages = ["zh-CN", "en"]\ntitle = {_NAMED.format("Keys")}\n',
        f"[party.brand]\nname = {_NAMED.format('Brand')}\n",
        f"[party.agency]\nname = {_NAMED.format('Agency')}\n",
        f"[area.goals]\ntitle = {_NAMED.format('Goals')}\n",
        f"[area.trust]\ntitle = {_NAMED.format('Trust')}\n",
        *(_question(name, "goals") for name in ("one", "two", "three")),
        _question("four", "trust"),
    ]
)
"""Questions on which every command can do something."""


def paper() -> Path:
    """Return the questionnaire's file."""
    return written("keys", PAPER)


def _rated(session: Session) -> Session:
    for party in session.questionnaire.party_ids:
        for area in session.questionnaire.areas:
            session = session.rated(party, area.id, 2)
    return session


def _answered(session: Session, *parties: str) -> Session:
    for party in parties:
        for question in session.questionnaire.questions:
            session = session.answered(party, question.id, Answer(value="yes", rev=1))
    return session


def at_once() -> Session:
    """Return a session whose answers meet at once, with none yet."""
    return _rated(fresh(Reveal.LIVE, questionnaire=paper()))


def talked() -> Session:
    """Return that session once one question is answered, each in another way."""
    session = at_once()
    for party, value in (("brand", "yes"), ("agency", "no")):
        note = "" if party == "agency" else _LONG
        session = session.answered(party, "two", Answer(value=value, rev=1, note=note))
    return session


def decided() -> Session:
    """Return that session once something is decided on the question, at some length."""
    return talked().decided(Decision(question="two", text=_LONG * 12, owner="Lin"))


def met_before() -> Session:
    """Return that session, once an earlier one of the same two has been put down."""
    left, right = (replace(sheet, date=DAY - timedelta(200)) for sheet in decided().sheets)
    put_down(replace(decided(), sheets=(left, right)), paper(), "kickoff-earlier")
    return decided()


def unrated() -> Session:
    """Return a session at the start of its first area."""
    return fresh(Reveal.LIVE, questionnaire=paper())


def blind() -> Session:
    """Return a session in which both have answered blind, and nobody has said so."""
    return _answered(_rated(fresh(Reveal.AREA, questionnaire=paper())), "brand", "agency")


def half_declared() -> Session:
    """Return that session, once one party has said that it is done."""
    return blind().declared_finished("agency", ["goals"])


def alone() -> Session:
    """Return one party's assessment of itself, whose page is longer than a small screen."""
    return replace(
        _answered(_rated(fresh(Reveal.END, questionnaire=paper())), "brand"), alone="brand"
    )


@dataclass(frozen=True)
class Stand:
    """A screen, and how a person comes to it."""

    screen: type[CommandScreen[Any]]
    come: Callable[[AppDriver], Awaitable[object]]
    """Leads there, from home or from where the session opens."""
    session: Callable[[], Session] | None = None
    """What is opened; None for home."""
    coming_in: bool = True
    """Whether one has passed what stands before the questions."""

    def __str__(self) -> str:
        return self.screen.__name__

    @property
    def place(self) -> Place:
        return self.screen.place

    async def again(self, driver: AppDriver) -> bool:
        """Come to the screen once more, after it was left; return whether there is a way."""
        base: Screen[Any] | None = driver.app._home if self.session is None else None
        if self.session in (at_once, talked, decided, met_before):
            base = next(
                (s for s in driver.app.screen_stack if isinstance(s, InterviewScreen)), None
            )
        if base is None:
            return False
        while driver.screen is not base:
            await driver.press("escape")
            await driver.settled()
        if isinstance(base, InterviewScreen):
            base.go(base.route.questions[0].id)
            await driver.settled()
        await self.come(driver)
        await driver.settled()
        return True

    @asynccontextmanager
    async def running(self) -> AsyncIterator[AppDriver]:
        """Run the app, come to the screen, and stay until the block ends."""
        path = None if self.session is None else put_down(self.session(), paper())
        try:
            async with running(SMALL, path=path, coming_in=self.coming_in) as driver:
                await self.come(driver)
                await driver.settled()
                assert type(driver.screen) is self.screen, driver.text
                yield driver
        finally:
            shutil.rmtree(Path.cwd() / "data", ignore_errors=True)


def _by(*keys: str) -> Callable[[AppDriver], Awaitable[None]]:
    async def come(driver: AppDriver) -> None:
        for key in keys:
            await driver.press(key)
            await driver.settled()

    return come


def _shown(
    make: Callable[[AppDriver], CommandScreen[Any]],
) -> Callable[[AppDriver], Awaitable[None]]:
    """Return the steps to a dialog that comes of something that goes wrong."""

    async def come(driver: AppDriver) -> None:
        driver.app.push_screen(make(driver))

    return come


def _chosen(entry: str) -> Callable[[AppDriver], Awaitable[None]]:
    async def come(driver: AppDriver) -> None:
        await driver.choose(entry)
        await driver.until(lambda: driver.screen is not driver.app._home, entry)

    return come


async def _from_home(driver: AppDriver) -> None:
    await driver.set_up()


async def _unsaved(driver: AppDriver) -> None:
    document = driver.app.document
    assert document is not None
    if driver.folder.exists():
        driver.folder.rename(driver.folder.with_name("taken-away"))
    document.change(document.session.rated("brand", "trust", 3))
    driver.app.save_now(20)
    await driver.press("escape")


def _elsewhere(driver: AppDriver) -> ElsewhereDialog:
    assert driver.app.document is not None
    return ElsewhereDialog(driver.app.document)


_TOLD = (Message("export.failed", {"reason": "x"}),)
STANDS = (
    Stand(HomeScreen, _by()),
    Stand(ChooseQuestionnaireScreen, _chosen("new")),
    Stand(SetupScreen, _from_home),
    Stand(PathsDialog, _chosen("pair")),
    Stand(TitleDialog, _shown(lambda _: TitleDialog("Spring"))),
    Stand(DiscardDialog, _shown(lambda _: DiscardDialog(Path("kickoff-1"), Path("trash")))),
    Stand(NoticesDialog, _shown(lambda _: NoticesDialog(_TOLD))),
    Stand(RepairDialog, _shown(lambda _: RepairDialog(_TOLD))),
    Stand(InterviewScreen, _by("pagedown"), at_once),
    Stand(JumpScreen, _by("pagedown", "f2"), at_once),
    Stand(HelpScreen, _by("pagedown", "f1"), at_once),
    Stand(NoteDialog, _by("pagedown", "f6"), at_once),
    Stand(BlankScreen, _by("pagedown", "f12"), at_once),
    Stand(DiscussionScreen, _by("f8", "down"), talked),
    Stand(ReportScreen, _by("f9", "down"), talked),
    Stand(OverTimeScreen, _by("f9", "ctrl+u"), met_before),
    Stand(MeetingEndScreen, _by("f9", "f8"), decided),
    Stand(DecisionsScreen, _by("ctrl+d"), decided),
    Stand(ExportDialog, _by("f9", "ctrl+s"), at_once),
    Stand(ElsewhereDialog, _shown(_elsewhere), at_once),
    Stand(UnsavedDialog, _unsaved, at_once),
    Stand(SoloScreen, _by("f9"), alone),
    Stand(AreaStartScreen, _by(), unrated, coming_in=False),
    Stand(HandoverScreen, _by(), blind, coming_in=False),
    Stand(AreaEndScreen, _by("ctrl+r", "f8"), blind, coming_in=False),
    Stand(GuessScreen, _by("ctrl+r", "f8", "f8", "pagedown"), blind, coming_in=False),
    Stand(
        RevealScreen,
        _by("ctrl+r", "f8", "f8", "enter", "enter", "enter"),
        half_declared,
        coming_in=False,
    ),
)
"""Every screen there is."""
