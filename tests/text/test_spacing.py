"""Latin names keep a blank from Chinese characters, and Chinese ones do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.localized_text import LocalizedText
from tui.i18n import Phrases
from tui.i18n.catalogue import fill
from tui.text.spacing import fill_placeholders

CHINESE = Phrases("zh-CN")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Maison", "接下来只给 Maison 看，"),
        ("Lumière É", "接下来只给 Lumière É 看，"),
        ("晴川", "接下来只给晴川看，"),
        ("A晴川", "接下来只给 A晴川看，"),
        ("“Maison”", "接下来只给“Maison”看，"),
        ("3M", "接下来只给3M 看，"),
        ("", "接下来只给看，"),
    ],
)
def test_a_blank_parts_latin_letters_from_chinese_characters(name: str, told: str) -> None:
    assert CHINESE("handover.cover", name=name).startswith(told)


def test_no_blank_stands_before_punctuation_nor_in_english() -> None:
    assert CHINESE("handover.message", name="Maison Aube").startswith("请把电脑交给 Maison Aube，")
    assert CHINESE("handover.message", name="云舟").startswith("请把电脑交给云舟，")
    assert fill("Pass it to {name}now", {"name": "Maison"}) == "Pass it to Maisonnow"


@given(st.text(), st.text(st.characters(exclude_characters="{}")))
def test_all_that_is_put_in_are_blanks(text: str, value: str) -> None:
    plain = fill_placeholders(text, lambda found: found[0])
    assert plain.replace(" ", "") == text.replace(" ", "")
    filled = fill("给{name}看", {"name": value})
    assert filled.startswith("给")
    assert filled.endswith("看")
    assert len(filled) >= len("给看")


def test_so_it_is_in_the_texts_of_a_questionnaire() -> None:
    text = LocalizedText({"zh-CN": "{brand}承担，{agency}配合", "en": "{brand} bears it"})
    filled = text.format({"brand": "Maison", "agency": "晴川"})
    assert filled.words == {"zh-CN": "Maison 承担，晴川配合", "en": "Maison bears it"}
