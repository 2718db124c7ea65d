"""The document of two parties: of the report of a kickoff."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from tui.domain.area_map import AreaRow, TileState, area_rows, decided, parked, tile_states
from tui.domain.area_map import Tile as MapTile
from tui.domain.carried import Carried
from tui.domain.pictures import Picture
from tui.domain.report import Report, ReportedDecision, ReportedQuestion
from tui.domain.report_level import ReportLevel
from tui.domain.verdict import Flag, Verdict
from tui.exports.document import (
    Area,
    Document,
    Item,
    Part,
    Party,
    Said,
    Section,
    Standing,
    Tile,
    Words,
)
from tui.exports.wording import Wording, document_phrases
from tui.i18n import Phrases
from tui.phrasing.headline import coverage, headline
from tui.phrasing.map_words import area_counts, tile_verdict, tile_words
from tui.phrasing.marks import UNICODE
from tui.phrasing.meeting_words import time_words
from tui.phrasing.risk_words import risk_title
from tui.phrasing.verdict_words import Judged, judged, judged_after, verdict_name, verdict_sentence
from tui.text.cleaning import one_line
from tui.text.dates import full_day

_AGREED = (Verdict.ALIGNED, Verdict.PARTIAL)
"""The verdicts on what is not on the agenda that mean that there is nothing to settle."""


def kickoff_document(
    report: Report, languages: tuple[str, ...] = (), fingerprint: str = ""
) -> Document:
    """Return the document of a report.

    Args:
        report: The report.
        languages: The tags of the languages to write in; those that the parties read if empty.
        fingerprint: The SHA-256 that the report bears.
    """
    read = tuple(party.language for party in report.parties)
    return _Writer(report, Wording(document_phrases(languages or read))).document(fingerprint)


class _Writer:
    def __init__(self, report: Report, wording: Wording) -> None:
        self._report = report
        self._words = wording
        self._states = tile_states(report)
        self._settled = {name for name, state in self._states.items() if state.is_done}
        self._planned = {item.question: item for item in report.agenda}
        self._decided = {each.question: each for each in report.decisions}
        self._asked = {question.id: question for question in report.questions}
        self._areas = {area.id: area.title for area in report.areas}

    def document(self, fingerprint: str) -> Document:
        """Return the whole document."""
        report, words = self._report, self._words
        areas = tuple(map(self._area, area_rows(report)))
        is_short = report.level is ReportLevel.MINUTES
        return Document(
            phrases=words.phrases,
            title=words.say("document.minutes" if is_short else "document.report"),
            questionnaire=words.of(report.title),
            edition=one_line(f"{report.edition.id} {report.edition.version}"),
            day=report.date,
            level=report.level,
            parties=tuple(
                Party(
                    name=one_line(party.name),
                    role=words.of(report.party_names[party.id]),
                    people=tuple(map(one_line, party.answered_by)),
                )
                for party in report.parties
            ),
            headline=words.each(lambda say: say.say(headline(report, say.language))),
            areas=areas,
            sections=tuple(self._sections()),
            meeting=tuple(self._meeting()),
            next_date=None if report.meeting is None else report.meeting.next_date,
            legend=tuple(self._legend(area_rows(report))),
            reading=tuple(self._reading()),
            notice=words.say("report.notice"),
            fingerprint=fingerprint,
        )

    def _meeting(self) -> Iterator[Words]:
        meeting = self._report.meeting
        if meeting is None:
            return
        yield self._words.each(lambda say: time_words(meeting, say))
        if (day := meeting.next_date) is not None:
            yield self._words.each(
                lambda say: say("meeting.next_told", day=full_day(day, say.language))
            )

    def _reading(self) -> Iterator[Words]:
        """Yield how the report is to be read."""
        words, report = self._words, self._report
        if report.questions:
            yield words.say("document.map_reads")
        yield words.each(lambda say: say.say(coverage(report.whole)))
        if any(question.is_private for question in report.questions):
            yield words.say("document.private_reads")
        if report.level is not ReportLevel.OWN:
            yield words.say("document.left_out")

    def _legend(self, rows: Iterable[AreaRow]) -> Iterator[tuple[Verdict, str, Words]]:
        """Yield what the signs on the map mean, in the order of the verdicts."""
        all_tiles = [tile for row in rows for tile in row.tiles]
        tiles = {(tile.question.verdict, tile.is_private): tile for tile in all_tiles}
        after = {tile.question.verdict_after for tile in all_tiles}
        for verdict, is_private in product(Verdict, (False, True)):
            if tile := tiles.get((verdict, is_private)):
                mark = UNICODE.verdict(verdict, is_private=is_private)
                meaning = self._words.each(lambda say, t=tile: tile_verdict(t, say))  # type: ignore[misc]
                yield verdict, mark, meaning
            elif verdict in after and not is_private:
                yield verdict, UNICODE.verdict(verdict), self._words.say(f"verdict.{verdict}")

    def _area(self, row: AreaRow) -> Area:
        words = self._words
        return Area(
            id=row.area.id,
            title=words.of(row.area.title),
            tiles=tuple(map(self._tile, row.tiles)),
            counts=words.each(lambda say: area_counts(row, say)),
            importance=tuple(row.area.importance.get(p.id) for p in self._report.parties),
        )

    def _tile(self, tile: MapTile) -> Tile:
        question = tile.question
        return Tile(
            id=question.id,
            name=self._words.of(question.short_name),
            words=self._words.each(lambda say: tile_words(tile, say)),
            mark=UNICODE.verdict(question.verdict, is_private=tile.is_private),
            verdict=question.verdict,
            after=(after := question.verdict_after),
            mark_after=UNICODE.verdict(after) if after is not None else "",
            state=tile.state,
            is_hard=tile.is_hard,
            is_blocking=tile.is_blocking,
            is_flagged=tile.is_blocking or tile.is_risky,
        )

    def _sections(self) -> Iterator[Section]:
        """Yield the sections that have any item."""
        report = self._report
        waiting = [item for item in report.agenda if self._states[item.question].is_waiting]
        anew = [
            item.question
            for item in report.agenda
            if self._states[item.question] is TileState.ANSWERED_ANEW
        ]
        told = {*self._planned, *self._ids((*decided(report), *parked(report)))}
        rest = [question for question in report.questions if question.id not in told]
        agreed = [q.id for q in rest if q.verdict in _AGREED]
        others = [q.id for q in rest if q.verdict not in _AGREED]
        for part, items in (
            (Part.CARRIED, [self._carried(each) for each in report.carried]),
            (Part.DECIDED, [*map(self._item, self._ids(decided(report))), *map(self._item, anew)]),
            (Part.TO_SETTLE, [self._item(item.question) for item in waiting]),
            (Part.PARKED, list(map(self._item, self._ids(parked(report))))),
            (Part.AGREED, list(map(self._item, agreed))),
            (Part.NOT_COMPARED, list(map(self._item, others))),
        ):
            if items:
                yield Section(
                    part=part, title=self._words.say(f"document.{part}"), items=tuple(items)
                )

    def _ids(self, decisions: Iterable[ReportedDecision]) -> list[str]:
        return [decision.question for decision in decisions]

    def _carried(self, said: Carried) -> Item:
        """Return what the last meeting left open."""
        words = self._words
        return Item(
            id="",
            name=words.of(said.short_name),
            text=words.of(said.text),
            decision=words.decision(said),
        )

    def _item(self, name: str) -> Item:
        """Return a question with all that is told of it; in the minutes that is not much."""
        words, question = self._words, self._asked.get(name)
        planned, said = self._planned.get(name), self._decided.get(name)
        decision = words.decision(said) if said is not None else None
        state = self._states[name]
        if question is None:
            known = said or planned
            return Item(
                id=name,
                name=words.of(known.short_name) if known is not None else (),
                text=words.of(known.text) if known is not None else (),
                state=state,
                state_words=self._state(state),
                minutes=planned.minutes if planned else None,
                decision=decision,
            )
        report = self._report
        return Item(
            id=name,
            name=words.of(question.short_name),
            text=words.of(question.text),
            area_id=question.area,
            area=words.of(self._areas.get(question.area)),
            kind=question.kind,
            weight=question.weight,
            similarity=question.similarity,
            first=self._standing(question),
            second=self._standing(question, is_after=True) if question.verdict_after else None,
            said=tuple(self._said(question)),
            state=state,
            state_words=self._state(state),
            is_private=question.is_private,
            is_blocking=Flag.BLOCKING in question.flags,
            minutes=planned.minutes if planned else None,
            noted=tuple(self._noted(question)),
            risks=tuple(
                (
                    words.each(lambda say, r=risk: risk_title(r, report.party_names, say)),  # type: ignore[misc]
                    words.of(risk.say),
                )
                for risk in question.risks
            ),
            practice=words.of(question.practice),
            decision=decision,
        )

    def _state(self, state: TileState) -> Words:
        return () if state is TileState.UNTOUCHED else self._words.say(f"map.is_{state}")

    def _noted(self, question: ReportedQuestion) -> Iterator[Words]:
        """Yield what to point out: how the two expected it to be, and what the flags mean."""
        expected = question.expected
        mistaken = {Flag.FALSE_CONSENSUS, Flag.FALSE_CONFLICT}.intersection(question.flags)
        if expected is not None and not mistaken:
            yield self._words.say(f"item.expected_{expected}")
        for flag in question.flags:
            if flag in mistaken and expected is not None:
                yield self._words.say(f"document.{flag}_{expected}")
            elif flag is Flag.BLOCKING and question.id in self._settled:
                yield self._words.say("document.was_blocking")
            else:
                yield self._words.say(f"flag.{flag}")

    def _standing(self, question: ReportedQuestion, *, is_after: bool = False) -> Standing:
        """Return where the first or the second answers left the two."""
        of = judged_after if is_after else judged

        def found(say: Phrases) -> Judged:
            names = self._report.party_names
            roles = {party: name[say.language] for party, name in names.items()}
            asked = self._asked
            texts = {d: asked[d].text[say.language] for d in question.defined_by if d in asked}
            return of(question, roles, texts, self._settled)

        picture: Picture | None = question.picture_after if is_after else question.picture
        verdict = (question.verdict_after or question.verdict) if is_after else question.verdict
        return Standing(
            verdict=verdict,
            mark=UNICODE.verdict(verdict, is_private=question.is_private),
            name=self._words.each(lambda say: verdict_name(found(say), say)),
            sentence=self._words.each(lambda say: verdict_sentence(found(say), say)),
            picture=picture,
        )

    def _said(self, question: ReportedQuestion) -> Iterator[Said]:
        """Yield what each party answered; of a private question nothing."""
        is_own = self._report.level is ReportLevel.OWN
        for place, party in enumerate(self._report.parties):
            answer = question.answers.get(party.id)
            if answer is None or question.is_private:
                continue
            second, reason = question.revised.get(party.id), question.reasons.get(party.id, "")
            said = self._words.said(place, answer, second, reason)
            yield said if is_own else replace(said, private_note="")
