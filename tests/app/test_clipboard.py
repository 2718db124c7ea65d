"""What one party copies reaches neither the other's fields nor the system's clipboard."""

import pytest
from textual.app import App

from tests.app import canaries
from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import put_down, running
from tests.app.canaries import AREAS, Stage
from tui.commands import Place
from tui.domain.reveal import Reveal


async def cut_a_private_note(driver: AppDriver) -> None:
    """Write a private note, and cut it."""
    await driver.command("private_note")
    if driver.place is Place.HANDOVER:
        await driver.command("ready")
    await driver.on(Place.DIALOG)
    await driver.write("kanariprivat")
    await driver.press("ctrl+a", "ctrl+x")
    await driver.command("leave")
    if driver.place is Place.DIALOG:
        await driver.command("leave")
    await driver.on(Place.INTERVIEW)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the system's clipboard."""
    found: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _, text: found.append(text))
    return found


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.LIVE])
async def test_a_cut_note_does_not_cross_to_the_other_party(
    reveal: Reveal, sent: list[str]
) -> None:
    session = canaries.planted(Stage(reveal, answered=("days",)), canaries.paper())
    async with running(SMALL, path=put_down(session, canaries.paper())) as driver:
        await cut_a_private_note(driver)
        assert "kanariprivat" in driver.app.clipboard
        before = driver.at
        await driver.command("other_side")
        if driver.place is Place.HANDOVER:
            await driver.command("ready")
        await driver.until(lambda: driver.at[1] != before[1], "the other party")
        await driver.drawn()
        assert driver.app.clipboard == ""
        assert sent == []


async def test_what_everybody_may_see_may_be_copied_out(sent: list[str]) -> None:
    session = canaries.planted(Stage(Reveal.AREA, areas=tuple(AREAS)), canaries.paper())
    async with running(SMALL, path=put_down(session, canaries.paper()), coming_in=False) as driver:
        await driver.until(lambda: driver.app.document is not None, "the session")
        driver.interview.alone_with = None
        driver.app.copy_to_clipboard("for all")
        assert sent == ["for all"]
        driver.interview.alone_with = driver.interview.party
        driver.app.copy_to_clipboard("for one")
        assert sent == ["for all"]
        assert driver.app.clipboard == "for one"
