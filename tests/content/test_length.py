"""How long the bundled questionnaires take is what their files and the README say."""

import re
from pathlib import Path

import pytest

from tui.checks.questionnaire import load
from tui.domain.effort import minutes_to_answer

FOLDER = Path("questionnaires")
README, FORMAT = Path("README.md"), FOLDER / "README.md"
MINUTES = {"partnership": (10, 15), "review": (5, 10), "cofounders": (5, 10)}
"""From and to how many minutes a party takes for the short interview, or for all there is."""


@pytest.mark.parametrize("name", MINUTES)
def test_the_short_interview_takes_as_long_as_is_said(name: str) -> None:
    asked = load(FOLDER / f"{name}.toml")
    low, high = MINUTES[name]
    assert low <= minutes_to_answer(each for each in asked.questions if each.core) <= high


def test_the_head_of_a_file_counts_its_questions() -> None:
    for path in FOLDER.glob("*.toml"):
        asked = load(path)
        head = path.read_text(encoding="utf-8").partition("\n\n")[0]
        assert f"{len(asked.questions)} questions" in head, path
        core = sum(each.core for each in asked.questions)
        if core < len(asked.questions):
            assert f"The {core} marked `core`" in head.replace("\n# ", " "), path


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_both_readmes_name_a_questionnaire_and_count_it(path: Path) -> None:
    asked = load(path)
    core = sum(each.core for each in asked.questions)
    shown = README.read_text(encoding="utf-8").splitlines()
    rows = [row for row in shown if row.startswith(f"| [{path.stem}](questionnaires/")]
    assert len(rows) == 2  # English and Chinese
    for row in rows:
        counted = {int(number) for number in re.findall(r"\d+", row.split("|")[4])}
        assert counted == {len(asked.questions), core}
    (row,) = (each for each in FORMAT.read_text("utf-8").splitlines() if f"[{path.name}]" in each)
    assert row.endswith(f"| {len(asked.questions)} | {core} |")
