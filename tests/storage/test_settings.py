"""Settings are kept, and whatever happens to them never stops the app."""

import os
from pathlib import Path
from typing import get_args

import pytest

from tui.formats.settings import ThemeName, settings_problems
from tui.i18n import LANGUAGES, Language, Phrases
from tui.storage.settings import Settings, read_settings, remember, settings_notice
from tui.themes import THEMES
from tui.toml.reader import read_toml


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


def test_what_no_file_of_ours_may_hold_is_set_aside_and_the_choices_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("language = 'zh-CN'\nzoom = nan\n")
    remember(path, Settings(theme="light"))
    assert path.with_name("settings.toml.broken-1").read_text().endswith("zoom = nan\n")
    assert read_settings(path) == Settings(Language.CHINESE, "light")
    assert settings_problems(path) == ()


def test_the_format_knows_every_theme() -> None:
    assert set(get_args(ThemeName)) == set(THEMES)


def test_what_is_unknown_or_wrong_stays_when_another_choice_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        "format = 1\nkind = 'settings'\nlanguage = 'tlh'\ntheme = 'dark'\n"
        "zoom = 1.10\nsince = 2026-11-23T10:00:00+08:00\n[keys]\nquit = ['q']\n"
    )
    before = read_toml(path).data
    remember(path, Settings(theme="light"))
    assert read_toml(path).data == before | {"theme": "light"}
    remember(path, Settings(language=Language.ENGLISH))
    assert read_settings(path) == Settings(Language.ENGLISH, "light")
    assert not path.with_name("settings.toml.broken-1").exists()


def test_settings_of_a_later_program_stay_its_own(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("format = 2\nkind = 'settings'\n")
    remember(path, Settings(theme="light"))
    assert read_toml(path).data == {"format": 2, "kind": "settings", "theme": "light"}


def test_a_long_file_is_read_all_the_same(path: Path) -> None:
    remember(path, Settings(Language.CHINESE, "light"))
    path.write_text("# a note\n" * 1000 + path.read_text())
    assert read_settings(path) == Settings(Language.CHINESE, "light")


HEAD = 'format = 1\nkind = "settings"\n'


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "key", "line", "column", "hint"),
    [
        (HEAD + 'langauge = "en"', "check.unknown_key", 3, 1, "language"),
        (HEAD + 'language = "tlh"', "check.unknown_word", 3, 12, None),
        (HEAD + 'theme = "darc"', "check.unknown_word", 3, 9, "dark"),
        (HEAD + "theme = 3", "check.not_a_word", 3, 9, None),
        ('kind = "settings"\ntheme = "dark"', "check.missing_key", 1, 1, None),
        ('format = 1\nkind = "sheet"', "check.wrong_kind", 2, 8, None),
        ('format = 2\nkind = "settings"\nzoom = 1', "check.future_format", 1, 10, None),
        (HEAD + "theme = dark", "toml.bad_value", 3, 9, None),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    path: Path, language: Language, content: str, key: str, line: int, column: int, hint: str | None
) -> None:
    path.parent.mkdir()
    path.write_text(content)
    (problem,) = settings_problems(path)
    assert problem.span is not None
    assert (problem.message.key, problem.span.line, problem.span.column) == (key, line, column)
    assert (problem.help.values.get("name") if problem.help else None) == hint
    say = Phrases(language).say
    notice = settings_notice(path)
    assert notice is not None
    told = say(notice)
    assert told.startswith(f"settings.toml:{line}:{column}")
    assert told.endswith(say(problem.message))


def test_of_good_settings_and_of_none_nothing_is_told(path: Path) -> None:
    assert settings_notice(path) is None
    remember(path, Settings(Language.CHINESE, "light"))
    assert settings_problems(path) == ()
    assert settings_notice(path) is None
