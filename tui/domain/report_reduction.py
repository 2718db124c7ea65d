"""A report that tells less than it did."""

from dataclasses import replace

from tui.domain.report import Report, ReportedAnswer, ReportedQuestion
from tui.domain.report_level import ReportLevel

ORDER = (ReportLevel.MINUTES, ReportLevel.SHARED, ReportLevel.OWN)
"""The levels, the one that tells least first."""


def tells(report: Report, level: ReportLevel) -> bool:
    """Return whether a report tells at least as much as a level wants."""
    return ORDER.index(report.level) >= ORDER.index(level)


def reduced(report: Report, level: ReportLevel) -> Report:
    """Return a report at a level, as it would have been made at that level.

    Raises:
        ValueError: The report tells less than that.
    """
    if not tells(report, level):
        raise ValueError(level)
    if level is report.level:
        return report
    if level is ReportLevel.MINUTES:
        areas = tuple(replace(area, importance={}) for area in report.areas)
        return replace(report, level=level, areas=areas, questions=())
    questions = tuple(map(_without_private_notes, report.questions))
    return replace(report, level=level, questions=questions)


def _without_private_notes(question: ReportedQuestion) -> ReportedQuestion:
    def told(answer: ReportedAnswer) -> ReportedAnswer:
        return replace(answer, private_note="")

    return replace(
        question,
        answers={party: told(answer) for party, answer in question.answers.items()},
        revised={party: told(answer) for party, answer in question.revised.items()},
    )
