"""What the contributor is told is there, and what is to be typed is what the README and CI say."""

import re
import tomllib
from pathlib import Path

import pytest

from tui import __version__

REPOSITORY = Path(__file__).parents[2]
GITHUB = REPOSITORY / ".github"
CONTRIBUTING = (GITHUB / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\]\((?!https:)([^)#]+)", CONTRIBUTING)))
PLACES = sorted(set(re.findall(r"`((?:tui|tests|questionnaires|\.ci)/[\w/.-]*)`", CONTRIBUTING)))


@pytest.mark.parametrize("place", [*LINKS, *PLACES])
def test_what_is_named_is_there(place: str) -> None:
    assert (GITHUB / place).exists() or (REPOSITORY / place).exists()


def test_the_line_of_the_set_up_is_the_readmes() -> None:
    (line,) = (each for each in CONTRIBUTING.splitlines() if each.startswith("python3 -m venv "))
    assert line in README.splitlines()


def test_ci_runs_what_the_contributor_runs_on_every_python_that_is_promised() -> None:
    workflow = (GITHUB / "workflows" / "ci.yml").read_text(encoding="utf-8")
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert "run: bash .ci/run\n" in workflow
    assert f'"{oldest}"' in workflow


def test_what_is_not_released_yet_has_its_place_in_the_changelog() -> None:
    changelog = (GITHUB / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog
    assert __version__ in changelog
