"""The two themes, with a colour for each party and each verdict.

The verdicts differ in lightness as well as in hue, for people who see fewer colours. A mark and a
word always accompany the colour.
"""

from collections.abc import Mapping

from textual.theme import Theme

_FILLS = {
    "divergent-fill": "#ff9d8d",
    "hollow-fill": "#f5a3d0",
    "open-fill": "#9db8ff",
    "on-fill": "#101317",
    "on-red": "#ffffff",
}
"""What stands out in either theme: the tiles of what is hard, and the text upon them."""

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7fb4d9",
    foreground="#d5dae0",
    background="#101317",
    surface="#171b1f",
    panel="#20252b",
    variables={
        "primary-wash": "#22384a",
        "left": "#e5a63a",
        "left-wash": "#463a24",
        "right": "#3dbcaa",
        "right-wash": "#1b413f",
        "quiet": "#7d8792",
        "strong": "#ffffff",
        "aligned": "#9ccf9c",
        "aligned-wash": "#1c2a20",
        "partial": "#e0cd6d",
        "partial-wash": "#2e2b1a",
        "divergent": "#ff9d8d",
        "divergent-wash": "#3d1f20",
        "hollow": "#f5a3d0",
        "hollow-wash": "#3b2034",
        "open": "#9db8ff",
        "open-wash": "#1f2538",
        "risk": "#cf9bff",
        **_FILLS,
        "red": "#c8473f",
    },
)
"""The theme for a dark terminal."""

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1c5d8a",
    foreground="#262b31",
    background="#fbfaf7",
    surface="#f1f0ee",
    panel="#e6e5e1",
    variables={
        "primary-wash": "#cfe2ef",
        "left": "#8a5200",
        "left-wash": "#f3dfb8",
        "right": "#00685b",
        "right-wash": "#c3e6df",
        "quiet": "#666d75",
        "strong": "#000000",
        "aligned": "#24663a",
        "aligned-wash": "#ddeedd",
        "partial": "#6f5b00",
        "partial-wash": "#f4ecc4",
        "divergent": "#a8201a",
        "divergent-wash": "#fbddd8",
        "hollow": "#8c1d63",
        "hollow-wash": "#f8dcec",
        "open": "#2b4aa0",
        "open-wash": "#dfe6fa",
        "risk": "#6a27a8",
        **_FILLS,
        "red": "#b3261e",
    },
)
"""The theme for a light terminal."""

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
"""Both themes by name, in the order of the switch."""


def colours(theme: Theme) -> Mapping[str, str]:
    """Return the colours of a theme by the names that widgets use."""
    named = {
        "primary": theme.primary,
        "foreground": theme.foreground,
        "surface": theme.surface,
        "panel": theme.panel,
    }
    return {**{name: colour or "" for name, colour in named.items()}, **theme.variables}
