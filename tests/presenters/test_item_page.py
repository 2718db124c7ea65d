"""The page about one item of the discussion: what stands on it, and that it stands there once."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.domain import builders as b
from tests.domain.builders import AGENCY
from tui.domain.answers import Answer
from tui.domain.localized_text import NO_TEXT
from tui.domain.minutes import Revision
from tui.domain.report_builder import report
from tui.i18n import Language, Phrases
from tui.phrasing.marks import UNICODE
from tui.presenters.item_page import ItemPage
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance


def test_an_item_that_was_answered_anew_shows_where_the_two_stand_now_and_only_once() -> None:
    session = b.session(b.choice("p"), brand={"p": "a"}, agency={"p": "b"})
    moment = datetime(2026, 11, 26, 10, tzinfo=UTC)
    told_before, said = Answer(value="b"), Answer(value="a")
    second = Revision(question="p", party=AGENCY, at=moment, before=told_before, after=said)
    told = report(session.revised(replace(second, reason="we looked again")))
    look = Appearance(Phrases(Language.ENGLISH), UNICODE, colours(DARK))
    page = ItemPage(told, look, 90).fitting(told.questions[0], NO_TEXT, 60)
    lines = [row.content.plain for row in page.rows]
    assert sum("●" in line and "◆" in line for line in lines) <= 1
    after = told.questions[0].verdict_after
    assert after is not None
    assert sum(look.marks.verdict(after) in line for line in lines) == 1
    assert any("we looked again" in line for line in lines)
