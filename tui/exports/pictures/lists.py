"""Pictures made of words: options with who chose them, several choices, and texts."""

from collections.abc import Sequence

from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import ColumnsPicture, OptionsPicture, TextsPicture
from tui.exports.pictures.absent import absence_lines, both_absent_html
from tui.exports.pictures.ink import SIDES, Ink
from tui.exports.pictures.marks import mark
from tui.exports.pictures.markup import Markup, element
from tui.text.cleaning import clean

_LANES = 3
"""The most pairs of near options that are joined by brackets."""


def options_html(ink: Ink, picture: OptionsPicture) -> Markup:
    """Return a table with a row for each option, and one for who took none."""
    lanes = picture.joined[:_LANES]
    rows = list[Markup]()
    for place, option in enumerate(picture.options):
        label = element(
            "td",
            ink.label(option.label),
            class_="label strong" if any(option.chosen) else "label quiet",
        )
        near = [
            cell for lane in lanes for cell in _near(ink, place, lane, is_last=lane is lanes[-1])
        ]
        rows.append(element("tr", *_marks(ink, option.chosen), label, *near))
    for index, why in enumerate(picture.absent):
        if why is not None:
            words = absence_lines(ink, why)
            chosen = index == 0, index == 1
            label = element("td", words, class_="label absent", colspan=1 + len(lanes))
            rows.append(element("tr", *_marks(ink, chosen), label))
    return element("div", element("table", element("tbody", *rows)), class_="picture options")


def _marks(ink: Ink, chosen: tuple[bool, bool]) -> list[Markup]:
    """Return the mark of each party that chose, and an empty cell for the other."""
    return [
        element("td", mark(index, ink.name(index)) if is_chosen else "", class_="who")
        for index, is_chosen in enumerate(chosen)
    ]


def _near(ink: Ink, place: int, lane: tuple[int, int], *, is_last: bool) -> list[Markup]:
    """Return what a row has of a bracket that joins two options: all of it, at the first one.

    Words stand beside the last bracket only, for they would take much of a narrow picture.
    """
    first, last = lane
    if place == first:
        words = ink.lines(lambda say: say("picture.near_pair")) if is_last else ""
        return [element("td", words, class_="near", rowspan=last - first + 1)]
    return [] if first < place <= last else [element("td")]


def columns_html(ink: Ink, picture: ColumnsPicture) -> Markup:
    """Return three columns: what both name, and what only one of them names."""
    columns = list[Markup]()
    if any(picture.absent):
        key = "picture.names"
    else:
        key = "picture.only"
        words = ink.lines(lambda say: say("picture.both_name", count=len(picture.both)))
        columns.append(_column(ink, (0, 1), words, picture.both))
    for index in range(2):
        if picture.absent[index] is None:
            columns.append(_only(ink, key, index, picture.only[index]))
    return element(
        "div",
        element("div", *columns, class_="beside"),
        both_absent_html(ink, picture.absent),
        class_="picture columns",
    )


def _only(ink: Ink, key: str, index: int, labels: Sequence[LocalizedText]) -> Markup:
    words = ink.lines(lambda say: say(key, party=ink.name(index), count=len(labels)))
    return _column(ink, (index,), words, labels)


def _column(
    ink: Ink, whose: Sequence[int], head: Markup, labels: Sequence[LocalizedText]
) -> Markup:
    """Return a head, and texts below it."""
    side = SIDES[whose[0]] if len(whose) == 1 else "both"
    marks = element("span", *map(mark, whose), class_="marks")
    texts = [element("li", ink.label(text)) for text in labels]
    if not texts:
        texts = [element("li", ink.lines(lambda say: say("picture.none")), class_="quiet")]
    return element(
        "div",
        element("p", marks, " ", head, class_=f"head {side}"),
        element("ul", *texts),
        class_="column",
    )


def texts_html(ink: Ink, picture: TextsPicture) -> Markup:
    """Return both texts side by side, each with a bar in its party's colour."""
    columns = list[Markup]()
    for index, (text, why) in enumerate(zip(picture.texts, picture.absent, strict=True)):
        if why is None:
            words = element("p", clean(text), class_=f"words {SIDES[index]}", dir="auto")
        else:
            told = absence_lines(ink, why)
            words = element("p", told, class_=f"words absent {SIDES[index]}")
        name = element("span", ink.name(index), dir="auto")
        head = element("p", mark(index), " ", name, class_=f"head {SIDES[index]}")
        columns.append(element("div", head, words, class_="column"))
    return element("div", element("div", *columns, class_="beside"), class_="picture texts")
