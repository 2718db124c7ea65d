"""What has changed between two reports of the same two: what closed, opened and moved.

Nothing is told of a question that only one of the reports asked, and of a private one its verdict
alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.domain.area_map import TileState, tile_states
from tui.domain.followed_decision import FollowedDecision, followed
from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Frame
from tui.domain.report import Report, ReportedAnswer, ReportedQuestion
from tui.domain.verdict import Verdict

Former = Mapping[str, tuple[str, ...]]
"""Question id to the ids that the question had in former editions."""


class Nearness(StrEnum):
    """Where the answers have moved, as far as their similarity tells."""

    NEARER = "nearer"
    """They are more similar than before."""
    FARTHER = "farther"
    """They are less similar than before."""


class Reason(StrEnum):
    """Why a question cannot be followed from one report to the other."""

    ONLY_BEFORE = "only_before"
    """Only the earlier report tells that it was asked."""
    ONLY_NOW = "only_now"
    """Only the later one does."""
    OTHER_KIND = "other_kind"
    """It is of another type by now, so that it asks for something else."""
    UNANSWERED = "unanswered"
    """In one report there are not two answers yet, so that nothing can have changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How one report tells a question."""

    name: LocalizedText
    """What the matter is called."""
    question: ReportedQuestion | None
    """All that is told of it; None in minutes, which hold no answers."""
    state: TileState
    """What has become of it."""
    is_planned: bool
    """Whether it is on the agenda."""

    @property
    def is_open(self) -> bool:
        """Whether it is on the agenda and not settled: it waits, or was put off."""
        return self.is_planned and not self.state.is_done

    @property
    def is_unanswered(self) -> bool:
        """Whether it waits for answers, and nothing was settled without them."""
        return self.state.is_waiting and self.verdict in (Verdict.UNANSWERED, Verdict.NOT_ASKED)

    @property
    def is_parked(self) -> bool:
        """Whether it was put off."""
        return self.state is TileState.PARKED

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the latest answers; None where no answers are told."""
        told = self.question
        return None if told is None else told.verdict_after or told.verdict

    @property
    def answers(self) -> Mapping[str, ReportedAnswer]:
        """Party id to its latest answer; empty where none is told."""
        told = self.question
        return {} if told is None or told.is_private else {**told.answers, **told.revised}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedQuestion:
    """A question that both reports tell."""

    id: str
    """Its id in the later report."""
    before: Sight
    """How the earlier report tells it."""
    now: Sight
    """How the later one does."""

    @property
    def name(self) -> LocalizedText:
        """What the matter is called now."""
        return self.now.name

    @property
    def is_private(self) -> bool:
        """Whether its answers were private in either report."""
        told = (self.before.question, self.now.question)
        return any(each is not None and each.is_private for each in told)

    @property
    def has_answers(self) -> bool:
        """Whether both reports tell the answers of the same two."""
        before, now = self.before.answers, self.now.answers
        return not self.is_private and bool(now) and before.keys() == now.keys()

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of the parties that give another answer now, or one of the two times none."""
        return self._parties(lambda said: (said.value, said.state, said.is_unconfirmed))

    @property
    def restated(self) -> tuple[str, ...]:
        """The ids of those whose answer is the same, but how firm it is or where it is written."""
        other = self._parties(lambda said: (said.firmness, said.contract))
        return tuple(each for each in other if each not in self.changed)

    def _parties(self, what: Callable[[ReportedAnswer], object]) -> tuple[str, ...]:
        """Return the ids of the parties of whose answers something is not what it was."""
        if not self.has_answers:
            return ()
        before, now = self.before.answers, self.now.answers
        return tuple(each for each in now if what(before[each]) != what(now[each]))

    @property
    def nearness(self) -> Nearness | None:
        """Where the answers have moved; None where that is not known.

        It is told of answers that are others now and measured alike; and of first answers only, as
        no report tells how similar the second ones are.
        """
        before, now = self.before.question, self.now.question
        if before is None or now is None or not self.changed:
            return None
        if before.verdict_after or now.verdict_after or _scale(before.frame) != _scale(now.frame):
            return None
        if before.similarity is None or now.similarity is None:
            return None
        if before.similarity == now.similarity:
            return None
        return Nearness.NEARER if now.similarity > before.similarity else Nearness.FARTHER

    @property
    def has_moved(self) -> bool:
        """Whether answers or verdict are others, or it was put off or taken up again."""
        has_other_verdict = None not in (self.before.verdict, self.now.verdict) and (
            self.before.verdict is not self.now.verdict
        )
        is_put_off_or_taken_up = self.before.is_parked is not self.now.is_parked
        is_other = bool(self.changed or self.restated)
        return is_other or has_other_verdict or is_put_off_or_taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollowed:
    """A question that cannot be followed."""

    id: str
    """Its id."""
    name: LocalizedText
    """What the matter is called."""
    reason: Reason
    """Why."""
    is_open: bool
    """Whether it is open where it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDiff:
    """What has changed between two reports."""

    old: Report
    """The earlier report."""
    new: Report
    """The later one."""
    closed: tuple[FollowedQuestion, ...]
    """What was open before and is not now, the most urgent first."""
    opened: tuple[FollowedQuestion, ...]
    """What is open now and was not before."""
    moved: tuple[FollowedQuestion, ...]
    """What is open in both, and has answers, a verdict or a state that it had not."""
    still_open: tuple[FollowedQuestion, ...]
    """What is open in both, and of which no change is told."""
    decisions: tuple[FollowedDecision, ...]
    """What became of the decisions of the earlier meeting."""
    unfollowed: tuple[Unfollowed, ...]
    """What only one of the reports tells."""

    @property
    def without_answers(self) -> tuple[Report, ...]:
        """The reports that hold no answers."""
        return tuple(each for each in (self.old, self.new) if not each.questions)

    @property
    def has_private(self) -> bool:
        """Whether any question that is told is private."""
        told = (*self.closed, *self.opened, *self.moved, *self.still_open)
        return any(each.is_private for each in told)


def report_diff(old: Report, new: Report, was: Former | None = None) -> ReportDiff:
    """Return what has changed between two reports.

    Args:
        old: The earlier report.
        new: The later one.
        was: The ids that questions had in former editions, of the later edition's questionnaire.
    """
    before, now = _sights(old), _sights(new)
    earlier = _pairs(before, now, was or {})
    pairs = [
        FollowedQuestion(id=name, before=before[earlier[name]], now=now[name])
        for name in now
        if name in earlier
    ]
    reasons = {each.id: reason for each in pairs if (reason := _reason(each))}
    same = [each for each in pairs if each.id not in reasons]
    was_open = [each for each in same if each.before.is_open]
    both = [each for each in was_open if each.now.is_open]
    at = {name: place for place, name in enumerate(before)}
    closed = [each for each in was_open if not each.now.is_open]
    return ReportDiff(
        old=old,
        new=new,
        closed=tuple(sorted(closed, key=lambda each: at[earlier[each.id]])),
        opened=tuple(each for each in same if each.now.is_open and not each.before.is_open),
        moved=tuple(each for each in both if each.has_moved),
        still_open=tuple(each for each in both if not each.has_moved),
        decisions=followed(old, new, {former: name for name, former in earlier.items()}),
        unfollowed=(
            *(
                _unfollowed(each.id, each.now, reasons[each.id])
                for each in pairs
                if each.id in reasons
            ),
            *_rest(before, set(earlier.values()), Reason.ONLY_BEFORE),
            *_rest(now, earlier.keys(), Reason.ONLY_NOW),
        ),
    )


def _sights(report: Report) -> dict[str, Sight]:
    """Return question id to what a report tells of it: the agenda first, in its order."""
    asked = {question.id: question for question in report.questions}
    planned = {item.question: item.short_name for item in report.agenda}
    decided = {each.question: each.short_name for each in report.decisions}
    states = tile_states(report)
    names = planned | decided | {name: each.short_name for name, each in asked.items()}
    return {
        name: Sight(
            name=names[name],
            question=asked.get(name),
            state=states.get(name, TileState.UNTOUCHED),
            is_planned=name in planned,
        )
        for name in (*planned, *(each for each in names if each not in planned))
    }


def _pairs(before: Iterable[str], now: Iterable[str], was: Former) -> dict[str, str]:
    """Return the id in the later report to that in the earlier one, of what both tell.

    A question keeps its id. Only what has none of its own there is looked for under another one,
    in whichever of the reports the later edition is.
    """
    old, new = dict.fromkeys(before), dict.fromkeys(now)
    pairs = {name: name for name in new if name in old}
    renamed = [(name, former) for name, formers in was.items() for former in formers]
    for name, former in (*renamed, *((former, name) for name, former in renamed)):
        if name in new and name not in pairs and former in old and former not in pairs.values():
            pairs[name] = former
    return pairs


def _reason(pair: FollowedQuestion) -> Reason | None:
    """Return why a question that both reports tell cannot be followed all the same, if so."""
    before, now = pair.before.question, pair.now.question
    if before is not None and now is not None and before.kind is not now.kind:
        return Reason.OTHER_KIND
    return Reason.UNANSWERED if pair.before.is_unanswered or pair.now.is_unanswered else None


def _rest(told: Mapping[str, Sight], known: Iterable[str], reason: Reason) -> Iterator[Unfollowed]:
    taken = set(known)
    for name, sight in told.items():
        if name not in taken:
            yield _unfollowed(name, sight, reason)


def _unfollowed(name: str, sight: Sight, reason: Reason) -> Unfollowed:
    return Unfollowed(id=name, name=sight.name, reason=reason, is_open=sight.is_open)


def _scale(frame: Frame | None) -> Frame | None:
    """Return by what two answers are measured, whatever it is called."""
    if frame is None:
        return None
    bare = Frame(choices=dict.fromkeys(sorted(frame.choices), LocalizedText({})))
    measures = ("near_pairs", "minimum", "maximum", "ratio", "tolerance", "near")
    return replace(bare, **{name: getattr(frame, name) for name in measures})
