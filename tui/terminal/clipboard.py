"""The system's clipboard: by the system's own program where there is one."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

_PATIENCE = 3
"""Seconds that a program may take; one that hangs is given up."""


class _Tool(NamedTuple):
    command: tuple[str, ...]
    """The program and its options."""
    needs: str = ""
    """The variable of the environment without which it cannot work."""
    encoding: str = "utf-8"
    """How it wants its text."""


_TOOLS = (
    _Tool(("pbcopy",)),
    _Tool(("clip.exe",), encoding="utf-16-le"),
    _Tool(("wl-copy",), needs="WAYLAND_DISPLAY"),
    _Tool(("xclip", "-selection", "clipboard"), needs="DISPLAY"),
)


def has_program(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the system has a program for its clipboard; else only the terminal may."""
    return any(_programs(environment))


def copy(text: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Put a text on the system's clipboard.

    Args:
        text: The text.
        environment: The environment variables, which tell of a desktop and where programs are.

    Returns:
        The name of the program that took it, or None where there is none, or it failed: then only
        the terminal may have a way.
    """
    for tool, program in _programs(environment):
        with suppress(OSError, subprocess.SubprocessError):
            # Its output goes nowhere: xclip stays in the background and would hold a pipe open.
            subprocess.run(  # noqa: S603 - one of four programs, and its own options
                [program, *tool.command[1:]],
                input=text.encode(tool.encoding),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=True,
                env=dict(environment),
            )
            return tool.command[0]
    return None


def _programs(environment: Mapping[str, str]) -> Iterator[tuple[_Tool, str]]:
    """Yield the programs that can work here, with their paths."""
    for tool in _TOOLS:
        program = shutil.which(tool.command[0], path=environment.get("PATH"))
        if program is not None and (not tool.needs or environment.get(tool.needs)):
            yield tool, program
