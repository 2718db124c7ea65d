"""The file `minutes.toml`: what was settled after the reveal, and every second answer."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.minutes import Decision, Minutes, Revision
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.formats.records import Record, document, opened
from tui.formats.sheet_reader import read_answer, read_edition, read_value
from tui.formats.sheets import Tables, answer_table, edition_table, fitting, writable
from tui.toml.reader import TomlFile
from tui.toml.writer import FORMAT


def minutes_tables(minutes: Minutes, questionnaire: Questionnaire) -> Tables:
    """Return all of the minutes; raise `InvalidAnswer` where a value is none of its question."""
    return {
        "format": FORMAT,
        "kind": "minutes",
        "questionnaire": edition_table(questionnaire.edition),
        "decisions": {
            question.id: _decision(question, minutes.decisions[question.id])
            for question in questionnaire.questions
            if question.id in minutes.decisions
        },
        "revisions": [
            _revision(questionnaire[revision.question], revision) for revision in minutes.revisions
        ],
    }


def _decision(question: AnyQuestion, decision: Decision) -> Tables:
    """Return one decision; what it does not say is left out."""
    told: Tables = {
        "taken_from": decision.taken_from,
        "text": writable(decision.text),
        "owner": writable(decision.owner),
        "due": decision.due,
        "parked": decision.is_parked,
        "seconds": decision.seconds,
        "clause": {tag: writable(text) for tag, text in decision.clause.words.items()},
    }
    table = {} if decision.value is None else {"value": fitting(question, decision.value)}
    return table | {key: value for key, value in told.items() if value}


def _revision(question: AnyQuestion, revision: Revision) -> Tables:
    """Return one second answer with the first."""
    return {
        "question": revision.question,
        "party": revision.party,
        "at": revision.at,
        "reason": writable(revision.reason),
        "before": answer_table(question, revision.before),
        "after": answer_table(question, revision.after),
    }


def read_minutes(file: TomlFile | Path, questionnaire: Questionnaire) -> Minutes:
    """Return the minutes in a file; raise `InvalidFile`."""
    root = document(opened(file), "minutes")
    read_edition(root)
    minutes = Minutes(
        decisions=_decisions(root.table("decisions"), questionnaire),
        revisions=tuple(
            revision
            for table in root.tables("revisions")
            if (revision := _read_revision(table, questionnaire)) is not None
        ),
    )
    root.close()
    root.problems.raise_any()
    return minutes


def _decisions(table: Record, questionnaire: Questionnaire) -> Mapping[str, Decision]:
    """Return what was settled, by question."""
    decisions = {}
    for name in table:
        if name in questionnaire:
            decisions[name] = _read_decision(table.table(name), name, questionnaire)
        else:
            known = (question.id for question in questionnaire.questions)
            message = Message("sheet.unknown_question", {"question": name})
            table.note(message, name, at="key", meant=(name, known))
    return decisions


def _read_decision(table: Record, name: str, questionnaire: Questionnaire) -> Decision:
    """Return what was settled on one question."""
    decision = Decision(
        question=name,
        value=read_value(table, "value", questionnaire[name]),
        taken_from=_party(table, "taken_from", questionnaire) if "taken_from" in table else None,
        text=table.text("text", ""),
        owner=table.text("owner", ""),
        due=table.day("due") if "due" in table else None,
        clause=_clause(table, questionnaire.languages),
        is_parked=table.truth("parked"),
        seconds=table.whole("seconds", 0),
    )
    table.close()
    return decision


def _clause(table: Record, languages: tuple[str, ...]) -> LocalizedText:
    """Return the wording for the contract, in languages of the questionnaire."""
    clause = table.translated("clause")
    for tag in clause.words:
        if tag not in languages:
            values = {"language": tag, "known": ", ".join(languages)}
            message = Message("minutes.unknown_language", values)
            table.table("clause").note(message, tag, at="key", meant=(tag, languages))
    return clause


def _party(table: Record, key: str, questionnaire: Questionnaire) -> str:
    """Return the id of a party."""
    party, known = table.title(key), questionnaire.party_ids
    if party and party not in known:
        table.note(Message("sheet.unknown_party", {"party": party}), key, meant=(party, known))
    return party


def _read_revision(table: Record, questionnaire: Questionnaire) -> Revision | None:
    """Return one second answer; None where it is to no question that there is."""
    name = table.title("question")
    if name not in questionnaire:
        if name:
            known = (question.id for question in questionnaire.questions)
            message = Message("sheet.unknown_question", {"question": name})
            table.note(message, "question", meant=(name, known))
        return None
    question = questionnaire[name]
    revision = Revision(
        question=name,
        party=_party(table, "party", questionnaire),
        at=_moment(table, "at"),
        before=read_answer(table.table("before"), question),
        after=read_answer(table.table("after"), question),
        reason=table.text("reason", ""),
    )
    table.close()
    return revision


def _moment(table: Record, key: str) -> datetime:
    """Return a date and time with its offset from UTC, which is due."""
    found = table.require(key)
    if isinstance(found, datetime) and found.tzinfo is not None:
        return found
    if found is not None:
        table.note(Message("record.not_moment", {"key": key}), key)
    return datetime.min.replace(tzinfo=UTC)
