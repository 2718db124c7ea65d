"""Before the screen opens: can this terminal show it, and what Textual must be told beforehand.

Imports nothing heavy: the command line asks before it pays for Textual.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Final, TextIO

from tui.domain.message import Message

_SIMPLE_TERMINALS: Final = {"dumb", "unknown"}

_SETTINGS: Final = {
    # The kitty keyboard protocol garbles what an input method commits at once.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Smooth scrolling counts the mouse in pixels, and Textual leaves the terminal so.
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
"""What must hold; read by Textual when it is imported."""

_DEFAULTS: Final = {
    # Nothing on the screen moves by itself.
    "TEXTUAL_ANIMATIONS": "none",
    # Milliseconds until an Escape is known to be no arrow key: short, and enough over ssh.
    "ESCDELAY": "25",
}
"""What holds where the user has not said otherwise."""

_TELLTALES: Final = (
    "TEXTUAL",
    "TEXTUAL_DEBUG",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SHOW_RETURN",
)
"""Textual's aids for developers: they write keys or the screen, and so answers, to files."""


def problem() -> Message | None:
    """Return the reason why this terminal cannot show the app, or None where it can."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return (
        _not_a_terminal(streams) or _not_utf8(sys.__stderr__, os.environ) or _too_simple(os.environ)
    )


def prepare_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what Textual reads from the environment; to be called before its first import."""
    environment.update(_SETTINGS)
    for name, value in _DEFAULTS.items():
        environment.setdefault(name, value)
    for name in _TELLTALES:
        environment.pop(name, None)


def _not_a_terminal(streams: tuple[TextIO | None, ...]) -> Message | None:
    # All three: keys come from the first, the size from the second, and the third is drawn on.
    if all(stream is not None and stream.isatty() for stream in streams):
        return None
    return Message("terminal.not_a_terminal")


def _not_utf8(screen: TextIO | None, environment: Mapping[str, str]) -> Message | None:
    for encoding in (_locale_encoding(environment), screen.encoding if screen else None):
        if encoding is not None and encoding.lower().replace("-", "") != "utf8":
            return Message("terminal.not_utf8", {"encoding": encoding})
    return None


def _locale_encoding(environment: Mapping[str, str]) -> str | None:
    """Return the encoding that the locale's name carries, or None where it is left open.

    Python takes a locale that is not installed for UTF-8; the terminal meant what the name says.

    >>> _locale_encoding({"LC_ALL": "zh_CN.GBK", "LANG": "en_US.UTF-8"})
    'GBK'
    >>> _locale_encoding({"LANG": "C"})
    """
    if environment.get("PYTHONUTF8") == "1":
        return None  # the way out for who knows better
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if locale := environment.get(name):
            _, dot, encoding = locale.partition("@")[0].partition(".")
            return encoding if dot else None
    return None


def _too_simple(environment: Mapping[str, str]) -> Message | None:
    term = environment.get("TERM", "")
    return Message("terminal.too_simple", {"term": term}) if term in _SIMPLE_TERMINALS else None
