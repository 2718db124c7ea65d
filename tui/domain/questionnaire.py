"""A questionnaire: two parties, areas in which partnerships fail, and questions about each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.message import Message
from tui.domain.questions import AnyQuestion
from tui.domain.risk_rules import RiskRule

_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")


def version_numbers(version: str) -> tuple[int, ...] | None:
    """Return a version in a form that can be compared; None where it is none.

    >>> version_numbers("1.10.0") > version_numbers("1.9.0"), version_numbers("soon")
    (True, None)
    """
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else None


class NoSuchQuestionnaire(LookupError):
    """A questionnaire that is nowhere to be found; `message` says what there is instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two sides, as the questionnaire names it."""

    id: str
    """Its id; also the name of its answer sheet."""
    name: LocalizedText
    """What it is called, such as "brand"."""


@dataclass(frozen=True, slots=True)
class Area:
    """One of the areas in which such partnerships fail."""

    id: str
    """Its id."""
    title: LocalizedText
    """Its name."""
    about: LocalizedText = NO_TEXT
    """What goes wrong here."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which questionnaire, and which edition of it."""

    id: str
    """The questionnaire's id."""
    version: str
    """Raised whenever a change is published."""
    digest: str
    """`sha256:` and the hash of the file."""

    def is_later_than(self, former: "Edition") -> bool:
        """Return whether this is the same questionnaire with a higher version."""
        new, old = version_numbers(self.version), version_numbers(former.version)
        return self.id == former.id and new is not None and old is not None and new > old


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """Everything that a questionnaire file says, checked."""

    edition: Edition
    """Its id, version and digest."""
    languages: tuple[str, ...]
    """Every text exists in each; the first is the default."""
    title: LocalizedText
    """Its name."""
    parties: tuple[Party, Party]
    """Left and right column."""
    areas: tuple[Area, ...]
    """In the order of the interview."""
    questions: tuple[AnyQuestion, ...]
    """In the order of the file, areas together."""
    risks: tuple[RiskRule, ...] = ()
    """The rules over several questions."""
    retired: frozenset[str] = frozenset()
    """Ids of former questions, which no new question may bear."""
    told_rules: tuple[tuple[RiskRule, str], ...] = field(init=False, repr=False, compare=False)
    """Every rule that can be judged, with the id of the question under which it is told: its own,
    or the last that it looks at."""
    _by_id: Mapping[str, AnyQuestion] = field(init=False, repr=False, compare=False)
    _positions: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Worked out once: screens ask at every key.
        by_id = {question.id: question for question in self.questions}
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_positions", {q: place for place, q in enumerate(by_id)})
        object.__setattr__(self, "told_rules", tuple(self._told_rules()))

    def _told_rules(self) -> Iterator[tuple[RiskRule, str]]:
        own_rules = (rule for question in self.questions for rule in question.risks)
        for rule in (*own_rules, *self.risks):
            if rule.cited <= self._by_id.keys():
                yield rule, rule.question or max(rule.cited, key=self.position)

    def __contains__(self, question: str) -> bool:
        return question in self._by_id

    def __getitem__(self, question: str) -> AnyQuestion:
        """Return the question with that id; raise `KeyError`."""
        return self._by_id[question]

    def area(self, area: str) -> Area:
        """Return the area with that id."""
        return next(found for found in self.areas if found.id == area)

    @property
    def party_ids(self) -> tuple[str, str]:
        """The parties' ids, left and right."""
        return self.parties[0].id, self.parties[1].id

    def other(self, party: str) -> str:
        """Return the id of the other party."""
        left, right = self.party_ids
        return right if party == left else left

    def position(self, question: str) -> int:
        """Return the place of a question in the file, from 0."""
        return self._positions[question]
