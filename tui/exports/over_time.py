"""What has changed over several reports of the same two, for a document."""

from collections.abc import Callable, Sequence

from tui.domain.followed_decision import FollowedDecision
from tui.domain.report import Report
from tui.domain.report_diff import FollowedQuestion, Former, ReportDiff, report_diff
from tui.domain.trend import in_order, trend
from tui.exports.document import Words
from tui.exports.over_time_model import AreaOverTime, Changed, OverTime
from tui.exports.wording import Wording
from tui.i18n import Phrases
from tui.phrasing.diff_words import (
    Change,
    change_words,
    decision_said,
    diff_headline,
    fate_words,
    incomparable,
    other_firms,
)


def over_time(
    reports: Sequence[Report], phrases: tuple[Phrases, ...], was: Former | None = None
) -> OverTime:
    """Return what has changed over reports, in the order of their dates.

    Args:
        reports: Two at least, about one questionnaire.
        phrases: The program's words in each language of the document.
        was: The ids that questions had in former editions (`tui.workspace.former_ids`).
    """
    told, words = in_order(reports), Wording(phrases)
    *_, old, new = told
    found = report_diff(old, new, was)
    areas = trend(told)
    return OverTime(
        days=areas.days,
        headline=words.each(lambda say: diff_headline(found, say)),
        closed=_changed(found, "closed", words),
        opened=_changed(found, "opened", words),
        moved=_changed(found, "moved", words),
        still_open=_changed(found, "still_open", words),
        decisions=tuple(_decision(each, words) for each in found.decisions),
        trend=tuple(
            AreaOverTime(
                title=words.of(area.title),
                to_settle=tuple(None if n is None else n.to_settle for n in area.counts),
                asked=tuple(None if n is None else n.asked for n in area.counts),
            )
            for area in areas.areas
        ),
        not_comparable=(
            *_said(lambda say: other_firms(told, say), words),
            *zip(*(tuple(incomparable(found, say)) for say in phrases), strict=True),
        ),
    )


def _changed(found: ReportDiff, change: Change, words: Wording) -> tuple[Changed, ...]:
    def told(each: FollowedQuestion) -> Changed:
        return Changed(
            name=words.of(each.name),
            told=words.each(lambda say: change_words(each, change, found, say)),
        )

    return tuple(map(told, getattr(found, change)))


def _decision(each: FollowedDecision, words: Wording) -> Changed:
    return Changed(
        name=words.of(each.said.short_name),
        told=words.each(lambda say: fate_words(each, say)),
        said=words.each(lambda say: decision_said(each, say)),
    )


def _said(make: Callable[[Phrases], str], words: Wording) -> tuple[Words, ...]:
    """Return a sentence in each language, if there is any."""
    sentence = words.each(make)
    return (sentence,) if any(sentence) else ()
