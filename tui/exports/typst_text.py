"""Texts as Typst's template takes them: data, never code."""

import re
from collections.abc import Mapping, Sequence

from tui.exports.document import Words

Told = list[dict[str, object]]
"""A text in each language in which it differs, the main one first."""

_RUN = re.compile(r"[!-~\u00a1-\u1fff]{24,}")
"""Letters without a blank that might be longer than a line. Chinese breaks anywhere by itself."""
_LANGUAGE, _UNKNOWN = re.compile(r"[a-z]{2,3}"), "und"
_PIECE = 6
"""Letters that are kept together in one that has to break."""


def told(words: Words, tags: Sequence[str]) -> Told:
    """Return a text with the language of each of its wordings, each once.

    >>> told(("GMV", "GMV"), ("zh-CN", "en"))
    [{'lang': 'zh', 'text': ['GMV']}]
    """
    wordings = dict[str, str]()
    for tag, text in zip(tags, words, strict=False):
        if text:
            wordings.setdefault(text, tag)
    return by_tag({tag: text for text, tag in wordings.items()})


def by_tag(texts: Mapping[str, str]) -> Told:
    """Return texts with their languages."""
    return [{"lang": language(tag), "text": pieces(text)} for tag, text in texts.items()]


def language(tag: str) -> str:
    """Return a language as Typst names it: in two or three letters, without a region.

    >>> language("zh-CN"), language("x-ours")
    ('zh', 'und')
    """
    name = tag.partition("-")[0].lower()
    return name if _LANGUAGE.fullmatch(name) else _UNKNOWN


def pieces(text: str) -> list[str]:
    """Return a text in pieces between which a line may break, beside all other places.

    >>> pieces("no need"), pieces("W" * 26)
    (['no need'], ['WWWWWW', 'WWWWWW', 'WWWWWW', 'WWWWWW', 'WW'])
    """
    found, end = list[str](), 0
    for run in _RUN.finditer(text):
        if run.start() > end:
            found.append(text[end : run.start()])
        end = run.end()
        found += [text[at : min(at + _PIECE, end)] for at in range(run.start(), end, _PIECE)]
    return [*found, text[end:]] if text[end:] or not found else found


def paragraphs(text: str) -> list[list[str]]:
    """Return the lines of a text, in pieces each."""
    return [pieces(line) for line in text.splitlines() if line.strip()]
