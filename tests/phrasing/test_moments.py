"""Moments of the last days are told as people say them, in both languages."""

from datetime import datetime

import pytest

from tui.i18n import Phrases
from tui.phrasing.moments import told_moment

NOW = datetime(2026, 11, 26, 0, 5)


@pytest.mark.parametrize(
    ("moment", "english", "chinese"),
    [
        (datetime(2026, 11, 26, 0, 1), "today 00:01", "今天 00:01"),
        (datetime(2026, 11, 25, 23, 59), "yesterday", "昨天"),
        (datetime(2026, 11, 20, 12, 0), "Fri", "周五"),
        (datetime(2026, 11, 19, 12, 0), "19 Nov", "11月19日"),
        (datetime(2025, 12, 31, 12, 0), "31 Dec 2025", "2025年12月31日"),
        (datetime(2026, 12, 1, 12, 0), "1 Dec", "12月1日"),  # by a clock that was set back
    ],
)
def test_a_moment_is_told(moment: datetime, english: str, chinese: str) -> None:
    said = [told_moment(moment, NOW, Phrases(tag)) for tag in ("en", "zh-CN")]
    assert said == [english, chinese]
