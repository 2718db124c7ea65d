"""A questionnaire in view of its former edition."""

import pytest

from tests.questionnaires import GOOD
from tui.checks.check_file import problems_against
from tui.diagnostics.diagnostic import Severity
from tui.i18n.catalogue import Phrases
from tui.toml.reader import parse_toml

RAISED = GOOD.replace('"1.0.0"', '"1.1.0"')
HORIZON = GOOD[GOOD.index("[question.horizon]") : GOOD.index("[question.growth]")]
RULE = GOOD[GOOD.index("[risk.traffic]") : GOOD.index("[retired.price_list]")]
DAILY = 'weekly = { zh-CN = "每周", en = "Weekly" }\n'
DAILY_TOO = 'daily = { zh-CN = "每天", en = "Daily" }\n' + DAILY


def told(new: str, old: str = GOOD) -> list[tuple[str, int, str]]:
    """Return the key, the line and the words of each problem."""
    files = (parse_toml(text.encode(), name) for text, name in ((new, "new"), (old, "old")))
    say = Phrases("en").say
    return [
        (
            each.message.key.removeprefix("check."),
            each.span.line if each.span else 0,
            say(each.message) + (f"; {say(each.help)}" if each.help else ""),
        )
        for each in problems_against(*files)
    ]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GOOD, GOOD),
        (GOOD, GOOD.replace("\n", "\r\n")),
        (GOOD, RAISED.replace("weight = 3", "weight = 2")),
        (GOOD, RAISED),
        (GOOD, RAISED.replace("[question.picture]", '[question.vision]\nwas = ["picture"]')),
        (GOOD,
         RAISED.replace(HORIZON, "").replace(RULE, "") + '[retired.horizon]\nsince = "1.1.0"\n'),
        (GOOD.replace(DAILY, DAILY_TOO),
         RAISED + '[question.reports.retired.daily]\nsince = "1.1.0"\nreplaced_by = "weekly"\n'),
        (GOOD + '[question.reports.retired.daily]\nsince = "1.0.0"\n',
         RAISED + '[question.reports.retired.daily]\nsince = "1.0.0"\n'),
    ],
    ids=["same", "windows", "raised", "bare", "renamed", "retired", "choice", "choice still"],
)  # fmt: skip
def test_what_may_change_is_not_told(old: str, new: str) -> None:
    assert told(new, old) == []


@pytest.mark.parametrize(
    ("key", "words", "new", "at"),
    [
        ("version_not_raised", "1.0.0", GOOD.replace("weight = 3", "weight = 2"), "version ="),
        ("version_lowered", "below", RAISED.replace('"1.1.0"', '"0.9.9"'), "version ="),
        ("against_other", "'other'", RAISED.replace('id = "sample"', 'id = "other"'), "id ="),
        ("question_gone", "add [retired.horizon] with since = \"1.1.0\"",
         RAISED.replace(HORIZON, "").replace(RULE, ""), "[question."),
        ("question_gone", "was = [\"picture\"]",
         RAISED.replace("[question.picture]", "[question.vision]"), "[question."),
        ("question_gone", "'price_list'", RAISED[:RAISED.index("[retired")], "[question."),
        ("type_changed", "from 'text' to 'yesno'",
         RAISED.replace('type = "text"', 'type = "yesno"').replace("max_length = 100\n", ""),
         'type = "yesno"\narea = "goals"\ntext = { zh-CN = "成功'),
        ("parties_changed", "brand, agency",
         RAISED.replace("party.agency", "party.tp").replace("{agency}", "{tp}")
         .replace('is = "agency"', 'is = "tp"'), "[party.brand]"),
    ],
)  # fmt: skip
def test_what_no_longer_fits_is_told_at_its_place(key: str, words: str, new: str, at: str) -> None:
    ((found, line, said),) = told(new)
    assert (found, line) == (key, line_of(new, at))
    assert words in said


def test_a_choice_that_is_gone_is_told_where_the_choices_are() -> None:
    ((key, line, said),) = told(RAISED, GOOD.replace(DAILY, DAILY_TOO))
    assert (key, line) == ("choice_gone", line_of(RAISED, 'choices = "frequency"'))
    assert "[question.reports.retired.daily]" in said


def test_a_choice_of_a_renamed_question_is_still_missed() -> None:
    new = RAISED.replace("[question.reports]", '[question.news]\nwas = ["reports"]')
    new = new.replace('q = "reports"', 'q = "news"').replace('by = "reports"', 'by = "news"')
    assert [key for key, *_ in told(new, GOOD.replace(DAILY, DAILY_TOO))] == ["choice_gone"]


def test_a_former_id_that_is_forgotten_is_told() -> None:
    old = GOOD.replace("max_length = 100", 'max_length = 100\nwas = ["vision"]')
    ((key, _, said),) = told(RAISED, old)
    assert key == "question_gone"
    assert "'vision'" in said


def test_changed_comments_alone_are_a_warning() -> None:
    files = (parse_toml(text.encode(), "a") for text in (GOOD + "# more\n", GOOD))
    (found,) = problems_against(*files)
    assert (found.message.key, found.severity) == ("check.only_layout_changed", Severity.WARNING)


def test_mistakes_of_either_file_come_first() -> None:
    wrong = GOOD.replace("weight = 3", "weight = 9")
    assert [key for key, *_ in told(wrong)] == ["not_between"]
    assert [key for key, *_ in told(GOOD, wrong)] == ["not_between"]
