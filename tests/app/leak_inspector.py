"""Tells what the widgets of all screens hold, whether they show it or not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from textual.app import App
from textual.widget import Widget

from tui.domain.answers import Answer
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions.base import Question
from tui.domain.session import Session
from tui.domain.values import number_text
from tui.i18n import Phrases
from tui.workspace.document import OpenDocument

_APART = (App, Session, OpenDocument, Questionnaire, Question, type, Phrases)
"""What may know everything, and is asked only through `may_see`."""
_LOOKED_INTO = ("tui.", "textual.content", "textual.strip", "textual.document", "rich.")


def painted(app: App[Any]) -> str:
    """Return all that is painted just now, what shines through below a dialog too."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def held(app: App[Any]) -> Iterator[str | Decimal | Answer]:
    """Return every text, number and answer that any widget of any screen still holds."""
    known: set[int] = set()
    waiting: list[object] = [
        widget for screen in app.screen_stack for widget in screen.walk_children(with_self=True)
    ]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str | Decimal):
            yield thing
            continue
        if id(thing) in known or isinstance(thing, _APART):
            continue
        known.add(id(thing))
        if isinstance(thing, Answer):
            yield thing
        waiting += _parts(thing)


def _parts(thing: object) -> Iterator[object]:
    """Return what a thing is made of, as far as it can be a view's."""
    if isinstance(thing, dict):
        yield from thing.keys()
        yield from thing.values()
    elif isinstance(thing, list | tuple | set | frozenset):
        yield from thing
    elif isinstance(thing, Widget) or type(thing).__module__.startswith(_LOOKED_INTO):
        yield from getattr(thing, "__dict__", {}).values()
        slots = [slot for kind in type(thing).__mro__ for slot in getattr(kind, "__slots__", ())]
        yield from (getattr(thing, slot, None) for slot in slots)
        if is_dataclass(thing):
            yield from (getattr(thing, field.name) for field in fields(thing))


def held_text(app: App[Any]) -> str:
    """Return all texts and numbers of the widget tree, one a line."""
    return "\n".join(
        thing if isinstance(thing, str) else number_text(thing)
        for thing in held(app)
        if not isinstance(thing, Answer)
    )
