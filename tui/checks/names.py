"""The short names of questions: what a list has room for, and by which each can be told."""

from collections.abc import Iterable, Iterator

from tui.checks.context import CheckContext
from tui.checks.placeholders import PLACEHOLDER
from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.formats.questionnaire.models import NEUTRAL
from tui.text.width import cell_width

_MOST_CELLS = 16
"""Cells that every list has room for, also beside a picture on a narrow screen."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with the names of questions."""
    named = {
        ("question", each, "name"): question.name
        for each, question in context.file.question.items()
        if question.name is not None
    }
    for tag in (NEUTRAL, *context.file.questionnaire.languages):
        yield from misfits(
            (path if tag == NEUTRAL else (*path, tag), words[tag])
            for path, words in named.items()
            if tag in words
        )


def misfits(names: Iterable[tuple[KeyPath, str]]) -> Iterator[Problem]:
    """Return what is wrong with the names of one language.

    A party's name may be of any length, so that a name with one in it may be so too.

    Args:
        names: Each name with its place, of which the second part is the question's id.
    """
    owners: dict[str, str] = {}
    for place, text in names:
        told, question = " ".join(text.split()), str(place[1])
        if PLACEHOLDER.search(told):
            yield error(place, "party_in_name", help=message("leave_party_out"))
        elif (cells := cell_width(told)) > _MOST_CELLS:
            mend = message("shorten_name")
            yield error(place, "name_too_long", cells=cells, most=_MOST_CELLS, help=mend)
        elif told and (owner := owners.setdefault(told.casefold(), question)) != question:
            yield error(place, "same_name", question=owner, help=message("own_question_name"))
