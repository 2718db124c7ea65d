"""A number while it is being typed, and how numbers are written for reading."""

import re
from decimal import Decimal

from tui.domain.message import Message
from tui.domain.values import number_text

_NUMBER = re.compile(r"-?\d+(?:\.\d*)?")
_DIVIDERS = "、;:/|'’·~_"
"""What people put between two numbers, or between thousands; here it divides nothing."""
_LONGEST = 24
"""Characters that stand at the most where they make no number."""
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def grouped(number: Decimal | int) -> str:
    """Return `number` with its thousands apart.

    >>> grouped(3500000), grouped(Decimal("-1234.50"))
    ('3,500,000', '-1,234.5')
    """
    return _grouped(number_text(number))


def _grouped(digits: str) -> str:
    whole, point, places = digits.partition(".")
    return _GROUP.sub(",", whole) + point + places


class NumberBuffer:
    """The characters of one number.

    A comma only groups thousands: it joins what it divides once three digits stand behind it, and
    until then the number is unfinished, so that 3,5 is never taken for 35 or for 3.5 unseen. What
    else may divide two numbers stays to be seen: 3、5 is no number.
    """

    def __init__(self, minimum: Decimal, maximum: Decimal, decimals: int) -> None:
        greatest = max(abs(minimum), abs(maximum))
        self._signed = minimum < 0
        self._whole = len(f"{int(greatest)}") + 1  # one too many may stand, to be seen
        self._places = decimals + 1
        self.text = ""
        self._settled = True
        self.refused = ""
        """The character that found no place at the last key; empty where all did."""

    @property
    def is_replaced(self) -> bool:
        """Whether the next digit begins a new number in the place of this one."""
        return self._settled and bool(self.text)

    def load(self, number: Decimal | None) -> None:
        """Hold a number that was not typed; the next digit begins another."""
        self.text = "" if number is None else number_text(number)
        self.settle()

    def hold(self, text: str) -> None:
        """Hold these characters as if they had been typed; the next digit begins another number."""
        self.clear()
        for character in text:
            self.type(character)
        self.settle()

    def settle(self) -> None:
        """Let the next digit begin a new number."""
        self._settled = True

    def type(self, character: str) -> bool:
        """Take a digit, the sign, a point, a comma or a divider; return whether it was one."""
        begun = "" if self._settled else self.text
        if len(character) != 1 or character not in f"0123456789.,-{_DIVIDERS * bool(begun)}":
            return False
        if character == "-" and not self._signed:
            return False
        text = self._with(begun, character)
        self.refused = character if text is None else ""
        if text is not None:
            self.text, self._settled = text, False
        return True

    def _with(self, text: str, character: str) -> str | None:
        """Return `text` with one more character; None where there is no place for it."""
        divided = "." in text or "," in text
        if self._is_divided(text + character):
            return text + character if len(text) < _LONGEST else None
        match character:
            case "-":
                return text[1:] if text.startswith("-") else f"-{text}"
            case ".":
                return None if divided else f"{text}." if text.strip("-") else f"{text}0."
            case ",":
                return None if divided else f"{text},"
            case _:
                return self._with_digit(text, character)

    def _with_digit(self, text: str, digit: str) -> str | None:
        head, comma, group = text.partition(",")
        whole, point, places = head.partition(".")
        if comma and not whole.strip("-"):
            return text + digit if len(text) < _LONGEST else None
        if comma:
            return text + digit if len(group) < 2 else head + group + digit
        if point:
            return text + digit if len(places) < self._places else None
        if whole in ("0", "-0"):
            return whole[:-1] + digit
        return text + digit if len(whole.strip("-")) < self._whole else None

    @staticmethod
    def _is_divided(text: str) -> bool:
        return any(divider in text for divider in _DIVIDERS)

    def erase(self) -> None:
        """Take the last character away."""
        self.text, self._settled = self.text[:-1], False

    def clear(self) -> None:
        """Take everything away."""
        self.load(None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.text

    @property
    def number(self) -> Decimal | None:
        """The number, within its bounds or not; None where it is empty or unfinished."""
        return Decimal(self.text) if _NUMBER.fullmatch(self.text) else None

    @property
    def problem(self) -> Message | None:
        """Why what was typed is no number yet; None where it is one, or empty."""
        if self._is_divided(self.text):
            return Message("field.divided", {"typed": self.text})
        if "," in self.text:
            return Message("field.comma")
        if self.text and self.number is None:
            return Message("field.half_number", {"typed": self.text})
        return None

    @property
    def shown(self) -> str:
        """What was typed, its thousands apart."""
        head, comma, group = self.text.partition(",")
        return _grouped(head) + comma + group
