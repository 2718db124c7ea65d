"""The texts of a form, in the languages that it has."""

import re
from collections.abc import Iterable, Mapping

from tui.formats.xlsform.columns import PLAIN, Column, columns, tag_of
from tui.formats.xlsform.notes import Notes
from tui.formats.xlsform.workbook import Row, Sheets

TEXTS = ("label", "hint", "guidance_hint")
"""The columns that hold texts."""
Text = dict[str, str]
"""The tag of a language to a text in it; each language is there, or none."""

_HAN = re.compile("[\u3400-\u9fff]")
_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_BRACES = str.maketrans("{}｛｝", "[][]")
_MARKUP = re.compile(r"<[A-Za-z/][^>]*>|\*\*|(?<!\w)__")


class Languages:
    """Reads texts.

    Args:
        sheets: The form.
        default: The language that its settings name as the default, if they do.
        notes: Takes what is lost.
    """

    def __init__(self, sheets: Sheets, default: str, notes: Notes) -> None:
        self._notes = notes
        self._tags: dict[tuple[str, str], str] = {}
        """A sheet and the head of a column to the tag of its language; empty where unknown."""
        found = [
            (sheet, each)
            for sheet in ("survey", "choices")
            for each in columns(sheets.get(sheet, ())).values()
            if each.name in TEXTS
        ]
        named = dict.fromkeys(each.language for _, each in found if each.language != PLAIN)
        known = {language: tag_of(language) for language in named}
        plain = self._plain(sheets, found, default)
        for sheet, each in found:
            is_plain = each.language == PLAIN
            self._tags[sheet, each.head] = plain if is_plain else known[each.language]
            if not self._tags[sheet, each.head]:
                rows = [row.number for row in sheets[sheet] if each.head in row.cells]
                notes.add(sheet, rows, "language_unknown", column=each.head)
        first = tag_of(default) if default else ""
        tags = dict.fromkeys(tag for tag in (first, *self._tags.values()) if tag)
        used = set(self._tags.values())
        self.tags = tuple(tag for tag in tags if tag in used) or ("en",)
        """The languages, the default first."""

    @staticmethod
    def _plain(sheets: Sheets, found: list[tuple[str, Column]], default: str) -> str:
        """Return the language of the columns that name none: the default, or as it looks."""
        if default and (tag := tag_of(default)):
            return tag
        texts = (
            row.cells.get(each.head, "")
            for sheet, each in found
            if each.language == PLAIN
            for row in sheets[sheet]
        )
        return "zh-CN" if any(map(_HAN.search, texts)) else "en"

    def text(self, row: Row, name: str, sheet: str) -> Text:
        """Return a text of a row in all languages; what lacks one has another's, which is noted.

        Args:
            row: The row.
            name: Which text: one of `TEXTS`.
            sheet: The sheet that the row is of.
        """
        told: Text = {}
        for head, text in row.cells.items():
            tag = self._tags.get((sheet, head))
            if tag and _name(head) == name:
                told.setdefault(tag, self._plain_text(text, row, sheet))
        return self.filled(told, row, sheet)

    def filled(self, told: Mapping[str, str], row: Row, sheet: str) -> Text:
        """Return a text with each language that it lacks, in words of another."""
        if not any(told.values()):
            return {}
        first = next(told[tag] for tag in self.tags if told.get(tag))
        for tag in self.tags:
            if not told.get(tag):
                self._notes.add(sheet, row.number, "text_missing", language=tag)
        return {tag: told.get(tag) or first for tag in self.tags}

    def same(self, text: str) -> Text:
        """Return words of no language in particular, as a text."""
        return dict.fromkeys(self.tags, text)

    def _plain_text(self, text: str, row: Row, sheet: str) -> str:
        """Return a text in which nothing stands for more than itself."""
        for name in _REFERENCE.findall(text):
            self._notes.add(sheet, row.number, "reference", name=name)
        if _MARKUP.search(text):
            self._notes.add(sheet, row.number, "markup")
        told = _REFERENCE.sub(r"[\1]", text)
        if any(brace in told for brace in "{}｛｝"):
            self._notes.add(sheet, row.number, "braces")
        return told.translate(_BRACES)


def _name(head: str) -> str:
    return columns([Row(0, {head: ""})])[head].name


def joined(texts: Iterable[Text]) -> Text:
    """Return several texts as one, in each of their languages."""
    given = [text for text in texts if text]
    return {tag: " ".join(text[tag] for text in given) for tag in given[0]} if given else {}
