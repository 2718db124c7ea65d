"""A further language of a questionnaire, in a file `NAME.LANG.toml` beside it: texts only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from glob import escape
from itertools import islice
from pathlib import Path

from tui.storage.checks.identity import is_tag, usual_tag
from tui.storage.checks.problem import Names, Problem, error, message, warning
from tui.storage.checks.texts import all_texts, is_neutral, unknown_placeholders
from tui.storage.diagnostics import Diagnostic, InvalidFile, Severity, in_order
from tui.storage.positions import Path as Way
from tui.storage.shapes.questionnaire import FileShape
from tui.storage.shapes.values import NEUTRAL, Words
from tui.storage.toml_file import TomlFile, read_toml

FORMAT = 1
"""The newest format of such files that is understood."""
_MOST_PROBLEMS = 1000


def language_of(path: Path) -> str:
    """Give the language that a file bears in its name.

    >>> language_of(Path("partnership.fr.toml")), language_of(Path("partnership.toml"))
    ('fr', '')
    """
    return path.stem.rpartition(".")[2] if "." in path.stem else ""


def base_of(path: Path) -> Path:
    """Give the questionnaire beside which a file with a language in its name stands."""
    return path.with_name(f"{path.stem.rpartition('.')[0]}.toml")


def further(path: Path, language: str) -> Path:
    """Give where the texts of the questionnaire at `path` in a further language stand.

    >>> further(Path("partnership.toml"), "fr").name
    'partnership.fr.toml'
    """
    return path.with_name(f"{path.stem}.{language}{path.suffix}")


def is_overlay(path: Path, data: Mapping[str, object]) -> bool:
    """Tell whether a file holds texts only, unlike a whole questionnaire under such a name."""
    head = data.get("questionnaire")
    is_whole = isinstance(head, dict) and ("id" in head or "languages" in head)
    return bool(language_of(path)) and "kind" not in data and not is_whole


def beside(path: Path) -> list[Path]:
    """Give the overlays of the questionnaire at `path`, by language."""
    named = sorted(path.parent.glob(f"{escape(path.stem)}.*.toml"))
    return [each for each in named if base_of(each) == path and is_tag(language_of(each))]


def read_beside(path: Path) -> list[TomlFile]:
    """Read the overlays of the questionnaire at `path`; raise `InvalidFile`."""
    files = map(read_toml, beside(path))
    return [file for file in files if is_overlay(Path(file.name), file.data)]


def merge(shape: FileShape, file: TomlFile) -> None:
    """Put an overlay's texts beside those of its questionnaire, and its language last.

    Raises:
        InvalidFile: A text is missing or wrong; holds all problems of the overlay.
    """
    found = Overlaying(shape, file)
    wrong = found.diagnostics()
    if any(problem.severity is Severity.ERROR for problem in wrong):
        raise InvalidFile(wrong)
    found.apply()


@dataclass(slots=True)
class Overlaying:
    """An overlay laid over the questionnaire whose texts it gives in a further language."""

    shape: FileShape
    """The questionnaire."""
    file: TomlFile
    """The overlay."""
    _texts: dict[Way, str] = field(default_factory=dict)
    _told: set[Way] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The language that it adds."""
        return language_of(Path(self.file.name))

    def apply(self) -> None:
        """Add its texts to the questionnaire."""
        for path, words in all_texts(self.shape):
            if path in self._texts:
                words[self.language] = self._texts[path]
        self.shape.questionnaire.languages.append(self.language)

    def diagnostics(self) -> list[Diagnostic]:
        """Give all that is wrong in it, by line; then its texts are known."""
        found = islice(self._problems(), _MOST_PROBLEMS)
        return list(in_order(problem.located(self.file) for problem in found))

    def _problems(self) -> Iterator[Problem]:
        """Give all that is wrong in it; then its texts are known."""
        data = dict(self.file.data)
        yield from self._head(data.pop("format", None))
        due = dict(all_texts(self.shape))
        tables = {path[:length] for path in due for length in range(len(path))}
        yield from self._table(data, (), due, tables)
        yield from self._missing(due)
        yield from self._odd(due)

    def _head(self, given: object) -> Iterator[Problem]:
        """Give what is wrong with the language and the format."""
        tag, declared = self.language, self.shape.questionnaire.languages
        if not is_tag(tag):
            usual = usual_tag(tag)
            mend = message("did_you_mean", name=usual) if is_tag(usual) else None
            yield error((), "bad_language", language=tag, help=mend)
        elif tag in declared:
            yield error((), "overlay_declared", language=tag)
        if given is None:
            yield error((), "missing_key", at="header", key="format")
        elif type(given) is not int:
            yield error(("format",), "not_whole")
        elif given > FORMAT:
            yield error(("format",), "format_from_the_future", format=given, newest=FORMAT)
        elif given < FORMAT:
            yield error(("format",), "unknown_format", format=given)

    def _table(
        self, table: Mapping[str, object], path: Way, due: Mapping[Way, Words], tables: set[Way]
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
                yield error(here, "not_table")
                self._told.add(here)

    def _text(self, value: object, path: Way) -> Iterator[Problem]:
        """Take one text: as it stands, or in a table under the language."""
        self._told.add(path)
        if isinstance(value, dict) and value.keys() == {self.language}:
            path, value = (*path, self.language), value[self.language]
        if not isinstance(value, str):
            yield error(path, "not_text")
        elif not value.strip():
            yield error(path, "empty_text")
        else:
            self._texts[path if path[-1] != self.language else path[:-1]] = value
            yield from unknown_placeholders(path, value, Names(self.shape.party))

    def _missing(self, due: Mapping[Way, Words]) -> Iterator[Problem]:
        """Give the texts that the questionnaire has and this file lacks, a whole table as one."""
        there = {path[:length] for path in self._texts for length in range(len(path))}
        for path, words in due.items():
            length = next(n for n in range(len(path), -1, -1) if path[:n] in there | {()})
            lacking = path[: length + 1]
            is_told = any(path[:n] in self._told for n in range(1, len(path) + 1))
            if NEUTRAL not in words and not is_told:
                self._told.add(lacking)
                yield error(path[:length], "missing_key", at="header", key=lacking[-1])

    def _odd(self, due: Mapping[Way, Words]) -> Iterator[Problem]:
        """Give a warning for each text that is not translated at all."""
        for path, text in self._texts.items():
            for tag, other in due[path].items():
                is_other = tag and tag.partition("-")[0] != self.language.partition("-")[0]
                if is_other and text.strip() == other.strip() and not is_neutral(text):
                    yield warning(path, "identical_texts", language=tag)
                    break
