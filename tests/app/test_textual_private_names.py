"""The private names of Textual that the hardened base relies on are still there, and are these."""

import ast
import inspect
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.events import MouseDown
from textual.keys import Keys, _character_to_key

if sys.platform == "win32":
    pytest.skip("the driver is Unix's", allow_module_level=True)

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal import driver, lifecycle

APP = {"_driver", "_handle_exception", "_suspend_signal"}
DRIVER = {
    "_app",
    "_auto_restart",
    "_file",
    "_get_terminal_size",
    "_key_thread",
    "_loop",
    "_run_input_thread",
    "_sigcont_application",
    "_sigtstp_application",
    "_size",
}


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


@pytest.mark.parametrize(("kind", "names"), [(App, APP), (LinuxDriver, DRIVER)])
def test_each_name_is_still_textuals(kind: type, names: set[str]) -> None:
    assert names - private_names(kind) == set()


def test_the_lists_are_whole_and_nothing_of_ours_collides() -> None:
    shared_with_driver = names_in(driver.__file__) & (
        private_names(LinuxDriver) | private_names(App)
    )
    assert shared_with_driver == DRIVER | (APP - {"_driver", "_handle_exception"})
    assert names_in(lifecycle.__file__) & private_names(App) == APP - {"_suspend_signal"}


def test_the_methods_that_the_driver_replaces_are_called() -> None:
    source = inspect.getsource(LinuxDriver)
    assert "target=self._run_input_thread" in source
    assert "WriterThread(self._file)" in source
    assert "self.disable_input()" in inspect.getsource(LinuxDriver.stop_application_mode)
    assert "self.stop_application_mode()" in inspect.getsource(Driver.suspend_application_mode)
    assert "termios" in vars(linux_driver)


def test_the_size_of_the_terminal_is_asked_for_in_one_place() -> None:
    source = inspect.getsource(LinuxDriver.start_application_mode)
    assert source.count("_size()") == source.count("self._get_terminal_size()") == 1
    assert "self._driver._size" in inspect.getsource(App)


def test_textuals_tables_of_keys_are_where_they_were() -> None:
    assert ANSI_SEQUENCES_KEYS["\x1b[A"] == (Keys.Up,)
    assert ANSI_SEQUENCES_KEYS["\x1bOr"] == "2"
    assert FUNCTIONAL_KEYS["13u"] == "enter"
    assert _character_to_key("?") == "question_mark"


def test_textuals_parser_reads_a_report_of_the_mouse() -> None:
    report = XTermParser().parse_mouse_code("\x1b[<0;3;4M")
    assert isinstance(report, MouseDown)
    assert (report.x, report.y) == (2, 3)


def test_every_unhandled_exception_goes_through_one_method() -> None:
    assert "_handle_exception" in inspect.getsource(sys.modules["textual.message_pump"])
    assert "_handle_exception" in inspect.getsource(sys.modules["textual.worker"])
