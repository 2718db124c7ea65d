"""A later edition in which ids stand for other things: questions, areas, parties, choices."""

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tests.questionnaires import SHOP
from tui.diagnostics.diagnostic import Severity

RAISED = SHOP.replace('"1.0.0"', '"1.1.0"', 1)
REPORT = SHOP[SHOP.index("[question.report]") : SHOP.index("[question.call]")]
CALL = SHOP[SHOP.index("[question.call]") : SHOP.index("[question.kpis]")]
WISH = "[question.wish]\n"


def swapped(one: str, other: str) -> tuple[str, ...]:
    """Return the edits that put each text where the other stood, the first one marked."""
    return one, "\0", other, one, "\0", other


def test_two_questions_that_exchanged_their_ids_are_told_once() -> None:
    call = CALL.replace("question.call", "question.report").replace("text =", "‸text =")
    marked = spoilt(
        REPORT + CALL, call + REPORT.replace("question.report", "question.call"), text=RAISED
    )
    ((key, severity, line, column, said),) = told(marked, SHOP)
    assert (key, severity) == ("questions_exchanged", Severity.ERROR)
    assert (line, column) == caret_of(marked)
    assert "'call'" in said
    assert "report, call" in said
    meant = marked.replace("[question.report]\n", "[question.report]\nrev = 2\n")
    meant = meant.replace("[question.call]\n", "[question.call]\nrev = 2\n")
    assert told(meant, SHOP) == []


def test_the_text_of_a_question_under_another_id_alone_is_told_there() -> None:
    text = 'text = { zh-CN = "多久通一次电话？", en = "How often is there a call?" }'
    other = 'text = { zh-CN = "多久见一次面？", en = "How often is there a meeting?" }'
    was = 'text = { zh-CN = "多久汇报一次？", en = "How often is there a report?" }'
    found = told(spoilt(text, other, was, text, text=RAISED), SHOP)
    assert [key for key, *_ in found] == ["questions_exchanged", "text_changed"]


def test_areas_that_exchanged_their_titles_are_told_once() -> None:
    marked = spoilt(
        *swapped('{ zh-CN = "钱", en = "Money" }', '{ zh-CN = "活", en = "Work" }'), text=RAISED
    )
    ((key, severity, _, _, said),) = told(marked, SHOP)
    assert (key, severity) == ("area_exchanged", Severity.ERROR)
    assert "ids" in said


def test_parties_that_exchanged_their_names_are_told_once() -> None:
    names = '{ zh-CN = "品牌方", en = "Brand" }', '{ zh-CN = "代运营", en = "Agency" }'
    exchanged = spoilt(*swapped(*names), text=RAISED)
    marked = spoilt(names[1], "‸" + names[1], text=exchanged)
    ((key, severity, line, column, _),) = told(marked, SHOP)
    assert (key, severity) == ("party_exchanged", Severity.ERROR)
    assert (line, column) == caret_of(marked)


@pytest.mark.parametrize(
    ("choice", "questions"),
    [
        ('daily = { zh-CN = "每天", en = "Daily" }', "report, call"),
        ('fans = { zh-CN = "粉丝数", en = "Followers" }', "kpis"),
    ],
    ids=["of a shared list", "of its own"],
)
def test_a_choice_that_says_something_else_is_told_once_where_it_stands(
    choice: str, questions: str
) -> None:
    name = choice.partition(" ")[0]
    other = f'{name} = ‸{{ zh-CN = "看心情", en = "Whenever one feels like it" }}'
    marked = spoilt(choice, other, text=RAISED)
    ((key, severity, line, column, said),) = told(marked, SHOP)
    assert (key, severity) == ("choice_rewritten", Severity.ERROR)
    assert (line, column) == caret_of(marked)
    assert questions in said


def test_an_area_of_another_id_loses_its_importance() -> None:
    renamed = RAISED.replace("[area.work]", "[area.‸labour]").replace('"work"', '"labour"')
    ((key, severity, line, column, said),) = told(renamed, SHOP)
    assert (key, severity) == ("area_renamed", Severity.WARNING)
    assert (line, column) == caret_of(renamed)
    assert "keep the id 'work'" in said


def test_an_area_whose_questions_are_elsewhere_or_gone_is_not_told() -> None:
    gone = RAISED.replace("[area.work]\ntitle", "[area.money.x]\ntitle")
    gone = RAISED.replace('[area.work]\ntitle = { zh-CN = "活", en = "Work" }\n', "")
    assert told(gone.replace('area = "work"', 'area = "money"'), SHOP) == []


@pytest.mark.parametrize(
    ("former", "id", "edits"),
    [
        ("call", "wish", (CALL, "", WISH, WISH + 'was = [‸"call"]\n')),
        ("call", "report", (CALL, "", "[question.report]",
         '[question.contact]\nwas = ["report", ‸"call"]')),
    ],
)  # fmt: skip
def test_two_questions_cannot_become_one(former: str, id: str, edits: tuple[str, ...]) -> None:
    marked = spoilt(*edits, text=RAISED)
    ((key, severity, line, column, said),) = told(marked, SHOP)
    assert (key, severity) == ("two_into_one", Severity.ERROR)
    assert (line, column) == caret_of(marked)
    assert f"'{former}' and '{id}'" in said
    assert f"[retired.{former}]" in said


def test_ids_whose_time_is_over_are_not_used_again() -> None:
    reused = spoilt("[question.wish]", "[question.‸old]", "[retired.old]", "[retired.wish]",
                    text=RAISED)  # fmt: skip
    ((key, _, line, column, said),) = told(reused, SHOP)
    assert (key, line, column) == ("retired_id_used", *caret_of(reused))
    assert "never used" in said

    old = spoilt(WISH, WISH + 'was = ["hope"]\n')
    hope = f'[question.‸hope]\ntype = "yesno"\narea = "work"\n{PLAIN}[question.wish]'
    reused = spoilt("[question.wish]", hope, text=RAISED)
    ((key, _, line, column, _),) = told(reused, old)
    assert (key, line, column) == ("former_id_used", *caret_of(reused))


PLAIN = 'text = { zh-CN = "有希望吗？", en = "Any hope?" }\n'


def test_a_choice_whose_time_is_over_is_not_offered_again() -> None:
    fans = 'choices.fans = { zh-CN = "粉丝数", en = "Followers" }\n'
    old = spoilt(fans, 'retired.fans.since = "0.9.0"\n')
    marked = spoilt("choices.fans", "choices.‸fans", text=RAISED)
    ((key, severity, line, column, _),) = told(marked, old)
    assert (key, severity) == ("choice_reused", Severity.ERROR)
    assert (line, column) == caret_of(marked)


def test_what_is_retired_is_so_from_the_version_that_is_to_be() -> None:
    unraised = SHOP.replace(SHOP[SHOP.index(WISH) : SHOP.index("[retired.old]")], "")
    version, gone = told(unraised, SHOP)
    assert version[0] == "version_not_raised"
    assert 'write version = "1.1.0"' in version[-1]
    assert gone[0] == "question_gone"
    assert 'since = "1.1.0"' in gone[-1]
    lowered = unraised.replace('"1.0.0"', '"0.9.0"', 1)
    assert all('"1.1.0"' in said for *_, said in told(lowered, SHOP))


def test_editions_of_other_parties_are_not_told_word_by_word() -> None:
    other = RAISED.replace("brand", "client")
    assert [key for key, *_ in told(other, SHOP)] == ["parties_changed"]
