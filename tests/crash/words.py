"""What the screens say that is matched on here: taken from the catalogue, all in this one place."""

import re
from enum import Enum, auto

from tui.commands import COMMANDS
from tui.i18n import LANGUAGES, Phrases


class Spot(Enum):
    """Where in the program one is, as far as it matters here."""

    HOME = auto()
    SETUP = auto()
    UNSAVED = auto()
    DIALOG = auto()
    LIST = auto()
    COVER = auto()
    REVEAL = auto()
    VEIL = auto()
    AREA_START = auto()
    AREA_END = auto()
    GUESSES = auto()
    DISCUSSION = auto()
    MINUTES = auto()
    MEETING_END = auto()
    REPORT = auto()
    INTERVIEW = auto()
    ELSEWHERE = auto()


ANYWHERE, TOP, BOTTOM = slice(None), slice(3), slice(-1, None)
"""The rows of a screen in which a place is told; a banner may stand above the top line."""
_TEXTS = ("note.title", "note.reason", "note.private", "note.second", "export.title")
_SIGNS: list[tuple[Spot, slice, tuple[str, ...]]] = [
    (Spot.UNSAVED, ANYWHERE, ("unsaved.discard",)),
    (Spot.DIALOG, ANYWHERE, _TEXTS),
    (Spot.LIST, TOP, ("jump.title", "help.title")),
    (Spot.COVER, ANYWHERE, ("handover.message", "handover.cover", "handover.blank")),
    (Spot.REVEAL, ANYWHERE, ("handover.reveal", "handover.reveal_all")),
    (Spot.VEIL, ANYWHERE, ("interview.veil",)),
    (Spot.AREA_START, TOP, ("areastart.status",)),
    (Spot.AREA_END, ANYWHERE, ("area.done",)),
    (Spot.MINUTES, ANYWHERE, ("minutes.head",)),  # its form, which an overview and a list hide
    (Spot.DISCUSSION, TOP, ("area.title",)),
    (Spot.MEETING_END, TOP, ("meeting.title",)),
    (Spot.REPORT, BOTTOM, ("command.export",)),
    (Spot.GUESSES, TOP, ("guess.title",)),
    (Spot.SETUP, BOTTOM, ("command.onward",)),
    (Spot.HOME, ANYWHERE, ("home.tagline",)),
]


class Words:
    """Reads screens in one language of the interface."""

    def __init__(self, language: str) -> None:
        self.say = Phrases(language)

    def spot(self, screen: str) -> Spot:
        """Return where a screen is."""
        rows = screen.splitlines()
        for spot, where, keys in _SIGNS:
            if any(self.sign(key) in "\n".join(rows[where]) for key in keys):
                return spot
        chips = (f"F4 {Phrases(language)('chip.undecided')}" for language in LANGUAGES)
        return Spot.INTERVIEW if any(chip in screen for chip in chips) else Spot.ELSEWHERE

    def is_saved(self, screen: str) -> bool:
        """Return whether the top line says that all is saved."""
        return screen.partition("\n")[0].rstrip().endswith(self.say("save.saved"))

    def is_unsaved(self, screen: str) -> bool:
        """Return whether it is said, anywhere on the screen, that something is not saved."""
        return any(self.head(key) in screen for key in ("save.failed", "save.slow"))

    def is_told_lost(self, screen: str) -> bool:
        """Return whether the last words in the terminal tell that something was not saved."""
        return self.head("save.lost") in screen

    def head(self, key: str) -> str:
        """Return what an entry begins with, before its first value."""
        return self.say(key).partition("{")[0].strip(" :：")

    def sign(self, key: str) -> str:
        """Return what to look for of an entry: the longest part of its first line without values.

        A command stands in the bottom line behind its key.
        """
        line = self.say(key).splitlines()[0]
        kind, _, name = key.partition(".")
        if kind == "command":
            (label,) = (command.key_label for command in COMMANDS if command.id == name)
            line = f"{label} {line}"
        return max(re.split(r"\{\w+\}", line), key=len).strip(" :：")
