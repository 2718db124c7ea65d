"""A day is read as people say it, and told so that they see which one was understood."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import parse_day, told_day

TODAY = date(2026, 11, 23)
"""A Monday."""
DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))
LANGUAGES = ("zh-CN", "en")
SAID = {
    "2026-11-23": ["today", "Today", "今天", "今日", "+0d", "mon", "Monday", "周一", "本周一"],
    "2026-11-24": ["tomorrow", "TOMORROW", "明天", "明日", "1天后", "a day from now", "+1d", "1d"],
    "2026-11-25": ["后天", "day after tomorrow", "in 2 days", "两天后", "2日后", "2 天 以后"],
    "2026-11-26": ["大后天", "三天后", "3天之内", "thu", "thurs", "周四"],
    "2026-11-27": [
        *("fri", "Fri", "friday", "ＦＲＩ", "this fri", "by Friday", "on fri", "周五", "星期五"),
        *(
            "礼拜五",
            "这周五",
            "本周五",
            "这个星期五",
            "周五前",
            "周 五",
            "27号",
            "27th",
            "the 27th",
        ),
        *(
            "the 27th",
            "二十七号",
            "27日",
            "27日前",
            "11-27",
            "fri 27 nov",
            "11月27日周五",
            "11月27日（周五）",
        ),
    ],
    "2026-11-29": ["周日", "周天", "星期天", "礼拜日", "sunday", "sun"],
    "2026-11-30": [
        *("月底", "本月底", "月末", "这个月底", "11月底", "end of month", "eom", "EOM"),
        *("month end", "month-end", "end of the month", "end of this month", "end of November"),
        *("next monday", "next mon", "下周一", "下星期一", "下个礼拜一", "+1w", "1w", "一周后"),
        *("in a week", "within a week", "one week", "1周内", "月底前", "下个周一", "7 days"),
    ],
    "2026-12-03": [
        "10天内",
        "+10d",
        "in ten days",
        "十天后",
        "+10 天",
        "１０天后",
        "10 days from now",
    ],
    "2026-12-04": ["next fri", "next friday", "下周五", "下个星期五"],
    "2026-12-05": [
        *("12-05", "12/5", "12.5", "１２／５", "5 Dec", "Dec 5", "December 5th", "5th of December"),
        *("5 December 2026", "Dec 5, 2026", "Dec. 5th 2026", "5-Dec-2026", "12月5号", "12月5日"),
        *(
            "12 月 5 日",
            "12月5",
            "十二月五号",
            "十二月五日前",
            "5号",
            "5日",
            "五号",
            "5th",
            "下月5号",
        ),
        *(
            "下月5号",
            "下个月5号",
            "今年12月5日",
            "2026-12-05",
            "2026/12/5",
            "2026.12.5",
            "2026年12月5日",
        ),
        *("二〇二六年十二月五日", "12-05-2026", "Sat 5 Dec", "Saturday, 5 December 2026"),
    ],
    "2026-12-07": [
        "下下周一",
        "+2w",
        "2w",
        "in 2 weeks",
        "两周后",
        "2个星期后",
        "2礼拜后",
        "2 Weeks",
    ],
    "2026-12-23": ["+1m", "一个月后", "1个月内", "in a month", "1 month", "一个月之后"],
    "2026-12-25": ["25/12", "25-12", "25.12", "12/25", "25/12/2026"],
    "2026-12-31": [
        *("下月底", "下个月底", "end of next month", "年底", "今年底", "eoy", "end of year"),
        *("year end", "季度末", "季末", "本季度末", "end of quarter", "eoq", "end of the quarter"),
    ],
    "2027-03-31": ["下季度末", "end of next quarter", "3月底", "end of March"],
    "2027-11-23": ["+1y", "一年后"],
    "2027-12-31": ["明年底", "end of next year"],
    "2027-03-01": ["明年3月1日", "3-1", "3月1日"],
    "2026-11-20": ["3天前", "3 days ago"],
    "2026-11-22": ["昨天", "yesterday"],
}
NO_DAY = [
    *("", " ", "soon", "2026-13-45", "13月1日", "2月30日", "30 Feb", "2026", "2026-11", "13/13"),
    *("31-31", "0-5", "5-0", "32号", "0号", "周八", "下周", "next week", "Monday 27 Nov", "+", "w"),
    *("11月27日周一", "1 2月5日", "+99999d", "9999y", "100月底", "2026-02-29", "5th of 13"),
    *("99周后前前", "一二三四五", "十十号", "end of", "2027-02-29", "٥"),
]


@pytest.mark.parametrize(
    ("text", "day"), [(text, day) for day, texts in SAID.items() for text in texts]
)
def test_a_day_is_read_as_people_say_it(text: str, day: str) -> None:
    assert parse_day(text, TODAY).isoformat() == day


@pytest.mark.parametrize("text", NO_DAY)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as told:
        parse_day(text, TODAY)
    assert told.value.args == (text,)


@given(
    DAYS, st.sampled_from(["{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日"])
)
def test_a_day_with_its_year_is_that_day(day: date, form: str) -> None:
    assert parse_day(form.format(day.year, day.month, day.day), TODAY) == day


@given(DAYS, st.sampled_from(["{0}月{1}日", " {0} 月 {1} 日 ", "{0}月{1}号", "{0}-{1}", "{0}/{1}"]))
def test_a_day_without_a_year_is_the_next_one_to_come(today: date, form: str) -> None:
    for ahead in (0, 1, 364):
        day = today + timedelta(days=ahead)
        assert parse_day(form.format(day.month, day.day), today) == day


@given(DAYS, DAYS, st.sampled_from(LANGUAGES))
def test_a_day_that_is_told_is_read_as_that_day(day: date, today: date, language: str) -> None:
    told, distance = told_day(day, language, today).replace("，", ",").split(",")
    assert parse_day(told, today) == day
    if abs((day - today).days) < 10_000:
        assert parse_day(distance, today) == day


@given(DAYS, st.integers(0, 9999), st.sampled_from(["+{}d", "{}天后", "{} days"]))
def test_so_many_days_away_is_that_day(today: date, days: int, form: str) -> None:
    with contextlib.suppress(OverflowError):
        day = today + timedelta(days)
        assert parse_day(form.format(days), today) == day


@given(DAYS, st.sampled_from(["fri", "周五"]), st.sampled_from(["next fri", "下周五"]))
def test_friday_is_the_next_one_and_next_friday_that_of_the_next_week(
    today: date, friday: str, next_friday: str
) -> None:
    first, later = parse_day(friday, today), parse_day(next_friday, today)
    assert first.weekday() == later.weekday() == 4
    assert today <= first < today + timedelta(7)
    monday = today - timedelta(today.weekday())
    assert monday + timedelta(7) <= later < monday + timedelta(14)


@given(DAYS, st.sampled_from(["月底", "eom", "季度末", "eoq", "年底", "eoy"]))
def test_the_end_of_a_period_is_not_past_and_the_last_of_a_month(today: date, text: str) -> None:
    end = parse_day(text, today)
    assert end >= today
    assert (end + timedelta(1)).day == 1


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    *"0123456789+-/. 年月日号周个天前后底末下本这十两一五",
                    "fri",
                    "next",
                    "dec",
                    "in",
                    "w",
                    "d",
                    "m",
                    "y",
                    "end of",
                    "month",
                    "th",
                    "２",
                    "星期",
                    "9999",
                ]
            ),
            max_size=9,
        ).map("".join),
    ),
    st.dates(),
)
def test_any_text_is_a_day_or_refused(text: str, today: date) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(parse_day(text, today), date)


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        (date(2026, 11, 23), "2026年11月23日 周一，今天", "Mon 23 Nov 2026, today"),
        (date(2026, 11, 24), "2026年11月24日 周二，明天", "Tue 24 Nov 2026, tomorrow"),
        (date(2026, 11, 25), "2026年11月25日 周三，后天", "Wed 25 Nov 2026, in 2 days"),
        (date(2026, 12, 6), "2026年12月6日 周日，13天后", "Sun 6 Dec 2026, in 13 days"),
        (date(2026, 11, 22), "2026年11月22日 周日，昨天", "Sun 22 Nov 2026, yesterday"),
        (date(2026, 11, 20), "2026年11月20日 周五，3天前", "Fri 20 Nov 2026, 3 days ago"),
    ],
)
def test_a_day_is_told_with_its_weekday_and_how_far_it_is(
    day: date, chinese: str, english: str
) -> None:
    assert [told_day(day, language, TODAY) for language in LANGUAGES] == [chinese, english]
