"""Words in which one party is asked: checked like the question, and held against their own past."""

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tests.questionnaires import SHOP
from tui.diagnostics.diagnostic import Severity

TEXT = 'text = { zh-CN = "{brand}付押金吗？", en = "Does {brand} pay a deposit?" }\n'
BRAND = 'ask.brand = { zh-CN = "你们付押金吗？", en = "Do you pay a deposit?" }\n'
AGENCY = 'ask.agency = { zh-CN = "{brand}付给你们押金吗？", en = "Does {brand} pay you one?" }\n'
LONG = "Do you pay it? " * 20

WRONG = [
    ("unknown_party", Severity.ERROR, "'brand'", BRAND.replace("ask.brand", "ask.‸brnd")),
    ("translation_missing", Severity.ERROR, "", 'ask.‸brand.en = "Do you pay a deposit?"\n'),
    ("unknown_placeholder", Severity.ERROR, "'{brand}'", BRAND.replace("you pay", "‸{brnd} pay")),
    ("placeholder_lacking", Severity.WARNING, "", AGENCY.replace("Does {brand}", "Do they")),
    ("text_too_long", Severity.WARNING, "3 whole", BRAND.replace('"Do you pay a', f'‸"{LONG}')),
    ("ask_as_text", Severity.WARNING, "", TEXT.replace("text", "ask.‸agency")),
    (
        "identical_texts",
        Severity.WARNING,
        "",
        'ask.brand = { zh-CN = "Do you pay?", en = ‸"Do you pay?" }\n',
    ),
    ("not_translated", Severity.ERROR, "", 'ask.brand = ‸"Do you pay a deposit?"\n'),
]


def test_own_words_for_either_or_both_are_good() -> None:
    for words in (BRAND, AGENCY, BRAND + AGENCY):
        assert told(spoilt(TEXT, TEXT + words)) == []


@pytest.mark.parametrize(("key", "severity", "words", "ask"), WRONG)
def test_a_mistake_in_them_is_told_at_its_place(
    key: str, severity: Severity, words: str, ask: str
) -> None:
    marked = spoilt(TEXT, TEXT + ask)
    ((found, how_bad, line, column, said),) = told(marked)
    assert (found, how_bad) == (key, severity)
    assert words in said
    if "‸" in marked:
        assert (line, column) == caret_of(marked)


def test_own_words_that_are_others_now_may_mean_something_else() -> None:
    raised = ('version = "1.0.0"', 'version = "1.1.0"')
    former = spoilt(TEXT, TEXT + BRAND)
    now = spoilt(TEXT, TEXT + BRAND.replace("a deposit", "something up front"), *raised)
    ((key, how_bad, *_),) = told(now, former)
    assert (key, how_bad) == ("text_changed", Severity.WARNING)
    assert told(spoilt(TEXT, TEXT + BRAND + AGENCY, *raised), former) == []
    assert told(spoilt(TEXT, TEXT + BRAND, *raised), SHOP) == []
