"""The private names of Textual that the hardened base relies on are still there, and are these."""

import ast
import inspect
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.driver import Driver

if sys.platform == "win32":
    pytest.skip("the driver is Unix's", allow_module_level=True)

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal import driver, lifecycle

APP = {"_driver", "_handle_exception", "_suspend_signal"}
DRIVER = {
    "_app",
    "_auto_restart",
    "_debug",
    "_file",
    "_key_thread",
    "_loop",
    "_run_input_thread",
    "_sigcont_application",
    "_sigtstp_application",
}
PARSER = {"_timeout_time"}


def private_names(kind: type) -> set[str]:
    """Return the private names that Textual's part of a class defines or assigns."""
    bases = (base for base in kind.__mro__ if base.__module__.startswith("textual"))
    return set[str]().union(*map(_own_private_names, bases))


@cache
def _own_private_names(base: type) -> set[str]:
    found = {name for name in vars(base) if not name.startswith("__")}
    found |= set(re.findall(r"self\.(_\w+)", inspect.getsource(base)))
    return {name for name in found if name.startswith("_")}


def names_in(module_file: str | None) -> set[str]:
    """Return the private names that a module of ours defines or reaches for."""
    assert module_file is not None
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(module_file).read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id="os")):
                pass
            case ast.Attribute(attr=name) | ast.FunctionDef(name=name):
                found.add(name)
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


@pytest.mark.parametrize(
    ("kind", "names"), [(App, APP), (LinuxDriver, DRIVER), (XTermParser, PARSER)]
)
def test_each_name_is_still_textuals(kind: type, names: set[str]) -> None:
    assert names - private_names(kind) == set()


def test_the_lists_are_whole_and_nothing_of_ours_collides() -> None:
    shared_with_driver = names_in(driver.__file__) & (
        private_names(LinuxDriver) | private_names(XTermParser) | private_names(App)
    )
    assert shared_with_driver == DRIVER | PARSER | (APP - {"_driver", "_handle_exception"})
    assert names_in(lifecycle.__file__) & private_names(App) == APP - {"_suspend_signal"}


def test_the_methods_that_the_driver_replaces_are_called() -> None:
    source = inspect.getsource(LinuxDriver)
    assert "target=self._run_input_thread" in source
    assert "WriterThread(self._file)" in source
    assert "self.disable_input()" in inspect.getsource(LinuxDriver.stop_application_mode)
    assert "self.stop_application_mode()" in inspect.getsource(Driver.suspend_application_mode)
    assert "termios" in vars(linux_driver)


def known_at(parser: XTermParser) -> float | None:
    """Return the time at which an escape that came is known for a key."""
    return parser._timeout_time


def test_the_parser_keeps_the_time_at_which_an_escape_is_known() -> None:
    parser = XTermParser()
    assert known_at(parser) is None
    assert list(parser.feed("\x1b")) == []
    assert known_at(parser) is not None
    assert ESCAPE_DELAY > 0


def test_every_unhandled_exception_goes_through_one_method() -> None:
    assert "_handle_exception" in inspect.getsource(sys.modules["textual.message_pump"])
    assert "_handle_exception" in inspect.getsource(sys.modules["textual.worker"])
