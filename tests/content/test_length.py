"""How long the bundled questionnaires take is what their files and the README say."""

from pathlib import Path

import pytest

from tui.checks.questionnaire import load
from tui.domain.effort import minutes_to_answer

FOLDER = Path("questionnaires")
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
