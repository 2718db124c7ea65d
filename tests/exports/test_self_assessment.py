"""The document of one party: all of its own, each question once a section, and no verdict."""

from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.builders import BRAND, rule, when
from tui.domain.answers import Answer, ContractState, NonAnswer
from tui.domain.solo_report import SoloReport, solo_report
from tui.exports import markdown
from tui.exports.document import Document, Item, Part
from tui.exports.self_assessment import self_assessment_document
from tui.i18n import LANGUAGES, Phrases

RULES = tuple(
    replace(rule(when("q", "is", ("a",)), question="q"), id=name, say=b.both(f"risk {name}"))
    for name in ("one", "two")
)
TOGETHER = replace(rule(when("q", "is", ("a",)), when("r", "is", ("a",))), say=b.both("both"))


def report() -> SoloReport:
    """Return a report in which every list has something."""
    asked = (
        b.choice(recommend="b", practice=b.both("write it down"), risks=RULES, predict=True),
        b.choice("r", name=b.both("Short")),
        b.choice("s"),
        b.choice("t", contract=True),
    )
    said = {
        "q": Answer(value="a", guess="c", note="for both", private_note="for us"),
        "r": "a",
        "s": NonAnswer.LATER,
        "t": Answer(value="a", contract=ContractState.NEVER),
    }
    return solo_report(b.session(*asked, brand=said, alone=BRAND, risks=(TOGETHER,)))


def alone(*languages: str) -> Document:
    """Return its document."""
    return self_assessment_document(report(), languages, "c0ffee")


def items(part: Part) -> list[Item]:
    return list(alone("en").items(part))


def test_every_list_is_a_section_and_an_empty_one_is_none() -> None:
    parts = [section.part for section in alone().sections]
    assert parts == [
        Part.RISKS,
        Part.UNSETTLED,
        Part.TO_ASK,
        Part.OFF_PRACTICE,
        Part.ASSUMED_GAPS,
        Part.ANSWERS,
    ]
    little = solo_report(b.session(b.choice(), brand={"q": "a"}, alone=BRAND))
    found = self_assessment_document(little)
    assert [section.part for section in found.sections] == [Part.ANSWERS]


def test_a_question_has_its_risks_together_and_what_it_contradicts() -> None:
    (item,) = items(Part.RISKS)
    assert [words for _, (words,) in item.risks] == ["risk one", "risk two", "both"]
    assert all(kind for (kind,), _ in item.risks)
    assert item.noted == (("it pulls against another of your answers",),)
    assert [said.words for said in item.said] == [("A",)]


def test_what_is_open_is_told_once_with_why() -> None:
    assert [(item.id, item.noted) for item in items(Part.UNSETTLED)] == [
        ("s", ()),
        ("t", (("never discussed with the other side, or unsure",),)),
    ]


def test_what_is_off_practice_is_told_beside_what_is_recommended() -> None:
    (item,) = items(Part.OFF_PRACTICE)
    assert [said.words for said in item.said] == [("A",)]
    assert (item.noted, item.practice) == ((("For reference: B",),), ("write it down",))
    assert item.picture is not None
    assert item.first is item.second is None


def test_a_guess_is_told_as_one() -> None:
    (item,) = items(Part.ASSUMED_GAPS)
    assert item.noted == (("Your guess of the other side: C",),)


def test_all_answers_are_told_with_both_notes() -> None:
    found = items(Part.ANSWERS)
    assert [item.id for item in found] == ["q", "r", "s", "t"]
    (said,) = found[0].said
    assert (said.note, said.private_note) == ("for both", "for us")
    assert [item.name for item in found[:2]] == [("q?",), ("Short",)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_whose_it_is_and_that_it_is_private(language: str) -> None:
    told = alone(language)
    assert [party.name for party in told.parties] == ["Brand Ltd"]
    assert told.notice == (Phrases(language)("solo.notice"),)
    assert "3" in told.headline[0]
    assert told.languages == (language,)
    assert self_assessment_document(report()).languages == (report().party.language,)


def test_it_is_written_as_markdown() -> None:
    told = markdown.written(alone("en")).decode()
    assert told.startswith("# Self-assessment · Brand Ltd\n")
    assert "\n- **Short**\n  - r?\n  - ● Brand Ltd: A\n" in told
    assert "for us" in told
