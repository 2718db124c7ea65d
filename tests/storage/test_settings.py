"""Settings are kept, and whatever happens to them never stops the app."""

import os
from pathlib import Path

import pytest

from tui.i18n import Language
from tui.storage.settings import Settings, read_settings, remember


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.toml"


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(Language.CHINESE), Settings(Language.ENGLISH, "light")]
)
def test_choices_are_kept(path: Path, settings: Settings) -> None:
    remember(path, settings)
    assert read_settings(path) == settings


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"language",
        b'language = "tlh"\ntheme = 3',
        b"a=" + b"[" * 9999,
        b"a." * 30000,
    ],
)
def test_what_cannot_be_read_was_never_chosen(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert read_settings(path) == Settings()


def test_what_is_no_file_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert read_settings(path) == Settings()


def test_a_broken_file_is_set_aside_and_not_overwritten(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"half a fi")
    remember(path, Settings(theme="dark"))
    assert path.with_name("settings.toml.broken-1").read_bytes() == b"half a fi"
    assert read_settings(path).theme == "dark"
