"""A kickoff with a question of every type, none answered, and an area that can be discussed."""

import tomllib
from pathlib import Path
from typing import Any

from tests.sample_answers import reply
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.domain.answers import Answer
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage.creation import create

FILE = Path(__file__).with_name("every-type.toml")
DISCUSSED = "two"
"""The area that both have answered."""


def begin(folder: Path) -> None:
    """Put the session into a folder."""
    questionnaire = load(FILE)
    left, right = (
        Sheet(
            edition=questionnaire.edition,
            party=Respondent(id=party, name=name, language="en"),
            date=samples.DAY,
            length=Length.FULL,
            importance={area.id: 2 for area in questionnaire.areas},
            answers={
                question.id: Answer(value=reply(question, side).value)
                for question in questionnaire.questions
                if question.area == DISCUSSED
            },
        )
        for side, (party, name) in enumerate(
            zip(questionnaire.party_ids, ("Alpha", "乙方公司"), strict=True)
        )
    )
    session = Session(questionnaire=questionnaire, sheets=(left, right), reveal=Reveal.LIVE)
    create(folder, FILE, session).close()


def said(folder: Path) -> dict[str, Any]:
    """Return all that the files hold of what was said, each of them by its name."""
    files = sorted(path for path in folder.glob("*.toml") if path.stem != "session")
    tables = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in files}
    for table in tables.values():
        table.pop("at", None)  # where one is is no answer
        table.pop("meeting", None)  # nor is how long one was there
    minutes = tables.get("minutes.toml", {})
    if not (minutes.get("decisions") or minutes.get("revisions")):
        tables.pop("minutes.toml", None)
    return tables
