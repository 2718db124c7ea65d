"""Messages to people, independent of language: a key of the catalogue, with values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Message(NamedTuple):
    """A message that is not in any language yet; `Phrases.say` returns its text."""

    key: str
    """The entry of the catalogue, such as `check.unknown_key`."""
    values: Mapping[str, "str | Message"] = MappingProxyType({})
    """What the `{placeholders}` of the entry stand for: text, shown as it is, or a message."""
