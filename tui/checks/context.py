"""What the checks of a questionnaire ask again and again, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.own_words import OTHER
from tui.domain.values import day_number, numbered_day
from tui.formats.damage import Damage
from tui.formats.questionnaire.build_questions import BEYOND_THE_PARTIES, YES_AND_NO
from tui.formats.questionnaire.models import (
    AllocationTable,
    AnyQuestionTable,
    BuiltInChoiceTable,
    ChoiceTable,
    DateTable,
    MeasureTable,
    MultiTable,
    QuestionnaireFile,
    RankingTable,
    ScaleTable,
)

PARTIES = 2
FEWEST_CHOICES = 2
MOST_DECIMALS = 6


@dataclass(frozen=True)
class CheckContext:
    """A questionnaire file of the right form, and where it had to be mended for that."""

    file: QuestionnaireFile
    """What the file holds."""
    damage: Damage
    """Where that is a guess."""

    def question(self, name: str | None) -> AnyQuestionTable | None:
        """Return a question; None where there is none or nothing is known of it."""
        return None if name is None else self.file.question.get(name)

    @cached_property
    def question_ids(self) -> frozenset[str]:
        """The ids of all questions, also of those of which no more is known."""
        return frozenset(self.question_names.known)

    @cached_property
    def question_names(self) -> Names:
        """The same ids, for saying which of them was meant."""
        return Names((*self.file.question, *sorted(self.damage.lost)))

    @cached_property
    def area_names(self) -> Names:
        """The ids of the areas."""
        return Names(self.file.area)

    @cached_property
    def parties(self) -> tuple[str, ...] | None:
        """The ids of the parties; None where it is not known who they are."""
        if len(self.file.party) < PARTIES or self.damage.covers(("party",)):
            return None
        return tuple(self.file.party)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place in the interview of each question of which that is known."""
        moved = {path[:2] for path in self.damage.moved}
        if any(("area", area) in moved for area in self.file.area):
            return {}
        places = {area: place for place, area in enumerate(self.file.area)}
        known = [
            name
            for name, question in self.file.question.items()
            if question.area in places and ("question", name) not in self.damage.moved
        ]
        known.sort(key=lambda name: places[self.file.question[name].area])
        return {name: place for place, name in enumerate(known)}

    @cached_property
    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that each question offers; of those of which that is known."""
        found = {name: self._offered(name, each) for name, each in self.file.question.items()}
        return {name: ids for name, ids in found.items() if ids is not None}

    @cached_property
    def named_in_tests(self) -> Mapping[str, tuple[str, ...]]:
        """The ids by which tests name what can be chosen: of words of one's own, `OTHER`."""
        return {
            name: (*ids, OTHER) if getattr(self.file.question[name], "other", False) else ids
            for name, ids in self.offered.items()
        }

    def _offered(self, name: str, question: AnyQuestionTable) -> tuple[str, ...] | None:
        match question:
            case BuiltInChoiceTable(type="yesno"):
                return YES_AND_NO
            case BuiltInChoiceTable():
                return None if self.parties is None else (*self.parties, *BEYOND_THE_PARTIES)
            case ChoiceTable() | MultiTable() | AllocationTable() | RankingTable():
                return self._listed(("question", name, "choices"), question.choices)
            case _:
                return None

    def _listed(self, path: KeyPath, choices: str | Mapping[str, object]) -> tuple[str, ...] | None:
        """Return the ids of a table of choices, or of the shared list of that name."""
        if isinstance(choices, str):
            if choices not in self.file.choices or self.damage.covers(path):
                return None
            path, choices = ("choices", choices), self.file.choices[choices]
        is_known = len(choices) >= FEWEST_CHOICES and not self.damage.covers(path)
        return tuple(choices) if is_known else None

    def bounds(self, name: str) -> tuple[Decimal, Decimal] | None:
        """Return the least and the greatest number that can be answered, where that is known."""
        question = self.file.question.get(name)
        if isinstance(question, DateTable):
            return self._days(name, question)
        if not isinstance(question, MeasureTable | ScaleTable):
            return None
        if any(self.damage.covers(("question", name, key)) for key in ("min", "max")):
            return None
        if question.minimum >= question.maximum:
            return None
        return Decimal(question.minimum), Decimal(question.maximum)

    def _days(self, name: str, question: DateTable) -> tuple[Decimal, Decimal] | None:
        """Return the numbers of the first and the last day that can be answered."""
        first, last = question.minimum or date.min, question.maximum or date.max
        if not self.sound(*(("question", name, key) for key in ("min", "max"))) or first >= last:
            return None
        return day_number(first), day_number(last)

    def told(self, name: str | None, number: Decimal) -> str:
        """Return a bound of a question as a file has it: of a date, the day."""
        is_day = isinstance(self.question(name), DateTable)
        return str(numbered_day(number)) if is_day else str(number)

    def is_private(self, name: str | None) -> bool:
        """Return whether it is known of a question that its answers are not shown to the other."""
        question = self.question(name)
        if name is None or question is None or question.private is None:
            return False
        return self.sound(("question", name, "private"))

    def sound(self, *paths: KeyPath) -> bool:
        """Return whether the values at `paths` stand in the file as they are."""
        return not any(self.damage.covers(path) for path in paths)
