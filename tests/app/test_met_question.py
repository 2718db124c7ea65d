"""Where the two stand is drawn below the columns of a question that has met, and of no other."""

from itertools import pairwise

from tests.app.app_driver import WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.input_devices import Keyboard
from tests.sample_answers import reply
from tui.domain.questions import Kind
from tui.domain.reveal import Reveal
from tui.widgets.answer_box import AnswerBox
from tui.widgets.picture_view import PictureView
from tui.widgets.verdict_line import VerdictLine


def below(driver: AppDriver) -> str:
    """Return what stands below the verdict."""
    return "\n".join(row.content.plain for row in driver.screen.query_one(PictureView).rows)


async def test_the_picture_comes_with_the_second_answer_and_with_every_change() -> None:
    async with running(WIDE, path=put_down(fresh())) as driver:
        keys = Keyboard(driver)
        question = next(q for q in driver.interview.route.questions if q.kind is Kind.SCALE)
        _, right = driver.session.questionnaire.party_ids
        await driver.go(question.id)
        assert below(driver) == ""
        await keys.answer(reply(question, 0))
        await driver.settled()
        assert below(driver) == ""
        await driver.press("tab")
        assert driver.at == (question.id, right)
        await keys.answer(reply(question, 1))
        await driver.settled()
        assert "● 1 " in below(driver)
        assert " 5 ◆" in below(driver)
        await driver.press("4")
        await driver.answered(right, question.id, 4)
        await driver.settled()
        assert "◆ 4 " in below(driver)
        following = driver.interview.route.ahead(question.id)
        assert following is not None
        await driver.go(following.id)
        assert below(driver) == ""


async def test_what_is_answered_blind_has_no_picture() -> None:
    async with running(WIDE, path=put_down(fresh(Reveal.AREA))) as driver:
        question = next(q for q in driver.interview.route.questions if q.kind is Kind.SCALE)
        await driver.go(question.id)
        await Keyboard(driver).answer(reply(question, 0))
        await driver.settled()
        assert below(driver) == ""


async def test_the_verdict_stands_right_below_columns_as_high_as_their_content() -> None:
    async with running((120, 50), path=put_down(fresh())) as driver:
        for kind in (Kind.SCALE, Kind.CHOICE, Kind.NUMBER, Kind.MULTI):
            question = next(q for q in driver.interview.route.questions if q.kind is kind)
            await driver.go(question.id)
            await driver.settled()
            boxes = list(driver.screen.query(AnswerBox))
            line = driver.screen.query_one(VerdictLine)
            assert {box.region.bottom for box in boxes} == {line.region.y}
            assert {box.size.height for box in boxes} == {max(len(box.rows) for box in boxes)}
            blank = [[not row.content.plain.strip() for row in box.rows] for box in boxes]
            assert not any(all(pair) for pair in pairwise(min(blank, key=sum))), driver.text
