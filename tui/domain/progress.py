"""How far those who answer have come."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.domain.answers import Answer
from tui.domain.confirmation import is_met
from tui.domain.questions import AnyQuestion


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of its questions a party has answered."""

    met: int
    """Questions that have a value or a non-answer."""
    asked: int
    """Questions that are asked."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to answer."""
        return self.met == self.asked


@dataclass(frozen=True, slots=True)
class RouteTally:
    """The questions that are asked in one turn, and how many are answered, in all and by area."""

    questions: tuple[AnyQuestion, ...]
    """All of them, in order."""
    by_area: Mapping[str, tuple[AnyQuestion, ...]]
    """Area id to its questions."""
    progress: Mapping[str | None, Progress]
    """Area id to how far those who answer are; None for all areas."""

    @classmethod
    def of(
        cls, questions: tuple[AnyQuestion, ...], sheets: Mapping[str, Mapping[str, Answer]]
    ) -> "RouteTally":
        """Count the questions that all who are asked have answered, in one walk.

        Args:
            questions: What is asked.
            sheets: The ids of those who answer, to their answers.
        """
        areas: dict[str, list[AnyQuestion]] = {}
        met: Counter[str] = Counter()
        for question in questions:
            areas.setdefault(question.area, []).append(question)
            if all(
                question.id in answers and is_met(question, answers[question.id])
                for party, answers in sheets.items()
                if question.is_asked_of(party)
            ):
                met[question.area] += 1
        progress: dict[str | None, Progress] = {
            area: Progress(met[area], len(asked)) for area, asked in areas.items()
        }
        progress[None] = Progress(met.total(), len(questions))
        return cls(questions, {area: tuple(asked) for area, asked in areas.items()}, progress)

    def having(self, question: AnyQuestion, more: int) -> "RouteTally":
        """Return the tally after so many more of those who answer have answered a question."""
        if not more or question not in self.by_area.get(question.area, ()):
            return self
        changed = {
            area: replace(self.progress[area], met=self.progress[area].met + more)
            for area in (question.area, None)
        }
        return replace(self, progress={**self.progress, **changed})
