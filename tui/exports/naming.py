"""What a file is called: by the firms, what it is, and the day, in its reader's language.

A questionnaire, which is of no firms, goes by its own name.
"""

import re

from tui.exports.document import Document

_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
"""What some system takes for no part of a file's name."""
_LONGEST = 70
"""Bytes of a firm's name at most; most systems take 255 for the whole."""


def file_name(document: Document, ending: str) -> str:
    r"""Return a name that every system takes, whatever the firms are called.

    Args:
        document: What is to be written.
        ending: The ending of the file, without its dot.

    >>> from datetime import date
    >>> from tui.exports.document import Party
    >>> firms = (Party(name="A/B: “x”", role=()), Party(name="..晴川\n电商", role=()))
    >>> file_name(Document(phrases=(), title=("Alignment report",), questionnaire=(), edition="",
    ...     day=date(2026, 11, 26), parties=firms, headline=()), "html")
    'A B “x” × 晴川 电商 Alignment report 2026-11-26.html'
    """
    firms = " × ".join(filter(None, (_fit(party.name) for party in document.parties)))
    about = firms if document.parties else _fit(document.questionnaire[0])
    told = " ".join(filter(None, (about, _fit(document.title[0]), document.day.isoformat())))
    return f"{told}.{ending}"


def _fit(name: str) -> str:
    """Return a name without what a file's name may not hold, and not too long."""
    plain = " ".join(_UNFIT.sub(" ", name).split()).strip(". -~")
    return plain.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")
