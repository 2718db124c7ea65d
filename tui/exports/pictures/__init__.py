"""Pictures of where two parties stand, as markup for a web page.

`markup` builds elements and escapes; `ink` is who the two are and what they are told in; `marks`
are the circle and the diamond; `style` is how all of it looks. `lines` (with `labels`, `ticks` and
`rulers`) draws one axis, `dumbbells` a row for each choice, `lists` options, columns and texts,
`private` the drawing that tells no figure, and `absent` who has no mark.

Positions are shares of the width, so that a picture can be narrow or wide while its marks and its
words keep their size; there is no script and no style attribute, so that a page may forbid both.
"""

from collections.abc import Sequence

from tui.domain.pictures import (
    ColumnsPicture,
    DumbbellPicture,
    LinePicture,
    OptionsPicture,
    Picture,
    PrivatePicture,
    TextsPicture,
)
from tui.exports.pictures.dumbbells import dumbbells_html
from tui.exports.pictures.ink import Ink
from tui.exports.pictures.lines import line_html
from tui.exports.pictures.lists import columns_html, options_html, texts_html
from tui.exports.pictures.markup import Markup
from tui.exports.pictures.private import private_html
from tui.exports.pictures.style import PICTURE_CSS
from tui.i18n import Phrases

__all__ = ["PICTURE_CSS", "Markup", "picture_html"]


def picture_html(picture: Picture, names: tuple[str, str], phrases: Sequence[Phrases]) -> Markup:
    """Return a picture as markup that is well formed both as HTML and as XML.

    Args:
        picture: Where the two stand.
        names: The name of each party, in the order of the questionnaire.
        phrases: The one or two languages to tell it in, the main one first.
    """
    ink = Ink(names, tuple(phrases))
    match picture:
        case LinePicture():
            return line_html(ink, picture)
        case DumbbellPicture():
            return dumbbells_html(ink, picture)
        case ColumnsPicture():
            return columns_html(ink, picture)
        case OptionsPicture():
            return options_html(ink, picture)
        case TextsPicture():
            return texts_html(ink, picture)
        case PrivatePicture():
            return private_html(ink, picture)
