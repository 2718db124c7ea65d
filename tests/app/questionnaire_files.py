"""Questionnaires in the folder of a test of the app."""

from pathlib import Path

from tests import questionnaires

LONG = "由品牌方逐项书面批准之后方可执行的一项很长很长的约定，" * 6


def of_each_type(wild: str = "") -> Path:
    """Return a questionnaire with a question of each type, with `wild` in all of its words."""
    return written("paper", questionnaires.of_each_type(wild))


def with_a_gated_area() -> Path:
    """Return a questionnaire whose second area has no question for those who say no."""
    return written("gated", questionnaires.WITH_A_GATED_AREA)


def written(name: str, text: str) -> Path:
    """Write a questionnaire into the folder of the test."""
    path = Path.cwd() / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
