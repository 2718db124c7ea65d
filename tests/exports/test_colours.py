"""The colours on paper are those of the light theme."""

from tui.domain.verdict import Verdict
from tui.exports.colours import INK, RED, VERDICTS
from tui.themes import LIGHT, colours


def test_the_verdicts_have_the_colours_of_the_light_theme() -> None:
    light = colours(LIGHT)
    for verdict in ("aligned", "partial", "divergent", "hollow", "open"):
        ink, ground = VERDICTS[Verdict(verdict)]
        assert (f"#{ink}".lower(), f"#{ground}".lower()) == (
            light[verdict],
            light[f"{verdict}-wash"],
        )
    assert (f"#{INK}".lower(), f"#{RED}".lower()) == (light["foreground"], light["red"])
    assert VERDICTS.keys() == set(Verdict)
