"""Time from a key to the first byte of the paint that answers it, by the size of a questionnaire.

A session of 70 questions, one of 2,000, and a bare app with one OptionList of 60 rows run at once
and get a key in turn, so that a busy machine is busy for all three. The keys move the cursor,
answer by a digit, and go on.

    .venv/bin/python -m tests.bench.sizes --count 300
"""

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.bench.keys import Timing, answer
from tests.bench.subject import SIXTY, Subject, Terminal, finish_painting, quantile
from tui.checks.questionnaire import load
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage.creation import create

KEYS = ("down", "up", "1", "enter", "2", "enter")
"""Both parties answer a question, and the next one comes."""
AREAS = 1
HEAD = """\
format = 1
[questionnaire]
id = "sized"
version = "1.0.0"
languages = ["en"]
title = "Sized"
[party]
brand.name = "Brand"
agency.name = "Agency"
"""
QUESTION = """\
[question.q{number}]
type = "choice"
area = "area{area}"
core = true
text = "Question {number}, what do you say to it?"
choices = {{ first = "The first", second = "The second", third = "The third" }}
"""


def questionnaire_of(questions: int) -> str:
    """Return a questionnaire of so many questions, every tenth a follow-up of the one before."""
    areas = "".join(f'[area.area{n}]\ntitle = "Area {n}"\n' for n in range(AREAS))
    parts = []
    for number in range(questions):
        parts.append(QUESTION.format(number=number, area=number * AREAS // questions))
        if number % 10 == 9:
            parts.append(f'show_if = [{{ q = "q{number - 1}", in = ["first", "second"] }}]\n')
    return HEAD + areas + "".join(parts)


def folder_of(questions: int, sessions: Path) -> Path:
    """Return the folder of a session of two at one keyboard, with so many questions."""
    sessions.mkdir(parents=True)
    paper = sessions.parent / "sized.toml"
    paper.write_text(questionnaire_of(questions), encoding="utf-8")
    asked = load(paper)
    left, right = (
        Sheet(
            edition=asked.edition,
            party=Respondent(id=party, name=party.title(), language="en"),
            date=date(2026, 11, 23),
            length=Length.CORE,
        )
        for party in asked.party_ids
    )
    session = Session(questionnaire=asked, sheets=(left, right), reveal=Reveal.LIVE)
    folder = sessions / "kickoff"
    create(folder, paper, session).close()
    return folder


def subject(questions: int) -> Subject:
    """Return the program with a session of so many questions."""
    home = Path(tempfile.mkdtemp(prefix="bench-"))
    folder = folder_of(questions, home / "data" / "sessions")
    command = (sys.executable, "-m", "tui", "open", str(folder), "--lang", "en")
    return Subject(f"{questions} questions", command, "Area 0", home)


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--questions", type=int, nargs="+", default=[70, 2000])
    options.add_argument("--count", type=int, default=300)
    chosen = options.parse_args()
    subjects = [*map(subject, chosen.questions), SIXTY]
    terminals = [each.start() for each in subjects]
    timings: dict[str, dict[str, list[Timing]]] = {each.name: {} for each in subjects}
    try:
        begin(terminals[:-1])
        for number in range(chosen.count):
            key = KEYS[number % len(KEYS)]
            for each, terminal in zip(subjects, terminals, strict=True):
                pressed = "down" if each is SIXTY else key
                timing = answer(terminal, pressed)
                if timing is not None:
                    timings[each.name].setdefault(pressed, []).append(timing)
    finally:
        for terminal in terminals:
            terminal.close()
    for name, by_key in timings.items():
        report(name, by_key)
    return 0


def begin(terminals: list[Terminal]) -> None:
    """Pass the page that begins the first area."""
    for terminal in terminals:
        finish_painting(terminal)
        terminal.send("enter")
        finish_painting(terminal)


def report(name: str, by_key: dict[str, list[Timing]]) -> None:
    """Print the quantiles for each key and for all."""
    everything = [timing for timings in by_key.values() for timing in timings]
    for key, timings in {**by_key, "all": everything}.items():
        first = [timing[0] for timing in timings]
        shares = "   ".join(f"p{100 * q:.0f} {1000 * quantile(first, q):5.1f}" for q in (0.5, 0.99))
        print(f"{name:15} {key:7} {shares} ms   n {len(first)}")


if __name__ == "__main__":
    sys.exit(main())
