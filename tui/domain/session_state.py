"""What stands in a session: two parties at one questionnaire, and what is known of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from tui.domain.answers import HIDDEN, NOTHING, Answer
from tui.domain.branching import answered_by, asked, shown
from tui.domain.confirmation import confirmed, is_met
from tui.domain.history import History
from tui.domain.minutes import NO_MINUTES, Minutes
from tui.domain.position import Position
from tui.domain.progress import Progress, RouteTally
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal, is_revealed, is_sealed, may_see
from tui.domain.second_thought import SecondThought
from tui.domain.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """Two parties at one questionnaire, as it is read; `Session` adds how it changes."""

    questionnaire: Questionnaire
    """The edition that it was started with."""
    sheets: tuple[Sheet, Sheet]
    """The parties' answers, in the order of the questionnaire's parties."""
    reveal: Reveal = Reveal.LIVE
    """When the answers of one party are shown to the other."""
    planned: int | None = None
    """Minutes that there are to talk; None where there is no limit."""
    answered_apart: bool = False
    """Whether two finished sheets are compared, so that a reveal asks no further questions."""
    alone: str | None = None
    """The id of the party that assesses itself, without the other; None in a session of two."""
    minutes: Minutes = NO_MINUTES
    """Decisions and second answers, made after the reveal."""
    finished: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Party id to the ids of the areas that it has declared finished."""
    met: frozenset[str] = frozenset()
    """The ids of the questions whose answers were let meet, one by one (`Reveal.QUESTION`)."""
    position: Position | None = None
    """Where it stands, to come back to; None before anyone was there."""
    giving: tuple[str, str] | None = field(default=None, compare=False)
    """Party and question of a first answer that is given after the reveal, until the party goes on.

    Such an answer may take several keys, and none of them is a second answer. It is not kept.
    """
    histories: Mapping[str, History] = field(default_factory=dict, compare=False)
    """Party id to the changes that it can undo; emptied when its turn ends. `TABLE` is for both."""
    _asked: dict[str, tuple[AnyQuestion, ...]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """Party id to the questions that it is asked; a cache, as screens ask many times a key."""
    _shown: dict[str, frozenset[str]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """Party id to the ids of the questions that the sheets show it to have reached; a cache."""
    _reached: dict[str, frozenset[str]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """Party id to the ids of the questions on which it has its say; a cache."""

    _routes: dict[tuple[str, ...], RouteTally] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """The ids of those who answer in one turn to what they are asked, by area; a cache."""

    _revealed: "list[Self]" = field(init=False, default_factory=list, repr=False, compare=False)
    """The session as revealed, once it was asked for; a cache."""

    @property
    def date(self) -> date:
        """The day of the session."""
        return max(sheet.date for sheet in self.sheets)

    @property
    def names(self) -> Mapping[str, str]:
        """Party id to the name of its firm, which texts use."""
        return {sheet.party.id: sheet.party.name for sheet in self.sheets}

    def sheet(self, party: str) -> Sheet:
        """Return the sheet of a party."""
        return next(sheet for sheet in self.sheets if sheet.party.id == party)

    def answer(self, party: str, question: str) -> Answer:
        """Return the answer of a party to a question; `NOTHING` if there is none."""
        return self.sheet(party).answer(question)

    def asked_of(self, party: str) -> tuple[AnyQuestion, ...]:
        """Return the questions that a party is asked, given the answers that it may see."""
        if party not in self._asked:
            self._asked[party] = self._find_asked_of(party)
        return self._asked[party]

    def _find_asked_of(self, party: str) -> tuple[AnyQuestion, ...]:
        sheet, other = self.sheet(party), self.questionnaire.other(party)
        if self.answered_apart:
            ids = self.reached_by(party)
            return tuple(q for q in self.questionnaire.questions if q.id in ids)
        own = confirmed(self.questionnaire, sheet.answers)
        known = {party: own, other: self._seen_by(party, other)}
        return asked(self.questionnaire, sheet.length, known, of=party)

    def _seen_by(self, viewer: str, owner: str) -> Mapping[str, Answer]:
        """Return the answers of `owner`, with `HIDDEN` for those that `viewer` may not see."""
        answers = confirmed(self.questionnaire, self.sheet(owner).answers)
        return {
            q.id: answers.get(q.id, NOTHING) if may_see(viewer, owner, q, self) else HIDDEN
            for q in self.questionnaire.questions
        }

    def asked_at_all(self) -> tuple[AnyQuestion, ...]:
        """Return the questions that at least one party is asked, in order."""
        return self.tally(self.questionnaire.party_ids).questions

    def tally(self, respondents: tuple[str, ...]) -> RouteTally:
        """Return what those who answer in one turn are asked, and how far they are."""
        if respondents not in self._routes:
            both = len(respondents) > 1
            questions = self._find_asked_at_all() if both else self.asked_of(respondents[0])
            sheets = {party: self.sheet(party).answers for party in respondents}
            self._routes[respondents] = RouteTally.of(questions, sheets)
        return self._routes[respondents]

    def _find_asked_at_all(self) -> tuple[AnyQuestion, ...]:
        ids = {q.id for sheet in self.sheets for q in self.asked_of(sheet.party.id)}
        return tuple(question for question in self.questionnaire.questions if question.id in ids)

    def shown_to(self, party: str) -> frozenset[str]:
        """Return the ids of the questions that the two sheets show a party to have reached."""
        if party not in self._shown:
            sheet, other = self.sheet(party), self.sheet(self.questionnaire.other(party))
            self._shown[party] = shown(self.questionnaire, sheet, other)
        return self._shown[party]

    def reached_by(self, party: str) -> frozenset[str]:
        """Return the ids of the questions on which a party has its say, by the two sheets.

        Those are the ones that it was shown, and all that both have answered: two given answers are
        always compared, also where an answer was changed that had led to them.
        """
        if party not in self._reached:
            sheet, other = self.sheet(party), self.sheet(self.questionnaire.other(party))
            both = answered_by(sheet) & answered_by(other)
            asked_of = (q for q in self.questionnaire.questions if q.is_asked_of(party))
            self._reached[party] = self.shown_to(party) | both.intersection(q.id for q in asked_of)
        return self._reached[party]

    def has_answered(self, party: str, question: AnyQuestion) -> bool:
        """Return whether a party has answered a question as it is asked now."""
        return is_met(question, self.answer(party, question.id))

    def is_met_by(self, parties: Iterable[str], question: AnyQuestion) -> bool:
        """Return whether those of some parties that are asked a question have answered it."""
        asked_of = filter(question.is_asked_of, parties)
        return all(self.has_answered(party, question) for party in asked_of)

    def progress(self, party: str, area: str | None = None) -> Progress:
        """Return how many questions a party has answered, in one area or in all."""
        questions = [q for q in self.asked_of(party) if area in (None, q.area)]
        return Progress(sum(self.has_answered(party, q) for q in questions), len(questions))

    def progress_for_both(self, party: str) -> Progress:
        """Return how many questions a party has answered, of those that both know it is asked.

        One that is asked only after an answer that has not met yet is none of them: it would tell
        what that answer is.
        """
        told = self if self.alone is not None else self.as_revealed
        questions = told.asked_of(party)
        return Progress(sum(self.has_answered(party, q) for q in questions), len(questions))

    def has_finished(self, party: str, area: str) -> bool:
        """Return whether a party has declared an area finished."""
        return area in self.finished.get(party, frozenset())

    def both_finished(self, area: str) -> bool:
        """Return whether both parties, as far as any of it can be asked, have finished an area."""
        asked_in = self.questionnaire.asked_in.get(area, ())
        return all(self.has_finished(party, area) for party in asked_in)

    def is_second_answer(self, party: str, question: str) -> bool:
        """Return whether what a party says to a question from now on is a second answer.

        It is where the party has answered and the first answers have met: those never change.
        An answer that is being given after the reveal is the first until the party goes on.
        """
        if self.giving == (party, question):
            return False
        is_first_given = self.answer(party, question).is_answered
        return is_first_given and is_sealed(self.questionnaire[question], self)

    def latest(self, party: str, question: str) -> Answer:
        """Return a party's second answer to a question if there is one, else its first."""
        first = self.answer(party, question)
        second = self.minutes.latest(party, question)
        if second is None:
            return first
        return replace(second, private_note=first.private_note, guess=first.guess)

    def second_thought(self, party: str, question: str) -> SecondThought | None:
        """Return the second answer that a party is about to give to a question, if any."""
        return self.sheet(party).second_thoughts.get(question)

    def current(self, party: str, question: str) -> Answer:
        """Return what a party's own column shows: its second thought, else its latest answer."""
        thought = self.second_thought(party, question)
        if thought is None:
            return self.latest(party, question)
        first = self.answer(party, question)
        return replace(thought.answer, private_note=first.private_note, guess=first.guess)

    @property
    def as_revealed(self) -> Self:
        """The session with `HIDDEN` for every answer that the reveal rule keeps back.

        Of an area with such an answer it is not told either how much it matters to whom.

        So what is told of one question that has met gives nothing away of one that has not.
        """
        if not self._revealed:
            self._revealed.append(self._find_as_revealed())
        return self._revealed[0]

    def _find_as_revealed(self) -> Self:
        if self.reveal is Reveal.LIVE and self.alone is None:
            return self  # for what asks at every key of hundreds of questions
        hidden = [q.id for q in self.questionnaire.questions if not is_revealed(q, self)]
        if not hidden:
            return self
        # How much an area matters to one party meets with the last of its answers.
        waiting = {q.area for q in self.asked_at_all() if not is_revealed(q, self)}
        left, right = (
            replace(
                sheet,
                answers={**sheet.answers, **{q: HIDDEN for q in hidden if q in sheet.answers}},
                importance={a: n for a, n in sheet.importance.items() if a not in waiting},
            )
            for sheet in self.sheets
        )
        return replace(self, sheets=(left, right))

    def _with_caches_of(self, other: "SessionState") -> Self:
        """Return this session, which says the same as another, with what was found out of that."""
        if self is not other:
            self._asked.update(other._asked)
            self._shown.update(other._shown)
            self._reached.update(other._reached)
            self._routes.update(other._routes)
        return self
