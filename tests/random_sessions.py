"""Random questionnaires with follow-ups of every kind, as files, and random kickoffs at them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.domain.values import Range
from tui.toml.writer import dump_toml

PARTIES = "brand", "agency"
AREAS = "goals", "trust", "risk"
_MOMENT = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
_CHOICES = "a", "b", "c"


def random_questionnaire(random: Random, folder: Path) -> tuple[Questionnaire, Path]:
    """Return a random questionnaire that passes all checks, and its file in `folder`."""
    path = folder / "random.toml"
    while True:
        path.write_bytes(dump_toml(_tables(random)))
        try:
            return load(path), path
        except InvalidFile:  # such as a condition that can never hold
            continue


def _tables(random: Random) -> dict[str, Any]:
    """Return the tables of a questionnaire, which the checker may still refuse."""
    names = [f"q{place}" for place in range(random.randint(3, 9))]
    areas = sorted(random.choices(AREAS, k=len(names)), key=AREAS.index)
    questions: dict[str, dict[str, Any]] = {}
    for name, area in zip(names, areas, strict=True):
        questions[name] = _question(random, name, area, questions)
    openers = [name for name, each in questions.items() if each["type"] == "choice"]
    over = [_test(random, name) for name in openers[:2]]
    rule = {"if": over, "level": "high", "say": "Risky together."}
    return {
        "format": 1,
        "questionnaire": {"id": "random", "version": "1.0.0", "languages": ["en"], "title": "R"},
        "party": {party: {"name": party.title()} for party in PARTIES},
        "area": _areas(random, areas, questions),
        "question": questions,
        **({"risk": {"together": rule}} if len(over) > 1 else {}),
    }


def _areas(
    random: Random, areas: list[str], questions: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the areas, the later ones now and then behind a gate of their own."""
    tables: dict[str, dict[str, Any]] = {}
    for area in dict.fromkeys(areas):
        openers = [
            name
            for name, each in questions.items()
            if each["type"] in ("choice", "yesno") and each["area"] in tables
        ]
        tables[area] = {"title": area.title()}
        if openers and random.random() < 0.2:
            tables[area] |= _gate(random, random.sample(openers, min(2, len(openers))))
    return tables


def _question(
    random: Random, name: str, area: str, earlier: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """Return a question that may follow up, rest on, and be risky with, earlier ones."""
    kind = random.choice(["choice", "choice", "yesno", "scale", "number", "range", "multi", "text"])
    table: dict[str, Any] = {"type": kind, "area": area, "text": f"{name}?"}
    table["practice"] = "As usual."
    if kind in ("choice", "multi"):
        table["choices"] = {choice: choice.upper() for choice in _CHOICES}
    if kind in ("number", "range"):
        table |= {"min": 0, "max": 20}
        table |= random.choice([{}, {}, {"private": "overlap"}])
    table["core"] = random.random() < 0.8
    if kind not in ("text", "number", "range"):
        table |= {"predict": True} if random.random() < 0.3 else {}
    if random.random() < 0.12:
        table |= {"asked_of": random.choice(PARTIES)}
    openers = [each for each, told in earlier.items() if told["type"] in ("choice", "yesno")]
    if openers and random.random() < 0.6:
        for _ in range(random.choice([1, 1, 1, 2])):
            table |= _gate(random, random.sample(openers, min(2, len(openers))))
    shared = [each for each, told in earlier.items() if "private" not in told]
    if shared and kind != "text" and random.random() < 0.4:
        table["defined_by"] = [random.choice(shared)]
    table["contract"] = random.random() < 0.2
    if kind in ("choice", "yesno") and random.random() < 0.5:
        test = random.choice(
            [
                {"undecided": True},
                {"differs": True},
                {"is": _first(table)},
                {"is_not": _first(table)},
            ]
        )
        table["risk"] = {"own": {"if": [test], "level": "high", "say": "Risky."}}
    return table


def _first(table: dict[str, Any]) -> str:
    return "yes" if table["type"] == "yesno" else "a"


def _gate(random: Random, openers: list[str]) -> dict[str, Any]:
    """Return a condition of any form: of either, of both, of one party, of one test from each."""
    opener = openers[0]
    tests: list[dict[str, Any]] = random.choice(
        [
            [_test(random, opener)],
            [_test(random, opener, who="any")],
            [_test(random, opener, who="both")],
            [_test(random, opener, who="brand")],
            [_test(random, opener, who="agency")],
            [_test(random, opener, who="brand"), _test(random, openers[-1], who="agency")],
            [_test(random, each) for each in openers],
            [{"q": opener, "undecided": True}],
            [{"q": opener, "unanswered": True}],
        ]
    )
    return {random.choice(["show_if", "show_if_any"]): tests}


def _test(random: Random, opener: str, **who: str) -> dict[str, Any]:
    """Return a test that questions of choices can meet, with yes and no among them."""
    operator = random.choice(["is", "is_not"])
    return {"q": opener, operator: random.choice(["a", "yes"]), **who}


def random_session(random: Random, questionnaire: Questionnaire) -> Session:
    """Return a kickoff in which the two answered, changed and finished in random order."""
    length = random.choice(list(Length))
    left, right = (
        Sheet(
            edition=questionnaire.edition,
            party=Respondent(id=party, name=party.title(), language="en"),
            date=date(2026, 11, 23),
            length=length,
        )
        for party in PARTIES
    )
    session = Session(
        questionnaire=questionnaire, sheets=(left, right), reveal=random.choice(list(Reveal))
    )
    for _ in range(random.choice([0, 5, 20, 60])):
        session = _one_step(random, session)
    return _finished(random, session) if random.random() < 0.8 else session


def _one_step(random: Random, session: Session) -> Session:
    party = random.choice(PARTIES)
    asked = session.asked_of(party)
    match random.randrange(10):
        case 0:
            return session.declared_finished(
                party, [area.id for area in session.questionnaire.areas]
            )
        case 1:
            return session.turn_ended(party)
        case 2:
            area = random.choice(session.questionnaire.areas).id
            return session.rated(party, area, random.randint(1, 3))
        case _:
            question = random.choice(asked) if asked else None
            return _said(random, session, party, question) if question else session


def _finished(random: Random, session: Session) -> Session:
    """Return the session in which both have answered all that they are asked, round by round."""
    areas = [area.id for area in session.questionnaire.areas]
    while True:
        waiting = [
            (party, question)
            for party in PARTIES
            for question in session.asked_of(party)
            if not session.answer(party, question.id).is_answered
        ]
        if waiting:
            party, question = random.choice(waiting)
            session = _said(random, session, party, question)
            continue
        for party in PARTIES:
            session = session.turn_ended(party).declared_finished(party, areas)
        if all(session.progress(party).is_complete for party in PARTIES):
            return session


def _said(random: Random, session: Session, party: str, question: AnyQuestion) -> Session:
    state = random.choice([None, None, None, None, *NonAnswer])
    answer = Answer(
        value=random_value(random, question) if state is None else None,
        state=state,
        rev=question.rev,
        firmness=random.choice([None, *Firmness]),
        contract=random.choice([None, *ContractState]) if question.contract else None,
        guess=random_value(random, question)
        if question.predict and random.random() < 0.7
        else None,
        note=random.choice(["", "备注"]),
    )
    return session.say(party, question.id, answer, at=_MOMENT)


def random_value(random: Random, question: AnyQuestion) -> Any:
    """Return a random answer to a question of the types that random questionnaires have."""
    match question.kind:
        case Kind.TEXT:
            return random.choice(["好", "words"])
        case Kind.MULTI:
            chosen = random.sample(_CHOICES, random.randint(1, len(_CHOICES)))
            return tuple(choice for choice in _CHOICES if choice in chosen)
        case Kind.SCALE:
            return random.randint(1, 5)
        case Kind.NUMBER:
            return Decimal(random.randint(0, 20))
        case Kind.RANGE:
            low, high = sorted(random.choices(range(21), k=2))
            return Range(Decimal(low), Decimal(high))
        case _:
            return random.choice([choice.id for choice in question.labels])
