"""A report as Markdown, for a chat or a wiki; readable also where nobody renders it.

What people typed stays text, and is there whole: in CommonMark with GitHub's tables, task lists and
strike-through, nothing of it becomes a link, HTML, a heading, a list or any other markup. A
renderer that makes links of bare addresses may do so with those in it; they lead where they say.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tui.domain.decision_state import DecisionState
from tui.domain.verdict import Verdict
from tui.exports.document import Decision, Document, Item, Part, Said, Section, Words, once
from tui.exports.markdown_text import escaped
from tui.exports.over_time_model import Changed, OverTime
from tui.i18n import Language
from tui.phrasing.marks import UNICODE
from tui.text.dates import full_day

_BRIEF = (Part.AGREED, Part.NOT_COMPARED)
"""The sections that tell a line an item."""
_LEFT = (Part.TO_SETTLE, Part.PARKED)
"""The sections of what is not settled."""


def written(document: Document) -> bytes:
    """Return a whole report as the content of a file."""
    return "\n\n".join(_Writer(document).blocks()).encode() + b"\n"


def summary(document: Document) -> str:
    """Return what counts: the first sentences, what was decided, and how much is left."""
    return "\n\n".join(_Writer(document).summary())


def decisions(document: Document) -> str:
    """Return all that was decided, now and before; empty where nothing was."""
    told = [each for each in document.sections if each.part in (Part.CARRIED, Part.DECIDED)]
    return "\n\n".join(map(_Writer(document).section, told))


def item(document: Document, name: str) -> str:
    """Return one question with all that is told of it.

    Args:
        document: The report.
        name: The id of the question.

    Raises:
        KeyError: The report does not tell of it.
    """
    for found in document.items():
        if found.id == name:
            return "\n".join(_Writer(document).full(found))
    raise KeyError(name)


class _Writer:
    """Writes parts of one report.

    Each text of a person stands in a line of its own or behind a label, so that no two lines of it
    can become a heading, a table or a line together.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._colon = "：" if document.languages == (Language.CHINESE,) else ": "

    def blocks(self) -> Iterator[str]:
        """Yield what a blank line parts from what is before it."""
        document = self._document
        yield from self._head()
        yield from map(_told, filter(None, document.meeting))
        if document.areas:
            yield from self._map()
        yield from map(self.section, document.sections)
        if document.over_time is not None:
            yield from self._over_time(document.over_time)
        if document.reading:
            yield f"## {self._label('document.markdown_reading')}"
            yield from (text for words in document.reading for text in _apart(words))
        yield from _apart(document.notice)
        if document.fingerprint:
            yield f"SHA-256: {escaped(document.fingerprint)}"

    def _over_time(self, told: OverTime) -> Iterator[str]:
        """Yield what has changed since the last report, and the trend over all of them."""
        yield f"## {self._label('diff.title')}"
        yield from _apart(told.headline)
        for name in ("closed", "opened", "moved", "still_open", "decisions"):
            changed: tuple[Changed, ...] = getattr(told, name)
            if changed:
                yield f"### {self._label(f'diff.{name}')}"
                yield "\n".join(
                    f"- {_joined(f'**{_told(each.name)}**', _told(each.told), _told(each.said))}"
                    for each in changed
                )
        yield f"### {self._label('diff.trend')}"
        days = "".join(f" {day.isoformat()} |" for day in told.days)
        rows = [f"| |{days}", f"|---|{'---:|' * len(told.days)}"]
        for area in told.trend:
            counts = "".join(f" {'–' if n is None else n} |" for n in area.to_settle)
            rows.append(f"| {_told(area.title)} |{counts}")
        yield "\n".join(rows)
        yield from (text for words in told.not_comparable for text in _apart(words))

    def summary(self) -> Iterator[str]:
        """Yield the first sentences, what was decided, and how much is left."""
        yield from self._head(is_short=True)
        done = [*self._document.items(Part.DECIDED)]
        if done:
            yield f"**{self._label('document.decided')}**"
            yield "\n".join(self._line_of(item) for item in done)
        left = (
            (part, len([*self._document.items(part)])) for part in (Part.TO_SETTLE, Part.PARKED)
        )
        counts = [self._labelled(f"document.{part}", str(count)) for part, count in left if count]
        if counts:
            yield " · ".join(counts)
        if (day := self._document.next_date) is not None:
            told = (full_day(day, say.language) for say in self._document.phrases)
            dates = zip(self._document.phrases, told, strict=True)
            yield _told(tuple(say("meeting.next_told", day=day) for say, day in dates))

    def section(self, section: Section) -> str:
        """Return a section with its heading."""
        items: Iterable[str]
        if section.part in _BRIEF:
            items = map(self._brief, section.items)
        else:
            items = ("\n".join(self.full(item)) for item in section.items)
        about = (text for words in section.about for text in _apart(words))
        return "\n\n".join((f"## {_told(section.title)}", *about, "\n".join(items)))

    def full(self, item: Item) -> Iterator[str]:
        """Yield the lines of an item: its name, and below it all that is told of it."""
        facts = [_told(item.state_words)]
        if item.minutes is not None and not item.state.is_done:
            facts.append(self._label("map.min", count=item.minutes))
        if item.facts:
            facts.append(escaped(f"[{item.id}]"))
        yield f"- {_box(item.decision)}{_joined(f'**{_told(item.name)}**', *facts)}"
        for told in self._below(item):
            head, *lines = [told] if isinstance(told, str) else told
            yield f"  - {head}"
            yield from (f"    - {line}" for line in lines)

    def _below(self, item: Item) -> Iterator[str | list[str]]:
        """Yield what stands below an item's name: a line each, or a line with others below it."""
        if item.text != item.name:
            yield _told(item.text)
        if item.decision is not None:
            yield from self._decision(item.decision)
        for said in item.said:
            yield from self._said(said)
        for standing in filter(None, (item.first, item.second)):
            told = _joined(_told(standing.name), _told(standing.sentence))
            yield f"{escaped(standing.mark)} {told}"
        yield from map(_told, item.noted)
        for fact in item.facts:
            label, lines = _told(fact.label), [_told(line) for line in fact.lines]
            one = f"{label}{self._colon}{lines[0]}"
            yield one if len(lines) == 1 else [f"{label}{self._colon}".rstrip(), *lines]
        for kind, risk in item.risks:
            yield f"{UNICODE.risk} {_told(kind)}{self._colon}{_told(risk)}"
        if item.practice:
            yield self._labelled("page.practice", _told(item.practice))

    def _said(self, said: Said) -> Iterator[str]:
        """Yield what a party answered, first and once more, and its notes."""
        name = self._party(said.party)
        answer = _joined(_told(said.words), _told(said.firmness), _told(said.contract))
        yield f"{name}{self._colon}{answer}"
        for key, note in (("chip.note", said.note), ("chip.private_note", said.private_note)):
            if note:
                yield f"{name}, {self._label(key)}{self._colon}{escaped(note)}"
        if said.second:
            again = self._label("page.second_answer", name=self._document.parties[said.party].name)
            yield f"{again}{self._colon}{_joined(_told(said.second), escaped(said.reason))}"

    def _decision(self, decision: Decision) -> Iterator[str | list[str]]:
        """Yield what was decided."""
        if decision.agreed:
            yield self._labelled("minutes.agreed", _told(decision.agreed))
        yield from self._several(self._label("minutes.decision"), decision.text)
        if decision.owner:
            yield self._labelled("minutes.owner", escaped(decision.owner))
        if decision.due is not None:
            yield self._labelled("minutes.due", self._day(decision.due))
        if decision.taken_on is not None:
            yield self._labelled("decisions.meeting_of", self._day(decision.taken_on))
        yield self._labelled("decisions.state", _told(decision.state))
        for tag, clause in decision.clauses:
            language = self._document.phrases[0].language_name(tag)
            yield from self._several(self._label("minutes.clause", language=language), clause)

    def _several(self, label: str, text: str) -> Iterator[str | list[str]]:
        """Yield a text that may have several lines, below its label if it does."""
        lines = [escaped(" ".join(line.split())) for line in text.split("\n") if line.strip()]
        if len(lines) == 1:
            yield f"{label}{self._colon}{lines[0]}"
        elif lines:
            yield [f"{label}{self._colon}".rstrip(), *lines]

    def _brief(self, item: Item) -> str:
        """Return an item in one line."""
        standing = item.second or item.first
        name = f"**{_told(item.name)}**"
        if standing is None:
            return f"- {name}"
        answers = item.said if standing.verdict is Verdict.ONE_PARTY else ()
        told = (f"{self._party(said.party)}{self._colon}{_told(said.words)}" for said in answers)
        return f"- {escaped(standing.mark)} {_joined(name, _told(standing.sentence), *told)}"

    def _line_of(self, item: Item) -> str:
        """Return what was decided on a matter in one line, with who sees to it and by when."""
        name, decision = f"**{_told(item.name)}**", item.decision
        if decision is None:
            return f"- {_joined(name, _told(item.state_words))}"
        text = escaped(" ".join(decision.text.split()))
        due = "" if decision.due is None else self._day(decision.due)
        facts = (_told(decision.agreed), text, escaped(decision.owner), due)
        return f"- {_box(decision)}{_joined(name, *facts)}"

    def _head(self, *, is_short: bool = False) -> Iterator[str]:
        """Yield what the report is of, and the sentences that count."""
        document = self._document
        parties = " × ".join(escaped(party.name) for party in document.parties)
        day = self._day(document.day)
        title = _joined(_told(document.title), parties)
        if is_short:
            yield _joined(f"**{title}**", day)
        else:
            yield f"# {title}"
            yield _joined(_told(document.questionnaire), escaped(document.edition), day)
            if document.parties:
                yield "\n".join(self._who(place) for place in range(len(document.parties)))
        yield from _apart(document.headline)

    def _who(self, place: int) -> str:
        """Return a party with who answered for it."""
        party = self._document.parties[place]
        people = ", ".join(map(escaped, party.people))
        return f"- {_joined(self._party(place), _told(party.role), people)}"

    def _party(self, place: int) -> str:
        mark = (UNICODE.first, UNICODE.second)[place]
        return f"{mark} {escaped(self._document.parties[place].name)}"

    def _map(self) -> Iterator[str]:
        """Yield the map as a table, and what its signs mean."""
        document = self._document
        rows = [
            (self._label("map.area"), self._label("map.tiles"), ""),
            ("---", "---", "---"),
            *(
                (
                    _told(area.title),
                    " ".join(
                        escaped(tile.mark)
                        + UNICODE.risk * tile.is_flagged
                        + UNICODE.done * tile.state.is_done
                        for tile in area.tiles
                    ),
                    _told(area.counts),
                )
                for area in document.areas
            ),
        ]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
        signs = [*(told[1:] for told in document.legend), *self._more_signs()]
        yield " · ".join(f"{escaped(sign)} {_told(meaning)}" for sign, meaning in signs)

    def _more_signs(self) -> Iterator[tuple[str, Words]]:
        """Yield the signs beside those of the verdicts, where any tile has them."""
        tiles = [tile for area in self._document.areas for tile in area.tiles]
        if any(tile.is_flagged for tile in tiles):
            yield UNICODE.risk, self._document.say("map.sign_flag")
        if any(tile.state.is_done for tile in tiles):
            yield UNICODE.done, self._document.say("document.markdown_settled")

    def _day(self, day: date) -> str:
        return " / ".join(full_day(day, tag) for tag in self._document.languages)

    def _labelled(self, key: str, text: str) -> str:
        return f"{self._label(key)}{self._colon}{text}"

    def _label(self, key: str, /, **values: object) -> str:
        return _told(self._document.say(key, **values))


def _told(words: Words) -> str:
    """Return a text in all languages on one line."""
    return " / ".join(map(escaped, once(words)))


def _apart(words: Words) -> Iterator[str]:
    """Yield a text, a paragraph each language."""
    yield from map(escaped, once(words))


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _box(decision: Decision | None) -> str:
    """Return the box to tick of what is to be done; what was dropped or put off has none."""
    if decision is None:
        return ""
    return "[ ] " if decision.is_open else "[x] " if decision.outcome is DecisionState.DONE else ""
