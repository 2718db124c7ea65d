"""Every key does what the table of commands says, on every screen that offers it."""

from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tests.app.app_driver import AppDriver
from tests.app.key_stands import STANDS, Stand
from tui.commands import COMMANDS, Command, Place, commands_at
from tui.domain.answers import Answer
from tui.domain.session import Session
from tui.screens.gate import GateScreen
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen
from tui.screens.minutes import MinutesScreen
from tui.screens.note_dialog import NoteDialog
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Menu
from tui.widgets.pager import Pager


class State(NamedTuple):
    """All that a key can change, as far as a test can see."""

    stack: tuple[Screen[Any], ...]
    session: Session | None
    at: tuple[str, str]
    """The question at hand, and the party at the keyboard."""
    view: tuple[int, ...]
    """Where the pages, the menus and the guesses stand."""
    text: str
    """What is painted."""
    look: tuple[str, str]
    """Language and theme."""
    is_over: bool
    """Whether the app ends."""

    @property
    def top(self) -> Screen[Any]:
        return self.stack[-1]

    @property
    def answer(self) -> Answer:
        party = self.at[1]
        assert self.session is not None
        return self.session.current(party, self.at[0])

    @property
    def parked(self) -> bool:
        assert self.session is not None
        return any(decision.is_parked for decision in self.session.minutes.decisions.values())


def state(driver: AppDriver) -> State:
    app, screen = driver.app, driver.screen
    document = app.document
    pages = [pager._top for pager in screen.query(Pager)]
    cursors = [menu.cursor for menu in screen.query(Menu)]
    return State(
        tuple(app.screen_stack),
        None if document is None else document.session,
        ("", "") if document is None else driver.at,
        (*pages, *cursors, getattr(screen, "_at", 0) if driver.place is Place.GUESSES else 0),
        driver.text,
        (app.language, app.theme),
        app._exit,
    )


Claim = Callable[[State, State], object]


def _opens(*screens: type[Screen[Any]]) -> Claim:
    return lambda a, b: b.stack[:-1] == a.stack and isinstance(b.top, screens)


def _left(a: State, b: State) -> bool:
    return a.top not in b.stack


DOES: dict[str, Claim] = {
    "next": lambda a, b: b.at != a.at or b.view != a.view or _left(a, b),
    "decide": _opens(MinutesScreen),
    "ready": _left,
    "onward": lambda a, b: b.stack != a.stack,
    "back": lambda a, b: b.at != a.at or b.view != a.view,
    "forward": lambda a, b: b.at != a.at or b.view != a.view,
    "other_side": lambda a, b: b.at[0] == a.at[0] and b.at[1] != a.at[1],
    "undecided": lambda _, b: b.answer.state == "undecided",
    "not_applicable": lambda _, b: isinstance(b.top, NoteDialog) and b.answer.state is not None,
    "later": lambda _, b: b.parked or b.answer.state == "later",
    "note": _opens(NoteDialog),
    "private_note": _opens(GateScreen),
    "firmness": lambda a, b: b.answer.firmness not in (None, a.answer.firmness),
    "contract": lambda a, b: b.answer.contract not in (None, a.answer.contract),
    "jump": _opens(JumpScreen),
    "anew": _left,
    "filter": lambda a, b: b.text != a.text,
    "undo": lambda a, b: b.session != a.session,
    "redo": lambda a, b: b.session != a.session,
    "report": lambda a, b: b.top.__class__.__name__ == "ReportScreen",
    "export": lambda a, b: b.top.__class__.__name__ == "ExportDialog",
    "blank": _opens(GateScreen),
    "leave": _left,
    "language": lambda a, b: b.look[0] != a.look[0] and b.text != a.text,
    "theme": lambda a, b: b.look[1] != a.look[1],
    "help": lambda a, b: isinstance(a.top, HelpScreen) != isinstance(b.top, HelpScreen),
    "quit": lambda _, b: b.is_over,
}


def keys_at(stand: Stand) -> list[tuple[Command, str]]:
    """Return each command of a screen with each of its keys; those that leave it come last."""
    commands = sorted(commands_at(stand.place), key=lambda c: (c.id == "quit", c.id in LEAVING))
    return [(command, key) for command in commands for key in command.keys]


LEAVING = {"ready", "onward", "next", "anew", "leave"}
"""The commands that lead away, so that the way has to be gone again."""


async def back_to(driver: AppDriver, stand: Stand, before: State) -> bool:
    """Return whether the screen is there again, all as it was before."""
    while driver.screen is not before.top and before.top in driver.app.screen_stack:
        await driver.press("ctrl+r" if isinstance(driver.screen, GateScreen) else "escape")
        await driver.settled()
    document = driver.app.document
    if document is not None and before.session is not None and document.session != before.session:
        document.change(before.session)
        driver.screen.refresh_view()
        await driver.settled()
    return driver.screen is before.top
