"""What of a question there is no room for on the screen is read in the help."""

from tests.app.app_driver import SMALL
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.app.test_gates import PAPER
from tui.commands import Place

LONG = " ".join(f"word{number}" for number in range(90))


async def test_the_rest_of_a_long_question_and_hint_stands_in_the_help() -> None:
    hint = f'hint = {{ en = "{LONG} hint.", zh-CN = "提示" }}'
    text = PAPER.replace('en = "Which aim?"', f'en = "{LONG} aim?"').replace(
        'zh-CN = "什么目标？" }',
        f'zh-CN = "什么目标？" }}\n{hint}',
    )
    paper = written("long", text)
    async with running(SMALL, path=put_down(fresh(questionnaire=paper), paper)) as driver:
        assert driver.at[0] == "aim"
        assert not driver.shows("word89 aim?")
        await driver.command("help")
        await driver.on(Place.LIST)
        assert driver.shows("word89 aim?")
