"""Draws the pictures of the README from the real app on the worked example.

Run `python -m tests.pictures` after a change that is seen; a test fails while they are stale. With
`page` behind it, it draws the web page of a report instead, in a browser, and the first page of the
Word document, with LibreOffice and pdftoppm: no test compares these.
"""

import asyncio
import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.exports.browser import browser
from tui.app import DuiqiApp, StartOptions
from tui.domain.minutes import Decision
from tui.domain.position import Position
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.exports import page, word
from tui.exports.kickoff import kickoff_document
from tui.i18n import Language
from tui.storage.creation import create
from tui.storage.paths import DataFolder
from tui.themes import DARK, LIGHT
from tui.workspace.example import example_session

FOLDER = Path(__file__).parent.parent / "screenshots"
SMALL, WIDE, VAST = (80, 24), (120, 36), (200, 50)

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to do: workers, callbacks, saving, drawing."""
    await pilot.app.workers.wait_for_complete()
    app = pilot.app
    if isinstance(app, DuiqiApp) and app.document is not None:
        app.document.flush()
    for _ in range(4):
        await pilot.pause()


async def opened(pilot: Pilot[None]) -> None:
    """Wait for the example, which opens on its report, and go to its first question."""
    while pilot.app.screen.__class__.__name__ != "ReportScreen":
        await settled(pilot)
    await pilot.press("escape")
    await settled(pilot)


def keys(*pressed: str, example: bool = True) -> Steps:
    """Return the steps that press these keys, on the example or at home."""

    async def press(pilot: Pilot[None]) -> None:
        if example:
            await opened(pilot)
        for key in pressed:
            await pilot.press("space" if key == " " else "full_stop" if key == "." else key)
            await settled(pilot)

    return press


def blind(session: Session) -> Session:
    """Return the example as it stands before its answers have met."""
    return replace(session, reveal=Reveal.AREA)


def handed_over(session: Session) -> Session:
    """Return the example as it is on its way to the agency, which reads Chinese."""
    return replace(blind(session), position=Position(session.questionnaire.party_ids[1]))


def alone(session: Session) -> Session:
    """Return the example as the assessment of the agency, which reads Chinese, of itself."""
    return replace(session, reveal=Reveal.END, alone=session.questionnaire.party_ids[1])


def table(change: Callable[[Session], Session], folder: Path) -> Path:
    """Return the folder of a session that the example was made into."""
    session, questionnaire = example_session()
    made = folder / "sessions" / "kickoff-1"
    made.parent.mkdir(parents=True)
    create(made, questionnaire, change(session)).close()
    return made


MADE: dict[str, Callable[[Session], Session]] = {
    "handover-zh": handed_over,
    "guess-en": blind,
    "solo-zh": alone,
}
"""The pictures of sessions that the example is first made into."""

_DECIDED = ("f8", "enter", "1", "enter", *"Keep the price band until June.", "enter", "2")
"""What decides on the first item of the first area."""

SHOTS: dict[str, tuple[tuple[int, int], Language, str, Steps]] = {
    "discussion": (WIDE, Language.ENGLISH, DARK.name, keys("f8", "down", "down")),
    "discussion-wide": (VAST, Language.ENGLISH, LIGHT.name, keys(*_DECIDED, "pagedown")),
    "discussion-zh": (SMALL, Language.CHINESE, LIGHT.name, keys("f8", "enter")),
    "home-en": (WIDE, Language.ENGLISH, DARK.name, keys(example=False)),
    "home-zh": (SMALL, Language.CHINESE, LIGHT.name, keys(example=False)),
    "interview": (WIDE, Language.ENGLISH, DARK.name, keys(*["enter"] * 6, "f8", *["enter"] * 3)),
    "divergence-zh": (SMALL, Language.CHINESE, DARK.name, keys(*["enter"] * 2)),
    "review-en": (WIDE, Language.ENGLISH, LIGHT.name, keys("f8")),
    "review-zh": (SMALL, Language.CHINESE, DARK.name, keys("f8")),
    "decisions-zh": (WIDE, Language.CHINESE, LIGHT.name, keys(*_DECIDED, "ctrl+d")),
    "handover-zh": (SMALL, Language.CHINESE, DARK.name, keys(example=False)),
    "guess-en": (SMALL, Language.ENGLISH, LIGHT.name, keys("ctrl+r", "f8", "enter", example=False)),
    "solo-zh": (SMALL, Language.CHINESE, DARK.name, keys(example=False)),
    "report-en": (WIDE, Language.ENGLISH, DARK.name, keys("f9")),
    "report-zh": (WIDE, Language.CHINESE, LIGHT.name, keys("f9")),
}
"""Name, size, language, theme and steps of each picture."""


def true_to_width(svg: str) -> str:
    """Return the picture with each text as wide as its cells, and with no font from elsewhere.

    Textual measures `textLength` in characters; Chinese ones take two cells each.
    """
    found = re.search(r"\.[\w-]+-matrix \{[^}]*font-size: ([\d.]+)px", svg)
    assert found is not None, "a picture without letters"
    cell = float(found[1]) * 0.61
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(
        r"font-family: Fira Code, monospace",
        "font-family: 'Fira Code', 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', monospace",
        svg,
    )

    def widen(text: re.Match[str]) -> str:
        width = cell_len(html.unescape(text[3])) * cell
        return f'{text[1]}textLength="{width:.1f}"{text[2]}>{text[3]}</text>'

    return re.sub(r'(<text[^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)</text>', widen, svg)


async def draw(name: str, folder: Path) -> str:
    """Return one picture as SVG."""
    size, language, theme, steps = SHOTS[name]
    path = table(MADE[name], folder) if name in MADE else None
    example = path is None and not name.startswith("home")
    app = DuiqiApp(StartOptions(DataFolder(folder), language, theme, path=path, example=example))
    # The discussion counts the time that is spent: in a picture it stands still.
    with patch("tui.screens.talk_clock.monotonic", return_value=0.0):
        return await drawn(app, size, steps)


async def drawn(app: DuiqiApp, size: tuple[int, int], steps: Steps) -> str:
    """Return the picture of an app after some steps."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await steps(pilot)
        await settled(pilot)
        return true_to_width(app.export_screenshot(title="duiqi", simplify=True))


DECISIONS = (
    Decision(
        question="store_ownership",
        text="Store, accounts and data in the brand’s name; hosts keep their own names.\n"
        "店铺、账号和数据归品牌方；主播个人账号归本人。",
        owner="Camille Rousselet",
        due=date(2026, 12, 4),
    ),
    Decision(
        question="gmv_definition",
        text="Net of refunds and fake orders, from the platform’s export on the 5th.\n"
        "扣除退款和虚假交易，每月 5 日以平台导出数据为准。",
        owner="周叙",
        due=date(2026, 11, 27),
    ),
    Decision(question="price_approval", text="问过总部再谈。", is_parked=True),
)
"""What the two of the example have decided where its page is drawn."""
PAGES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "page-phone-zh": ((390, 1600), ("zh-CN",)),
    "page-desk-en": ((1000, 1500), ("en", "zh-CN")),
}
"""Name, pixels, and languages of each picture of the page."""


FONTS = "Liberation Sans, Noto Sans CJK SC"
"""What the page is drawn in, for want of the fonts that most readers have."""


def talked_over() -> Session:
    """Return the example after a meeting."""
    session = example_session()[0].planned_for(90).spent(2700, DECISIONS[0].question)
    for decision in DECISIONS:
        session = session.decided(decision)
    return session


WORDS: dict[str, tuple[str, ...]] = {"word-zh": ("zh-CN",), "word-en": ("en", "zh-CN")}
"""Name and languages of each picture of the Word document."""


def draw_words() -> None:
    """Write the pictures of the first page of the Word document, as LibreOffice shows it."""
    told = report(talked_over())
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        for name, languages in WORDS.items():
            path = Path(folder, f"{name}.docx")
            path.write_bytes(word.written(kickoff_document(told, languages)))
            convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
            subprocess.run([*convert, str(path)], check=True, capture_output=True)
            draw = ["pdftoppm", "-png", "-r", "100", "-singlefile", str(path.with_suffix(".pdf"))]
            subprocess.run([*draw, str(FOLDER / name)], check=True)


def draw_pages() -> None:
    """Write the pictures of the page."""
    session = talked_over()
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder, "profile")) as tab:
        for name, (size, languages) in PAGES.items():
            path = Path(folder, f"{name}.html")
            path.write_bytes(page.written(kickoff_document(report(session), languages)))
            tab.open(path, *size)
            tab.evaluate(f"document.body.style.fontFamily = {FONTS!r}")
            (FOLDER / f"{name}.png").write_bytes(tab.picture())


def main() -> None:
    """Write all pictures of the app, or those of the page."""
    if sys.argv[1:] == ["page"]:
        draw_pages()
        draw_words()
        return
    os.environ.pop("NO_COLOR", None)
    FOLDER.mkdir(exist_ok=True)
    for name in SHOTS:
        with tempfile.TemporaryDirectory() as data:
            svg = asyncio.run(draw(name, Path(data)))
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
