"""The system's clipboard is reached by the program that the system has for it."""

from pathlib import Path

import pytest

from tui.terminal.clipboard import copy

TEXT = "# 对齐\n“Maison Aube” = 30 %"


def program(folder: Path, name: str, script: str) -> Path:
    """Put a program into a folder; it writes what it is given beside itself."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("name", "needs", "encoding"),
    [
        ("pbcopy", "", "utf-8"),
        ("clip.exe", "", "utf-16-le"),
        ("wl-copy", "WAYLAND_DISPLAY", "utf-8"),
        ("xclip", "DISPLAY", "utf-8"),
    ],
)
def test_a_text_is_given_to_the_program_whole(
    tmp_path: Path, name: str, needs: str, encoding: str
) -> None:
    program(tmp_path, name, f'/bin/cat > "{tmp_path}/given"')
    environment = {"PATH": str(tmp_path)} | ({needs: ":0"} if needs else {})
    assert copy(TEXT, environment) == name
    assert (tmp_path / "given").read_bytes().decode(encoding) == TEXT


@pytest.mark.parametrize("name", ["wl-copy", "xclip"])
def test_a_program_without_its_desktop_is_not_asked(tmp_path: Path, name: str) -> None:
    program(tmp_path, name, f'/bin/cat > "{tmp_path}/given"')
    assert copy(TEXT, {"PATH": str(tmp_path)}) is None
    assert not (tmp_path / "given").exists()


def test_where_one_fails_another_is_asked(tmp_path: Path) -> None:
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", f'/bin/cat > "{tmp_path}/given"')
    environment = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert copy(TEXT, environment) == "xclip"


def test_a_program_that_stays_in_the_background_holds_nobody_up(tmp_path: Path) -> None:
    program(tmp_path, "xclip", f'/bin/cat > "{tmp_path}/given"; /bin/sleep 20 &')
    assert copy(TEXT, {"PATH": str(tmp_path), "DISPLAY": ":0"}) == "xclip"


def test_without_any_program_there_is_no_way(tmp_path: Path) -> None:
    assert copy(TEXT, {"PATH": str(tmp_path)}) is None
