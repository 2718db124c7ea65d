"""A day: typed as people say it, or stepped to."""

from datetime import date, timedelta

from textual.content import Content

from tui.domain.message import Message
from tui.domain.questions import DateQuestion, InvalidAnswer
from tui.domain.values import Value
from tui.text.dates import full_day, months_on, parse_day, told_day
from tui.widgets.fields.base import Canvas, Field, Outcome, Redraw, narrow
from tui.widgets.fields.pasted import lines_of, unused, with_rest
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, Row, wrapped

_LONGEST = 30
"""Characters that a day is said in, at the most."""
_SIGNS = "-/.+,"
"""What may stand in a day beside letters, digits and blanks."""
_STEPS = ("day", "week", "month")


class DateField(Field[DateQuestion]):
    """Letters and digits type, as "5 Dec" or 下周五; arrows step by a day, Up and Down by a week.

    What is typed is kept as it stands while it is no day; the day that was understood stands below.
    """

    def __init__(self, question: DateQuestion, language: str) -> None:
        super().__init__(question, language)
        self._text = ""
        self._is_settled = True
        """Whether the next character begins a new day."""

    def take_over(self, value: Value | None) -> None:
        """Put the session's day in the place of what was typed."""
        self._text = value.isoformat() if isinstance(value, date) else ""
        self._is_settled = True

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return what is typed, the day that it is, what steps to another, and the bounds."""
        appearance, words, day = canvas.appearance, self.words(canvas), self._day
        room = canvas.width - 2
        head = [self._typed_row(canvas)]
        told = words("field.day_how")
        if day is not None:
            told = told_day(day, words.language, date.today())
        style = appearance.quiet if day is None else appearance.foreground("strong")
        head += [Line(1).put(line).row() for line in wrapped(told, room, style)]
        bounds = self._bounds(canvas)
        head += [Line(1).put(line).row() for line in wrapped(bounds, room, appearance.quiet)]
        return [*head, self._steps_row(canvas)]

    def _typed_row(self, canvas: Canvas) -> Row:
        """Return what is typed, with the caret and a sign to clear."""
        here, appearance = canvas.active, canvas.appearance
        if not here:
            self._is_settled = True
        is_refused = self.unfinished is not None
        style = appearance.foreground("divergent", bold=True) if is_refused else appearance.strong
        text = self._text
        if not text and not here:
            text, style = appearance.marks.not_asked, appearance.quiet
        line = Line(1).put(Content.styled(text, style).truncate(canvas.width - 6, ellipsis=True))
        line.add("_" if here and not (self._is_settled and self._text) else " ", canvas.accent)
        if self._text:
            line.to(canvas.width - 3).add(f" {appearance.marks.times} ", appearance.plain, "clear")
        fill = canvas.fill(answered=self._day is not None, here=here)
        return line.row(fill, target="here")

    def _bounds(self, canvas: Canvas) -> str:
        """Return from when to when a day may be, as far as that is bounded."""
        words, question = self.words(canvas), self.question
        first, last = (
            full_day(day, words.language) for day in (question.minimum, question.maximum)
        )
        if question.minimum == date.min:
            return "" if question.maximum == date.max else words("field.day_until", last=last)
        if question.maximum == date.max:
            return words("field.day_from", first=first)
        return words("field.day_between", first=first, last=last)

    def _steps_row(self, canvas: Canvas) -> Row:
        """Return signs to click: a day, a week, a month less or more."""
        marks, words, line = canvas.appearance.marks, self.words(canvas), Line()
        for step in _STEPS:
            line.add(f" {marks.less} ", canvas.accent, f"{step} less")
            line.add(words(f"field.{step}"), canvas.appearance.plain)
            line.add(f" {marks.more} ", canvas.accent, f"{step} more")
        return line.row()

    def key(self, key: str, character: str | None) -> Outcome:
        """Type, erase, or step."""
        match key:
            case "left" | "right":
                return self._step("day", 1 if key == "right" else -1)
            case "up" | "down":
                return self._step("week", 1 if key == "down" else -1)
            case "backspace":
                return self._typed(self._text[:-1])
            case "delete":
                return self._typed("")
        typed = " " if is_space(key) else narrow(character)
        if not typed or not all(each.isalnum() or each in f"{_SIGNS} " for each in typed):
            return None
        begun = "" if self._is_settled else self._text
        return self._typed((begun + typed).lstrip()[:_LONGEST])

    def click(self, target: str) -> Outcome:
        """Step or clear."""
        if target == "here":
            return None
        step, _, way = target.partition(" ")
        return self._step(step, 1 if way == "more" else -1) if way else self._typed("")

    def _paste(self, text: str) -> Outcome:
        """Take the first line that is a day of this question."""
        why, lines = Message("answer.not_day"), lines_of(text)
        for line in lines:
            if (day := _parsed(line)) is None:
                continue
            if (refused := self._why_not(day)) is None:
                self._load(day)
                return with_rest(self._outcome(), 1, len(lines))
            why = refused
        return unused(text, why) if lines else Redraw()

    def settle(self) -> None:
        """Let the next character begin a new day."""
        self._is_settled = True

    def _step(self, step: str, way: int) -> Outcome:
        """Go to another day; from none, to today or the nearest day that may be."""
        first, last, day = self.question.minimum, self.question.maximum, self._day
        day = date.today() if day is None else _beyond(day, step, way)
        self._load(min(max(day, first), last))
        return self._outcome()

    def _load(self, day: date) -> None:
        self._text, self._is_settled = day.isoformat(), True

    def _typed(self, text: str) -> Outcome:
        self._text, self._is_settled = text, False
        return self._outcome()

    def _outcome(self) -> Outcome:
        """Return the day that is typed if it is an answer."""
        if not self._text.strip():
            return self.give(None)
        day = _parsed(self._text)
        if day is None or (why := self._why_not(day)) is not None:
            return self.withhold(None if day is None else why)
        return self.offer(day)

    def _why_not(self, day: date) -> Message | None:
        try:
            self.question.read(day)
        except InvalidAnswer as refused:
            return refused.message
        return None

    @property
    def _day(self) -> date | None:
        """The day that is typed, if it is an answer."""
        day = _parsed(self._text)
        return None if day is None or self._why_not(day) is not None else day

    @property
    def unfinished(self) -> Message | None:
        """Why what was typed is no answer."""
        if not self._text.strip():
            return None
        day = _parsed(self._text)
        if day is None:
            return Message("field.half_day", {"typed": self._text.strip()})
        return self._why_not(day)

    def _written(self) -> str:
        return self._text.strip()

    def _take_up(self, draft: str) -> None:
        self._text, self._is_settled = draft[:_LONGEST], True


def _parsed(text: str) -> date | None:
    """Return the day that a text says, counted from today."""
    try:
        return parse_day(text, date.today())
    except ValueError:
        return None


def _beyond(day: date, step: str, way: int) -> date:
    """Return the day that is a step away; where the calendar ends, the day itself."""
    try:
        match step:
            case "day":
                return day + timedelta(way)
            case "week":
                return day + timedelta(7 * way)
            case _:
                return months_on(day, way)
    except (ValueError, OverflowError):
        return day
