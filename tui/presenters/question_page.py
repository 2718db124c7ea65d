"""The page about one question of a report: what was said, found, advised and settled."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from textual.style import Style

from tui.domain.answers import Firmness
from tui.domain.area_map import tile_states
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Picture, TextsPicture
from tui.domain.privacy import Privacy
from tui.domain.report import (
    Report,
    ReportedAnswer,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.verdict import Verdict
from tui.phrasing.answer_words import reported_answer_words
from tui.phrasing.risk_words import risk_title
from tui.phrasing.spoken import phrases_at_table
from tui.phrasing.verdict_words import (
    Judged,
    Roles,
    Texts,
    judged,
    judged_after,
    verdict_name,
    verdict_sentence,
)
from tui.presenters.columns import SIDES
from tui.presenters.pictures import Ink, picture_rows
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph, wrapped

_SOFT = (Firmness.FLEXIBLE, Firmness.PREFERRED)
"""How firmly an answer can be held that stops nothing."""


class QuestionPage:
    """Draws questions of a report, in the interface's language and in those of the parties.

    Both parties look at it: the texts of the questionnaire stand in the language of each.

    Args:
        report: The report that holds the questions.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int) -> None:
        self._report = report
        self._appearance = appearance
        self._say = appearance.phrases
        self._phrases = phrases_at_table(
            (party.language for party in report.parties), appearance.phrases
        )
        self._languages = tuple(
            dict.fromkeys((self._say.language, *(party.language for party in report.parties)))
        )
        self._width = max(24, width - 3)

    def rows(self, question: ReportedQuestion) -> list[Row]:
        """Return one question, section by section."""
        sections = [
            self._localized(question.text, self._appearance.strong, indent=1),
            self._picture(question.picture, question.verdict),
            [*self._verdict(question, judged), *self._flags(question)],
            self._answers(question),
            *([*self._risk(risk)] for risk in question.risks),
            self._practice(question),
            [*self._second_answers(question), *self._standing_after(question)],
            self._decision(question),
        ]
        rows = list[Row]()
        for section in sections:
            lines = list(section)
            rows += [BLANK, *lines] if rows and lines else lines
        return rows

    def _picture(
        self, picture: Picture | None, verdict: Verdict, room: int | None = None
    ) -> list[Row]:
        """Return where the two stand; two texts stand below in any case."""
        if picture is None or isinstance(picture, TextsPicture):
            return []
        names = tuple(party.name for party in self._report.parties)
        ink = Ink(self._appearance, names, self._languages, self._width, verdict)
        return picture_rows(picture, ink, indent=1, room=room)

    def _answers(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return both answers, each in its party's colour."""
        if question.privacy is not Privacy.SHARED:
            for say in self._phrases:
                yield from self._text(say("page.private"), self._appearance.quiet)
        for side, party in zip(SIDES, self._report.parties, strict=True):
            if party.id in question.answers:
                names = self._report.party_names[party.id]
                role = once(names[say.language] for say in self._phrases)
                head = Line(1).add(f"{role}  ", self._appearance.foreground(side, bold=True))
                yield head.add(party.name, self._appearance.foreground(side)).row()
                answer = question.answers[party.id]
                is_beyond = question.verdict is Verdict.NOT_ASKED and answer == ReportedAnswer()
                if is_beyond:
                    for say in self._phrases:
                        yield from self._text(say("page.not_reached"), indent=3)
                else:
                    yield from self._answer(answer)

    def _answer(self, answer: ReportedAnswer) -> Iterator[Row]:
        """Return an answer and what stands beside it."""
        if answer.words is not None:
            yield from self._localized(answer.words)
        else:
            for say in self._phrases:
                yield from self._text(reported_answer_words(answer, say), indent=3)
        if answer.firmness is Firmness.RED_LINE:
            said = once(say("firmness.red_line") for say in self._phrases)
            yield Line(3).add(f" {said.upper()} ", self._appearance.badge).row()
        keys = [f"firmness.{answer.firmness}"] if answer.firmness in _SOFT else []
        keys += [f"contract.{answer.contract}"] if answer.contract else []
        if keys:
            stated = once(" · ".join(map(say, keys)) for say in self._phrases)
            yield from self._text(stated, self._appearance.quiet, indent=3)
        if answer.note:
            note = f"{self._appearance.marks.discuss} {one_line(answer.note)}"
            yield from self._text(note, self._appearance.note, indent=3)

    def _verdict(self, question: ReportedQuestion, of: Callable[..., Judged]) -> Iterator[Row]:
        """Yield where the two stand, upon its colour across the page: the name, and why.

        Args:
            question: The question.
            of: What of it is judged: the first answers, or the second ones.
        """
        appearance = self._appearance
        found = [(of(question, *self._named(question, say.language)), say) for say in self._phrases]
        verdict = found[0][0].verdict
        colour = appearance.verdict_colour(verdict)
        fill = appearance.background("panel")
        if colour != "quiet":
            fill = appearance.background(f"{colour}-wash", foreground=colour)
        mark = appearance.marks.verdict(verdict, is_private=question.is_private)
        names = once(verdict_name(each, say) for each, say in found)
        head = Line(2).add(f"{mark} {names}", appearance.foreground(colour, bold=True)).add("   ")
        sentences = dict.fromkeys(verdict_sentence(each, say) for each, say in found)
        style = appearance.foreground(colour)
        hangs = head.width > self._width // 2
        indent = 4 if hangs else head.width
        lines = [
            line
            for text in filter(None, sentences)
            for line in wrapped(text, self._width - indent, style)
        ]
        if not hangs and lines:
            head.put(lines.pop(0))
        yield head.row(fill)
        for line in lines:
            yield Line(indent).put(line).row(fill)

    @cached_property
    def _settled(self) -> frozenset[str]:
        """The ids of what was settled since the answers met."""
        states = tile_states(self._report)
        return frozenset(name for name, state in states.items() if state.is_done)

    def _named(
        self, question: ReportedQuestion, language: str
    ) -> tuple[Roles, Texts, frozenset[str]]:
        """Return what the parties are called, what defines a question, and what was settled."""
        report, definers = self._report, question.defined_by
        roles = {party: name[language] for party, name in report.party_names.items()}
        texts = {q.id: q.text[language] for q in report.questions if q.id in definers}
        return roles, texts, self._settled if definers else frozenset()

    def _flags(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return what the flags mean."""
        for flag in question.flags:
            for say in self._phrases:
                yield from self._text(say(f"flag.{flag}"), self._appearance.foreground("risk"))

    def _risk(self, risk: ReportedRisk) -> Iterator[Row]:
        """Return a risk: for whom it is, how much, why, and on what it rests."""
        told = once(risk_title(risk, self._report.party_names, say) for say in self._phrases)
        head = f"{self._appearance.marks.risk} {told}"
        yield from self._text(head, self._appearance.foreground("risk", bold=True))
        yield from self._localized(risk.say)

    def _practice(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return the recommended practice."""
        if question.practice:
            yield from self._label("page.practice")
            yield from self._localized(question.practice)

    def _second_answers(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return what the parties said after the reveal, and why."""
        for side, party in zip(SIDES, self._report.parties, strict=True):
            if party.id in question.revised:
                name = party.name
                title = once(say("page.second_answer", name=name) for say in self._phrases)
                yield from self._text(title, self._appearance.foreground(side))
                yield from self._answer(question.revised[party.id])
                if reason := question.reasons.get(party.id):
                    yield from self._text(one_line(reason), self._appearance.quiet, indent=3)

    def _standing_after(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return where the two stand with their second answers."""
        if question.verdict_after is not None:
            yield from self._picture(question.picture_after, question.verdict_after)
            yield from self._verdict(question, judged_after)

    def _decision(self, question: ReportedQuestion) -> Iterator[Row]:
        """Return what was settled."""
        settled = (d for d in self._report.decisions if d.question == question.id)
        decision: ReportedDecision | None = next(settled, None)
        if decision is None:
            return
        title = once(say("page.decision") for say in self._phrases)
        yield from self._text(title, self._appearance.strong)
        if decision.state is not DecisionState.OPEN:
            yield from self._label(f"decisions.{decision.state}", indent=3)
        elif decision.is_parked:
            yield from self._label("minutes.parked", indent=3)
        if decision.words:
            yield from self._label("minutes.agreed", indent=3)
            yield from self._localized(decision.words, indent=5)
        due = decision.due.isoformat() if decision.due else ""
        told = {"minutes.decision": decision.decision, "minutes.owner": decision.owner}
        for key, text in (*told.items(), ("page.due", due)):
            if text:
                yield from self._label(key, indent=3)
                yield from self._text(one_line(text), indent=5)
        yield from self._localized(decision.clause)

    def _label(self, key: str, indent: int = 1) -> Iterator[Row]:
        """Return a label in quiet, in each language at the table."""
        label = once(say(key) for say in self._phrases)
        yield from self._text(label, self._appearance.quiet, indent)

    def _localized(
        self, text: LocalizedText, style: Style = PLAIN, indent: int = 3
    ) -> Iterator[Row]:
        """Return a text in each language at the table, once where two languages say the same."""
        words = dict.fromkeys(one_line(text[language]) for language in self._languages)
        for each in filter(None, words):
            yield from self._text(each, style, indent)

    def _text(self, text: str, style: Style = PLAIN, indent: int = 1) -> list[Row]:
        """Return a text in lines."""
        return paragraph(text, self._width, style, indent)


def once(words: Iterable[str]) -> str:
    """Return a few words in several languages on one line, each once."""
    return "  ".join(dict.fromkeys(words))
