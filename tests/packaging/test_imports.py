"""What each way of starting the program loads, seen in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.registry import COMMANDS

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "questionnaires" / "examples"
SHEETS = [str(EXAMPLES / name) for name in ("brand-sheet.toml", "agency-sheet.toml")]
SCREEN = {"textual", "rich"}
"""What only a screen needs."""
LATE = {"filelock", "pydantic", "pydantic_core", "tomli_w", "tui.workspace.opening"}
"""What costs more than the home screen may wait for, or is of no use to it."""

COMMAND_LINE = """
import sys
from tui.cli.main import main
try:
    main({arguments!r})
except SystemExit as end:
    assert end.code == 0, end.code
loaded = set(sys.modules)
"""
BARE_CALL = """
import sys
from tui.cli.main import main
try:
    main([])
except SystemExit as end:
    assert end.code == 1, end.code  # this is no terminal
loaded = set(sys.modules)
"""
FIRST_PAINT = """
import asyncio, sys
from pathlib import Path
from tui.app import DuiqiApp, StartOptions
from tui.i18n import Language
from tui.storage.paths import DataFolder
from tui.widgets.menu import Menu

loaded = None
render_line = Menu.render_line

def noting_what_is_loaded(menu, y):
    global loaded
    loaded = loaded or set(sys.modules)
    return render_line(menu, y)

Menu.render_line = noting_what_is_loaded

async def show_home():
    app = DuiqiApp(StartOptions(DataFolder(Path({data!r})), Language.ENGLISH))
    async with app.run_test() as pilot:
        await pilot.pause()

asyncio.run(show_home())
"""


def loaded_by(program: str) -> set[str]:
    """Return the names of the modules in `loaded` when a fresh process has run `program`."""
    told = "\nimport json\nprint('\\n' + json.dumps(sorted(loaded)))"
    command = [sys.executable, "-c", program + told]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_probe_sees_textual_where_it_is_loaded() -> None:
    assert loaded_by("import sys, tui.app\nloaded = set(sys.modules)") >= SCREEN


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["--help", "--lang", "zh-CN"],
        *([command, "--help"] for command in COMMANDS),
        ["compare", *SHEETS],
        ["diff", *[str(EXAMPLES / "report.toml")] * 2],
        ["check", *SHEETS],
        ["schema", "sheet"],
        ["where"],
    ],
    ids=lambda arguments: " ".join(Path(word).name for word in arguments),
)
def test_what_needs_no_screen_loads_none(arguments: list[str]) -> None:
    assert loaded_by(COMMAND_LINE.format(arguments=arguments)) & SCREEN == set()


def test_a_report_is_written_without_a_screen(tmp_path: Path) -> None:
    report = tmp_path / "report.toml"
    arguments = ["compare", *SHEETS, "-o", str(report)]
    assert loaded_by(COMMAND_LINE.format(arguments=arguments)) & SCREEN == set()
    assert report.read_bytes() == (EXAMPLES / "report.toml").read_bytes()


WRITERS = {"html": "jinja2", "docx": "docx", "xlsx": "xlsxwriter", "toml": "tomli_w", "md": "re"}
"""Formats, with what writes each."""
ELSEWHERE = {
    "tui.checks.questionnaire",
    "tui.domain.session",
    "tui.domain.report_diff",
    "tui.domain.solo_report",
    "tui.formats.sheet",
    "tui.formats.minutes",
}
"""What costs an export of one report time, and what it has no need of."""


@pytest.mark.parametrize("ending", WRITERS)
def test_an_export_loads_the_writer_of_its_own_format_alone(ending: str, tmp_path: Path) -> None:
    report, written = str(EXAMPLES / "report.toml"), str(tmp_path / f"told.{ending}")
    loaded = loaded_by(COMMAND_LINE.format(arguments=["export", report, "-o", written]))
    assert loaded & ({*WRITERS.values()} | ELSEWHERE | SCREEN) == {"re", WRITERS[ending]}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["where"]], ids=" ".join)
def test_what_the_program_says_of_itself_needs_no_file_format(arguments: list[str]) -> None:
    assert loaded_by(COMMAND_LINE.format(arguments=arguments)) & LATE == set()


def test_the_start_of_the_app_loads_no_other_command() -> None:
    loaded = loaded_by(BARE_CALL)
    assert {name for name in loaded if name.startswith("tui.cli.")} == {
        f"tui.cli.{name}"
        for name in ("main", "call", "parser", "misuse", "registry", "exit_codes", "start")
    }


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]], ids=" ".join)
def test_what_the_program_says_of_itself_loads_no_command(arguments: list[str]) -> None:
    loaded = loaded_by(COMMAND_LINE.format(arguments=arguments))
    assert not loaded & {f"tui.cli.{name.replace('-', '_')}" for name in (*COMMANDS, "start")}


def test_the_app_is_imported_without_what_can_wait() -> None:
    assert loaded_by("import sys, tui.app\nloaded = set(sys.modules)") & LATE == set()


def test_home_is_painted_before_what_can_wait_is_loaded(tmp_path: Path) -> None:
    assert loaded_by(FIRST_PAINT.format(data=str(tmp_path))) & LATE == set()
