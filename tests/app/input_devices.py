"""Two ways to do everything: by the keyboard alone, and by the mouse alone."""

from abc import ABC, abstractmethod

from textual.widgets import Input

from tests.app.app_driver import COMMAND, AppDriver, targets
from tests.sample_answers import FIRST, LAST, SampleAnswer
from tui.commands import Place
from tui.widgets.menu import Menu
from tui.widgets.radio_row import RadioRow


class Hands(ABC):
    """What a person does at the laptop."""

    def __init__(self, driver: AppDriver) -> None:
        self.driver = driver

    @abstractmethod
    async def begin(self, names: tuple[str, str], reveal: str) -> None:
        """From home through the set-up into the interview."""

    @abstractmethod
    async def answer(self, reply: SampleAnswer) -> None:
        """Answer the question at hand."""

    @abstractmethod
    async def call(self, command: str) -> None:
        """Carry out a command."""

    @abstractmethod
    async def write(self, text: str) -> None:
        """Put a text into the dialog that is open, and keep it."""

    @abstractmethod
    async def export(self) -> None:
        """Write the report as a record, and not as the page that the dialog proposes."""

    async def _dialog(self, text: str) -> None:
        await self.driver.on(Place.DIALOG)
        await self.write(text)


class Keyboard(Hands):
    """Keys alone."""

    async def begin(self, names: tuple[str, str], reveal: str) -> None:
        driver = self.driver
        menu = driver.screen.query_one(Menu)
        while menu.current != "new":
            await driver.press("down")
        await driver.press("enter")
        await driver.on(Place.LIST)
        await driver.press("enter")
        screen = await driver.on(Place.SETUP)
        for side, name in zip(("left", "right"), names, strict=True):
            await self._tab_to(f"{side}-name")
            await driver.write(name)
        await self._tab_to("reveal")
        await self._switch(screen.query_one("#reveal", RadioRow), reveal)
        await driver.command("onward")

    async def _tab_to(self, field: str) -> None:
        screen = self.driver.screen
        for _ in range(20):
            if screen.focused is not None and screen.focused.id == field:
                return
            await self.driver.press("tab")
        raise AssertionError(f"Tab does not lead to {field}")

    async def _switch(self, switcher: RadioRow, value: str) -> None:
        for _ in range(9):
            if switcher.value == value:
                return
            await self.driver.press("space")
        raise AssertionError(f"Space does not lead to {value}")

    async def answer(self, reply: SampleAnswer) -> None:
        self.driver.send(*reply.keys)
        if reply.text:
            await self._dialog(reply.text)

    async def call(self, command: str) -> None:
        self.driver.send(COMMAND[command].keys[0])

    async def write(self, text: str) -> None:
        await self.driver.write(text)
        await self.driver.press("ctrl+s")

    async def export(self) -> None:
        await self.call("export")
        await self.driver.on(Place.DIALOG)
        await self.driver.press("space", "end", "up", "up", "space", "down", "enter")


class Mouse(Hands):
    """Clicks alone; a text comes by a paste, which the mouse can do too."""

    async def begin(self, names: tuple[str, str], reveal: str) -> None:
        driver = self.driver
        await driver.choose("new")
        await driver.on(Place.LIST)
        await driver.choose("0", "#list")
        screen = await driver.on(Place.SETUP)
        for side, name in zip(("left", "right"), names, strict=True):
            field = screen.query_one(f"#{side}-name", Input)
            await driver.click_at(field)
            await driver.until(lambda f=field: f.has_focus, "the focus")
            await driver.paste(name)
        switcher = screen.query_one("#reveal", RadioRow)
        switcher.scroll_visible(animate=False, immediate=True)
        await driver.click(switcher, reveal)
        await driver.hint("onward")

    async def answer(self, reply: SampleAnswer) -> None:
        for target in reply.clicks:
            await self.driver.click(self.driver.box, f"field:{self._drawn(target)}")
        if reply.text:
            await self._dialog(reply.text)

    def _drawn(self, target: str) -> str:
        """Return the target that stands for an end of the track."""
        if target not in (FIRST, LAST):
            return target
        whats = [what.removeprefix("field:") for what in targets(self.driver.box)]
        cells = sorted(
            (what for what in whats if what.startswith("at:")), key=lambda w: int(w.split(":")[1])
        )
        return cells[0 if target == FIRST else -1]

    async def call(self, command: str) -> None:
        if COMMAND[command].is_chip:
            await self.driver.click(self.driver.box, f"do:{command}")
        else:
            await self.driver.hint(command)

    async def write(self, text: str) -> None:
        await self.driver.paste(text)
        await self.driver.choose("done", "#ways")

    async def export(self) -> None:
        await self.call("export")
        await self.driver.on(Place.DIALOG)
        for row in ("html", "toml", "export"):
            await self.driver.choose(row, "#ways")
