"""How things look just now: the language, the marks and the colours."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from textual.color import Color
from textual.style import Style
from textual.widget import Widget

from tui.i18n import Phrases
from tui.phrasing.marks import Marks

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

    def wash(self, name: str) -> Style:
        """Return the style that lays the wash of a colour under what is there."""
        return _style("", self.colours.get(f"{name}-wash", ""), False)

    @property
    def badge(self) -> Style:
        """The style of a red line: filled, and without colours in reverse video.

        The two colours are therefore given the other way round.
        """
        return _badge(self.colours["red"], self.colours["on-red"])

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

    @property
    def note(self) -> Style:
        """The style of what somebody wrote beside an answer."""
        return self.plain + Style(italic=True)

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


@cache
def _badge(fill: str, ink: str) -> Style:
    """Return the style of a badge; of reverse video, the foreground fills the cells."""
    foreground, background = Color.parse(fill), Color.parse(ink)
    return Style(foreground=foreground, background=background, bold=True, reverse=True)
