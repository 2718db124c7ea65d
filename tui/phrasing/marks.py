"""The signs of the interface, and their stand-ins for terminals that know ASCII alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen is up before the rules are loaded
    from tui.domain.verdict import Verdict


class Marks:
    """The signs that most terminals draw. A plain class: records take long to make at the start."""

    chosen = "◉"
    free = "○"
    ticked = "■"
    unticked = "□"
    here = "❯"
    done = "✓"
    ticked_off = "✓"
    risk = "!"
    bar = "━"
    track = "─"
    knob = "●"
    pip = "■"
    parked = "P"
    anew = "R"
    less = "−"
    more = "+"
    up = "▲"
    down = "▼"
    against = "≠"
    times = "×"
    dot = "·"
    aligned = "="
    partial = "≈"
    divergent = "≠"
    hollow = "≡"
    open = "?"
    unanswered = "·"
    not_asked = "–"
    not_applicable = "∅"
    discuss = "¶"
    one_party = "½"
    first = "●"
    second = "◆"
    tick = "┼"
    ruler_begin = "├"
    ruler_end = "┤"
    shade = "▒"
    gap = "┄"
    side = "│"
    bracket = "┐", "│", "┘"
    then = "→"

    def verdict(self, verdict: "Verdict", *, is_private: bool = False) -> str:
        """Return the mark of a verdict; private answers are never more than near."""
        name = "partial" if is_private and verdict.value == "aligned" else verdict.value
        return str(getattr(self, name))

    def of_party(self, side: str) -> str:
        """Return what stands before a party's name: its mark, or nothing for neither party."""
        return {"left": f"{self.first} ", "right": f"{self.second} "}.get(side, "")


class AsciiMarks(Marks):
    """Their stand-ins for terminals that have no other signs."""

    chosen = "(o)"
    free = "( )"
    ticked = "[x]"
    unticked = "[ ]"
    here = ">"
    done = "v"
    ticked_off = "*"
    bar = "="
    track = "-"
    knob = "O"
    pip = "*"
    less = "-"
    up = "^"
    down = "v"
    against = "/"
    times = "x"
    dot = "-"
    partial = "~"
    divergent = "#"
    hollow = "%"
    unanswered = "."
    not_asked = "-"
    not_applicable = "n/a"
    discuss = '"'
    one_party = "@"
    first = "o"
    second = "x"
    tick = "+"
    ruler_begin = "|"
    ruler_end = "|"
    shade = ":"
    gap = "."
    side = "|"
    bracket = "+", "|", "+"
    then = "->"


UNICODE = Marks()
"""For most terminals."""

ASCII = AsciiMarks()
"""For those that know ASCII alone."""
