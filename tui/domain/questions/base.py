"""The base class of all question types, and functions that several of them share."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from tui.domain.conditions import ALWAYS, DisplayCondition
from tui.domain.contrast import Contrast
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.message import Message
from tui.domain.own_words import LONGEST, own_choice, own_choice_text, own_words, same_choice
from tui.domain.privacy import Privacy
from tui.domain.risk_rules import RiskRule
from tui.domain.values import Plain, Value, number_text
from tui.text.cleaning import one_line

V = TypeVar("V", bound=Value)
"""The type of the values that answer a question."""


class Kind(StrEnum):
    """The types of question, in the words of the questionnaire format."""

    CHOICE = "choice"
    YESNO = "yesno"
    OWNER = "owner"
    MULTI = "multi"
    SCALE = "scale"
    NUMBER = "number"
    RANGE = "range"
    ALLOCATION = "allocation"
    RANKING = "ranking"
    DATE = "date"
    TEXT = "text"


class Closeness(StrEnum):
    """How close two values are, by the rule of their question type."""

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"


class InvalidAnswer(ValueError):
    """Raised for a value that is no answer to a question; `message` says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.message = Message(key, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a question offers."""

    id: str
    """Its id within the question."""
    label: LocalizedText
    """Its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC, Generic[V]):
    """A question to both parties or to one; the base of all types, which define the comparison."""

    id: str
    """Its id, stable over the editions of the questionnaire."""
    kind: Kind
    """Its type, as the file names it."""
    area: str
    """The id of the area that it belongs to."""
    text: LocalizedText
    """The question itself, as it is put to nobody in particular: reports say it so."""
    ask: Mapping[str, LocalizedText] = field(default_factory=dict)
    """Party id to the words in which this party is asked, where they are its own."""
    asked_of: str | None = None
    """The id of the only party that is asked; None where both are."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists, in a word or two."""
    hint: LocalizedText = NO_TEXT
    """A line that is always shown below the question."""
    guide: LocalizedText = NO_TEXT
    """A text for the facilitator."""
    practice: LocalizedText = NO_TEXT
    """The recommended practice; shown only after the reveal, so that it influences nobody."""
    clause: LocalizedText = NO_TEXT
    """A wording for the contract, which the minutes offer as a start."""
    recommend: V | None = None
    """The recommended answer, or None."""
    weight: Decimal = Decimal(1)
    """How much it counts in its area, from 0 to 5."""
    core: bool = False
    """Whether the short interview asks it."""
    predict: bool = False
    """Whether each party is asked to guess the other's answer."""
    contract: bool = False
    """Whether each party is asked where the matter stands in the contract."""
    display_condition: DisplayCondition = ALWAYS
    """The condition under which it is asked."""
    defined_by: tuple[str, ...] = ()
    """The ids of the questions whose answers define what an answer to this one means."""
    hollow_except: tuple[V, ...] = ()
    """The answers that need no definition, such as a share of 0 or no guarantee."""
    firmness: bool = True
    """Whether a party may say how firmly it holds to its answer; not of a fact of the past."""
    was: tuple[str, ...] = ()
    """The ids that it had in former editions."""
    rev: int = 1
    """The number of its revision, raised when its meaning changes."""
    privacy: Privacy = Privacy.SHARED
    """Who may see its answers."""
    risks: tuple[RiskRule, ...] = ()
    """The risk rules on its answers, which fire also if both parties agree."""

    @abstractmethod
    def read(self, raw: object) -> V:
        """Return the value for `raw`, a value as TOML holds it.

        Raises:
            InvalidAnswer: It is no answer to this question.
        """

    @abstractmethod
    def plain(self, value: V) -> Plain:
        """Return a value as TOML holds it; the inverse of `read`."""

    @abstractmethod
    def similarity(self, x: V, y: V) -> Decimal | None:
        """Return the similarity of two values, in [0, 1], or None if it cannot be measured."""

    @abstractmethod
    def closeness(self, x: V, y: V) -> Closeness:
        """Return how close two values are, decided exactly and with inclusive bounds."""

    @abstractmethod
    def contrast(self, x: V, y: V) -> Contrast[V]:
        """Return in what two values agree and in what they differ."""

    def distance_wording(self, distance: Decimal, language: str) -> str:  # noqa: ARG002
        """Return a distance between two values in words of a language; here its figure alone."""
        return number_text(distance)

    def bound_wording(self, bound: Decimal, language: str) -> str:
        """Return in words what a distance is held against: the tolerance, or a total."""
        return self.distance_wording(bound, language)

    @abstractmethod
    def wording(self, value: V, language: str) -> str:
        """Return a value in words of a language."""

    def is_for_people(self, x: V, y: V) -> bool:  # noqa: ARG002
        """Return whether only people can compare two values; here none."""
        return False

    def overlaps(self, x: V, y: V) -> bool:
        """Return whether two private values overlap, which is all that may be shown of them."""
        return self.closeness(x, y) is not Closeness.DIVERGENT

    def needs_no_definition(self, value: V) -> bool:
        """Return whether an answer means the same whatever the definitions are."""
        return value in self.hollow_except

    def is_asked_of(self, party: str) -> bool:
        """Return whether a party is asked at all, whatever its answers are."""
        return self.asked_of in (None, party)

    def text_for(self, party: str) -> LocalizedText:
        """Return the words in which a party is asked."""
        return self.ask.get(party, self.text)

    @property
    def short_name(self) -> LocalizedText:
        """What to call it in a list: its name, or the question itself where it has none."""
        return self.name or self.text

    @property
    def can_be_judged(self) -> bool:
        """Whether a machine can judge two answers: not words, what is private, or one's alone."""
        is_told = self.privacy is not Privacy.OWN and self.kind is not Kind.TEXT
        return is_told and self.asked_of is None

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices that it offers; empty for types without choices."""
        return ()

    @property
    def shown_labels(self) -> tuple[Choice, ...]:
        """The choices in the order in which they are shown to whoever answers."""
        return self.labels


AnyQuestion = Question[Any]
"""A question of any type."""


def in_order(choices: tuple[Choice, ...], order: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return choices in an order of their ids; as they are where there is none."""
    return tuple(sorted(choices, key=lambda c: order.index(c.id))) if order else choices


def join_items(items: Iterable[str], language: str) -> str:
    """Return the items joined by the comma of a language.

    >>> join_items(["周会", "月度复盘"], "zh-CN"), join_items(["weekly", "monthly"], "en")
    ('周会、月度复盘', 'weekly, monthly')
    """
    return ("、" if language.startswith("zh") else ", ").join(items)


def with_unit(text: str, unit: LocalizedText, language: str) -> str:
    """Return a number with its unit, which follows after a blank unless it is a sign or Chinese."""
    word = unit[language]
    # CJK characters begin at U+2E80.
    close = not word or word[0] in "%‰" or ord(word[0]) > 0x2E7F
    return f"{text}{word}" if close else f"{text} {word}"


def read_number(raw: object, minimum: Decimal, maximum: Decimal, decimals: int) -> Decimal:
    """Return `raw` as a number.

    Args:
        raw: A value as TOML holds it.
        minimum: The least valid number.
        maximum: The greatest valid number.
        decimals: The most decimal places that it may have.

    Raises:
        InvalidAnswer: It is not such a number.
    """
    # In Python, a bool is an int.
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise InvalidAnswer("answer.not_number")
    number = Decimal(raw)
    if not number.is_finite():
        raise InvalidAnswer("answer.not_number")
    if not minimum <= number <= maximum:
        raise InvalidAnswer("answer.out_of_bounds", minimum=f"{minimum:f}", maximum=f"{maximum:f}")
    if decimal_places(number) > decimals:
        raise InvalidAnswer("answer.too_many_decimals", decimals=decimals)
    return number


def decimal_places(number: Decimal) -> int:
    """Return the number of decimal places, without trailing zeros.

    It does not depend on the precision of the decimal context.

    >>> decimal_places(Decimal("2.50")), decimal_places(Decimal("3E+2"))
    (1, 0)
    """
    _, digits, exponent = number.as_tuple()
    idle = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -int(exponent) - idle)


def read_own_choice(raw: str) -> str:
    """Return a choice in words of one's own, as it is kept.

    Raises:
        InvalidAnswer: There are no words, or too many.
    """
    words = one_line(own_words(raw) or "")
    if not words:
        raise InvalidAnswer("answer.no_own_words")
    if len(words) > LONGEST:
        raise InvalidAnswer("answer.too_long", length=len(words), longest=LONGEST)
    return own_choice(words)


def differ_in_own_words(x: Iterable[str], y: Iterable[str]) -> bool:
    """Return whether both name a choice in words of their own, and not the same one."""
    own, other = ({same_choice(c) for c in each if own_words(c) is not None} for each in (x, y))
    return bool(own and other and own != other)


def choice_wording(choice: str, offered: tuple[Choice, ...], language: str) -> str:
    """Return the label of a choice, or the words that it consists of."""
    if (words := own_words(choice)) is not None:
        return own_choice_text(words)[language]
    return next(each.label[language] for each in offered if each.id == choice)


def read_choices(
    raw: object, offered: tuple[Choice, ...], *, other: bool = False
) -> tuple[str, ...]:
    """Return `raw` as a tuple of choice ids.

    Args:
        raw: A value as TOML holds it.
        offered: The valid choices.
        other: Whether one more may be in words of one's own; it comes last.

    Raises:
        InvalidAnswer: It is not a list of offered ids, each at most once.
    """
    if not isinstance(raw, list):
        raise InvalidAnswer("answer.not_list")
    known = {choice.id for choice in offered}
    own = [each for each in raw if other and isinstance(each, str) and own_words(each) is not None]
    if len(own) > 1:
        raise InvalidAnswer("answer.several_own")
    if own:
        named = [each for each in raw if each not in own]
        return (*read_choices(named, offered), read_own_choice(own[0]))
    for item in raw:
        if not isinstance(item, str) or item not in known:
            raise InvalidAnswer("answer.unknown_choice", choice=item)
    if len(set(raw)) != len(raw):
        raise InvalidAnswer("answer.repeated_choice")
    return tuple(raw)
