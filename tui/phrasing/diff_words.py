"""What has changed between reports, in words: counts, an item a line, what is not comparable."""

from collections.abc import Iterator, Sequence
from typing import Literal

from tui.domain.followed_decision import FollowedDecision
from tui.domain.pictures import Absence
from tui.domain.questions.base import join_items
from tui.domain.report import Report
from tui.domain.report_diff import FollowedQuestion, Reason, ReportDiff, Sight
from tui.domain.trend import AreaTrend
from tui.i18n import Phrases
from tui.phrasing.marks import Marks
from tui.phrasing.verdict_words import judged, judged_after, verdict_name
from tui.text.cleaning import one_line
from tui.text.dates import brief_day, full_day
from tui.text.names import alike

Change = Literal["closed", "opened", "moved", "still_open"]
"""A field of `ReportDiff`: what became of questions."""
CHANGES: tuple[Change, ...] = ("closed", "opened", "moved", "still_open")
"""All of them, in the order in which they are told."""

_NOTHING = (Absence.UNANSWERED, Absence.UNCONFIRMED)
"""Of what is no answer, it cannot be said that it is another."""


def diff_headline(diff: ReportDiff, say: Phrases) -> str:
    """Return how many questions closed, opened, moved and stayed."""
    counts = ((change, len(getattr(diff, change))) for change in CHANGES)
    told = [say(f"diff.count_{change}", count=count) for change, count in counts if count]
    return say("diff.comma").join(told) or say("diff.nothing_open")


def change_words(each: FollowedQuestion, change: Change, diff: ReportDiff, say: Phrases) -> str:
    """Return what has become of a question, in few words."""
    match change:
        case "closed":
            told = _closed(each, say)
        case "opened":
            told = _opened(each, say)
        case "moved":
            told = _moved(each, diff.new, say)
        case "still_open":
            told = _still_open(each, say)
    return " · ".join(told)


def _closed(each: FollowedQuestion, say: Phrases) -> list[str]:
    if each.now.state.is_done:
        return [say(f"map.is_{each.now.state}")]
    return _verdicts(each, say) or [say("diff.settled")]


def _opened(each: FollowedQuestion, say: Phrases) -> list[str]:
    told = [say("diff.was_settled")] if each.before.state.is_done else []
    told += _verdicts(each, say)
    told += [say("diff.is_parked")] * each.now.is_parked
    return told or [say("diff.to_settle")]


def _moved(each: FollowedQuestion, new: Report, say: Phrases) -> list[str]:
    told = _verdicts(each, say) or _verdict(each, say)
    told += [say(f"diff.{each.nearness}")] if each.nearness else []
    told += _who_changed(each, new, say)
    if each.before.is_parked is not each.now.is_parked:
        told.append(say("diff.is_parked" if each.now.is_parked else "diff.taken_up"))
    return told


def _still_open(each: FollowedQuestion, say: Phrases) -> list[str]:
    return [*_verdict(each, say), *([say("diff.is_parked")] * each.now.is_parked)]


def _verdict(each: FollowedQuestion, say: Phrases) -> list[str]:
    """Return what the verdict is called now, as far as answers are told."""
    return list(filter(None, [_name(each.now, say)]))


def _who_changed(each: FollowedQuestion, new: Report, say: Phrases) -> list[str]:
    """Return who gives another answer, and who the same in another way."""
    told = (each.before.answers, each.now.answers)
    otherwise = [
        party
        for party in each.changed
        if all(answers[party].absence not in _NOTHING for answers in told)
    ]
    return [
        *_of_parties("changed", otherwise, new, say),
        *_of_parties("restated", each.restated, new, say),
    ]


def _of_parties(what: str, parties: Sequence[str], new: Report, say: Phrases) -> Iterator[str]:
    """Yield a sentence about one party or about both; none about nobody."""
    # A file may hold answers of others than its two parties.
    known = [new.party_names[each][say.language] for each in parties if each in new.party_names]
    if len(known) == 1:
        yield say(f"diff.one_{what}", party=one_line(known[0]))
    elif known:
        yield say(f"diff.both_{what}")


def _verdicts(each: FollowedQuestion, say: Phrases) -> list[str]:
    """Return what the verdict was and is, where it is called otherwise now."""
    before, now = _name(each.before, say), _name(each.now, say)
    if not now or before == now:
        return []
    words = {"before": say("diff.quoted", words=before), "now": say("diff.quoted", words=now)}
    return [say("diff.was_now" if before else "diff.is_now", **words)]


def _name(sight: Sight, say: Phrases) -> str:
    """Return what the verdict on the latest answers is called; nothing where none are told."""
    question = sight.question
    if question is None:
        return ""
    of = judged if question.verdict_after is None else judged_after
    return verdict_name(of(question, {}, {}), say)


def decision_said(each: FollowedDecision, say: Phrases) -> str:
    """Return what was decided: in the words of the meeting, else the agreed answer."""
    said = each.said
    agreed = said.words[say.language] if said.words is not None and not each.is_private else ""
    return one_line(said.decision) or one_line(agreed)


def fate_words(each: FollowedDecision, say: Phrases) -> str:
    """Return what became of a decision, and who was to see to it."""
    if each.is_overdue and each.said.due is not None:
        day = brief_day(each.said.due, say.language, each.told_on.year)
        told = say("decisions.overdue", day=day)
    else:
        told = say(f"diff.fate_{each.fate}")
    owner = one_line(each.said.owner)
    return " · ".join([told, *([say("diff.owner", owner=owner)] if owner else [])])


def trend_numbers(row: AreaTrend, marks: Marks) -> tuple[str, ...]:
    """Return how many questions each report has to settle in an area."""
    return tuple(marks.not_asked if n is None else str(n.to_settle) for n in row.counts)


def trend_asked(row: AreaTrend, marks: Marks, say: Phrases) -> str:
    """Return of how many that is: once, where every report that asked any asked as many."""
    asked = [marks.not_asked if n is None else str(n.asked) for n in row.counts]
    numbers = dict.fromkeys(each for each in asked if each != marks.not_asked)
    if not numbers:
        return ""
    one = next(iter(numbers))
    return say("diff.of_asked", asked=one if len(numbers) == 1 else f" {marks.then} ".join(asked))


def incomparable(diff: ReportDiff, say: Phrases) -> Iterator[str]:
    """Yield what cannot be compared, a sentence each."""
    old, new, language = diff.old.edition, diff.new.edition, say.language
    if old.version != new.version:
        yield say("diff.other_edition", old=old.version, new=new.version)
    elif old.digest != new.digest:
        yield say("diff.changed_edition")
    for report in diff.without_answers:
        yield say("diff.no_answers", day=full_day(report.date, language))
    for reason in Reason:
        told = [each for each in diff.unfollowed if each.reason is reason]
        names = [one_line(each.name[language]) for each in told if each.is_open]
        rest = len(told) - len(names)
        names += [say("diff.rest", count=rest)] if rest else []
        if names:
            yield say(f"diff.{reason}", names=join_items(names, language))
    if diff.has_private:
        yield say("diff.private")


def other_firms(reports: Sequence[Report], say: Phrases) -> str:
    """Return that reports are not all of the same two firms; nothing where they are."""
    pairs = {
        tuple(alike(party.name for party in report.parties)): " × ".join(
            one_line(party.name) for party in report.parties
        )
        for report in reports
    }
    if len(pairs) < 2:
        return ""
    return say("diff.other_firms", pairs=join_items(list(pairs.values()), say.language))
