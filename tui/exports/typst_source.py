"""A report as the data of Typst's template: for the PDF and for the long picture.

No text becomes code: the template is one file for all reports, and reads this as JSON.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tui.domain.area_map import TileState
from tui.domain.pictures import Picture
from tui.domain.verdict import Verdict
from tui.exports import colours
from tui.exports.document import (
    DECISIONS,
    IN_FULL,
    Area,
    Decision,
    Document,
    Item,
    Said,
    Section,
    Standing,
    Tile,
    Words,
)
from tui.exports.typst_pictures import picture_data
from tui.exports.typst_text import Told, language, paragraphs, pieces, told
from tui.phrasing.marks import UNICODE
from tui.text.dates import brief_day, full_day

Data = dict[str, Any]
_STATES = {TileState.DECIDED: UNICODE.done, TileState.PARKED: UNICODE.parked}

_COLOURS = {
    "ink": colours.INK,
    "quiet": colours.QUIET,
    "line": colours.LINE,
    "red": colours.RED,
    "left": colours.PARTIES[0],
    "right": colours.PARTIES[1],
    "primary": colours.PRIMARY,
    "overlap": colours.OVERLAP,
    "risk": colours.RISK,
    "open": colours.VERDICTS[Verdict.OPEN][0],
    "partial": colours.VERDICTS[Verdict.PARTIAL][0],
}


def source(document: Document) -> Data:
    """Return all that the template tells of a report."""
    return _Source(document).data()


class _Source:
    def __init__(self, document: Document) -> None:
        self._document = document
        names = [party.name for party in document.parties]
        first, second = (*names, *document.say("solo.reference"))[:2] if names else ("", "")
        self._names = first, second

    def data(self) -> Data:
        document, day = self._document, self._document.day
        firms = [party.name for party in document.parties]
        return {
            "title": f"{' × '.join(firms)} · {document.title[0]}",
            "author": [firm for firm in firms if firm],
            "firms": [pieces(firm) for firm in firms],
            "lang": language(document.languages[0]),
            "date": [day.year, day.month, day.day],
            "kind": self._told(document.title),
            "day": self._full_day(day),
            "headline": self._told(document.headline),
            "meeting": [self._told(line) for line in document.meeting],
            "areas": self._map() if document.areas else None,
            "sections": [self._section(section) for section in document.sections],
            "notes": [],
            "reading_title": self._say("document.reading"),
            "reading": [self._told(words) for words in document.reading],
            "notice": self._told(document.notice),
            "questionnaire": self._told(document.questionnaire),
            "edition": pieces(document.edition),
            "fingerprint": document.fingerprint,
            "print": pieces(document.fingerprint),
            "colours": _COLOURS,
        }

    def _told(self, words: Words) -> Told:
        return told(words, self._document.languages)

    def _say(self, key: str) -> Told:
        return self._told(self._document.say(key))

    def _full_day(self, day: date) -> Told:
        return self._told(tuple(full_day(day, tag) for tag in self._document.languages))

    def _brief_day(self, day: date | None) -> Told:
        """Return a day, its year only where it is another than the report's."""
        if day is None:
            return []
        year = self._document.day.year
        return self._told(tuple(brief_day(day, tag, year) for tag in self._document.languages))

    def _map(self) -> Data:
        signs = [
            {"sign": sign, "tone": colours.VERDICTS[verdict][0], "words": self._told(words)}
            for verdict, sign, words in self._document.legend
        ]
        more = (
            (UNICODE.risk, "map.sign_flag"),
            (UNICODE.done, "map.is_decided"),
            (UNICODE.parked, "map.is_parked"),
            (UNICODE.anew, "document.anew"),
        )
        signs += [
            {"sign": sign, "tone": colours.INK, "words": self._say(key)} for sign, key in more
        ]
        return {
            "title": self._say("document.areas"),
            "count": len(self._document.areas),
            "rows": [self._area(area) for area in self._document.areas],
            "signs": signs,
        }

    def _area(self, area: Area) -> Data:
        return {
            "title": self._told(area.title),
            "tiles": [self._tile(tile) for tile in area.tiles],
            "importance": [level or 0 for level in area.importance] if any(area.importance) else [],
            "counts": self._told(area.counts),
        }

    def _tile(self, tile: Tile) -> Data:
        tone, wash = colours.VERDICTS[tile.verdict]
        has_state = tile.state is not TileState.UNTOUCHED
        return {
            "sign": tile.mark + (UNICODE.risk if tile.is_flagged else ""),
            "state": _STATES.get(tile.state, UNICODE.anew) if has_state else "",
            "tone": colours.RED if tile.is_blocking and tile.is_hard else tone,
            "wash": wash,
            "is_hard": tile.is_hard,
        }

    def _section(self, section: Section) -> Data:
        if section.part in DECISIONS:
            kind, make = "decisions", self._decided
            head = ["document.what", "minutes.decision", "minutes.owner", "minutes.due"]
        elif section.part in IN_FULL:
            kind, make, head = "full", self._full, []
        else:
            kind, make, head = "brief", self._brief, ["document.what", "document.stands"]
        return {
            "part": section.part,
            "kind": kind,
            "title": self._told(section.title),
            "count": len(section.items),
            "head": [self._say(key) for key in head],
            "items": [make(item) for item in section.items],
            "rest": [],
        }

    def _decided(self, item: Item) -> Data:
        decision = item.decision
        return {
            "name": self._told(item.name),
            "state": self._told(decision.state) if decision and not decision.is_open else [],
            "decision": self._decision(decision) if decision else None,
            "instead": [] if decision else self._told(item.state_words),
            "second": [
                {"side": said.party, "answer": self._told(said.changed)}
                for said in item.said
                if said.second
            ],
            "owner": pieces(decision.owner) if decision else [],
            "due": self._brief_day(decision.due) if decision else [],
        }

    def _decision(self, decision: Decision) -> Data:
        taken = decision.taken_on
        return {
            "label": self._say("minutes.agreed"),
            "clause_label": self._say("document.clause"),
            "agreed": self._told(decision.agreed),
            "text": paragraphs(decision.text),
            "clauses": [
                {"lang": language(tag), "text": paragraphs(text)} for tag, text in decision.clauses
            ],
            "taken_label": self._say("decisions.meeting_of"),
            "taken": self._full_day(taken) if taken else [],
        }

    def _full(self, item: Item) -> Data:
        standings = [each for each in (item.first, item.second) if each is not None]
        pictures = [(each.picture, colours.VERDICTS[each.verdict][0]) for each in standings]
        drawn = [self._picture(*each) for each in pictures or [(item.picture, colours.QUIET)]]
        has_picture = any(drawn)
        decision = item.decision
        return {
            "name": self._told(item.name),
            "text": self._told(item.text) if item.text != item.name else [],
            "pictures": [*filter(None, drawn)],
            "private": self._say("page.private") if item.is_private else [],
            "standings": [
                self._standing(standing, is_second=place > 0)
                for place, standing in enumerate(standings)
            ],
            "said": [*self._said(item, with_answers=not has_picture)],
            "is_said_first": not has_picture,
            "noted": [self._told(noted) for noted in item.noted],
            "risks": [
                {"title": self._told(title), "words": self._told(words)}
                for title, words in item.risks
            ],
            "practice_label": self._say("item.reference"),
            "practice": self._told(item.practice),
            "decision": self._decision(decision) if decision and not decision.is_empty else None,
        }

    def _picture(self, picture: Picture | None, tone: str) -> Data | None:
        if picture is None:
            return None
        return picture_data(picture, self._names, self._document.phrases) | {"tone": tone}

    def _standing(self, standing: Standing, *, is_second: bool = False) -> Data:
        tone, wash = colours.VERDICTS[standing.verdict]
        return {
            "label": self._say("document.anew") if is_second else [],
            "sign": standing.mark,
            "tone": tone,
            "wash": wash,
            "name": self._told(standing.name),
            "sentence": self._told(standing.sentence),
        }

    def _said(self, item: Item, *, with_answers: bool) -> Iterator[Data]:
        """Yield what each said, without the answers where a picture tells them."""
        for said in item.said:
            more = (said.note, said.contract, said.second, said.private_note)
            if with_answers or said.is_red_line or any(more):
                yield self._each_said(said) | {
                    "answer": self._told(said.words) if with_answers else []
                }

    def _each_said(self, said: Said) -> Data:
        return {
            "side": said.party,
            "badge": self._told(said.firmness) if said.is_red_line else [],
            "note": pieces(said.note) if said.note else [],
            "contract": self._told(said.contract),
            "private_label": self._say("document.private_note"),
            "private_note": pieces(said.private_note) if said.private_note else [],
            "second_label": self._say("document.second_answer"),
            "second": self._told(said.second),
            "reason": pieces(said.reason) if said.reason else [],
        }

    def _brief(self, item: Item) -> Data:
        """Return an item in a line."""
        standing = item.first
        sides = {said.party: said for said in item.said}
        return {
            "name": self._told(item.name),
            "said": [
                self._each_said(sides[place]) | {"answer": self._told(sides[place].words)}
                if place in sides
                else None
                for place in range(len(self._document.parties))
            ],
            "standing": self._standing(standing) if standing else None,
            "risks": [
                {"title": self._told(title), "words": self._told(words)}
                for title, words in item.risks
            ],
            "noted": [self._told(noted) for noted in item.noted],
        }
