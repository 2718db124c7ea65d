"""The web page: one file that opens anywhere, prints on A4, and asks nothing of the network."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from markupsafe import Markup

from tui.domain.area_map import TileState
from tui.domain.pictures import ColumnsPicture, LinePicture, PrivatePicture, TextsPicture
from tui.exports.compiled_templates import environment
from tui.exports.document import (
    DECISIONS,
    IN_FULL,
    Document,
    Item,
    Part,
    Section,
    Standing,
    Words,
    once,
)
from tui.exports.pictures import PICTURE_CSS, picture_html
from tui.exports.pictures.marks import mark
from tui.exports.pictures.markup import element, together
from tui.phrasing.marks import UNICODE
from tui.text.dates import brief_day, full_day

_TEMPLATES = Path(__file__).with_name("templates")
_SIGNS = {
    TileState.UNTOUCHED: "",
    TileState.DECIDED: UNICODE.done,
    TileState.PARKED: UNICODE.parked,
    TileState.ANSWERED_ANEW: UNICODE.then,
    TileState.STILL_APART: UNICODE.then,
}
"""What a tile says of what has become of its question, in the order of the legend."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def written(document: Document) -> bytes:
    """Return the page; the same document gives the same bytes."""
    style = f"{_style()}{PICTURE_CSS}"
    drawn = _Page(document)
    told = (
        environment(_TEMPLATES)
        .get_template("page.html.jinja")
        .render(
            document=document,
            page=drawn,
            style=Markup(style),  # noqa: S704 - no text of anybody's is in it
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            marks=UNICODE,
            signs=_SIGNS,
        )
    )
    return told.encode()


@cache
def _style() -> str:
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")


class _Page:
    """What the template asks for: texts in their languages, marks, days and pictures."""

    def __init__(self, document: Document) -> None:
        self._document = document
        names = [party.name for party in document.parties]
        first, second = (*names, *document.say("solo.reference"))[:2] if names else ("", "")
        self._names = first, second
        ids = dict.fromkeys(item.id for item in document.items() if item.id)
        self._anchors = {name: f"q{number}" for number, name in enumerate(ids)}
        self._placed = set[str]()

    def say(self, key: str, **values: object) -> Words:
        """Return a text of the catalogue."""
        return self._document.say(key, **values)

    def words(self, words: Words) -> Markup:
        """Return a text in one line: in the main language, then in the others."""
        parts = list[str]()
        for place, (tag, text) in enumerate(self._told(words)):
            if place:
                parts.append(" ")
            name = "other" if place else None
            parts.append(element("span", text, lang=tag, class_=name) if name or tag else text)
        return together(*parts)

    def lines(self, words: Words) -> Markup:
        """Return a text a line each language."""
        return together(
            *(
                element("span", text, lang=tag, class_="line other" if place else "line")
                for place, (tag, text) in enumerate(self._told(words))
            )
        )

    def _told(self, words: Words) -> Iterator[tuple[str | None, str]]:
        """Yield a text, each once, with the tag of its language if it is not that of the page."""
        kept = set(once(words))
        for tag, text in zip(self._document.languages, words, strict=False):
            if text in kept:
                kept.discard(text)
                yield None if tag == self._document.languages[0] else tag, text

    def plain(self, words: Words) -> str:
        """Return a text without markup: for what is told to those who cannot see."""
        return " / ".join(once(words))

    def more_signs(self) -> Iterator[tuple[str, str]]:
        """Yield the signs on the map beside those of the verdicts, with the keys of their texts."""
        tiles = [tile for area in self._document.areas for tile in area.tiles]
        if any(tile.is_flagged for tile in tiles):
            yield UNICODE.risk, "map.sign_flag"
        states = {tile.state for tile in tiles}
        for state, sign in _SIGNS.items():
            if sign and state in states:
                yield sign, f"map.is_{state}"

    def mark(self, place: int) -> Markup:
        """Return the sign of a party."""
        return mark(place, self._names[place])

    def anchor(self, item: str) -> str | None:
        """Return where a question is first told of on the page."""
        return self._anchors.get(item)

    def id(self, item: Item) -> Markup:
        """Return the attribute that makes an item the one that is led to, at the first of its id.

        One party's report tells a question in several sections.
        """
        if item.id in self._placed or item.id not in self._anchors:
            return Markup()
        self._placed.add(item.id)
        return Markup(' id="{}"').format(self._anchors[item.id])

    def day(self, day: date) -> Words:
        """Return a day, its year only where it is another than the report's."""
        year = self._document.day.year
        return tuple(brief_day(day, tag, year) for tag in self._document.languages)

    def full_day(self, day: date) -> Words:
        """Return a day with all there is to it."""
        return tuple(full_day(day, tag) for tag in self._document.languages)

    def tongue(self, text: str) -> Markup:
        """Return the attribute that says that people typed Chinese into a page that is not."""
        if self._document.languages[0].startswith("zh") or not _HAN.search(text):
            return Markup()
        return Markup(' lang="zh"')

    def pictures(self, item: Item) -> Iterator[tuple[str, Markup]]:
        """Yield where the two stand, with the verdict that gives it its colour."""
        drawn = [(s.verdict.value, s.picture) for s in self.standings(item)] or [("", item.picture)]
        for verdict, picture in drawn:
            if picture is not None:
                yield verdict, picture_html(picture, self._names, self._document.phrases)

    def form(self, item: Item) -> str:
        """Return how an item is laid out: by its picture, which is bare if there is none."""
        match item.picture if item.first is None else item.first.picture:
            case None:
                return "bare"
            case ColumnsPicture() | TextsPicture():
                return "wide"
            case LinePicture() | PrivatePicture():
                return "low"
            case _:
                return "high"

    def section_form(self, section: Section) -> str:
        """Return how a section is laid out: by what it tells, and by how much there is of it."""
        if section.part is Part.QUESTIONS:
            return "questions"
        if section.part in DECISIONS:
            return "decisions"
        if any(item.said or item.first for item in section.items):
            return "full" if section.part in IN_FULL else "brief"
        return "decisions" if any(item.decision for item in section.items) else "names"

    def standings(self, item: Item) -> list[Standing]:
        """Return where the first answers left the two, then the second if there are any."""
        return [standing for standing in (item.first, item.second) if standing is not None]
