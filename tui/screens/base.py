"""The base of every screen: its commands, its bottom line, and how it is brought up to date."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui.commands import Command, Place, commands_at, hints_at, key_name
from tui.domain.message import Message
from tui.i18n import Phrases
from tui.widgets.appearance import Appearance
from tui.widgets.hint_bar import HintBar
from tui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from tui.app import DuiqiApp

Result = TypeVar("Result")

STYLES = Path(__file__).parents[1] / "styles"
"""The style sheets; each is read with the first screen that wants it."""
NARROW = 100
"""The width in cells below which columns stand one above the other."""
LOW = 24
"""The height in cells below which headings and blank lines are left out."""
LEAST_WIDTH, LEAST_HEIGHT = 60, 20
"""The smallest size in cells; in a smaller terminal only a note is shown."""

_BETWEEN_FIELDS = frozenset({"tab", "shift+tab"})
"""Keys by which Textual goes from field to field, where there are several."""


def bindings_at(place: Place) -> list[BindingType]:
    """Return Textual's bindings for the commands of a place."""
    return [
        Binding(",".join(command.keys), f"command('{command.id}')", command.id, show=False)
        for command in commands_at(place)
    ]


class CommandScreen(Screen[Result]):
    """A screen that carries out the commands of its place: `do_<id>` is the command `<id>`."""

    place: ClassVar[Place]
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget with the focus; by Textual's own, every move of it repaints the screen."""
    _banner: PlainText | None = None
    """What says that something is not saved, while that is so."""
    _warned: tuple[str | None, object] | None = None
    """The key that was to be pressed once more, and what that would have lost."""

    @property
    def duiqi(self) -> "DuiqiApp":
        """The app that shows the screen; Textual's `app` knows it as any app."""
        return cast("DuiqiApp", self.app)

    @property
    def appearance(self) -> Appearance:
        """How things look just now."""
        return self.duiqi.appearance

    @property
    def phrases(self) -> Phrases:
        """What the interface says, in its language just now."""
        return self.appearance.phrases

    @property
    def is_for_one_party(self) -> bool:
        """Whether one party looks at it alone."""
        return False

    def refresh_view(self) -> None:
        """Bring all widgets up to date; nothing to do where they never change."""

    def on_screen_resume(self) -> None:
        """Say how saving goes, which may have changed while another screen lay above."""
        self.refresh_status()

    def refresh_status(self) -> None:
        """Say above all else what is not saved, as long as it is not."""
        told = self.duiqi.unsaved_banner
        if told is None:
            if self._banner is not None:
                self._banner.remove()
            self._banner = None
        elif self._banner is None:
            self._banner = PlainText(self.phrases.say(told), classes="unsaved")
            self.mount(self._banner, before=0)
        else:
            self._banner.set_content(self.phrases.say(told))

    def is_typed_ahead(self, event: events.Key) -> bool:  # noqa: ARG002 - for those that override it
        """Return whether a key was pressed before anybody could see this screen, and must not act.

        Elsewhere what is typed ahead is meant, and waits for its screen.
        """
        return False

    def on_key(self, event: events.Key) -> None:
        """Say so where a key does nothing here, which no widget had a use for either."""
        offered = {key for command in commands_at(self.place) for key in command.keys}
        if event.key not in offered and not self._has_own_use(event.key):
            sign = event.character or ""
            is_foreign = sign.isprintable() and not sign.isascii()
            named = sign if is_foreign else key_name(event.key)
            self.tell(Message("base.no_such_key", {"key": named}))

    def _has_own_use(self, key: str) -> bool:
        """Return whether Textual does something on a key: the field at hand, a form that rolls."""
        if key in _BETWEEN_FIELDS:
            return len(self.focus_chain) > 1
        known = self.active_bindings.get(key)
        if known is None:
            return False
        rolls = known.binding.action.startswith(("scroll_", "page_"))
        return not rolls or (isinstance(known.node, Widget) and known.node.max_scroll_y > 0)

    def tell(self, message: Message) -> None:
        """Say why a key did nothing; to be overridden where there is a place for it."""

    def forget_told(self) -> None:
        """Take back what `tell` said in the place of something else, as another thing is done."""

    def action_command(self, command: str) -> None:
        """Carry out a command, wherever it came from: a key, a hint, the help."""
        getattr(self, f"do_{command}")()

    def on_hint_bar_called(self, event: HintBar.Called) -> None:
        """Carry out a command that was clicked in the bottom line."""
        self.action_command(event.command)

    @property
    def has_unkept(self) -> bool:
        """Whether something is half typed that is on no disk."""
        return False

    def holds_back(self) -> bool:
        """Return whether something half typed would be lost by leaving now; if so, say it.

        Who asks once more has been told.
        """
        return False

    def must_warn(self, losing: object) -> bool:
        """Return whether it must be said first what the last key would lose.

        Whoever presses the same key again with the same at stake has been told.

        Args:
            losing: What would be lost.
        """
        asked = self.duiqi.last_key, losing
        is_told, self._warned = self._warned == asked, asked
        return not is_told

    @property
    def last_key(self) -> str:
        """What was pressed last, in words."""
        key = self.duiqi.last_key
        return self.phrases("base.mouse") if key is None else key_name(key)

    @property
    def refused(self) -> frozenset[str]:
        """The ids of commands and keys of this place that do nothing on what is shown here."""
        return frozenset()

    def do_quit(self) -> None:
        """Save and leave the program."""
        self.call_later(self.duiqi.action_quit)

    def do_help(self) -> None:
        """Show all that can be done here."""
        self.duiqi.show_help(self.place, refused=self.refused)

    def do_blank(self) -> None:
        """Cover the screen at once."""
        from tui.screens.handover import BlankScreen  # noqa: PLC0415 - the first screen needs none

        self.app.push_screen(BlankScreen())

    def do_leave(self) -> None:
        """Go back to where we came from."""
        self.dismiss()


class BaseScreen(CommandScreen[Result]):
    """A whole screen with a bottom line; a subclass fills its own widgets in `_update_widgets`."""

    def tell(self, message: Message) -> None:
        """Say something in the bottom line, until something is done."""
        self.query_one(HintBar).tell(self.phrases.say(message))

    def forget_told(self) -> None:
        """Name the commands again in the bottom line."""
        if self.is_mounted:
            self.query_one(HintBar).update(self.hints)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the layout to the size."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.set_class(event.size.height < LOW, "-low")
        tiny = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(tiny, "-tiny")
        if tiny and not self.query("#too-small"):
            self.mount(PlainText(self.phrases("base.too_small"), id="too-small"))
        self.call_after_refresh(self.refresh_view)

    def on_screen_resume(self) -> None:
        """Show what may have changed while another screen lay above."""
        self.call_after_refresh(self.refresh_view)

    def refresh_view(self) -> None:
        """Bring all widgets up to date, while this is the screen that is shown."""
        if self.is_mounted and self.is_current:
            self._update_all()

    def _update_all(self) -> None:
        """Update the bottom line and the screen's own widgets."""
        self.update_hints()
        self._update_widgets()

    def update_hints(self) -> None:
        """Name the commands, unless something is told there: that stays until a thing is done."""
        bar = self.query_one(HintBar)
        if not bar.is_telling:
            bar.update(self.hints)

    @property
    def hints(self) -> tuple[Command, ...]:
        """What the bottom line names."""
        return tuple(each for each in hints_at(self.place) if each.id not in self.refused)

    def _update_widgets(self) -> None:
        """Update the screen's own widgets."""
        raise NotImplementedError

    def do_language(self) -> None:
        """Switch the interface to its next language."""
        self.duiqi.switch_language()

    def do_theme(self) -> None:
        """Switch between dark and light."""
        self.duiqi.switch_theme()


class Dialog(CommandScreen[Result], ModalScreen[Result]):
    """A question in the middle of the screen, above the one that asks it."""

    place = Place.DIALOG
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def tell(self, message: Message) -> None:
        """Say something where the dialog tells what is wrong."""
        for line in self.query("#trouble").results(PlainText):
            line.set_content(self.phrases.say(message))
