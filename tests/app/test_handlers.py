"""Textual finds a handler by its name alone: one that no message has would never be called."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.message import Message
from textual.message_pump import MessagePump

import tui.screens
import tui.widgets
from tui.app import DuiqiApp


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
