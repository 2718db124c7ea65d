"""Reports as files: written, and opened again with every problem at its place."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from tui.domain.agenda import Tier
from tui.domain.detail import Detail
from tui.domain.figures import Coverage, Figures
from tui.domain.message import Message
from tui.domain.questionnaire import Edition
from tui.domain.report import AgendaItem, Report, ReportedArea
from tui.domain.sheet import Respondent
from tui.domain.text import NO_TEXT, Translated
from tui.domain.verdict import Verdict
from tui.storage.records import Record, document, opened
from tui.storage.report_questions import read_decision, read_question
from tui.storage.report_tables import INTEGRITY, KICKOFF, SOLO, integrity, report_tables
from tui.storage.toml_file import TomlFile
from tui.storage.toml_out import dump_toml

__all__ = ["OpenReport", "read_report", "report_bytes", "report_tables"]


class OpenReport(NamedTuple):
    """A report as it was found."""

    report: Report
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def report_bytes(report: Report) -> bytes:
    """Give a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(report_tables(report))


def read_report(file: TomlFile | Path) -> OpenReport:
    """Give the report in a file.

    Raises:
        InvalidFile: It is no report; with everything that is wrong in it.
    """
    root = report_root(opened(file), KICKOFF)
    return OpenReport(_report(root), closed(root))


def report_root(file: TomlFile, mode: str) -> Record:
    """Give the root of a report of that `mode`; raise `InvalidFile` at once where it is another."""
    root = document(file, "report")
    found = root.title("mode")
    if found and found != mode:
        known = found in (KICKOFF, SOLO)
        root.note(Message(f"report.is_{found}" if known else "report.unknown_mode"), "mode")
    root.problems.raise_any()
    return root


def closed(root: Record) -> tuple[Message, ...]:
    """Give what the reader of a report should know, once all of it has been read.

    Raises `InvalidFile` with everything that is wrong in it.
    """
    seal = root.table(INTEGRITY)
    is_as_written = seal.title("sha256") == integrity(root.problems.file.data)
    seal.close()
    root.close()
    root.problems.raise_any()
    return () if is_as_written else (Message("report.changed"),)


def _report(root: Record) -> Report:
    """Give all that the tables say; what was left out of the file stays out."""
    root.raw("notice")
    head = root.table("questionnaire")
    languages = head.titles("languages")
    summary = root.table("summary")
    weakest = summary.title("weakest_area", "")
    left, right, called = _parties(root)
    report = Report(
        edition=Edition(head.title("id"), head.title("version"), head.title("digest")),
        title=head.translated("title"),
        languages=languages,
        date=root.day("date"),
        detail=root.word("level", Detail),
        parties=(left, right),
        party_names=called,
        whole=_figures(summary),
        weakest_area=weakest or None,
        areas=tuple(_area(area) for area in root.tables("areas")),
        questions=tuple(read_question(table, languages) for table in root.tables("questions")),
        agenda=tuple(_item(table) for table in root.tables("agenda")),
        decisions=tuple(read_decision(table, languages) for table in root.tables("decisions")),
    )
    head.close()
    summary.close()
    return report


def _parties(root: Record) -> tuple[Respondent, Respondent, Mapping[str, Translated]]:
    """Give the two parties, left and right, and what the questionnaire calls them."""
    parties = root.table("parties")
    found, called = [], {}
    for name in parties:
        table = parties.table(name)
        found.append(
            Respondent(
                id=name,
                name=table.title("name"),
                language=table.title("language"),
                answered_by=table.titles("answered_by"),
            )
        )
        called[name] = table.translated("called")
        if table.title("id") != name:
            table.note(Message("report.other_party", {"party": name}), "id")
        table.close()
    if len(found) != 2:
        parties.note(Message("report.not_two_parties"))
        found = [Respondent(id="", name="", language="")] * 2
    return found[0], found[1], called


def _figures(table: Record) -> Figures:
    """Give counts, alignment where there is one, and coverage."""
    counts, coverage = table.table("counts"), table.table("coverage")
    by_verdict = {verdict: counts.whole(verdict, 0) for verdict in Verdict}
    figures = Figures(
        counts={verdict: number for verdict, number in by_verdict.items() if number},
        blocking=table.whole("blocking"),
        agreed_risks=table.whole("agreed_risks"),
        alignment=table.number("alignment"),
        coverage=Coverage(
            coverage.number("compared") or Decimal(0), coverage.number("shown") or Decimal(0)
        ),
    )
    coverage.number("share")
    counts.close()
    coverage.close()
    return figures


def _area(table: Record) -> ReportedArea:
    """Give one area."""
    area = ReportedArea(
        id=table.title("id"), title=table.translated("title"), figures=_figures(table)
    )
    table.close()
    return area


def _item(table: Record) -> AgendaItem:
    """Give one thing to talk about."""
    tier = table.whole("tier", least=1)
    if tier > max(Tier):
        table.note(Message("report.unknown_tier"), "tier")
        tier = max(Tier)
    item = AgendaItem(
        question=table.title("question"),
        text=table.translated("text") or NO_TEXT,
        tier=Tier(tier),
        minutes=table.whole("minutes"),
    )
    table.close()
    return item
