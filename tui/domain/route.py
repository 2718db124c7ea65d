"""The way through the questions for whoever is at the keyboard."""

from dataclasses import dataclass

from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal
from tui.domain.session import Progress, Session


@dataclass(frozen=True, slots=True)
class Route:
    """Where one can go in a session: with both parties at once, or as one party alone."""

    session: Session
    """The session as it is."""
    party: str
    """The id of the party at the keyboard."""

    @property
    def is_joint(self) -> bool:
        """Whether both parties answer side by side."""
        return self.session.reveal is Reveal.LIVE and self.session.alone is None

    @property
    def respondents(self) -> tuple[str, ...]:
        """The ids of the parties who answer on this way."""
        return self.session.questionnaire.party_ids if self.is_joint else (self.party,)

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions on the way, in order."""
        return self.session.asked_at_all() if self.is_joint else self.session.asked_of(self.party)

    def in_area(self, area: str) -> tuple[AnyQuestion, ...]:
        """Return the questions of an area."""
        return tuple(question for question in self.questions if question.area == area)

    def is_met(self, question: AnyQuestion) -> bool:
        """Return whether all who walk have met a question with an answer or a non-answer."""
        return all(
            self.session.answer(party, question.id).is_answered for party in self.respondents
        )

    def progress(self, area: str | None = None) -> Progress:
        """Return how many questions are met, in one area or in all."""
        questions = self.questions if area is None else self.in_area(area)
        return Progress(sum(map(self.is_met, questions)), len(questions))

    def first_open(self) -> str:
        """Return the first question that still waits, or the first of all."""
        questions = self.questions
        return next((q.id for q in questions if not self.is_met(q)), questions[0].id)

    def ahead(self, question: str, by: int = 1) -> AnyQuestion | None:
        """Return the question so many steps further on, or back; None beyond the ends."""
        questions = self.questions
        ids = [asked.id for asked in questions]
        goal = ids.index(question) + by if question in ids else 0
        return questions[goal] if 0 <= goal < len(questions) else None

    def area_after(self, area: str) -> str | None:
        """Return the id of the next area with questions; None after the last."""
        areas = list(dict.fromkeys(question.area for question in self.questions))
        following = areas[areas.index(area) + 1 :] if area in areas else areas
        return following[0] if following else None
