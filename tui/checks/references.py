"""Names that must exist: areas, lists, choices, questions; areas and lists that hold too little."""

from collections.abc import Iterable, Iterator

from tui.checks.context import FEWEST_CHOICES, CheckContext
from tui.checks.ids import repeated
from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.own_words import OTHER
from tui.formats.questionnaire.models import (
    AnyQuestionTable,
    ChoiceTable,
    MultiTable,
    OfferingTable,
)


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what refers to nothing, and areas and lists that hold too little."""
    yield from _areas(context)
    lists = Names(context.file.choices) if context.sound(("choices",)) else None
    for name, labels in context.file.choices.items():
        yield from _too_few(("choices", name), labels)
    for name, question in context.file.question.items():
        path: KeyPath = ("question", name)
        yield from _choices(path, question, lists)
        yield from _chosen(path, question, context)
        yield from _asked(path, question, context)
        yield from unknown_questions((*path, "defined_by"), question.defined_by, context)
        yield from repeated((*path, "defined_by"), question.defined_by)
    yield from _replacements(context)


def _asked(path: KeyPath, question: AnyQuestionTable, context: CheckContext) -> Iterator[Problem]:
    """Return an error for each wording that is for no party."""
    known = None if context.parties is None else Names(context.parties)
    for party in question.ask:
        if known is not None and party not in known.known:
            mend = known.mend(party)
            yield error((*path, "ask", party), "unknown_party", at="key", party=party, help=mend)


def unknown_questions(
    path: KeyPath, names: Iterable[str], context: CheckContext
) -> Iterator[Problem]:
    """Return an error for each item of a list that is no question."""
    for place, name in enumerate(names):
        yield from unknown_question((*path, place), name, context)


def unknown_question(path: KeyPath, name: str, context: CheckContext) -> Iterator[Problem]:
    """Return an error if there is no question of that name."""
    is_known = name in context.question_ids or context.question_names.has(name)
    if not is_known and context.sound(("question",)):
        mend = context.question_names.mend(name)
        yield error(path, "unknown_question", question=name, help=mend)


def unknown_choices(path: KeyPath, names: Iterable[str], known: Names) -> Iterator[Problem]:
    """Return an error for each item of a list that is no choice."""
    for place, name in enumerate(names):
        if not known.has(name):
            yield error((*path, place), "unknown_choice", choice=name, help=known.mend(name))


def _areas(context: CheckContext) -> Iterator[Problem]:
    """Return unknown areas, and those without questions unless a misspelt one may belong there."""
    used, areas, names = set(), context.file.area, context.area_names
    is_certain = not context.damage.lost and context.sound(("question",), ("area",))
    for name, question in context.file.question.items():
        path = ("question", name, "area")
        if question.area in areas:
            used.add(question.area)
        elif context.sound(path, ("area",)) and not names.has(question.area):
            yield error(path, "unknown_area", area=question.area, help=names.mend(question.area))
            meant = names.nearest(question.area)
            used |= {meant} if meant is not None else set(areas)
        else:
            is_certain = False
    for area in areas if is_certain else ():
        if area not in used and ("area", area) not in context.damage.moved:
            yield error(("area", area), "area_without_questions", at="header", area=area)


def _choices(path: KeyPath, question: AnyQuestionTable, lists: Names | None) -> Iterator[Problem]:
    """Return what is wrong with where a question has its choices from."""
    given = getattr(question, "choices", None)
    place = (*path, "choices")
    if isinstance(given, str):
        if lists is not None and given not in lists.known:
            yield error(place, "unknown_list", list=given, help=lists.mend(given))
    elif isinstance(given, dict):
        yield from _too_few(place, given)


def _too_few(path: KeyPath, labels: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Return an error for a list that leaves no choice, or offers the same twice."""
    if len(labels) < FEWEST_CHOICES:
        yield error(path, "one_choice_only", at="header", count=len(labels))
    seen: dict[tuple[str, str], str] = {}
    for choice, words in labels.items():
        said = [(tag, text.strip()) for tag, text in words.items() if text.strip()]
        first = next((label for label in said if label in seen), None)
        if first is not None:
            yield error((*path, choice, first[0]), "same_label", choice=seen[first])
        for label in said:
            seen.setdefault(label, choice)


def _chosen(path: KeyPath, question: AnyQuestionTable, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with the keys that name choices of the same question."""
    offered = context.offered.get(str(path[-1]))
    if offered is None:
        return
    known = Names(offered)
    if isinstance(question, OfferingTable):
        yield from _given_up(path, question, known)
    if getattr(question, "other", False) and OTHER in known.known:
        yield error((*path, "other"), "other_taken", at="key", help=message("new_choice_id"))
    match question:
        case ChoiceTable():
            for place, pair in enumerate(question.near_pairs):
                yield from _pair((*path, "near_pairs", place), pair, known)
        case MultiTable():
            for key, chosen in (("exclusive", question.exclusive), ("must", question.must)):
                yield from unknown_choices((*path, key), chosen, known)
                yield from repeated((*path, key), chosen)


def _given_up(path: KeyPath, question: OfferingTable, known: Names) -> Iterator[Problem]:
    """Return what is wrong with the choices that a question no longer offers."""
    for choice, gone in question.retired.items():
        if choice in known.known:
            place = (*path, "retired", choice)
            mend = message("choice_or_retired", choice=choice)
            yield error(place, "retired_choice_used", at="key", choice=choice, help=mend)
        if gone.replaced_by is not None and gone.replaced_by not in question.retired:
            place = (*path, "retired", choice, "replaced_by")
            if gone.replaced_by not in known.known:
                offer = known.mend(gone.replaced_by)
                yield error(place, "unknown_choice", choice=gone.replaced_by, help=offer)


def _pair(path: KeyPath, pair: list[str], known: Names) -> Iterator[Problem]:
    if len(set(pair)) != len(pair) or len(pair) != 2:
        yield error(path, "not_a_pair")
    else:
        yield from unknown_choices(path, pair, known)


def _replacements(context: CheckContext) -> Iterator[Problem]:
    for name, gone in context.file.retired.items():
        if gone.replaced_by is not None and gone.replaced_by not in context.file.retired:
            path = ("retired", name, "replaced_by")
            yield from unknown_question(path, gone.replaced_by, context)
