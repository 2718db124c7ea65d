"""When a question of a form is asked, in conditions of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.formats.xlsform.expressions import (
    Chosen,
    Compared,
    Condition,
    Joined,
    NotSimple,
    day_of,
    number_of,
)
from tui.formats.xlsform.lists import ChoiceList

Test = dict[str, object]
"""A test, as it stands in `show_if`."""
_NUMBERS = {">=": "min", "<=": "max", ">": "above", "<": "below"}


@dataclass(frozen=True, slots=True)
class Known:
    """A question that stands before, and can be waited for."""

    id: str
    """Its id."""
    kind: str
    """Its type."""
    choices: ChoiceList | None
    """What it offers."""


def gate(conditions: Sequence[Condition], known: Mapping[str, Known]) -> dict[str, list[Test]]:
    """Return the keys of a question that is asked only where all of these hold.

    Args:
        conditions: What must hold.
        known: What the form calls a question to what it is here.

    Raises:
        NotSimple: No condition of ours says the same.
    """
    parts = [
        part
        for each in conditions
        for part in (each.parts if isinstance(each, Joined) and each.is_all else (each,))
    ]
    tests: list[Test] = []
    either: list[list[Test]] = []
    for part in parts:
        if isinstance(part, Joined):
            if (one := _one_of(part, known)) is not None:
                tests.append(one)
            else:
                either.append([_single(each, known) for each in part.parts])
        else:
            tests += _tests(part, known)
    if len(either) > 1:
        raise NotSimple
    found = {"show_if": _unlike(tests), "show_if_any": either[0] if either else []}
    return {key: told for key, told in found.items() if told}


def _unlike(tests: Sequence[Test]) -> list[Test]:
    """Return tests without those that stand there before."""
    return [test for at, test in enumerate(tests) if test not in tests[:at]]


def _one_of(condition: Joined, known: Mapping[str, Known]) -> Test | None:
    """Return `this or that` of one question as one test, if it is that."""
    wanted = []
    name = ""
    for part in condition.parts:
        match part:
            case Chosen(asked, choice, True) | Compared(asked, "=", str() as choice):
                pass
            case Compared(asked, "=", Decimal() as number):
                choice = str(number)
            case _:
                return None
        if name not in ("", asked):
            return None
        name = asked
        wanted.append(choice)
    found = known.get(name)
    if found is None or found.kind != "choice":
        return None
    return {"q": found.id, "in": [_choice(found, each) for each in dict.fromkeys(wanted)]}


def _single(condition: Condition, known: Mapping[str, Known]) -> Test:
    tests = [] if isinstance(condition, Joined) else _tests(condition, known)
    if len(tests) != 1:
        raise NotSimple
    return tests[0]


def _tests(condition: Chosen | Compared, known: Mapping[str, Known]) -> list[Test]:
    """Return a condition as tests that must all hold."""
    found = known.get(condition.name)
    if found is None:
        raise NotSimple
    about: Test = {"q": found.id}
    match found.kind, condition:
        case "choice", Chosen(_, choice, is_chosen):
            return [{**about, "is" if is_chosen else "is_not": _choice(found, choice)}]
        case "choice", Compared(_, "=" | "!=" as sign, operand):
            key = "is" if sign == "=" else "is_not"
            return [{**about, key: _choice(found, str(operand))}]
        case "multi", Chosen(_, choice, is_chosen):
            return [{**about, "has" if is_chosen else "has_not": _choice(found, choice)}]
        case "multi", Compared(_, "=", operand):
            return [{**about, "only": [_choice(found, str(operand))]}]
        case (("number" | "scale" | "date"), Compared(_, sign, operand)):
            return [about | test for test in _sizes(sign, operand, is_day=found.kind == "date")]
    raise NotSimple


def _sizes(sign: str, operand: str | Decimal, *, is_day: bool) -> list[Test]:
    """Return a comparison with a number or a day, in operators of ours."""
    bound = day_of(str(operand)) if is_day else number_of(operand)
    if bound is not None and sign == "=":
        return [{"min": bound}, {"max": bound}]
    if bound is None or sign not in _NUMBERS:
        raise NotSimple
    return [{_NUMBERS[sign]: bound}]


def _choice(question: Known, name: str) -> str:
    """Return the id of a choice that the form names."""
    if question.choices is None or name not in question.choices.ids:
        raise NotSimple
    return question.choices.ids[name]
