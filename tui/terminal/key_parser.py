"""Keys, mouse reports and pastes from the bytes of a terminal: only what is whole and known.

Textual's own parser types what it does not understand as keys, and a digit or letter answers. Here
an escape sequence is read to its end, and is a known one or nothing.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterable, Iterator
from math import inf
from typing import Final

from textual._xterm_parser import XTermParser
from textual.events import AppBlur, AppFocus, Key, Paste
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from tui.terminal.escape_sequences import INTRODUCERS, end_of_beginning, shortened, whole_at
from tui.terminal.known_keys import key_of_character, key_of_sequence
from tui.terminal.open_paste import END, GARBLED, START, OpenPaste, end_of_paste
from tui.text.cleaning import is_clean

ESCAPE_WAIT: Final = 0.12
"""Seconds after which an Escape that nothing followed is the key itself.

Long enough for an arrow that ssh cut in two, and no longer than what still feels at once: vim and
Textual wait 0.1 s, readline 0.5 s.
"""
AT_ONCE: Final = 0.01
"""Seconds in which an Escape before another may be the Alt of one key."""
HALF_WAIT: Final = 0.25
"""Seconds in which the other half of a character may come, in whatever encoding."""
LATE: Final = 0.25
"""Seconds after that in which what follows may still be the rest of a sequence that was cut."""
PATIENCE: Final = 1.0
"""Seconds without a byte after which a sequence that was begun is given up."""
PASTE_PATIENCE: Final = 1.5
"""Seconds without a byte after which a paste has ended, though its end was not marked."""
_ESC: Final = "\x1b"
_MOUSE: Final = re.compile(r"\x1b\[<(?:\d\d?|1[01]\d|12[0-7]);[1-9]\d{0,3};[1-9]\d{0,3}[Mm]")
_HOLDS_FRAMES: Final = re.compile(r"\x1b\[\?2026;[1-4]\$y")
"""The reply of a terminal that can hold a frame back until it is whole."""

_Reading = Generator[Message, None, int]
"""Yields the events of a part of a text, and returns where to go on in it."""


class KeyParser:
    """Turns what a terminal sends into events, by what comes and by when it comes."""

    def __init__(self) -> None:
        self.deadline = inf
        """When `tick` is due; infinite where nothing has been begun."""
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._mouse = XTermParser()  # for its reading of whole mouse reports alone
        self._pending = ""
        """The beginning of a sequence, or of the mark that ends a paste."""
        self._is_late = False
        """Whether what goes on was taken for the Escape key before more of it came."""
        self._paste: OpenPaste | None = None
        self._is_blurred = False
        """Whether the terminal said that it has lost the focus."""
        self._fed_at = self._escaped_at = self._garbled_at = -inf

    def feed(self, data: bytes, now: float) -> list[Message]:
        """Return the events that bytes complete.

        Args:
            data: What was read from the terminal; it may begin and end anywhere.
            now: The time in seconds, on any steady clock.
        """
        paused, self._fed_at = now - self._fed_at, now
        if paused > HALF_WAIT and not b"\x80" <= data[:1] < b"\xc0":
            self._decoder.reset()  # half a character may be left, and this is not its rest
        text = self._decoder.decode(data)
        if not text:
            return []
        begun, self._pending, self.deadline = self._pending, "", inf
        events: list[Message] = []
        if now - self._escaped_at <= LATE and text.startswith(INTRODUCERS):
            begun, self._is_late = _ESC, True
        elif paused > AT_ONCE and text.startswith(_ESC) and not begun.strip(_ESC):
            # Escape, and another key: one key with Alt would have come at once.
            events, begun = [key_of_character(_ESC) for _ in begun], ""
        self._escaped_at = -inf
        events += self._read(begun + text, now)
        if self._paste is not None:
            self.deadline = now + PASTE_PATIENCE
        return list(self._focused(events))

    def tick(self, now: float) -> list[Message]:
        """Return what time makes of what has been begun, where nothing more can be read."""
        if now < self.deadline:
            return []
        pending, is_late = self._pending, self._is_late
        self._pending, self._is_late, self.deadline = "", False, inf
        if self._paste is not None:
            return list(self._focused(self._end_paste(self._paste)))
        if is_late or pending.strip(_ESC):
            return []
        self._escaped_at = now
        return list(self._focused(key_of_character(escape) for escape in pending))

    def _read(self, text: str, now: float) -> Iterator[Message]:
        at = 0
        while at < len(text):
            if self._paste is not None:
                at = yield from self._read_paste(self._paste, text, at)
            elif text[at] == _ESC:
                at = yield from self._read_sequence(text, at, now)
            elif "\x80" <= text[at] <= "\x9f" and not self._is_garbled(now):
                # One character for an Escape and another.
                text = text[:at] + _ESC + chr(ord(text[at]) - 0x40) + text[at + 1 :]
            else:
                yield from self._typed(text[at], now)
                at += 1

    def _typed(self, character: str, now: float) -> Iterator[Message]:
        """Yield the key of a character, unless it is none that a key sends."""
        if character < " " or character == "\x7f":
            if character != "\0":
                yield key_of_character(character)
        elif character == GARBLED or (self._is_garbled(now) and not character.isascii()):
            self._garbled_at = now
        elif not self._is_garbled(now) and is_clean(character):
            yield key_of_character(character)

    def _is_garbled(self, now: float) -> bool:
        """Return whether a character goes with bytes of another encoding, as half of one may."""
        return now - self._garbled_at <= HALF_WAIT

    def _read_sequence(self, text: str, at: int, now: float) -> _Reading:
        """Yield what the Escape at `at` begins; return where to go on."""
        self._garbled_at = -inf
        if text.startswith(_ESC, at + 1):
            return (yield from self._read_two_escapes(text, at, now))
        if (whole := whole_at(text, at)) is not None:
            yield from self._events(whole)
            self._is_late = False
            return at + len(whole)
        end = end_of_beginning(text, at)
        if end == len(text):
            return self._wait(text, at, now)
        self._is_late = False
        if end > at + 1:
            return end  # broken off by what cannot belong to it
        return (yield from self._read_alt(text, at))

    def _read_two_escapes(self, text: str, at: int, now: float) -> _Reading:
        """Yield what two Escapes begin: the key itself, or a key with Alt, as some spell it."""
        whole = whole_at(text, at + 1)
        if whole is not None and key_of_sequence(whole) is not None:
            return at + 1 + len(whole)  # no command has Alt
        if whole is None and end_of_beginning(text, at + 1) == len(text):
            return self._wait(text, at, now)
        yield key_of_character(_ESC)
        return at + 1

    def _read_alt(self, text: str, at: int) -> _Reading:
        """Yield the key that an Escape and one more character are; return where to go on."""
        if (key := key_of_sequence(text[at : at + 2])) is not None:
            yield key
        elif text[at + 1] < " " and text[at + 1] != "\r":
            yield key_of_character(_ESC)
            return at + 1
        return at + 2  # a character with Alt, which no command has

    def _wait(self, text: str, at: int, now: float) -> int:
        """Keep what begins at `at` until more comes, or nothing for too long; return the end."""
        self._pending = shortened(text[at:])
        self.deadline = now + (PATIENCE if self._pending.strip(_ESC) else ESCAPE_WAIT)
        return len(text)

    def _events(self, sequence: str) -> Iterator[Message]:
        """Yield the event of a whole sequence, if it is a known one."""
        if sequence == START:
            self._paste = OpenPaste()
        elif self._is_late:
            return  # its beginning has had its effect as the Escape key
        elif sequence == "\x1b[I":
            yield AppFocus()
        elif sequence == "\x1b[O":
            yield AppBlur()
        elif _MOUSE.fullmatch(sequence):
            if (report := self._mouse.parse_mouse_code(sequence)) is not None:
                yield report
        elif _HOLDS_FRAMES.fullmatch(sequence):
            yield TerminalSupportsSynchronizedOutput()
        elif (key := key_of_sequence(sequence)) is not None:
            yield key

    def _read_paste(self, paste: OpenPaste, text: str, at: int) -> _Reading:
        """Collect a paste from `at` on, and yield it once it has ended; return where to go on."""
        end, mark = end_of_paste(text, at)
        paste.add(text[at:end])
        if text[end:mark] == END:
            yield from self._end_paste(paste)
        else:
            self._pending = text[end:]
        return mark

    def _end_paste(self, paste: OpenPaste) -> Iterator[Message]:
        self._paste = None
        yield Paste(paste.text)

    def _focused(self, events: Iterable[Message]) -> Iterator[Message]:
        """Yield events; who types has the focus, even if the terminal has not said so."""
        for event in events:
            if self._is_blurred and isinstance(event, Key | Paste):
                self._is_blurred = False
                yield AppFocus()
            elif isinstance(event, AppBlur | AppFocus):
                self._is_blurred = isinstance(event, AppBlur)
            yield event
