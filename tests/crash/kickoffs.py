"""Random kickoffs to type into: a questionnaire of their own, on the disk, under each rule."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from tests.storage import samples
from tui.checks.questionnaire import load
from tui.domain.questionnaire import Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage.creation import create
from tui.storage.sessions import open_session

RULES = (*Reveal, "alone")
AREAS = "goals", "trust"
KINDS = "number", "yesno", "scale", "range"
NUMBER_FIRST = f"{AREAS[0]}_{KINDS[0]}"
"""The id of the first question, which asks for a number."""
PLACES = {
    kind: range(place, len(AREAS) * len(KINDS), len(KINDS)) for place, kind in enumerate(KINDS)
}
"""Each kind of question, and its places in the list of all."""


def questionnaire_text() -> str:
    """Return a questionnaire of two areas in which each kind of answer is given."""
    both = '{{ zh-CN = "{0}", en = "{0}" }}'
    lines = [
        "format = 1",
        "[questionnaire]",
        'id = "crash"',
        'version = "1.0.0"',
        'languages = ["zh-CN", "en"]',
        f"title = {both.format('Crash')}",
    ]
    lines += [f"[party.{party}]\nname = {both.format(party.title())}" for party in PARTIES]
    lines += [f"[area.{area}]\ntitle = {both.format(area.title())}" for area in AREAS]
    for area in AREAS:
        for kind in KINDS:
            text = both.format(f"Q-{area}-{kind}?")
            lines += [f"[question.{area}_{kind}]", f'type = "{kind}"', f'area = "{area}"']
            lines += ["core = true", f"text = {text}"]
            lines += ["min = 0", "max = 999"] if kind in ("number", "range") else []
            lines += ["predict = true"] if kind == "scale" else []
            lines += [f"low = {both.format('Low')}", f"high = {both.format('High')}"] * (
                kind == "scale"
            )
    return "\n".join(lines) + "\n"


PARTIES = "brand", "agency"


@cache
def questionnaire(folder: Path) -> Questionnaire:
    """Return the questionnaire, by way of a file in `folder`."""
    path = folder / "crash.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(questionnaire_text(), encoding="utf-8")
    return load(path)


def kickoff(random: Random, sessions: Path, rule: str, language: str) -> Path:
    """Put a new session of both, or of one alone, among the user's; return its folder."""
    asked = questionnaire(sessions.parent / "questionnaires")
    left, right = (
        Sheet(
            edition=asked.edition,
            party=Respondent(id=party, name=f"{party}-方", language=language),
            date=samples.DAY,
            length=Length.FULL,
        )
        for party in PARTIES
    )
    alone = random.choice(PARTIES) if rule == "alone" else None
    reveal = Reveal.END if alone else Reveal(rule)
    session = Session(questionnaire=asked, sheets=(left, right), reveal=reveal, alone=alone)
    file = sessions.parent / "questionnaires" / "crash.toml"
    create(sessions / f"kickoff-{date.today().isoformat()}-1", file, session).close()
    return sessions / f"kickoff-{date.today().isoformat()}-1"


def read(folder: Path, *, read_only: bool = False) -> tuple[Session, list[str]]:
    """Read a session as the program does; return it with what is wrong with its folder.

    Args:
        folder: Its folder.
        read_only: Whether the program has it open.
    """
    opened = open_session(folder, read_only=read_only)
    opened.folder.close()
    faults = [f"notice on opening: {notice.key}" for notice in opened.notices]
    odd = [p.name for p in folder.iterdir() if set(p.name.split(".")) & {"tmp"} or _is_aside(p)]
    return opened.session, faults + [f"left in the folder: {name}" for name in odd]


def _is_aside(path: Path) -> bool:
    return ".conflict-" in path.name or ".broken-" in path.name


def texts(record: object) -> Iterator[str]:
    """Yield every text in a record, however deep."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for value in record.values():
            yield from texts(value)
    elif isinstance(record, tuple | list | frozenset):
        for value in record:
            yield from texts(value)
    elif is_dataclass(record):
        for each in fields(record):
            yield from texts(getattr(record, each.name))
