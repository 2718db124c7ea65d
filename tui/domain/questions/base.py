"""What every question has, and what every type of question must be able to do."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from tui.domain.conditions import ALWAYS, DisplayCondition
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.message import Message
from tui.domain.risk_rules import RiskRule
from tui.domain.values import Plain, Value

V = TypeVar("V", bound=Value)
"""What an answer to the question is."""


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
    TEXT = "text"


class Privacy(StrEnum):
    """How far an answer may travel."""

    SHARED = "shared"
    """Both see it after the reveal."""
    OVERLAP = "overlap"
    """It is compared; only whether the two meet is ever shown."""
    OWN = "own"
    """It serves the party's own checks and is never compared, shown or exported."""


class Closeness(StrEnum):
    """How near two values are by their question's own rule."""

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"


class InvalidAnswer(ValueError):
    """A value that is no answer to the question; `message` says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.message = Message(key, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a question offers."""

    id: str
    """Its id within the question."""
    label: LocalizedText
    """What a person reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC, Generic[V]):
    """A question put to both parties."""

    id: str
    """Its id, stable over the editions of the questionnaire."""
    kind: Kind
    """Its type, as the file names it."""
    area: str
    """The id of the area that it belongs to."""
    text: LocalizedText
    """The question itself."""
    hint: LocalizedText = NO_TEXT
    """A line that is always shown below it."""
    guide: LocalizedText = NO_TEXT
    """For the facilitator."""
    practice: LocalizedText = NO_TEXT
    """Recommended practice; shown after the reveal only, so that it anchors nobody."""
    clause: LocalizedText = NO_TEXT
    """A wording for the contract, from which the minutes start."""
    recommend: V | None = None
    """The same as a value."""
    weight: Decimal = Decimal(1)
    """How much it counts in its area, 0 to 5."""
    core: bool = False
    """Whether the short interview asks it."""
    predict: bool = False
    """Whether each party also guesses the other's answer."""
    contract: bool = False
    """Whether it is also asked where the matter stands in the contract."""
    display_condition: DisplayCondition = ALWAYS
    """When it is asked at all."""
    defined_by: tuple[str, ...] = ()
    """The questions whose answers give this one's its meaning."""
    was: tuple[str, ...] = ()
    """Its former ids."""
    rev: int = 1
    """Raised when its meaning changes."""
    privacy: Privacy = Privacy.SHARED
    """How far its answers may travel."""
    risks: tuple[RiskRule, ...] = ()
    """What fires on an answer, also where both agree."""

    @abstractmethod
    def read(self, raw: object) -> V:
        """Return the answer that `raw`, in the plain form of TOML, stands for.

        Raises `InvalidAnswer`.
        """

    @abstractmethod
    def plain(self, value: V) -> Plain:
        """Return `value` in the plain form of TOML; the inverse of `read`."""

    @abstractmethod
    def similarity(self, x: V, y: V) -> Decimal | None:
        """Return how alike two answers are, in [0, 1]; None where nothing can be measured."""

    @abstractmethod
    def closeness(self, x: V, y: V) -> Closeness:
        """Return how near two answers are; decided exactly, with inclusive bounds."""

    @abstractmethod
    def wording(self, value: V, language: str) -> str:
        """Return `value` in words."""

    def overlaps(self, x: V, y: V) -> bool:
        """Return whether two privately given values meet: all that may be shown of them."""
        return self.closeness(x, y) is not Closeness.DIVERGENT

    @property
    def is_compared(self) -> bool:
        """Whether it counts in scores and in coverage."""
        return self.privacy is not Privacy.OWN and self.weight > 0

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices that it offers; none for most types."""
        return ()


AnyQuestion = Question[Any]
"""A question of whichever type."""


def listed(items: Iterable[str], language: str) -> str:
    """Join `items` as the language does.

    >>> listed(["周会", "月度复盘"], "zh-CN"), listed(["weekly", "monthly"], "en")
    ('周会、月度复盘', 'weekly, monthly')
    """
    return ("、" if language.startswith("zh") else ", ").join(items)


def with_unit(text: str, unit: LocalizedText, language: str) -> str:
    """Put the unit behind a number: close up where it is a sign or Chinese, else after a blank."""
    word = unit[language]
    close = not word or word[0] in "%‰" or ord(word[0]) > 0x2E7F
    return f"{text}{word}" if close else f"{text} {word}"


def read_number(raw: object, minimum: Decimal, maximum: Decimal, decimals: int) -> Decimal:
    """Return `raw` as a number within its bounds and of at most `decimals` places.

    Raises `InvalidAnswer`.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise InvalidAnswer("answer.not_number")
    number = Decimal(raw)
    if not number.is_finite():
        raise InvalidAnswer("answer.not_number")
    if not minimum <= number <= maximum:
        raise InvalidAnswer("answer.out_of_bounds", minimum=f"{minimum:f}", maximum=f"{maximum:f}")
    if places(number) > decimals:
        raise InvalidAnswer("answer.too_many_decimals", decimals=decimals)
    return number


def places(number: Decimal) -> int:
    """Count the places behind the point, without idle zeros, whatever the arithmetic's precision.

    >>> places(Decimal("2.50")), places(Decimal("3E+2"))
    (1, 0)
    """
    _, digits, exponent = number.as_tuple()
    idle = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -int(exponent) - idle)


def read_choices(raw: object, offered: tuple[Choice, ...]) -> tuple[str, ...]:
    """Return `raw` as ids that are all offered, each at most once; raise `InvalidAnswer`."""
    if not isinstance(raw, list):
        raise InvalidAnswer("answer.not_list")
    known = {choice.id for choice in offered}
    for item in raw:
        if not isinstance(item, str) or item not in known:
            raise InvalidAnswer("answer.unknown_choice", choice=item)
    if len(set(raw)) != len(raw):
        raise InvalidAnswer("answer.repeated_choice")
    return tuple(raw)
