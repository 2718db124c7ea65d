"""Answer sheets as TOML files: what one party said, readable on its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui.domain.answers import NOTHING, Answer
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.questions import AnyQuestion, Privacy
from tui.domain.sheet import Respondent, Sheet
from tui.text.cleaning import LONGEST_TEXT, clean, one_line
from tui.toml.writer import FORMAT, dump_toml

Tables = dict[str, object]
"""What a TOML file says, in plain values."""


def sheet_tables(sheet: Sheet, questionnaire: Questionnaire) -> Tables:
    """Return all of a sheet: answers in the order of the questionnaire.

    Raises `InvalidAnswer` where an answer's value is none of its question.
    """
    answers = {
        question.id: answer_table(question, sheet.answers[question.id])
        for question in _answered(sheet, questionnaire)
    }
    return _head(sheet) | ({"answers": answers} if answers else {})


def export_tables(sheet: Sheet, questionnaire: Questionnaire) -> Tables:
    """Return what may leave the party's hands: no answer of its own alone, no private note."""
    travelling = {
        question.id: replace(sheet.answers[question.id], private_note="")
        for question in _answered(sheet, questionnaire)
        if question.privacy is not Privacy.OWN
    }
    told = {name: answer for name, answer in travelling.items() if _says_anything(answer)}
    return sheet_tables(replace(sheet, answers=told), questionnaire)


def sheet_bytes(sheet: Sheet, questionnaire: Questionnaire) -> bytes:
    """Return the file that a party may send to the other, as `export_tables` tells it."""
    return dump_toml(export_tables(sheet, questionnaire))


def _says_anything(answer: Answer) -> bool:
    """Return whether more is left of an answer than which revision was looked at."""
    return replace(answer, rev=NOTHING.rev) != NOTHING


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
        return b"\n".join((dump_toml(_head(sheet)), *answers))

    def _part(self, party: str, question: AnyQuestion, answer: Answer) -> bytes:
        """Return the text of one answer, from memory where it is the very same."""
        known = self._known.get((party, question.id))
        if known is not None and known[0] is answer:
            return known[1]
        text = dump_toml({"answers": {question.id: answer_table(question, answer)}})
        self._known[party, question.id] = answer, text
        return text


def edition_table(edition: Edition) -> Tables:
    """Return which questionnaire a file is about."""
    return {"id": edition.id, "version": edition.version, "digest": edition.digest}


def answer_table(question: AnyQuestion, answer: Answer) -> Tables:
    """Return one answer; raise `InvalidAnswer` where a value is none of the question."""
    words = {
        "state": answer.state and str(answer.state),
        "reason": writable(answer.reason),
        "rev": answer.rev,
        "firmness": answer.firmness and str(answer.firmness),
        "contract": answer.contract and str(answer.contract),
        "note": writable(answer.note),
        "private_note": writable(answer.private_note),
    }
    table: Tables = {} if answer.value is None else {"value": fitting(question, answer.value)}
    table |= {key: word for key, word in words.items() if word}
    return table if answer.guess is None else table | {"guess": fitting(question, answer.guess)}


def fitting(question: AnyQuestion, value: object) -> object:
    """Return a value in plain form, once it is sure that it can be read again."""
    plain = question.plain(value)
    question.read(plain)
    return plain


def writable(text: str) -> str:
    """Return a text as a file of ours may hold it: clean and not too long."""
    return clean(text)[:LONGEST_TEXT]


def _head(sheet: Sheet) -> Tables:
    """Return all of a sheet but its answers."""
    importance: Mapping[str, int] = sheet.importance
    return {
        "format": FORMAT,
        "kind": "sheet",
        "length": str(sheet.length),
        "date": sheet.date,
        "questionnaire": edition_table(sheet.edition),
        "party": party_table(sheet.party),
    } | ({"importance": dict(importance)} if importance else {})


def party_table(party: Respondent) -> Tables:
    """Return who a party is."""
    return {
        "id": party.id,
        "name": one_line(party.name)[:LONGEST_TEXT],
        "language": party.language,
        "answered_by": [one_line(name)[:LONGEST_TEXT] for name in party.answered_by],
    }


def _answered(sheet: Sheet, questionnaire: Questionnaire) -> Iterator[AnyQuestion]:
    """Return the questions that the sheet has something on."""
    return (question for question in questionnaire.questions if question.id in sheet.answers)
