"""The short names of questions: as wide as a list has room for, and no two the same."""

from pathlib import Path

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tests.questionnaires import SHOP, SMALL, SMALL_IN_FRENCH
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile, Severity
from tui.storage.library import bundled
from tui.text.width import cell_width

WISH, MOOD = "[question.wish]\n", "[question.mood]\n"


def named(question: str, name: str) -> tuple[str, str]:
    return question, f"{question}name = {name}\n"


@pytest.mark.parametrize(
    ("key", "words", "edits"),
    [
        ("name_too_long", "17 cells",
         named(WISH, '{ zh-CN = "愿望", en = ‸"What else we want" }')),
        ("name_too_long", "18 cells",
         named(WISH, '{ zh-CN = ‸"合同到期后怎么续约", en = "Renewal" }')),
        ("name_too_long", "in a word or two", named(WISH, '‸"GMV GMV GMV GMV 1"')),
        ("party_in_name", "the braces",
         named(WISH, '{ zh-CN = "愿望", en = ‸"{brand}" }')),
        ("same_name", "'mood'",
         (*named(MOOD, '{ zh-CN = "气氛", en = "Mood" }'),
          *named(WISH, '{ zh-CN = "愿望", en = ‸"MOOD" }'))),
        ("same_name", "a name of its own", (*named(MOOD, '"GMV"'), *named(WISH, '‸"GMV"'))),
        ("translation_missing", "en", (WISH, WISH + '‸name = { zh-CN = "愿望" }\n')),
        ("not_translated", "zh-CN", named(WISH, '‸"our wishes"')),
    ],
)  # fmt: skip
def test_a_name_that_no_list_can_use_is_told_at_its_place(
    key: str, words: str, edits: tuple[str, ...]
) -> None:
    marked = spoilt(*edits)
    errors = (each for each in told(marked) if each[1] is Severity.ERROR)
    ((found, _, line, column, said),) = errors
    assert found == key
    assert (line, column) == caret_of(marked)
    assert words in said


def test_sixteen_cells_in_each_language_are_a_name() -> None:
    assert (
        told(spoilt(*named(WISH, '{ zh-CN = "愿望愿望愿望愿望", en = "What else we ask" }'))) == []
    )


def test_another_name_needs_no_revision() -> None:
    raised = SHOP.replace('"1.0.0"', '"1.1.0"', 1)
    edits = named(WISH, '{ zh-CN = "愿望", en = "Wishes" }')
    assert told(spoilt(*edits, text=raised), former=SHOP) == []
    assert told(spoilt(*named(WISH, '"ABC"'), text=raised), former=spoilt(*edits)) == []


def test_a_further_language_gives_the_names_too(tmp_path: Path) -> None:
    path, overlay = tmp_path / "small.toml", tmp_path / "small.fr.toml"
    name = '[question.wish]\nname = { zh-CN = "愿望", en = "Wishes" }\n'
    path.write_text(SMALL.replace("[question.wish]\n", name), encoding="utf-8")

    def problems(french: str) -> list[str]:
        overlay.write_text(
            SMALL_IN_FRENCH.replace("[question.wish]\n", "[question.wish]\n" + french),
            encoding="utf-8",
        )
        with pytest.raises(InvalidFile) as caught:
            load(path)
        return [each.message.key for each in caught.value.diagnostics]

    assert problems("") == ["check.missing_key"]
    assert problems('name = "Les autres souhaits"\n') == ["check.name_too_long"]
    overlay.write_text(
        SMALL_IN_FRENCH.replace("[question.wish]\n", '[question.wish]\nname = "Souhaits"\n'),
        encoding="utf-8",
    )
    wish = load(path)["wish"]
    assert (wish.name["fr"], wish.short_name["en"]) == ("Souhaits", "Wishes")


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_every_question_that_comes_with_the_program_has_a_name(path: Path) -> None:
    questionnaire = load(path)
    for question in questionnaire.questions:
        for tag in questionnaire.languages:
            assert 0 < cell_width(question.name[tag]) <= 16, question.id
