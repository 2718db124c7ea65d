"""What a report says first: complete in both languages, with and without a weakest area."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.domain import builders as b
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.statistics import Coverage
from tui.i18n import LANGUAGES, Language, Phrases
from tui.presenters.headline import coverage, headline

MET = {"x": 1, "y": 2}
TOLD = report(b.session(b.scale("x"), b.scale("y"), brand=MET, agency={"x": 5, "y": 2}))
UNTOLD = report(b.session(b.scale("x")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [TOLD, UNTOLD], ids=["compared", "nothing compared"])
def test_every_number_has_its_place_in_the_sentence(told: Report, language: Language) -> None:
    say = Phrases(language)
    for message in (headline(told, language), coverage(told.whole)):
        assert "{" not in say.say(message)


def test_the_headline_counts_what_is_apart() -> None:
    told = replace(TOLD, weakest_area="goals")
    say = Phrases(Language.ENGLISH)
    title = told.areas[0].title[Language.ENGLISH]
    expected = say("page.headline", area=title, divergences=1, blocking=told.whole.blocking)
    assert say.say(headline(told, Language.ENGLISH)) == expected


def test_a_report_without_a_weakest_area_names_none() -> None:
    for weakest in (None, "an area that is not there"):
        told = replace(TOLD, weakest_area=weakest)
        assert headline(told, Language.ENGLISH).key == "page.headline_bare"


def test_how_much_was_compared_is_told_in_percent() -> None:
    assert coverage(TOLD.whole).values == {"percent": "100"}
    assert coverage(UNTOLD.whole).values == {"percent": "0"}
    nothing_shown = replace(UNTOLD.whole, coverage=Coverage(Decimal(0), Decimal(0)))
    assert coverage(nothing_shown).key == "page.no_coverage"
