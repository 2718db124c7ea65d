"""A decision as rows of a table in Word, with its clauses side by side."""

from collections.abc import Iterator
from datetime import date

from tui.exports.document import Decision, Document, Words
from tui.exports.word.languages import Block, Languages
from tui.exports.word.styles import CLAUSE, SMALL, STRONG
from tui.exports.word.text import Grid, Line, Lines, Piece, line
from tui.text.dates import full_day


def add_decision(grid: Grid, decision: Decision, document: Document) -> None:
    """Add what was agreed and decided, the clauses, and who sees to it until when."""
    languages = Languages(document)
    label = languages.label
    if decision.agreed:
        grid.add(label("minutes.agreed"), *languages.beside(Block(decision.agreed)))
    if decision.text:
        grid.add(label("minutes.decision"), line(decision.text))
    for pair in _pairs(decision, document):
        grid.add(label("document.clause"), *pair)
    if decision.owner or decision.due or decision.is_open:
        grid.add(label("minutes.owner"), owner_lines(decision, document), _due(decision, document))
    elif decision.state:
        grid.add(label("decisions.state"), *languages.beside(Block(decision.state)))


def owner_lines(decision: Decision, document: Document) -> Lines:
    """Return who sees to it."""
    if decision.owner:
        return line(decision.owner)
    return Languages(document).stacked(document.say("decisions.no_owner"), SMALL)


def _pairs(decision: Decision, document: Document) -> Iterator[tuple[Lines, ...]]:
    """Yield the clauses two and two, in the order of the document's languages."""
    order = {tag: place for place, tag in enumerate(document.languages)}
    clauses = sorted(decision.clauses, key=lambda clause: order.get(clause[0], len(order)))
    is_plain = {tag for tag, _ in clauses} == set(order)
    told = [
        (
            *(() if is_plain else line(document.phrases[0].language_name(tag), style=SMALL)),
            Line((Piece(text, tag),), CLAUSE, has_gaps=True),
        )
        for tag, text in clauses
    ]
    for first in range(0, len(told), 2):
        yield tuple(told[first : first + 2])


def _due(decision: Decision, document: Document) -> Lines:
    """Return by when it is to be done, what came of it, and when it was taken if that is past."""
    languages = Languages(document)
    lines: list[Line] = []
    if decision.due is None:
        lines += languages.stacked(document.say("decisions.no_due"), SMALL)
    else:
        lines += languages.label("minutes.due")
        lines += languages.stacked(days(decision.due, document), characters=STRONG)
    if decision.state:
        lines.append(languages.inline(decision.state, SMALL, other=""))
    if decision.taken_on is not None:
        meeting = document.say("decisions.meeting_of")
        told = zip(meeting, days(decision.taken_on, document), strict=True)
        lines += languages.stacked(tuple(" ".join(each) for each in told), SMALL)
    return tuple(lines)


def days(day: date, document: Document) -> Words:
    """Return a day as it is written in each language."""
    return tuple(full_day(day, tag) for tag in document.languages)
