"""What can be wrong in an overlay, in view of the questionnaire whose texts it translates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tui.checks.names import misfits
from tui.checks.placeholders import badly_braced, other_parties
from tui.checks.texts import all_texts, is_neutral, too_long, unknown_placeholders
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, in_order
from tui.diagnostics.problem import MOST_PROBLEMS, Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names, meant_by
from tui.formats.questionnaire.models import FORMAT, NEUTRAL, QuestionnaireFile, Translations
from tui.formats.questionnaire.overlay import language_of
from tui.formats.value_mends import mend_of, write
from tui.text.language_tags import is_tag, normalize_tag
from tui.toml.reader import TomlFile

_OF_A_TABLE = 2
"""The length of the path of a table that has an id: a question, an area, a party."""
_MOST_NAMED = 10
"""Missing tables that one message names."""


def merge(base: QuestionnaireFile, file: TomlFile) -> None:
    """Put an overlay's texts beside those of its questionnaire, and its language last.

    Raises:
        InvalidFile: A text is missing or wrong; holds all problems of the overlay.
    """
    found = OverlayCheck(base, file)
    wrong = found.diagnostics()
    if any(problem.severity is Severity.ERROR for problem in wrong):
        raise InvalidFile(wrong)
    found.apply()


@dataclass(slots=True)
class OverlayCheck:
    """An overlay laid over the questionnaire whose texts it gives in a further language."""

    base: QuestionnaireFile
    """The questionnaire."""
    file: TomlFile
    """The overlay."""
    _texts: dict[KeyPath, str] = field(default_factory=dict)
    _told: set[KeyPath] = field(default_factory=set)
    _tables: set[KeyPath] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The language that it adds."""
        return language_of(Path(self.file.name))

    def apply(self) -> None:
        """Add its texts to the questionnaire."""
        for path, words in all_texts(self.base):
            if path in self._texts:
                words[self.language] = self._texts[path]
        self.base.questionnaire.languages.append(self.language)

    def diagnostics(self) -> list[Diagnostic]:
        """Return all that is wrong in it, by line; then its texts are known."""
        found = islice(self._problems(), MOST_PROBLEMS)
        return list(in_order(self.file.locate(problem) for problem in found))

    def _problems(self) -> Iterator[Problem]:
        """Return all that is wrong in it; then its texts are known."""
        data = dict(self.file.data)
        yield from self._head(data.pop("format", None))
        due = dict(all_texts(self.base))
        tables = {path[:length] for path in due for length in range(len(path))}
        yield from self._table(data, (), due, tables)
        yield from self._missing(due)
        yield from self._odd(due)

    def _head(self, given: object) -> Iterator[Problem]:
        """Return what is wrong with the language and the format."""
        tag, declared = self.language, self.base.questionnaire.languages
        if not is_tag(tag):
            usual = normalize_tag(tag)
            mend = message("did_you_mean", name=usual) if is_tag(usual) else None
            yield error((), "bad_language", language=tag, help=mend)
        elif tag in declared:
            yield error((), "overlay_declared", language=tag)
        misplaced = [
            (name, "format")
            for name, table in self.file.data.items()
            if isinstance(table, dict) and type(table.get("format")) is int
        ]
        if given is None and misplaced:
            self._told.add(misplaced[0])
            mend = message("format_first")
            yield error(misplaced[0], "misplaced_key", at="key", key="format", help=mend)
        elif given is None:
            mend = message("write_as", example=f"format = {FORMAT}")
            yield error((), "check.missing_key", at="header", key="format", help=mend)
        elif type(given) is not int:
            yield error(("format",), "check.not_whole", key="format")
        elif given > FORMAT:
            yield error(("format",), "format_from_the_future", format=given, newest=FORMAT)
        elif given < FORMAT:
            yield error(("format",), "unknown_format", format=given)

    def _table(
        self,
        table: Mapping[str, object],
        path: KeyPath,
        due: Mapping[KeyPath, Translations],
        tables: set[KeyPath],
    ) -> Iterator[Problem]:
        """Take the texts of one table; give what is none of the questionnaire's."""
        known = {str(each[len(path)]) for each in due if each[: len(path)] == path}
        untold = sorted(known - table.keys())
        for key, value in table.items():
            here = (*path, key)
            if here in self._told:
                continue
            if here in due:
                yield from self._text(value, here)
            elif here not in tables:
                yield self._unknown(here, untold)
            elif isinstance(value, dict):
                self._tables.add(here)
                yield from self._table(value, here, due, tables)
            elif isinstance(value, list) and (*here, 0) in due:
                yield from self._list(value, here, due)
            else:
                mend = mend_of(here, "check.not_table", value)
                yield error(here, "check.not_table", key=here[-1], help=mend)
                self._told.add(here)

    def _list(
        self, texts: list[object], path: KeyPath, due: Mapping[KeyPath, Translations]
    ) -> Iterator[Problem]:
        """Take texts of which the order says which is which, so that there must be all of them."""
        self._tables.add(path)
        places = [each for each in due if each[:-1] == path]
        if len(texts) != len(places):
            self._told.add(path)
            yield error(path, "overlay_list", count=len(texts), due=len(places))
            return
        for place, text in zip(places, texts, strict=True):
            yield from self._text(text, place)

    def _unknown(self, path: KeyPath, untold: list[str]) -> Problem:
        """Return an error for a key that the questionnaire has no text at.

        Args:
            path: The key.
            untold: What else could stand in its place.
        """
        name = str(path[-1])
        meant = Names(untold).nearest(name)
        mend = message("overlay_delete")
        if path[0] == "question" and len(path) == _OF_A_TABLE:
            former = {old: new for new, each in self.base.question.items() for old in each.was}
            meant = former[name] if former.get(name) in untold else meant
            if name in self.base.retired:
                mend = message("overlay_retired")
        if meant is not None:
            mend = meant_by(name, meant)
        self._told |= {path} if meant is None else {path, (*path[:-1], meant)}
        key = "overlay_no_table" if len(path) == _OF_A_TABLE else "overlay_no_text"
        table = ".".join(map(str, path))
        return error(path, key, at="key", key=name, table=table, help=mend)

    def _text(self, value: object, path: KeyPath) -> Iterator[Problem]:
        """Take one text: as it stands, or in a table under the language."""
        self._told.add(path)
        if isinstance(value, dict) and value.keys() == {self.language}:
            path, value = (*path, self.language), value[self.language]
        if not isinstance(value, str):
            mend = mend_of(path, "check.not_text", value) or write(path, '"…"')
            yield error(path, "check.not_text", key=path[-1], help=mend)
        elif not value.strip():
            yield error(path, "empty_text")
        else:
            self._texts[path if path[-1] != self.language else path[:-1]] = value
            parties = Names(self.base.party)
            yield from unknown_placeholders(path, value, parties)
            yield from badly_braced(path, value, parties)

    def _missing(self, due: Mapping[KeyPath, Translations]) -> Iterator[Problem]:
        """Return the texts that the questionnaire has and this file lacks, whole tables as one."""
        lost: list[str] = []
        for path, words in due.items():
            if NEUTRAL in words or any(path[:n] in self._told for n in range(1, len(path) + 1)):
                continue
            length = next((n for n in range(len(path), 0, -1) if path[:n] in self._tables), 0)
            lacking = path[: 1 if path[0] == "questionnaire" else _OF_A_TABLE]
            if length < len(lacking):
                lost.append(f"[{'.'.join(map(str, lacking))}]")
            else:
                lacking = path[: length + 1]
                yield _missing_key(lacking, is_text=lacking == path)
            self._told.add(lacking)
        if lost:
            tables = ", ".join(lost[:_MOST_NAMED]) + " …" * (len(lost) > _MOST_NAMED)
            yield error((), "overlay_lacks", at="file", tables=tables)

    def _odd(self, due: Mapping[KeyPath, Translations]) -> Iterator[Problem]:
        """Return a warning for each text that is not translated at all, or not quite the same."""
        parties = Names(self.base.party)
        yield from misfits(
            (path, text)
            for path, text in self._texts.items()
            if path[0] == "question" and path[-1] == "name"
        )
        for path, text in self._texts.items():
            yield from too_long(path, path, text)
            if NEUTRAL not in due[path]:
                first = next(iter(due[path]))
                both = {first: due[path][first], self.language: text}
                yield from other_parties(path, both, parties)
            for tag, other in due[path].items():
                is_other = tag and tag.partition("-")[0] != self.language.partition("-")[0]
                if is_other and text.strip() == other.strip() and not is_neutral(text):
                    yield warning(path, "identical_texts", language=tag)
                    break


def _missing_key(path: KeyPath, *, is_text: bool) -> Problem:
    """Return an error for a text, or a table of them, that a table of the overlay lacks."""
    table = ".".join(map(str, path))
    mend = write(path, '"…"') if is_text else message("add_table", table=f"[{table}]")
    return error(path[:-1], "check.missing_key", at="header", key=path[-1], help=mend)
