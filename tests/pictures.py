"""Draws the pictures of the README from the real app on the worked example.

Run `python -m tests.pictures` after a change that is seen; a test fails while they are stale.
"""

import asyncio
import html
import os
import re
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from tui.app import DuiqiApp, Wishes
from tui.i18n import Language
from tui.storage.paths import DataFolder
from tui.themes import DARK, LIGHT

FOLDER = Path(__file__).parent.parent / "screenshots"
WIDE, SMALL = (120, 36), (80, 24)

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to do: workers, callbacks, saving, drawing."""
    await pilot.app.workers.wait_for_complete()
    app = pilot.app
    if isinstance(app, DuiqiApp) and app.workspace is not None:
        app.workspace.flush()
    for _ in range(4):
        await pilot.pause()


async def opened(pilot: Pilot[None]) -> None:
    """Wait for the example's first question."""
    while pilot.app.screen.__class__.__name__ != "InterviewScreen":
        await settled(pilot)


def keys(*pressed: str, example: bool = True) -> Steps:
    """Give the steps that press these keys, on the example or at home."""

    async def press(pilot: Pilot[None]) -> None:
        if example:
            await opened(pilot)
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return press


SHOTS: dict[str, tuple[tuple[int, int], Language, str, Steps]] = {
    "home-en": (WIDE, Language.ENGLISH, DARK.name, keys(example=False)),
    "home-zh": (SMALL, Language.CHINESE, LIGHT.name, keys(example=False)),
    "interview": (WIDE, Language.ENGLISH, DARK.name, keys(*["enter"] * 10)),
    "divergence-zh": (SMALL, Language.CHINESE, DARK.name, keys(*["enter"] * 2)),
    "review-en": (WIDE, Language.ENGLISH, LIGHT.name, keys("f8", "down")),
    "review-zh": (SMALL, Language.CHINESE, DARK.name, keys("f8", "down")),
    "report-en": (WIDE, Language.ENGLISH, DARK.name, keys("f9")),
    "report-zh": (WIDE, Language.CHINESE, LIGHT.name, keys("f9")),
}
"""Name, size, language, theme and steps of each picture."""


def true_to_width(svg: str) -> str:
    """Give the picture with each text as wide as its cells, and with no font from elsewhere.

    Textual measures `textLength` in characters; Chinese ones take two cells each.
    """
    cell = float(re.search(r"\.[\w-]+-matrix \{[^}]*font-size: ([\d.]+)px", svg)[1]) * 0.61
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(
        r"font-family: Fira Code, monospace",
        "font-family: 'Fira Code', 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', monospace",
        svg,
    )

    def widen(found: re.Match[str]) -> str:
        text = html.unescape(found[3])
        return f'{found[1]}textLength="{cell_len(text) * cell:.1f}"{found[2]}>{found[3]}</text>'

    return re.sub(r'(<text[^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)</text>', widen, svg)


async def draw(name: str, folder: Path) -> str:
    """Give one picture as SVG."""
    size, language, theme, steps = SHOTS[name]
    example = not name.startswith("home")
    app = DuiqiApp(Wishes(DataFolder(folder), language, theme, example=example))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await steps(pilot)
        await settled(pilot)
        return true_to_width(app.export_screenshot(title="duiqi", simplify=True))


def main() -> None:
    """Write all pictures."""
    os.environ.pop("NO_COLOR", None)
    FOLDER.mkdir(exist_ok=True)
    for name in SHOTS:
        with tempfile.TemporaryDirectory() as data:
            svg = asyncio.run(draw(name, Path(data)))
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
