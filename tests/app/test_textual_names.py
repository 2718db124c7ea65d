"""Textual finds handlers and styles by names alone: one that nothing has is passed over."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

import tui.screens
import tui.widgets
from tui.app import DuiqiApp
from tui.screens.base import STYLES


def subclasses(kind: type) -> Iterator[type]:
    """Return all classes below a class that are loaded."""
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
    handled = {message.handler_name for message in subclasses(Message)}
    handlers = {name for name in vars(kind) if name.startswith("on_")}
    assert handlers - handled - {"on_event"} == set()


def test_each_style_is_for_a_widget_that_there_is() -> None:
    known = {kind.__name__ for kind in (*subclasses(Widget), *our_classes())}
    for sheet in STYLES.glob("*.tcss"):
        text = re.sub(r"/\*.*?\*/|\{.*?\}", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        named = set(re.findall(r"(?<![\w.#-])[A-Z]\w*", text))
        assert named - known == set(), sheet.name
