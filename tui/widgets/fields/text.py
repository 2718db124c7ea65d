"""A text in the party's own words: shown here, written in the dialog for texts."""

from tui.domain.questions import TextQuestion
from tui.domain.values import Value
from tui.widgets.fields.base import Canvas, Field, Outcome, WantsText
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, Row, wrapped


class TextField(Field[TextQuestion]):
    """Any character, a paste or a click asks for the dialog; Delete takes the text back."""

    def take_over(self, value: Value | None) -> None:
        """Draw what the session has: there is no draft here."""

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the text, or an invitation to write, and how much room there is."""
        appearance, words, longest = canvas.appearance, self.words(canvas), self.question.max_length
        room, text = canvas.width - 2, self.answer if isinstance(self.answer, str) else ""
        if text:
            body = wrapped(text, room, appearance.foreground("strong"))
            note = f"{len(text)} / {longest}"
        else:
            body = wrapped(words("field.write"), room, appearance.quiet)
            note = words("field.longest", longest=longest)
        fill = canvas.fill(answered=bool(text), here=canvas.active)
        drawn = [Line(1).put(line).row(fill, target="write") for line in body]
        return [*drawn, Line(1).add(note, appearance.quiet).row(target="write")]

    def _paste(self, text: str) -> Outcome:
        return WantsText(text)

    def paste(self, text: str) -> Outcome:
        """Ask for the dialog, which says itself what is too long."""
        return self._paste(text)

    def key(self, key: str, character: str | None) -> Outcome:
        """Ask for the dialog, or take the text back."""
        if key == "delete":
            return self.give(None)
        if key == "backspace":
            return WantsText()
        if is_space(key):  # it invites to write, and parts words where there are any
            return WantsText(" " if self.answer else "")
        return WantsText(character) if character and character.isprintable() else None

    def click(self, target: str) -> Outcome:  # noqa: ARG002
        """Ask for the dialog."""
        return WantsText()
