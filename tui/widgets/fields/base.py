"""What every field can do: show an answer, take a key or a click, report what the party wants.

A field is a view. It holds the cursor and what is half typed; the answer itself belongs to the
session, and the field only asks for a change. A draft stays when the field is updated with the
answer that it knows already; only another answer takes its place.
"""

import unicodedata
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from textual.style import Style

from tui.domain.message import Message
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.values import Value
from tui.i18n import LANGUAGES, Phrases
from tui.text.cleaning import LONGEST_TEXT
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Row

Q = TypeVar("Q", bound=AnyQuestion)
"""The type of question that a field answers."""


@dataclass(frozen=True, slots=True)
class Given:
    """The person gave this answer; None takes it back."""

    value: Value | None
    remark: Message | None = None
    """What else is to be said, such as what became of the rest of what was pasted."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """The field changed, the answer did not."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed is no answer; the message says why."""

    message: Message


@dataclass(frozen=True, slots=True)
class WantsText:
    """The person wants to write: the screen opens the dialog for texts."""

    text: str = ""
    """What was typed or pasted already, and goes behind what stands there."""


Outcome = Given | Redraw | Refused | WantsText | None
"""What came of a key, a click or a paste; None where the field had no use for it."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a field draws with."""

    appearance: Appearance
    """Colours, marks and words."""
    width: int
    """Cells that a row has."""
    party: str
    """The name of the party's colour: `left` or `right`."""
    active: bool
    """Whether it is this party's turn to type."""

    @property
    def accent(self) -> Style:
        """The style of signs in the party's colour."""
        return self.appearance.foreground(self.party, bold=True)

    @property
    def chosen(self) -> Style:
        """The style of what is chosen."""
        return self.appearance.chosen(self.party)

    def fill(self, *, answered: bool = False, here: bool = False) -> Style:
        """Return the style of a whole line: of an answer, of the line at the cursor, or of others.

        Args:
            answered: Whether the line shows what the party has answered.
            here: Whether the cursor stands in it.
        """
        if answered:
            return self.appearance.background(f"{self.party}-wash")
        return self.appearance.background("panel") if here else self.appearance.plain


class Field(ABC, Generic[Q]):
    """One answer in the making."""

    def __init__(self, question: Q, language: str) -> None:
        self.question = question
        self.language = language
        self.cursor = 0
        self.answer: Value | None = None

    def update(self, value: Value | None) -> None:
        """Show the answer that the session has; what is half typed stays until that changes."""
        if value != self.answer:
            self.answer = value
            self.take_over(value)

    @abstractmethod
    def take_over(self, value: Value | None) -> None:
        """Replace what is there by an answer that came from elsewhere, such as an undo."""

    @abstractmethod
    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the field as lines."""

    @abstractmethod
    def key(self, key: str, character: str | None) -> Outcome:
        """Take a key, and return what came of it; None where the field had no use for it."""

    @abstractmethod
    def click(self, target: str) -> Outcome:
        """Take a click on one of the field's targets, and return what came of it."""

    def paste(self, text: str) -> Outcome:
        """Take a pasted text as if it had been typed, and return what came of it."""
        if len(text) > LONGEST_TEXT:  # a whole file, which would take long to look through
            length, longest = str(len(text)), str(LONGEST_TEXT)
            return Refused(Message("answer.too_long", {"length": length, "longest": longest}))
        return self._paste(text)

    @abstractmethod
    def _paste(self, text: str) -> Outcome:
        """Take a pasted text that is not too long."""

    def advance(self) -> bool:
        """Move to the next part that wants something, as Enter does; return whether there is one.

        There is none where the answer is complete or was not begun, and none behind the last part.
        """
        return False

    def settle(self) -> None:
        """Let the next digit begin a new number, as the person comes to the field anew."""

    @property
    def draft(self) -> str:
        """What is half done, as a line of text; empty where nothing is."""
        return "" if self.unfinished is None else self._written()

    def restore(self, draft: str) -> None:
        """Take a draft up again; one that does not fit the question is passed over."""
        self.take_over(self.answer)
        self._take_up(draft)
        if self.draft.split() != draft.split():
            self.take_over(self.answer)

    def _written(self) -> str:
        """Return what stands in the field as a line of text that `_take_up` understands."""
        return ""

    def _take_up(self, draft: str) -> None:
        """Put what `_written` returned into the field; of anything else, as much as there is."""

    @property
    def cursor_row(self) -> int:
        """The row that must stay in sight."""
        return self.cursor

    @property
    def unfinished(self) -> Message | None:
        """What is still missing from an answer that was begun; None where nothing is."""
        return None

    def give(self, value: Value | None) -> Given:
        """Make `value` the answer; None takes it back, and what is half typed stays."""
        self.answer = value
        return Given(value)

    def offer(self, raw: object) -> Outcome:
        """Make `raw` the answer if it is a valid one, else say why it is not."""
        try:
            return self.give(self.question.read(raw))
        except InvalidAnswer as refused:
            return self.withhold(refused.message)

    def withhold(self, message: Message | None = None) -> Outcome:
        """Say that the draft is no answer; an answer that was given before is taken back."""
        if self.answer is not None:
            return self.give(None)
        return Redraw() if message is None else Refused(message)

    def words(self, canvas: Canvas) -> Phrases:
        """Return the program's words in the party's language, else in the interface's."""
        return _spoken(self.language) or canvas.appearance.phrases


@cache
def _spoken(language: str) -> Phrases | None:
    """Return the words in a language or a variant of it; None where there are none."""
    primary = language.partition("-")[0]
    like = (Phrases(own) for own in LANGUAGES if own.partition("-")[0] == primary)
    return next(like, None)


def narrow(character: str | None) -> str:
    """Return a typed character in its narrow form.

    >>> narrow("３"), narrow("。"), narrow("－"), narrow(None)
    ('3', '.', '-', '')
    """
    return unicodedata.normalize("NFKC", character).replace("。", ".") if character else ""


def no_digit(character: str | None) -> Outcome:
    """Return a word on a letter that is part of no number; None where it may be a command."""
    letter = narrow(character)
    if letter.isascii() or not letter.isalpha():
        return None
    return Refused(Message("field.no_digit", {"typed": letter}))


def step(cursor: int, key: str, rows: int) -> int | None:
    """Return where an arrow key moves the cursor among `rows`; None for another key."""
    match key:
        case "up":
            return max(0, cursor - 1)
        case "down":
            return min(rows - 1, cursor + 1)
        case "home":
            return 0
        case "end":
            return rows - 1
        case _:
            return None


def picked(character: str, rows: int) -> int | None:
    """Return the row that a digit names: 1 is the first, 0 the tenth; None where there is none."""
    if len(character) != 1 or character not in "0123456789":
        return None
    row = (int(character) - 1) % 10
    return row if row < rows else None


def row_key(row: int) -> str:
    """Return the digit that names a row, or a blank beyond the tenth."""
    return str((row + 1) % 10) if row < 10 else " "
