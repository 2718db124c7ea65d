"""The app on its way past a hostile file: opened, at home, in the lists, in a pair of sheets."""

from textual.worker import WorkerCancelled

from tests.app.app_driver import AppDriver
from tests.hostile.inert import faults_in
from tests.hostile.scenes import Laid
from tui.app import DuiqiApp, StartOptions
from tui.commands import Place
from tui.i18n import Language
from tui.storage.paths import DataFolder

_SIZE = (100, 30)


class Tour:
    """Leads the app to every place where it meets the file, and looks at what it draws."""

    def __init__(self, laid: Laid, language: Language) -> None:
        self._laid = laid
        data = DataFolder(laid.home / "data")
        self._app = DuiqiApp(StartOptions(data, language, "light", False, laid.opened))
        self.faults: list[str] = []
        """What was wrong on a screen; empty where all was well."""

    async def go(self) -> None:
        """Go all the way."""
        async with self._app.run_test(size=_SIZE) as pilot:
            self._driver = AppDriver(self._app, pilot)
            await self._look("opened")
            await self._go_home()
            for way in ("new", "solo"):
                await self._driver.choose(way)
                await self._look(way)
                if self._driver.place is Place.LIST:
                    await self._driver.press("end", "enter")  # the user's own stand last
                    await self._look(f"{way}: the last one")
                await self._go_home()
            self._app.opening_flow.open_pair(self._laid.opened, self._laid.other_sheet)
            await self._look("pair")
            await self._go_home()
            await self._driver.press("end", "enter")
            await self._look("the last session")
            await self._go_home()
        if self._app.return_code:
            self.faults.append(f"the app ended with {self._app.return_code}")

    async def _settle(self) -> None:
        """Wait until nothing is left to do, also where home looks for sessions anew."""
        while True:
            try:
                await self._driver.settled()
            except WorkerCancelled:
                continue
            return

    async def _look(self, where: str) -> None:
        await self._settle()
        self.faults += [f"{where}: {fault}" for fault in faults_in(self._driver.text)]

    async def _go_home(self) -> None:
        """Leave what is shown, and look at home with its list of sessions."""
        for _ in range(8):
            if self._driver.place is Place.HOME:
                break
            await self._driver.press("escape")
            await self._settle()
        self._app._home._find()
        await self._look("home")
