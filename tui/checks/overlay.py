"""What can be wrong in an overlay, in view of the questionnaire whose texts it translates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tui.checks.placeholders import badly_braced, other_parties
from tui.checks.texts import all_texts, is_neutral, too_long, unknown_placeholders
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, in_order
from tui.diagnostics.problem import MOST_PROBLEMS, Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.questionnaire.models import FORMAT, NEUTRAL, QuestionnaireFile, Translations
from tui.formats.questionnaire.overlay import language_of
from tui.text.language_tags import is_tag, normalize_tag
from tui.toml.reader import TomlFile


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
        if given is None:
            yield error((), "check.missing_key", at="header", key="format")
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
        for key, value in table.items():
            here = (*path, key)
            if here in due:
                yield from self._text(value, here)
            elif here not in tables:
                known = {str(each[len(path)]) for each in due if each[: len(path)] == path}
                meant = Names(sorted(known - table.keys())).nearest(key)
                mend = None if meant is None else message("did_you_mean", name=meant)
                yield error(here, "overlay_no_text", at="key", key=key, help=mend)
                self._told |= {here} if meant is None else {here, (*path, meant)}
            elif isinstance(value, dict):
                yield from self._table(value, here, due, tables)
            else:
                yield error(here, "check.not_table", key=here[-1])
                self._told.add(here)

    def _text(self, value: object, path: KeyPath) -> Iterator[Problem]:
        """Take one text: as it stands, or in a table under the language."""
        self._told.add(path)
        if isinstance(value, dict) and value.keys() == {self.language}:
            path, value = (*path, self.language), value[self.language]
        if not isinstance(value, str):
            yield error(path, "check.not_text", key=path[-1])
        elif not value.strip():
            yield error(path, "empty_text")
        else:
            self._texts[path if path[-1] != self.language else path[:-1]] = value
            parties = Names(self.base.party)
            yield from unknown_placeholders(path, value, parties)
            yield from badly_braced(path, value, parties)

    def _missing(self, due: Mapping[KeyPath, Translations]) -> Iterator[Problem]:
        """Return the texts that the questionnaire has and this file lacks, a whole table as one."""
        there = {path[:length] for path in self._texts for length in range(len(path))}
        for path, words in due.items():
            length = next(n for n in range(len(path), -1, -1) if path[:n] in there | {()})
            lacking = path[: length + 1]
            is_told = any(path[:n] in self._told for n in range(1, len(path) + 1))
            if NEUTRAL not in words and not is_told:
                self._told.add(lacking)
                yield error(path[:length], "check.missing_key", at="header", key=lacking[-1])

    def _odd(self, due: Mapping[KeyPath, Translations]) -> Iterator[Problem]:
        """Return a warning for each text that is not translated at all, or not quite the same."""
        parties = Names(self.base.party)
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
