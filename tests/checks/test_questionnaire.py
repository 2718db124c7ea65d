"""What a wrong questionnaire gets: one message a mistake, at its place, with a way to mend it."""

import re
from pathlib import Path

import pytest

from tests.checks.questionnaire_mistakes import CASES
from tests.questionnaires import GOOD
from tui.checks.questionnaire import check_questionnaire
from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.domain.message import Message
from tui.i18n.catalogue import LANGUAGES, Phrases, entries
from tui.storage.library import bundled
from tui.toml.reader import parse_toml, read_toml

ENGLISH = Phrases("en")


def edited(*replacements: str) -> str:
    text = GOOD
    for old, new in zip(replacements[::2], replacements[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    return text


def check(text: str) -> list[Diagnostic]:
    return check_questionnaire(parse_toml(text.encode(), "a.toml"))


def caret_of(marked: str) -> tuple[int, int]:
    before = marked[: marked.index("‸")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def words_of(found: Diagnostic) -> str:
    said = ENGLISH.say(found.message)
    return f"{said}; {ENGLISH.say(found.help)}" if found.help else said


@pytest.mark.parametrize(
    ("key", "words", "replacements"),
    [(key, words, replacements) for key, words, *replacements in CASES],
    ids=[f"{place}-{case[0]}" for place, case in enumerate(CASES)],
)
def test_one_mistake_gets_one_message_at_its_place(
    key: str, words: str, replacements: list[str]
) -> None:
    marked = edited(*replacements)
    found = check(marked.replace("‸", ""))
    assert [each.message.key.partition(".")[2] for each in found] == [key]
    (only,) = found
    assert only.span is not None
    assert (only.span.line, only.span.column) == caret_of(marked)
    assert words in words_of(only)


def test_the_good_file_has_no_problems() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.name)
def test_what_is_shipped_has_no_problems_at_all(path: Path) -> None:
    assert check_questionnaire(read_toml(path)) == []


def test_five_mistakes_get_five_messages_in_the_order_of_their_lines() -> None:
    marked = edited(
        'type = "choice"', 'type = ‸"choise"',
        'must = ["gmv"]', 'must = [‸"gmw"]',
        "max_length = 100", "max_lenght = 100",
        'version = "1.0.0"', 'version = ‸"one"',
        'q = "stock_split", above', 'q = ‸"stock_splits", above',
    )  # fmt: skip
    found = check(marked.replace("‸", ""))
    assert [each.message.key.partition(".")[2] for each in found] == [
        "bad_version",
        "unknown_question_type",
        "unknown_choice",
        "unknown_key",
        "unknown_question",
    ]


def test_mistakes_in_one_question_hide_none_of_each_other() -> None:
    text = edited(
        "[question.stock_split]\ntype = \"number\"", "[question.stock_split]\ntype = \"numbr\"",
        "tolerance = 5", "tolerence = 20",
        'defined_by = ["unsold_stock"]', 'defined_by = ["unsold"]',
        "min = 0\nmax = 100", 'min = 0\nmax = "100"\nweight = 9',
        'text = { zh-CN = "分担比例", en = "Split" }', 'text = { zh-CN = "{brnd}分担比例" }',
    )  # fmt: skip
    assert [each.message.key.partition(".")[2] for each in check(text)] == [
        "unknown_question_type",
        "translation_missing",
        "unknown_placeholder",
        "not_number",
        "not_between",
        "unknown_key",
        "near_below_tolerance",
        "unknown_question",
    ]


@pytest.mark.parametrize(
    "replacements",
    [
        ("[question.unsold_stock]", "[question.unsold_stok]"),
        ('type = "owner"', 'type = "xyz"'),
        ('type = "owner"\n', ""),
        ('type = "number"', 'typ = "number"'),
        ("[choices.frequency]", "[choices.frequencies]"),
        ("[area.goals]", "[area.goal]"),
        ('["zh-CN", "en"]', '"zh-CN"'),
        ("[party.agency]", "[party.agent]"),
        ('q = "stock_split", above', "q = 5, above"),
        ('q = "stock_split", above', 'q = "stock_split", higher'),
        ('{ zh-CN = "分担比例", en = "Split" }', '{ zh-CN = "分担比例", fr = "Part" }'),
    ],
)
def test_a_mistake_is_told_where_it_shows_and_no_further(replacements: tuple[str, ...]) -> None:
    found = check(edited(*replacements))
    assert found
    told = {(each.message.key, str(each.message.values)) for each in found}
    assert len(told) == 1 or {key for key, _ in told} <= {
        "check.unknown_choice",
        "check.unknown_placeholder",
        "check.unknown_question",
    }


def test_a_language_that_every_text_is_spelt_with_is_told_once() -> None:
    (found,) = check(GOOD.replace("zh-CN =", "zh ="))
    assert found.message == Message("check.language_unwritten", {"language": "zh-CN"})
    assert found.help == Message("check.did_you_mean", {"name": "zh"})


def test_warnings_do_not_count_as_errors() -> None:
    (found,) = check(edited('en = "Split" }', 'en = "分担比例" }'))
    assert found.severity is Severity.WARNING


def test_a_questionnaire_in_one_language_may_have_plain_texts() -> None:
    text = re.sub(r"(say|clause)\.zh-CN = .*\n", "", GOOD.replace('["zh-CN", "en"]', '["en"]'))
    assert check(re.sub(r'\{ zh-CN = "[^"]*", en = ("[^"]*") \}', r"\1", text)) == []


def test_line_ends_of_windows_move_no_caret() -> None:
    text = edited('type = "choice"', 'type = "choise"').replace("\n", "\r\n")
    (found,) = check(text)
    assert found.span is not None
    assert found.source_line == 'type = "choise"'
    assert (found.span.column, found.span.length) == (8, 8)


def test_many_mistakes_end_after_a_thousand() -> None:
    one = '[question.q{}]\ntype = "yesno"\narea = "nowhere"\ntext = "{{x}}"\n'
    text = GOOD + "".join(one.format(number) for number in range(600))
    assert len(check(text)) == 1000


@pytest.mark.parametrize("key", [key for key in entries() if key.startswith(("check.", "answer."))])
def test_a_message_says_the_same_in_each_language(key: str) -> None:
    placeholders = {
        language: set(re.findall(r"\{(\w+)\}", entries()[key][language])) for language in LANGUAGES
    }
    assert len({frozenset(names) for names in placeholders.values()}) == 1


def test_every_message_fills_its_placeholders() -> None:
    for key, words, *replacements in CASES:
        for found in check(edited(*replacements).replace("‸", "")):
            for message in filter(None, (found.message, found.help)):
                wanted = set(re.findall(r"\{(\w+)\}", entries()[message.key]["en"]))
                assert wanted <= set(message.values), (key, words)


def test_the_loss_of_a_whole_table_is_told_once() -> None:
    text = edited("[area.goals]", "[zone.goals]", "[area.risk]", "[zone.risk]")
    assert [each.message.key for each in check(text)] == ["check.missing_key", "check.unknown_key"]


@pytest.mark.parametrize("operator", ['over = "horizon"', 'apart_from = "horizon", by = 1'])
def test_a_question_of_no_known_type_that_a_test_looks_at_is_told_once(operator: str) -> None:
    text = edited(
        'type = "scale"', 'type = "amount"',
        'q = "stock_split", above = 50', f'q = "stock_split", {operator}',
        'q = "horizon", differs = true', 'q = "kpis", undecided = true',
    )  # fmt: skip
    (found,) = check(text)
    assert found.message.key == "check.unknown_question_type"
