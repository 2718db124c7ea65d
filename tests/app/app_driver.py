"""Drives the real app as a person does: by what things are, never by where they stand.

Keys and mouse events go the way of the terminal's driver, so that Textual makes the clicks of
them; each step waits for the state that it leads to, and none for time.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.geometry import NULL_OFFSET, Offset
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from tui.app import DuiqiApp
from tui.commands import COMMANDS, Place
from tui.domain.answers import Answer
from tui.domain.session import Session
from tui.domain.values import Value
from tui.i18n import Phrases
from tui.screens.base import CommandScreen
from tui.screens.home_entries import BEGIN
from tui.screens.interview import InterviewScreen
from tui.widgets.answer_box import AnswerBox
from tui.widgets.decision_form import DecisionForm
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import LineView
from tui.widgets.menu import Menu

SMALL, WIDE = (80, 24), (120, 36)
PATIENCE = 20.0
"""Seconds after which a state that does not come is a failure."""
_POLL = 0.001
"""Seconds between two looks: threads of the app get nothing done while we look all the time."""
_ONWARD = {
    Place.HANDOVER: "ready",
    Place.REVEAL: "ready",
    Place.MEETING_END: "onward",
    Place.REPORT: "leave",
    Place.SOLO: "leave",
    Place.REVIEW: "leave",
    Place.DECISIONS: "leave",
    Place.OVER_TIME: "leave",
}
"""The command that leads on to the questions; elsewhere it is Enter."""
COMMAND = {command.id: command for command in COMMANDS}


class _Answers:
    """Counts down how many nodes have yet to come to what they were asked."""

    _param_count = 0
    """Arguments of the callback; otherwise Textual inspects the signature each time."""

    def __init__(self) -> None:
        self.awaited = 0

    def __call__(self) -> None:
        self.awaited -= 1


class AppDriver:
    """The running app and the hands at it."""

    def __init__(self, app: DuiqiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # -- what is there -----------------------------------------------------------------

    @property
    def screen(self) -> CommandScreen[Any]:
        screen = self.app.screen
        assert isinstance(screen, CommandScreen)
        return screen

    @property
    def session(self) -> Session:
        assert self.app.document is not None
        return self.app.document.session

    @property
    def is_deciding(self) -> bool:
        """Whether people are in the form of a decision."""
        return any(form.has_focus_within for form in self.screen.query(DecisionForm))

    @property
    def place(self) -> Place:
        return self.screen.place

    @property
    def folder(self) -> Path:
        """Where the session lies."""
        assert self.app.document is not None
        return self.app.document.path

    @property
    def focused(self) -> str | None:
        """The id of who has the focus."""
        return self.screen.focused.id if self.screen.focused else None

    @property
    def unfinished(self) -> object:
        """What is half typed in the field of the party at the keyboard."""
        assert self.box.field is not None
        return self.box.field.unfinished

    @property
    def interview(self) -> InterviewScreen:
        return next(s for s in self.app.screen_stack if isinstance(s, InterviewScreen))

    @property
    def at(self) -> tuple[str, str]:
        """The question at hand, and the party at the keyboard."""
        return self.interview.at, self.interview.party

    @property
    def where(self) -> tuple[Screen[Any], int, str, str]:
        """The screen and its page, the question at hand, and the party at the keyboard."""
        return (self.screen, getattr(self.screen, "_at", 0), *self.at)

    @property
    def say(self) -> Phrases:
        return self.app.appearance.phrases

    @property
    def box(self) -> AnswerBox:
        """The column of the party at the keyboard."""
        return next(b for b in self.screen.query(AnswerBox) if b.column and b.column.active)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen as they are painted; of a dialog, its own rows alone."""
        region = self.screen.region
        for dialog in self.screen.query("#dialog"):
            region = dialog.region
        strips = self.screen._compositor.render_strips()[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def shows(self, text: str) -> bool:
        """Whether a text stands on the screen, wherever its lines break; bars of fields aside."""
        bars = str.maketrans("", "", "│┃|")
        return "".join(text.translate(bars).split()) in "".join(self.text.translate(bars).split())

    def answer(self, party: str, question: str) -> Answer:
        return self.session.answer(party, question)

    # -- waiting -----------------------------------------------------------------------

    async def until(self, holds: Callable[..., object], what: str = "the state") -> None:
        """Let the app work until the claim holds."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline or self.app.return_code:
                pytest.fail(f"{what} did not come; {self.screen!r} shows\n{self.text}")
            await asyncio.sleep(_POLL)

    async def answered(self, party: str, question: str, value: Value | None) -> None:
        """Wait until a party's answer is this one."""
        await self.until(lambda: self.answer(party, question).value == value, f"{value!r}")

    async def moved(self, before: object) -> None:
        """Wait until we are elsewhere than `where` said before."""
        await self.until(lambda: self.where != before, f"what follows {before}")
        await self.drawn()

    async def drawn(self) -> None:
        """Wait until all that changed is laid out and painted."""
        for _ in range(3):
            screen, painted = self.screen, asyncio.Event()
            screen.call_after_refresh(painted.set)
            await self.until(lambda p=painted, s=screen: p.is_set() or self.screen is not s)

    async def heard(self) -> None:
        """Wait until the app and every widget on the screen have dealt with what they were sent.

        Twice: what they were sent may have made them tell each other.
        """
        for _ in range(2):
            nodes = [self.app, *self.screen.walk_children(with_self=True)]
            answers = _Answers()
            answers.awaited = sum(
                node.post_message(events.Callback(callback=answers)) for node in nodes
            )
            before = self.screen
            await self.until(
                lambda a=answers, b=before: a.awaited == 0 or self.screen is not b,
                "all that was sent",
            )

    async def settled(self) -> None:
        """Wait until nothing is left to do."""
        is_done = False
        while not is_done:
            try:
                await self.app.workers.wait_for_complete()
                is_done = True
            except WorkerCancelled:  # another of its group has taken its place
                await self.pilot.pause()
        if self.app.document is not None:
            self.app.document.flush()
        await self._keys_done()
        await self.drawn()

    async def _keys_done(self) -> None:
        """Wait until every key that was pressed has had its whole effect."""
        await self.until(lambda: not self.app.is_opening, "the first screen of the session")
        await self.heard()
        await self.until(lambda: self.app._key_queue.is_idle, "the effect of the keys")
        await self.heard()

    async def on(self, place: Place) -> Screen[Any]:
        """Wait until a screen of this place is shown and filled, and all keys are settled."""
        await self._keys_done()
        await self.until(lambda: self.place is place and self._is_filled(), place)
        await self.drawn()
        return self.screen

    def _is_filled(self) -> bool:
        bars = self.screen.query(HintBar)
        return self.screen.is_mounted and all(bar.rows for bar in bars)

    # -- the keyboard ------------------------------------------------------------------

    def send(self, *keys: str) -> None:
        """Press keys and go on at once: a single character as typed, else by Textual's names."""
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            self.app.post_message(events.Key(key, character))

    async def press(self, *keys: str) -> None:
        """Press keys and wait until they had their effect."""
        self.send(*keys)
        await self._keys_done()
        await self.drawn()

    async def write(self, text: str) -> None:
        """Type into the field that has the focus, as an input method commits: in one go."""
        field = self.screen.focused
        assert isinstance(field, Input | TextArea)
        self.send(*text)
        await self.until(lambda: _typed(field).endswith(text), f"{text!r} in the field")

    async def paste(self, text: str) -> None:
        """Paste into what has the focus, as the mouse does in most terminals."""
        field = self.screen.focused
        self.app.post_message(events.Paste(text))
        if isinstance(field, Input | TextArea):
            before = _typed(field)
            await self.until(lambda: _typed(field) != before, "what was pasted")
        else:
            await self._keys_done()
            await self.drawn()

    async def command(self, command: str) -> None:
        """Press the key of a command that works everywhere, in text fields too."""
        await self.press(COMMAND[command].keys[0])

    # -- the mouse ---------------------------------------------------------------------

    async def click(self, view: LineView, what: str) -> None:
        """Click where a view has this target, rolled into sight by the wheel where need be."""
        await self.drawn()
        for wheel in (events.MouseScrollDown, events.MouseScrollUp):
            while (spot := _spot(view, what)) is None:
                before = list(view.rows)
                await self._mouse(wheel, view.region.offset)
                await self.drawn()
                if list(view.rows) == before:
                    break
        assert spot is not None, f"{what!r} cannot be clicked in {view!r}:\n{self.text}"
        await self.click_at(view, spot)

    async def click_at(self, widget: Widget, spot: Offset = NULL_OFFSET) -> None:
        """Click on a cell of a widget."""
        place = widget.content_region.offset + spot
        found, _ = self.app.get_widget_at(*place)
        assert found is widget, f"{found!r} is in the way of {widget!r}:\n{self.text}"
        await self.click_cell(place)

    async def click_cell(self, place: Offset) -> None:
        """Click on a cell of the screen."""
        for event in (events.MouseDown, events.MouseUp):
            await self._mouse(event, place)
        await self.drawn()

    async def hint(self, command: str) -> None:
        """Click on a command in the bottom line."""
        await self.click(self.screen.query_one(HintBar), command)

    async def choose(self, entry: str, menu: str = "Menu") -> None:
        """Click on an entry of a menu, at home once all is listed: rows move until then."""
        if self.place is Place.HOME:
            await self.listed()
        found = self.screen.query_one(menu, Menu)
        await self.until(lambda: entry in [e.id for e in found.entries], f"entry {entry}")
        await self.click(found, str([e.id for e in found.entries].index(entry)))

    async def listed(self) -> None:
        """Wait until home lists all there is: the questionnaires come last."""
        menu = self.screen.query_one(Menu)
        await self.until(
            lambda: any(each.id.startswith(BEGIN) for each in menu.entries), "the whole list"
        )

    async def go_on(self) -> None:
        """Go on by the key that does so here."""
        await self.command(self.onward)

    @property
    def onward(self) -> str:
        """The command that goes on from this screen."""
        onward = {
            Place.REVIEW: "onward",
            Place.MEETING_END: "onward",
            Place.HANDOVER: "ready",
            Place.REVEAL: "ready",
        }
        return onward.get(self.place, "next")

    async def come_in(self) -> None:
        """Pass by what stands before the interview, or above it."""
        while self.place is not Place.INTERVIEW:
            await self.come_closer()

    async def come_closer(self) -> None:
        """Pass by one of them."""
        before = self.where
        await self.command(_ONWARD.get(self.place, "next"))
        await self.moved(before)

    async def set_up(self) -> None:
        """Come from home to the set-up of a new kickoff, on the first questionnaire."""
        await self.choose("new")
        await self.until(lambda: self.place is not Place.HOME, "what follows home")
        await self.settled()
        if self.place is Place.LIST:
            await self.choose("0", "#list")
        await self.on(Place.SETUP)

    async def go(self, question: str) -> None:
        """Go to a question by the list of all, and past the cover of what is for one party."""
        await self.hint("jump")
        await self.on(Place.LIST)
        await self.choose(question, "#list")
        await self.until(lambda: self.at[0] == question, question)
        await self._keys_done()
        if self.place is Place.HANDOVER:
            await self.command("ready")
        await self.on(Place.INTERVIEW)

    async def help(self, command: str) -> None:
        """Carry out a command by the mouse through the list of all."""
        asking = self.screen
        await self.hint("help")
        await self.until(lambda: self.screen is not asking, "the list of commands")
        await self.choose(command, "#list")

    async def _mouse(self, event: type[events.MouseEvent], at: Offset) -> None:
        """Let the mouse do something, and wait until all have heard of it."""
        x, y = at
        button = 1 if event in (events.MouseDown, events.MouseUp) else 0
        self.app.post_message(event(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.heard()


_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}


def _typed(field: Input | TextArea) -> str:
    return field.value if isinstance(field, Input) else field.text


def _spot(view: LineView, what: str) -> Offset | None:
    """Return a cell in sight where a click means `what`."""
    width, height = view.size
    for y, row in enumerate(view.rows[:height]):
        for x in range(width):
            if row.target_at(x) == what:
                return Offset(x, y)
    return None


def targets(view: LineView) -> set[str]:
    """Return all that can be clicked in a view."""
    return {target.what for row in view.rows for target in row.targets}


def hinted(screen: Screen[Any]) -> set[str]:
    """Return the commands that the bottom line names just now."""
    return targets(screen.query_one(HintBar))
