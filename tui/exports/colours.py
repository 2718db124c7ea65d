"""The colours of the verdicts on paper: those of the light theme, which needs a screen to load."""

from collections.abc import Mapping

from tui.domain.verdict import Verdict

INK = "262B31"
"""Text."""
QUIET = "5C636B"
"""What is beside the point."""
LINE = "C9CCD0"
"""The lines of a table."""
HEAD = "F1F0EE"
"""Behind the head of a table."""
RED = "B3261E"
"""Red lines, and nothing else."""
GAP = "FFF2A8"
"""Behind what is still to be filled in."""
PARTIES = "8A5200", "00685B"
"""What each party said."""
PRIMARY, OVERLAP = "1C5D8A", "CFE2EF"
"""What is decided, or what two ranges have in common, and what is behind that."""
RISK = "6A27A8"
"""The label of a risk."""

_GREEN, _YELLOW, _SALMON = ("24663A", "DDEEDD"), ("6F5B00", "F4ECC4"), ("A8201A", "FBDDD8")
_PINK, _BLUE, _NONE = ("8C1D63", "F8DCEC"), ("2B4AA0", "DFE6FA"), (QUIET, HEAD)

VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.ALIGNED: _GREEN,
    Verdict.PARTIAL: _YELLOW,
    Verdict.DIVERGENT: _SALMON,
    Verdict.HOLLOW: _PINK,
    Verdict.OPEN: _BLUE,
    Verdict.UNANSWERED: _NONE,
    Verdict.NOT_ASKED: _NONE,
    Verdict.NOT_APPLICABLE: _NONE,
    Verdict.DISCUSS: _NONE,
    Verdict.ONE_PARTY: _NONE,
}
"""Verdict to the colour of its text and the one behind it, six hexadecimal digits each."""
