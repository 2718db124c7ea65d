"""A session: two parties at one questionnaire, their answers, and the rules of the turn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from tui.domain.answers import Answer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.history import EMPTY, Change, History, Said, Topic
from tui.domain.meeting import Meeting
from tui.domain.minutes import Decision, Revision
from tui.domain.position import Position, Stage
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal, have_all_answered, is_sealed
from tui.domain.second_thought import SecondThought
from tui.domain.session_state import SessionState
from tui.domain.sheet import Length, Sheet, drafted_question

TABLE = ""
"""In the place of a party's id: what both have decided together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(SessionState):
    """Two parties at one questionnaire; immutable, so every change returns a new session."""

    def say(
        self, party: str, question: str, answer: Answer, *, at: datetime, reason: str = ""
    ) -> "Session":
        """Return the session in which a party says that: as its first answer, or as its second.

        Args:
            party: The id of the party that speaks.
            question: The question's id.
            answer: What the party says now.
            at: The time of a second answer, with its offset from UTC.
            reason: Why the party gives a second answer; a first one has no use for it.
        """
        if not self.is_second_answer(party, question):
            return self.answered(party, question, answer)
        noted = self._with_private_note(party, question, answer.private_note)
        before, after = _for_minutes(self.latest(party, question)), _for_minutes(answer)
        thought = SecondThought(after, reason)
        if before == after:
            return noted._with_second_thought(party, question, None)
        given = Revision(
            question=question, party=party, at=at, before=before, after=after, reason=reason
        )
        return noted._with(Change(Topic.SECOND_ANSWER, question, thought, given), party)

    def answered(
        self, party: str, question: str, answer: Answer, *, is_typed: bool = False
    ) -> "Session":
        """Return the session with a party's answer, as a change that undo can take back.

        Args:
            party: The id of the party.
            question: The question's id.
            answer: What it says.
            is_typed: Whether it is another by a letter, which undo takes back with those before it.
        """
        before = self.answer(party, question)
        change = Change(Topic.ANSWER, question, before, answer)
        after = self._with(change, party, is_typed=is_typed)
        begins = not before.is_answered and is_sealed(self.questionnaire[question], self)
        return replace(after, giving=(party, question))._with_caches_of(after) if begins else after

    def _leads_further(self, question: str) -> bool:
        """Return whether an answer to a question may change which questions are asked."""
        if self.reveal is not Reveal.LIVE or self.answered_apart:
            return True  # it may also reveal what others lead to
        return question in self.questionnaire.openers

    def reconsidered(
        self,
        party: str,
        question: str,
        answer: Answer,
        reason: str = "",
        *,
        is_typed: bool = False,
    ) -> "Session":
        """Return the session in which a party is about to give another answer than the first.

        Args:
            party: The id of the party.
            question: The question's id; its answers have met.
            answer: What the party would say; where that is what it says already, nothing is left.
            reason: Why, as far as it is written.
            is_typed: Whether it is another by a letter, which undo takes back with those before it.
        """
        noted = self._with_private_note(party, question, answer.private_note, is_typed=is_typed)
        is_other = _for_minutes(self.latest(party, question)) != _for_minutes(answer)
        before = self.second_thought(party, question)
        after = SecondThought(_for_minutes(answer), reason) if is_other else None
        change = Change(Topic.SECOND_THOUGHT, question, before, after)
        return noted._with(change, party, is_typed=is_typed)

    def rated(self, party: str, area: str, importance: int) -> "Session":
        """Return the session with the importance of an area to a party: 1, 2 or 3."""
        before = self.sheet(party).importance.get(area)
        return self._with(Change(Topic.IMPORTANCE, area, before, importance), party)

    def decided(self, decision: Decision) -> "Session":
        """Return the session with a decision in its minutes."""
        question = decision.question
        before = self.minutes.decision(question)
        return self._with(Change(Topic.DECISION, question, before, decision), TABLE, is_typed=True)

    def came_to(self, decided: str | Carried, state: DecisionState) -> "Session":
        """Return the session in which a decision was done, was dropped, or is open again.

        Args:
            decided: The id of the question that was decided, or a decision of the last meeting.
            state: What came of it.
        """
        if isinstance(decided, Carried):
            after = replace(decided, state=state)
            return self._with(Change(Topic.CARRIED, "", decided, after), TABLE)
        decision = self.minutes.decision(decided)
        after_it = replace(decision, state=state)
        return self._with(Change(Topic.DECISION, decided, decision, after_it), TABLE)

    def parked(self, questions: Iterable[str]) -> "Session":
        """Return the session in which questions are put off, in one step that undo takes back.

        Args:
            questions: Their ids; those that are put off already stay as they are.
        """
        decisions = tuple(map(self.minutes.decision, questions))
        before = tuple(each for each in decisions if not each.is_parked)
        if not before:
            return self
        after = tuple(replace(each, is_parked=True) for each in before)
        return self._with(Change(Topic.PARKED, before[0].question, before, after), TABLE)

    def planned_for(self, minutes: int | None) -> "Session":
        """Return the session with so many minutes to talk; None is no limit."""
        return replace(self, planned=minutes)._with_caches_of(self)

    def spent(self, seconds: int, question: str = "") -> "Session":
        """Return the session in which the two have talked for longer; nothing takes that back.

        Args:
            seconds: How much longer.
            question: The id of the question that they talked about, if it was about one.
        """
        return replace(self, minutes=self.minutes.spent(seconds, question))._with_caches_of(self)

    def closed(self, on: date | None, next_date: date | None) -> "Session":
        """Return the session whose meeting is closed, as a change that undo can take back.

        Args:
            on: The day on which it is closed; None while it goes on.
            next_date: The day on which the two meet again; None where none is agreed.
        """
        before = self.minutes.meeting
        after = replace(before, closed_on=on, next_date=next_date)
        return self._with(Change(Topic.MEETING, "", before, after), TABLE)

    def drafted(self, party: str, question: str, draft: str) -> "Session":
        """Return the session with what a party has half answered; an empty text removes it."""
        drafted = self._with_sheet(self.sheet(party).with_draft(question, draft))
        return self if drafted is self else drafted._resumed_by(party)._with_caches_of(self)

    def undone(self, party: str) -> "tuple[Change, Session] | None":
        """Undo a party's last change in this turn, unless its answer has met the other's since.

        Args:
            party: The id of the party, or `TABLE` for what both have decided.

        Returns:
            What was undone and the new session, or None if there is nothing to undo.
        """
        if (step := self._history(party).undo()) is None or not self._is_free(step[0]):
            return None
        change, history = step
        session = self._saying(change, party, change.before)._resumed_by(party)
        return change, session._with_history(party, history)._still_finished(party)

    def redone(self, party: str) -> "tuple[Change, Session] | None":
        """Redo the change that was undone last; the counterpart of `undone`."""
        if (step := self._history(party).redo()) is None or not self._is_free(step[0]):
            return None
        change, history = step
        session = self._saying(change, party, change.after)._resumed_by(party)
        return change, session._with_history(party, history)._still_finished(party)

    def written(self, party: str) -> "Session":
        """Return the session after a text was written, so that the next one is another change."""
        return self._with_history(party, self._history(party).settled)

    def _with(self, change: Change, party: str, *, is_typed: bool = False) -> "Session":
        """Return the session with a change that undo can take back."""
        if change.before == change.after:
            return self
        history = self._history(party).having(change, is_typed=is_typed)
        session = self._saying(change, party, change.after)._with_history(party, history)
        session = session._still_finished(party)._resumed_by(party)
        if change.topic is not Topic.ANSWER:
            session._with_caches_of(self)
        elif not self._leads_further(change.subject):
            session._keep_what_still_holds(self, party, self.questionnaire[change.subject])
        return session

    def _keep_what_still_holds(self, before: "Session", party: str, question: AnyQuestion) -> None:
        """Take over what was found out before an answer that leads to no other question."""
        self._asked.update(before._asked)
        for respondents, tally in before._routes.items():
            was_met, is_met_now = (
                session.is_met_by(respondents, question) for session in (before, self)
            )
            self._routes[respondents] = tally.having(question, is_met_now - was_met)
        sheet = self.sheet(party)
        is_in_length = question.core or sheet.length is Length.FULL
        is_shown = question.id in before._shown.get(party, frozenset())
        if is_in_length and is_shown and sheet.answer(question.id).is_answered:
            self._shown.update(before._shown)

    def _is_free(self, change: Change) -> bool:
        """Return whether a change may be undone and redone: no first answer that has met."""
        if change.topic is not Topic.ANSWER:
            return True
        told = [
            _for_minutes(each) for each in (change.before, change.after) if isinstance(each, Answer)
        ]
        is_given = self.giving is None or self.giving[1] != change.subject
        is_final = is_given and is_sealed(self.questionnaire[change.subject], self)
        return not is_final or told[0] == told[1]

    def _saying(self, change: Change, party: str, said: Said) -> "Session":
        """Return the session in which `said` stands in the place that a change is about."""
        subject = change.subject
        match change.topic, said:
            case Topic.ANSWER, Answer():
                return self._with_answer(party, subject, said)
            case Topic.IMPORTANCE, int() | None:
                return self._with_sheet(self.sheet(party).with_importance(subject, said))
            case (
                Topic.DECISION | Topic.PARKED | Topic.MEETING | Topic.CARRIED,
                Decision() | tuple() | Meeting() | Carried(),
            ):
                return replace(self, minutes=self.minutes.saying(said))
            case Topic.SECOND_THOUGHT, SecondThought() | None:
                return self._with_second_thought(party, subject, said)
            case Topic.SECOND_ANSWER, Revision():
                return self.revised(said)._with_second_thought(party, subject, None)
            case Topic.SECOND_ANSWER, SecondThought():
                given = [each for each in self.minutes.revisions if each is not change.after]
                minutes = replace(self.minutes, revisions=tuple(given))
                session = replace(self, minutes=minutes)
                return session._with_second_thought(party, subject, said)
        raise TypeError(change)

    def revised(self, revision: Revision) -> "Session":
        """Return the session with a second answer in its minutes; the first answer is kept."""
        return replace(self, minutes=self.minutes.revised(revision))

    @property
    def as_revised(self) -> "Session":
        """The session with the second answers in the place of the first ones.

        Those to private questions are left out: whoever saw each judged could find the other's
        figures by trying.
        """
        session = self
        for revision in self.minutes.revisions:
            if self.questionnaire[revision.question].privacy is not Privacy.SHARED:
                continue
            session = session._with_answer(revision.party, revision.question, revision.after)
        return session

    def turn_ended(self, party: str) -> "Session":
        """Return the session after a party's turn, in which it can undo nothing.

        Where answers are blind, what the party is no longer asked is withdrawn: it cannot see it
        any more, so it must not meet the other's eyes.
        """
        return self._without_unasked(party)._with_history(party, EMPTY)

    def let_meet(self, questions: Iterable[str]) -> "Session":
        """Return the session in which the answers to these questions meet, where both are given."""
        given = {q for q in questions if have_all_answered(self.questionnaire[q], self)}
        return replace(self, met=self.met | given)

    def went_to(self, position: Position, question: str = "") -> "Session":
        """Return the session standing at another place.

        Args:
            position: Where it stands.
            question: The id of the question that the party whose turn it is has come to, if any.
        """
        sheet = self.sheet(position.turn)
        moved = self
        if question not in ("", sheet.at):
            moved = moved._with_sheet(replace(sheet, at=question))
        moved = moved if position == self.position else replace(moved, position=position)
        at = (position.turn, question or sheet.at) if position.stage is Stage.QUESTION else None
        moved = moved if moved.giving in (None, at) else replace(moved, giving=None)
        return moved._with_caches_of(self)

    def declared_finished(self, party: str, areas: Iterable[str]) -> "Session":
        """Return the session in which a party has declared areas finished.

        An area that is not complete is skipped: every question that the party is asked in it must
        have a value or a non-answer. What this reveals may open further questions for either party.

        Args:
            party: The id of the party.
            areas: The ids of the areas.
        """
        complete = frozenset(area for area in areas if self.progress(party, area).is_complete)
        session = self._without_unasked(party)
        session = session._with_finished(party, self.finished.get(party, frozenset()) | complete)
        for each in self.questionnaire.party_ids:
            session = session._still_finished(each)._finished_where_nothing_is_asked(each)
        return session

    def _without_unasked(self, party: str) -> "Session":
        """Return the session without a party's blind answers to questions that it is not asked."""
        if self.reveal is Reveal.LIVE or self.answered_apart or self.alone is not None:
            return self
        sheet = self.sheet(party)
        said = sheet.answers.keys() | set(map(drafted_question, sheet.drafts))
        unasked = said - {question.id for question in self.asked_of(party)}
        return self._with_sheet(sheet.without(unasked)) if unasked else self

    def _finished_where_nothing_is_asked(self, party: str) -> "Session":
        """Return the session in which a party has finished all areas, if it has all with questions.

        In an area without questions for it there is nothing to declare, and nobody must wait for
        that. Answers and reveals change what a party is asked. So this is computed again whenever
        either party declares an area finished, but not after an answer, as only a declaration may
        reveal.
        """
        done = self.finished.get(party, frozenset())
        if not all(question.area in done for question in self.asked_of(party)):
            return self
        return self._with_finished(party, frozenset(area.id for area in self.questionnaire.areas))

    def _resumed_by(self, party: str) -> "Session":
        """Return the session, at its questions again if a party speaks after its result was read.

        What both write about the meeting is a part of the result.
        """
        position = self.position
        if party == TABLE or position is None or position.stage is not Stage.RESULT:
            return self
        return replace(self, position=Position(position.turn))

    def _still_finished(self, party: str) -> "Session":
        """Return the session in which a party's incomplete areas are no longer finished.

        An area whose answers have met stays finished, as they may have been seen.
        """
        done = self.finished.get(party, frozenset())
        kept = frozenset(
            area for area in done if self._has_met(area) or self.progress(party, area).is_complete
        )
        return self if kept == done else self._with_finished(party, kept)

    def _has_met(self, area: str) -> bool:
        """Return whether the two may have seen each other's answers to a finished area."""
        areas = [each.id for each in self.questionnaire.areas]
        return all(map(self.both_finished, areas if self.reveal is Reveal.END else [area]))

    def _with_finished(self, party: str, areas: frozenset[str]) -> "Session":
        return replace(self, finished={**self.finished, party: areas})

    def _history(self, party: str) -> History:
        return self.histories.get(party, EMPTY)

    def _with_history(self, party: str, history: History) -> "Session":
        return replace(self, histories={**self.histories, party: history})

    def _with_answer(self, party: str, question: str, answer: Answer) -> "Session":
        sheet = self.sheet(party).with_answer(question, answer)
        return self._with_sheet(sheet.with_draft(question, "") if answer.is_answered else sheet)

    def _with_private_note(
        self, party: str, question: str, note: str, *, is_typed: bool = False
    ) -> "Session":
        """Return the session with a private note; a sealed answer stays as it was beside it."""
        answer = replace(self.answer(party, question), private_note=note)
        return self.answered(party, question, answer, is_typed=is_typed)

    def _with_second_thought(
        self, party: str, question: str, thought: SecondThought | None
    ) -> "Session":
        return self._with_sheet(self.sheet(party).with_second_thought(question, thought))

    def _with_sheet(self, changed: Sheet) -> "Session":
        if any(changed is sheet for sheet in self.sheets):
            return self
        left, right = (
            changed if sheet.party.id == changed.party.id else sheet for sheet in self.sheets
        )
        return replace(self, sheets=(left, right))


def _for_minutes(answer: Answer) -> Answer:
    """Return an answer without what stays in its party's own sheet, as both read the minutes."""
    return replace(answer, private_note="", guess=None)
