"""What a sheet holds that its questionnaire did not ask for is told, and tells no answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.checks.spoiling import spoilt
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.domain.answers import Answer, Firmness
from tui.domain.questionnaire import Questionnaire
from tui.formats.sheet import sheet_tables
from tui.toml.writer import dump_toml

FIRST = "[question.pay]\n"
GATES = (
    "[question.fee]\n",
    '[question.fee]\nshow_if = [{ q = "pay", is = "yes", who = "both" }]\n',
    "[question.mood]\n",
    '[question.mood]\nshow_if = [{ q = "fee", above = 3, who = "brand" }]\n',
    "[question.split]\n",
    '[question.split]\nshow_if = [{ q = "pay", is = "yes" }]\n',
)


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    path = tmp_path / "shop.toml"
    path.write_text(spoilt(*GATES), encoding="utf-8")
    return load(path)


def checked(folder: Path, asked: Questionnaire, **answers: object) -> list[Diagnostic]:
    path = folder / "sheet.toml"
    sheet = samples.sheet(asked, "brand", **answers)
    path.write_bytes(dump_toml(sheet_tables(sheet, asked)))
    return problems_of(path, samples.find)


def keys(found: list[Diagnostic]) -> list[str]:
    return [each.message.key for each in found]


def test_a_revision_that_there_is_not_yet_is_told(tmp_path: Path, asked: Questionnaire) -> None:
    (found,) = checked(tmp_path, asked, pay=Answer(value="yes", rev=2))
    assert (found.message.key, found.severity) == ("sheet.later_rev", Severity.WARNING)
    assert found.source_line == "rev = 2"


@pytest.mark.parametrize("question", ["call", "cash"])
def test_a_guess_that_nobody_asked_for_is_told(
    tmp_path: Path, asked: Questionnaire, question: str
) -> None:
    guess = asked[question].read("daily" if question == "call" else 7)
    (found,) = checked(tmp_path, asked, **{question: Answer(guess=guess)})
    assert found.message.key == "sheet.idle_guess"
    assert found.source_line == f"[answers.{question}]"
    assert checked(tmp_path, asked, pay=Answer(value="yes", guess="no")) == []


def test_a_red_line_where_none_can_be_set_is_told(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(spoilt(FIRST, FIRST + "firmness = false\n"), encoding="utf-8")
    asked, held = load(path), Answer(value="yes", firmness=Firmness.RED_LINE)
    (found,) = checked(tmp_path, asked, pay=held)
    assert (found.message.key, found.severity) == ("sheet.idle_firmness", Severity.WARNING)
    assert found.source_line == "[answers.pay]"
    assert checked(tmp_path, asked, pay="yes", report=Answer(firmness=Firmness.RED_LINE)) == []


def test_an_answer_of_a_party_that_is_not_asked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(spoilt(FIRST, FIRST + 'asked_of = "agency"\n'), encoding="utf-8")
    (found,) = checked(tmp_path, load(path), pay="yes")
    assert (found.message.key, found.severity) == ("sheet.asked_of_other", Severity.WARNING)
    assert found.source_line == "[answers.pay]"
    path.write_text(spoilt(FIRST, FIRST + 'asked_of = "brand"\n'), encoding="utf-8")
    assert checked(tmp_path, load(path), pay="yes") == []


def test_an_answer_to_what_is_never_asked_is_told_in_a_row(
    tmp_path: Path, asked: Questionnaire
) -> None:
    found = checked(tmp_path, asked, pay="no", fee=9, mood=2)
    assert keys(found) == ["sheet.not_asked", "sheet.not_asked"]
    assert [each.source_line for each in found] == ["[answers.fee]", "[answers.mood]"]
    assert checked(tmp_path, asked, pay="yes", fee=9, mood=2) == []


def test_what_the_other_party_may_have_opened_is_not_told(
    tmp_path: Path, asked: Questionnaire
) -> None:
    shares = {"ads": 40, "people": 60}
    assert checked(tmp_path, asked, pay="no", split=shares) == []


def test_a_note_to_what_is_never_asked_is_no_answer(tmp_path: Path, asked: Questionnaire) -> None:
    noted = replace(Answer(), note="…")
    assert checked(tmp_path, asked, pay="no", fee=noted) == []
