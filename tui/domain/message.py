"""A sentence for a person, as a key and its values, so that it can be said in any language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Message(NamedTuple):
    """What to say, not yet in a language: the interface's catalogue turns it into words."""

    key: str
    """The entry of the catalogue, such as `check.unknown_key`."""
    values: Mapping[str, "str | Message"] = MappingProxyType({})
    """What the entry's `{placeholders}` stand for: foreign text, shown literally, or a message."""
