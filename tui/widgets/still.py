"""Containers that are laid out once where their contents take other room.

Textual lays the whole screen out a second time whenever the room that a widget's contents take has
changed. That is for widgets that depend on it; none of ours does.
"""

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive


class StillVertical(Vertical):
    """Widgets below each other."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The room that they take together."""


class StillHorizontal(Horizontal):
    """Widgets beside each other."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The room that they take together."""
