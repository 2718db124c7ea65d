"""Texts: present in every language of the questionnaire, and with placeholders that are known."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from tui.checks.context import PARTIES, CheckContext
from tui.checks.ids import meant_tag
from tui.checks.placeholders import PLACEHOLDER, badly_braced, other_parties
from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message
from tui.formats.questionnaire.models import (
    NEUTRAL,
    AnyQuestionTable,
    Labels,
    QuestionnaireFile,
    Translations,
)
from tui.text.language_tags import is_tag
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text

_OWN_TEXTS = (
    *("text", "name", "hint", "guide", "practice", "clause"),
    *("low", "high", "unit", "unit_one"),
)
_OF_A_QUESTION = 3
"""The length of the path of a question's key."""
_LINE = 72
"""Cells of a line on the narrowest screen that is drawn for."""
_SHOWN_LINES: Mapping[str, int] = {"text": 3, "ask": 3, "hint": 2}
"""The lines of a question's texts that the screen shows whole."""
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_LONG_WORD = re.compile(r"(?<![\w.])[a-z]{4,}(?![\w.])")
_SHORT_WORD = re.compile(r"(?<!\S)[a-z]{2,}(?![^\s,.;:?!])")

LanguageTable = tuple[KeyPath, Translations]


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with texts, and what looks wrong."""
    found = list(all_texts(context.file))
    languages = _Languages(context, found)
    yield from languages.everywhere()
    placeholders = None if context.parties is None else Names(context.parties)
    for path, words in found:
        yield from languages.of(path, words)
        for tag, text in words.items():
            place = (*path, tag) if tag != NEUTRAL else path
            if not text.strip():
                yield error(place, "empty_text")
            elif placeholders is not None:
                yield from unknown_placeholders(place, text, placeholders)
                yield from badly_braced(place, text, placeholders)
            yield from too_long(path, place, text)
        if placeholders is not None:
            yield from other_parties(path, words, placeholders)
        yield from _identical(path, words)
    yield from _same_names(context.file)


def all_texts(file: QuestionnaireFile) -> Iterator[LanguageTable]:
    """Return every text of the file with its path."""
    yield ("questionnaire", "title"), file.questionnaire.title
    if file.questionnaire.when is not None:
        yield ("questionnaire", "when"), file.questionnaire.when
    yield from ((("party", name, "name"), party.name) for name, party in file.party.items())
    for name, area in file.area.items():
        yield ("area", name, "title"), area.title
        if area.about is not None:
            yield ("area", name, "about"), area.about
    for name, labels in file.choices.items():
        yield from _labels(("choices", name), labels)
    for name, question in file.question.items():
        yield from _of_question(("question", name), question)
    yield from ((("risk", name, "say"), rule.say) for name, rule in file.risk.items())


def _of_question(path: KeyPath, question: AnyQuestionTable) -> Iterator[LanguageTable]:
    for key in _OWN_TEXTS:
        words: Translations | None = getattr(question, key, None)
        if words is not None:
            yield (*path, key), words
    for place, words in enumerate(getattr(question, "labels", ())):
        yield (*path, "labels", place), words
    for party, words in question.ask.items():
        yield (*path, "ask", party), words
    choices = getattr(question, "choices", None)
    if isinstance(choices, dict):
        yield from _labels((*path, "choices"), choices)
    for name, rule in question.risk.items():
        yield (*path, "risk", name, "say"), rule.say


def _labels(path: KeyPath, labels: Labels) -> Iterator[LanguageTable]:
    yield from (((*path, choice), words) for choice, words in labels.items())


def is_neutral(text: str) -> bool:
    """Return whether a text reads the same in every language: a name, a sign, an abbreviation.

    >>> [is_neutral(text) for text in ("GMV", "%", "ROI / ROAS", "Tmall", "每周", "per month")]
    [True, True, True, True, False, False]
    """
    if _EAST_ASIAN.search(text) or _LONG_WORD.search(text):
        return False
    return len(_SHORT_WORD.findall(text)) < 2


class _Languages:
    """The languages that the file declares, against those in which its texts are written."""

    def __init__(self, context: CheckContext, found: list[LanguageTable]) -> None:
        self._path: KeyPath = ("questionnaire", "languages")
        self._declared = context.file.questionnaire.languages
        tables = [words for _, words in found if NEUTRAL not in words]
        written = Counter(tag for words in tables for tag in words)
        self._is_certain = (
            all(map(is_tag, self._declared))
            and bool(self._declared)
            and not context.damage.touches(self._path)
        )
        self._unwritten = [tag for tag in self._declared if tables and tag not in written]
        """Declared, but no text has them."""
        self._undeclared = [
            tag
            for tag, count in written.items()
            if tag not in self._declared and 2 * count > len(tables)
        ]
        """Not declared, but most texts have them."""
        self._due = [tag for tag in self._declared if tag not in self._unwritten]

    def everywhere(self) -> Iterator[Problem]:
        """Return the languages that are wrong in the declaration rather than in one text."""
        if not self._is_certain:
            return
        for tag in self._unwritten:
            place = (*self._path, self._declared.index(tag))
            mend = _did_you_mean(meant_tag(tag, self._undeclared))
            yield error(place, "language_unwritten", language=tag, help=mend)
        if not self._unwritten:
            for tag in self._undeclared:
                yield error(self._path, "language_undeclared", language=tag)

    def of(self, path: KeyPath, words: Translations) -> Iterator[Problem]:
        """Return the translations that a text lacks or has too many."""
        if not words:
            yield error(path, "empty_text")
        if not words or not self._is_certain:
            return
        if NEUTRAL in words:
            if len(self._declared) > 1 and not is_neutral(words[NEUTRAL]):
                yield error(path, "not_translated", help=self._example())
            return
        strange = {
            tag: meant_tag(tag, self._declared) for tag in words if tag not in self._declared
        }
        missing = [tag for tag in self._due if tag not in words]
        if len(strange) == len(missing) == 1:
            strange = dict.fromkeys(strange, missing[0])
        for tag, meant in strange.items():
            if tag not in self._undeclared:
                mend, place = _did_you_mean(meant), (*path, tag)
                yield error(place, "language_undeclared", at="key", language=tag, help=mend)
        for tag in missing:
            if tag not in strange.values():
                beside = next((each for each in words if each not in strange), tag)
                mend = message("add_beside", example=f'{tag} = "…"', beside=beside)
                yield error(path, "translation_missing", at="header", language=tag, help=mend)

    def _example(self) -> Message:
        table = ", ".join(f'{tag} = "…"' for tag in self._declared)
        return message("write_as", example=f"{{ {table} }}")


def _did_you_mean(tag: str | None) -> Message | None:
    return None if tag is None else message("did_you_mean", name=tag)


def unknown_placeholders(path: KeyPath, text: str, known: Names) -> Iterator[Problem]:
    """Return an error for each placeholder of a text that stands for no party."""
    earlier: Counter[str] = Counter()
    for found in PLACEHOLDER.finditer(text) if "{" in text else ():
        if found[1] not in known.known:
            mend = _in_braces(known, found[1])
            wrong = error(path, "unknown_placeholder", placeholder=found[0], help=mend)
            yield replace(wrong, part=found[0], nth=earlier[found[0]])
            earlier[found[0]] += 1


def _in_braces(known: Names, name: str) -> Message:
    if (meant := known.nearest(name)) is not None:
        return message("did_you_mean", name=f"{{{meant}}}")
    return message("one_of", names=", ".join(f"{{{each}}}" for each in known.known))


def too_long(path: KeyPath, place: KeyPath, text: str) -> Iterator[Problem]:
    """Return a warning for a question or hint of more lines than the screen shows whole.

    Args:
        path: The path of the text in all languages.
        place: Where it stands in one.
        text: What it says there.
    """
    told = text.strip()
    is_own = path[0] == "question" and (len(path) == _OF_A_QUESTION or path[2] == "ask")
    most = _SHOWN_LINES.get(str(path[2])) if is_own else None
    if most is None or ("\n" not in told and cell_width(told) <= _LINE):
        return
    if (lines := len(wrap_text(told, _LINE))) > most:
        mend = message("shorten")
        yield warning(place, "text_too_long", lines=lines, most=most, cells=_LINE, help=mend)


def _same_names(file: QuestionnaireFile) -> Iterator[Problem]:
    """Return an error where both parties bear one name, so that nobody can tell them apart."""
    if len(file.party) != PARTIES:
        return
    (first, one), (second, other) = file.party.items()
    for tag in file.questionnaire.languages:
        same, name = (
            each.name.get(tag, each.name.get(NEUTRAL, "")).strip().casefold()
            for each in (one, other)
        )
        if name and name == same:
            path: KeyPath = ("party", second, "name")
            place = (*path, tag) if tag in other.name else path
            yield error(place, "same_party_name", party=first, help=message("own_name"))
            return


def _identical(path: KeyPath, words: Translations) -> Iterator[Problem]:
    """Return a warning for each translation that is the same as another language's."""
    for first, second in combinations(words, 2):
        text = words[second].strip()
        is_other = first.partition("-")[0] != second.partition("-")[0]
        if text and text == words[first].strip() and is_other and not is_neutral(text):
            yield warning((*path, second), "identical_texts", language=first)
