"""A day is read as people write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import parse_day

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))


@given(
    DAYS, st.sampled_from(["{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日"])
)
def test_a_day_with_its_year_is_that_day(day: date, form: str) -> None:
    assert parse_day(form.format(day.year, day.month, day.day), TODAY) == day


@given(DAYS, st.sampled_from(["{0}月{1}日", " {0} 月 {1} 日 ", "{0}月{1}"]))
def test_a_day_without_a_year_is_the_next_one_to_come(today: date, form: str) -> None:
    for ahead in (0, 1, 364):
        day = today + timedelta(days=ahead)
        assert parse_day(form.format(day.month, day.day), today) == day


@pytest.mark.parametrize("text", ["", "soon", "2026-13-45", "13月1日", "2月30日", "12-05", "2026"])
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        parse_day(text, TODAY)
