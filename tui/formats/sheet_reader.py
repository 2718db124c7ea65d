"""Answer sheets from TOML files, with every problem at its exact place."""

from collections.abc import Mapping
from pathlib import Path

from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.message import Message
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.sheet import IMPORTANCES, Length, Respondent, Sheet
from tui.domain.values import Value
from tui.formats.records import Record, document, opened
from tui.toml.reader import TomlFile

FORMER = "former"
"""The table of what an older edition asked and this one has no place for; kept, never read."""


def read_sheet(file: TomlFile | Path, questionnaire: Questionnaire) -> Sheet:
    """Return the sheet in a file that answers `questionnaire`.

    Raises:
        InvalidFile: It is no such sheet; with everything that is wrong in it.
    """
    root = document(opened(file), "sheet")
    sheet = Sheet(
        edition=_edition(root, questionnaire),
        party=_party(root, questionnaire),
        date=root.day("date"),
        length=root.option("length", Length) or Length.CORE,
        importance=_importance(root, questionnaire),
        answers=_answers(root, questionnaire),
    )
    root.raw(FORMER)
    root.close()
    root.problems.raise_any()
    return sheet


def sheet_edition(file: TomlFile | Path) -> tuple[Edition, str]:
    """Return which questionnaire a sheet answers, and the id of the party whose it is.

    That is what has to be known before its answers can be read. Raises `InvalidFile`.
    """
    root = document(opened(file), "sheet")
    edition = read_edition(root)
    party = root.table("party").title("id")
    root.problems.raise_any()
    return edition, party


def read_edition(root: Record) -> Edition:
    """Return which questionnaire a file of ours is about."""
    table = root.table("questionnaire")
    edition = Edition(table.title("id"), table.title("version"), table.title("digest"))
    table.close()
    return edition


def _edition(root: Record, questionnaire: Questionnaire) -> Edition:
    """Return the edition, which must be one of `questionnaire`."""
    edition, wanted = read_edition(root), questionnaire.edition.id
    if edition.id and edition.id != wanted:
        values = {"found": edition.id, "questionnaire": wanted}
        root.table("questionnaire").note(Message("sheet.other_questionnaire", values), "id")
    return edition


def _party(root: Record, questionnaire: Questionnaire) -> Respondent:
    """Return whose answers they are."""
    table = root.table("party")
    party = table.title("id")
    if party and party not in questionnaire.party_ids:
        message = Message("sheet.unknown_party", {"party": party})
        table.note(message, "id", meant=(party, questionnaire.party_ids))
    respondent = Respondent(
        id=party,
        name=table.title("name"),
        language=table.title("language", questionnaire.languages[0]),
        answered_by=table.titles("answered_by"),
    )
    table.close()
    return respondent


def _importance(root: Record, questionnaire: Questionnaire) -> Mapping[str, int]:
    """Return what the party said of each area's importance."""
    if root.raw("importance") is None:
        return {}
    table = root.table("importance")
    areas = [area.id for area in questionnaire.areas]
    importance = {}
    for area in table:
        level = table.raw(area)
        if area not in areas:
            message = Message("sheet.unknown_area", {"area": area})
            table.note(message, area, at="key", meant=(area, areas))
        elif isinstance(level, int) and not isinstance(level, bool) and level in IMPORTANCES:
            importance[area] = level
        else:
            table.note(Message("sheet.wrong_importance", {"area": area}), area)
    return importance


def _answers(root: Record, questionnaire: Questionnaire) -> Mapping[str, Answer]:
    """Return what was said to each question."""
    if root.raw("answers") is None:
        return {}
    table = root.table("answers")
    answers = {}
    for name in table:
        if name in questionnaire:
            answers[name] = read_answer(table.table(name), questionnaire[name])
        else:
            known = (question.id for question in questionnaire.questions)
            message = Message("sheet.unknown_question", {"question": name})
            table.note(message, name, at="key", meant=(name, known))
    return answers


def read_answer(table: Record, question: AnyQuestion) -> Answer:
    """Return what was said to one question."""
    value = read_value(table, "value", question)
    state = table.option("state", NonAnswer)
    if "value" in table and "state" in table:
        table.note(Message("sheet.value_and_state", {"question": question.id}), "state", at="key")
    answer = Answer(
        value=None if state else value,
        state=state,
        reason=table.text("reason", ""),
        rev=table.whole("rev", 1, least=1),
        firmness=table.option("firmness", Firmness),
        contract=table.option("contract", ContractState),
        note=table.text("note", ""),
        private_note=table.text("private_note", ""),
        guess=read_value(table, "guess", question),
    )
    table.close()
    return answer


def read_value(table: Record, key: str, question: AnyQuestion) -> Value | None:
    """Return an answer or a guess; None where there is none, or one that does not fit."""
    raw = table.raw(key)
    if raw is None:
        return None
    try:
        value: Value = question.read(raw)
    except InvalidAnswer as unfit:
        offered = (choice.id for choice in question.labels)
        table.note(unfit.message, key, meant=(str(unfit.message.values.get("choice", "")), offered))
        return None
    return value
