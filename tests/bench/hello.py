"""The measure of the benches: a bare Textual app with Header, Footer and a Label."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Label


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Label("Hello, World!")
        yield Footer()


if __name__ == "__main__":
    Hello().run()
