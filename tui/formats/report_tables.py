"""The report as the tables of a TOML file, with a hash that shows whether it was changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from tui.domain.localized_text import LocalizedText
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedAnswer,
    ReportedArea,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
    rounded,
)
from tui.domain.statistics import Coverage, Statistics
from tui.domain.values import plain_number
from tui.domain.verdict import Verdict
from tui.formats.sheets import Tables, edition_table, party_table, writable
from tui.i18n.catalogue import translated
from tui.toml.writer import FORMAT

KICKOFF = "kickoff"
"""What the report is of: two parties at one table."""
SOLO = "solo"
"""What the report is of: one party that works alone."""
INTEGRITY = "integrity"
"""The table that holds the hash of all others."""


def report_tables(report: Report) -> Tables:
    """Return all that a report says; the same report gives the same tables on any laptop."""
    tables: Tables = {
        "format": FORMAT,
        "kind": "report",
        "mode": KICKOFF,
        "level": str(report.level),
        "date": report.date,
        "notice": in_languages(translated("report.notice")),
        "questionnaire": edition_table(report.edition)
        | {"languages": list(report.languages), "title": in_languages(report.title)},
        "parties": {
            party.id: party_table(party) | {"called": in_languages(report.party_names[party.id])}
            for party in report.parties
        },
        "summary": present(weakest_area=report.weakest_area) | _figures(report.whole),
        "areas": [_area(area) for area in report.areas],
        "questions": [_question(question) for question in report.questions],
        "agenda": [_item(item) for item in report.agenda],
    }
    if report.decisions:
        tables["decisions"] = [_decision(decision) for decision in report.decisions]
    return tables | {INTEGRITY: {"sha256": integrity(tables)}}


def integrity(tables: Mapping[str, object]) -> str:
    """Return the SHA-256 of what a report says, apart from the hash that it bears.

    Hashed is the UTF-8 of its JSON with sorted keys and without blanks, in which whole numbers
    are numbers, other numbers their digits as a string, and dates ISO 8601. With Python:
    `json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)`,
    where `data` was read by `tomllib` with `parse_float=Decimal`.
    """
    content = {key: value for key, value in tables.items() if key != INTEGRITY}
    canonical = json.dumps(
        content,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=str,
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def present(**values: object) -> Tables:
    """Return those of the values that there are."""
    return {key: value for key, value in values.items() if value not in (None, "", {})}


def in_languages(text: LocalizedText | None) -> dict[str, str]:
    """Return a text by language; nothing where there is none."""
    return {tag: writable(word) for tag, word in text.words.items()} if text else {}


def _number(figure: Decimal | None) -> int | Decimal | None:
    """Return a figure as it is written, whole where it can be."""
    return None if figure is None else plain_number(rounded(figure))


def _ids(names: Iterable[str]) -> list[str]:
    """Return words of ours as plain texts."""
    return [str(name) for name in names]


def _figures(figures: Statistics) -> Tables:
    """Return counts first; the alignment of the whole is not among them."""
    return {
        "blocking": figures.blocking,
        "agreed_risks": figures.agreed_risks,
        "counts": {str(verdict): figures.counts.get(verdict, 0) for verdict in Verdict},
        "coverage": _coverage(figures.coverage),
    }


def _coverage(coverage: Coverage) -> Tables:
    return present(
        compared=plain_number(coverage.compared),
        shown=plain_number(coverage.shown),
        share=_number(coverage.share),
    )


def _area(area: ReportedArea) -> Tables:
    return present(
        id=area.id,
        alignment=_number(area.statistics.alignment),
        title=in_languages(area.title),
        **_figures(area.statistics),
    )


def _question(question: ReportedQuestion) -> Tables:
    return present(
        id=question.id,
        area=question.area,
        type=str(question.kind),
        verdict=str(question.verdict),
        similarity=_number(question.similarity),
        weight=plain_number(question.weight),
        flags=_ids(question.flags),
        defined_by=_ids(question.defined_by),
        text=in_languages(question.text),
        practice=in_languages(question.practice),
        answers={party: reported_answer(answer) for party, answer in question.answers.items()},
        revised={party: reported_answer(answer) for party, answer in question.revised.items()},
        reasons={party: writable(reason) for party, reason in question.reasons.items()},
        verdict_after=question.verdict_after and str(question.verdict_after),
        risks=[_risk(risk) for risk in question.risks],
    )


def reported_answer(answer: ReportedAnswer) -> Tables:
    """Return what one party said; what it does not say is left out."""
    return present(
        value=answer.value,
        **in_languages(answer.words),
        state=answer.state and str(answer.state),
        reason=writable(answer.reason),
        firmness=answer.firmness and str(answer.firmness),
        contract=answer.contract and str(answer.contract),
        note=writable(answer.note),
        private_note=writable(answer.private_note),
    )


def _risk(risk: ReportedRisk) -> Tables:
    return present(
        id=risk.id,
        level=str(risk.level),
        parties=list(risk.parties),
        source=risk.source and str(risk.source),
        say=in_languages(risk.say),
    )


def _decision(decision: ReportedDecision) -> Tables:
    """Return what was settled on one question; what it does not say is left out."""
    flags: Tables = {"parked": True} if decision.is_parked else {}
    return flags | present(
        question=decision.question,
        value=decision.value,
        **in_languages(decision.words),
        taken_from=decision.taken_from,
        decision=writable(decision.decision),
        owner=writable(decision.owner),
        due=decision.due,
        seconds=decision.seconds,
        text=in_languages(decision.text),
        clause=in_languages(decision.clause),
    )


def _item(item: AgendaItem) -> Tables:
    return {
        "question": item.question,
        "tier": int(item.tier),
        "minutes": item.minutes,
        "text": in_languages(item.text),
    }
