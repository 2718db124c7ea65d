"""The line below the columns: where the two stand on this question."""

from dataclasses import dataclass

from tui.domain.verdict import Verdict
from tui.widgets.lines import BLANK, Line, LineView, wrapped


@dataclass(frozen=True, slots=True)
class Standing:
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


class DivergenceLine(LineView):
    """Takes the same room whether it has something to say or not, so that nothing jumps."""

    def tell(self, standing: Standing | None, otherwise: str = "") -> None:
        """Show where the two stand, or a quiet word where that is not known."""
        look = self.look
        if standing is None:
            self.draw([BLANK, Line(2).add(otherwise, look.quiet).row()] if otherwise else [])
            return
        colour = look.verdict_colour(standing.verdict)
        wash = look.wash(f"{colour}-wash", ink=colour) if colour != "quiet" else look.wash("panel")
        mark = look.marks.verdict(standing.verdict)
        head = Line(2).add(f"{mark} {standing.word}", look.ink(colour, bold=True)).add("   ")
        indent, room = head.width, self.size.height
        width = self.size.width - indent - 2
        caution = f"{look.marks.risk} {standing.caution}" if standing.caution else ""
        rest = wrapped(caution, width, look.ink("risk"), 1) if caution else []
        said = wrapped(standing.sentence, width, look.ink(colour))
        if len(said) > room - len(rest):
            least = [wrapped(side, width, look.ink(colour), 1) for side in standing.sides]
            fits = least and len(least) <= room - len(rest)
            said = (
                [line for lines in least for line in lines]
                if fits
                else wrapped(standing.sentence, width, look.ink(colour), room - len(rest))
            )
        lines = [*said, *rest]
        rows = [head.put(lines[0]).row(wash)]
        rows += [Line(indent).put(line).row(wash) for line in lines[1:]]
        rows += [Line().row(wash)] * (room - len(rows))
        if len(lines) < room - 1:
            rows = [rows[-1], *rows[:-1]]
        self.draw(rows)
