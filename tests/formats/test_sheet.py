"""Sheets come back as they were written, and a wrong one is told with every place."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.questionnaires import SMALL
from tests.storage import samples
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import QUESTION_TYPES, AnyQuestion, InvalidAnswer
from tui.domain.session import Session
from tui.domain.sheet import Length, Sheet
from tui.formats.sheet import (
    SheetText,
    export_tables,
    read_sheet,
    sheet_bytes,
    sheet_edition,
    sheet_tables,
)
from tui.toml.reader import parse_toml
from tui.toml.writer import dump_toml


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def sheet(asked: Questionnaire) -> Sheet:
    return samples.sheet(asked, "brand", aim="sales", days=30, wish="和气生财", cash=1234)


def back(content: bytes, asked: Questionnaire) -> Sheet:
    return read_sheet(parse_toml(content, "sheet.toml"), asked)


@draw.fewer
@given(draw.sessions())
def test_any_sheet_comes_back_as_it_was(session: Session) -> None:
    text = SheetText(session.questionnaire)
    for sheet in session.sheets:
        assert back(text(sheet), session.questionnaire) == sheet
        whole = dump_toml(sheet_tables(sheet, session.questionnaire))
        assert tomllib.loads(text(sheet).decode()) == tomllib.loads(whole.decode())


@draw.quick
@given(draw.questions().flatmap(lambda q: st.tuples(st.just(q), draw.answers(q))))
def test_an_answer_of_any_type_comes_back_as_it_was(drawn: tuple[AnyQuestion, Answer]) -> None:
    question, answer = drawn
    assert question.kind in QUESTION_TYPES
    session = b.session(question, brand={question.id: replace(answer, note="好\n[b]")})
    sheet = session.sheets[0]
    content = dump_toml(sheet_tables(sheet, session.questionnaire))
    assert back(content, session.questionnaire) == sheet


def test_all_that_stands_beside_an_answer_comes_back(asked: Questionnaire, sheet: Sheet) -> None:
    answers = {
        "aim": Answer(
            value="image",
            rev=2,
            firmness=Firmness.RED_LINE,
            contract=ContractState.SPOKEN,
            note="“甲方”\n第二行",
            private_note="只给自己",
            guess="sales",
        ),
        "days": Answer(state=NonAnswer.NOT_APPLICABLE, reason="不卖货"),
        "wish": Answer(note="还没想好"),
    }
    full = replace(sheet, answers=answers, importance={"trust": 3})
    assert back(SheetText(asked)(full), asked) == full


def test_only_what_changed_is_written_anew(asked: Questionnaire, sheet: Sheet) -> None:
    text = SheetText(asked)
    text(sheet)
    changed = sheet.with_answer("days", Answer(value=Decimal("7.5")))
    assert text(changed) == SheetText(asked)(changed)
    assert text(sheet) == SheetText(asked)(sheet)


def test_texts_are_made_readable_before_they_are_written(
    asked: Questionnaire, sheet: Sheet
) -> None:
    unclean = Answer(value="sales", note="a\x1b[2J\u202eb\r\n" + "好" * 5000)
    party = replace(sheet.party, name="A\nB\x00", answered_by=("a\u200bb",))
    found = back(SheetText(asked)(replace(sheet, party=party, answers={"aim": unclean})), asked)
    assert found.answers["aim"].note.startswith("a[2Jb\n好")
    assert (found.party.name, found.party.answered_by) == ("A B", ("ab",))


def test_an_answer_that_could_not_be_read_is_not_written(
    asked: Questionnaire, sheet: Sheet
) -> None:
    with pytest.raises(InvalidAnswer):
        SheetText(asked)(sheet.with_answer("aim", Answer(value="nothing of the kind")))


def test_an_exported_sheet_keeps_private_things_at_home(asked: Questionnaire, sheet: Sheet) -> None:
    noted = sheet.with_answer("aim", Answer(value="sales", note="open", private_note="secret"))
    content = dump_toml(export_tables(noted, asked))
    assert b"secret" not in content
    assert b"1234" not in content
    assert back(content, asked).answers == {
        **{name: noted.answers[name] for name in ("days", "wish")},
        "aim": Answer(value="sales", note="open"),
    }


def test_an_exported_sheet_keeps_guesses_and_importance(asked: Questionnaire, sheet: Sheet) -> None:
    guessed = sheet.with_answer("aim", Answer(value="sales", guess="image"))
    content = sheet_bytes(replace(guessed, importance={"trust": 3}), asked)
    found = back(content, asked)
    assert (found.answers["aim"].guess, found.importance) == ("image", {"trust": 3})


def test_an_exported_sheet_does_not_tell_that_something_private_was_noted(
    asked: Questionnaire, sheet: Sheet
) -> None:
    noted = sheet.with_answer("aim", Answer(private_note="secret", rev=2))
    assert "aim" not in back(sheet_bytes(noted, asked), asked).answers


def test_an_exported_sheet_holds_nothing_that_its_party_is_no_longer_asked(
    asked: Questionnaire, sheet: Sheet
) -> None:
    brief = replace(sheet, length=Length.CORE)
    more = tuple(replace(q, core=q.id != "days") for q in asked.questions)
    assert "days" in sheet.answers
    content = sheet_bytes(brief, replace(asked, questions=more))
    assert "days" not in back(content, asked).answers


def test_the_questionnaire_of_a_sheet_is_known_before_its_answers(
    asked: Questionnaire, sheet: Sheet
) -> None:
    file = parse_toml(SheetText(asked)(sheet), "sheet.toml")
    assert sheet_edition(file) == (asked.edition, "brand")


HEAD = """\
format = 1
kind = "sheet"
length = "full"
date = 2026-11-23
questionnaire = { id = "small", version = "1.0.0", digest = "sha256:0" }
party = { id = "brand", name = "Lumière" }
"""


@pytest.mark.parametrize(
    ("more", "key", "line", "column", "hint"),
    [
        ("[answers.aims]", "sheet.unknown_question", 7, 10, "aim"),
        ('[answers.aim]\nvalue = "sale"', "answer.unknown_choice", 8, 9, "sales"),
        ("[answers.days]\nvalue = 91", "answer.out_of_bounds", 8, 9, None),
        ("[answers.days]\nvalue = true", "answer.not_number", 8, 9, None),
        ('[answers.aim]\nguess = "品牌"', "answer.unknown_choice", 8, 9, None),
        ('[answers.aim]\nvalue = "sales"\nstate = "later"', "sheet.value_and_state", 9, 1, None),
        ('[answers.aim]\nstate = "latter"', "check.unknown_word", 8, 9, "later"),
        ('[answers.aim]\nfirmness = "soft"', "check.unknown_word", 8, 12, None),
        ("[answers.aim]\ncontract = 1", "check.not_a_word", 8, 12, None),
        ('[answers.aim]\nvalu = "sales"', "check.unknown_key", 8, 1, "value"),
        ("[answers.aim]\nnote = 5", "check.not_text", 8, 8, None),
        ("[answers.aim]\nrev = 0", "check.not_whole_from", 8, 7, None),
        ("[answers]\naim = 3", "check.not_table", 8, 7, None),
        ("[importance]\ntrust = 4", "sheet.wrong_importance", 8, 9, None),
        ("[importance]\ntrusty = 3", "sheet.unknown_area", 8, 1, "trust"),
        ("minutes = []", "check.unknown_key", 7, 1, None),
    ],
)
def test_a_problem_is_told_at_its_place(
    asked: Questionnaire, more: str, key: str, line: int, column: int, hint: str | None
) -> None:
    with pytest.raises(InvalidFile) as found:
        back((HEAD + more).encode(), asked)
    (problem,) = found.value.diagnostics
    assert problem.span is not None
    assert (problem.message.key, problem.span.line, problem.span.column) == (key, line, column)
    assert (problem.help.values.get("name") if problem.help else None) == hint


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("format = 1", "format = 2", "check.future_format"),
        ("format = 1", "", "check.missing_key"),
        ('kind = "sheet"', 'kind = "report"', "check.wrong_kind"),
        ('id = "small"', 'id = "large"', "sheet.other_questionnaire"),
        ('id = "brand"', 'id = "brands"', "sheet.unknown_party"),
        ("date = 2026-11-23", "date = 2026-11-23T10:00:00", "check.not_date"),
        ("date = 2026-11-23", 'date = "2026-11-23"', "check.not_date"),
        ('length = "full"', 'length = "long"', "check.unknown_word"),
    ],
)
def test_a_sheet_of_another_kind_is_refused(
    asked: Questionnaire, old: str, new: str, key: str
) -> None:
    with pytest.raises(InvalidFile) as found:
        back(HEAD.replace(old, new).encode(), asked)
    assert [problem.message.key for problem in found.value.diagnostics] == [key]


def test_a_questionnaire_is_told_to_be_no_sheet(asked: Questionnaire) -> None:
    with pytest.raises(InvalidFile) as found:
        back(SMALL.encode(), asked)
    (problem,) = found.value.diagnostics
    assert problem.message.values == {"found": "questionnaire", "kind": "sheet"}


def test_all_problems_are_told_at_once(asked: Questionnaire) -> None:
    wrong = '[answers.aim]\nvalue = 1\nrev = "x"\n[answers.no]\n[importance]\ngoals = 9\n'
    with pytest.raises(InvalidFile) as found:
        back((HEAD + wrong).encode(), asked)
    assert len(found.value.diagnostics) == 4
