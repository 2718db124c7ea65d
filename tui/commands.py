"""All commands, one row each: key bindings, hints and the help page are made from this table.

A Chinese input method swallows letters or makes them full-width. So each letter has its full-width
twin, and a function or control key that no input method takes.
"""

from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """A screen, or a kind of screen, on which commands are available."""

    HOME = "home"
    SETUP = "setup"
    INTERVIEW = "interview"
    HANDOVER = "handover"
    REVEAL = "reveal"
    AREA_START = "area_start"
    AREA_END = "area_end"
    GUESSES = "guesses"
    REVIEW = "review"
    MEETING_END = "meeting_end"
    REPORT = "report"
    OVER_TIME = "over_time"
    DECISIONS = "decisions"
    SOLO = "solo"
    LIST = "list"
    DIALOG = "dialog"


class Command(NamedTuple):
    """Something that the user can do by a key."""

    id: str
    """Its name: the method `do_<id>` runs it, the entry `command.<id>` is its label."""
    keys: tuple[str, ...]
    """The keys that run it, by Textual's names; the first one is shown."""
    places: frozenset[Place]
    """Where it is available."""
    hinted: frozenset[Place] = frozenset()
    """Where the bottom line shows it."""
    is_chip: bool = False
    """Whether it is shown below each answer, to be clicked."""

    @property
    def key_label(self) -> str:
        """The key as it is labelled on a keyboard.

        >>> Command("undo", ("ctrl+z",), frozenset()).key_label
        'Ctrl+Z'
        """
        return key_name(self.keys[0])

    @property
    def key_labels(self) -> str:
        """All of its keys; their full-width twins are the same keys.

        >>> Command("note", ("f6", "m", "ｍ"), frozenset()).key_labels
        'F6, M'
        """
        return ", ".join(key_name(key) for key in self.keys if not _is_full_width(key))


def key_name(key: str) -> str:
    """Return a key, given by Textual's name, as it is labelled on a keyboard.

    >>> key_name("shift+pageup"), key_name("shift+up"), key_name("f12")
    ('Shift+PgUp', 'Shift+↑', 'F12')
    """
    return "+".join(_KEY_NAMES.get(part, part.capitalize()) for part in key.split("+"))


def _is_full_width(key: str) -> bool:
    return not key.isascii() or key.startswith("fullwidth")


_KEY_NAMES = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "question_mark": "?",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def _at(*places: Place) -> frozenset[Place]:
    return frozenset(places)


_ALL = frozenset(Place)
_APART = _at(Place.DIALOG, Place.LIST)
"""What lies above a screen for a moment."""
_BEFORE = _at(Place.HOME, Place.SETUP)
"""Where there is no session yet."""
_GATES = _at(Place.HANDOVER, Place.REVEAL)
"""What only its own key passes: the one that goes on everywhere may be pressed once too often."""
_SCREENS = _ALL - _APART
_TOLD = _at(Place.REVIEW, Place.REPORT, Place.SOLO)
_ASKING = _at(Place.INTERVIEW)
_TABLE = _at(Place.REVIEW)
_WRITTEN = (
    _ASKING | _TABLE | _at(Place.GUESSES, Place.AREA_START, Place.MEETING_END, Place.DECISIONS)
)
"""Where something is said or written that can be undone."""
_PAGED = (
    _ASKING
    | _TOLD
    | _at(Place.GUESSES, Place.AREA_START, Place.MEETING_END, Place.OVER_TIME, Place.DECISIONS)
)
"""Where one goes back and forth by pages."""
_GOING_ON = _ASKING | _at(Place.AREA_START, Place.AREA_END, Place.GUESSES)
_LEAVING = _ALL - _ASKING - {Place.REVIEW, Place.REPORT, Place.AREA_START, Place.HOME}
"""Where the bottom line shows Escape; elsewhere there is no room for it."""

COMMANDS: tuple[Command, ...] = (
    Command("next", ("enter",), _GOING_ON, _GOING_ON),
    Command("decide", ("enter",), _at(Place.REVIEW), _at(Place.REVIEW)),
    Command("open", ("enter",), _at(Place.REPORT)),
    Command("next_state", ("enter",), _at(Place.DECISIONS), _at(Place.DECISIONS)),
    Command("ready", ("ctrl+r",), _GATES, _GATES),
    Command(
        "onward",
        ("f8",),
        _ASKING
        | _at(Place.SETUP, Place.AREA_END, Place.REVIEW, Place.MEETING_END)
        | _at(Place.REPORT, Place.DECISIONS),
        _at(Place.SETUP, Place.REVIEW, Place.MEETING_END, Place.REPORT, Place.DECISIONS),
    ),
    Command("back", ("pageup",), _PAGED, _ASKING),
    Command("forward", ("pagedown",), _PAGED, _TABLE | _at(Place.OVER_TIME)),
    Command("other_side", ("tab", "shift+tab"), _ASKING, _ASKING),
    Command("undecided", ("f4", "u", "ｕ"), _ASKING, is_chip=True),
    Command("not_applicable", ("f5", "n", "ｎ"), _ASKING, is_chip=True),
    Command("note", ("f6", "m", "ｍ"), _ASKING, is_chip=True),
    Command("later", ("f7", "l", "ｌ"), _ASKING | _TABLE, _TABLE, is_chip=True),
    Command("private_note", ("ctrl+p", "p", "ｐ"), _ASKING, is_chip=True),
    Command("firmness", ("ctrl+f", "f", "ｆ"), _ASKING, is_chip=True),
    Command("contract", ("ctrl+o", "o", "ｏ"), _ASKING),
    Command("jump", ("f2", "g", "ｇ"), _ASKING | _TABLE, _ASKING),
    Command("reread", ("ctrl+x",), _ASKING),
    Command("gap", ("ctrl+g",), _at(Place.REVIEW)),
    Command("park_rest", ("ctrl+t",), _at(Place.REVIEW, Place.MEETING_END), _at(Place.MEETING_END)),
    Command("anew", ("ctrl+n",), _at(Place.REVIEW)),
    Command("filter", ("ctrl+l",), _at(Place.REVIEW)),
    Command(
        "decisions",
        ("ctrl+d",),
        _ASKING | _at(Place.HOME, Place.REVIEW, Place.REPORT),
        _at(Place.REPORT),
    ),
    Command(
        "copy",
        ("ctrl+c", "c", "ｃ"),
        _TOLD | _at(Place.DECISIONS),
        _at(Place.DECISIONS),
    ),
    Command("over_time", ("ctrl+u", "t", "ｔ"), _at(Place.REPORT)),
    Command("undo", ("ctrl+z",), _WRITTEN),
    Command("redo", ("ctrl+y",), _WRITTEN),
    Command("report", ("f9",), _ASKING | _at(Place.REVIEW), _ASKING),
    Command("export", ("ctrl+s", "e", "ｅ"), _TOLD, _at(Place.REPORT, Place.SOLO)),
    Command("entitle", ("ctrl+e",), _at(Place.HOME)),
    Command("archive", ("ctrl+k",), _at(Place.HOME)),
    Command("discard", ("delete",), _at(Place.HOME)),
    Command("blank", ("f12", "ctrl+b"), _ALL - _BEFORE - _GATES),
    Command("leave", ("escape",), _ALL - {Place.HOME}, _LEAVING),
    Command("language", ("f3",), _SCREENS, _BEFORE | _GATES),
    Command("theme", ("f10",), _SCREENS, _at(Place.HOME)),
    Command("help", ("f1", "question_mark", "fullwidth_question_mark"), _ALL, _SCREENS),
    Command("quit", ("ctrl+q",), _ALL, _at(Place.HOME)),
)
"""All commands, in the order of the hints and the help page."""


class FieldKeys(NamedTuple):
    """Keys that act in what stands on a screen, its fields and lists, and are no commands."""

    id: str
    """The entry `keys.<id>` names the keys, `keys.<id>_do` says what they do."""
    places: frozenset[Place]
    """Where there are such fields or lists."""


_ANSWERS = _at(Place.INTERVIEW, Place.GUESSES)
_FORMS = _at(Place.SETUP, Place.REVIEW, Place.DIALOG)
_LISTS = _at(Place.HOME, Place.LIST, Place.AREA_END, Place.DIALOG)

FIELD_KEYS: tuple[FieldKeys, ...] = (
    FieldKeys("digits", _ANSWERS),
    FieldKeys("rows", _ANSWERS),
    FieldKeys("space", _ANSWERS),
    FieldKeys("steps", _ANSWERS),
    FieldKeys("signs", _ANSWERS),
    FieldKeys("comma", _ANSWERS),
    FieldKeys("ends", _ANSWERS),
    FieldKeys("rest", _ANSWERS),
    FieldKeys("ranks", _ANSWERS),
    FieldKeys("words", _ANSWERS),
    FieldKeys("days", _ANSWERS),
    FieldKeys("backspace", _ANSWERS),
    FieldKeys("delete", _ANSWERS),
    FieldKeys("parts", _ANSWERS),
    FieldKeys("paste", _ANSWERS | _FORMS | _at(Place.MEETING_END)),
    FieldKeys("levels", _at(Place.AREA_START)),
    FieldKeys("fields", _FORMS | _at(Place.AREA_START)),
    FieldKeys("options", _FORMS | _at(Place.AREA_START)),
    FieldKeys("submit", _FORMS | _at(Place.MEETING_END)),
    FieldKeys("done", _at(Place.DIALOG)),
    FieldKeys("entries", _LISTS | _at(Place.REVIEW, Place.REPORT, Place.DECISIONS)),
    FieldKeys("take", _LISTS),
    FieldKeys("letters", _at(Place.HOME, Place.LIST)),
    FieldKeys("slash", _at(Place.REPORT, Place.REVIEW)),
    FieldKeys("tiles", _at(Place.REPORT)),
    FieldKeys("state", _at(Place.DECISIONS)),
    FieldKeys("wheel", _TOLD | _LISTS | _at(Place.MEETING_END, Place.OVER_TIME, Place.DECISIONS)),
)
"""All such keys, in the order of the help page."""

MOST_HINTS = 6
"""Hints that fit into the bottom line."""


def commands_at(place: Place) -> tuple[Command, ...]:
    """Return the commands that are available in a place."""
    return tuple(command for command in COMMANDS if place in command.places)


def field_keys_at(place: Place) -> tuple[FieldKeys, ...]:
    """Return the keys of the fields and lists of a place."""
    return tuple(keys for keys in FIELD_KEYS if place in keys.places)


def hints_at(place: Place) -> tuple[Command, ...]:
    """Return the commands that the bottom line shows in a place, `MOST_HINTS` at most."""
    hinted = tuple(command for command in commands_at(place) if place in command.hinted)
    return hinted[:MOST_HINTS]
