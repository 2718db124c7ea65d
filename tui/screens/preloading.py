"""Loading all that a session may need at its start: an update of the program cannot hurt it then.

Modules, texts and styles are otherwise read when they are first used: after the program's files
have been replaced, the next new screen would be made of two versions, or of none.
"""

import time
from importlib import import_module
from pkgutil import walk_packages

from textual.app import App

import tui
from tui.i18n.catalogue import entries
from tui.screens.base import STYLES

_COMMAND_LINE = ("tui.cli", "tui.__main__")
_LATE = ("textual.scrollbar", "textual.layouts.factory", "rich.pretty")
"""What Textual itself imports only when it is wanted."""
_BREATH = 0.005
"""Seconds between two modules in which keys are answered."""


def load_code_and_texts() -> None:
    """Import every module of the app, and read every text. For a thread of its own."""
    for module in walk_packages(tui.__path__, "tui."):
        if not module.name.startswith(_COMMAND_LINE):
            import_module(module.name)
            time.sleep(_BREATH)
    for name in _LATE:
        import_module(name)
    entries()


def load_styles(app: App[None]) -> None:
    """Read every style sheet into an app that runs."""
    wanted = [path for path in sorted(STYLES.glob("*.tcss")) if not _has(app, str(path))]
    for path in wanted:
        app.stylesheet.read(path)
    if wanted:
        app.stylesheet.reparse()
        app.stylesheet.update(app)


def _has(app: App[None], path: str) -> bool:
    return app.stylesheet.has_source(path, "")
