"""Placeholders that are braced in another way, and languages that name other parties."""

from pathlib import Path

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tests.questionnaires import SMALL, SMALL_IN_FRENCH
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.diagnostics.diagnostic import Severity

CHINESE = '"{brand}付押金吗？"'
ENGLISH = '"Does {brand} pay a deposit?"'


@pytest.mark.parametrize(
    "written",
    [
        "{{brand}}",
        "{brand",
        "brand}",
        "｛brand｝",
        "｛ brand ｝",
        "{brand｝",
        "｛brand}",
        "｛brnd｝",
    ],
)
def test_a_party_in_any_but_one_plain_pair_of_braces_is_refused(written: str) -> None:
    for text in (CHINESE, ENGLISH):
        marked = spoilt(text, "‸" + text.replace("{brand}", written))
        ((key, severity, line, column, said),) = told(marked)
        assert (key, severity) == ("bad_braces", Severity.ERROR)
        assert (line, column) == caret_of(marked)
        assert f"'{written}'" in said
        assert "'{brand}'" in said


@pytest.mark.parametrize("written", [":-{", "{}", "}{", "{" + "long " * 9 + "}"])
def test_a_brace_that_encloses_no_name_is_a_warning(written: str) -> None:
    marked = spoilt('"What else?"', f'‸"What else? {written}"')
    ((key, severity, line, column, _),) = told(marked)
    assert (key, severity) == ("stray_brace", Severity.WARNING)
    assert (line, column) == caret_of(marked)


@pytest.mark.parametrize("written", ["｛备注｝", "brand", "rebrand"])
def test_other_braces_and_bare_words_are_nobodys_business(written: str) -> None:
    assert told(spoilt('"What else?"', f'"What else? {written}"')) == []


@pytest.mark.parametrize("written", ["{{brnd}}", "{ brand }", "{brand of it}"])
def test_a_name_that_no_party_has_is_told_once(written: str) -> None:
    found = told(spoilt(ENGLISH, ENGLISH.replace("{brand}", written)))
    assert [key for key, *_ in found] == ["unknown_placeholder"]


@pytest.mark.parametrize(
    ("key", "words", "old", "new"),
    [
        ("placeholder_lacking", "{brand} stands in the text in 'zh-CN'", ENGLISH, '"Does it pay?"'),
        ("placeholder_only_here", "{agency} stands here", ENGLISH, '"Does {brand} pay {agency}?"'),
        ("placeholder_other", "{brand} in the text in 'zh-CN', {agency} in this one",
         ENGLISH, '"Does {agency} pay?"'),
        ("placeholder_only_here", "", '"Ads"', '"Ads of {agency}"'),
    ],
)  # fmt: skip
def test_each_language_names_the_same_parties(key: str, words: str, old: str, new: str) -> None:
    marked = spoilt(old, f"‸{new}")
    ((found, severity, line, column, said),) = told(marked)
    assert (found, severity) == (key, Severity.WARNING)
    assert (line, column) == caret_of(marked)
    assert words in said


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("bad_braces", "Que veut ｛brand｝ ?"),
        ("placeholder_lacking", "Que veut-il ?"),
        ("placeholder_other", "Que veut {agency} ?"),
        ("text_too_long", "Que veut {brand} ? " * 20),
    ],
)
def test_a_further_language_is_held_to_the_same(tmp_path: Path, key: str, text: str) -> None:
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8")
    overlay = tmp_path / "small.fr.toml"
    overlay.write_text(SMALL_IN_FRENCH.replace("Que veut {brand} ?", text), encoding="utf-8")
    (found,) = problems_of(overlay, samples.find)
    assert found.message.key == f"check.{key}"
    assert found.source_line == f'text = "{text}"'[: len(found.source_line)]
