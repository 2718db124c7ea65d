"""What changed in a question so that former answers to it mean something else: it needs `rev`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tui.checks.wording import Wording
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.domain.privacy import Privacy
from tui.domain.values import number_text
from tui.formats.questionnaire.models import (
    AllocationTable,
    AnyQuestionTable,
    ChoiceTable,
    DateTable,
    MeasureTable,
    MultiTable,
    RankingTable,
    ScaleTable,
    TextTable,
    Translations,
)


@dataclass(frozen=True, slots=True)
class Successor:
    """A question of the newer edition, with what it was; both of one type."""

    former: str
    """The id that it had."""
    name: str
    """Its id."""
    was: AnyQuestionTable
    """What it was."""
    now: AnyQuestionTable
    """What it is."""

    offered_before: Mapping[str, Translations]
    """What it offered, by choice; nothing of a type without choices of its own."""
    offered_now: Mapping[str, Translations]
    """What it offers."""

    @property
    def path(self) -> KeyPath:
        """Where it stands in the newer edition."""
        return "question", self.name

    @property
    def is_revised(self) -> bool:
        """Whether the newer edition says that its meaning has changed."""
        return self.now.rev > self.was.rev

    @property
    def next_rev(self) -> int:
        """The `rev` that says that its meaning has changed."""
        return self.was.rev + 1

    @property
    def mend(self) -> Message:
        """How to mend what has changed its meaning: say so, or restore it."""
        return message("raise_rev", question=self.name, rev=self.next_rev)

    @property
    def mend_if_meant(self) -> Message:
        """How to mend what may have changed its meaning."""
        return message("raise_rev_if_meant", question=self.name, rev=self.next_rev)


def problems(each: Successor, wording: Wording) -> Iterator[Problem]:
    """Return what changed in the meaning of a question without its saying so.

    What its choices say is judged elsewhere, as questions may share them.
    """
    was, now, path = each.was, each.now, each.path
    if now.rev < was.rev:
        mend = message("restore_rev", rev=was.rev)
        yield error((*path, "rev"), "rev_lowered", was=was.rev, now=now.rev, help=mend)
        return
    if each.is_revised:
        return
    yield from _text(each, wording)
    yield from _privacy(each)
    yield from _of_type(each, wording)


def _of_type(each: Successor, wording: Wording) -> Iterator[Problem]:
    """Return what changed in the meaning of what only questions of this type have."""
    was, now = each.was, each.now
    match was, now:
        case ScaleTable(), ScaleTable():
            yield from _bounds(each, was, now)
            yield from _levels(each, was, now, wording)
        case MeasureTable(), MeasureTable():
            yield from _bounds(each, was, now)
            yield from _unit(each, was.unit, now.unit, wording)
            yield from _counting(each, was, now)
        case DateTable(), DateTable():
            yield from _bounds(each, was, now)
        case AllocationTable(), AllocationTable():
            yield from _unit(each, was.unit, now.unit, wording)
            yield from _total(each, was, now)
        case MultiTable(), MultiTable():
            yield from _exclusive(each, was, now)
            yield from _most(each, "most", was.most, now.most)
            yield from _other(each, was, now)
        case ChoiceTable(), ChoiceTable():
            yield from _other(each, was, now)
        case RankingTable(), RankingTable():
            yield from _most(each, "first", was.first, now.first)
        case TextTable(), TextTable() if now.max_length < was.max_length:
            told = {"was": str(was.max_length), "now": str(now.max_length)}
            yield _changed(each, "max_length", "max_length_lowered", told)


def _changed(each: Successor, key: str, why: str, told: dict[str, str]) -> Problem:
    """Return the error of a change at a key, or at the question where it is gone."""
    return Problem((*each.path, key), message(why, **told), help=each.mend)


def _text(each: Successor, wording: Wording) -> Iterator[Problem]:
    """Return a warning where a question is asked in other words."""
    if wording.is_reworded(each.was.text, each.now.text):
        yield warning((*each.path, "text"), "text_changed", at="key", help=each.mend_if_meant)
    for party, words in each.now.ask.items():
        if party in each.was.ask and wording.is_reworded(each.was.ask[party], words):
            path = (*each.path, "ask", party)
            yield warning(path, "text_changed", at="key", help=each.mend_if_meant)


def _privacy(each: Successor) -> Iterator[Problem]:
    """Return an error where answers are to be seen by others than they were given for."""
    was, now = (question.private or Privacy.SHARED for question in (each.was, each.now))
    if was != now:
        why = "private_no_more" if now == Privacy.SHARED else "privacy_changed"
        yield _changed(each, "private", why, {"was": str(was), "now": str(now)})


def _bounds(
    each: Successor,
    was: ScaleTable | MeasureTable | DateTable,
    now: ScaleTable | MeasureTable | DateTable,
) -> Iterator[Problem]:
    """Return an error where other numbers can be answered: 4 of 5 is not 4 of 10."""
    before, after = ((each.minimum, each.maximum) for each in (was, now))
    if before != after:
        key = "min" if before[0] != after[0] else "max"
        told = {
            word: " – ".join(map(_told, bounds))
            for word, bounds in (("was", before), ("now", after))
        }
        yield _changed(each, key, "bounds_changed", told)


def _told(bound: int | Decimal | date | None) -> str:
    """Return a bound as a file has it; an ellipsis where there is none."""
    if bound is None:
        return "…"
    return str(bound) if isinstance(bound, date) else number_text(bound)


def _levels(
    each: Successor, was: ScaleTable, now: ScaleTable, wording: Wording
) -> Iterator[Problem]:
    """Return what is to be told where levels of a scale say something else, once for all."""
    if was.labels and now.labels and len(was.labels) != len(now.labels):
        return  # that there are more or fewer levels is told already
    before, after = _meanings(was), _meanings(now)
    changed = [
        level
        for level in (before | after)
        if not wording.is_same(before.get(level), after.get(level))
    ]
    if not changed:
        return
    is_turned = any(
        level != other and wording.is_same(before[level], after[other])
        for level in before
        for other in after
        if other in changed
    )
    new = [n for n in changed if is_turned or _is_other(before.get(n), after.get(n), wording)]
    level = next(iter(new), changed[0])
    told = "labels" if was.labels or now.labels else "ends"
    key = told if told == "labels" else "high" if level else "low"
    path = (*each.path, key)
    if new:
        yield error(path, f"{told}_changed", at="key", help=each.mend)
    else:
        yield warning(path, f"{told}_reworded", at="key", help=each.mend_if_meant)


def _meanings(scale: ScaleTable) -> dict[int, Translations]:
    """Return what the levels of a scale say, of those that say anything; the last is -1."""
    if scale.labels:
        *others, last = scale.labels
        return {**dict(enumerate(others)), -1: last}
    ends = {0: scale.low, -1: scale.high}
    return {level: words for level, words in ends.items() if words is not None}


def _is_other(was: Translations | None, now: Translations | None, wording: Wording) -> bool:
    """Return whether an end that said something says something else, or nothing."""
    return was is not None and wording.is_rewritten(was, now)


def _unit(
    each: Successor, was: Translations | None, now: Translations | None, wording: Wording
) -> Iterator[Problem]:
    """Return an error where a number counts something else: ten days are no ten weeks."""
    if not wording.is_same(was, now):
        yield error((*each.path, "unit"), "unit_changed", at="key", help=each.mend)


def _counting(each: Successor, was: MeasureTable, now: MeasureTable) -> Iterator[Problem]:
    """Return an error where numbers are finer or coarser, or compared in another way."""
    if was.decimals != now.decimals:
        told = {"was": str(was.decimals), "now": str(now.decimals)}
        yield _changed(each, "decimals", "decimals_changed", told)
    if (was.ratio is None) != (now.ratio is None):
        yield _changed(each, "ratio", "ratio_added" if was.ratio is None else "ratio_removed", {})


def _total(each: Successor, was: AllocationTable, now: AllocationTable) -> Iterator[Problem]:
    """Return an error where another sum is divided: 30 of 100 is not 30 of 60."""
    if was.total != now.total:
        told = {"was": number_text(was.total), "now": number_text(now.total)}
        yield _changed(each, "total", "total_changed", told)


def _exclusive(each: Successor, was: MultiTable, now: MultiTable) -> Iterator[Problem]:
    """Return an error where a choice excludes others beside which it was named."""
    new = [
        choice
        for choice in now.exclusive
        if choice not in was.exclusive and choice in each.offered_before
    ]
    if new:
        yield _changed(each, "exclusive", "exclusive_added", {"choices": ", ".join(new)})


def _other(
    each: Successor, was: ChoiceTable | MultiTable, now: ChoiceTable | MultiTable
) -> Iterator[Problem]:
    """Return an error where words of one's own were an answer and are none, or were none."""
    if was.other != now.other:
        why = "other_added" if now.other else "other_removed"
        yield error((*each.path, "other"), why, at="key", help=each.mend)


def _most(each: Successor, key: str, was: int | None, now: int | None) -> Iterator[Problem]:
    """Return an error where more or fewer are named: two of two are not two of three."""
    if was != now:
        told = {word: str(most or "–") for word, most in (("was", was), ("now", now))}
        yield _changed(each, key, f"{key}_changed", told)
