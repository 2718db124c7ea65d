"""The document of a questionnaire itself, for colleagues who are to comment on it."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from tui.domain.effort import minutes_to_answer
from tui.domain.localized_text import LocalizedText
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Area, Questionnaire
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    DateQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.base import with_unit
from tui.domain.questions.number import Measure
from tui.domain.risk_rules import RiskRule
from tui.domain.values import number_text
from tui.exports.document import Document, Fact, Item, Part, Section, Words
from tui.exports.wording import Wording, document_phrases
from tui.i18n import Phrases
from tui.phrasing.condition_words import gate_words, roled, rule_words
from tui.text.cleaning import one_line
from tui.text.dates import full_day

_FEW = 1
"""Weight that a question has without its author's doing."""


def questionnaire_document(
    asked: Questionnaire, day: date, languages: tuple[str, ...] = ()
) -> Document:
    """Return the document of a questionnaire.

    Args:
        asked: The questionnaire.
        day: The day that it bears.
        languages: The tags of the languages to write in; all that it has if empty.
    """
    phrases = document_phrases(languages or asked.languages)
    return _Writer(asked, Wording(phrases)).document(day)


class _Writer:
    def __init__(self, asked: Questionnaire, wording: Wording) -> None:
        self._asked = asked
        self._words = wording

    def document(self, day: date) -> Document:
        """Return the whole document."""
        asked, words = self._asked, self._words
        return Document(
            phrases=words.phrases,
            title=words.say("printed.title"),
            questionnaire=words.of(asked.title),
            edition=one_line(f"{asked.edition.id} {asked.edition.version}"),
            day=day,
            parties=(),
            headline=words.each(self._headline),
            sections=tuple(self._sections()),
            notice=words.say("printed.notice"),
        )

    def _headline(self, say: Phrases) -> str:
        """Return whom it asks, how much, and about how long that takes."""
        questions = self._asked.questions
        left, right = (party.name[say.language] for party in self._asked.parties)
        core = [question for question in questions if question.core]
        return say(
            "printed.headline",
            left=left,
            right=right,
            questions=len(questions),
            areas=len(self._asked.areas),
            minutes=minutes_to_answer(questions),
            core=len(core),
            core_minutes=minutes_to_answer(core),
        )

    def _sections(self) -> Iterator[Section]:
        """Yield a section an area, then the rules over several questions."""
        for area in self._asked.areas:
            items = (each for each in self._asked.questions if each.area == area.id)
            yield Section(
                part=Part.QUESTIONS,
                title=self._text(area.title),
                items=tuple(map(self._item, items)),
                about=tuple(self._about(area)),
            )
        if self._asked.risks:
            yield Section(
                part=Part.QUESTIONS,
                title=self._words.say("printed.rules"),
                items=tuple(map(self._rule, self._asked.risks)),
            )

    def _about(self, area: Area) -> Iterator[Words]:
        if area.about:
            yield self._text(area.about)

    def _item(self, question: AnyQuestion) -> Item:
        return Item(
            id=question.id,
            name=self._text(question.short_name),
            text=self._text(question.text),
            kind=question.kind,
            weight=question.weight,
            facts=tuple(self._facts(question)),
        )

    def _rule(self, rule: RiskRule) -> Item:
        return Item(
            id=rule.id,
            name=self._text(rule.say),
            text=self._text(rule.say),
            facts=(
                self._fact("level", self._level(rule)),
                self._fact("fires", self._words.each(lambda say: self._condition(rule, say))),
            ),
        )

    def _facts(self, question: AnyQuestion) -> Iterator[Fact]:
        """Yield all that stands in the file beside the question."""
        yield from self._shown(question)
        yield from self._behind(question)
        yield from self._after(question)

    def _shown(self, question: AnyQuestion) -> Iterator[Fact]:
        """Yield what whoever answers sees."""
        for party in self._asked.parties:
            if party.id in question.ask:
                role = self._text(party.name)
                label = tuple(
                    say("printed.ask", party=name)
                    for say, name in zip(self._words.phrases, role, strict=True)
                )
                yield Fact(label=label, lines=(self._text(question.ask[party.id]),))
        if question.hint:
            yield self._fact("hint", self._text(question.hint))
        yield self._fact("type", self._words.each(lambda say: self._type(question, say)))
        if question.labels:
            yield self._fact("choices", *self._choices(question))

    def _behind(self, question: AnyQuestion) -> Iterator[Fact]:
        """Yield when it is asked, and how two answers are compared."""
        yield self._fact("asked", self._words.each(lambda say: self._asking(question, say)))
        if question.display_condition.tests:
            yield self._fact("gate", self._words.each(lambda say: self._gate(question, say)))
        near = self._words.each(lambda say: _nearness(question, say))
        if any(near) and question.asked_of is None:
            yield self._fact("nearness", near)
        if question.defined_by:
            names = (self._asked[each].short_name for each in question.defined_by)
            yield self._fact("defined_by", *map(self._text, names))

    def _after(self, question: AnyQuestion) -> Iterator[Fact]:
        """Yield what comes up once the answers have met."""
        for key in ("guide", "practice", "clause"):
            if text := getattr(question, key):
                yield self._fact(key, self._text(text))
        if question.recommend is not None:
            yield self._fact("recommend", self._words.each(lambda say: self._advice(question, say)))
        for rule in question.risks:
            told = self._words.each(partial(self._fires, rule))
            yield self._fact("risk", self._level(rule), told, self._text(rule.say))

    def _gate(self, question: AnyQuestion, say: Phrases) -> str:
        return gate_words(question.display_condition, self._asked, say)

    def _advice(self, question: AnyQuestion, say: Phrases) -> str:
        return roled(question.wording(question.recommend, say.language), self._asked, say)

    def _type(self, question: AnyQuestion, say: Phrases) -> str:
        """Return the type of a question, with the bounds of its answers."""
        told = [say(f"printed.kind_{question.kind}")]
        match question:
            case NumberQuestion() | RangeQuestion():
                told.append(_bounds(question.measure, say))
            case ScaleQuestion():
                told.append(_levels(question, say))
            case DateQuestion():
                told += _days(question, say)
            case MultiQuestion(most=int() as most):
                told.append(say("printed.most", most=most))
            case RankingQuestion(first=int() as first):
                told.append(say("printed.first", first=first))
            case AllocationQuestion():
                total = with_unit(number_text(question.total), question.unit, say.language)
                told.append(say("printed.total", total=total))
            case TextQuestion():
                told.append(say("field.longest", longest=question.max_length))
        return roled(_joined(told), self._asked, say)

    def _choices(self, question: AnyQuestion) -> Iterator[Words]:
        """Yield what a question offers."""
        alone = question.exclusive if isinstance(question, MultiQuestion) else frozenset()
        for choice in question.labels:
            label = self._text(choice.label)
            more = self._words.say("printed.excludes") if choice.id in alone else ()
            yield tuple(map(_joined, zip(label, more, strict=True))) if more else label
        if getattr(question, "other", False):
            yield self._words.say("printed.other")

    def _asking(self, question: AnyQuestion, say: Phrases) -> str:
        """Return when a question is asked, of what else, and how much it counts."""
        told = [say("printed.core" if question.core else "printed.full_only")]
        told += [
            say("printed.asked_of", party=party.name[say.language])
            for party in self._asked.parties
            if party.id == question.asked_of
        ]
        if question.weight != _FEW:
            told.append(say("printed.weight", weight=number_text(question.weight)))
        told += [say(f"printed.{key}") for key in ("predict", "contract") if getattr(question, key)]
        if getattr(question, "shuffle", False):
            told.append(say("printed.shuffle"))
        if not question.firmness:
            told.append(say("printed.no_firmness"))
        if question.privacy is not Privacy.SHARED:
            told.append(say(f"printed.private_{question.privacy}"))
        return _joined(told)

    def _level(self, rule: RiskRule) -> Words:
        def told(say: Phrases) -> str:
            level = say(f"level.{rule.level}")
            return _joined([level, *([say(f"source.{rule.source}")] if rule.source else [])])

        return self._words.each(told)

    def _fires(self, rule: RiskRule, say: Phrases) -> str:
        return say("printed.fires_if", condition=self._condition(rule, say))

    def _condition(self, rule: RiskRule, say: Phrases) -> str:
        return rule_words(rule, self._asked, say)

    def _text(self, text: LocalizedText) -> Words:
        """Return a text in which each party is called what the questionnaire calls it."""
        return self._words.each(lambda say: roled(text[say.language], self._asked, say))

    def _fact(self, key: str, *lines: Words) -> Fact:
        return Fact(label=self._words.say(f"printed.{key}"), lines=lines)


def _bounds(measure: Measure, say: Phrases) -> str:
    """Return from where to where a number may go, and how fine it may be."""
    low, high = (
        with_unit(number_text(end), measure.unit, say.language)
        for end in (measure.minimum, measure.maximum)
    )
    told = [say("printed.bounds", low=low, high=high)]
    if measure.decimals:
        told.append(say("printed.decimals", count=measure.decimals))
    return _joined(told)


def _levels(question: ScaleQuestion, say: Phrases) -> str:
    """Return the levels of a scale, and what each or its ends mean."""
    ends: tuple[tuple[int, LocalizedText], ...]
    ends = ((question.minimum, question.low), (question.maximum, question.high))
    if question.levels:
        ends = tuple(enumerate(question.levels, question.minimum))
    bounds = say("printed.bounds", low=question.minimum, high=question.maximum)
    return _joined([bounds, *(f"{level} = {text[say.language]}" for level, text in ends if text)])


def _days(question: DateQuestion, say: Phrases) -> Iterator[str]:
    """Yield from when to when a day may be."""
    if question.minimum != date.min:
        yield say("field.day_from", first=full_day(question.minimum, say.language))
    if question.maximum != date.max:
        yield say("field.day_until", last=full_day(question.maximum, say.language))


def _nearness(question: AnyQuestion, say: Phrases) -> str:
    """Return how far two answers may be apart and still be the same, or near."""
    if question.privacy is Privacy.OWN:
        return ""
    match question:
        case NumberQuestion(measure=Measure(ratio=Decimal()) as measure):
            key, tolerance, near = "printed.near_times", measure.tolerance, measure.near
        case NumberQuestion(measure=measure):
            key, tolerance, near = "printed.near_by", measure.tolerance, measure.near
        case DateQuestion():
            key, tolerance, near = "printed.near_days", question.tolerance, question.near
        case ScaleQuestion():
            key, tolerance, near = "printed.near_by", question.tolerance, question.near
        case AllocationQuestion():
            key, tolerance, near = "printed.near_percent", question.tolerance, question.near
        case _:
            return ""
    if not tolerance and key in ("printed.near_by", "printed.near_days"):
        key = key.replace("near_by", "near_only").replace("near_days", "near_days_only")
    return say(key, tolerance=number_text(tolerance), near=number_text(near))


def _joined(told: Iterable[str]) -> str:
    return " · ".join(told)
