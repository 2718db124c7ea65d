"""Reports of a self-assessment as files: a party's own, with no figure of agreement in them."""

from pathlib import Path
from typing import NamedTuple

from tui.domain.message import Message
from tui.domain.questions import Privacy
from tui.domain.solo_report import (
    AssumedGap,
    Named,
    OffPractice,
    OwnAnswer,
    OwnRisk,
    SoloReport,
)
from tui.formats.records import opened
from tui.formats.report_tables import (
    INTEGRITY,
    SOLO,
    in_languages,
    integrity,
    present,
    reported_answer,
)
from tui.formats.sheets import Tables, edition_table, party_table
from tui.i18n.catalogue import translated
from tui.toml.reader import TomlFile
from tui.toml.writer import FORMAT, dump_toml


class OpenSoloReport(NamedTuple):
    """A report of a self-assessment as it was found."""

    report: SoloReport
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def solo_report_bytes(report: SoloReport) -> bytes:
    """Return a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(solo_report_tables(report))


def solo_report_tables(report: SoloReport) -> Tables:
    """Return all that a report says."""
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
    """Return what is thought of the other side, marked for what it is."""
    words = present(said=in_languages(item.said), guess=in_languages(item.guess))
    return _named(item) | {"assumed": True} | words


def read_solo_report(file: TomlFile | Path) -> OpenSoloReport:
    """Return the report of a self-assessment in a file.

    Raises:
        InvalidFile: It is no such report; with everything that is wrong in it.
    """
    from tui.formats.report_reading import read_shape  # noqa: PLC0415 - pydantic is slow to load
    from tui.formats.solo_shape import SoloReportShape  # noqa: PLC0415

    shape, notices = read_shape(opened(file), SOLO, SoloReportShape)
    return OpenSoloReport(shape.record(), notices)
