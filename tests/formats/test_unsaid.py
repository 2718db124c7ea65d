"""What is not said yet: halves, second thoughts and where a party is, in its sheet and nowhere."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.formats.test_sheet import HEAD, back
from tests.storage import samples
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, NonAnswer
from tui.domain.questionnaire import Questionnaire
from tui.domain.second_thought import SecondThought
from tui.domain.sheet import Sheet
from tui.formats.sheet import SheetText, export_tables, sheet_bytes, sheet_tables
from tui.toml.writer import dump_toml


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def unsaid(asked: Questionnaire) -> Sheet:
    """Return a sheet with something of each kind that is not said yet."""
    thoughts = {
        "aim": SecondThought(Answer(value="image", note="再想想\n两行"), "“市场”变了\n[b]"),
        "days": SecondThought(Answer(value=Decimal("7.5"))),
        "wish": SecondThought(Answer(state=NonAnswer.NOT_APPLICABLE, reason="没有")),
    }
    sheet = samples.sheet(asked, "brand", aim="sales", days=30, wish="和气")
    return replace(
        sheet, drafts={"floor": "12 –", "days": "12,"}, second_thoughts=thoughts, at="days"
    )


def test_all_that_is_not_said_yet_comes_back(asked: Questionnaire, unsaid: Sheet) -> None:
    assert back(SheetText(asked)(unsaid), asked) == unsaid
    assert back(dump_toml(sheet_tables(unsaid, asked)), asked) == unsaid


def test_nothing_of_it_is_exported(asked: Questionnaire, unsaid: Sheet) -> None:
    said = replace(unsaid, drafts={}, second_thoughts={}, at="")
    assert sheet_bytes(unsaid, asked) == sheet_bytes(said, asked)
    assert export_tables(unsaid, asked).keys().isdisjoint({"drafts", "second_thoughts", "at"})


def test_a_sheet_on_which_all_is_said_tells_of_none(asked: Questionnaire, unsaid: Sheet) -> None:
    said = replace(unsaid, drafts={}, second_thoughts={}, at="")
    keys = tomllib.loads(SheetText(asked)(said).decode()).keys()
    assert keys.isdisjoint({"drafts", "second_thoughts", "at"})


@pytest.mark.parametrize("more", ['at = "nothing"', '[drafts]\nnothing = "12"', "drafts = {}"])
def test_what_is_about_no_question_is_passed_over(asked: Questionnaire, more: str) -> None:
    sheet = back((HEAD + more).encode(), asked)
    assert (dict(sheet.drafts), sheet.at) == ({}, "")


@pytest.mark.parametrize("draft", [r"1\n2\n3", "–" * 40, "{path} [red]", "字" * 4000, " "])
def test_whatever_a_half_holds_is_one_line_and_comes_back(asked: Questionnaire, draft: str) -> None:
    sheet = back(f'{HEAD}[drafts]\nfloor = "{draft}"'.encode(), asked)
    assert "\n" not in sheet.drafts["floor"]
    assert back(SheetText(asked)(sheet), asked) == sheet


@pytest.mark.parametrize(
    ("more", "key", "line"),
    [
        ("drafts = 3", "check.not_table", 7),
        ("[drafts]\nfloor = 3", "check.not_text", 8),
        ('[drafts]\nfloor = "\\u001b[2J"', "toml.unwanted_character", 8),
        (f'[drafts]\nfloor = "{"字" * 5000}"', "toml.text_too_long", 8),
        ("at = 3", "check.not_text", 7),
        ('[second_thoughts.aims]\nanswer = { value = "sales" }', "sheet.unknown_question", 7),
        ('[second_thoughts.aim]\nanswer = { value = "sale" }', "answer.unknown_choice", 8),
        ("[second_thoughts.days]\nanswer = { value = 91 }", "answer.out_of_bounds", 8),
        (
            '[second_thoughts.aim]\nanswer = { value = "sales", state = "later" }',
            "sheet.value_and_state",
            8,
        ),
        ('[second_thoughts.aim]\nreason = "so"', "check.missing_key", 7),
        ("[second_thoughts.aim]\nanswer = {}\nreason = 3", "check.not_text", 9),
        ("[second_thoughts]\naim = 3", "check.not_table", 8),
    ],
)
def test_a_problem_of_it_is_told_at_its_place(
    asked: Questionnaire, more: str, key: str, line: int
) -> None:
    with pytest.raises(InvalidFile) as found:
        back((HEAD + more).encode(), asked)
    (problem,) = found.value.diagnostics
    assert (problem.message.key, samples.line_of(problem)) == (key, line)
