"""Every key does what the table of commands says, on every screen that offers it."""

from collections import Counter, deque
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import pytest
from _pytest.mark import ParameterSet
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tests.app.app_driver import AppDriver
from tests.app.key_stands import STANDS, Stand
from tests.app.test_commands import screens
from tui.commands import COMMANDS, Command, Place, commands_at, hints_at, key_name
from tui.domain.answers import Answer
from tui.domain.session import Session
from tui.screens.area_start import AreaStartScreen
from tui.screens.base import Dialog
from tui.screens.decisions import DecisionsScreen
from tui.screens.discussion import DiscussionScreen
from tui.screens.gate import GateScreen
from tui.screens.handover import BlankScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.interview import InterviewScreen
from tui.screens.jump import JumpScreen
from tui.screens.note_dialog import NoteDialog
from tui.screens.over_time import OverTimeScreen
from tui.screens.paths_dialog import PathsDialog
from tui.screens.report import ReportScreen
from tui.screens.unsaved_dialog import UnsavedDialog
from tui.widgets.answer_box import AnswerBox
from tui.widgets.clean_fields import CleanInput, CleanTextArea, GrowingText
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Menu
from tui.widgets.pager import LongView
from tui.widgets.radio_row import RadioRow


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
    is_deciding: bool
    """Whether people are in the form of a decision."""
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
    pages = [pager._top for pager in screen.query(LongView)]
    cursors = [menu.cursor for menu in screen.query(Menu)]
    return State(
        tuple(app.screen_stack),
        None if document is None else document.session,
        ("", "") if document is None else driver.at,
        (*pages, *cursors, getattr(screen, "_at", 0) if driver.place is Place.GUESSES else 0),
        driver.text,
        (app.appearance.phrases.language, app.theme),
        driver.is_deciding,
        app._exit,
    )


Claim = Callable[[State, State], object]


def _opens(*screens: type[Screen[Any]]) -> Claim:
    return lambda a, b: b.stack[:-1] == a.stack and isinstance(b.top, screens)


def _left(a: State, b: State) -> bool:
    return a.top not in b.stack


DOES: dict[str, Claim] = {
    "next": lambda a, b: b.at != a.at or b.view != a.view or _left(a, b),
    "decide": lambda a, b: b.top is a.top and b.is_deciding,
    "open": lambda a, b: b.view != a.view or b.is_deciding,
    "ready": _left,
    "onward": lambda a, b: b.stack != a.stack,
    "back": lambda a, b: b.at != a.at or b.view != a.view,
    "forward": lambda a, b: b.at != a.at or b.view != a.view or _left(a, b),
    "other_side": lambda a, b: b.at[0] == a.at[0] and b.at[1] != a.at[1],
    "undecided": lambda _, b: b.answer.state == "undecided",
    "not_applicable": lambda _, b: isinstance(b.top, NoteDialog) and b.answer.state is not None,
    "later": lambda _, b: b.parked or b.answer.state == "later",
    "note": _opens(NoteDialog),
    "private_note": _opens(GateScreen),
    "firmness": lambda a, b: b.answer.firmness not in (None, a.answer.firmness),
    "contract": lambda a, b: b.answer.contract not in (None, a.answer.contract),
    "jump": lambda _, b: isinstance(b.top, JumpScreen) or isinstance(b.top.focused, Menu),
    "gap": lambda a, b: b.is_deciding and b.text != a.text,
    "park_rest": lambda _, b: b.parked,
    "anew": _left,
    "filter": lambda a, b: b.text != a.text,
    "decisions": _opens(DecisionsScreen),
    "over_time": _opens(OverTimeScreen),
    "next_state": lambda a, b: b.top is a.top and b.session != a.session and b.text != a.text,
    "undo": lambda a, b: b.session != a.session,
    "redo": lambda a, b: b.session != a.session,
    "report": lambda a, b: b.top.__class__.__name__ == "ReportScreen",
    "copy": lambda _, b: "clipboard" in b.text.splitlines()[-1],
    "export": lambda a, b: b.top.__class__.__name__ == "ExportDialog",
    "blank": _opens(GateScreen),
    # Out of a question of the report the way leads by its map.
    "leave": lambda a, b: _left(a, b) or (isinstance(a.top, ReportScreen) and b.view != a.view),
    "language": lambda a, b: b.look[0] != a.look[0] and b.text != a.text,
    "theme": lambda a, b: b.look[1] != a.look[1],
    "help": lambda a, b: isinstance(a.top, HelpScreen) != isinstance(b.top, HelpScreen),
    "quit": lambda _, b: b.is_over,
}


TYPED = {
    ("back", Place.REPORT): ["pagedown"],
    ("back", Place.SOLO): ["pagedown"],
    ("back", Place.MEETING_END): ["pagedown"],
    ("undo", Place.MEETING_END): ["ctrl+t"],
    ("redo", Place.MEETING_END): ["ctrl+t", "ctrl+z"],
    ("onward", Place.SETUP): ["x", "down", "down", "down", "y"],
    ("undo", Place.INTERVIEW): ["f4"],
    ("redo", Place.INTERVIEW): ["f4", "ctrl+z"],
    ("undo", Place.GUESSES): ["1"],
    ("redo", Place.GUESSES): ["1", "ctrl+z"],
    ("undo", Place.AREA_START): ["1"],
    ("redo", Place.AREA_START): ["1", "ctrl+z"],
    ("undo", Place.REVIEW): ["f2", "home", "down", "f7"],
    ("redo", Place.REVIEW): ["f2", "home", "down", "f7", "ctrl+z"],
    ("back", Place.REVIEW): ["pagedown"],
    ("back", Place.OVER_TIME): ["pagedown"],
    ("back", Place.DECISIONS): ["pagedown"],
    ("undo", Place.DECISIONS): ["enter"],
    ("redo", Place.DECISIONS): ["enter", "ctrl+z"],
    ("later", Place.REVIEW): ["f2", "home", "down"],
    ("gap", Place.REVIEW): ["f2", "home", "down"],
}
"""What must be done before a command can have an effect."""
REFUSED: dict[tuple[type[Screen[Any]], str], str] = {
    (BlankScreen, "leave"): "handover.only_key",
    **{(HomeScreen, name): "home.no_session" for name in ("entitle", "archive", "discard")},
    (InterviewScreen, "reread"): "trial.no_trial",
    (DiscussionScreen, "park_rest"): "clock.all_fits",
    (HomeScreen, "decisions"): "decisions.choose_session",
    (ReportScreen, "over_time"): "diff.no_earlier",
    (AreaStartScreen, "back"): "interview.is_first",
    (UnsavedDialog, "quit"): "unsaved.decide",
}
"""Commands that a screen turns down with a word of its own: what it covers is for one party, and
what is not saved must not be lost by two hasty keys, and at home there is no session yet."""
LEAVING = {"open", "ready", "onward", "next", "anew", "leave", "help", "quit"}
"""The commands that may lead away for good; tried last, as the way has to be gone again."""
_EDITING = ("delete", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+x")
"""Keys with which Textual edits a text, and which are commands where there is none."""
OWN: dict[type[Widget], set[str]] = {
    Menu: {"enter"},
    RadioRow: {"enter"},
    AnswerBox: {"delete"},
    CleanInput: {"enter", "pageup", "pagedown", *_EDITING},
    GrowingText: {*_EDITING, "enter", "pageup", "pagedown", "ctrl+z", "ctrl+y", "ctrl+s"},
    CleanTextArea: {*_EDITING, "enter", "pageup", "pagedown", "ctrl+z", "ctrl+y", "ctrl+s"},
}
"""Keys of commands that a field has a use for where they are no commands."""
SLOW = {Place.AREA_START, Place.AREA_END, Place.REVEAL, Place.SOLO}
"""Where the way has to be gone from the start for many a command."""
NOBODYS = ["a", "ａ", "f11", "insert"]
"""Keys of no command."""


def is_typing(driver: AppDriver) -> bool:
    return isinstance(driver.screen.focused, Input | TextArea)


def takes_letters(driver: AppDriver) -> bool:
    """Return whether what is typed filters the list at hand."""
    return isinstance(driver.screen.focused, Menu) and driver.screen.focused.takes_letters


def types(key: str) -> bool:
    """Return whether a key types a character."""
    return len(key) == 1 or key.endswith("question_mark")


async def back_to(driver: AppDriver, stand: Stand, before: State) -> bool:
    """Return whether the screen is there again, with the session as it was before."""
    if driver.app._exit:
        return False
    while driver.screen is not before.top and before.top in driver.app.screen_stack:
        await driver.press("ctrl+r" if isinstance(driver.screen, GateScreen) else "escape")
    if driver.screen is not before.top:
        return await stand.again(driver)
    document = driver.app.document
    if document is not None and before.session is not None and document.session != before.session:
        document.change(before.session)
        driver.screen.refresh_view()
        await driver.drawn()
    return True


async def pressed(driver: AppDriver, key: str, *, ends: bool = False) -> State:
    """Press a key, and return what it came to; one that ends the app, once it has."""
    driver.send(key)
    if ends:
        await driver.until(lambda: driver.app._exit, "the end")
    else:
        await driver.heard()
        await driver.settled()
    return state(driver)


def claim(stand: Stand, command: str, driver: AppDriver, a: State, b: State) -> bool:
    """Return whether a command did what it says, or said why not where it never may."""
    word = REFUSED.get((stand.screen, command))
    if word is not None:
        return b.top is a.top and not b.is_over and driver.shows(driver.say(word))
    return bool(DOES[command](a, b))


async def tried(
    stand: Stand,
    attempts: list[tuple[str, str]],
    attempt: Callable[[AppDriver, str, str], Awaitable[None]],
) -> None:
    """Make attempts on a screen, which is come to again whenever one leads away."""
    waiting = deque(attempts)
    while waiting:
        async with stand.running() as driver:
            is_there = True
            while is_there and waiting:
                before = state(driver)
                await attempt(driver, *waiting.popleft())
                is_there = await back_to(driver, stand, before)


def first_of(places: set[Place]) -> list[ParameterSet]:
    """Return all screens; always tried is only the first of each of these places."""
    firsts = {stand.place: stand for stand in reversed(STANDS)}
    always = {firsts[place].screen for place in places}
    return [
        pytest.param(
            stand,
            id=str(stand),
            marks=[] if stand.screen in always else [pytest.mark.everywhere],
        )
        for stand in STANDS
    ]


def offered(stand: Stand) -> list[Command]:
    return sorted(commands_at(stand.place), key=lambda command: command.id in LEAVING)


@pytest.mark.parametrize("stand", first_of({*Place} - SLOW))
async def test_every_key_that_is_offered_does_what_it_says(stand: Stand) -> None:
    async def attempt(driver: AppDriver, command: str, key: str) -> None:
        if types(key) and is_typing(driver):
            return
        for first in TYPED.get((command, stand.place), []):
            await driver.press(first)
        a = state(driver)
        ends = command == "quit" and (stand.screen, command) not in REFUSED
        b = await pressed(driver, key, ends=ends)
        assert claim(stand, command, driver, a, b), f"{command} by {key}:\n{b.text}"

    await tried(stand, [(c.id, key) for c in offered(stand) for key in c.keys], attempt)


@pytest.mark.parametrize("stand", first_of({*Place}))
async def test_every_other_key_says_that_it_does_nothing_and_does_nothing(stand: Stand) -> None:
    known = {key for command in offered(stand) for key in command.keys}
    keys = [key for command in COMMANDS for key in command.keys if not types(key)]
    keys = [key for key in dict.fromkeys([*keys, *NOBODYS]) if key not in known]
    keys = [key for key in keys if key != "ctrl+c"]  # of which it is said that it copies
    async with stand.running() as driver:
        for key in keys:
            focused = driver.screen.focused
            has_use = focused is not None and key in OWN.get(type(focused), ())
            is_between = key.endswith("tab") and len(driver.screen.focus_chain) > 1
            if has_use or is_between or (types(key) and is_typing(driver)):
                continue
            if types(key) and takes_letters(driver):
                continue
            a = state(driver)
            b = await pressed(driver, key)
            named = key_name(key) if key.isascii() else key  # a sign is named as it is typed
            word = driver.say("base.no_such_key", key=named)
            assert driver.shows(word), f"{key}:\n{b.text}"
            assert b._replace(text="") == a._replace(text=""), key


@pytest.mark.parametrize("screen", [NoteDialog, PathsDialog])
async def test_of_no_key_that_a_field_uses_it_is_said_that_it_does_nothing(
    screen: type[Screen[Any]],
) -> None:
    stand = next(stand for stand in STANDS if stand.screen is screen)
    async with stand.running() as driver:
        assert is_typing(driver)
        for key in ("x", "left", "home", "shift+right", "ctrl+k", "ctrl+a", "tab"):
            await pressed(driver, key)
            assert not driver.shows(driver.say("base.no_such_key", key=key_name(key))), key


async def test_a_clause_takes_no_key_of_a_command() -> None:
    stand = next(stand for stand in STANDS if stand.screen is DiscussionScreen)
    async with stand.running() as driver:
        await driver.press("enter", "up")
        assert isinstance(driver.screen.focused, CleanTextArea)
        assert (await pressed(driver, "f7")).parked


@pytest.mark.parametrize("stand", first_of({Place.INTERVIEW, Place.REVIEW, Place.SETUP}))
async def test_a_click_does_what_the_key_does(stand: Stand) -> None:
    async def attempt(driver: AppDriver, command: str, where: str) -> None:
        for first in TYPED.get((command, stand.place), []):
            await driver.press(first)
        a = state(driver)
        if where == "help":
            await driver.press("f1")
            await driver.choose(command, "#list")
        else:
            view = driver.box if where == "chip" else driver.screen.query_one(HintBar)
            await driver.click(view, where_to(command, where))
        await driver.settled()
        b = state(driver)
        assert claim(stand, command, driver, a, b), f"{command} by {where}:\n{b.text}"

    chips = [(c.id, "chip") for c in COMMANDS if c.is_chip and stand.screen is InterviewScreen]
    is_dialog = issubclass(stand.screen, Dialog)  # which has no bottom line
    hints = [] if is_dialog else [(c.id, "hint") for c in hints_at(stand.place)]
    helped = [(c.id, "help") for c in offered(stand)[:2] if c.id not in LEAVING]
    helped = [] if stand.screen is HelpScreen else helped  # where its key leads back
    attempts = [each for each in [*chips, *helped, *hints] if each[0] not in ("quit", "leave")]
    await tried(stand, attempts, attempt)


def where_to(command: str, where: str) -> str:
    """Return what a click means to the view in which a command stands."""
    return f"do:{command}" if where == "chip" else command


ALIKE = {
    "enter": "it goes on everywhere, and what is next in a discussion is a decision",
    "ctrl+s": "it exports where there is something to export, and is done with a text where one is",
}
"""Keys that do one thing here and another there, with the reason."""


def test_a_key_means_one_thing_on_every_screen() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    twice = {key for key, count in keys.items() if count > 1}
    own = {
        binding[0] if isinstance(binding, tuple) else binding.key
        for stand in STANDS
        for binding in stand.screen.BINDINGS
        if not isinstance(binding, Binding) or not binding.action.startswith("command(")
    }
    assert twice | (own & set(keys)) == set(ALIKE)


def test_what_a_screen_does_is_a_command_of_its_place() -> None:
    assert {stand.screen for stand in STANDS} == set(screens())
    commands = {command.id for command in COMMANDS}
    idle = {
        f"{stand}.{name}"
        for stand in STANDS
        for name in dir(stand.screen)
        if name.startswith("do_") and name[3:] not in commands | {"uncover"}
    }
    assert idle == set()
    lacking = {
        f"{stand}.do_{command.id}"
        for stand in STANDS
        for command in commands_at(stand.place)
        if not hasattr(stand.screen, f"do_{command.id}")
    }
    assert lacking == set()
