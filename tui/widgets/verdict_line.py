"""The line below the columns: where the two stand on this question."""

from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from tui.domain.verdict import Verdict
from tui.widgets.lines import BLANK, Line, LineView, wrapped


@dataclass(frozen=True, slots=True)
class VerdictSummary:
    """What is to be said of a question whose answers have met."""

    verdict: Verdict
    """Where the two stand."""
    word: str
    """The verdict in a word."""
    sentence: str
    """Who said what."""
    sides: tuple[str, ...] = ()
    """The same party by party, for where the sentence does not fit."""
    caution: str = ""
    """What is risky about it, or hollow."""


class VerdictLine(LineView):
    """Takes the same room whether it has something to say or not, so that nothing jumps."""

    def update(self, standing: VerdictSummary | None, otherwise: str = "") -> None:
        """Show where the two stand, or a quiet word where that is not known."""
        look = self.look
        if standing is None:
            self.set_rows([BLANK, Line(2).add(otherwise, look.quiet).row()] if otherwise else [])
            return
        colour = look.verdict_colour(standing.verdict)
        wash = (
            look.background(f"{colour}-wash", ink=colour)
            if colour != "quiet"
            else look.background("panel")
        )
        mark = look.marks.verdict(standing.verdict)
        head = Line(2).add(f"{mark} {standing.word}", look.foreground(colour, bold=True)).add("   ")
        indent, room = head.width, self.size.height
        width = self.size.width - indent - 2
        caution = f"{look.marks.risk} {standing.caution}" if standing.caution else ""
        rest = wrapped(caution, width, look.foreground("risk"), 1) if caution else []
        lines = [*_said(standing, width, room - len(rest), look.foreground(colour)), *rest]
        rows = [head.put(lines[0]).row(wash)]
        rows += [Line(indent).put(line).row(wash) for line in lines[1:]]
        rows += [Line().row(wash)] * (room - len(rows))
        if len(lines) < room - 1:
            rows = [rows[-1], *rows[:-1]]
        self.set_rows(rows)


def _said(standing: VerdictSummary, width: int, most: int, ink: Style) -> list[Content]:
    """Return who said what in at most so many lines: whole, else party by party, else cut."""
    whole = wrapped(standing.sentence, width, ink)
    if len(whole) <= most:
        return whole
    if 0 < len(standing.sides) <= most:
        return [line for side in standing.sides for line in wrapped(side, width, ink, 1)]
    return wrapped(standing.sentence, width, ink, most)
