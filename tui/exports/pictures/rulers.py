"""Rulers below an axis, like a map's scale: how far apart counts as agreed, and as near."""

from decimal import Decimal

from tui.domain.pictures import LinePicture
from tui.domain.questions.number import Measure
from tui.exports.pictures.ink import Ink
from tui.exports.pictures.labels import Side, in_languages, words_beside
from tui.exports.pictures.marks import percent
from tui.exports.pictures.markup import Markup, element, together
from tui.i18n import Phrases

_SHORTEST = Decimal("0.03")
"""The share of the axis below which a ruler is told in words alone."""
_BESIDE = 8
"""Pixels from a ruler to its words."""


def rulers_html(ink: Ink, picture: LinePicture) -> Markup:
    """Return the rulers of a picture; one that cannot be drawn is told in words alone."""
    measure = picture.measure
    if measure is None:
        return Markup()
    return together(
        *(
            _ruler(ink, key, picture.axis.share(bound), bound, measure)
            for key, bound in zip(("agreed", "near"), picture.rulers, strict=True)
            if bound is not None
        )
    )


def _ruler(ink: Ink, key: str, share: Decimal, bound: Decimal, measure: Measure) -> Markup:
    def tell(say: Phrases) -> str:
        return say(f"picture.{key}", bound=measure.distance_wording(bound, say.language))

    told = in_languages(ink.told(tell))
    words = words_beside((Side(share, 1 - share),), (told, told[:1]), _BESIDE, 12, None)
    if words is None or share < _SHORTEST:
        return element("p", ink.spans(tell), class_="ruler quiet")
    end = percent(share)
    return element(
        "svg",
        element("path", d="M0 3v10"),
        element("line", x2=end, y1=8, y2=8),
        element("svg", element("path", d="M0 3v10"), x=end),
        words,
        class_="ruler quiet",
        width="100%",
        height="16",
    )
