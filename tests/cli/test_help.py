"""The help: all commands and options, in both languages, and examples that work."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_cli import AGENCY, BRAND, EXPECTED, duiqi
from tests.formats.xlsform.forms import SURVEY_OF_A_HOUSE, written
from tests.terminal.conftest import terminal
from tests.terminal.harness import Terminal
from tui.cli.parser import parser_of
from tui.cli.registry import APP, COMMANDS, command_named
from tui.i18n import LANGUAGES, Language, Phrases
from tui.text.width import cell_width

__all__ = ["terminal"]

APP_COMMANDS = (APP, "open", "demo", "try")
REPOSITORY = Path(__file__).parents[2]
STARTER = REPOSITORY / "tui" / "formats" / "questionnaire" / "starter.toml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(command: str, language: Language) -> None:
    say = Phrases(language)
    done = duiqi(command, "--help", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    shown = done.stdout
    assert shown.startswith(say("usage.usage", call=f"duiqi {command}"))
    assert all(cell_width(line) <= 80 for line in shown.splitlines())
    parser = parser_of(command)
    for spelling, option in parser.options.items():
        assert spelling in shown
        assert all(str(choice) in shown for choice in option.choices or ())
    for place in parser.places:
        assert say(str(place.metavar)) in shown
        assert all(choice in shown for choice in place.choices or ())
    assert shown.endswith(command_named(command).example + "\n")
    assert " 2 " in shown.partition(say("usage.exits").split()[0])[2]


@pytest.mark.parametrize("words", [["-h"], ["--nope", "--help"], ["a", "b", "c", "--help"]])
def test_help_is_had_before_a_misuse_that_stands_behind_it(words: list[str]) -> None:
    done = duiqi("compare", *words[-1:], *words[:-1])
    assert (done.returncode, done.stderr) == (0, "")
    assert "duiqi compare SHEET SHEET" in done.stdout
    assert duiqi(*words[-1:], "compare", *words[:-1]).stdout == done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_names_every_command_and_option(language: Language) -> None:
    shown = duiqi("--help", "--lang", language).stdout
    for command in COMMANDS:
        assert f"\n  duiqi {command} " in shown
        for option in parser_of(command).options.values():
            assert any(spelling in shown for spelling in option.option_strings)
    assert ("duiqi COMMAND --help" if language == "en" else "duiqi 命令 --help") in shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the examples name, and `duiqi` beside it."""
    program = tmp_path / "bin" / "duiqi"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    held = tmp_path / "held"
    held.mkdir()
    (held / "brand.toml").write_bytes(Path(BRAND).read_bytes())
    (held / "agency.toml").write_bytes(Path(AGENCY).read_bytes())
    written(held / "survey.xlsx", SURVEY_OF_A_HOUSE)
    for report in ("kickoff.toml", "spring.toml", "autumn.toml"):
        (held / report).write_bytes(EXPECTED.read_bytes())
    return held


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in APP_COMMANDS])
def test_an_example_works(command: str, folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", command_named(command).example],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{folder.parent / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    words = command_named(command).example.split()
    made = {"-o", ">"} & set(words)
    assert bool(done.stdout) != (">" in made)
    assert all((folder / words[words.index(sign) + 1]).stat().st_size for sign in made)


@pytest.mark.parametrize(
    ("command", "wanted"),
    [(APP, "Worked example"), ("open", "×"), ("demo", "品牌"), ("try", "Supplier")],
)
def test_an_example_opens_the_app(
    command: str, wanted: str, folder: Path, terminal: Callable[..., Terminal]
) -> None:
    (folder / "report.toml").write_bytes(EXPECTED.read_bytes())
    (folder / "my-shop.toml").write_bytes(STARTER.read_bytes())
    line = f"cd '{folder}' && PATH='{folder.parent}/bin':$PATH && {command_named(command).example}"
    app = terminal("sh", "-c", line, environment={"PYTHONPATH": str(REPOSITORY)})
    app.wait_for(wanted)
    app.send("ctrl+q")
    assert app.exit_code() == 0
