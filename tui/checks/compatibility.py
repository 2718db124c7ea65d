"""A questionnaire against its former edition: what sheets of that one will no longer find."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.domain.questionnaire import version_numbers
from tui.formats.questionnaire.models import AnyQuestionTable, OfferingTable, QuestionnaireFile

_VERSION: KeyPath = ("questionnaire", "version")


@dataclass(frozen=True, slots=True)
class Change:
    """Two editions of a questionnaire, and how far they are the same."""

    old: QuestionnaireFile
    """The former edition."""
    new: QuestionnaireFile
    """The one that is checked."""
    is_same_content: bool
    """Whether both say the same."""
    is_same_text: bool
    """Whether they are the same to the letter."""


def problems(change: Change) -> Iterator[Problem]:
    """Return what the newer edition gave up without saying so."""
    old, new = change.old, change.new
    if old.questionnaire.id != new.questionnaire.id:
        path = ("questionnaire", "id")
        yield error(path, "against_other", new=new.questionnaire.id, old=old.questionnaire.id)
        return
    yield from _version(change)
    if list(old.party) != list(new.party):
        parties = ", ".join(old.party)
        yield error(("party",), "parties_changed", at="header", parties=parties)
    names = {name: name for name in new.question}
    names |= {former: name for name, each in new.question.items() for former in each.was}
    yield from _gone(old, new, names)
    for former, name in names.items():
        if former in old.question:
            yield from _question(name, old, new, former)


def _version(change: Change) -> Iterator[Problem]:
    """Return an error where what changed goes by a version that is taken."""
    old, new = change.old.questionnaire.version, change.new.questionnaire.version
    before, after = version_numbers(old), version_numbers(new)
    if before is None or after is None:
        return
    if after < before:
        yield error(_VERSION, "version_lowered", old=old, new=new)
    elif old == new and not change.is_same_content:
        yield error(_VERSION, "version_not_raised", version=old)
    elif old == new and not change.is_same_text:
        yield warning(_VERSION, "only_layout_changed", version=old)


def _gone(
    old: QuestionnaireFile, new: QuestionnaireFile, names: Mapping[str, str]
) -> Iterator[Problem]:
    """Return the ids that stood for a question once and are not reserved now."""
    taken = {name: name for name in (*old.question, *old.retired)}
    taken |= {former: name for name, each in old.question.items() for former in each.was}
    told: set[str] = set()
    for former, name in taken.items():
        if former in names or former in new.retired or name in told:
            continue
        if former != name and name not in names:
            continue
        told.add(name)
        mend = message("retire_question", id=former, version=new.questionnaire.version)
        yield error(("question",), "question_gone", at="header", id=former, help=mend)


def _question(
    name: str, old: QuestionnaireFile, new: QuestionnaireFile, former: str
) -> Iterator[Problem]:
    """Return what changed in one question so that its answers no longer fit."""
    was, now = old.question[former], new.question[name]
    path: KeyPath = ("question", name)
    if was.type != now.type:
        mend = message("new_question", id=former)
        yield error((*path, "type"), "type_changed", was=was.type, now=now.type, help=mend)
        return
    if not isinstance(was, OfferingTable) or not isinstance(now, OfferingTable):
        return
    kept = offered(now, new) | now.retired.keys()
    for choice in sorted((offered(was, old) | was.retired.keys()) - kept):
        version = new.questionnaire.version
        mend = message("retire_choice", id=choice, question=name, version=version)
        yield error((*path, "choices"), "choice_gone", at="key", choice=choice, help=mend)


def offered(question: AnyQuestionTable, file: QuestionnaireFile) -> AbstractSet[str]:
    """Return the ids of the choices that a question offers, its own or a shared list's."""
    choices = getattr(question, "choices", {})
    if isinstance(choices, str):
        return file.choices.get(choices, {}).keys()
    return choices.keys()
