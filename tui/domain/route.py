"""The route through the questions, for the party or parties at the keyboard."""

from dataclasses import dataclass

from tui.domain.localized_text import LocalizedText
from tui.domain.progress import Progress
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal
from tui.domain.session import Session


@dataclass(frozen=True, slots=True)
class Route:
    """The questions that are answered in one turn: by both parties side by side, or by one."""

    session: Session
    """The session."""
    party: str
    """The id of the party at the keyboard."""

    @property
    def is_joint(self) -> bool:
        """Whether both parties answer side by side."""
        return self.session.reveal is Reveal.LIVE and self.session.alone is None

    @property
    def respondents(self) -> tuple[str, ...]:
        """The ids of the parties that answer on this route."""
        return self.session.questionnaire.party_ids if self.is_joint else (self.party,)

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions on the route, in order."""
        return self.session.tally(self.respondents).questions

    def in_area(self, area: str) -> tuple[AnyQuestion, ...]:
        """Return the questions of an area that are on the route, in order."""
        return self.session.tally(self.respondents).by_area.get(area, ())

    def short_name(self, question: AnyQuestion) -> LocalizedText:
        """Return what to call a question in a list of what is asked on the route."""
        return question.name or (question.text if self.is_joint else question.text_for(self.party))

    def is_met(self, question: AnyQuestion) -> bool:
        """Return whether all respondents have answered a question, by a value or a non-answer."""
        return self.session.is_met_by(self.respondents, question)

    def progress(self, area: str | None = None) -> Progress:
        """Return how many questions are answered, in one area or in all."""
        return self.session.tally(self.respondents).progress.get(area, Progress(0, 0))

    def first_open(self) -> str:
        """Return the id of the first question that is not answered, or else of the first."""
        # A session that asks nothing, which earlier editions could begin, opens on any question.
        questions = self.questions or self.session.questionnaire.questions
        return next((q.id for q in questions if not self.is_met(q)), questions[0].id)

    def ahead(self, question: str, by: int = 1) -> AnyQuestion | None:
        """Return the question `by` steps ahead, or back if negative; None beyond either end."""
        questions = self.questions
        ids = [asked.id for asked in questions]
        goal = ids.index(question) + by if question in ids else 0
        return questions[goal] if 0 <= goal < len(questions) else None

    def area_after(self, area: str) -> str | None:
        """Return the id of the next area that has questions, or None after the last."""
        areas = list(dict.fromkeys(question.area for question in self.questions))
        following = areas[areas.index(area) + 1 :] if area in areas else areas
        return following[0] if following else None
