"""Where an escape sequence ends, by the rules of ECMA-48 and the habits of terminals."""

import re
from typing import Final

INTRODUCERS: Final = tuple("[O]P_^X")
"""What makes an Escape the beginning of a sequence: CSI, SS3, OSC, DCS, APC, PM and SOS."""
_STRING: Final = r"[\]P_^X] [^\x00-\x07\x0e-\x1f\x9c]*"
_WHOLE: Final = re.compile(
    rf"""\x1b (?:
        \[ (?: M [^\x00-\x1f]{{3}}              # the mouse as X10 reports it
             | < [^\x00-\x1f\x7f]*? [Mm]        # the mouse, where some terminals write NaN
             | \[ [A-Za-z]                      # a function key of the Linux console
             | (?! [M<\[] ) [0-?\ufffd]* [ -/\ufffd]* [@-~] )
      | O [0-9;\ufffd]* [ -/:<-~]
      | {_STRING} (?: \x07 | \x1b\\ | \x9c )
    )""",
    re.VERBOSE,
)
_BEGUN: Final = re.compile(
    rf"""\x1b (?:
        \[ (?: M [^\x00-\x1f]{{0,2}}
             | < [^\x00-\x1f\x7f]*
             | \[
             | [0-?\ufffd]* [ -/\ufffd]* )
      | O [0-9;\ufffd]*
      | {_STRING} (?: \x1b (?= \x1b | \Z ) )?  # half of its end may have come
    )?""",
    re.VERBOSE,
)
_MOST: Final = 256
"""Characters kept of what has begun; no known sequence is as long, only the end is waited for."""


def whole_at(text: str, at: int) -> str | None:
    """Return the whole sequence that begins with the Escape at `at`, if it has come to its end."""
    found = _WHOLE.match(text, at)
    return None if found is None else found[0]


def end_of_beginning(text: str, at: int) -> int:
    """Return how far what begins with the Escape at `at` may belong to one sequence."""
    found = _BEGUN.match(text, at)
    return at if found is None else found.end()


def shortened(begun: str) -> str:
    """Return the beginning of a sequence, such that it ends as before but takes little room."""
    return begun if len(begun) <= _MOST else begun[:_MOST] + "\x1b" * begun.endswith("\x1b")
