"""The questionnaires to begin with, as home lists them: read at a glance, and not yet checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.storage.library import bundled, in_folder
from tui.text.cleaning import LONGEST_TEXT, one_line
from tui.toml.limits import USUAL
from tui.toml.peek import peek

_MINUTES_A_QUESTION = 2.5
"""A guess: answered by both, and talked about where the two differ."""
_QUARTER = 15


@dataclass(frozen=True, slots=True)
class Offer:
    """A questionnaire that a kickoff may begin with."""

    path: Path
    """Its file."""
    title: Mapping[str, str] = field(default_factory=dict)
    """What it is called, by language; empty where the file cannot be read."""
    when: Mapping[str, str] = field(default_factory=dict)
    """When to use it, by language."""
    version: str = ""
    """Its version."""
    questions: int = 0
    """How many questions it has; of a file with a mistake a guess, as all of this."""
    core: int = 0
    """How many of them the short interview asks."""


def offers(own: Path) -> tuple[Offer, ...]:
    """Return the bundled questionnaires, the longest first, then those in the user's folder."""
    known = sorted(map(_offer, bundled()), key=lambda offer: -offer.questions)
    return (*known, *map(_offer, in_folder(own)))


def minutes_for(questions: int) -> int:
    """Return about how many minutes a kickoff of so many questions takes, in quarters of an hour.

    >>> [minutes_for(count) for count in (15, 20, 33, 72)]
    [30, 45, 90, 180]
    """
    return max(1, round(questions * _MINUTES_A_QUESTION / _QUARTER)) * _QUARTER


def _offer(path: Path) -> Offer:
    try:
        return _read(path, peek(path, longest=USUAL) or {})
    except (KeyError, TypeError, AttributeError):
        return Offer(path)


def _read(path: Path, data: Mapping[str, Any]) -> Offer:
    head, questions = data["questionnaire"], data["question"].values()
    return Offer(
        path,
        _wordings(head["title"]),
        _wordings(head.get("when", {})),
        one_line(head["version"]),
        len(questions),
        sum(question.get("core") is True for question in questions),
    )


def _wordings(text: str | Mapping[str, str]) -> Mapping[str, str]:
    """Return a text by language; one that is the same in all of them under no language."""
    by_language = {"": text} if isinstance(text, str) else text
    return {tag: one_line(word)[:LONGEST_TEXT] for tag, word in by_language.items()}
