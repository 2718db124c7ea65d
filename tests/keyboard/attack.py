"""One program in a terminal, attacked on one screen, and looked at afterwards."""

import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.crash.window import Window
from tests.keyboard.kickoff import begin, said
from tests.keyboard.noise import Piece
from tests.keyboard.screens import PLACES, Place
from tui.domain.message import Message
from tui.i18n import Language, Phrases
from tui.phrasing.marks import UNICODE
from tui.terminal.key_parser import ESCAPE_WAIT, HALF_WAIT, PATIENCE

_PATIENCE = 20
"""Seconds that the effect of a key may take."""
_NEUTRAL = b"\x1b[0n"
"""Ends whatever has been begun, and is nothing itself."""
_NO_ANSWER = "。，"
"""What no field takes as an answer."""
_PASTE, _PASTE_ENDS = f"\x1b[200~{_NO_ANSWER}".encode(), b"\x1b[201~"
_TRIES = 5
"""How often a screen may be another after a key that was undone, until it is wholly drawn."""
_UNSEEN = 2.0
"""Seconds after which a paste has ended of itself, where nothing is said of it."""


class LateError(Exception):
    """The rest of what was cut was sent so late that it may stand for itself by then."""


class Attack:
    """A kickoff that is open on one of the screens."""

    def __init__(self, place: str) -> None:
        self._name = place
        self._home = tempfile.TemporaryDirectory(prefix="keyboard-")
        self.folder = Path(self._home.name) / "session"
        begin(self.folder)
        self._before = said(self.folder)
        command = (sys.executable, "-m", "tui", "open", str(self.folder), "--lang", "en")
        self.window = Window(command, home=Path(self._home.name), look=lambda _: None)
        try:
            self.window.wait_for("F4 ")
            self.go(PLACES[place].way, PLACES[place])
        except AssertionError:
            self.close()
            raise

    def go(self, way: Sequence[bytes], place: Place) -> None:
        """Go to a place by keys that each change what is shown."""
        for key in way:
            self.window.settle()
            self._press(key)
        self.window.wait_for(place.sign)
        self.place = place
        self._shown = self._settled()
        self._refused = ""
        """What stands beside the field about a paste; nothing before there was one."""

    def send(self, pieces: Sequence[Piece]) -> None:
        """Send what is no key.

        Raises:
            LateError: The machine was too busy for that.
        """
        sent_at, before = 0.0, b""
        for wait, data in pieces:
            time.sleep(wait)  # not drawing meanwhile, which may take longer
            begun = time.monotonic()
            self.window.send(data)
            if wait and time.monotonic() - sent_at > _granted(before):
                raise LateError
            sent_at, before = begun, data

    def paste(self, *, ended: bool) -> None:
        """Paste what is no answer, and find the word that tells why none of it is taken.

        All else must be as before. Where nothing is said of it there is nothing to find.

        Args:
            ended: Whether the end comes; else we wait as a person would who sees nothing happen.

        Raises:
            AssertionError: There is no such word, or more has changed.
        """
        self.window.send(_NEUTRAL, _PASTE, _PASTE_ENDS if ended else b"")
        if self.place.refusal:
            why = Message(self.place.refusal)
            told = Message("field.unused", {"pasted": _NO_ANSWER, "why": why})
            self._refused = f"\n {UNICODE.risk} {Phrases(Language.ENGLISH).say(told)}\n"
            self._until(
                lambda: self._refused in self._look() and self._is_as_before(),
                f"as it was before, with{self._refused}",
            )
        elif not ended:
            time.sleep(_UNSEEN)

    def check(self) -> None:
        """Find the program alive, on the same screen, and ready for keys.

        A paste that was refused may have left the word of that, in a row that was empty.

        Raises:
            AssertionError: It is not.
        """
        self._probe()
        self._until(self._is_as_before, f"as it was before:\n{self._shown}")

    def end(self) -> None:
        """Leave, and find the files as they were.

        Raises:
            AssertionError: They are not.
        """
        self.window.send("ctrl+q")
        code = self.window.exit_code()
        assert code == 0, f"ended with {code}"
        assert said(self.folder) == self._before, f"{said(self.folder)} is not {self._before}"

    def anew(self) -> "Attack":
        """End this one, and return another on the same screen."""
        self.close()
        return Attack(self._name)

    def close(self) -> None:
        """End everything that is left."""
        self.window.close()
        self._home.cleanup()

    def _settled(self) -> str:
        """Return what is shown once a key and its undoing lead back to the very same.

        A screen may come in several pictures, with any time between them on a busy machine.
        """
        for _ in range(_TRIES):
            self.window.settle()
            before = self._look()
            self._probe()
            self.window.settle()
            if self._look() == before:
                return before
        raise AssertionError(f"never the same twice:\n{before}\n{self._look()}")

    def _probe(self) -> None:
        """Press a key that has an effect, and undo it."""
        effect = self.place.effect
        self.window.send(_NEUTRAL, self.place.probe)
        self._until(lambda: effect in self.window.screen_text(), f"one with {effect!r}")
        self.window.send(self.place.undo)
        self._until(lambda: effect not in self.window.screen_text(), f"one without {effect!r}")

    def _is_as_before(self) -> bool:
        look = self._look()
        if self._refused:
            look = look.replace(self._refused, "\n\n", 1)
        return look == self._shown

    def _press(self, key: bytes) -> None:
        """Press a key that changes the screen."""
        before = self._look()
        self.window.send(key)
        self._until(lambda: self._look() != before, "any other")

    def _until(self, holds: Callable[[], bool], wanted: str) -> None:
        def is_so() -> bool:
            assert not self.window.is_over, f"the program has ended:\n{self._look()}"
            return self.window.is_whole and holds()

        try:
            self.window.wait_for(is_so, _PATIENCE)
        except AssertionError as fault:
            raise AssertionError(f"{fault}\nThe screen is not {wanted}") from None

    def _look(self) -> str:
        """Return what is shown below the top line, which tells of saving, without the clock."""
        return re.sub(r"\d+:\d\d", "", self.window.screen_text().partition("\n")[2])


def _granted(begun: bytes) -> float:
    """Return the seconds in which the program waits for the rest of what was begun."""
    if begun.endswith(b"\x1b"):
        return ESCAPE_WAIT
    return PATIENCE if begun.startswith(b"\x1b") else HALF_WAIT
