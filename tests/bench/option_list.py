"""The measure of the keys: a bare Textual app with one OptionList of 60 rows."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Sixty(App[None]):
    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Option {number}" for number in range(60)))


if __name__ == "__main__":
    Sixty().run()
