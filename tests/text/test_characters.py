"""Characters that nobody sees or takes for others are known and named."""

import pytest

from tui.text.characters import (
    is_invisible,
    is_odd_blank,
    looks_like,
    named,
    odd_characters,
)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u00a0", "U+00A0 (no-break space)"),
        ("\u200b", "U+200B (zero width space)"),
        ("\ufeff", "U+FEFF (byte order mark)"),
        ("\x1b", "U+001B"),
        ("\u0430", "U+0430 (cyrillic small letter a)"),
    ],
)
def test_a_character_is_called_by_its_number_and_its_name(character: str, name: str) -> None:
    assert named(character) == name


def test_blanks_that_are_none_and_characters_that_show_nothing_are_told_apart() -> None:
    assert list(filter(is_odd_blank, " \u00a0\u2003\u3000\u200b\ta")) == [
        "\u00a0",
        "\u2003",
        "\u3000",
    ]
    assert list(filter(is_invisible, " \u00a0\u200b\u00ad\x00\u3164\t\na")) == [
        "\u200b",
        "\u00ad",
        "\x00",
        "\u3164",
    ]


@pytest.mark.parametrize(
    ("written", "meant", "is_alike"),
    [
        ("weekly\u00a0", "weekly", True),
        ("we\u200dekly", "weekly", True),
        ("w\u0435\u0435kly", "weekly", True),
        ("weekly\u00a0", "monthly", False),
        ("weekly", "weekly", False),
    ],
)
def test_two_names_that_look_the_same_are_known(written: str, meant: str, is_alike: bool) -> None:
    assert looks_like(written, meant) is is_alike


@pytest.mark.parametrize(
    ("written", "meant", "odd"),
    [
        ("none\u00a0", "none", ["\u00a0"]),
        ("go\u200dals", "goals", ["\u200d"]),
        ("g\u043eals", "goals", ["\u043e"]),
        ("gaols", "goals", []),
        ("目标goals", "goals", []),
        ("none", "none\u00a0", []),
    ],
)
def test_what_makes_two_names_differ_unseen_is_found(
    written: str, meant: str, odd: list[str]
) -> None:
    assert odd_characters(written, meant) == odd
