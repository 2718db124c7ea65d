"""The place for a picture draws each picture once, and again only for another size."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.content import Content

from tui.i18n import Language, Phrases
from tui.phrasing.marks import UNICODE
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Row
from tui.widgets.picture_view import PictureView


class Host(App[None]):
    """Nothing but the place for a picture, which counts how often one is drawn."""

    CSS: ClassVar[str] = "PictureView { height: 1fr; }"
    appearance = Appearance(Phrases(Language.ENGLISH), UNICODE, colours(DARK))

    def __init__(self) -> None:
        super().__init__()
        self.sizes = list[tuple[int, int]]()

    def compose(self) -> ComposeResult:
        yield PictureView()

    def draw(self, width: int, height: int) -> Sequence[Row]:
        self.sizes.append((width, height))
        return [Row(Content(f"drawn for {width}"))]

    def painted(self) -> str:
        return self.screen._compositor.render_strips()[0].text.rstrip()


async def test_a_picture_is_drawn_once_until_it_is_another_or_has_another_size() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(PictureView)
        for key in ("one", "one", "one"):
            view.update(app.draw, key)
            await pilot.pause()
        assert app.sizes == [(60, 20)]
        assert app.painted() == "drawn for 60"
        await pilot.resize_terminal(50, 18)
        while view.size != (50, 18):
            await pilot.pause()
        await pilot.pause()
        assert app.painted() == "drawn for 50"
        assert app.sizes == [(60, 20), (50, 18)]
        view.update(app.draw, "another")
        await pilot.pause()
        assert app.sizes == [(60, 20), (50, 18), (50, 18)]
        view.update(None, None)
        await pilot.pause()
        assert app.painted() == ""
        assert view.rows == ()
