"""Words and figures that stand nowhere else, planted where not everybody may see them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from tests.app.app_runner import fresh
from tests.app.questionnaire_files import written
from tui.domain.answers import Answer
from tui.domain.reveal import Reveal
from tui.domain.session import Session

_NAMED = '{{ zh-CN = "{0}", en = "{0}" }}'
FOLLOW_UP = "kanarifolgt"
"""Stands in the question that only the party is asked that has said yes."""


def _question(name: str, area: str, kind: str, more: str, text: str = "") -> str:
    said = _NAMED.format(text or f"What of {name}?")
    head = f'[question.{name}]\ntype = "{kind}"\narea = "{area}"\ncore = true\n'
    return f"{head}text = {said}\n{more}\n"


_RANGE = "min = 0\nmax = 9999"
PAPER = "".join(
    [
        'format = 1\n[questionnaire]\nid = "planted"\nversion = "1.0.0"\n',
        f'languages = ["zh-CN", "en"]\ntitle = {_NAMED.format("Paper")}\n',
        f"[party.brand]\nname = {_NAMED.format('Brand')}\n",
        f"[party.agency]\nname = {_NAMED.format('Agency')}\n",
        f"[area.goals]\ntitle = {_NAMED.format('Goals')}\n",
        f"[area.trust]\ntitle = {_NAMED.format('Trust')}\n",
        _question("days", "goals", "number", f"{_RANGE}\npredict = true\ncontract = true"),
        _question("floor", "goals", "number", f'{_RANGE}\nprivate = "overlap"'),
        _question("cash", "goals", "number", f'{_RANGE}\nprivate = "own"'),
        _question("gate", "trust", "yesno", ""),
        _question("follow", "trust", "text", 'show_if = [{ q = "gate", is = "yes" }]', FOLLOW_UP),
        _question("sales", "trust", "number", f"{_RANGE}\npredict = true"),
    ]
)
"""A shared, a half private and a private question; a gate and its follow-up; a shared one."""
QUESTIONS = ("days", "floor", "cash", "gate", "follow", "sales")
AREAS: Mapping[str, tuple[str, ...]] = {"goals": QUESTIONS[:3], "trust": QUESTIONS[3:]}
MARK = "✓Ctrl+P"
"""Stands below an answer to which its party has a private note."""
PRIVATE = frozenset({"floor", "cash"})
PARTIES = ("brand", "agency")


@dataclass(frozen=True)
class Stage:
    """How far a session has come, under which rule."""

    reveal: Reveal
    answered: tuple[str, ...] = QUESTIONS
    """The questions that the second party has answered; the first has answered all."""
    areas: tuple[str, ...] = ()
    """The areas that both have finished."""

    def __str__(self) -> str:
        return f"{self.reveal}-{len(self.answered)}-{len(self.areas)}"


STAGES = (
    Stage(Reveal.LIVE),
    Stage(Reveal.QUESTION, ("days", "sales")),
    Stage(Reveal.QUESTION),
    Stage(Reveal.AREA),
    Stage(Reveal.AREA, areas=("goals",)),
    Stage(Reveal.AREA, areas=tuple(AREAS)),
    Stage(Reveal.END),
    Stage(Reveal.END, areas=tuple(AREAS)),
)


def met(session: Session) -> set[str]:
    """Return the questions on which both may know what was said, but for what is private."""
    done = [area for area in AREAS if all(area in session.finished.get(p, ()) for p in PARTIES)]
    match session.reveal:
        case Reveal.LIVE:
            return set(QUESTIONS)
        case Reveal.QUESTION:
            return set(session.met)
        case Reveal.AREA:
            return {question for area in done for question in AREAS[area]}
        case Reveal.END:
            return set(QUESTIONS) if len(done) == len(AREAS) else set()


def note(party: str, question: str) -> str:
    """Return what a party noted for its own side."""
    return f"kanari{party}{question}"


def figure(party: str, question: str) -> int:
    """Return what a party answered in figures."""
    return 8700 + 100 * PARTIES.index(party) + 11 * (1 + QUESTIONS.index(question))


def guess(party: str, question: str) -> int:
    """Return what a party guesses that the other answers."""
    return figure(party, question) + 1000


def paper() -> Path:
    """Return the questionnaire's file."""
    return written("planted", PAPER)


def planted(stage: Stage, questionnaire: Path) -> Session:
    """Return the session of a stage, with a canary wherever one can be."""
    session = fresh(stage.reveal, questionnaire=questionnaire)
    for party in PARTIES:
        for question in QUESTIONS:
            if party == PARTIES[0] or question in stage.answered:
                session = session.answered(party, question, _answer(party, question))
        for area in AREAS:
            session = session.rated(party, area, 2)
    for party in PARTIES:
        session = session.declared_finished(party, stage.areas)
    return session.let_meet(QUESTIONS) if stage.reveal is Reveal.QUESTION else session


def _answer(party: str, question: str) -> Answer:
    said = Answer(private_note=note(party, question), rev=1)
    match question:
        case "gate":
            return replace(said, value="yes" if party == PARTIES[0] else "no")
        case "follow":
            return replace(said, value="as said")
        case _:
            guessed = guess(party, question) if question in ("days", "sales") else None
            return replace(
                said,
                value=Decimal(figure(party, question)),
                guess=None if guessed is None else Decimal(guessed),
            )


def forbidden(session: Session, alone_with: str | None) -> Iterator[str]:
    """Return the canaries that those who look must not see.

    Args:
        session: The session as it is now.
        alone_with: The party that looks alone, or None if both look.
    """
    known = met(session)
    for party in PARTIES:
        if party == alone_with:
            continue
        for question in QUESTIONS:
            yield note(party, question)
            yield str(guess(party, question))
            if question in PRIVATE or question not in known:
                yield str(figure(party, question))
    if alone_with is None:
        yield MARK
    if alone_with != PARTIES[0] and "gate" not in known:
        yield FOLLOW_UP


def own(party: str, questions: Iterable[str]) -> set[str]:
    """Return canaries that a party must come to see at these questions: a search can find them."""
    shown = {note(party, question) for question in questions}
    return shown | {str(figure(party, question)) for question in PRIVATE.intersection(questions)}


def among(words: Iterable[str], text: str) -> set[str]:
    """Return those of the words that stand in a text; a figure also with a comma in it."""
    plain = re.sub(r"(?<=\d),(?=\d)", "", text)
    return {word for word in words if re.search(rf"(?<!\d){re.escape(word)}(?!\d)", plain)}
