"""What a report says, in words: the one model that all written formats are made of.

Every text in it is clean, whole, and in the languages of the document; nothing private is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tui.domain.area_map import TileState
from tui.domain.decision_state import DecisionState
from tui.domain.pictures import Picture
from tui.domain.questions import Kind
from tui.domain.report_level import ReportLevel
from tui.domain.verdict import Verdict
from tui.exports.over_time_model import OverTime
from tui.i18n import Phrases

Words = tuple[str, ...]
"""One text in each language of the document, in their order; empty where there is none."""


class Part(StrEnum):
    """What a section tells."""

    CARRIED = "carried"
    """What the last meeting left open."""
    DECIDED = "decided"
    """What was settled."""
    TO_SETTLE = "to_settle"
    """What is still to be talked about."""
    PARKED = "parked"
    """What was put off."""
    AGREED = "agreed"
    """On what the two agree, or nearly do, without a need to talk."""
    NOT_COMPARED = "not_compared"
    """What could not be compared."""
    RISKS = "risks"
    """Of one party: the risks in its answers."""
    UNSETTLED = "unsettled"
    """Of one party: what it cannot answer yet."""
    TO_ASK = "to_ask"
    """Of one party: what to ask the other."""
    OFF_PRACTICE = "off_practice"
    """Of one party: where its answer is not what is recommended."""
    ASSUMED_GAPS = "assumed_gaps"
    """Of one party: where it expects the other to answer otherwise."""
    ANSWERS = "answers"
    """Of one party: all of its answers."""
    QUESTIONS = "questions"
    """Of a questionnaire: the questions of an area, or its rules, as they stand in the file."""


DECISIONS = (Part.CARRIED, Part.DECIDED)
"""The parts whose items are told by what was decided on them."""
IN_FULL = (Part.TO_SETTLE, Part.PARKED, Part.OFF_PRACTICE)
"""The parts whose items are told with all there is, and with a picture."""
IN_BRIEF = (Part.AGREED, Part.NOT_COMPARED, Part.ANSWERS)
"""The parts whose items take a row each, and that a short form can leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of those whom the report is about."""

    name: str
    """The name of the firm."""
    role: Words
    """What the questionnaire calls it, such as "brand"."""
    people: tuple[str, ...] = ()
    """Who answered for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where two answers leave the parties."""

    verdict: Verdict
    """The verdict, for its colour."""
    mark: str
    """The sign of the verdict."""
    name: Words
    """What the verdict is called."""
    sentence: Words
    """Why it is so."""
    picture: Picture | None
    """Where each stands; None where there is nothing to draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one party answered."""

    party: int
    """Its place among the parties of the document."""
    words: Words
    """The answer, or why there is none."""
    is_red_line: bool = False
    """Whether the party does not move from it."""
    firmness: Words = ()
    """How firmly the party holds to it."""
    contract: Words = ()
    """Whether the party says that it is in the contract."""
    note: str = ""
    """The party's note for both."""
    private_note: str = ""
    """The party's note for itself, in its own report only."""
    second: Words = ()
    """What it answered after the reveal, if it did."""
    reason: str = ""
    """Why it changed its answer."""

    @property
    def changed(self) -> Words:
        """The first answer and what became of it; empty where it was not changed."""
        return tuple(f"{a} → {b}" for a, b in zip(self.words, self.second, strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided."""

    agreed: Words = ()
    """The agreed answer."""
    text: str = ""
    """The decision in words; it may have several lines."""
    owner: str = ""
    """Who sees to it."""
    due: date | None = None
    """The day by which it is to be done."""
    state: Words = ()
    """What has come of it: open, done, dropped, parked."""
    is_open: bool = True
    """Whether it is still to be done: neither done, dropped nor parked."""
    outcome: DecisionState = DecisionState.OPEN
    """The same without words, whether or not it is parked."""
    clauses: tuple[tuple[str, str], ...] = ()
    """Wording for the contract: the tag of a language, and the text in it."""
    taken_on: date | None = None
    """The day on which it was taken, if that was before this meeting."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told but a state."""
        return not (self.agreed or self.text or self.owner or self.due or self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a questionnaire says of one of its questions."""

    label: Words
    """What it is about."""
    lines: tuple[Words, ...]
    """What is said, a line each; there is at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question, with all that is told of it."""

    id: str
    """The question's id; empty for what was carried over from another meeting."""
    name: Words
    """What the matter is called in lists."""
    text: Words
    """The question itself."""
    area_id: str = ""
    """The id of its area."""
    area: Words = ()
    """The name of its area."""
    kind: Kind | None = None
    """Its type; None in minutes, which tell no answers."""
    weight: Decimal | None = None
    """How much it counts in its area, from 0 to 5."""
    similarity: Decimal | None = None
    """The similarity of the first answers, in [0, 1]; None if they are not compared or private."""
    first: Standing | None = None
    """Where the first answers left the two."""
    second: Standing | None = None
    """Where the second answers left them, if there are any."""
    said: tuple[Said, ...] = ()
    """What each answered; nothing of a private question."""
    state: TileState = TileState.UNTOUCHED
    """What has become of it."""
    state_words: Words = ()
    """The same in words; empty where nothing has."""
    is_private: bool = False
    """Whether only whether the two are near is told."""
    is_blocking: bool = False
    """Whether the two differ on it and both have a red line."""
    minutes: int | None = None
    """Minutes to plan for it; None where it is not on the agenda."""
    noted: tuple[Words, ...] = ()
    """What to point out, a sentence each."""
    risks: tuple[tuple[Words, Words], ...] = ()
    """The risks: of what kind and for whom, and what is risky."""
    practice: Words = ()
    """What is recommended."""
    picture: Picture | None = None
    """Of one party: where it stands, and as the second of the two what is recommended."""
    decision: Decision | None = None
    """What was decided on it."""
    facts: tuple[Fact, ...] = ()
    """Of a questionnaire: all that its author put down to the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A question on the map of the areas."""

    id: str
    """The question's id."""
    name: Words
    """What the matter is called."""
    words: Words
    """How it stands."""
    mark: str
    """The sign of the verdict."""
    verdict: Verdict
    """The verdict, for its colour."""
    after: Verdict | None = None
    """The verdict on the second answers; None where there are none."""
    mark_after: str = ""
    """Its sign."""
    state: TileState
    """What has become of it."""
    is_hard: bool
    """Whether it is to stand out: the two differ on it or neither knows, and nothing settled it."""
    is_blocking: bool
    """Whether both have a red line on it."""
    is_flagged: bool
    """Whether both have a red line on it, or it is risky."""

    @property
    def marks(self) -> str:
        """The sign of the verdict on the first answers, and of that on the second if there are."""
        return f"{self.mark} → {self.mark_after}" if self.mark_after else self.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A row of the map."""

    id: str
    """The area's id."""
    title: Words
    """Its name."""
    tiles: tuple[Tile, ...]
    """Its questions, the hardest first."""
    counts: Words
    """How many are to be talked about, and how many were settled, in words."""
    importance: tuple[int | None, ...]
    """How much it matters to each party, from 1 to 3; None where the party has not said so."""

    def count(self, *states: TileState) -> int:
        """Return how many of its questions are in one of these states."""
        return sum(tile.state in states for tile in self.tiles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items that belong together."""

    part: Part
    """Which they are."""
    title: Words
    """What they are called."""
    items: tuple[Item, ...]
    """The items, in the order in which they are told."""
    about: tuple[Words, ...] = ()
    """What is said before them, a paragraph each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report, ready to be written in any format."""

    phrases: tuple[Phrases, ...]
    """The program's words in each language of the document."""
    title: Words
    """What kind of report it is."""
    questionnaire: Words
    """The name of the questionnaire."""
    edition: str
    """Its id and version."""
    day: date
    """The day of the session."""
    level: ReportLevel | None = None
    """How much is told; None of a self-assessment."""
    parties: tuple[Party, ...]
    """The two parties; of a self-assessment, the one; of a questionnaire, none."""
    headline: Words
    """The sentences that count."""
    areas: tuple[Area, ...] = ()
    """The map, the area with most to talk about first; empty where no answers are told."""
    sections: tuple[Section, ...] = ()
    """The rest, in the order in which it is told; none is empty."""
    meeting: tuple[Words, ...] = ()
    """How long was talked, and when the two meet again."""
    next_date: date | None = None
    """The day on which they meet again."""
    legend: tuple[tuple[Verdict, str, Words], ...] = ()
    """The verdicts on the map with their signs and what these mean, the best first."""
    reading: tuple[Words, ...] = ()
    """How to read the report, a paragraph each."""
    notice: Words = ()
    """How far it goes."""
    fingerprint: str = ""
    """The SHA-256 that the report bears."""
    over_time: OverTime | None = None
    """What has changed since earlier reports; None where there are none."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of its languages."""
        return tuple(say.language.value for say in self.phrases)

    def say(self, key: str, /, **values: object) -> Words:
        """Return a text of the catalogue in each language of the document."""
        return tuple(say(key, **values) for say in self.phrases)

    def items(self, *parts: Part) -> Iterator[Item]:
        """Yield the items of some sections, or of all."""
        for section in self.sections:
            if not parts or section.part in parts:
                yield from section.items


def once(words: Words) -> Words:
    """Return a text in the languages in which it differs.

    >>> once(("GMV", "GMV")), once(("品牌", "Brand"))
    (('GMV',), ('品牌', 'Brand'))
    """
    return tuple(dict.fromkeys(filter(None, words)))
