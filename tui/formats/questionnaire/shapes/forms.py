"""The forms that a value of a questionnaire file may have: each reads what stands in the file."""

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Generic, TypeVar

from tui.diagnostics.problem import error
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.questionnaire.shapes.reading import Reading

T = TypeVar("T")

NEUTRAL = ""
"""The language of a text that is the same in all: of one that the file gives without a table."""


class Form(ABC, Generic[T]):
    """What may stand at a key."""

    __slots__ = ()

    @abstractmethod
    def read(self, raw: object, path: KeyPath, reading: Reading) -> T:
        """Return the value that `raw` stands for; where there is none, tell and give a stopgap."""

    @abstractmethod
    def stopgap(self, path: KeyPath, reading: Reading) -> T:
        """Return a value to go on with where there is none."""


class Plain(Form[T]):
    """A value of one type of TOML, taken as it is."""

    __slots__ = ("_mistake", "blank")

    def __init__(self, mistake: str, blank: T) -> None:
        self._mistake = mistake
        self.blank = blank
        """The stopgap; of the type that is due."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> T:
        """Return the value; `true` is no number."""
        if type(raw) is type(self.blank):
            return raw
        reading.wrong(error(path, self._mistake))
        return self.blank

    def stopgap(self, path: KeyPath, reading: Reading) -> T:  # noqa: ARG002
        """Return a value of that type."""
        return self.blank


class Number(Form[Decimal]):
    """A number, exact, whole or not."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> Decimal:
        """Return the number."""
        if isinstance(raw, Decimal):
            return raw
        if type(raw) is int:
            return Decimal(raw)
        reading.wrong(error(path, "not_number"))
        return Decimal(0)

    def stopgap(self, path: KeyPath, reading: Reading) -> Decimal:  # noqa: ARG002
        """Return 0."""
        return Decimal(0)


class OneOf(Form[str]):
    """One of a few words."""

    __slots__ = ("words",)

    def __init__(self, *words: str) -> None:
        self.words = words
        """The words that may stand there."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> str:
        """Return the word."""
        if isinstance(raw, str) and raw in self.words:
            return raw
        mend = Names(self.words).mend(str(raw))
        reading.wrong(error(path, "unknown_value", value=raw, key=path[-1], help=mend))
        return self.words[0]

    def stopgap(self, path: KeyPath, reading: Reading) -> str:  # noqa: ARG002
        """Return the first of the words."""
        return self.words[0]


class OnlyTrue(Form[bool]):
    """The value `true`, of a key that is left out where it does not hold."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> bool:
        """Return true."""
        if raw is not True:
            reading.wrong(error(path, "only_true", key=path[-1]))
        return True

    def stopgap(self, path: KeyPath, reading: Reading) -> bool:  # noqa: ARG002
        """Return true."""
        return True


class ListOf(Form[list[T]]):
    """Several values of one form; perhaps a single text may stand without brackets."""

    __slots__ = ("item", "takes_one")

    def __init__(self, item: Form[T], *, takes_one: bool = False) -> None:
        self.item = item
        """The form of each."""
        self.takes_one = takes_one
        """Whether a text alone stands for a list of one."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> list[T]:
        """Return the values."""
        if self.takes_one and isinstance(raw, str):
            return [self.item.read(raw, path, reading)]
        if isinstance(raw, list):
            return [self.item.read(each, (*path, place), reading) for place, each in enumerate(raw)]
        reading.wrong(error(path, "not_list"))
        return []

    def stopgap(self, path: KeyPath, reading: Reading) -> list[T]:  # noqa: ARG002
        """Return no values."""
        return []


class MapOf(Form[dict[str, T]]):
    """A table whose keys are ids, with values of one form."""

    __slots__ = ("item",)

    def __init__(self, item: Form[T]) -> None:
        self.item = item
        """The form of each value."""

    def read(self, raw: object, path: KeyPath, reading: Reading) -> dict[str, T]:
        """Return the values by id."""
        if isinstance(raw, dict):
            return {key: self.item.read(each, (*path, key), reading) for key, each in raw.items()}
        reading.wrong(error(path, "not_table"))
        return {}

    def stopgap(self, path: KeyPath, reading: Reading) -> dict[str, T]:  # noqa: ARG002
        """Return an empty table."""
        return {}


class InEachLanguage(Form[dict[str, str]]):
    """A text by language tag; a plain text has the tag `NEUTRAL`."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> dict[str, str]:
        """Return the texts by tag."""
        if isinstance(raw, str):
            return {NEUTRAL: raw}
        if not isinstance(raw, dict):
            reading.wrong(error(path, "not_words"))
            return {}
        return {tag: TEXT.read(text, (*path, tag), reading) for tag, text in raw.items()}

    def stopgap(self, path: KeyPath, reading: Reading) -> dict[str, str]:  # noqa: ARG002
        """Return no text."""
        return {}


class OwnOrShared(Form[str | dict[str, dict[str, str]]]):
    """The choices of a question: a table of its own, or the name of a shared list."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> str | dict[str, dict[str, str]]:
        """Return the labels by id, or the name."""
        return raw if isinstance(raw, str) else LABELS.read(raw, path, reading)

    def stopgap(self, path: KeyPath, reading: Reading) -> str | dict[str, dict[str, str]]:  # noqa: ARG002
        """Return no choices."""
        return {}


class Anything(Form[object]):
    """A value that only the rest of its table can judge."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> object:  # noqa: ARG002
        """Return what stands there."""
        return raw

    def stopgap(self, path: KeyPath, reading: Reading) -> object:  # noqa: ARG002
        """Return nothing."""
        return None


TEXT: Form[str] = Plain("not_text", "")
WHOLE: Form[int] = Plain("not_whole", 0)
FLAG: Form[bool] = Plain("not_true_or_false", False)
NUMBER = Number()
TEXTS: Form[list[str]] = ListOf(TEXT)
PAIRS: Form[list[list[str]]] = ListOf(TEXTS)
IDS: Form[list[str]] = ListOf(TEXT, takes_one=True)
"""Several ids; one may stand without brackets."""
WORDS = InEachLanguage()
LABELS: Form[dict[str, dict[str, str]]] = MapOf(WORDS)
"""Choice id to label."""
CHOICES = OwnOrShared()
ANYTHING = Anything()
TRUE = OnlyTrue()
