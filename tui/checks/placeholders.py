"""Placeholders that are not quite such, and texts that name other parties in another language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.diagnostics.problem import Problem, error, message, warning
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.questionnaire.models import NEUTRAL, Translations

_ANY_BRACE = re.compile("[{}｛｝]")
PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")
"""A name in braces."""
_WITH_MORE_BRACES = re.compile(r"\{+([^{}\n]{1,40})\}+")
_IN_WIDE_BRACES = re.compile(r"｛([^{}｛｝\n]{1,40})｝")


def badly_braced(path: KeyPath, text: str, known: Names) -> Iterator[Problem]:
    """Return what is wrong with the braces of a text: a party's id in any but one plain pair.

    Those around a name that no party has are told elsewhere. A brace that encloses nothing is a
    warning, as it is shown as it stands.
    """
    if not _ANY_BRACE.search(text):
        return
    rest = _WITH_MORE_BRACES.sub(lambda each: each[0] if each[1] in known.known else "", text)
    for found, name in _almost(rest, known):
        mend = message("did_you_mean", name=f"{{{name}}}")
        yield error(path, "bad_braces", found=found, help=mend)
        rest = rest.replace(found, "", 1)
    left = PLACEHOLDER.sub("", rest)
    if any(brace in left for brace in "{}"):
        mend = message("placeholders_are", names=", ".join(f"{{{each}}}" for each in known.known))
        yield warning(path, "stray_brace", help=mend)


def other_parties(path: KeyPath, words: Translations, known: Names) -> Iterator[Problem]:
    """Return a warning for each language whose text names other parties than the first one's.

    Not where a placeholder is wrong in itself: that explains it.
    """
    texts = {tag: text for tag, text in words.items() if tag != NEUTRAL and text.strip()}
    if not any(map(_ANY_BRACE.search, texts.values())):
        return
    if any(next(badly_braced(path, text, known), None) for text in texts.values()):
        return
    named = {tag: set(PLACEHOLDER.findall(text)) for tag, text in texts.items()}
    if any(names - set(known.known) for names in named.values()):
        return
    (first, due), *others = named.items()
    mend = message("same_parties")
    for tag, names in others:
        place, there, here = (*path, tag), _listed(due - names), _listed(names - due)
        if there and here:
            why = "placeholder_other"
            yield warning(place, why, help=mend, here=here, there=there, language=first)
        elif there:
            yield warning(place, "placeholder_lacking", there=there, language=first, help=mend)
        elif here:
            yield warning(place, "placeholder_only_here", here=here, language=first, help=mend)


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _almost(text: str, known: Names) -> Iterator[tuple[str, str]]:
    """Return what was meant as a placeholder but is braced in another way, and which was meant."""
    for found in _braced(tuple(known.known)).finditer(text):
        opened, closed = found[1], found[3]
        if (opened, closed) not in (("", ""), ("{", "}")):
            yield found[0], found[2]
    for found in _IN_WIDE_BRACES.finditer(text):
        name = found[1].strip()
        meant = None if name in known.known else known.nearest(name)
        if meant is not None:
            yield found[0], meant


@lru_cache(maxsize=8)
def _braced(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a party's id as a whole word, with the braces on either side of it."""
    either = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"([{{｛]*)(?:(?<=[{{｛])[ ]*|(?<![A-Za-z0-9_]))({either})(?![A-Za-z0-9_])([ ]*[}}｝]+|)"
    )
