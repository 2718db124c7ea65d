"""What a later edition offers to choose from, against what the former one did."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.checks.meaning import Successor
from tui.checks.wording import Wording, once_each
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.formats.questionnaire.models import AllocationTable, OfferingTable, RankingTable


def problems(each: Successor, version: str) -> Iterator[Problem]:
    """Return what is wrong with the choices of one question, but what they say.

    Args:
        each: The question.
        version: The version from which on a choice that is gone is to be retired.
    """
    was, now = each.was, each.now
    if not isinstance(was, OfferingTable) or not isinstance(now, OfferingTable):
        return
    path, before, after = (*each.path, "choices"), each.offered_before, each.offered_now
    needs_rev = isinstance(now, RankingTable | AllocationTable) and not each.is_revised
    gone = sorted((before.keys() | was.retired.keys()) - (after.keys() | now.retired.keys()))
    for choice in gone:
        key = "retire_item" if needs_rev and choice in before else "retire_choice"
        told = {"id": choice, "question": each.name, "version": version, "rev": each.next_rev}
        yield error(path, "choice_gone", at="key", choice=choice, help=message(key, **told))
    for choice in after:
        if choice in was.retired and choice not in before:
            mend = message("new_choice", id=choice)
            place = (*path, choice)
            yield error(place, "choice_reused", at="key", choice=choice, help=mend)
    added = [choice for choice in after if choice not in before and choice not in was.retired]
    removed = [choice for choice in before if choice not in after and choice not in gone]
    if needs_rev and (added or removed):
        signed = [*(f"+{choice}" for choice in added), *(f"-{choice}" for choice in removed)]
        yield error(path, "items_changed", at="key", items=", ".join(signed), help=each.mend)


def said_otherwise(found: Iterable[Successor], wording: Wording) -> Iterator[Problem]:
    """Return what is to be told of choices that say something else, once for a shared list."""
    changes: dict[KeyPath, _Relabelling] = {}
    for each in found:
        if each.is_revised:
            continue
        kept = {c: words for c, words in each.offered_now.items() if c in each.offered_before}
        exchanged = wording.exchanged(each.offered_before, kept)
        told = once_each(exchanged)
        for choice, words in kept.items():
            was = each.offered_before[choice]
            if wording.is_same(was, words) or (choice in exchanged and choice not in told):
                continue
            is_new = wording.is_rewritten(was, words)
            new = _Relabelling(choice, told.get(choice), is_new, [])
            changes.setdefault(_place(each, choice), new).questions.append(each)
    for place, change in changes.items():
        yield change.problem(place)


@dataclass(frozen=True, slots=True)
class _Relabelling:
    """A choice whose words are others than before."""

    choice: str
    other: str | None
    """The choice that had these words before."""
    is_rewritten: bool
    questions: list[Successor]
    """The questions that offer it, and do not say that their meaning has changed."""

    def problem(self, path: KeyPath) -> Problem:
        """Return what is to be told of it."""
        if self.other is not None:
            mend = self._mend("raise_rev")
            return error(path, "choices_exchanged", choice=self.choice, other=self.other, help=mend)
        if self.is_rewritten:
            return error(path, "choice_rewritten", choice=self.choice, help=self._mend("raise_rev"))
        mend = self._mend("raise_rev_if_meant")
        return warning(path, "choice_reworded", choice=self.choice, help=mend)

    def _mend(self, key: str) -> Message:
        """Return the mend for one question, or for all that share a list."""
        if len(self.questions) == 1:
            return message(key, question=self.questions[0].name, rev=self.questions[0].next_rev)
        names = ", ".join(each.name for each in self.questions)
        all_of_them = "raise_revs" if key == "raise_rev" else "raise_revs_if_meant"
        return message(all_of_them, questions=names)


def _place(each: Successor, choice: str) -> KeyPath:
    """Return where the newer edition says what a choice means: in the question, or in a list."""
    choices = getattr(each.now, "choices", {})
    holder = ("choices", choices) if isinstance(choices, str) else (*each.path, "choices")
    return (*holder, choice)
