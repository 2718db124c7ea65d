"""Checks before the app starts: whether this terminal can show it, and the settings of Textual.

Imports nothing heavy, as the command line checks before it imports Textual.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Final, TextIO

from tui.domain.message import Message

_SIMPLE_TERMINALS: Final = {"dumb", "unknown"}

_SETTINGS: Final = {
    # With the kitty keyboard protocol, what an input method commits at once arrives garbled.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Smooth scrolling reports the mouse in pixels, and Textual does not turn that off at the end.
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
"""Variables that are always set; Textual reads them when it is imported."""

_DEFAULTS: Final = {
    # Nothing on the screen moves by itself.
    "TEXTUAL_ANIMATIONS": "none",
}
"""Variables that are set unless the user has set them."""

_TELLTALES: Final = (
    "TEXTUAL",
    "TEXTUAL_DEBUG",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SHOW_RETURN",
)
"""Variables that are removed: they make Textual write keys or the screen, and so answers."""


def problem() -> Message | None:
    """Return why this terminal cannot show the app, or None if it can."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return (
        _not_a_terminal(streams)
        or _not_utf8(sys.__stderr__, _given_environment())
        or _too_simple(os.environ)
    )


def prepare_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set the variables that Textual reads; must be called before Textual is imported."""
    environment.update(_SETTINGS)
    for name, value in _DEFAULTS.items():
        environment.setdefault(name, value)
    for name in _TELLTALES:
        environment.pop(name, None)


def _not_a_terminal(streams: tuple[TextIO | None, ...]) -> Message | None:
    # All three: Textual reads keys from stdin, the size from stdout, and draws on stderr.
    if all(stream is not None and stream.isatty() for stream in streams):
        return None
    return Message("terminal.not_a_terminal")


def _given_environment() -> Mapping[str, str]:
    """Return the environment as the process was given it.

    Where a locale is not installed, Python puts a UTF-8 one in its place (PEP 538), and with that
    the encoding of the terminal is not to be seen in `os.environ` any more.
    """
    try:
        given = Path("/proc/self/environ").read_bytes()
    except OSError:
        return os.environ
    pairs = (os.fsdecode(pair).partition("=") for pair in given.split(b"\0"))
    return {name: value for name, _, value in pairs}


def _not_utf8(screen: TextIO | None, environment: Mapping[str, str]) -> Message | None:
    for encoding in (_locale_encoding(environment), screen.encoding if screen else None):
        if encoding is not None and encoding.lower().replace("-", "") != "utf8":
            return Message("terminal.not_utf8", {"encoding": encoding})
    return None


def _locale_encoding(environment: Mapping[str, str]) -> str | None:
    """Return the encoding in the locale's name, or None if the name has none.

    Python treats a locale that is not installed as UTF-8, but the terminal uses what its name says.

    >>> _locale_encoding({"LC_ALL": "zh_CN.GBK", "LANG": "en_US.UTF-8"})
    'GBK'
    >>> _locale_encoding({"LANG": "C"})
    """
    if environment.get("PYTHONUTF8") == "1":
        return None  # the user insists on UTF-8
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if locale := environment.get(name):
            _, dot, encoding = locale.partition("@")[0].partition(".")
            return encoding if dot else None
    return None


def _too_simple(environment: Mapping[str, str]) -> Message | None:
    term = environment.get("TERM", "")
    return Message("terminal.too_simple", {"term": term}) if term in _SIMPLE_TERMINALS else None
