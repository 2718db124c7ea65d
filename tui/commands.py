"""Everything a person can do, one row a command: bindings, hints and help all come from here.

A key that a Chinese input method would swallow or widen has its full-width twin and, beside each
letter, a function or control key that gets through.
"""

from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """Where a command is at hand."""

    HOME = "home"
    SETUP = "setup"
    INTERVIEW = "interview"
    HANDOVER = "handover"
    AREA_START = "area_start"
    AREA_END = "area_end"
    GUESSES = "guesses"
    REVIEW = "review"
    MINUTES = "minutes"
    REPORT = "report"
    SOLO = "solo"
    LIST = "list"
    DIALOG = "dialog"


class Command(NamedTuple):
    """One thing that a person can do."""

    id: str
    """Its name: `do_<id>` on a screen carries it out, `command.<id>` in the catalogue labels it."""
    keys: tuple[str, ...]
    """The keys that call it, in Textual's names; the first is the one shown."""
    places: frozenset[Place]
    """Where it is at hand."""
    hinted: frozenset[Place] = frozenset()
    """Where the bottom line names it."""
    is_chip: bool = False
    """Whether it stands below each answer, where it can be clicked."""

    @property
    def key_label(self) -> str:
        """The key as a person knows it.

        >>> Command("undo", ("ctrl+z",), frozenset()).key_label
        'Ctrl+Z'
        """
        return "+".join(_KEY_NAMES.get(part, part.capitalize()) for part in self.keys[0].split("+"))


_KEY_NAMES = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "question_mark": "?"}


def _at(*places: Place) -> frozenset[Place]:
    return frozenset(places)


_ALL = frozenset(Place)
_SCREENS = _ALL - {Place.DIALOG, Place.LIST, Place.HANDOVER}
_TOLD = _at(Place.REVIEW, Place.REPORT, Place.SOLO)
_ASKING = _at(Place.INTERVIEW)
_GOING_ON = _ASKING | _at(
    Place.AREA_START, Place.AREA_END, Place.GUESSES, Place.REVIEW, Place.HANDOVER
)
_LEAVING = _ALL - _ASKING - {Place.REVIEW, Place.AREA_START, Place.HANDOVER, Place.HOME}
"""Where Escape leads back; elsewhere it leads on, as Enter does, or out of the session."""

COMMANDS: tuple[Command, ...] = (
    Command("next", ("enter",), _GOING_ON - _at(Place.REVIEW), _GOING_ON),
    Command("decide", ("enter",), _at(Place.REVIEW), _at(Place.REVIEW)),
    Command("go_on", ("f8",), _at(Place.REVIEW), _at(Place.REVIEW)),
    Command("back", ("pageup", "b", "ｂ"), _ASKING | _at(Place.GUESSES), _ASKING),
    Command("other_side", ("tab", "shift+tab"), _ASKING, _ASKING),
    Command("undecided", ("f4", "u", "ｕ"), _ASKING, is_chip=True),
    Command("not_applicable", ("f5", "n", "ｎ"), _ASKING, is_chip=True),
    Command("note", ("f6", "m", "ｍ"), _ASKING, is_chip=True),
    Command("later", ("f7", "l", "ｌ"), _ASKING, is_chip=True),
    Command("private_note", ("ctrl+p", "p", "ｐ"), _ASKING, is_chip=True),
    Command("firmness", ("ctrl+f", "f", "ｆ"), _ASKING, is_chip=True),
    Command("contract", ("ctrl+o", "o", "ｏ"), _ASKING),
    Command("jump", ("f2", "g", "ｇ"), _ASKING, _ASKING),
    Command("undo", ("ctrl+z",), _ASKING),
    Command("redo", ("ctrl+y",), _ASKING),
    Command("review", ("f8", "r", "ｒ"), _ASKING),
    Command("blank", ("f12", "ctrl+b"), _ASKING | _at(Place.GUESSES)),
    Command("filter", ("f9", "f", "ｆ"), _at(Place.REVIEW), _at(Place.REVIEW)),
    Command("park", ("ctrl+k",), _at(Place.REVIEW, Place.MINUTES), _at(Place.MINUTES)),
    Command("report", ("f9",), _ASKING, _ASKING),
    Command("page_up", ("pageup",), _TOLD),
    Command("page_down", ("pagedown",), _TOLD),
    Command("export", ("ctrl+s", "e", "ｅ"), _TOLD, _TOLD),
    Command("start", ("ctrl+s",), _at(Place.SETUP), _at(Place.SETUP)),
    Command("leave", ("escape",), _ALL - {Place.HOME}, _LEAVING),
    Command("language", ("f3",), _SCREENS, _at(Place.HOME, Place.SETUP, Place.REPORT)),
    Command("theme", ("f10",), _SCREENS, _at(Place.HOME)),
    Command("help", ("f1", "question_mark", "fullwidth_question_mark"), _SCREENS, _SCREENS),
    Command("quit", ("ctrl+q",), _ALL, _at(Place.HOME)),
)
"""All commands, in the order in which hints and help show them."""

MOST_HINTS = 6
"""Hints that the bottom line holds."""


def commands_at(place: Place) -> tuple[Command, ...]:
    """Return the commands that are at hand in a place."""
    return tuple(command for command in COMMANDS if place in command.places)


def hints_at(place: Place) -> tuple[Command, ...]:
    """Return the commands that the bottom line names in a place."""
    hinted = tuple(command for command in commands_at(place) if place in command.hinted)
    return hinted[:MOST_HINTS]
