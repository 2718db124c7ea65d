"""Each field by keyboard alone and by mouse alone, its drafts, and its lines at every width."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from rich.cells import cell_len

from tui.domain.localized_text import LocalizedText
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    DateQuestion,
    Kind,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.values import Allocation, Range, Value
from tui.i18n import Phrases
from tui.phrasing.marks import ASCII, UNICODE, Marks
from tui.text.dates import full_day, months_on
from tui.themes import DARK
from tui.widgets.appearance import Appearance
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

T = TypeVar("T", bound=AnyQuestion)

HOSTILE = "[/red] [@click=app.quit]退出[/] 由品牌方逐项书面批准之后方可执行 {amount}"
"""A label that would be code where text is code, and that is wide."""


def both(text: str) -> LocalizedText:
    return LocalizedText({"zh-CN": text, "en": text})


def offered(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{n}", both(label)) for n, label in enumerate(labels, 1))


def put(kind: type[T], name: Kind, **own: Any) -> T:
    return kind(id="q", kind=name, area="a", text=both("?"), **own)


def multi(*labels: str, **own: Any) -> MultiQuestion:
    return put(MultiQuestion, Kind.MULTI, choices=offered(*labels or "ABCD"), **own)


def scale(minimum: int = 1, maximum: int = 5, **own: Any) -> ScaleQuestion:
    return put(ScaleQuestion, Kind.SCALE, minimum=minimum, maximum=maximum, **own)


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


def ranking(*labels: str, **own: Any) -> RankingQuestion:
    return put(RankingQuestion, Kind.RANKING, choices=offered(*labels or "ABCD"), **own)


def text(longest: int = 400) -> TextQuestion:
    return put(TextQuestion, Kind.TEXT, max_length=longest)


def choice(*labels: str, **own: Any) -> ChoiceQuestion:
    return put(ChoiceQuestion, Kind.CHOICE, choices=offered(*labels or "ABCD"), **own)


def canvas(width: int = 60, marks: Marks = UNICODE, active: bool = True) -> Canvas:
    colours = {**DARK.variables, "foreground": str(DARK.foreground), "panel": str(DARK.panel)}
    return Canvas(Appearance(Phrases("en"), marks, colours), width, "left", active)


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
        self.field.update(self.held)
        self.field.rows(canvas())
        return self

    def press(self, *keys: str) -> "Column":
        """Press keys: one character as it is typed, or the name of a key."""
        for key in keys:
            self._took(
                self.field.key("space" if key == " " else key, key if len(key) == 1 else None)
            )
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
        self.field.update(value)
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
    (scale(0, 100), ["3", "5", "right"], ["at:20:51"], 40),
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
        ["1", "0", "down", "2", "5", "+"],
        ["0 here", "at:5:51", "at:12:51", "more"],
        Range(Decimal(10), Decimal(26)),
    ),
    (
        allocation(),
        [*"30", "down", *"40", "down", "="],
        [*["0 more"] * 30, *["1 more"] * 40, "2 here", "rest"],
        shares(30, 40, 30),
    ),
    (ranking(), ["2", "4", "1"], ["1", "3", "0"], ("c2", "c4", "c1", "c3")),
]


@pytest.mark.parametrize(("question", "keys", "clicks", "value"), ANSWERS)
def test_each_type_is_answered_by_keyboard_alone_and_by_mouse_alone(
    question: AnyQuestion, keys: list[str], clicks: list[str], value: Value
) -> None:
    assert Column(question).press(*keys).held == value
    assert Column(question).click(*clicks).held == value


@pytest.mark.parametrize(("question", "keys", "clicks", "value"), ANSWERS)
def test_an_answer_from_elsewhere_is_taken_over_and_can_be_taken_back(
    question: AnyQuestion, keys: list[str], clicks: list[str], value: Value
) -> None:
    empty = Column(question).drawn
    column = Column(question).press(*keys)
    assert column.set(None).unfinished is None
    column.field.cursor = 0
    assert column.drawn == empty
    assert Column(question).set(value).drawn != empty
    taken = Column(question).set(value)
    for _ in range(4):  # a row each, where rows are cleared one by one
        taken.press("delete", "down")
    assert taken.held is None


def test_a_text_is_asked_for_by_key_and_by_click_and_deleted() -> None:
    column = Column(text())
    for key in ("写", "ｘ", "h"):
        assert column.press(key).outcome == WantsText(key)
    for key in (" ", "backspace"):
        assert column.press(key).outcome == WantsText()
    assert column.click("write").outcome == WantsText()
    assert column.press("up").outcome is None
    assert column.set("[/red] 甲乙").press("delete").held is None
    assert "at most 400 characters" in column.drawn
    assert "6 / 400" in column.set("[/red]").drawn


# Choices.


def test_the_cursor_of_a_choice_moves_on_from_the_answer() -> None:
    column = Column(choice()).press("2", "down")
    assert column.field.cursor == 2
    assert column.press(" ").held == "c3"
    assert column.press("０").held == "c3"
    assert column.press("１").held == "c1"


def test_an_exclusive_choice_and_the_others_push_each_other_out() -> None:
    column = Column(multi(exclusive=frozenset({"c4"}))).press("3", "1")
    assert column.held == ("c1", "c3")
    assert column.press("4").held == ("c4",)
    assert column.press("２").held == ("c2",)
    assert column.press("2").outcome == Given(None)


# Scales.


def test_a_level_follows_upon_another_and_arrows_move_it() -> None:
    column = Column(scale()).type("35")
    assert column.held == 5
    assert column.press("left", "left").held == 3
    assert column.press("end").held == 5
    assert column.press("home").held == 1
    assert column.press("backspace").held is None
    assert column.press("7").outcome == Refused(column.field.unfinished or pytest.fail())


def test_a_slip_takes_no_level_away() -> None:
    column = Column(scale()).press("2")
    assert isinstance(column.press("7").outcome, Refused)
    assert column.held == 2
    assert column.press("4").held == 4


@pytest.mark.parametrize(("low", "high", "typed", "level"), [
    (1, 10, "0", 10), (1, 10, "10", 10), (1, 10, "30", 10), (0, 10, "0", 0), (0, 10, "10", 10),
    (-5, 5, "-3", -3), (-5, 5, "－３", -3), (0, 100, "75", 75), (10, 50, "42", 42),
])  # fmt: skip
def test_levels_of_more_than_a_digit_are_typed(low: int, high: int, typed: str, level: int) -> None:
    assert Column(scale(low, high)).type(typed).held == level


def test_what_the_ends_of_a_scale_mean_stands_below_them_or_in_lines_of_its_own() -> None:
    question = scale(low=both("短"), high=both("long"))
    assert Column(question).drawn.splitlines()[-1].split() == ["短", "long"]
    worded = scale(low=both("短"), high=both("a very long meaning of the level that is highest"))
    assert Column(worded).drawn.splitlines()[-2:][0].split() == ["1", "短"]


MEANT = tuple(map(both, ("never", "now and then, when there is a reason to", HOSTILE, "always")))


def test_each_level_with_a_meaning_has_a_row_of_its_own() -> None:
    column = Column(scale(1, 4, low=MEANT[0], high=MEANT[-1], levels=MEANT))
    rows = [line.split()[:3] for line in column.drawn.splitlines()]
    assert rows[:2] == [["1", "○", "never"], ["2", "○", "now"]]
    assert column.press("down").held == 1
    assert column.press("down", "down").held == 3
    assert column.press("up").held == 2
    assert column.press("4").held == 4
    assert column.field.cursor_row == len(rows) - 1
    assert column.click("level=2").held == 2
    assert column._took(column.field.paste("ALWAYS")).held == 4
    assert column._took(column.field.paste("3")).held == 3
    assert column.press("delete").held is None


def test_no_more_are_ticked_than_may_be() -> None:
    column = Column(multi(most=2, exclusive=frozenset({"c4"}))).press("1", "3")
    assert column.drawn.splitlines()[0].strip() == "At most 2; 2 chosen"
    refused = column.press("2").outcome
    assert isinstance(refused, Refused)
    assert refused.message.key == "field.most_reached"
    assert column.held == ("c1", "c3")
    assert column.press("1", "2").held == ("c2", "c3")
    assert column.press("4").held == ("c4",)
    pasted = Column(multi(most=2))._took(Column(multi(most=2)).field.paste("A, B, C"))
    assert pasted.held == ("c1", "c2")
    assert isinstance(pasted.outcome, Given)
    assert pasted.outcome.remark is not None


def test_words_of_ones_own_are_typed_in_the_last_row() -> None:
    column = Column(choice("A", "B", other=True)).press("3")
    assert column.held is None
    assert "Other: _" in column.drawn
    assert column.type("by Unit 3, 快递").held == "other: by Unit 3, 快递"
    assert column.press("backspace").held == "other: by Unit 3, 快"
    assert column.press("up", "1").held == "c1"
    assert column.press("3").held == "other: by Unit 3, 快"
    assert column.press("delete").held is None
    assert "Unit" not in column.drawn
    assert column.press("1").held == "c1"
    column = Column(choice("A", "B", other=True)).click("2")
    assert column._took(column.field.paste("a courier")).held == "other: a courier"
    assert column.set("other: by train").drawn.count("by train") == 1
    assert column.set(None).drawn.count("by train") == 0


def test_words_of_ones_own_are_ticked_beside_others_and_unticked() -> None:
    column = Column(multi("A", "B", other=True, exclusive=frozenset({"c2"}))).press("1", "3")
    assert column.type("xy").held == ("c1", "other: xy")
    assert column.click("2").held == ("c1",)
    assert column.click("2").held == ("c1", "other: xy")
    assert column.press("up", "2").held == ("c2",)
    assert column.press("3").held == ("other: xy",)
    assert column.press("backspace", "backspace").held is None
    full = Column(multi("A", "B", other=True, most=1)).press("1", "down", "down", "x")
    assert isinstance(full.outcome, Refused)
    assert full.held == ("c1",)


# Days.


def day(**own: Any) -> DateQuestion:
    return put(DateQuestion, Kind.DATE, **own)


TODAY = date.today()


@pytest.mark.parametrize(
    ("typed", "ahead"),
    [("today", 0), ("明天", 1), ("+2w", 14), ("３天后", 3), ("in 5 days", 5), ("5 days ago", -5)],
)
def test_a_day_is_typed_as_people_say_it(typed: str, ahead: int) -> None:
    column = Column(day()).type(typed)
    assert column.held == TODAY + timedelta(ahead)
    assert full_day(TODAY + timedelta(ahead), "en") in column.drawn


def test_what_is_no_day_yet_stays_and_is_no_answer() -> None:
    column = Column(day()).type("5 de")
    assert (column.held, column.unfinished) == (None, "field.half_day")
    assert column.field.draft == "5 de"
    assert column.press("c").held == date(TODAY.year + ((TODAY.month, TODAY.day) > (12, 5)), 12, 5)
    assert column.press("backspace").held is None
    assert column.press("delete").unfinished is None
    again = Column(day())
    again.field.restore("5 de")
    assert again.unfinished == "field.half_day"
    assert again.press("m").unfinished == "field.half_day"
    assert Column(day()).press("question_mark").outcome is None


def test_arrows_and_signs_step_from_today_and_stay_within_the_bounds() -> None:
    column = Column(day(minimum=TODAY - timedelta(2), maximum=TODAY + timedelta(40)))
    assert column.press("right").held == TODAY
    assert column.press("right", "down").held == TODAY + timedelta(8)
    assert column.press("up", "up", "up").held == TODAY - timedelta(2)
    assert column.click("day more").held == TODAY - timedelta(1)
    assert column.click("month more").held == months_on(TODAY - timedelta(1), 1)
    assert column.click("month more", "week more").held == TODAY + timedelta(40)
    assert column.click("clear").held is None
    assert isinstance(column.type("+9w").outcome, Refused)
    assert column.unfinished == "answer.day_too_late"
    bounds = column.drawn
    assert full_day(TODAY + timedelta(40), "en") in bounds


def test_the_first_line_that_is_a_day_is_pasted() -> None:
    column = Column(day())._took(Column(day()).field.paste("opening\n2026年12月5日\n2027-01-01"))
    assert column.held == date(2026, 12, 5)
    assert isinstance(Column(day()).field.paste("soon"), Refused)


def test_a_day_of_the_session_is_replaced_by_the_next_one_typed() -> None:
    column = Column(day()).set(date(2026, 12, 5))
    assert "2026-12-05" in column.drawn
    assert column.type("明天").held == TODAY + timedelta(1)
    assert column.press("left").held == TODAY


# Numbers.


def test_each_admissible_number_is_given_as_it_is_typed_and_no_stale_one_stays() -> None:
    column = Column(number(10, 100))
    assert isinstance(column.press("3").outcome, Refused)
    assert column.press("5").outcome == Given(Decimal(35))
    assert column.press("0").outcome == Given(None)
    assert (column.unfinished, "350" in column.drawn) == ("answer.out_of_bounds", True)
    assert column.press("backspace").held == 35
    assert column.press("delete").held is None


def test_the_bounds_and_the_places_are_kept() -> None:
    column = Column(number(decimals=1)).type("２。５")
    assert column.held == Decimal("2.5")
    assert column.press("5").unfinished == "answer.too_many_decimals"
    assert Column(number()).type("2.5").unfinished == "answer.too_many_decimals"
    assert Column(number(-10, 10)).type("-").unfinished == "field.half_number"
    assert Column(number(-10, 10)).type("－7").held == -7


def test_a_comma_groups_thousands_and_nothing_else() -> None:
    column = Column(number(0, 10_000_000)).type("3,5")
    assert (column.held, column.unfinished) == (None, "field.comma")
    assert column.type("00，000").held == 3_500_000
    assert "3,500,000_" in column.drawn


def test_arrows_take_long_steps_and_signs_short_ones() -> None:
    column = Column(number()).type("37")
    assert column.press("right").held == 40
    assert column.press("left", "left").held == 30
    assert column.press("+").held == 31
    assert column.press("-", "－").held == 29


def test_a_number_from_elsewhere_is_replaced_by_typing_and_one_just_typed_goes_on() -> None:
    column = Column(number()).set(Decimal(35)).press("4")
    assert column.held == 4
    assert column.press("2").held == 42
    column.field.rows(canvas(active=False))
    assert column.press("7").held == 7


def test_a_number_is_cleared_by_mouse() -> None:
    assert Column(number()).type("35").click("clear").outcome == Given(None)


def test_a_draft_outlives_redraws_and_yields_to_undo() -> None:
    column = Column(number(10, 100)).type("350")
    column.field.update(None)
    assert "350" in column.drawn
    assert "35 " in column.set(Decimal(35)).drawn
    assert column.unfinished is None


def test_an_answer_that_the_session_does_not_take_is_not_shown() -> None:
    column = Column(number()).set(Decimal(35))
    column.field.key("4", "4")
    column.field.update(Decimal(35))
    assert "35 " in column.drawn


def test_numbers_are_grouped_for_reading() -> None:
    buffer = NumberBuffer(Decimal(-10_000), Decimal(10_000), 2)
    for character in "-1234.50":
        buffer.type(character)
    assert (buffer.shown, buffer.number) == ("-1,234.50", Decimal("-1234.5"))
    assert grouped(Decimal(999)) == "999"


@pytest.mark.parametrize("by_ratio", [False, True])
@pytest.mark.parametrize(("low", "high"), [(0, 100), (1, 24), (0, 10_000_000), (500, 90_000)])
def test_a_track_runs_from_bound_to_bound_and_never_back(
    low: int, high: int, by_ratio: bool
) -> None:
    track = Track(Decimal(low), Decimal(high), by_ratio=by_ratio)
    numbers = [track.at(cell, 40) for cell in range(40)]
    assert numbers == sorted(numbers)
    assert [numbers[0], numbers[-1]] == [Decimal(low), Decimal(high)]
    assert [track.cell(n, 40) for n in (track.minimum, track.maximum)] == [0, 39]
    for start in numbers:
        assert track.beyond(start, 1) > start or start == high
        assert track.beyond(start, -1) < start or start == low


# Ranges.


def test_a_range_says_which_end_is_missing_or_reversed() -> None:
    column = Column(ranged()).type("40")
    assert (column.held, column.unfinished) == (None, "field.missing_high")
    assert column.press("down", "3").unfinished == "answer.reversed_range"
    assert column.press("0").outcome == Redraw()
    assert column.press("delete").type("60").held == Range(Decimal(40), Decimal(60))
    assert column.press("backspace", "backspace").unfinished == "field.missing_high"
    assert column.held is None
    assert column.press("up", "delete").unfinished is None


def test_a_click_on_the_track_moves_the_nearer_end() -> None:
    column = Column(ranged()).set(Range(Decimal(20), Decimal(80)))
    assert column.click("at:15:51").held == Range(Decimal(30), Decimal(80))
    assert column.click("at:45:51").held == Range(Decimal(30), Decimal(90))


# Allocations.


def test_an_allocation_is_given_once_it_sums_up_and_is_never_stale() -> None:
    column = Column(allocation()).type("100")
    assert column.held == shares(100, 0, 0)
    assert column.press("left").outcome == Given(None)
    assert column.field.unfinished is not None
    assert (column.unfinished, column.field.unfinished.values) == (
        "field.left_over",
        {"amount": "5"},
    )
    assert column.press("down", "=").held == shares(95, 5, 0)
    assert column.press("right").unfinished == "field.over"
    assert column.press("up", "＝").held == shares(90, 10, 0)


def test_shares_are_kept_as_a_draft_until_the_answer_changes_elsewhere() -> None:
    column = Column(allocation()).type("30").press("down").type("33.5")
    assert column.set(None).unfinished == "field.left_over"
    assert "33.5_" in column.drawn
    assert column.set(shares(50, 50, 0)).unfinished is None
    assert column.set(None).unfinished is None


def test_a_bar_is_clicked() -> None:
    column = Column(allocation())
    cells = [t.what for r in column.field.rows(canvas()) for t in r.targets if "1 at:" in t.what]
    assert column.click(cells[-1]).held == shares(0, 100, 0)
    assert column.click(cells[0]).held is None
    assert column.click("rest").held == shares(0, 100, 0)


# Rankings.


def test_a_rank_is_taken_away_and_the_gap_closes() -> None:
    column = Column(ranking()).press("2", "4", "1")
    assert column.press("4").outcome == Given(None)
    assert column.unfinished == "field.ranking_left"
    assert column.press("４").held == ("c2", "c1", "c3", "c4")
    assert column.press("backspace", "backspace").held is None
    assert column.drawn.count("#") == 2
    assert column.press("delete").unfinished is None


def test_who_ranks_the_last_one_by_hand_too_takes_nothing_away() -> None:
    column = Column(ranking()).press("2", "4", "1")
    assert column.press("3").held == ("c2", "c4", "c1", "c3")


def test_where_only_the_first_are_ranked_the_field_says_so_and_stops_there() -> None:
    column = Column(ranking(first=2)).press("3")
    assert column.drawn.splitlines()[0].strip() == "Rank the first 2; 1 ranked"
    assert (column.held, column.unfinished) == (None, "field.ranking_left")
    assert column.press("1").held == ("c3", "c1")
    assert column.unfinished is None
    refused = column.press("2").outcome
    assert isinstance(refused, Refused)
    assert refused.message.key == "field.first_reached"
    assert column.held == ("c3", "c1")
    assert column.click("0 up").held == ("c1", "c3")
    assert column.press("1", "2").held == ("c3", "c2")
    assert column.field.advance() is False
    assert Column(ranking(first=1)).press("2").held == ("c2",)


def test_a_ranked_item_moves_and_its_row_does_not() -> None:
    column = Column(ranking()).set(("c1", "c2", "c3", "c4"))
    assert column.press("shift+down").held == ("c2", "c1", "c3", "c4")
    assert column.field.cursor == 0
    assert column.press("shift+up", "shift+up").held == ("c1", "c2", "c3", "c4")
    assert column.click("3 up").held == ("c1", "c2", "c4", "c3")
    assert Column(ranking()).press("shift+up").outcome is None


# Lines.


def every_field() -> Iterable[Field[Any]]:
    """Return each type with hostile and wide texts, untouched and begun."""
    unit, twelve = both("万元/月（含税）"), [HOSTILE] * 12
    for language in ("zh-CN", "en", "fr"):
        for question in (
            choice(*twelve),
            multi(*twelve),
            ranking(*twelve),
            allocation(*twelve, unit=both("%")),
            allocation("流量采买", "内容", total=Decimal(1_000_000), unit=unit),
            scale(low=both(HOSTILE), high=both("高")),
            multi(*twelve, most=2),
            ranking(*twelve, first=3),
            choice(*twelve, other=True),
            multi("A", other=True, most=1),
            scale(-10, 10),
            scale(8, 11, levels=MEANT),
            scale(0, 100, low=both(HOSTILE)),
            number(-100, 100, decimals=2, unit=both("%")),
            number(0, 999_999_999_999, unit=both(HOSTILE), ratio=Decimal(8)),
            ranged(0, 10_000_000, unit=unit),
            day(),
            day(minimum=date(1999, 12, 30), maximum=date(2999, 12, 30)),
            text(),
        ):
            yield field_for(question, language)
            begun = field_for(question, language)
            for key in ("5", "1", "down", "9"):
                begun.key(key, key if len(key) == 1 else None)
            yield begun
        written = field_for(text(), language)
        written.update(f"{HOSTILE}\n\n{'龘' * 90}")
        yield written


@pytest.mark.parametrize("marks", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [30, 38, 75])
def test_no_line_is_wider_than_the_column_and_no_target_lies_outside_it(
    width: int, marks: Marks
) -> None:
    for field in every_field():
        for active in (True, False):
            rows = field.rows(canvas(width, marks, active))
            for row in rows:
                assert cell_len(row.content.plain) <= width, row.content.plain
                assert all(t.start < width for t in row.targets if row.content.plain.strip())
            assert 0 <= field.cursor_row < len(rows)


def test_labels_are_literal() -> None:
    for question in (choice(HOSTILE, "B"), multi(HOSTILE, "B"), ranking(HOSTILE, "B", "C")):
        assert "[/red] [@click=app.quit]" in Column(question).drawn
    assert "[/red]" in Column(allocation(HOSTILE, "B")).drawn
    assert "[/red]" in Column(scale(low=both(HOSTILE))).drawn
    assert "[/red]" in Column(number(unit=both("[/red]"))).drawn


def test_lines_do_not_jump_when_an_answer_is_given_or_the_side_changes() -> None:
    for question, keys, _, _ in ANSWERS:
        column = Column(question)
        before = len(column.drawn.splitlines())
        column.press(*keys)
        assert len(column.drawn.splitlines()) == before
        away = column.field.rows(canvas(active=False))
        assert len(away) == before


def test_a_field_speaks_its_partys_language_or_else_the_interfaces() -> None:
    words = [Column(ranged(), language).drawn for language in ("zh-TW", "en-GB", "fr")]
    assert ["下限" in words[0], "From" in words[1], "From" in words[2]] == [True] * 3
