"""The web page in a real browser: on a phone, on a desk, on paper, and for those who cannot see."""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.exports import reports
from tests.exports.browser import CHROMIUM, Page, browser
from tests.exports.documents import document
from tests.exports.test_page import LEVELS, every_question, kickoff
from tui.exports.document import Document
from tui.exports.over_time import over_time
from tui.exports.page import written

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: chromium")

PHONE, TABLET, DESK = 390, 660, 1280
NARROWEST = """
Math.min(...[...document.querySelectorAll("p, li, tbody :is(td, th)")]
  .filter(each => each.innerText.length > 12).map(each => each.getBoundingClientRect().width))
"""
"""How wide the narrowest of all texts is."""
AXE = "axe-core@4.14.1"
"""What finds faults that keep people from reading a page; from npm, never kept."""
RULES = {"light": "", "dark": "runOnly: 'color-contrast'"}
"""What to look for in each colour scheme; all there is if empty."""
SERIOUS = ("serious", "critical")
_WHOLE = "article, tbody tr, .area, .over-time li"
"""Whatever is not to be cut by the end of a sheet."""
_MARK = """
for (const [n, item] of document.querySelectorAll("WHOLE").entries()) {
  const last = item.matches("tr") ? item.lastElementChild : item;
  for (const [where, word] of [["afterbegin", "Begin"], ["beforeend", "End"]]) {
    (where == "afterbegin" && item.matches("tr") ? item.firstElementChild : last)
      .insertAdjacentHTML(where, `<i>${word}${n}.</i>`);
  }
}
"""
"""Marks the first and the last of whatever is not to be cut by the end of a sheet."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write a page of each kind."""
    folder = tmp_path_factory.mktemp("pages")
    made = {kind: LEVELS[kind]() for kind in ("shared", "minutes", "alone")}
    made["chinese"] = LEVELS["shared"]("zh-CN")
    made["every"] = every_question()
    made["hostile"] = kickoff(reports.hostile())
    made["over time"] = over_time_page()
    for name, told in made.items():
        (folder / f"{name}.html").write_bytes(written(told))
    return {name: folder / f"{name}.html" for name in made}


def over_time_page() -> Document:
    """Return what has changed over three reports, the last one with second answers."""
    new = reports.answered_anew()
    earlier = [
        replace(told, date=day)
        for told, day in (
            (reports.example(), date(2026, 3, 2)),
            (reports.talked_over(), date(2026, 7, 1)),
        )
    ]
    told = kickoff(new)
    return replace(told, over_time=over_time([*earlier, new], told.phrases))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the script that looks for what keeps people from reading."""
    npm, folder = shutil.which("npm"), tmp_path_factory.mktemp("axe")
    if npm is None:
        pytest.skip("needs npm, to get axe-core")
    get = [npm, "pack", AXE, "--silent", "--pack-destination", str(folder)]
    got = subprocess.run(get, cwd=folder, capture_output=True, timeout=100, check=False)
    packed = next(folder.glob("*.tgz"), None)
    if packed is None:
        pytest.skip(f"npm has not got {AXE}: {got.stderr.decode()[-200:]}")
    with tarfile.open(packed) as files:
        script = files.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


def test_it_fits_a_phone_and_a_desk_and_complains_of_nothing(
    page: Page, pages: dict[str, Path]
) -> None:
    for name, path in pages.items():
        page.open(path, PHONE)
        for width in (PHONE, TABLET, DESK):
            page.resize(width)
            assert page.evaluate(NARROWEST) > 60, (name, width)
            shown = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert shown == [width, width], name
            assert page.messages == [], name


def test_a_script_in_it_would_not_run(page: Page, tmp_path: Path) -> None:
    """So that no message is a message only because nothing was there to complain of."""
    path = tmp_path / "page.html"
    told = written(document()).replace(b"</body>", b"<script>console.log(1)</script></body>")
    path.write_bytes(told)
    page.open(path, DESK)
    (complaint,) = page.messages
    assert "Content Security Policy" in complaint["entry"]["text"]


@pytest.mark.parametrize("name", ["shared", "alone", "over time"])
def test_nothing_is_cut_by_the_end_of_a_sheet(
    name: str, page: Page, pages: dict[str, Path]
) -> None:
    page.open(pages[name], DESK)
    page.evaluate(_MARK.replace("WHOLE", _WHOLE))
    sheets = [
        "".join(sheet.extract_text().split())
        for sheet in pypdf.PdfReader(io.BytesIO(page.printed())).pages
    ]
    count = page.evaluate(
        "document.querySelectorAll('article, tbody tr, .area, .over-time li').length"
    )
    assert count > 4
    for n in range(count):
        (sheet,) = (sheet for sheet in sheets if f"Begin{n}." in sheet)
        assert f"End{n}." in sheet


@pytest.mark.parametrize("name", ["shared", "alone", "over time"])
def test_nothing_keeps_anybody_from_reading_it(
    name: str, page: Page, pages: dict[str, Path], axe: str
) -> None:
    page.open(pages[name], PHONE)
    page.evaluate(axe)
    for width in (PHONE, DESK):
        page.resize(width)
        for scheme, rules in RULES.items():
            page.colour(scheme)
            options = f"{{resultTypes: ['violations'], {rules}}}"
            found: list[Any] = page.evaluate(f"axe.run({options}).then(found => found.violations)")
            grave = [
                (each["id"], [(node["html"], node["failureSummary"]) for node in each["nodes"]])
                for each in found
                if each["impact"] in SERIOUS
            ]
            assert grave == [], (width, scheme)
