"""Reports of a self-assessment as files: a party's own, with no figure of agreement in them."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui.domain.message import Message
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind, Privacy
from tui.domain.report import ReportedAnswer
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.solo_report import (
    AssumedGap,
    Named,
    OffPractice,
    OwnAnswer,
    OwnRisk,
    SoloReport,
)
from tui.i18n.catalogue import translated
from tui.storage.records import Record, opened
from tui.storage.report_questions import read_reported_answer
from tui.storage.report_tables import (
    INTEGRITY,
    SOLO,
    in_languages,
    integrity,
    present,
    reported_answer,
)
from tui.storage.reports import closed, report_root
from tui.storage.sheets import Tables, edition_table, party_table
from tui.storage.toml_file import TomlFile
from tui.storage.toml_out import FORMAT, dump_toml


class OpenSoloReport(NamedTuple):
    """A report of a self-assessment as it was found."""

    report: SoloReport
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def solo_report_bytes(report: SoloReport) -> bytes:
    """Give a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(solo_report_tables(report))


def solo_report_tables(report: SoloReport) -> Tables:
    """Give all that a report says."""
    tables: Tables = {
        "format": FORMAT,
        "kind": "report",
        "mode": SOLO,
        "date": report.date,
        "notice": in_languages(translated("solo.notice")),
        "questionnaire": edition_table(report.edition)
        | {"languages": list(report.languages), "title": in_languages(report.title)},
        "party": party_table(report.party) | {"called": in_languages(report.party_name)},
        "counts": dict(report.counts),
        "questions": [_own_answer(own) for own in report.answers],
        "risks": [_risk(risk) for risk in report.risks],
        "contradictions": [_risk(risk) for risk in report.contradictions],
        "unsettled": [_named(item) for item in report.unsettled],
        "never_discussed": [_named(item) for item in report.never_discussed],
        "off_practice": [_off_practice(item) for item in report.off_practice],
        "assumed_gaps": [_assumed_gap(item) for item in report.assumed_gaps],
        "to_ask": [_named(item) for item in report.to_ask],
    }
    return tables | {INTEGRITY: {"sha256": integrity(tables)}}


def _named(item: Named) -> Tables:
    return {"question": item.question, "text": in_languages(item.text)}


def _own_answer(own: OwnAnswer) -> Tables:
    return _named(own) | present(
        area=own.area,
        type=str(own.kind),
        private=None if own.privacy is Privacy.SHARED else str(own.privacy),
        answer=reported_answer(own.answer),
    )


def _risk(risk: OwnRisk) -> Tables:
    return _named(risk) | present(
        id=risk.id,
        level=str(risk.level),
        source=risk.source and str(risk.source),
        say=in_languages(risk.say),
    )


def _off_practice(item: OffPractice) -> Tables:
    return _named(item) | present(
        said=in_languages(item.said),
        recommended=in_languages(item.recommended),
        practice=in_languages(item.practice),
    )


def _assumed_gap(item: AssumedGap) -> Tables:
    """Give what is thought of the other side, marked for what it is."""
    words = present(said=in_languages(item.said), guess=in_languages(item.guess))
    return _named(item) | {"assumed": True} | words


def read_solo_report(file: TomlFile | Path) -> OpenSoloReport:
    """Give the report of a self-assessment in a file.

    Raises:
        InvalidFile: It is no such report; with everything that is wrong in it.
    """
    root = report_root(opened(file), SOLO)
    return OpenSoloReport(_report(root), closed(root))


def _report(root: Record) -> SoloReport:
    """Give all that the tables say; the counts follow from the lists."""
    root.raw("notice")
    root.table("counts")
    head, party = root.table("questionnaire"), root.table("party")
    languages = head.titles("languages")
    report = SoloReport(
        edition=Edition(head.title("id"), head.title("version"), head.title("digest")),
        title=head.translated("title"),
        languages=languages,
        date=root.day("date"),
        party=Respondent(
            id=party.title("id"),
            name=party.title("name"),
            language=party.title("language"),
            answered_by=party.titles("answered_by"),
        ),
        party_name=party.translated("called"),
        answers=tuple(_read_answer(table, languages) for table in root.tables("questions")),
        risks=tuple(map(_read_risk, root.tables("risks"))),
        contradictions=tuple(map(_read_risk, root.tables("contradictions"))),
        unsettled=_read_named(root.tables("unsettled")),
        never_discussed=_read_named(root.tables("never_discussed")),
        off_practice=tuple(map(_read_off_practice, root.tables("off_practice"))),
        assumed_gaps=tuple(map(_read_assumed_gap, root.tables("assumed_gaps"))),
        to_ask=_read_named(root.tables("to_ask")),
    )
    head.close()
    party.close()
    return report


def _read_named(tables: Iterable[Record]) -> tuple[Named, ...]:
    """Give a list of questions."""
    found = []
    for table in tables:
        found.append(Named(question=table.title("question"), text=table.translated("text")))
        table.close()
    return tuple(found)


def _read_answer(table: Record, languages: tuple[str, ...]) -> OwnAnswer:
    """Give what the party said to a question."""
    said = ReportedAnswer()
    if "answer" in table:
        said = read_reported_answer(table.table("answer"), languages)
    own = OwnAnswer(
        question=table.title("question"),
        text=table.translated("text"),
        area=table.title("area"),
        kind=table.word("type", Kind),
        privacy=table.option("private", Privacy) or Privacy.SHARED,
        answer=said,
    )
    table.close()
    return own


def _read_risk(table: Record) -> OwnRisk:
    """Give a rule that fired."""
    risk = OwnRisk(
        question=table.title("question"),
        text=table.translated("text"),
        id=table.title("id"),
        level=table.word("level", Level),
        say=table.translated("say"),
        source=table.option("source", Source),
    )
    table.close()
    return risk


def _read_off_practice(table: Record) -> OffPractice:
    """Give an answer beside the recommended one."""
    item = OffPractice(
        question=table.title("question"),
        text=table.translated("text"),
        said=table.translated("said"),
        recommended=table.translated("recommended"),
        practice=table.translated("practice"),
    )
    table.close()
    return item


def _read_assumed_gap(table: Record) -> AssumedGap:
    """Give an answer beside what the other side is thought to say."""
    item = AssumedGap(
        question=table.title("question"),
        text=table.translated("text"),
        said=table.translated("said"),
        guess=table.translated("guess"),
    )
    table.truth("assumed")
    table.close()
    return item
