"""The questionnaire that travels in a sheet, to whoever does not have its file."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import StrictStr

from tui.formats.file_names import QUESTIONNAIRE
from tui.formats.questionnaire.overlay import further, language_of
from tui.formats.table import ById, Many, Table
from tui.text.cleaning import LONGEST_TEXT, is_clean
from tui.toml.reader import TomlFile, parse_toml


class AttachedQuestionnaire(Table):
    """The files of a questionnaire, line by line: it is known by every letter of its text."""

    lines: Many[StrictStr]
    further: ById[Many[StrictStr]]

    def files(self, sheet: str) -> tuple[TomlFile, list[TomlFile]]:
        """Return the file of the questionnaire, and those of its further languages.

        Args:
            sheet: What the sheet is called that it travels in.

        Raises:
            InvalidFile: One is not TOML, or holds what no file may hold.
        """
        path = Path(sheet) / QUESTIONNAIRE
        others = [
            parse_toml(_content(lines), str(further(path, language)))
            for language, lines in self.further.items()
        ]
        return parse_toml(_content(self.lines), str(path)), others


def attached(copies: Mapping[str, bytes]) -> AttachedQuestionnaire | None:
    """Return the table of a questionnaire; None where there is none, or it cannot travel.

    Args:
        copies: The files of a session that are written once, by name.
    """
    lines = {name: _lines(content) for name, content in copies.items()}
    if QUESTIONNAIRE not in lines or not all(map(_may_travel, lines.values())):
        return None
    return AttachedQuestionnaire.holding(
        lines=lines.pop(QUESTIONNAIRE),
        further={language_of(Path(name)): told for name, told in lines.items()},
    )


def _lines(content: bytes) -> tuple[str, ...]:
    return tuple(content.decode().replace("\r\n", "\n").split("\n"))


def _content(lines: tuple[str, ...]) -> bytes:
    return "\n".join(lines).encode()


def _may_travel(lines: tuple[str, ...]) -> bool:
    """Return whether each line is one that a file may hold as a text."""
    return all(is_clean(line) and len(line) <= LONGEST_TEXT for line in lines)
