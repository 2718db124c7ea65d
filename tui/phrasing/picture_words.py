"""The words in a picture of where two parties stand."""

from decimal import Decimal

from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Absence, Axis, Dumbbell, DumbbellPicture, LinePicture
from tui.domain.questions.base import with_unit
from tui.domain.values import Range, number_text, numbered_day
from tui.i18n import Phrases
from tui.text.dates import brief_day, full_day

_ABSENCES = {
    Absence.UNCONFIRMED: "interview.outdated",
    Absence.UNANSWERED: "interview.nothing_yet",
    Absence.NOT_ASKED: "page.not_reached",
}
"""What is said of a party without a mark, where it is no non-answer."""


def absence_words(say: Phrases, why: Absence) -> str:
    """Return why a party has no mark."""
    return say(_ABSENCES.get(why, f"state.{why}"))


def figures(span: Range, picture: LinePicture, language: str) -> tuple[str, str]:
    """Return an answer on an axis in figures: with the unit, and without.

    What a level means always stands beside it, as its number alone says little.

    Args:
        span: The answer, a number or a range.
        picture: Where it stands.
        language: The language of the unit.
    """
    low, high = number_text(span.low), number_text(span.high)
    bare = low if low == high else f"{low}–{high}"
    measure = picture.measure
    if picture.axis.is_days:
        day = numbered_day(span.low)
        return full_day(day, language), brief_day(day, language)
    if measure is None:
        if picture.levels:
            bare = f"{low} {picture.levels[picture.axis.ticks.index(span.low)][language]}"
        return bare, bare
    if low == high:
        return measure.wording(span.low, language), bare
    return with_unit(bare, measure.unit, language), bare


def tick_text(axis: Axis, tick: Decimal, unit: LocalizedText, language: str) -> str:
    """Return a number of an axis, with its unit where that is a sign, such as that of percent.

    Of days it is the day; with its year where the axis goes over more than one.
    """
    if axis.is_days:
        first, last = numbered_day(axis.low).year, numbered_day(axis.high).year
        return brief_day(numbered_day(tick), language, first if first == last else None)
    sign = unit[language]
    return number_text(tick) + (sign if len(sign) == 1 and not sign.isalpha() else "")


def apart_words(say: Phrases, picture: DumbbellPicture, row: Dumbbell) -> str:
    """Return how far the two are apart on a choice; nothing where one of them says nothing."""
    gap = row.gap
    if gap is None:
        return say("picture.one_ranks") if picture.is_ranking and not any(picture.absent) else ""
    if gap == 0:
        return say("picture.same")
    one = "_one" if gap == 1 else ""
    if picture.is_ranking:
        return say(f"picture.places{one}", count=int(gap))
    if picture.unit[say.language] == "%":
        return say(f"picture.points{one}", count=number_text(gap))
    return with_unit(number_text(gap), picture.unit, say.language)
