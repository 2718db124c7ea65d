"""How to write a value of a questionnaire that has the wrong form."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tui.diagnostics.problem import message
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.formats import value_mends
from tui.formats.questionnaire.unknown_keys import EXAMPLES, OWNERS, above
from tui.formats.value_mends import is_list_of_tables, shown, write

Data = Mapping[str, Any]
"""The whole file as it is by now."""
_CONDITIONS = ("show_if", "show_if_any", "if")
_BY_ID = ("party", "area", "question", "risk", "retired")
_OF_A_CHOICE = 4
"""The length of the path of a choice that stands in its question."""
_LONGEST_PART = 3
"""Digits of a number of a version that is likely one."""
_SHORT = 20
"""Characters of a text that is shown whole in an example."""
_ONE_TEST = re.compile(r"[\s\"'${(]*(\w+)[\s\"'})]*(?:==?|is|:)?[\s\"']*(\w*)[\s\"')]*")


def mend_of(path: KeyPath, key: str, found: object, data: Data) -> Message | None:
    """Return how to write a value of the wrong form.

    Args:
        path: Where it stands.
        key: The message that it gets.
        found: What stands there.
        data: The whole file as it is by now.
    """
    own = _MENDS.get(key.removeprefix("check."))
    mend = own(path, found, data) if own is not None else None
    return value_mends.mend_of(path, key, found) if mend is None else mend


def likely_version(written: str) -> str | None:
    """Return the three numbers that a version likely has; None where it has none.

    >>> likely_version("v1.2"), likely_version("1.0.0-beta"), likely_version("soon")
    ('1.2.0', '1.0.0', None)
    """
    numbers = [str(int(each)) for each in re.findall(r"[0-9]+", written[:_SHORT])[:3]]
    if not numbers or max(map(len, numbers)) > _LONGEST_PART:  # a year, say
        return None
    return ".".join((*numbers, "0", "0")[:3])


def _tests(path: KeyPath, found: object, data: Data) -> Message | None:
    """Return how to write a condition; with the question that a text names, if it does."""
    name = _name(path)
    if name not in _CONDITIONS or (isinstance(found, dict) and "q" in found):
        return None
    match list(found.items()) if isinstance(found, dict) else []:
        case [(str() as asked, str() as said)] if asked in data.get("question", {}):
            return write((name,), f'[{{ q = "{asked}", is = "{said}" }}]')
    test = _ONE_TEST.fullmatch(found) if isinstance(found, str) else None
    if path[0] == "question" and name == "if":  # of the question itself
        return write((name,), f'[{{ is = "{test[1] if test and not test[2] else "…"}" }}]')
    if test is None or test[1] not in data.get("question", {}):
        return write((name,), EXAMPLES["if"])
    return write((name,), f'[{{ q = "{test[1]}", is = "{test[2] or "…"}" }}]')


def _text(path: KeyPath, found: object, _: Data) -> Message | None:
    """Return how to ask for one of several choices, for yes or no, or for a number; a version."""
    name = _name(path)
    if name in ("version", "since") and isinstance(found, int | Decimal | date):
        usual = likely_version(str(found)) or "1.0.0"
        return message("since_version") if name == "since" else write((name,), f'"{usual}"')
    if name not in ("is", "is_not"):
        return None
    if isinstance(found, list) and found:
        return write(("in" if name == "is" else "not_in",), shown(found))
    if isinstance(found, bool):
        return write((name,), '"yes"' if found else '"no"')
    return message("sizes") if isinstance(found, int | Decimal) else None


def _words(path: KeyPath, found: object, data: Data) -> Message | None:
    """Return how to write a text in each language, or where a key of the question belongs."""
    if path[2:3] == ("choices",) and len(path) == _OF_A_CHOICE and path[-1] in OWNERS:
        return above(path[:2])
    if isinstance(found, list) and len(found) == 1 and isinstance(found[0], str):
        return write(path, shown(found[0]))
    return write(path, _in_languages(found, data))


def _table(path: KeyPath, found: object, data: Data) -> Message | None:
    """Return how to write choices, or tables that have ids."""
    if path[0] == "choices" or path[-1] == "choices":
        return write(path, _choices(found, data))
    if path[-1] in _BY_ID and is_list_of_tables(found):
        return message("single_brackets", table=".".join(map(str, (*path, "ID"))))
    return None


def _lists(path: KeyPath, found: object, _: Data) -> Message | None:
    """Return how to write pairs."""
    is_pair = isinstance(found, list) and all(isinstance(each, str) for each in found)
    example = shown([found]) if is_pair else EXAMPLES.get(_name(path))
    return None if example is None else write((_name(path),), example)


_MENDS: Mapping[str, Callable[[KeyPath, object, Data], Message | None]] = {
    "not_tables": _tests,
    "not_text": _text,
    "not_words": _words,
    "not_table": _table,
    "not_lists": _lists,
}
"""What only a questionnaire knows of a mend, by message."""


def _name(path: KeyPath) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def _in_languages(found: object, data: Data) -> str:
    """Return a text in each language; with those of a list that has as many."""
    tags = _languages(data)
    given = found if isinstance(found, list) and len(found) == len(tags) else ["…" for _ in tags]
    texts = [each if isinstance(each, str) and len(each) <= _SHORT else "…" for each in given]
    return shown(dict(zip(tags, texts, strict=True)))


def _choices(found: object, data: Data) -> str:
    """Return choices as they are written, with ids made of their words where these are Latin."""
    words = [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
    ids = [re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_0123456789") for word in words]
    first, second = [*dict.fromkeys(filter(None, ids)), "first", "second"][:2]
    return f"{{ {first[:_SHORT]} = {_in_languages(None, data)}, {second[:_SHORT]} = … }}"


def _languages(data: Data) -> list[str]:
    head = data.get("questionnaire")
    tags = head.get("languages") if isinstance(head, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else ["en"]
