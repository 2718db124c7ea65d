"""The answer sheet: what one party said, readable on its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from tui.diagnostics.problem import Problem, error
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.answers import NOTHING, Answer, ContractState, Firmness, NonAnswer
from tui.domain.branching import asked
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.second_thought import SecondThought
from tui.domain.sheet import Length, Respondent, Sheet, drafted_question
from tui.domain.values import Value
from tui.formats.attached import AttachedQuestionnaire
from tui.formats.edition import EditionTable, Importance
from tui.formats.reading import check_head, opened, read_as
from tui.formats.table import (
    FORMAT,
    ById,
    Line,
    Many,
    Positive,
    Table,
    Tables,
    Text,
    Unjudged,
    Word,
)
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml


class RespondentTable(Table):
    """Whose answers they are."""

    id: Line
    name: Line
    language: Line = ""
    answered_by: Many[Line] = ()


class AnswerTable(Table):
    """What was said to one question."""

    value: Unjudged = None
    state: Word[NonAnswer] | None = None
    reason: Text = ""
    rev: Positive = 1
    firmness: Word[Firmness] | None = None
    contract: Word[ContractState] | None = None
    note: Text = ""
    private_note: Text = ""
    guess: Unjudged = None
    private: Word[Privacy] | None = None

    @classmethod
    def of(cls, question: AnyQuestion, answer: Answer) -> "AnswerTable":
        """Return the table of an answer; raise `InvalidAnswer` where it is none to the question."""
        return cls.from_record(
            answer,
            value=fitting(question, answer.value),
            guess=fitting(question, answer.guess),
            # Whatever a later edition makes of the question, the answer keeps its privacy.
            private=None if question.privacy is Privacy.SHARED else question.privacy,
        )

    def to_domain(self, question: AnyQuestion) -> Answer:
        """Return the answer, of a table without problems."""
        value, guess = read_value(question, self.value), read_value(question, self.guess)
        privacy = None if self.private is question.privacy else self.private
        return self.to_record(Answer, value=value, guess=guess, privacy=privacy)

    def problems(self, path: KeyPath, question: AnyQuestion) -> Iterator[Problem]:
        """Yield what only its question can judge about an answer."""
        for key, raw in (("value", self.value), ("guess", self.guess)):
            yield from unfit_value((*path, key), question, raw)
        yield from self.contradictions(path, question.id)

    def contradictions(self, path: KeyPath, question: str) -> Iterator[Problem]:
        """Yield an error where an answer is an answer and none."""
        if self.value is not None and self.state is not None:
            place = (*path, "state")
            yield error(place, "sheet.value_and_state", at="key", question=question)


class SecondThoughtTable(Table):
    """A second answer that is not given yet."""

    answer: AnswerTable
    reason: Text = ""

    @classmethod
    def of(cls, question: AnyQuestion, thought: SecondThought) -> "SecondThoughtTable":
        """Return the table of a second thought; raise `InvalidAnswer` where it is no answer."""
        return cls.from_record(thought, answer=AnswerTable.of(question, thought.answer))

    def to_domain(self, question: AnyQuestion) -> SecondThought:
        """Return the second thought, of a table without problems."""
        return self.to_record(SecondThought, answer=self.answer.to_domain(question))


class SheetFile(Table):
    """A whole answer sheet."""

    format: Positive
    kind: Literal["sheet"]
    length: Word[Length] = Length.CORE
    date: date
    questionnaire: EditionTable
    party: RespondentTable
    at: Line = ""
    importance: ById[Importance]
    drafts: ById[Line]
    second_thoughts: ById[SecondThoughtTable]
    answers: ById[AnswerTable]
    attached: AttachedQuestionnaire | None = None

    @classmethod
    def of(cls, sheet: Sheet, questionnaire: Questionnaire) -> "SheetFile":
        """Return all of a sheet: answers in the order of the questionnaire.

        Raises `InvalidAnswer` where a value is no answer to its question.
        """
        answers = {
            question.id: AnswerTable.of(question, sheet.answers[question.id])
            for question in _answered(sheet, questionnaire)
        }
        return cls.from_record(
            sheet,
            format=FORMAT,
            kind="sheet",
            questionnaire=EditionTable.from_record(sheet.edition),
            party=RespondentTable.from_record(sheet.party),
            importance=dict(sheet.importance),
            drafts=dict(sheet.drafts),
            second_thoughts={
                name: SecondThoughtTable.of(questionnaire[name], thought)
                for name, thought in sheet.second_thoughts.items()
                if name in questionnaire
            },
            answers=answers,
        )

    def to_domain(self, questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Sheet:
        """Return the sheet with these answers; areas that there are not are left out."""
        areas = {area.id for area in questionnaire.areas}
        language = self.party.language or questionnaire.languages[0]
        return self.to_record(
            Sheet,
            edition=self.questionnaire.to_record(Edition),
            party=self.party.to_record(Respondent, language=language),
            importance={area: n for area, n in self.importance.items() if area in areas},
            drafts={
                name: text
                for name, text in self.drafts.items()
                if drafted_question(name) in questionnaire
            },
            second_thoughts={
                name: each.to_domain(questionnaire[name])
                for name, each in self.second_thoughts.items()
            },
            answers=answers,
            at=self.at if self.at in questionnaire else "",
        )

    def problems(self, questionnaire: Questionnaire, party: str | None) -> Iterator[Problem]:
        """Yield what only the questionnaire can judge about a sheet, and who it must be of."""
        yield from self.head_problems(questionnaire)
        if party not in (None, self.party.id):
            place = ("party", "id")
            yield error(place, "sheet.other_party", party=self.party.id, wanted=str(party))
        areas = Names(area.id for area in questionnaire.areas)
        for name in self.importance:
            if name not in areas.known:
                path = ("importance", name)
                yield error(path, "sheet.unknown_area", at="key", area=name, help=areas.mend(name))
        for name, answer in self.answers.items():
            path = ("answers", name)
            if name in questionnaire:
                yield from answer.problems(path, questionnaire[name])
            else:
                yield unknown_question(path, name, questionnaire, at="key")
        for name, thought in self.second_thoughts.items():
            path = ("second_thoughts", name)
            if name in questionnaire:
                yield from thought.answer.problems((*path, "answer"), questionnaire[name])
            else:
                yield unknown_question(path, name, questionnaire, at="key")

    def head_problems(self, questionnaire: Questionnaire) -> Iterator[Problem]:
        """Yield an error where the questionnaire or the party is another."""
        found, wanted = self.questionnaire.id, questionnaire.edition.id
        if found != wanted:
            path = ("questionnaire", "id")
            yield error(path, "sheet.other_questionnaire", found=found, questionnaire=wanted)
        yield from unknown_party(("party", "id"), self.party.id, questionnaire.party_ids)


class SheetText:
    """Sheets of one questionnaire as the bytes of a file.

    One answer changes at a time, so each answer's text is worked out and checked once.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._known: dict[tuple[str, str], tuple[Answer, bytes]] = {}
        self._last: dict[str, tuple[Sheet, bytes]] = {}

    def __call__(self, sheet: Sheet) -> bytes:
        """Return the file's content, of which `sheet_tables` tells what it says."""
        party = sheet.party.id
        if party not in self._last or self._last[party][0] is not sheet:
            self._last[party] = sheet, self._text(sheet)
        return self._last[party][1]

    def _text(self, sheet: Sheet) -> bytes:
        """Return all of a sheet."""
        answers = (
            self._part(sheet.party.id, question, sheet.answers[question.id])
            for question in _answered(sheet, self._questionnaire)
        )
        return b"\n".join((dump_toml(sheet_tables(_bare(sheet), self._questionnaire)), *answers))

    def _part(self, party: str, question: AnyQuestion, answer: Answer) -> bytes:
        """Return the text of one answer, from memory where it is the very same."""
        known = self._known.get((party, question.id))
        if known is not None and known[0] is answer:
            return known[1]
        text = dump_toml({"answers": {question.id: AnswerTable.of(question, answer).tables()}})
        self._known[party, question.id] = answer, text
        return text


def sheet_tables(sheet: Sheet, questionnaire: Questionnaire) -> Tables:
    """Return all that the file of a sheet says; raise `InvalidAnswer` where a value fits none."""
    return SheetFile.of(sheet, questionnaire).tables()


def export_tables(sheet: Sheet, questionnaire: Questionnaire) -> Tables:
    """Return what may leave the party's hands.

    That is nothing that is not said yet, no private note, no answer of its own alone, and none that
    it is no longer asked: what it cannot see any more it would not know that it sends.
    """
    known = {sheet.party.id: sheet.answers}
    travelling = {
        question.id: replace(sheet.answers[question.id], private_note="")
        for question in asked(questionnaire, sheet.length, known)
        if question.id in sheet.answers and question.privacy is not Privacy.OWN
    }
    told = {
        name: each
        for name, each in travelling.items()
        if replace(each, rev=1, privacy=None) != NOTHING
    }
    sent = replace(sheet, answers=told, drafts={}, second_thoughts={}, at="")
    return sheet_tables(sent, questionnaire)


def sheet_bytes(
    sheet: Sheet, questionnaire: Questionnaire, attached: AttachedQuestionnaire | None = None
) -> bytes:
    """Return the file that a party may send to the other, as `export_tables` tells it.

    Args:
        sheet: The sheet.
        questionnaire: What it answers.
        attached: The same as it travels with the sheet; None where the other side has it.
    """
    tables = export_tables(sheet, questionnaire)
    return dump_toml(tables | ({"attached": attached.tables()} if attached else {}))


def read_sheet(
    file: TomlFile | Path, questionnaire: Questionnaire, party: str | None = None
) -> Sheet:
    """Return the sheet in a file that answers a questionnaire.

    Args:
        file: The file, or where it is.
        questionnaire: What it answers.
        party: The id of the party whose sheet it must be; None where it may be any.

    Raises:
        InvalidFile: It is no such sheet; with everything that is wrong in it.
    """
    file = opened(file)
    check_head(file, "sheet")
    whole = read_as(SheetFile, file, lambda found: found.problems(questionnaire, party))
    answers = {name: each.to_domain(questionnaire[name]) for name, each in whole.answers.items()}
    return whole.to_domain(questionnaire, answers)


class _Named(Table, extra="ignore"):
    id: Line


class _Head(Table, extra="ignore"):
    """As much of a file as tells what has to be known before the rest can be read."""

    questionnaire: EditionTable


class _SheetHead(_Head):
    party: _Named


def read_edition(file: TomlFile, kind: str) -> Edition:
    """Return which questionnaire a file of that kind is about; raise `InvalidFile`."""
    check_head(file, kind)
    return read_as(_Head, file).questionnaire.to_record(Edition)


def sheet_edition(file: TomlFile | Path) -> tuple[Edition, str]:
    """Return which questionnaire a sheet answers, and the id of the party whose it is.

    That is what has to be known before its answers can be read. Raises `InvalidFile`.
    """
    file = opened(file)
    check_head(file, "sheet")
    head = read_as(_SheetHead, file)
    return head.questionnaire.to_record(Edition), head.party.id


def read_value(question: AnyQuestion, raw: object) -> Value | None:
    """Return the answer or guess that stands in a file, if any; raise `InvalidAnswer`."""
    if raw is None:
        return None
    value: Value = question.read(raw)
    return value


def unfit_value(path: KeyPath, question: AnyQuestion, raw: object) -> Iterator[Problem]:
    """Yield an error where a value is no answer to its question."""
    try:
        read_value(question, raw)
    except InvalidAnswer as unfit:
        meant = str(unfit.message.values.get("choice", ""))
        mend = Names(choice.id for choice in question.labels).mend(meant) if meant else None
        yield Problem(path, unfit.message, help=mend)


def fitting(question: AnyQuestion, value: Value | None) -> object:
    """Return a value in plain form, once it is sure that it can be read again."""
    if value is None:
        return None
    plain = question.plain(value)
    question.read(plain)
    return plain


def unknown_question(
    path: KeyPath, name: str, questionnaire: Questionnaire, at: Literal["key", "value"]
) -> Problem:
    """Return the error for a question that the questionnaire does not have."""
    mend = Names(question.id for question in questionnaire.questions).mend(name)
    return error(path, "sheet.unknown_question", at=at, question=name, help=mend)


def unknown_party(path: KeyPath, name: str, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield an error where there is no such party."""
    if name not in known:
        yield error(path, "sheet.unknown_party", party=name, help=Names(known).mend(name))


def _bare(sheet: Sheet) -> Sheet:
    """Return a sheet without its answers."""
    return replace(sheet, answers={})


def _answered(sheet: Sheet, questionnaire: Questionnaire) -> Iterator[AnyQuestion]:
    """Yield the questions that the sheet has something on."""
    return (question for question in questionnaire.questions if question.id in sheet.answers)
