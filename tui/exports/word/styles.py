"""The styles of a Word document: real ones, so that its look is changed in one place."""

from collections.abc import Callable
from functools import cache
from typing import cast

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from tui.exports.colours import GAP, INK, LINE, QUIET, RED

TITLE, SUBTITLE, SECTION, ITEM = "Title", "Subtitle", "Heading 1", "Heading 2"
LEAD, CELL, SMALL, LABEL = "Duiqi Lead", "Duiqi Cell", "Duiqi Small", "Duiqi Label"
CLAUSE, STRONG, OTHER = "Duiqi Clause", "Duiqi Strong", "Duiqi Other Language"
GAP_STYLE, RED_LINE, BLOCKING = "Duiqi Gap", "Duiqi Red Line", "Duiqi Red Line For Both"
HEADER, FOOTER, TABLE = "Header", "Footer", "Duiqi Table"

SANS = "Arial", "Microsoft YaHei"
"""The typefaces of Latin and of Chinese text: with Word on Windows and on the Mac there is each."""
SERIF = "Times New Roman", "SimSun"
"""Those of the wording of clauses."""

_AFTER_BORDERS = "w:shd", "w:tabs", "w:kinsoku", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"


def element(name: str, **attributes: object) -> BaseOxmlElement:
    """Return an element of WordprocessingML with these attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(_qualified(key), str(value))
    return made


def add_to(parent: BaseOxmlElement, name: str, **attributes: object) -> BaseOxmlElement:
    """Add an element of WordprocessingML as the last child, and return it."""
    made: BaseOxmlElement = parent.makeelement(_qualified(name))
    for key, value in attributes.items():
        made.set(_qualified(key), str(value))
    parent.append(made)
    return made


@cache
def _qualified(name: str) -> str:
    """Return a name with its namespace."""
    return qn(f"w:{name}")


def shading(colour: str) -> BaseOxmlElement:
    """Return what fills the ground behind a text or a cell."""
    return element("shd", val="clear", color="auto", fill=colour)


def define_styles(file: WordFile, *, is_own: bool) -> None:
    """Define the styles that a document lacks.

    Args:
        file: The document.
        is_own: Whether it is no firm's template, so that the styles that it has are set as well.
    """
    if is_own:
        _define_page(file)
        _define_defaults(file)
    for name, (kind, define) in _STYLES.items():
        known = next((style for style in file.styles if style.name == name), None)
        if known is None or is_own:
            define(known or file.styles.add_style(name, kind))


def _define_page(file: WordFile) -> None:
    """Make it A4 with margins of 2 cm."""
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1)


def _define_defaults(file: WordFile) -> None:
    """Set the typefaces and the languages of all that says nothing of its own."""
    for fonts in file.styles.element.xpath("w:docDefaults//w:rFonts"):
        _set_fonts(fonts, SANS)
    for language in file.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "zh-CN")
    settings = file.settings.element
    for language in settings.xpath("w:themeFontLang"):
        language.set(qn("w:eastAsia"), "zh-CN")
    for mode in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), "15")  # older ones are told in the head of Word's window


def _set_fonts(fonts: BaseOxmlElement, faces: tuple[str, str]) -> None:
    """Name two typefaces; a theme's, which would come before them, are taken away."""
    latin, chinese = faces
    fonts.attrib.clear()
    for script, face in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese), ("cs", latin)):
        fonts.set(qn(f"w:{script}"), face)


def _text(  # noqa: PLR0913
    *,
    size: float | None = None,
    colour: str = "",
    is_bold: bool | None = None,
    faces: tuple[str, str] | None = None,
    before: float = 0,
    after: float = 0,
    keeps_next: bool = False,
    ruled: bool = False,
) -> Callable[[BaseStyle], None]:
    """Return what defines a style of paragraphs; sizes are in points."""

    def define(style: BaseStyle) -> None:
        paragraphs = cast("ParagraphStyle", style)
        _define_characters(paragraphs, size=size, colour=colour, is_bold=is_bold, faces=faces)
        layout = paragraphs.paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.line_spacing = 1.0
        layout.keep_with_next = keeps_next
        properties = style.element.get_or_add_pPr()
        for old in properties.xpath("w:pBdr | w:tabs"):
            properties.remove(old)
        if ruled:
            borders = element("pBdr")
            borders.append(element("bottom", val="single", sz=6, space=4, color=INK))
            properties.insert_element_before(borders, *_AFTER_BORDERS)

    return define


def _characters(
    *,
    colour: str = "",
    is_bold: bool | None = None,
    ground: str = "",
    border: str = "",
    is_underlined: bool = False,
) -> Callable[[BaseStyle], None]:
    """Return what defines a style of characters."""

    def define(style: BaseStyle) -> None:
        characters = cast("CharacterStyle", style)
        _define_characters(characters, colour=colour, is_bold=is_bold)
        if is_underlined:
            characters.font.underline = True
        properties = style.element.get_or_add_rPr()
        if border:
            properties.append(element("bdr", val="single", sz=4, space=0, color=border))
        if ground:
            properties.append(shading(ground))

    return define


def _define_characters(
    style: CharacterStyle,
    *,
    size: float | None = None,
    colour: str = "",
    is_bold: bool | None = None,
    faces: tuple[str, str] | None = None,
) -> None:
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    if faces:
        _set_fonts(properties.get_or_add_rFonts(), faces)
    if size:
        style.font.size = Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    style.font.bold = is_bold
    style.quick_style = True
    style.hidden = False


def _define_table(style: BaseStyle) -> None:
    """Rule its rows, and leave some room in its cells."""
    properties = element("tblPr")
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz=4, space=0, color=LINE))
    margins = element("tblCellMar")
    for side, width in (("top", 30), ("left", 0), ("bottom", 30), ("right", 140)):
        margins.append(element(side, w=width, type="dxa"))
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)


_PARAGRAPHS, _RUNS = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER
_STYLES: dict[str, tuple[WD_STYLE_TYPE, Callable[[BaseStyle], None]]] = {
    "Normal": (_PARAGRAPHS, _text(size=10, colour=INK, faces=SANS, after=4)),
    TITLE: (_PARAGRAPHS, _text(size=20, colour=INK, is_bold=True, faces=SANS, after=2)),
    SUBTITLE: (_PARAGRAPHS, _text(size=11, colour=QUIET, faces=SANS, after=8, ruled=True)),
    SECTION: (
        _PARAGRAPHS,
        _text(size=15, colour=INK, is_bold=True, faces=SANS, before=16, after=4, keeps_next=True),
    ),
    ITEM: (
        _PARAGRAPHS,
        _text(size=11.5, colour=INK, is_bold=True, faces=SANS, before=10, after=2, keeps_next=True),
    ),
    LEAD: (_PARAGRAPHS, _text(size=12, is_bold=True, after=4)),
    CELL: (_PARAGRAPHS, _text()),
    SMALL: (_PARAGRAPHS, _text(size=8.5, colour=QUIET)),
    LABEL: (_PARAGRAPHS, _text(size=8.5, colour=QUIET, before=1)),
    CLAUSE: (_PARAGRAPHS, _text(size=10.5, faces=SERIF)),
    HEADER: (_PARAGRAPHS, _text(size=8, colour=QUIET)),
    FOOTER: (_PARAGRAPHS, _text(size=7.5, colour=QUIET)),
    STRONG: (_RUNS, _characters(is_bold=True)),
    OTHER: (_RUNS, _characters(colour=QUIET, is_bold=False)),
    GAP_STYLE: (_RUNS, _characters(ground=GAP, is_underlined=True)),
    RED_LINE: (_RUNS, _characters(colour="FFFFFF", is_bold=True, ground=RED)),
    BLOCKING: (_RUNS, _characters(colour=RED, is_bold=True, border=RED)),
    TABLE: (WD_STYLE_TYPE.TABLE, _define_table),
}
"""The name of a style to its kind, and what defines it."""
