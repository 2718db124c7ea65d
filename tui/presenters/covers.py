"""What stands on a cover: for whom the next screen is, told to everybody at the table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textual.style import Style

from tui.domain.outlook import Outlook
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.i18n import Phrases
from tui.phrasing.area_ahead import area_place, area_size, area_summary
from tui.phrasing.spoken import phrases_for
from tui.presenters.columns import SIDES
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, Line, Row, wrapped


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand or fall together where a cover is too low for all of it."""

    rows: list[Row]
    """The rows."""
    rank: int = 0
    """How soon it can be spared; 0 for what must stand there."""
    is_joined: bool = False
    """Whether it stands right below the block before it, with no blank line between them."""


def fitting(page: Iterable[Block], foot: Iterable[Block], room: int) -> tuple[list[Row], list[Row]]:
    """Return a page and its foot in so many rows, a blank line between the blocks of the page.

    Where there is less room the blank lines go first, from the top, then what is spared soonest.
    """
    above, below = ([block for block in blocks if block.rows] for blocks in (page, foot))
    while (spare := room - sum(len(block.rows) for block in (*above, *below))) < 0:
        last = max((*above, *below), key=lambda block: block.rank)
        if not last.rank:
            break
        (above if last in above else below).remove(last)
    gaps = [place for place, block in enumerate(above) if place and not block.is_joined]
    parted = gaps[-spare:] if spare > 0 else []
    rows = [
        row
        for place, block in enumerate(above)
        for row in ([BLANK, *block.rows] if place in parted else block.rows)
    ]
    return rows, [row for block in below for row in block.rows]


def text_rows(text: str, width: int, style: Style) -> list[Row]:
    """Return a text in rows from the left edge."""
    return [Line().put(line).row() for line in wrapped(text, width, style)]


def centred(text: str, width: int, style: Style) -> list[Row]:
    """Return a text in rows in the middle of a page."""
    lines = wrapped(text, width, style)
    return [Line((width - line.cell_length) // 2).put(line).row() for line in lines]


def handover_blocks(
    session: Session, party: str, ahead: Outlook | None, appearance: Appearance, width: int
) -> Iterator[Block]:
    """Yield what a cover says in the language of the party that it opens for.

    Args:
        session: The session.
        party: The id of the party.
        ahead: The area that it goes on with; None where the others only look away.
        appearance: The words of that party's turn, marks and colours.
        width: The width in cells.
    """
    place = session.questionnaire.party_ids.index(party)
    respondent, side = session.sheet(party).party, SIDES[place]
    say = phrases_for(respondent.language, appearance.phrases)
    role = session.questionnaire.parties[place].name[respondent.language]
    turn = f"{appearance.marks.of_party(side)} {say('handover.turn', party=role)}"
    yield Block(text_rows(turn, width, appearance.foreground(side, bold=True)), 2)
    who = Line().put(wrapped(respondent.name, width, appearance.strong, 1)[0])
    if respondent.answered_by:
        people = say("handover.and").join(respondent.answered_by)
        who.add("  ").put(wrapped(people, width, appearance.plain, 1)[0])
    yield Block([who.row()], 5)
    call = cover_words(session, party, say, is_handed_over=ahead is not None)
    yield Block(text_rows(call, width, appearance.strong))
    if ahead is None:
        return
    yield Block(text_rows(say("handover.projector"), width, appearance.plain), 1, is_joined=True)
    yield Block(_area_rows(ahead, say, appearance, width), 3)
    if session.reveal is Reveal.QUESTION:  # it goes on with a question or two, not with an area
        return
    about = ahead.area.about.format(session.names)[say.language]
    yield Block(text_rows(about, width, appearance.plain) if about else [], 6, is_joined=True)
    size = text_rows(area_size(ahead, say), width, appearance.plain)
    yield Block([*size, *text_rows(say("handover.unseen"), width, appearance.plain)], 4)


def cover_words(session: Session, party: str, say: Phrases, *, is_handed_over: bool) -> str:
    """Return to whom the laptop goes, or for whom the others look away."""
    key = "handover.message" if is_handed_over else "handover.cover"
    return say(key, name=session.sheet(party).party.name)


def other_blocks(
    session: Session, party: str, ahead: Outlook | None, appearance: Appearance, width: int
) -> Iterator[Block]:
    """Yield the same in short in the other party's language; nothing where they share one.

    Whoever holds the laptop can so read it, too.
    """
    other = session.questionnaire.other(party)
    mine, its = (
        phrases_for(session.sheet(each).party.language, appearance.phrases)
        for each in (party, other)
    )
    if mine.language == its.language:
        return
    call = cover_words(session, party, its, is_handed_over=ahead is not None)
    yield Block(text_rows(call, width, appearance.plain))
    if ahead is not None:
        yield Block(text_rows(its("handover.projector"), width, appearance.plain), 1)
        summary = area_summary(ahead, its, sized=session.reveal is not Reveal.QUESTION)
        yield Block(text_rows(summary, width, appearance.plain), 2)


def _area_rows(ahead: Outlook, say: Phrases, appearance: Appearance, width: int) -> list[Row]:
    """Return which area of how many it is, and its name."""
    line = Line().add(area_place(ahead, say), appearance.plain).add("   ")
    line.add(ahead.area.title[say.language], appearance.strong)
    if line.width <= width:
        return [line.row()]
    return [
        *text_rows(area_place(ahead, say), width, appearance.plain),
        *text_rows(ahead.area.title[say.language], width, appearance.strong),
    ]


def told_to_both(
    session: Session, party: str, interface: Phrases, words: Callable[[Phrases], str]
) -> tuple[str, ...]:
    """Return a text in both parties' languages; once, where they share one.

    Args:
        session: The session.
        party: The id of the party whose language comes first.
        interface: The interface's words, for a party whose language it does not speak.
        words: Returns the text in one language.
    """
    readers = party, session.questionnaire.other(party)
    languages = (session.sheet(reader).party.language for reader in readers)
    told = (words(phrases_for(language, interface)) for language in languages)
    return tuple(dict.fromkeys(told))
