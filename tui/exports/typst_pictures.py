"""Pictures of where two parties stand, as data that Typst's template draws.

Positions are shares of the width; whether words have room, Typst knows.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.pictures import (
    Absence,
    Axis,
    ColumnsPicture,
    Dumbbell,
    DumbbellPicture,
    LinePicture,
    OptionsPicture,
    Picture,
    PrivatePicture,
    TextsPicture,
)
from tui.domain.questions.number import Measure
from tui.domain.values import Range, number_text
from tui.exports.pictures.ink import Ink
from tui.exports.typst_text import Told, by_tag, paragraphs, pieces
from tui.i18n import Phrases
from tui.phrasing.picture_words import absence_words, apart_words, figures, tick_text
from tui.text.cleaning import clean

Data = dict[str, Any]
_LANES = 3
"""The most pairs of near options that are joined by brackets."""


def picture_data(picture: Picture, names: tuple[str, str], phrases: Sequence[Phrases]) -> Data:
    """Return what the template draws.

    Args:
        picture: Where the two stand.
        names: The name of each party, in the order of the questionnaire.
        phrases: The one or two languages to tell it in, the main one first.
    """
    ink = Ink(names, tuple(phrases))
    match picture:
        case LinePicture():
            return {"kind": "line"} | _line(ink, picture)
        case DumbbellPicture():
            return {"kind": "dumbbells"} | _dumbbells(ink, picture)
        case ColumnsPicture():
            return {"kind": "columns"} | _columns(ink, picture)
        case OptionsPicture():
            return {"kind": "options"} | _options(ink, picture)
        case TextsPicture():
            return {"kind": "texts"} | _texts(ink, picture)
        case PrivatePicture(meets=meets):
            key = "picture.meet" if meets else "picture.apart"
            words = _told(ink, lambda say: say(key))
            note = _told(ink, lambda say: say("picture.fixed"))
            return {"kind": "private", "meets": meets, "words": words, "note": note}


def _told(ink: Ink, tell: Callable[[Phrases], str]) -> Told:
    return by_tag(ink.told(tell))


def _label(ink: Ink, text: LocalizedText) -> Told:
    return _told(ink, lambda say: text[say.language])


def _absent(ink: Ink, absent: Sequence[Absence | None]) -> list[Data | None]:
    """Return why a party has no mark, with its name."""

    def told(index: int, why: Absence) -> Data:
        words = _told(ink, lambda say: absence_words(say, why))
        return {"words": words, "name": pieces(ink.name(index))}

    return [None if why is None else told(index, why) for index, why in enumerate(absent)]


def _line(ink: Ink, picture: LinePicture) -> Data:
    axis = picture.axis
    unit = NO_TEXT if picture.measure is None else picture.measure.unit
    chosen = [s.low for s in picture.spans if s is not None] if picture.is_scale else []
    return {
        "ticks": _ticks(axis, unit, ink, chosen),
        "spans": [
            None if span is None else _span(ink, picture, index, span)
            for index, span in enumerate(picture.spans)
        ],
        "between": _shares(axis, picture.between),
        "common": _shares(axis, picture.common),
        "dashed": picture.is_range,
        "ends": [_label(ink, end) for end in picture.ends] if any(picture.ends) else [],
        "rulers": [
            _ruler(ink, key, axis, bound, picture.measure)
            for key, bound in zip(("agreed", "near"), picture.rulers, strict=True)
            if bound is not None and picture.measure is not None
        ],
        "absent": _absent(ink, picture.absent),
    }


def _ticks(axis: Axis, unit: LocalizedText, ink: Ink, chosen: Sequence[Decimal] = ()) -> list[Data]:
    language = ink.main.language
    return [
        {
            "at": float(axis.place(tick)),
            "text": tick_text(axis, tick, unit, language),
            "chosen": tick in chosen,
        }
        for tick in axis.ticks
    ]


def _shares(axis: Axis, span: Range | None) -> list[float] | None:
    if span is None:
        return None
    return [float(axis.place(span.low)), float(axis.place(span.high))]


def _span(ink: Ink, picture: LinePicture, index: int, span: Range) -> Data:
    """Return where a party stands, with the words beside it: in full, and the bare figure."""
    units = _told(ink, lambda say: figures(span, picture, say.language)[0])
    bare = figures(span, picture, ink.main.language)[1]
    return {
        "at": _shares(picture.axis, span),
        "units": units,
        "bare": [{**units[0], "text": pieces(bare)}],
        "name": pieces(ink.name(index)),
    }


def _ruler(ink: Ink, key: str, axis: Axis, bound: Decimal, measure: Measure) -> Data:
    def tell(say: Phrases) -> str:
        return say(f"picture.{key}", bound=measure.distance_wording(bound, say.language))

    return {"share": float(axis.share(bound)), "words": _told(ink, tell)}


def _dumbbells(ink: Ink, picture: DumbbellPicture) -> Data:
    return {
        "ticks": _ticks(picture.axis, picture.unit, ink),
        "rows": [_row(ink, picture, row) for row in picture.rows],
        "absent": _absent(ink, picture.absent),
    }


def _row(ink: Ink, picture: DumbbellPicture, row: Dumbbell) -> Data:
    places = row.places
    return {
        "label": _label(ink, row.label),
        "at": [None if at is None else float(picture.axis.place(at)) for at in places],
        "figures": ["–" if at is None else number_text(at) for at in places],
        "apart": _told(ink, lambda say: apart_words(say, picture, row)),
        "differs": bool(row.gap),
    }


def _options(ink: Ink, picture: OptionsPicture) -> Data:
    return {
        "rows": [
            {"chosen": list(option.chosen), "label": _label(ink, option.label)}
            for option in picture.options
        ],
        "near": [list(lane) for lane in picture.joined[:_LANES]],
        "near_words": _told(ink, lambda say: say("picture.near_pair")),
        "absent": _absent(ink, picture.absent),
    }


def _columns(ink: Ink, picture: ColumnsPicture) -> Data:
    columns = list[Data]()
    is_alone = any(picture.absent)
    if not is_alone:
        head = _told(ink, lambda say: say("picture.both_name", count=len(picture.both)))
        columns.append(_column(ink, (0, 1), head, picture.both))
    key = "picture.names" if is_alone else "picture.only"
    for index, labels in enumerate(picture.only):
        if picture.absent[index] is None:
            values = {"party": ink.name(index), "count": len(labels)}
            head = _told(ink, lambda say, v=values: say(key, **v))  # type: ignore[misc]
            columns.append(_column(ink, (index,), head, labels))
    return {"columns": columns, "absent": _absent(ink, picture.absent)}


def _column(ink: Ink, whose: Sequence[int], head: Told, labels: Sequence[LocalizedText]) -> Data:
    return {
        "whose": list(whose),
        "head": head,
        "labels": [_label(ink, label) for label in labels],
        "none": _told(ink, lambda say: say("picture.none")),
    }


def _texts(ink: Ink, picture: TextsPicture) -> Data:
    return {
        "names": [pieces(ink.name(index)) for index in range(2)],
        "texts": [paragraphs(clean(text)) for text in picture.texts],
        "absent": _absent(ink, picture.absent),
    }
