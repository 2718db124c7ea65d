"""Tables as TOML text that is known to say the same when it is read back."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal

import tomli_w


def dump_toml(tables: Mapping[str, object]) -> bytes:
    """Return `tables` as the bytes of a TOML file.

    Raises `ValueError` where reading them back would not give the same, so that nothing is ever
    written that cannot be read.
    """
    text = tomli_w.dumps(tables, multiline_strings=False)
    if tomllib.loads(text, parse_float=Decimal) != tables:
        raise ValueError("what was to be written would not read back the same")
    return text.encode("utf-8")
