"""The file `minutes.toml`: what was settled after the reveal, and every second answer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from tui.diagnostics.problem import Problem, error
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.decision_state import DecisionState
from tui.domain.meeting import NO_MEETING, Meeting
from tui.domain.minutes import Decision, Minutes, Revision
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.formats.carried import CarriedTable
from tui.formats.edition import EditionTable
from tui.formats.reading import check_head, opened, read_as
from tui.formats.sheet import (
    AnswerTable,
    fitting,
    read_value,
    unfit_value,
    unknown_party,
    unknown_question,
)
from tui.formats.table import (
    FORMAT,
    Line,
    Many,
    Moment,
    OptionalWords,
    Positive,
    Table,
    Tables,
    Text,
    Unjudged,
    Whole,
    Word,
)
from tui.toml.reader import TomlFile


class DecisionTable(Table):
    """What was settled on one question."""

    value: Unjudged = None
    taken_from: Line | None = None
    text: Text = ""
    owner: Text = ""
    due: date | None = None
    parked: bool = False
    seconds: Whole = 0
    clause: OptionalWords
    state: Word[DecisionState] = DecisionState.OPEN

    @classmethod
    def of(cls, question: AnyQuestion, decision: Decision) -> "DecisionTable":
        """Return the table of a decision; raise `InvalidAnswer` where it is no answer."""
        return cls.from_record(
            decision,
            value=fitting(question, decision.value),
            parked=decision.is_parked or None,
            seconds=decision.seconds or None,
            state=None if decision.state is DecisionState.OPEN else decision.state,
        )

    def to_domain(self, question: AnyQuestion) -> Decision:
        """Return the decision, of a table without problems."""
        value = read_value(question, self.value)
        return self.to_record(Decision, question=question.id, value=value, is_parked=self.parked)

    def problems(self, path: KeyPath, questionnaire: Questionnaire) -> Iterator[Problem]:
        """Yield what only the questionnaire can judge about what was settled on a question."""
        yield from unfit_value((*path, "value"), questionnaire[str(path[-1])], self.value)
        if self.taken_from is not None:
            party = (*path, "taken_from")
            yield from unknown_party(party, self.taken_from, questionnaire.party_ids)
        languages = Names(questionnaire.languages)
        for tag in self.clause.words:
            if tag not in languages.known:
                place, mend = (*path, "clause", tag), languages.mend(tag)
                yield error(place, "minutes.unknown_language", at="key", language=tag, help=mend)


class RevisionTable(Table):
    """One second answer with the first."""

    question: Line
    party: Line
    at: Moment
    reason: Text = ""
    before: AnswerTable
    after: AnswerTable

    @classmethod
    def of(cls, question: AnyQuestion, revision: Revision) -> "RevisionTable":
        """Return the table of a revision; raise `InvalidAnswer` where it holds no answers."""
        return cls.from_record(
            revision,
            before=AnswerTable.of(question, revision.before),
            after=AnswerTable.of(question, revision.after),
        )

    def to_domain(self, question: AnyQuestion) -> Revision:
        """Return the second answer, of a table without problems."""
        before, after = self.before.to_domain(question), self.after.to_domain(question)
        return self.to_record(Revision, before=before, after=after)

    def problems(self, path: KeyPath, questionnaire: Questionnaire) -> Iterator[Problem]:
        """Yield what only the questionnaire can judge about a second answer."""
        yield from unknown_party((*path, "party"), self.party, questionnaire.party_ids)
        if self.question in questionnaire:
            question = questionnaire[self.question]
            yield from self.before.problems((*path, "before"), question)
            yield from self.after.problems((*path, "after"), question)
        else:
            place = (*path, "question")
            yield unknown_question(place, self.question, questionnaire, at="value")


class MeetingTable(Table):
    """What came of the meeting itself."""

    seconds: Whole = 0
    next_date: date | None = None
    closed_on: date | None = None


class MinutesFile(Table):
    """All of the minutes."""

    format: Positive
    kind: Literal["minutes"]
    questionnaire: EditionTable
    meeting: MeetingTable | None = None
    carried: Many[CarriedTable] = ()
    decisions: dict[str, DecisionTable]
    revisions: Many[RevisionTable]

    @classmethod
    def of(cls, minutes: Minutes, questionnaire: Questionnaire) -> "MinutesFile":
        """Return the file of the minutes: decisions in the order of the questionnaire.

        Raises `InvalidAnswer` where a value is no answer to its question.
        """
        is_held = minutes.meeting != NO_MEETING
        return cls.holding(
            format=FORMAT,
            kind="minutes",
            questionnaire=EditionTable.from_record(questionnaire.edition),
            meeting=MeetingTable.from_record(minutes.meeting) if is_held else None,
            carried=tuple(map(CarriedTable.of, minutes.carried)) or None,
            decisions={
                question.id: DecisionTable.of(question, minutes.decisions[question.id])
                for question in questionnaire.questions
                if question.id in minutes.decisions
            },
            revisions=tuple(
                RevisionTable.of(questionnaire[each.question], each) for each in minutes.revisions
            ),
        )

    def to_domain(self, questionnaire: Questionnaire) -> Minutes:
        """Return the minutes, of a file without problems."""
        return Minutes(
            decisions={
                name: each.to_domain(questionnaire[name]) for name, each in self.decisions.items()
            },
            revisions=tuple(
                each.to_domain(questionnaire[each.question]) for each in self.revisions
            ),
            meeting=self.meeting.to_record(Meeting) if self.meeting else NO_MEETING,
            carried=tuple(each.to_domain() for each in self.carried),
        )

    def problems(self, questionnaire: Questionnaire) -> Iterator[Problem]:
        """Yield what only the questionnaire can judge about minutes."""
        for name, decision in self.decisions.items():
            path = ("decisions", name)
            if name in questionnaire:
                yield from decision.problems(path, questionnaire)
            else:
                yield unknown_question(path, name, questionnaire, at="key")
        for place, revision in enumerate(self.revisions):
            yield from revision.problems(("revisions", place), questionnaire)


def minutes_tables(minutes: Minutes, questionnaire: Questionnaire) -> Tables:
    """Return all of the minutes; raise `InvalidAnswer` where a value is none of its question."""
    return MinutesFile.of(minutes, questionnaire).tables()


def read_minutes(file: TomlFile | Path, questionnaire: Questionnaire) -> Minutes:
    """Return the minutes in a file; raise `InvalidFile`."""
    file = opened(file)
    check_head(file, "minutes")
    whole = read_as(MinutesFile, file, lambda found: found.problems(questionnaire))
    return whole.to_domain(questionnaire)
