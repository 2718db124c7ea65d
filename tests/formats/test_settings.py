"""What a user has chosen for good: what is written, and what is told to be wrong."""

from pathlib import Path

from tui.formats.settings import settings_problems, settings_tables


def test_what_is_chosen_takes_its_place_and_the_rest_stays(tmp_path: Path) -> None:
    found = {"theme": "light", "odd": 1, "language": "xx"}
    told = settings_tables(found, language="en", theme=None)
    assert told == {"format": 1, "kind": "settings", "theme": "light", "odd": 1, "language": "en"}
    file = tmp_path / "settings.toml"
    file.write_text('format = 1\nkind = "settings"\nlanguage = "en"\n', encoding="utf-8")
    assert settings_problems(file) == ()
    file.write_text('format = 1\nkind = "settings"\ntheme = "pink"\n', encoding="utf-8")
    assert [each.span is not None for each in settings_problems(file)] == [True]
    file.write_text("format", encoding="utf-8")
    assert settings_problems(file)
