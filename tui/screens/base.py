"""What every screen has: its place among the commands, a bottom line, one door for commands."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui.commands import Place, commands_at, hints_at
from tui.widgets.appearance import Appearance
from tui.widgets.hint_bar import HintBar
from tui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from tui.app import DuiqiApp

Result = TypeVar("Result")

STYLES = Path(__file__).parents[1] / "styles"
"""The style sheets; each is read with the first screen that wants it."""
NARROW = 100
"""Below so many cells columns stack."""
LEAST_WIDTH, LEAST_HEIGHT = 60, 20
"""Below this only a note is shown."""


def bindings_at(place: Place) -> list[BindingType]:
    """Return Textual's bindings for the commands of a place."""
    return [
        Binding(",".join(command.keys), f"command('{command.id}')", command.id, show=False)
        for command in commands_at(place)
    ]


class Commanded(Screen[Result]):
    """Carries out the commands of its place; `do_<id>` is what a command does here."""

    place: ClassVar[Place]
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Who has the focus; Textual would paint the whole screen whenever it moves."""

    @property
    def duiqi(self) -> "DuiqiApp":
        """The app that shows the screen; Textual's `app` knows it as any app."""
        return cast("DuiqiApp", self.app)

    @property
    def appearance(self) -> Appearance:
        """How things look just now."""
        return self.duiqi.appearance

    def refresh_view(self) -> None:
        """Show anew what the widgets hold; a screen whose widgets never change does nothing."""

    def refresh_status(self) -> None:
        """Show anew how the session stands to the disk; a screen without a session does nothing."""

    def action_command(self, command: str) -> None:
        """Carry out a command, wherever it came from: a key, a hint, the help."""
        act = getattr(self, f"do_{command}", None)
        if act is not None:
            act()

    def on_hint_bar_called(self, event: HintBar.Called) -> None:
        """Carry out a command that was clicked in the bottom line."""
        self.action_command(event.command)

    def do_quit(self) -> None:
        """Save and leave the program."""
        self.call_later(self.duiqi.action_quit)

    def do_leave(self) -> None:
        """Go back to where we came from."""
        self.dismiss()


class BaseScreen(Commanded[Result]):
    """A whole screen. `show` fills its widgets; it is called whenever anything changed."""

    def on_resize(self, event: events.Resize) -> None:
        """Fit the layout to the size."""
        self.set_class(event.size.width < NARROW, "-narrow")
        tiny = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(tiny, "-tiny")
        if tiny and not self.query("#too-small"):
            self.mount(PlainText(self.appearance.phrases("base.too_small"), id="too-small"))
        self.call_after_refresh(self.refresh_view)

    def on_screen_resume(self) -> None:
        """Show what may have changed meanwhile."""
        self.call_after_refresh(self.refresh_view)

    def refresh_view(self) -> None:
        """Fill all widgets anew."""
        if self.is_mounted and self.is_current:
            self._update_all()

    def _update_all(self) -> None:
        """Fill the bottom line and the screen's own widgets."""
        self.query_one(HintBar).update(hints_at(self.place))
        self._update_widgets()

    def _update_widgets(self) -> None:
        """Fill the widgets of this screen."""
        raise NotImplementedError

    def do_language(self) -> None:
        """Switch the interface to its next language."""
        self.duiqi.switch_language()

    def do_theme(self) -> None:
        """Switch between dark and light."""
        self.duiqi.switch_theme()

    def do_help(self) -> None:
        """Show all that can be done here."""
        self.duiqi.show_help(self.place)


class Dialog(Commanded[Result], ModalScreen[Result]):
    """A question in the middle of the screen, above the one that asks it."""

    place = Place.DIALOG
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)
