"""What a key means, by the names that Textual gives to keys."""

from textual import events

_SPACES = ("space", "ideographic_space")
"""The second is what Chinese input methods type for full-width text."""
_MODIFIERS = ("ctrl+", "alt+", "super+", "hyper+", "meta+")


def is_space(key: str) -> bool:
    """Return whether a key is the space bar, whatever the width of its blank."""
    return key in _SPACES


def typed_character(event: events.Key) -> str | None:
    """Return the character that a key types; None for a key that is a command or unknown."""
    character = event.character
    if character is None or len(character) != 1 or any(m in event.key for m in _MODIFIERS):
        return None
    return character if character.isprintable() or is_space(event.key) else None
