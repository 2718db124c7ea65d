"""Spoiling a good questionnaire in one place, and what the checker says of it.

The sign ‸ stands where the caret is due.
"""

from collections.abc import Sequence

from tests.questionnaires import SHOP
from tui.checks.check_file import problems_against
from tui.checks.questionnaire import check_questionnaire
from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.i18n.catalogue import Phrases
from tui.toml.reader import parse_toml

Told = tuple[str, Severity, int, int, str]
"""The key of a message, how bad it is, its line and column, and its words with the mend."""


def spoilt(*edits: str, text: str = SHOP) -> str:
    """Return a text with each part replaced by the one after it, once."""
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def told(text: str, former: str | None = None) -> list[Told]:
    """Return what is said of a text, also in view of its former edition; marks are left out."""
    file = parse_toml(text.replace("‸", "").encode(), "new.toml")
    if former is None:
        return [_told(each) for each in check_questionnaire(file)]
    old = parse_toml(former.encode(), "old.toml")
    return [_told(each) for each in problems_against(file, old)]


def caret_of(marked: str) -> tuple[int, int]:
    """Return the line and column of the mark."""
    before = marked[: marked.index("‸")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _told(found: Diagnostic) -> Told:
    """Return what one diagnostic says, in English; in Chinese it must be sayable too."""
    messages = [each for each in (found.message, found.help) if each is not None]
    assert all(Phrases("zh-CN").say(each) for each in messages)
    assert found.span is not None
    words = "; ".join(map(Phrases("en").say, messages))
    key = found.message.key.partition(".")[2]
    return key, found.severity, found.span.line, found.span.column, words


def assert_told_once(severity: Severity, key: str, words: str, edits: Sequence[str]) -> None:
    """Assert that a file with these edits gets one message, at the marked place, in such words."""
    marked = spoilt(*edits)
    ((found, how_bad, line, column, said),) = told(marked)
    assert (found, how_bad) == (key, severity)
    assert (line, column) == caret_of(marked)
    assert words in said
