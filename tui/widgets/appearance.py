"""How things look just now: the language, the marks and the colours."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from textual.color import Color
from textual.style import Style
from textual.widget import Widget

from tui.i18n import Phrases
from tui.widgets.marks import Marks

if TYPE_CHECKING:  # the first screen is up before the rules are loaded
    from tui.domain.verdict import Verdict


class Appearance(NamedTuple):
    """What widgets ask for when they draw."""

    phrases: Phrases
    """The interface's words."""
    marks: Marks
    """The interface's signs."""
    colours: Mapping[str, str]
    """The theme's variables."""
    is_monochrome: bool = False
    """Whether there are no colours, so that signs alone have to tell."""

    def foreground(self, name: str, *, bold: bool = False) -> Style:
        """Return the style that writes in the theme's colour `name`."""
        return _style(self.colours.get(name, ""), "", bold)

    def background(self, name: str, *, bold: bool = False, foreground: str = "strong") -> Style:
        """Return the style that writes in one of the theme's colours upon another, `name`."""
        return _style(self.colours.get(foreground, ""), self.colours.get(name, ""), bold)

    def chosen(self, party: str) -> Style:
        """Return the style of what is chosen, in the colour of a party: `left` or `right`."""
        return self.background(f"{party}-wash", bold=True)

    @property
    def plain(self) -> Style:
        """The style of ordinary text."""
        return self.foreground("foreground")

    @property
    def quiet(self) -> Style:
        """The style of what need not be read."""
        return self.foreground("quiet")

    @property
    def strong(self) -> Style:
        """The style of what must be read."""
        return self.foreground("strong", bold=True)

    def verdict_colour(self, verdict: "Verdict") -> str:
        """Return the name of a verdict's colour: its own where the theme has one."""
        return verdict if verdict in self.colours else "quiet"


class HasAppearance(Protocol):
    """An app that knows how things look."""

    appearance: Appearance


def appearance_of(widget: Widget) -> Appearance:
    """Return how things look where `widget` stands."""
    return cast("HasAppearance", widget.app).appearance


@cache
def _style(foreground: str, background: str, bold: bool) -> Style:
    """Return a style; the few that there are are made once."""
    return Style(
        foreground=Color.parse(foreground) if foreground else None,
        background=Color.parse(background) if background else None,
        bold=bold or None,
    )
