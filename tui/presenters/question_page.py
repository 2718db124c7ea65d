"""The page about one question of a report: what was said, found, advised and settled."""

from collections.abc import Iterator

from textual.style import Style

from tui.domain.report import (
    Report,
    ReportedAnswer,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.verdict import Verdict
from tui.presenters.answer_words import reported_answer_words
from tui.presenters.columns import SIDES
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph


class QuestionPage:
    """Draws questions of a report, in the interface's language.

    Args:
        report: The report that holds the questions.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int) -> None:
        self._report = report
        self._appearance = appearance
        self._say = appearance.phrases
        self._language = appearance.phrases.language
        self._width = max(24, width - 3)

    def rows(self, question: ReportedQuestion) -> list[Row]:
        """Return one question, section by section."""
        sections = [
            self._text(one_line(question.text[self._language]), self._appearance.strong),
            self._answers(question),
            [*self._verdict(question.verdict), *self._beside(question)],
            *([*self._risk(risk)] for risk in question.risks),
            self._practice(question),
            self._second_answers(question),
            self._decision(question),
        ]
        rows = list[Row]()
        for section in sections:
            lines = list(section)
            rows += [BLANK, *lines] if rows and lines else lines
        return rows

    def _answers(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return both answers, each in its party's colour."""
        if not question.answers:
            yield from self._text(self._say("interview.private"), self._appearance.quiet)
        for side, party in zip(SIDES, self._report.parties, strict=True):
            if party.id in question.answers:
                role = self._report.party_names[party.id][self._language]
                head = Line(1).add(f"{role}  ", self._appearance.foreground(side, bold=True))
                yield head.add(party.name, self._appearance.foreground(side)).row()
                yield from self._answer(question.answers[party.id])

    def _answer(self, answer: ReportedAnswer) -> Iterator[Row]:
        """Return an answer and what stands beside it."""
        yield from self._text(reported_answer_words(answer, self._say), indent=3)
        stated = [self._say(f"firmness.{answer.firmness}")] if answer.firmness else []
        stated += [self._say(f"contract.{answer.contract}")] if answer.contract else []
        if stated:
            yield from self._text(" · ".join(stated), self._appearance.quiet, indent=3)
        if answer.note:
            note = f"{self._appearance.marks.discuss} {one_line(answer.note)}"
            yield from self._text(note, self._appearance.quiet, indent=3)

    def _verdict(self, verdict: Verdict) -> Iterator[Row]:
        """Return where the two stand."""
        appearance = self._appearance
        colour = appearance.verdict_colour(verdict)
        word = f"{appearance.marks.verdict(verdict)} {self._say(f'verdict.{verdict}')}"
        yield from self._text(word, appearance.foreground(colour, bold=True))
        yield from self._text(self._say(f"meaning.{verdict}"), appearance.foreground(colour))

    def _beside(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return on what a hollow agreement rests, and what the flags mean."""
        if question.verdict is Verdict.HOLLOW:
            texts = {q.id: q.text[self._language] for q in self._report.questions}
            for definer in question.defined_by:
                if definer in texts:
                    yield from self._named("page.rests_on", texts[definer])
        for flag in question.flags:
            yield from self._text(self._say(f"flag.{flag}"), self._appearance.foreground("risk"))

    def _risk(self, risk: ReportedRisk) -> Iterator[Row]:
        """Return a risk: for whom it is, how much, why, and on what it rests."""
        if len(risk.parties) > 1:
            whose = self._say("page.risk_agreed")
        else:
            role = self._report.party_names[risk.parties[0]][self._language]
            whose = self._say("page.risk_of", party=role)
        level = self._say(f"level.{risk.level}")
        source = f" ({self._say(f'source.{risk.source}')})" if risk.source else ""
        head = f"{self._appearance.marks.risk} {whose} · {level}{source}"
        yield from self._text(head, self._appearance.foreground("risk", bold=True))
        yield from self._text(one_line(risk.say[self._language]), indent=3)

    def _practice(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return the recommended practice."""
        if question.practice:
            yield from self._named("page.practice", question.practice[self._language])

    def _second_answers(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return what the parties said after the reveal, and where they stand now."""
        for side, party in zip(SIDES, self._report.parties, strict=True):
            if party.id in question.revised:
                title = self._say("page.second_answer", name=party.name)
                yield from self._text(title, self._appearance.foreground(side))
                yield from self._answer(question.revised[party.id])
                if reason := question.reasons.get(party.id):
                    yield from self._text(one_line(reason), self._appearance.quiet, indent=3)
        if question.verdict_after is not None:
            yield from self._verdict(question.verdict_after)

    def _decision(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return what was settled."""
        settled = (d for d in self._report.decisions if d.question == question.id)
        decision: ReportedDecision | None = next(settled, None)
        if decision is None:
            return
        yield from self._text(self._say("page.decision"), self._appearance.strong)
        if decision.is_parked:
            yield from self._text(self._say("minutes.parked"), self._appearance.quiet, indent=3)
        due = decision.due.isoformat() if decision.due else ""
        agreed = one_line(decision.words[self._language]) if decision.words else ""
        clause = one_line(decision.clause[self._language])
        told = {"agreed": agreed, "decision": decision.decision, "owner": decision.owner}
        for name, text in (*told.items(), ("due", due)):
            if text:
                line = Line(3).add(f"{self._say(f'minutes.{name}')}  ", self._appearance.quiet)
                yield line.add(text).row()
        if clause:
            yield from self._text(clause, indent=3)

    def _named(self, key: str, text: str) -> Iterator[Row]:
        """Return a text under a quiet heading."""
        yield from self._text(self._say(key), self._appearance.quiet)
        yield from self._text(one_line(text), indent=3)

    def _text(self, text: str, style: Style = PLAIN, indent: int = 1) -> list[Row]:
        """Return a text in lines."""
        return paragraph(text, self._width, style, indent)
