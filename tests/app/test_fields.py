"""Each field by keyboard alone and by mouse alone, its drafts, and its lines at every width."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from rich.cells import cell_len

from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    Kind,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.text import Translated
from tui.domain.values import Allocation, Range, Value
from tui.i18n import Phrases
from tui.themes import DARK
from tui.widgets.fields import (
    Canvas,
    Field,
    Given,
    Outcome,
    Redraw,
    Refused,
    WantsText,
    field_for,
)
from tui.widgets.fields.digits import NumberBuffer, grouped
from tui.widgets.fields.track import Track
from tui.widgets.look import Look
from tui.widgets.marks import ASCII, UNICODE, Marks

HOSTILE = "[/red] [@click=app.quit]退出[/] 由品牌方逐项书面批准之后方可执行 {amount}"
"""A label that would be code where text is code, and that is wide."""


def both(text: str) -> Translated:
    return Translated({"zh-CN": text, "en": text})


def offered(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{n}", both(label)) for n, label in enumerate(labels, 1))


def put(kind: type[Any], name: Kind, **own: Any) -> Any:
    return kind(id="q", kind=name, area="a", text=both("?"), **own)


def multi(*labels: str, **own: Any) -> MultiQuestion:
    return put(MultiQuestion, Kind.MULTI, choices=offered(*labels or "ABCD"), **own)  # type: ignore[no-any-return]


def scale(low: int = 1, high: int = 5, **own: Any) -> ScaleQuestion:
    return put(ScaleQuestion, Kind.SCALE, minimum=low, maximum=high, **own)


def measure(low: int, high: int, **own: Any) -> Measure:
    minimum, maximum, one = Decimal(low), Decimal(high), Decimal(1)
    span = maximum - minimum
    return Measure(minimum=minimum, maximum=maximum, span=span, tolerance=one, near=one, **own)


def number(low: int = 0, high: int = 100, **own: Any) -> NumberQuestion:
    return put(NumberQuestion, Kind.NUMBER, measure=measure(low, high, **own))


def ranged(low: int = 0, high: int = 100, **own: Any) -> RangeQuestion:
    return put(RangeQuestion, Kind.RANGE, measure=measure(low, high, **own))


def allocation(*labels: str, **own: Any) -> AllocationQuestion:
    return put(AllocationQuestion, Kind.ALLOCATION, choices=offered(*labels or "ABC"), **own)


def ranking(*labels: str) -> RankingQuestion:
    return put(RankingQuestion, Kind.RANKING, choices=offered(*labels or "ABCD"))


def text(longest: int = 400) -> TextQuestion:
    return put(TextQuestion, Kind.TEXT, max_length=longest)


def choice(*labels: str) -> ChoiceQuestion:
    return put(ChoiceQuestion, Kind.CHOICE, choices=offered(*labels or "ABCD"))


def canvas(width: int = 60, marks: Marks = UNICODE, active: bool = True) -> Canvas:
    colours = {**DARK.variables, "foreground": str(DARK.foreground), "panel": str(DARK.panel)}
    return Canvas(Look(Phrases("en"), marks, colours), width, "left", active)


class Column:
    """A field with its session: what is given is held and shown again, as the real column does."""

    def __init__(self, question: AnyQuestion, language: str = "en") -> None:
        self.field: Field[Any] = field_for(question, language)
        self.held: Value | None = None
        self.outcome: Outcome = None

    def _took(self, outcome: Outcome) -> "Column":
        self.outcome = outcome
        if isinstance(outcome, Given):
            self.held = outcome.value
        self.field.show(self.held)
        self.field.rows(canvas())
        return self

    def press(self, *keys: str) -> "Column":
        """Press keys: one character as it is typed, or the name of a key."""
        for key in keys:
            self._took(self.field.key("space" if key == " " else key, key if len(key) == 1 else None))
        return self

    def type(self, typed: str) -> "Column":
        return self.press(*typed)

    def click(self, *targets: str, width: int = 60) -> "Column":
        """Click where a drawn line has the target."""
        for target in targets:
            whats = {t.what for row in self.field.rows(canvas(width)) for t in row.targets}
            assert target in whats, f"{target} is nowhere among {sorted(whats)}"
            self._took(self.field.click(target))
        return self

    def set(self, value: Value | None) -> "Column":
        """Change the answer from outside: undo, redo, a jump."""
        self.held = value
        self.field.show(value)
        return self

    @property
    def unfinished(self) -> str | None:
        message = self.field.unfinished
        return None if message is None else message.key

    @property
    def drawn(self) -> str:
        return "\n".join(row.content.plain for row in self.field.rows(canvas()))


def shares(*numbers: int) -> Allocation:
    return Allocation({f"c{n}": Decimal(share) for n, share in enumerate(numbers, 1)})


# Each type by keyboard alone and by mouse alone.

ANSWERS: list[tuple[AnyQuestion, list[str], list[str], Value]] = [
    (choice(), ["down", " "], ["1"], "c2"),
    (multi(), ["1", "3"], ["2", "0"], ("c1", "c3")),
    (scale(), ["4"], ["level=4"], 4),
    (scale(0, 100), ["3", "5", "right"], ["at:0:51", *["more"] * 40], 40),
    (scale(-5, 5), ["-", "2"], ["level=-2"], -2),
    (number(), ["3", "7"], ["at:17:51", *["more"] * 2], Decimal(37)),
    (
        number(0, 10_000_000, ratio=Decimal(8)),
        [*"3500000"],
        [f"type:{sign}" for sign in "3500000"],
        Decimal(3_500_000),
    ),
    (
        ranged(),
        ["1", "0", "down", "2", "5"],
        ["0 here", "at:5:51", "at:12:51", "more"],
        Range(Decimal(10), Decimal(26)),
    ),
    (allocation(), [*"30", "down", *"40", "down", "="], ["0 at:0:24"], shares(30, 40, 30)),
    (ranking(), ["2", "4", "1"], ["1", "3", "0"], ("c2", "c4", "c1", "c3")),
]
