"""Under which ids questions of an edition stand in reports of earlier ones."""

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.questionnaire import Edition, NoSuchQuestionnaire
from tui.domain.report import Report
from tui.domain.report_diff import Former
from tui.storage.library import find


def former_ids(reports: Sequence[Report], *folders: Path | None) -> Former:
    """Return question id to its former ids, as the latest edition among reports tells them.

    Where that edition is not at hand there are none: questions are followed by their ids then.

    Args:
        reports: The reports, the latest last.
        *folders: Where to look for the questionnaire besides the bundled ones; None is skipped.
    """
    editions = [report.edition for report in reports]
    if all(each == editions[0] for each in editions):
        return {}
    try:
        asked = find(reduce(_later, editions), *folders).questionnaire
    except (NoSuchQuestionnaire, InvalidFile):
        return {}
    return {question.id: question.was for question in asked.questions if question.was}


def _later(one: Edition, other: Edition) -> Edition:
    return one if one.is_later_than(other) else other
