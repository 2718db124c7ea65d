"""Ids, language tags and versions; ids that are used twice, or again after their time."""

import re
from collections.abc import Iterable, Iterator

from tui.checks.context import PARTIES, CheckContext
from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names, meant_by
from tui.domain.conditions import ANY, BOTH
from tui.domain.questionnaire import version_numbers
from tui.formats.questionnaire.build_questions import BEYOND_THE_PARTIES
from tui.formats.questionnaire.models import OfferingTable
from tui.formats.questionnaire.value_mends import likely_version
from tui.text.language_tags import is_tag, normalize_tag

_ID = re.compile(r"[a-z][a-z0-9_]*")
_TAKEN = (ANY, BOTH, *BEYOND_THE_PARTIES)
"""Words of the format itself that no party may be named by."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with names and versions."""
    head = context.file.questionnaire
    yield from _bad_id(("questionnaire", "id"), head.id, at_key=False)
    for path in _named(context):
        yield from _bad_id(path, str(path[-1]), at_key=True)
    yield from _versions(context)
    yield from _languages(head.languages)
    yield from _parties(context)
    yield from _reused(context)


def meant_tag(tag: str, tags: Iterable[str]) -> str | None:
    """Return which of `tags` was most likely meant: of the same language, else spelt alike.

    >>> meant_tag("zh", ["en", "zh-CN"]), meant_tag("eng", ["zh-CN", "en"]), meant_tag("de", ["en"])
    ('zh-CN', 'en', None)
    """
    known = list(tags)
    language = normalize_tag(tag).partition("-")[0]
    same = (each for each in known if each.partition("-")[0] == language)
    return next(same, None) or Names(known).nearest(tag)


def repeated(path: KeyPath, items: Iterable[str]) -> Iterator[Problem]:
    """Return an error for each item of a list that it has already."""
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item in seen:
            yield error((*path, place), "repeated", name=item)
        seen.add(item)


def _named(context: CheckContext) -> Iterator[KeyPath]:
    """Return the path of each key that is an id."""
    file = context.file
    tables = ("party", "area", "choices", "question", "risk", "retired")
    for table in tables:
        yield from ((table, name) for name in getattr(file, table))
    yield from (("question", name) for name in sorted(context.damage.lost))
    for name, labels in file.choices.items():
        yield from (("choices", name, choice) for choice in labels)
    for name, question in file.question.items():
        yield from (("question", name, "risk", rule) for rule in question.risk)
        if isinstance(question, OfferingTable):
            yield from (("question", name, "retired", choice) for choice in question.retired)
            if isinstance(question.choices, dict):
                yield from (("question", name, "choices", choice) for choice in question.choices)


def _bad_id(path: KeyPath, name: str, *, at_key: bool) -> Iterator[Problem]:
    if _ID.fullmatch(name):
        return
    simpler = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_").lstrip("0123456789_")
    mend = meant_by(name, simpler) if _ID.fullmatch(simpler) else None
    yield error(path, "bad_id", at="key" if at_key else "value", id=name, help=mend)


def _versions(context: CheckContext) -> Iterator[Problem]:
    versions: dict[KeyPath, str] = {
        ("retired", name, "since"): gone.since for name, gone in context.file.retired.items()
    }
    for name, question in context.file.question.items():
        if isinstance(question, OfferingTable):
            for choice, gone in question.retired.items():
                versions["question", name, "retired", choice, "since"] = gone.since
    versions["questionnaire", "version"] = context.file.questionnaire.version
    for path, version in versions.items():
        if version_numbers(version) is None:
            mend = None
            if (usual := likely_version(version)) is not None:
                mend = message("did_you_mean", name=usual)
            elif path[-1] == "since":
                mend = message("since_version")
            yield error(path, "bad_version", version=version, help=mend)


def _languages(tags: list[str]) -> Iterator[Problem]:
    path: KeyPath = ("questionnaire", "languages")
    if not tags:
        yield error(path, "no_language")
    yield from repeated(path, tags)
    for place, tag in enumerate(tags):
        if not is_tag(tag):
            usual = normalize_tag(tag)
            mend = message("did_you_mean", name=usual) if is_tag(usual) else None
            yield error((*path, place), "bad_language", language=tag, help=mend)


def _parties(context: CheckContext) -> Iterator[Problem]:
    parties = list(context.file.party)
    if len(parties) != PARTIES and not context.damage.touches(("party",)):
        path: KeyPath = ("party", *parties[PARTIES : PARTIES + 1])
        yield error(path, "not_two_parties", at="header", count=len(parties))
    for party in parties:
        if party in _TAKEN:
            yield error(("party", party), "reserved_id", at="key", id=party)


def _reused(context: CheckContext) -> Iterator[Problem]:
    """Return the ids that are used again although they stood for another question."""
    file = context.file
    for name in file.retired:
        if name in context.question_ids:
            mend = message("new_id_or_unretire", id=name)
            yield error(("question", name), "retired_id_used", at="key", id=name, help=mend)
    former: dict[str, str] = {}
    for name, question in file.question.items():
        for place, old in enumerate(question.was):
            path = ("question", name, "was", place)
            yield from _bad_id(path, old, at_key=False)
            if old == name:
                yield error(path, "former_id_own", id=old)
            elif old in former:
                yield error(path, "former_id_twice", id=old, question=former[old])
            elif old in file.retired:
                yield error(path, "former_id_retired", id=old)
            elif old in context.question_ids:
                mend = message("was_or_new_id", id=old)
                yield error(path, "former_id_used", id=old, question=name, help=mend)
            former.setdefault(old, name)
