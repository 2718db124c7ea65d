"""What stands on the page before a reveal: both are in, call everyone; nothing of the answers.

How long the talk will be depends on what is about to be revealed. So what is told is the part of
the planned time that this area has by the number of its questions.
"""

from collections.abc import Callable, Iterator

from tui.domain.outlook import outlook
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.i18n import Phrases
from tui.presenters.columns import SIDES
from tui.presenters.covers import Block, centred, told_to_both
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, Line, Row


def reveal_blocks(
    session: Session, area: str, appearance: Appearance, width: int
) -> Iterator[Block]:
    """Yield who is in, and the call to everyone, in each language at the table.

    Args:
        session: The session, in which the answers have not met yet.
        area: The id of the area that is about to be revealed.
        appearance: The words, marks and colours of the interface.
        width: The width in cells.
    """
    yield Block(list(_parties(session, appearance, width)), 1)
    key = "handover.reveal_all" if session.reveal is Reveal.END else "handover.reveal"
    title = session.questionnaire.area(area).title
    for told in _told(session, appearance.phrases, lambda say: say(key, area=title[say.language])):
        is_in, _, call = told.partition("\n")
        rows = centred(is_in, width, appearance.strong)
        yield Block([*rows, *centred(call, width, appearance.plain)])


def key_blocks(session: Session, area: str, appearance: Appearance, width: int) -> Iterator[Block]:
    """Yield how much there is to talk about and what the key cannot take back."""
    style = appearance.quiet
    size = [
        row
        for told in _told(session, appearance.phrases, lambda say: _size(session, area, say))
        for row in centred(told, width, style)
    ]
    yield Block([*size, BLANK], 3)
    hints = _told(session, appearance.phrases, lambda say: say("handover.reveal_key"))
    for rank, told in enumerate(hints):
        yield Block(centred(told, width, style), rank)


def show_words(session: Session, interface: Phrases) -> tuple[str, ...]:
    """Return what the key does, in each language at the table."""
    return _told(session, interface, lambda say: say("handover.show"))


def _told(session: Session, interface: Phrases, words: Callable[[Phrases], str]) -> tuple[str, ...]:
    """Return a text in each language at the table, that of the interface first."""
    known = {sheet.party.language: sheet.party.id for sheet in session.sheets}
    first = known.get(interface.language, session.questionnaire.party_ids[0])
    return told_to_both(session, first, interface, words)


def _parties(session: Session, appearance: Appearance, width: int) -> Iterator[Row]:
    """Yield a row for each party: its mark, its name, that it is in; the two begin alike."""
    lines = []
    for side, sheet in zip(SIDES, session.sheets, strict=True):
        mark = f"{appearance.marks.of_party(side)} {sheet.party.name}"
        lines.append(Line().add(mark, appearance.foreground(side, bold=True)))
    widest = max(line.width for line in lines)
    for line in lines:
        line.to(widest + 2).add(f"{appearance.marks.done} {appearance.phrases('handover.in')}")
    indent = max(0, (width - max(line.width for line in lines)) // 2)
    for line in lines:
        yield Line(indent).put(line.row().content).row()


def _size(session: Session, area: str, say: Phrases) -> str:
    """Return how many questions meet, and how long there is to talk about them."""
    areas = [each.id for each in session.questionnaire.areas]
    met = areas if session.reveal is Reveal.END else [area]
    ahead = [outlook(session, session.questionnaire.party_ids, each) for each in met]
    count = sum(len(each.questions) for each in ahead)
    title = session.questionnaire.area(area).title[say.language]
    named = "" if session.reveal is Reveal.END else f"{title} · "
    if session.planned is None:
        return f"{named}{say('handover.count', count=count)}"
    whole = sum(
        len(outlook(session, session.questionnaire.party_ids, each).questions) for each in areas
    )
    minutes = max(1, session.planned * count // (whole or 1))
    return f"{named}{say('handover.to_talk', count=count, minutes=minutes)}"
