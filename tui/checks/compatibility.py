"""A questionnaire against its former edition: what sheets of that one will no longer find."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.checks import meaning, offers
from tui.checks.meaning import Successor
from tui.checks.wording import Wording, once_each
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.domain.questionnaire import version_numbers
from tui.formats.questionnaire.models import AnyQuestionTable, QuestionnaireFile, Translations

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
    """Return what the newer edition gave up, or gave another meaning, without saying so."""
    old, new = change.old, change.new
    if old.questionnaire.id != new.questionnaire.id:
        path = ("questionnaire", "id")
        yield error(path, "against_other", new=new.questionnaire.id, old=old.questionnaire.id)
        return
    yield from _version(change)
    wording = _wording(old, new)
    yield from _parties(old, new, wording)
    names = {name: name for name in new.question}
    names |= {former: name for name, each in new.question.items() for former in each.was}
    yield from _areas(old, new, names, wording)
    yield from _gone(change, names)
    yield from _reused(old, new)
    yield from _merged(old, new)
    yield from _questions(change, names, wording)


def _wording(old: QuestionnaireFile, new: QuestionnaireFile) -> Wording:
    """Return what holds texts of the two against each other, in the languages of both.

    Not where the parties are others: then texts name others, and no former sheet fits anyway.
    """
    both = set(old.questionnaire.languages).intersection(new.questionnaire.languages)
    return Wording(tuple(sorted(both)) if old.party.keys() == new.party.keys() else ())


def _version(change: Change) -> Iterator[Problem]:
    """Return an error where what changed goes by a version that is taken."""
    old, new = change.old.questionnaire.version, change.new.questionnaire.version
    before, after = version_numbers(old), version_numbers(new)
    if before is None or after is None:
        return
    mend = message("write_as", example=f'version = "{_coming(change)}"')
    if after < before:
        yield error(_VERSION, "version_lowered", old=old, new=new, help=mend)
    elif old == new and not change.is_same_content:
        yield error(_VERSION, "version_not_raised", version=old, help=mend)
    elif old == new and not change.is_same_text:
        yield warning(_VERSION, "only_layout_changed", version=old, help=mend)


def _coming(change: Change) -> str:
    """Return the version that the newer edition has once it is raised above the former."""
    old, new = change.old.questionnaire.version, change.new.questionnaire.version
    before, after = version_numbers(old), version_numbers(new)
    if before is None or after is None or after > before:
        return new
    return f"{before[0]}.{before[1] + 1}.0"


def _parties(old: QuestionnaireFile, new: QuestionnaireFile, wording: Wording) -> Iterator[Problem]:
    """Return an error where sheets would be taken for another party's."""
    if list(old.party) != list(new.party):
        parties = ", ".join(old.party)
        yield error(("party",), "parties_changed", at="header", parties=parties)
        return
    was, now = ({name: party.name for name, party in each.party.items()} for each in (old, new))
    for name, other in once_each(wording.exchanged(was, now)).items():
        mend = message("restore_ids")
        yield error(("party", name, "name"), "party_exchanged", party=other, help=mend)


def _areas(
    old: QuestionnaireFile, new: QuestionnaireFile, names: Mapping[str, str], wording: Wording
) -> Iterator[Problem]:
    """Return what is to be told of areas whose importance to the parties would be lost."""
    titles = {name: area.title for name, area in old.area.items()}
    kept = {name: area.title for name, area in new.area.items() if name in old.area}
    for name, other in once_each(wording.exchanged(titles, kept)).items():
        mend = message("restore_ids")
        yield error(("area", name, "title"), "area_exchanged", area=other, help=mend)
    homes: dict[str, Counter[str]] = {name: Counter() for name in old.area if name not in new.area}
    for former, question in old.question.items():
        if question.area in homes and former in names:
            homes[question.area][new.question[names[former]].area] += 1
    for name, moved in homes.items():
        fresh = [area for area, _ in moved.most_common() if area not in old.area]
        if fresh:
            mend = message("keep_area", was=name, now=fresh[0])
            yield warning(("area", fresh[0]), "area_renamed", at="key", was=name, help=mend)


def _gone(change: Change, names: Mapping[str, str]) -> Iterator[Problem]:
    """Return the ids that stood for a question once and are not reserved now."""
    old, new = change.old, change.new
    taken = {name: name for name in (*old.question, *old.retired)}
    taken |= {former: name for name, each in old.question.items() for former in each.was}
    told: set[str] = set()
    for former, name in taken.items():
        if former in names or former in new.retired or name in told:
            continue
        if former != name and name not in names:
            continue
        told.add(name)
        mend = message("retire_question", id=former, version=_coming(change))
        yield error(("question",), "question_gone", at="header", id=former, help=mend)


def _reused(old: QuestionnaireFile, new: QuestionnaireFile) -> Iterator[Problem]:
    """Return the questions whose id stood for another one in a former edition."""
    owners = {former: name for name, each in old.question.items() for former in each.was}
    for name in new.question:
        path, mend = ("question", name), message("new_id")
        if name in old.question:
            continue
        if name in old.retired:
            yield error(path, "retired_id_used", at="key", id=name, help=mend)
        elif name in owners:
            owner = owners[name]
            yield error(path, "former_id_used", at="key", id=name, question=owner, help=mend)


def _merged(old: QuestionnaireFile, new: QuestionnaireFile) -> Iterator[Problem]:
    """Return the questions that would take over the answers to two of the former edition."""
    for name, question in new.question.items():
        first = name if name in old.question else None
        for place, former in enumerate(question.was):
            if former not in old.question:
                continue
            if first is None:
                first = former
                continue
            mend = message("retire_instead", id=former)
            path = ("question", name, "was", place)
            yield error(path, "two_into_one", id=former, other=first, help=mend)


def _questions(change: Change, names: Mapping[str, str], wording: Wording) -> Iterator[Problem]:
    """Return what changed in questions so that their former answers no longer fit."""
    found = _successors(change.old, change.new, names)
    kept = {each.name: each.now.text for each in found.values() if not each.is_revised}
    was = {name: each.was.text for name, each in found.items()}
    exchanged = wording.exchanged(was, kept)
    for name, other in once_each(exchanged).items():
        is_same_type = found[name].was.type == found[name].now.type
        key = "restore_ids_or_rev" if is_same_type else "restore_ids"
        mend = message(key, questions=f"{name}, {other}")
        path = ("question", name, "text")
        yield error(path, "questions_exchanged", at="key", question=other, help=mend)
    same = [each for name, each in found.items() if name not in exchanged]
    for each in same:
        yield from _question(each, _coming(change), wording)
    fitting = (each for each in same if each.was.type == each.now.type)
    yield from offers.said_otherwise(fitting, wording)


def _successors(
    old: QuestionnaireFile, new: QuestionnaireFile, names: Mapping[str, str]
) -> dict[str, Successor]:
    """Return the questions that were there before, by their id now; of two in one, the first."""
    found: dict[str, Successor] = {}
    for former, name in names.items():
        if former in old.question and name not in found:
            was, now = old.question[former], new.question[name]
            found[name] = Successor(former, name, was, now, labels(was, old), labels(now, new))
    return found


def _question(each: Successor, version: str, wording: Wording) -> Iterator[Problem]:
    """Return what changed in one question so that its answers no longer fit."""
    was, now = each.was, each.now
    if was.type != now.type:
        mend = message("new_question", id=each.former)
        yield error((*each.path, "type"), "type_changed", was=was.type, now=now.type, help=mend)
        return
    yield from meaning.problems(each, wording)
    yield from offers.problems(each, version)


def labels(question: AnyQuestionTable, file: QuestionnaireFile) -> Mapping[str, Translations]:
    """Return what a question offers by choice, its own choices or a shared list's."""
    choices = getattr(question, "choices", {})
    return file.choices.get(choices, {}) if isinstance(choices, str) else choices
