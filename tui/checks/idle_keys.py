"""Keys that may stand on a question, yet change nothing there."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.diagnostics.problem import Problem, message, warning
from tui.formats.questionnaire.models import (
    AnyQuestionTable,
    MultiTable,
    RankingTable,
    ScaleTable,
)

Idle = Iterator[tuple[str, str]]
"""Keys, each with the message that says why it changes nothing."""

_OF_WORDS = ("predict", "recommend", "defined_by", "hollow_except")
"""What is about comparing answers, which a question in words does not do."""
_OF_SHARED = ("predict", "defined_by", "hollow_except")
"""What only a question has whose answers both see in the end."""
_BETWEEN_TWO = ("near", "near_pairs", "span")
"""What only two answers held against each other ask for."""
_AGAINST_ADVICE = ("tolerance", "ratio", "must")
"""What an answer held against a recommendation asks for as well."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return a warning for each key without effect, once for each."""
    for name, question in context.file.question.items():
        yield from _same_words(name, question)
        told: set[str] = set()
        if not context.sound(("question", name, "private")):
            continue
        for key, why in (
            *_idle(question),
            *_idle_most(question, context.named_in_tests.get(name, ())),
        ):
            if key not in told and _is_given(question, key):
                told.add(key)
                mend, private = message("leave_out", key=key), str(question.private)
                path = ("question", name, key)
                yield warning(path, why, at="key", key=key, private=private, help=mend)


def _same_words(name: str, question: AnyQuestionTable) -> Iterator[Problem]:
    """Return a warning for each wording for one party that is the question's own."""
    for party, words in question.ask.items():
        if words == question.text:
            mend = message("leave_out", key=f"ask.{party}")
            yield warning(("question", name, "ask", party), "ask_as_text", at="key", help=mend)


def _idle(question: AnyQuestionTable) -> Idle:
    """Return the keys without effect on a question, given or not."""
    if question.type == "text":
        yield from ((key, f"{key}_of_words") for key in _OF_WORDS)
    if question.private == "own":
        yield from _own(question)
    elif question.private == "overlap":
        yield from _overlap(question)
    if question.asked_of is not None:
        yield from _of_one(question)
    if not question.defined_by:
        yield "hollow_except", "idle_without_definition"
    if isinstance(question, ScaleTable) and question.labels:
        yield from ((key, "idle_beside_labels") for key in ("low", "high"))
    if question.type == "range":
        yield "near", "idle_on_range"
        if not _is_given(question, "ratio"):  # beside that, it is refused
            yield "span", "idle_on_range"


def _idle_most(question: AnyQuestionTable, offered: tuple[str, ...]) -> Idle:
    """Return a bound that no answer can reach beyond."""
    if isinstance(question, MultiTable) and question.most is not None and offered:
        together = len(set(offered) - set(question.exclusive))
        if question.most >= max(together, 1):
            yield "most", "idle_most"
    if isinstance(question, RankingTable) and offered and (question.first or 0) >= len(offered):
        yield "first", "idle_first"


def _own(question: AnyQuestionTable) -> Idle:
    """Return what is idle where the answer is held against nothing but the recommendation."""
    yield from ((key, "idle_when_private") for key in _OF_SHARED)
    yield from ((key, "idle_when_own") for key in _BETWEEN_TWO)
    if question.weight:  # 0 says itself that it counts nowhere
        yield "weight", "idle_when_own"
    if question.recommend is None:
        yield from ((key, "idle_when_own") for key in _AGAINST_ADVICE)


def _of_one(question: AnyQuestionTable) -> Idle:
    """Return what is idle where there is no other answer to compare, guess or agree with."""
    keys = (*_OF_SHARED, *_BETWEEN_TWO)
    yield from ((key, "idle_of_one") for key in keys)
    if question.recommend is None:
        yield from ((key, "idle_of_one") for key in _AGAINST_ADVICE)


def _overlap(question: AnyQuestionTable) -> Idle:
    """Return what is idle where it is only told whether two answers meet."""
    yield from ((key, "idle_when_private") for key in _OF_SHARED)
    if question.type != "range" and _is_given(question, "near"):
        yield "span", "idle_beside_near"


def _is_given(question: AnyQuestionTable, key: str) -> bool:
    """Return whether a key stands there and asks for something."""
    value = getattr(question, key, None)
    return key in question.model_fields_set and value is not False and value not in (None, [])
