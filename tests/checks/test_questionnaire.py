"""What a wrong questionnaire gets: one message a mistake, at its place, with a way to mend it."""

import re
from pathlib import Path

import pytest

from tests.checks import misleading_mistakes, questionnaire_mistakes
from tests.questionnaires import GOOD
from tui.checks.questionnaire import check_questionnaire
from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message
from tui.formats.questionnaire.foreign_words import TABLES, TYPE, meanings
from tui.formats.questionnaire.models import (
    PredicateTable,
    QuestionnaireFile,
    QuestionTable,
    RuleTable,
)
from tui.formats.questionnaire.unknown_keys import OWNERS, TYPES
from tui.formats.reading import keys_of
from tui.formats.table import Table
from tui.i18n.catalogue import LANGUAGES, Phrases, entries
from tui.storage.library import bundled
from tui.toml.reader import parse_toml, read_toml

CASES = [*questionnaire_mistakes.CASES, *misleading_mistakes.CASES]
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


def test_the_loss_of_a_whole_table_is_told_once_and_at_no_innocent_line() -> None:
    text = edited("[area.goals]", "[zone.goals]", "[area.risk]", "[zone.risk]")
    found = check(text)
    assert [each.message.key for each in found] == ["check.missing_key", "check.unknown_key"]
    assert (found[0].span, found[0].help) == (
        None,
        Message("check.add_table", {"table": "[area.ID]"}),
    )


def test_keys_of_a_head_that_is_missing_are_told_where_they_stand() -> None:
    head = GOOD[GOOD.index("[questionnaire]") : GOOD.index("[party.brand]")]
    bare = head.removeprefix("[questionnaire]\n")
    found = check(GOOD.replace(head, bare))
    assert [(each.message.key, each.span and each.span.line) for each in found] == [
        ("check.missing_key", None),
        ("check.misplaced_key", 4),
        ("check.misplaced_key", 5),
        ("check.misplaced_key", 6),
        ("check.misplaced_key", 7),
    ]


def test_the_same_placeholder_twice_in_a_text_has_each_its_place() -> None:
    text = edited('"{brand} bears unsold stock."', '"{brnd} and {brnd}"')
    assert [each.span and each.span.column for each in check(text)] == [14, 25]


def test_nobody_is_told_to_write_what_is_written() -> None:
    for name in ("none", "None", "goals"):
        assert Names(("none", "goals", "None")).nearest(name) != name


@pytest.mark.parametrize("table", list(TABLES))
def test_no_word_of_another_system_is_a_key_here(table: type[Table]) -> None:
    own = set(keys_of(table))
    assert own.isdisjoint(meanings(TABLES[table]))
    meant = {each for each in meanings(TABLES[table]).values() if "." not in each}
    of_types = set(OWNERS) if issubclass(table, QuestionTable) else set[str]()
    assert meant <= own | of_types
    assert {
        f"{each}" for each in meanings(TABLES[table]).values() if "." in each
    } <= entries().keys()


def test_no_type_of_another_system_is_a_type_here() -> None:
    assert TYPES.keys().isdisjoint(meanings(TYPE))
    assert {each for each in meanings(TYPE).values() if "." not in each} <= TYPES.keys()
    assert {each for each in meanings(TYPE).values() if "." in each} <= entries().keys()


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        (QuestionTable, "max_length = 100", "max_length = 100\n{}"),
        (RuleTable, 'source = "judgement"', 'source = "judgement"\n{}'),
        (QuestionnaireFile, "format = 1", "format = 1\n{}"),
    ],
)
def test_each_word_of_another_system_gets_one_message_with_a_mend(
    table: type[Table], old: str, new: str
) -> None:
    for word in meanings(TABLES[table]):
        (found,) = check(edited(old, new.format(f'"{word}" = "x"')))
        assert found.help is not None, word


def test_each_word_of_another_system_in_a_test_gets_a_mend() -> None:
    for word in meanings(TABLES[PredicateTable]):
        found = check(edited('is = "shared"', f'"{word}" = "x"'))
        unknown = [each for each in found if each.message.key in _UNKNOWN]
        assert [each.help is not None for each in unknown] == [True], word


_UNKNOWN = ("check.unknown_key", "check.unknown_operator")
