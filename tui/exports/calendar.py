"""The days of a report as a calendar (RFC 5545): an all-day event for each due date that is open.

What was done, dropped or put off has none; the next meeting has one. The same report gives the same
bytes, and what was decided keeps its UID when the meeting is exported again or told by the next
one, so that a program that reads both replaces an event instead of adding one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from tui.exports.document import Decision, Document, Item, Words, once

_LINE = 75
"""The octets that a line may have."""
_UNSAFE = re.compile(r"[\\;,]")


def has_events(document: Document) -> bool:
    """Return whether there is a day to write: a calendar without any is none."""
    return document.next_date is not None or any(_due(document))


def written(document: Document) -> bytes:
    """Return the calendar as the content of a file."""
    return b"".join(map(_folded, _lines(document)))


def _lines(document: Document) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//duiqi//duiqi//EN")
    seen = Counter[str]()
    for item, decision, due in _due(document):
        taken = decision.taken_on or document.day
        key = "\n".join((*_firms(document), taken.isoformat(), *sorted(once(item.text))))
        title, more = _title(item, decision), _more(document, item, decision)
        yield from _event(document, _uid(key, seen), due, title, more)
    if (day := document.next_date) is not None:
        key = "\n".join((*_firms(document), document.day.isoformat()))
        meeting = _joined(document.say("meeting.next"), " / ")
        title = f"{meeting}: {' × '.join(party.name for party in document.parties)}"
        yield from _event(document, _uid(key, seen), day, title, _joined(document.headline, "\n"))
    yield "END:VCALENDAR"


def _due(document: Document) -> Iterator[tuple[Item, Decision, date]]:
    """Yield what is still to be done by a certain day."""
    for item in document.items():
        decision = item.decision
        if decision is not None and decision.is_open and decision.due is not None:
            yield item, decision, decision.due


def _event(document: Document, uid: str, day: date, title: str, more: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_digits(document.day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(day)}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(more)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy all day because something is due
    yield "END:VEVENT"


def _title(item: Item, decision: Decision) -> str:
    """Return the matter, and who sees to it."""
    matter = _joined(item.name, " / ")
    return f"{matter} ({decision.owner})" if decision.owner else matter


def _more(document: Document, item: Item, decision: Decision) -> str:
    """Return what was decided, and between whom."""
    agreed = _joined(decision.agreed, " / ")
    label = _joined(document.say("minutes.agreed"), " / ")
    lines = (
        _joined(item.text, "\n"),
        decision.text,
        agreed and f"{label}: {agreed}",
        " × ".join(_firms(document)),
    )
    return "\n".join(filter(None, lines))


def _uid(key: str, seen: Counter[str]) -> str:
    """Return the UID of an event; what is told alike is told apart by its place."""
    seen[key] += 1
    told = f"{key}\n{seen[key]}".encode()
    return f"{blake2b(told, digest_size=16).hexdigest()}@duiqi"


def _firms(document: Document) -> tuple[str, ...]:
    return tuple(party.name for party in document.parties)


def _joined(words: Words, between: str) -> str:
    return between.join(once(words))


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return _UNSAFE.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _folded(line: str) -> bytes:
    r"""Return a line as it is written: what is too long goes on behind a blank, no letter is cut.

    >>> _folded("SUMMARY:" + 23 * "长")[71:]
    b'\xe9\x95\xbf\r\n \xe9\x95\xbf\r\n'
    """
    pieces, length = [], 0
    for letter in line:
        octets = letter.encode()
        if length + len(octets) > _LINE:
            pieces.append(b"\r\n ")
            length = 1
        pieces.append(octets)
        length += len(octets)
    return b"".join((*pieces, b"\r\n"))
