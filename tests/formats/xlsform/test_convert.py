"""Forms become questionnaires, and all that cannot is told with its sheet and row."""

from pathlib import Path
from typing import Any

import pytest

from tests.formats.xlsform import forms
from tests.formats.xlsform.forms import Cells, written
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import Severity
from tui.domain.conditions import Operator
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import TextQuestion
from tui.i18n import LANGUAGES, Phrases
from tui.workspace.form_import import ImportedForm, import_form

LABEL = ["type", "name", "label::English (en)", "label::中文 (zh)"]


def imported(tmp_path: Path, sheets: Any) -> tuple[ImportedForm, Questionnaire]:
    """Return what came of a form, once its questionnaire was found good and read."""
    found = import_form(written(tmp_path / "form.xlsx", sheets), "form.toml")
    assert not [each for each in found.problems if each.severity is Severity.ERROR]
    file = tmp_path / "form.toml"
    file.write_bytes(found.content)
    return found, load(file)


def survey(*rows: list[object], head: list[str] = LABEL, **sheets: Cells) -> dict[str, Cells]:
    return {"survey": [head, *rows], **sheets}


def told(found: ImportedForm) -> list[tuple[str, tuple[int, ...], str]]:
    """Return the notes: of which sheet and rows, and of what kind."""
    return [(n.sheet, n.rows, n.message.key.removeprefix("xlsform.")) for n in found.notes]


def test_a_survey_in_one_language(tmp_path: Path) -> None:
    found, asked = imported(tmp_path, forms.SURVEY_OF_A_HOUSE)
    assert (asked.edition.id, asked.edition.version, asked.languages) == (
        "house_1",
        "1.0.0",
        ("en",),
    )
    assert [area.id for area in asked.areas] == ["respondent", "work"]
    assert asked.areas[0].about["en"] == "Thank you for taking part."
    assert [(q.id, q.kind.value, q.area) for q in asked.questions] == [
        ("full_name", "text", "respondent"),
        ("age", "number", "respondent"),
        ("has_job", "choice", "respondent"),
        ("hours", "number", "work"),
        ("tools", "multi", "work"),
        ("why", "text", "work"),
    ]
    gate = asked["tools"].display_condition.tests
    assert [(t.question, t.operator, t.operand) for t in gate] == [
        ("has_job", Operator.IS, ("yes",)),
        ("age", Operator.MIN, 18),
        ("hours", Operator.ABOVE, 10),
    ]
    assert told(found) == [
        ("", (), "one_language"),
        ("", (), "parties"),
        ("settings", (2,), "setting"),
        ("settings", (2,), "version"),
        ("survey", (2,), "type"),
        ("survey", (3, 11), "column"),
        ("survey", (4,), "note_about"),
        ("survey", (5, 6), "required"),
        ("survey", (7,), "reference"),
        ("survey", (14,), "type"),
        ("choices", (5,), "renamed"),
        ("choices", (6,), "renamed"),
    ]


def test_a_form_in_two_languages_a_rank_and_sliders(tmp_path: Path) -> None:
    found, asked = imported(tmp_path, forms.IN_TWO_LANGUAGES)
    assert asked.languages == ("zh-CN", "en")
    assert asked["order"].text.words == {"zh-CN": "排一排", "en": "Put them in order"}
    assert [question.kind.value for question in asked.questions[:3]] == [
        "ranking",
        "scale",
        "number",
    ]
    assert asked["share"].read(50) == 50
    assert {("survey", (2, 5), "text_missing"), ("survey", (4,), "step")} <= {*told(found)}


PIZZA = survey(
    ["text", "name", "Name", "姓名"],
    ["select_multiple toppings", "toppings", "Toppings", "配料"],
    ["select_one yes_no or_other", "again", "Again?", "再来？"],
    ["calculate", "total", None, None],
    choices=[
        ["list name", "name", "label::English (en)", "label::中文 (zh)", "image"],
        ["toppings", "cheese", "Cheese", "芝士", "cheese.jpg"],
        ["toppings", "ham", "Ham", "火腿", None],
        ["yes_no", "yes", "Yes", "是", None],
        ["yes_no", "no", "No", "否", None],
        ["unused", "a", "A", "甲", None],
    ],
)
CASCADE = survey(
    ["select_one state", "state", "State", "州", None],
    ["select_one county", "county", "County", "县", "state=${state}"],
    head=[*LABEL, "choice_filter"],
    choices=[
        [*("list_name", "name", "label::English (en)", "label::中文 (zh)"), "state"],
        ["state", "texas", "Texas", "得州", None],
        ["state", "ohio", "Ohio", "俄亥俄", None],
        ["county", "king", "King", "金县", "texas"],
        ["county", "brown", "Brown", "布朗县", "ohio"],
    ],
)
CHILDREN = survey(
    ["integer", "how_many", "How many children?", "几个孩子？", None],
    ["begin repeat", "child", "Child", "孩子", "${how_many} > 0"],
    ["text", "child_name", "Name", "名字", None],
    ["begin group", "school", "School", "学校", None],
    ["select one scale", "likes", "Likes it?", "喜欢吗？", "${how_many} = 1"],
    ["end group", None, None, None, None],
    ["end repeat", None, None, None, None],
    ["note", "bye", "Goodbye", "再见", None],
    head=[*LABEL, "relevant"],
    choices=[
        ["list_name", "value", "label::English (en)", "label::中文 (zh)"],
        ["scale", 0, "Not at all", "完全没有"],
        ["scale", 1, "Nearly every day", "几乎每天"],
    ],
)


@pytest.mark.parametrize(
    ("sheets", "ids", "notes"),
    [
        (
            PIZZA,
            ["name", "toppings", "again"],
            { ("survey", (5,), "type"), ("choices", (2,), "column"),
             ("choices", (6,), "list_unused")},
        ),
        (
            CASCADE,
            ["state", "county"],
            {("survey", (3,), "column"), ("choices", (4, 5), "column")},
        ),
        (
            CHILDREN,
            ["how_many", "child_name", "likes"],
            {("survey", (2,), "bounds_added"), ("survey", (3,), "repeat"),
             ("survey", (5,), "nested_group"), ("survey", (9,), "note_lost"),
             ("choices", (2,), "renamed"), ("choices", (3,), "renamed")},
        ),
    ],
    ids=["pizza", "cascade", "children"],
)  # fmt: skip
def test_what_the_examples_of_the_field_are_made_of(
    tmp_path: Path, sheets: Any, ids: list[str], notes: set[Any]
) -> None:
    found, asked = imported(tmp_path, sheets)
    assert [question.id for question in asked.questions] == ids
    assert {q.id for q in asked.questions if getattr(q, "other", False)} <= {"again"}
    assert ("other = true" in found.content.decode()) is ("again" in ids)
    always = {("", (), "parties"), ("survey", (2,), "general_area")}
    assert set(told(found)) == notes | always


@pytest.mark.parametrize(
    ("relevant", "gate"),
    [
        ("${job} = 'yes'", [("job", "is", ("yes",))]),
        ("selected(${job}, 'yes')", [("job", "is", ("yes",))]),
        ("${job} != 'no'", [("job", "is_not", ("no",))]),
        ("${job} = 'yes' or ${job} = 'maybe'", [("job", "in", ("yes", "maybe"))]),
        ("selected(${tools}, 'pc')", [("tools", "has", ("pc",))]),
        ("not(selected(${tools}, 'pc'))", [("tools", "has_not", ("pc",))]),
        ("${tools} = 'pc'", [("tools", "only", ("pc",))]),
        ("${age} > 20 and ${age} <= 60", [("age", "above", 20), ("age", "max", 60)]),
        ("20 <= ${age}", [("age", "min", 20)]),
        ("${age} = '30'", [("age", "min", 30), ("age", "max", 30)]),
        (
            "selected(${tools}, 'pc') or ${age} > 30",
            [("tools", "has", ("pc",)), ("age", "above", 30)],
        ),
        (
            "${job} = 'yes' and (selected(${tools}, 'pc') or ${age} > 30)",
            [("job", "is", ("yes",)), ("tools", "has", ("pc",)), ("age", "above", 30)],
        ),
        ("(${job} = ‘yes’) and ((${age} > 20))", [("job", "is", ("yes",)), ("age", "above", 20)]),
    ],
)
def test_simple_conditions_are_carried_over(tmp_path: Path, relevant: str, gate: Any) -> None:
    found, asked = imported(tmp_path, conditional(relevant))
    condition = asked["last"].display_condition
    assert [(t.question, t.operator.value, t.operand) for t in condition.tests] == gate
    assert not {"relevant"} & {kind for *_, kind in told(found)}


@pytest.mark.parametrize(
    "relevant",
    [
        "${age} != 30",
        "${job} = ${tools}",
        "${job} = 'perhaps'",
        "${unknown} = 'yes'",
        "${last} = 1",
        "regex(${age}, '[0-9]+')",
        "${age} + 1 > 20",
        "${age} > 20 or ${age} = 30",
        "(${age} > 20 or ${job} = 'yes') and (${age} < 90 or ${job} = 'no')",
        "if(${age} > 1, 'a', 'b')",
        "(" * 500 + "${age} > 1" + ")" * 500,
        "${age} > 1" + " and ${age} > 1" * 500,
        "'yes'",
        "= and or",
    ],
    ids=lambda text: text[:20],
)
def test_any_other_condition_is_told_and_the_question_always_asked(
    tmp_path: Path, relevant: str
) -> None:
    found, asked = imported(tmp_path, conditional(relevant))
    assert not asked["last"].display_condition.tests
    assert ("survey", (5,), "relevant") in told(found)


def conditional(relevant: str) -> dict[str, Cells]:
    """Return a form whose last question waits for something."""
    return survey(
        ["select_one job", "job", "Job?", "工作？", None, None],
        ["select_multiple tools", "tools", "Tools?", "工具？", None, None],
        ["integer", "age", "Age?", "年龄？", ". >= 18 and . <= 99", None],
        ["text", "last", "Last?", "最后？", None, relevant],
        head=[*LABEL, "constraint", "relevant"],
        choices=[
            ["list_name", "name", "label::English (en)", "label::中文 (zh)"],
            ["job", "yes", "Yes", "是"],
            ["job", "no", "No", "否"],
            ["job", "maybe", "Maybe", "也许"],
            ["tools", "pc", "Computer", "电脑"],
            ["tools", "pen", "Pen", "笔"],
        ],
    )


@pytest.mark.parametrize(
    ("type", "constraint", "keys", "notes"),
    [
        ("integer", ". >= 0 and . <= 100", {"minimum": 0, "maximum": 100}, ()),
        ("integer", ". > 0 and 10 > .", {"minimum": 1, "maximum": 9}, ()),
        ("decimal", ".>0.5 and .<=1", {"minimum": 0.51, "maximum": 1}, ()),
        ("integer", ". >= 5", {"minimum": 5, "maximum": 1_000_005}, ("bounds_added",)),
        ("integer", ". >= 9 and . <= 3", {"minimum": 0}, ("constraint", "bounds_added")),
        ("integer", ". != 7", {"minimum": 0}, ("constraint", "bounds_added")),
        ("integer", ". >= ${a}", {"minimum": 0}, ("constraint", "bounds_added")),
    ],
)
def test_bounds(tmp_path: Path, type: str, constraint: str, keys: Any, notes: Any) -> None:
    head = [*LABEL, "constraint"]
    found, asked = imported(tmp_path, survey([type, "n", "N?", "几？", constraint], head=head))
    measure = asked["n"].measure  # type: ignore[attr-defined]
    assert {key: float(getattr(measure, key)) for key in keys} == keys
    kinds = [kind for *_, kind in told(found)]
    assert [kind for kind in kinds if kind in ("constraint", "bounds_added")] == list(notes)


def test_days_and_how_many_may_be_chosen(tmp_path: Path) -> None:
    lists = [
        ["list_name", "name", "label::English (en)", "label::中文 (zh)"],
        *(["tools", name, name.upper(), name] for name in ("pc", "pen", "ink")),
    ]
    rows: list[list[object]] = [
        ["date", "began", "Since?", "何时？", ". > date('2026-01-31') and . <= '2026-12-31'", None],
        ["date", "ends", "Until?", "到何时？", ". > today()", "${began} >= date('2026-06-01')"],
        ["select_multiple tools", "some", "Two?", "两项？", "count-selected(.) <= 2", None],
        ["select_multiple tools", "few", "One?", "一项？", "count-selected(.) > 1", None],
    ]
    head = [*LABEL, "constraint", "relevant"]
    found, asked = imported(tmp_path, survey(*rows, head=head, choices=lists))
    text = found.content.decode()
    assert "min = 2026-02-01\nmax = 2026-12-31\n" in text
    assert 'show_if = [{ q = "began", min = 2026-06-01 }]' in text
    assert (text.count("most = 2"), text.count("most =")) == (1, 1)
    kinds = [(at, kind) for _, at, kind in told(found) if kind == "constraint"]
    assert kinds == [((3,), "constraint"), ((5,), "constraint")]
    assert len(asked.questions) == 4


def test_ids_are_made_fit_and_kept_apart_and_that_is_told(tmp_path: Path) -> None:
    found, asked = imported(
        tmp_path,
        survey(
            ["text", "Q 1", "First", "一"],
            ["text", "q-1", "Second", "二"],
            ["text", "问题", "Third", "三"],
            ["text", "4x", "Fourth", "四"],
            ["text", None, "Fifth", "五"],
        ),
    )
    assert [q.id for q in asked.questions] == ["q_1", "q_1_2", "q", "q_4x", "q_2"]
    assert [rows for _, rows, kind in told(found) if kind == "renamed"] == [
        (2,), (3,), (4,), (5,), (6,),
    ]  # fmt: skip


def test_formulas_and_wild_texts_are_text(tmp_path: Path) -> None:
    wild = '=HYPERLINK("http://x","y") \x1b'.replace("\x1b", "") + "\u202e{brand} <b>x</b>"
    found, asked = imported(tmp_path, survey(["text", "a", wild, "一"]))
    assert asked["a"].text["en"] == '=HYPERLINK("http://x","y") [brand] <b>x</b>'
    assert {"braces", "markup"} <= {kind for *_, kind in told(found)}


def test_what_a_questionnaire_cannot_hold_is_told_by_the_checker(tmp_path: Path) -> None:
    lists = [
        ["list_name", "name", "label::English (en)", "label::中文 (zh)"],
        ["same", "a", "The same", "一样"],
        ["same", "b", "The same", "一样"],
    ]
    form = written(
        tmp_path / "form.xlsx", survey(["select_one same", "q", "Q?", "问？"], choices=lists)
    )
    found = import_form(form, "form.toml")
    assert [each for each in found.problems if each.severity is Severity.ERROR]


def test_every_note_is_told_in_both_languages(tmp_path: Path) -> None:
    for sheets in (forms.SURVEY_OF_A_HOUSE, PIZZA, CASCADE, CHILDREN):
        found, _ = imported(tmp_path, sheets)
        for language in LANGUAGES:
            say = Phrases(language)
            assert all("{" not in say.say(note.message) for note in found.notes)


def test_a_messy_form_loses_nothing_without_a_word(tmp_path: Path) -> None:
    head = [*LABEL, "constraint", "parameters", "disabled", "relevant"]
    choices = [
        ["list_name", "name", "label::English (en)", "label::中文 (zh)", "image"],
        ["Sizes", "s", "Small", "小", "s.png"],
        ["Sizes", "s", "Small again", "又一个小", ""],
        ["Sizes", "l", "", "", ""],
        ["", "x", "Lost", "没有列表", ""],
        ["spare", "a", "A", "甲", ""],
        ["spare", "b", "B", "乙", ""],
    ]
    sheets = survey(
        ["begin_group", "first", "First", "第一", "", "", "", ""],
        ["text", "brief", "Brief", "简短", "string-length(.) < 80", "", "", ""],
        ["text", "odd", "Odd", "奇怪", "regex(., 'x')", "", "", ""],
        ["range", "flat", "Flat", "平", ". > 0", "start=3 end=3 colour=red", "", ""],
        ["range", "steps", "Steps", "步", "", "start=0 end=100 step=5", "", ""],
        ["select_one Sizes", "size", "Size", "大小", "", "", "", ""],
        ["text", "gone", "Gone", "停用", "", "", "yes", ""],
        ["text", "not_small", "Not small", "不小", "", "", "", "not(${size} = 's')"],
        ["text", "small", "Small", "小的", "", "", "", "not(${size} != 's')"],
        ["text", "neither", "Neither", "都不", "", "", "", "not(not(selected(${size}, 's')))"],
        head=head,
        choices=choices,
        settings=[["form_id", "version", "style"], ["messy", "next one", "pages"], ["two", "", ""]],
        notes=[["a"], ["b"]],
    )
    found, asked = imported(tmp_path, sheets)
    kinds = {kind for _, _, kind in told(found)}
    assert {
        "sheet",
        "disabled",
        "group_open",
        "more_settings",
        "setting",
        "version",
        "list_unused",
        "choice_unnamed",
        "choice_twice",
        "no_label",
        "column",
        "constraint",
        "parameter",
        "bounds_added",
        "step",
        "renamed",
    } <= kinds
    assert "gone" not in {question.id for question in asked.questions}
    brief = asked["brief"]
    assert isinstance(brief, TextQuestion)
    assert brief.max_length == 79
    (test,) = asked["not_small"].display_condition.tests
    assert test.operator in (Operator.IS_NOT, Operator.NOT_IN)
