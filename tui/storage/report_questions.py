"""What a report file tells of each question: answers, findings, risks, decisions."""

from collections.abc import Mapping
from decimal import Decimal

from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.message import Message
from tui.domain.questions import Kind
from tui.domain.report import ReportedAnswer, ReportedDecision, ReportedQuestion, ReportedRisk
from tui.domain.risk_rules import Level, Source
from tui.domain.text import Translated
from tui.domain.values import Plain
from tui.domain.verdict import Flag, Verdict
from tui.storage.records import Record


def read_question(table: Record, languages: tuple[str, ...]) -> ReportedQuestion:
    """Give one question."""
    question = ReportedQuestion(
        id=table.title("id"),
        area=table.title("area"),
        kind=table.word("type", Kind),
        text=table.translated("text"),
        verdict=table.word("verdict", Verdict),
        similarity=table.number("similarity"),
        weight=table.number("weight") or Decimal(0),
        flags=table.words("flags", Flag),
        answers=_answers(table, "answers", languages),
        risks=tuple(_risk(risk) for risk in table.tables("risks")),
        practice=table.translated("practice"),
        defined_by=table.titles("defined_by"),
        revised=_answers(table, "revised", languages),
        reasons=table.translated("reasons").words,
        verdict_after=table.option("verdict_after", Verdict),
    )
    table.close()
    return question


def read_decision(table: Record, languages: tuple[str, ...]) -> ReportedDecision:
    """Give what was settled on one question."""
    decision = ReportedDecision(
        question=table.title("question"),
        text=table.translated("text"),
        value=_value(table),
        words=_words(table, languages),
        taken_from=table.title("taken_from", "") or None,
        decision=table.text("decision", ""),
        owner=table.text("owner", ""),
        due=table.day("due") if "due" in table else None,
        clause=table.translated("clause"),
        is_parked=table.truth("parked"),
        seconds=table.whole("seconds", 0),
    )
    table.close()
    return decision


def _answers(table: Record, key: str, languages: tuple[str, ...]) -> Mapping[str, ReportedAnswer]:
    """Give what the parties said; nothing where nothing stands."""
    if table.raw(key) is None:
        return {}
    answers = table.table(key)
    return {party: read_reported_answer(answers.table(party), languages) for party in answers}


def _words(table: Record, languages: tuple[str, ...]) -> Translated | None:
    """Give a value in words, which stand beside it under their language."""
    words = {tag: table.text(tag, "") for tag in languages if tag in table}
    return Translated(words) if words else None


def read_reported_answer(table: Record, languages: tuple[str, ...]) -> ReportedAnswer:
    """Give what one party said to a question."""
    answer = ReportedAnswer(
        value=_value(table),
        state=table.option("state", NonAnswer),
        reason=table.text("reason", ""),
        words=_words(table, languages),
        firmness=table.option("firmness", Firmness),
        contract=table.option("contract", ContractState),
        note=table.text("note", ""),
        private_note=table.text("private_note", ""),
    )
    table.close()
    return answer


def _value(table: Record) -> Plain | None:
    """Give an answer in plain form; None where there is none."""
    match raw := table.raw("value"):
        case None | str():
            return raw
        case int() | Decimal() if not isinstance(raw, bool):
            return raw
        case list() if all(isinstance(item, str) for item in raw):
            return raw
        case dict() if all(type(share) in (int, Decimal) for share in raw.values()):
            return raw
    table.note(Message("report.no_answer"), "value")
    return None


def _risk(table: Record) -> ReportedRisk:
    """Give one risk."""
    risk = ReportedRisk(
        id=table.title("id"),
        level=table.word("level", Level),
        parties=table.titles("parties"),
        say=table.translated("say"),
        source=table.option("source", Source),
    )
    table.close()
    return risk
