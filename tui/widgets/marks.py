"""The signs of the interface, and their stand-ins for terminals that know ASCII alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen is up before the rules are loaded
    from tui.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs that are drawn."""

    chosen: str = "◉"
    free: str = "○"
    ticked: str = "■"
    unticked: str = "□"
    here: str = "❯"
    done: str = "✓"
    risk: str = "!"
    bar: str = "━"
    track: str = "─"
    knob: str = "●"
    less: str = "−"
    more: str = "+"
    up: str = "▲"
    down: str = "▼"
    against: str = "≠"
    times: str = "×"
    dot: str = "·"
    aligned: str = "="
    partial: str = "≈"
    divergent: str = "≠"
    hollow: str = "≡"
    open: str = "?"
    unanswered: str = "·"
    not_asked: str = "–"
    not_applicable: str = "∅"
    discuss: str = "¶"

    def verdict(self, verdict: "Verdict") -> str:
        """Give the mark of a verdict."""
        return str(getattr(self, verdict.value))


UNICODE = Marks()
"""For most terminals."""

ASCII = Marks(
    chosen="(o)",
    free="( )",
    ticked="[x]",
    unticked="[ ]",
    here=">",
    done="v",
    bar="=",
    track="-",
    knob="O",
    less="-",
    up="^",
    down="v",
    against="/",
    times="x",
    dot="-",
    partial="~",
    divergent="#",
    hollow="%",
    unanswered=".",
    not_asked="-",
    not_applicable="0",
    discuss='"',
)
"""For those that have no other signs."""
