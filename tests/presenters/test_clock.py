"""The clock in words, in both languages."""

import pytest

from tui.domain.timetable import Slot, Standing, Timetable
from tui.i18n import Language, Phrases
from tui.presenters.clock import item_words, meeting_words, parked_words, waiting_words

EN, ZH = Phrases(Language.ENGLISH), Phrases(Language.CHINESE)


def slot(name: str, seconds: int = 0, standing: Standing = Standing.WAITS) -> Slot:
    """Return an item that is planned for 7 minutes."""
    return Slot(name, 7, seconds, standing)


@pytest.mark.parametrize(
    ("limit", "seconds", "english", "chinese"),
    [
        (90, 22 * 60 + 59, "22 of 90 min", "22/90 分钟"),
        (90, 0, "0 of 90 min", "0/90 分钟"),
        (90, 90 * 60, "90 of 90 min", "90/90 分钟"),
        (90, 95 * 60, "95 of 90 min, over time", "95/90 分钟，已超时"),
        (None, 300, "5 min", "已谈 5 分钟"),
    ],
)
def test_the_meeting_is_told_in_full_minutes(
    limit: int | None, seconds: int, english: str, chinese: str
) -> None:
    table = Timetable((), limit, seconds)
    assert (meeting_words(table, EN), meeting_words(table, ZH)) == (english, chinese)


def test_an_item_gets_a_word_once_it_is_over_its_time() -> None:
    assert item_words(slot("q", 419), EN) == "6 min on this"
    assert item_words(slot("q", 500), EN) == "8 min on this, over its 7"
    assert item_words(slot("q", 500), ZH) == "这一项 8 分钟，超过计划的 7 分钟"


def test_an_item_for_which_there_is_too_little_time_says_so() -> None:
    assert item_words(slot("q", 60), EN, 4) == "1 min on this, 4 min too few"
    assert item_words(slot("q", 60), ZH, 4) == "这一项 1 分钟，时间还差 4 分钟"
    assert item_words(slot("q", 500), EN, 4) == "8 min on this, over its 7"


def test_what_is_skipped_is_told_by_number_and_time() -> None:
    table = Timetable((slot("p", standing=Standing.FITS), slot("q"), slot("r", 300)), 7, 0)
    assert waiting_words(table, EN) == "2 items wait below the line: 9 min"
    assert waiting_words(table, ZH) == "时间不够，还有 2 项排不下：约 9 分钟"
    assert waiting_words(Timetable((slot("q"),), 0, 0), EN) == "1 item waits below the line: 7 min"
    assert waiting_words(Timetable((), 7, 0), EN) == ""


def test_what_was_parked_is_told() -> None:
    assert parked_words(3, EN) == "parked 3; Ctrl+Z takes it back"
    assert parked_words(0, EN) == "nothing is left to park"
