"""The pages that tell a report: one for a question, one for an area, one for the whole."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.style import Style

from tui.domain.figures import Figures
from tui.domain.report import (
    Report,
    ReportedAnswer,
    ReportedArea,
    ReportedQuestion,
    ReportedRisk,
    rounded,
)
from tui.domain.text import one_line
from tui.domain.verdict import Verdict
from tui.screens.columns import SIDES
from tui.widgets.lines import BLANK, PLAIN, Line, Row, wrapped
from tui.widgets.look import Look

_TOLD_FIRST = (
    Verdict.ALIGNED,
    Verdict.PARTIAL,
    Verdict.DIVERGENT,
    Verdict.HOLLOW,
    Verdict.OPEN,
    Verdict.UNANSWERED,
    Verdict.DISCUSS,
)
_BAR = 24
"""Cells of the bar of counts."""


class Pages:
    """Draws the parts of a report for a width, in the interface's language."""

    def __init__(self, report: Report, look: Look, width: int) -> None:
        self._report = report
        self._look = look
        self._say = look.phrases
        self._language = look.phrases.language
        self._width = max(24, width - 3)

    def question(self, question: ReportedQuestion) -> list[Row]:
        """Tell one question: both answers, where the two stand, what is risky, what is advised."""
        rows = list(self._text(one_line(question.text[self._language]), self._look.strong))
        rows += [BLANK, *self._answers(question), BLANK, *self._verdict(question)]
        for risk in question.risks:
            rows += [BLANK, *self._risk(risk)]
        if question.practice:
            rows += [BLANK, *self._named("page.practice", question.practice[self._language])]
        return rows

    def area(self, area: ReportedArea) -> list[Row]:
        """Tell what an area came to."""
        say, figures = self._say, area.figures
        rows = [*self._text(area.title[self._language], self._look.strong), BLANK]
        rows += [self._bar(figures), BLANK, *self._counts(figures), BLANK]
        if figures.alignment is not None:
            rows += self._text(say("page.alignment", figure=rounded(figures.alignment)))
        rows += self._text(self._coverage(figures))
        return rows

    def whole(self) -> list[Row]:
        """Tell what the whole came to; there is no figure of agreement for it."""
        report, say, look = self._report, self._say, self._look
        rows = [
            *self._text(self._headline(), look.strong),
            *self._text(self._coverage(report.whole)),
        ]
        rows.append(BLANK)
        widest = max(cell_len(area.title[self._language]) for area in report.areas)
        for area in report.areas:
            line = Line(1).add(area.title[self._language]).to(widest + 3)
            self._marks(line, area.figures)
            rows.append(line.row())
        rows += [BLANK, *self._counts(report.whole), BLANK]
        return [*rows, *self._text(say("report.notice"), look.quiet)]

    def _headline(self) -> str:
        """Say which area is weakest, and how much is to be talked about."""
        report, say = self._report, self._say
        titles = {area.id: area.title[self._language] for area in report.areas}
        weakest = titles.get(report.weakest_area or "", "")
        key = "page.headline" if weakest else "page.headline_bare"
        whole = report.whole
        return say(key, area=weakest, rifts=whole.rifts, blocking=whole.blocking)

    def _coverage(self, figures: Figures) -> str:
        share = figures.coverage.share
        if share is None:
            return self._say("page.no_coverage")
        return self._say("page.coverage", percent=f"{round(share * 100)}")

    def _bar(self, figures: Figures) -> Row:
        """Draw the counts as lengths; the words beneath carry the meaning."""
        total, line = sum(figures.counts.values()) or 1, Line(1)
        for verdict in _TOLD_FIRST:
            cells = _BAR * figures.counts.get(verdict, 0) // total
            ink = self._look.ink(self._look.verdict_colour(verdict))
            line.add(self._look.marks.bar * cells, ink)
        return line.row()

    def _marks(self, line: Line, figures: Figures) -> None:
        """Put the counts behind a name, each with its mark."""
        for verdict in _TOLD_FIRST:
            count = figures.counts.get(verdict, 0)
            ink = self._look.ink(self._look.verdict_colour(verdict)) if count else self._look.quiet
            line.add(f"{self._look.marks.verdict(verdict)} {count}", ink).add("   ")

    def _counts(self, figures: Figures) -> Iterator[Row]:
        """Tell the counts in words, as many to a line as fit."""
        look, say, line = self._look, self._say, Line(1)
        told = [
            (
                f"{look.marks.verdict(v)} {figures.counts[v]} {say(f'verdict.{v}')}",
                look.verdict_colour(v),
            )
            for v in _TOLD_FIRST
            if figures.counts.get(v)
        ]
        if figures.blocking:
            told.append((say("page.blocking", count=figures.blocking), "divergent"))
        if figures.agreed_risks:
            told.append((say("page.agreed_risks", count=figures.agreed_risks), "risk"))
        for text, colour in told:
            if line.width > 1 and line.width + cell_len(text) > self._width:
                yield line.row()
                line = Line(1)
            line.add(text, look.ink(colour)).add("   ")
        yield line.row()

    def _answers(self, question: ReportedQuestion) -> Iterator[Row]:
        """Tell both answers, each in its party's colour."""
        if not question.answers:
            yield from self._text(self._say("interview.private"), self._look.quiet)
        for side, party in zip(SIDES, self._report.parties, strict=True):
            answer = question.answers.get(party.id)
            if answer is None:
                continue
            role = self._report.party_names[party.id][self._language]
            head = Line(1).add(f"{role}  ", self._look.ink(side, bold=True))
            yield head.add(party.name, self._look.ink(side)).row()
            yield from self._text(self._answer(answer), indent=3)
            for aside in self._asides(answer):
                yield from self._text(aside, self._look.quiet, indent=3)

    def _answer(self, answer: ReportedAnswer) -> str:
        """Give an answer in words."""
        if answer.words is not None:
            return one_line(answer.words[self._language])
        if answer.state is None:
            return self._say("interview.nothing_yet")
        reason = f" ({one_line(answer.reason)})" if answer.reason else ""
        return self._say(f"state.{answer.state}") + reason

    def _asides(self, answer: ReportedAnswer) -> Iterator[str]:
        """Give what stands beside an answer."""
        stated = [self._say(f"firmness.{answer.firmness}")] if answer.firmness else []
        if answer.contract:
            stated.append(self._say(f"contract.{answer.contract}"))
        if stated:
            yield " · ".join(stated)
        if answer.note:
            yield f"{self._look.marks.discuss} {one_line(answer.note)}"

    def _verdict(self, question: ReportedQuestion) -> Iterator[Row]:
        """Say where the two stand, and what is to be said beside it."""
        look, verdict = self._look, question.verdict
        ink = look.ink(look.verdict_colour(verdict), bold=True)
        yield from self._text(
            f"{look.marks.verdict(verdict)} {self._say(f'verdict.{verdict}')}", ink
        )
        yield from self._text(
            self._say(f"meaning.{verdict}"), look.ink(look.verdict_colour(verdict))
        )
        if verdict is Verdict.HOLLOW:
            texts = {q.id: q.text[self._language] for q in self._report.questions}
            for definer in question.defined_by:
                if definer in texts:
                    yield from self._named("page.rests_on", texts[definer])
        for flag in question.flags:
            yield from self._text(self._say(f"flag.{flag}"), look.ink("risk"))

    def _risk(self, risk: ReportedRisk) -> Iterator[Row]:
        """Tell a risk: for whom, how much, why, and on what it rests."""
        if len(risk.parties) > 1:
            whose = self._say("page.risk_agreed")
        else:
            role = self._report.party_names[risk.parties[0]][self._language]
            whose = self._say("page.risk_of", party=role)
        level = self._say(f"level.{risk.level}")
        source = f" ({self._say(f'source.{risk.source}')})" if risk.source else ""
        yield from self._text(
            f"{self._look.marks.risk} {whose} · {level}{source}", self._look.ink("risk", bold=True)
        )
        yield from self._text(one_line(risk.say[self._language]), indent=3)

    def _named(self, key: str, text: str) -> Iterator[Row]:
        """Give a text under a quiet heading."""
        yield from self._text(self._say(key), self._look.quiet)
        yield from self._text(one_line(text), indent=3)

    def _text(self, text: str, style: Style = PLAIN, indent: int = 1) -> Iterator[Row]:
        """Give a text in lines."""
        for content in wrapped(text, self._width - indent, style):
            yield Line(indent).put(content).row()
