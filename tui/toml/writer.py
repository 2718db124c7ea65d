"""Writing of TOML, checked to read back the same."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal


def dump_toml(tables: Mapping[str, object], *, checked: bool = True) -> bytes:
    """Return `tables` as the bytes of a TOML file.

    Args:
        tables: What the file is to say.
        checked: Whether to read the text back, which takes as long as all else: due for what a
            person has said, as that cannot be worked out again.

    Raises:
        ValueError: Reading the text back would not return the same, so it must not be written.
    """
    import tomli_w  # noqa: PLC0415 - most files are read and never written

    text = tomli_w.dumps(tables, multiline_strings=False)
    if checked and tomllib.loads(text, parse_float=Decimal) != tables:
        raise ValueError("what was to be written would not read back the same")
    return text.encode("utf-8")
