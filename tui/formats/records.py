"""Reading our own TOML files key by key, with every problem noted at its place."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.text.cleaning import clean, one_line
from tui.toml.reader import TomlFile, read_toml
from tui.toml.writer import FORMAT

MOST_NOTED = 1000
"""Problems of one file that are told."""
_MOST_HINTS = 20
_LONGEST_WORD = 64


def opened(file: TomlFile | Path) -> TomlFile:
    """Return the file, read if it is only named; raise `InvalidFile`."""
    return read_toml(file) if isinstance(file, Path) else file


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of the `known` words that was likely meant; None where none is near enough."""
    found = get_close_matches(word, list(known), 1) if len(word) <= _LONGEST_WORD else []
    return found[0] if found else None


class Problems:
    """What is wrong in one file, gathered while it is read."""

    def __init__(self, file: TomlFile) -> None:
        self.file = file
        """The file that is read."""
        self.found: list[Diagnostic] = []
        """What is wrong, in the order of reading."""

    def add(
        self,
        way: KeyPath,
        message: Message,
        at: Literal["key", "value", "header"],
        meant: tuple[str, Iterable[str]] | None,
    ) -> None:
        """Note a problem; the first few come with the word that was likely meant."""
        if len(self.found) < MOST_NOTED:
            near = nearest(*meant) if meant and len(self.found) < _MOST_HINTS else None
            hint = Message("record.did_you_mean", {"known": near}) if near else None
            self.found.append(self.file.problem(way, message, at=at, help=hint))

    def raise_any(self) -> None:
        """Raise `InvalidFile` where anything was found."""
        if self.found:
            raise InvalidFile(self.found)


class Record:
    """One table of a file. A value that is missing or wrong is noted, and a stand-in given."""

    def __init__(self, problems: Problems, raw: Mapping[str, object], way: KeyPath = ()) -> None:
        self.problems = problems
        """Where problems are noted."""
        self._raw = raw
        self._way = way
        self._known: dict[str, None] = {}

    def note(
        self,
        message: Message,
        key: str | None = None,
        at: Literal["key", "value"] = "value",
        meant: tuple[str, Iterable[str]] | None = None,
    ) -> None:
        """Note a problem of the value or name at `key`, or of the table as a whole.

        `meant` is a word that is not known and those that are, for a "did you mean".
        """
        way = self._way if key is None else (*self._way, key)
        self.problems.add(way, message, "header" if key is None else at, meant)

    def raw(self, key: str) -> object:
        """Return what stands at `key` as it is; None where nothing does."""
        self._known[key] = None
        return self._raw.get(key)

    def require(self, key: str) -> object:
        """Return what stands at `key`; note where nothing does."""
        found = self.raw(key)
        if found is None:
            self.note(Message("record.missing_key", {"key": key}))
        return found

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text of several lines, cleaned; without a `default` it is due."""
        found = self.raw(key) if default is not None else self.require(key)
        if found is None:
            return default or ""
        if not isinstance(found, str):
            self.note(Message("record.not_text", {"key": key}), key)
            return default or ""
        return clean(found).strip()

    def title(self, key: str, default: str | None = None) -> str:
        """Return a text as one line: a name, an id, a language."""
        return one_line(self.text(key, default))

    def whole(self, key: str, default: int | None = None, least: int = 0) -> int:
        """Return a whole number of at least `least`; without a `default` it is due."""
        found = self.raw(key) if default is not None else self.require(key)
        if isinstance(found, int) and not isinstance(found, bool) and found >= least:
            return found
        if found is not None:
            self.note(Message("record.not_whole", {"key": key, "least": str(least)}), key)
        return least if default is None else default


def document(file: TomlFile, kind: str) -> Record:
    """Return the root of a file of ours of that `kind`.

    Raises `InvalidFile` at once where it is another kind of file or comes from the future: then
    nothing else that could be said of it would be true.
    """
    problems = Problems(file)
    root = Record(problems, file.data)
    if (found := root.text("kind")) != kind and not problems.found:
        root.note(Message("record.wrong_kind", {"found": found, "kind": kind}), "kind")
    number = root.whole("format", least=1)
    if number > FORMAT:
        root.note(Message(FUTURE_FORMAT, {"found": str(number), "known": str(FORMAT)}), "format")
    problems.raise_any()
    return root


FUTURE_FORMAT = "record.future_format"
"""The message of a file that a later program wrote: it is not broken, and is left alone."""
