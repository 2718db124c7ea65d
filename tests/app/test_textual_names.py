"""Names that Textual looks up, and names that it keeps for itself, in all screens and widgets."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

import tui.screens
import tui.widgets
from tests.app.test_textual_private_names import private_names
from tui.app import DuiqiApp
from tui.screens.base import STYLES
from tui.terminal.lifecycle import ResilientApp


def subclasses(kind: type) -> Iterator[type]:
    """Return all classes below a class that are loaded."""
    below: type
    for below in kind.__subclasses__():
        yield below
        yield from subclasses(below)


def our_classes() -> list[type[MessagePump]]:
    """Return the app, and every screen and widget of ours."""
    for package in (tui.screens, tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    ours = {kind for kind in subclasses(MessagePump) if kind.__module__.startswith("tui.")}
    return sorted({*ours, DuiqiApp}, key=lambda kind: kind.__qualname__)


@pytest.mark.parametrize("kind", our_classes(), ids=lambda kind: kind.__qualname__)
def test_each_handler_is_named_for_a_message(kind: type[MessagePump]) -> None:
    handled = {getattr(message, "handler_name", "") for message in subclasses(Message)}
    handlers = {name for name in vars(kind) if name.startswith("on_")}
    assert handlers - handled - {"on_event"} == set()


@pytest.mark.parametrize("kind", our_classes(), ids=lambda kind: kind.__qualname__)
def test_no_private_name_of_textual_is_taken(kind: type[MessagePump]) -> None:
    if kind is ResilientApp:
        return  # means to, and is looked at by itself
    source = inspect.getsource(kind)
    own = set(re.findall(r"(?:def |self\.)(_[a-z]\w*)(?:\(self|(?:: [^=\n]+)? = )", source))
    assert own & private_names(kind) == set()


def test_each_style_is_for_a_widget_that_there_is() -> None:
    known = {kind.__name__ for kind in (*subclasses(Widget), *our_classes())}
    for sheet in STYLES.glob("*.tcss"):
        text = re.sub(r"/\*.*?\*/|\{.*?\}", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        named = set(re.findall(r"(?<![\w.#-])[A-Z]\w*", text))
        assert named - known == set(), sheet.name
