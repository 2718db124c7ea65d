"""The document of one party: of the report of a self-assessment. It is for its own eyes only."""

from collections.abc import Iterator
from dataclasses import replace

from tui.domain.localized_text import LocalizedText
from tui.domain.solo_report import AssumedGap, Named, OffPractice, OwnRisk, SoloReport
from tui.exports.document import Document, Item, Part, Party, Said, Section, Words
from tui.exports.wording import Wording, document_phrases
from tui.phrasing.risk_words import risk_weight
from tui.text.cleaning import one_line


def self_assessment_document(
    report: SoloReport, languages: tuple[str, ...] = (), fingerprint: str = ""
) -> Document:
    """Return the document of a self-assessment.

    Args:
        report: The report.
        languages: The tags of the languages to write in; the one that the party reads if empty.
        fingerprint: The SHA-256 that the report bears.
    """
    phrases = document_phrases(languages or (report.party.language,))
    return _Writer(report, Wording(phrases)).document(fingerprint)


class _Writer:
    def __init__(self, report: SoloReport, wording: Wording) -> None:
        self._report = report
        self._words = wording
        self._answers = {own.question: own for own in report.answers}

    def document(self, fingerprint: str) -> Document:
        """Return the whole document."""
        report, words = self._report, self._words
        return Document(
            phrases=words.phrases,
            title=words.say("document.self_assessment"),
            questionnaire=words.of(report.title),
            edition=one_line(f"{report.edition.id} {report.edition.version}"),
            day=report.date,
            parties=(
                Party(
                    name=one_line(report.party.name),
                    role=words.of(report.party_name),
                    people=tuple(map(one_line, report.party.answered_by)),
                ),
            ),
            headline=words.say("document.alone_headline", **report.counts),
            sections=tuple(self._sections()),
            notice=words.say("solo.notice"),
            fingerprint=fingerprint,
        )

    def _sections(self) -> Iterator[Section]:
        """Yield the sections that have any item."""
        report = self._report
        for part, items in (
            (Part.RISKS, self._risks()),
            (Part.UNSETTLED, self._unsettled()),
            (Part.TO_ASK, list(map(self._named, report.to_ask))),
            (Part.OFF_PRACTICE, list(map(self._off_practice, report.off_practice))),
            (Part.ASSUMED_GAPS, list(map(self._assumed_gap, report.assumed_gaps))),
            (Part.ANSWERS, [self._told(own) for own in report.answers]),
        ):
            if items:
                title = self._words.say(f"document.{part}")
                yield Section(part=part, title=title, items=tuple(items))

    def _risks(self) -> list[Item]:
        """Return each question with the risks that its answer has, alone and beside others."""
        items = dict[str, Item]()
        contradicting = self._words.say("document.alone_contradiction")
        for risks, noted in (
            (self._report.risks, ()),
            (self._report.contradictions, contradicting),
        ):
            for risk in risks:
                item = items.get(risk.question) or self._told(risk)
                told = (self._weight(risk), self._words.of(risk.say))
                more = (noted,) if noted and noted not in item.noted else ()
                items[risk.question] = replace(
                    item, risks=(*item.risks, told), noted=(*item.noted, *more)
                )
        return list(items.values())

    def _unsettled(self) -> list[Item]:
        """Return each question that is open, with in which way it is."""
        items = dict[str, Item]()
        never = self._words.say("document.alone_never_discussed")
        for named, noted in (
            *((each, None) for each in self._report.unsettled),
            *((each, never) for each in self._report.never_discussed),
        ):
            item = items.get(named.question) or self._told(named)
            items[named.question] = replace(item, noted=(*item.noted, noted)) if noted else item
        return list(items.values())

    def _off_practice(self, found: OffPractice) -> Item:
        recommended = self._with_answer("solo.recommended", found.recommended)
        return replace(
            self._named(found),
            said=self._said(found.said),
            noted=(recommended,),
            practice=self._words.of(found.practice),
            picture=found.picture,
        )

    def _assumed_gap(self, found: AssumedGap) -> Item:
        guess = self._with_answer("solo.guess", found.guess)
        return replace(self._named(found), said=self._said(found.said), noted=(guess,))

    def _said(self, words: LocalizedText) -> tuple[Said, ...]:
        return (Said(party=0, words=self._words.of(words)),)

    def _with_answer(self, key: str, answer: LocalizedText) -> Words:
        return self._words.each(lambda say: say(key, answer=answer[say.language]))

    def _weight(self, risk: OwnRisk) -> Words:
        return self._words.each(lambda say: risk_weight(risk, say))

    def _told(self, named: Named) -> Item:
        """Return a question with what the party said to it."""
        own = self._answers.get(named.question)
        said = () if own is None else (self._words.said(0, own.answer),)
        return replace(self._named(named), said=said)

    def _named(self, named: Named) -> Item:
        """Return a question alone."""
        own = self._answers.get(named.question)
        return Item(
            id=named.question,
            name=self._words.of(named.name or named.text),
            text=self._words.of(named.text),
            area_id="" if own is None else own.area,
            kind=None if own is None else own.kind,
        )
