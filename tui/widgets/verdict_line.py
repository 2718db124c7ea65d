"""The line below the columns: where the two stand on this question."""

from dataclasses import dataclass

from tui.domain.verdict import Verdict
from tui.widgets.lines import BLANK, Line, LineView, wrapped


@dataclass(frozen=True, slots=True)
class VerdictSummary:
    """What the line says about a question whose answers have met."""

    verdict: Verdict
    """Where the two stand."""
    word: str
    """The verdict in a word."""
    sentence: str
    """In what the answers agree and in what they differ."""
    is_private: bool = False
    """Whether the answers are private, so that they are never more than near."""
    translations: tuple[str, ...] = ()
    """The sentence in the other party's language, for where there is room."""
    caution: str = ""
    """What is risky about it."""


class VerdictLine(LineView):
    """Takes the same room whether it has something to say or not, so that nothing else moves."""

    def update(self, summary: VerdictSummary | None, otherwise: str = "") -> None:
        """Show where the two stand; where that is not known, the text `otherwise` in quiet."""
        appearance = self.appearance
        if summary is None:
            quiet = [BLANK, Line(2).add(otherwise, appearance.quiet).row()]
            self.set_rows(quiet if otherwise else [])
            return
        colour = appearance.verdict_colour(summary.verdict)
        fill = appearance.background("panel")
        if colour != "quiet":
            fill = appearance.background(f"{colour}-wash", foreground=colour)
        mark = appearance.marks.verdict(summary.verdict, is_private=summary.is_private)
        word = f"{mark} {summary.word}"
        head = Line(2).add(word, appearance.foreground(colour, bold=True)).add("   ")
        indent, room = head.width, self.size.height
        width = self.size.width - indent - 2
        caution = f"{appearance.marks.risk} {summary.caution}" if summary.caution else ""
        rest = wrapped(caution, width, appearance.foreground("risk"), 1) if caution else []
        style = appearance.plain
        lines = wrapped(summary.sentence, width, style, room - len(rest))
        for translation in summary.translations:
            more = wrapped(translation, width, style)
            lines += more if len(lines) + len(more) + len(rest) <= room else []
        lines += rest
        rows = [head.put(lines[0]).row(fill)]
        rows += [Line(indent).put(line).row(fill) for line in lines[1:]]
        self.set_rows(rows)
