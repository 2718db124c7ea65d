"""The simple forms of what XLSForm writes as conditions; all others are told, never guessed at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<ref>\$\{\s*(?P<name>[^{}]{1,200}?)\s*\})
      | (?P<text>'[^']*'|"[^"]*")
      | (?P<number>-?[0-9]+(?:\.[0-9]+)?)
      | (?P<word>[A-Za-z][A-Za-z0-9_-]*)
      | (?P<sign><=|>=|!=|=|<|>|\(|\)|,|\.)
    )""",
    re.VERBOSE,
)
_MOST_TOKENS = 400
_DEEPEST = 20
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
HERE = "."
"""In the place of a question's name: the answer to the question itself."""


class NotSimple(ValueError):
    """Raised for a condition that is beyond the simple forms."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer compared with a word or a number."""

    name: str
    """The question, or `HERE`."""
    sign: str
    """`=`, `!=`, `<`, `<=`, `>`, `>=`; or the name of what is looked at, as `count-selected <=`."""
    operand: str | Decimal
    """What it is compared with."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whether a choice is among those that were made."""

    name: str
    """The question."""
    choice: str
    """The choice, as the form calls it."""
    is_chosen: bool = True
    """Whether it must be, or must not."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Several conditions, of which all or one must hold."""

    parts: "tuple[Condition, ...]"
    """The conditions, two at least."""
    is_all: bool
    """Whether all must hold."""


Condition = Compared | Chosen | Joined


def parse_condition(text: str) -> Condition:
    """Return what a condition says.

    >>> parse_condition("selected(${a}, 'x') and ${b} > 3").is_all
    True

    Raises:
        NotSimple: It is beyond the simple forms.
    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        found = self._any()
        if self._at < len(self._tokens):
            raise NotSimple
        return found

    def _any(self) -> Condition:
        return self._joined("or", is_all=False)

    def _joined(self, word: str, *, is_all: bool) -> Condition:
        parts = [self._part(is_all=is_all)]
        while self._takes("word", word):
            parts.append(self._part(is_all=is_all))
        flat = [
            each
            for part in parts
            for each in (
                part.parts if isinstance(part, Joined) and part.is_all is is_all else (part,)
            )
        ]
        return flat[0] if len(flat) == 1 else Joined(tuple(flat), is_all)

    def _part(self, *, is_all: bool) -> Condition:
        return self._unit() if is_all else self._joined("and", is_all=True)

    def _unit(self) -> Condition:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotSimple
        if self._takes("sign", "("):
            found = self._any()
            self._must("sign", ")")
        elif self._takes("word", "selected"):
            found = self._selected()
        elif self._takes("word", "not"):
            self._must("sign", "(")
            found = self._negated(self._any())
            self._must("sign", ")")
        else:
            found = self._comparison()
        self._depth -= 1
        return found

    def _negated(self, found: Condition) -> Condition:
        match found:
            case Chosen(name, choice, is_chosen):
                return Chosen(name, choice, not is_chosen)
            case Compared(name, "=", operand):
                return Compared(name, "!=", operand)
            case Compared(name, "!=", operand):
                return Compared(name, "=", operand)
            case _:
                raise NotSimple

    def _selected(self) -> Condition:
        self._must("sign", "(")
        name = self._name()
        self._must("sign", ",")
        choice = self._literal()
        self._must("sign", ")")
        return Chosen(name, str(choice))

    def _comparison(self) -> Condition:
        if self._is_literal():
            operand = self._literal()
            sign = _FLIPPED[self._sign()]
            return Compared(self._name(), sign, operand)
        what = ""
        for word in ("count-selected", "string-length"):
            if self._takes("word", word):
                what = f"{word} "
                self._must("sign", "(")
        name = self._name()
        if what:
            self._must("sign", ")")
        sign = self._sign()
        return Compared(name, what + sign, self._literal())

    def _name(self) -> str:
        kind, text = self._next()
        if kind == "ref" or (kind, text) == ("sign", HERE):
            return text
        raise NotSimple

    def _sign(self) -> str:
        kind, text = self._next()
        if kind != "sign" or text not in _FLIPPED:
            raise NotSimple
        return text

    def _is_literal(self) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] in ("text", "number")

    def _literal(self) -> str | Decimal:
        if self._takes("word", "date"):  # date('2026-01-31')
            self._must("sign", "(")
            kind, text = self._next()
            self._must("sign", ")")
        else:
            kind, text = self._next()
        if kind == "number":
            return Decimal(text)
        if kind == "text":
            return text
        raise NotSimple

    def _takes(self, kind: str, text: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == (kind, text):
            self._at += 1
            return True
        return False

    def _must(self, kind: str, text: str) -> None:
        if not self._takes(kind, text):
            raise NotSimple

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise NotSimple
        self._at += 1
        return self._tokens[self._at - 1]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens of a condition: of what kind, and what it says."""
    at, text = 0, text.translate(str.maketrans("‘’“”", "''\"\"")).rstrip()
    for _ in range(_MOST_TOKENS):
        if at == len(text):
            return
        found = _TOKEN.match(text, at)
        if found is None:
            raise NotSimple
        at = found.end()
        if found["ref"]:
            yield "ref", found["name"]
        elif found["text"]:
            yield "text", found["text"][1:-1]
        else:
            kind = found.lastgroup or ""
            yield kind, found[kind].lower() if kind == "word" else found[kind]
    raise NotSimple


def day_of(written: str) -> date | None:
    """Return the day that a text such as 2026-01-31 stands for, but no end of the calendar."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        return None
    return day if date.min < day < date.max else None


def number_of(operand: str | Decimal) -> Decimal | None:
    """Return the number that an operand stands for; forms write some in quotation marks."""
    try:
        number = Decimal(operand)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
