"""A questionnaire: its two parties, its areas, its questions and its edition."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.message import Message
from tui.domain.questions import AnyQuestion
from tui.domain.risk_rules import RiskRule

_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")


def version_numbers(version: str) -> tuple[int, ...] | None:
    """Return the numbers of a version, which can be compared, or None if it is not a version.

    >>> version_numbers("1.10.0") > version_numbers("1.9.0"), version_numbers("soon")
    (True, None)
    """
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else None


class NoSuchQuestionnaire(LookupError):
    """Raised if a questionnaire cannot be found; `message` says what there is instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two parties, as the questionnaire describes it."""

    id: str
    """Its id; also the name of its answer sheet."""
    name: LocalizedText
    """What it is called, such as "brand"."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the partnership, with several questions."""

    id: str
    """Its id."""
    title: LocalizedText
    """Its name."""
    about: LocalizedText = NO_TEXT
    """What goes wrong in this area."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The identity of a questionnaire and of its edition."""

    id: str
    """The questionnaire's id."""
    version: str
    """Its version, such as "1.2.0", which is raised with every published change."""
    digest: str
    """`sha256:` and the hexadecimal hash of the file."""

    def is_later_than(self, former: "Edition") -> bool:
        """Return whether this is the same questionnaire with a higher version."""
        new, old = version_numbers(self.version), version_numbers(former.version)
        return self.id == former.id and new is not None and old is not None and new > old


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A questionnaire, which has passed all checks."""

    edition: Edition
    """Its id, version and digest."""
    languages: tuple[str, ...]
    """The language tags in which every text exists; the first is the default."""
    title: LocalizedText
    """Its name."""
    parties: tuple[Party, Party]
    """The parties, in the order of the columns, left and right."""
    areas: tuple[Area, ...]
    """The areas, in the order of the interview."""
    questions: tuple[AnyQuestion, ...]
    """The questions, in the order of the file; those of an area are together."""
    risks: tuple[RiskRule, ...] = ()
    """The risk rules over several questions."""
    retired: frozenset[str] = frozenset()
    """Ids of former questions, which no new question may have."""
    placed_rules: tuple[tuple[RiskRule, tuple[str, ...]], ...] = field(
        init=False, repr=False, compare=False
    )
    """Every rule whose questions all exist, with the ids of where it may be told.

    That is its own question, or those that it looks at, in order.
    """
    openers: frozenset[str] = field(init=False, repr=False, compare=False)
    """The ids of the questions whose answers decide whether others are asked."""
    asked_in: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """Area id to the ids of the parties that any of its questions can be asked of."""
    _by_id: Mapping[str, AnyQuestion] = field(init=False, repr=False, compare=False)
    _positions: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Computed once, as screens ask at every key; `object` sets them past `frozen`.
        by_id = {question.id: question for question in self.questions}
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_positions", {q: place for place, q in enumerate(by_id)})
        openers = {each for q in self.questions for each in q.display_condition.cited}
        object.__setattr__(self, "openers", frozenset(openers & by_id.keys()))
        asked: dict[str, set[str]] = {area.id: set() for area in self.areas}
        for question in self.questions:
            asked[question.area].update(filter(question.is_asked_of, self.party_ids))
        told = {area: tuple(p for p in self.party_ids if p in asked[area]) for area in asked}
        object.__setattr__(self, "asked_in", told)
        object.__setattr__(self, "placed_rules", tuple(self._placed_rules()))

    def _placed_rules(self) -> Iterator[tuple[RiskRule, tuple[str, ...]]]:
        own_rules = (rule for question in self.questions for rule in question.risks)
        for rule in (*own_rules, *self.risks):
            if rule.cited <= self._by_id.keys():
                places = (rule.question,) if rule.question else rule.cited
                yield rule, tuple(sorted(places, key=self.position))

    def __contains__(self, question: str) -> bool:
        return question in self._by_id

    def __getitem__(self, question: str) -> AnyQuestion:
        """Return the question with this id.

        Raises:
            KeyError: There is no such question.
        """
        return self._by_id[question]

    def area(self, area: str) -> Area:
        """Return the area with this id, which must exist."""
        return next(found for found in self.areas if found.id == area)

    @property
    def party_ids(self) -> tuple[str, str]:
        """The ids of the parties, left and right."""
        return self.parties[0].id, self.parties[1].id

    def other(self, party: str) -> str:
        """Return the id of the other party."""
        left, right = self.party_ids
        return right if party == left else left

    def position(self, question: str) -> int:
        """Return the place of a question in the file, counted from 0."""
        return self._positions[question]
