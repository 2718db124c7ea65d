"""Contents that are hostile in themselves: syntax, encodings, bombs, wild words, wrong values."""

import copy
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from tui.toml.reader import parse_toml
from tui.toml.writer import dump_toml

Spoil = Callable[[bytes], bytes]
"""Makes a hostile content of a good one."""

MARKUP = "[/red] [@click=app.quit]x[/] [link=y]z[/link] {brand} ${x}"
CONTROLS = "a\\u001b]0;x\\u0007b\\u009b2Jc\\u202egnp\\u200bd\\u0000"
"""As TOML lets a string have them: escaped."""


def _first_text(replacement: str) -> Spoil:
    """Replace the first text in double quotes that is no word of the format."""
    return lambda good: re.sub(
        rb'= "[^"\n]*[ \x80-\xff][^"\n]*"', lambda _: b"= " + replacement.encode(), good, count=1
    )


def _behind(text: str) -> Spoil:
    return lambda good: good + b"\n" + text.encode() + b"\n"


def _before(text: str) -> Spoil:
    return lambda good: text.encode() + b"\n" + good


def _every_text(replacement: str) -> Spoil:
    return lambda good: re.sub(
        rb'= "[^"\n]*[ \x80-\xff][^"\n]*"', b'= "' + replacement.encode() + b'"', good
    )


SYNTAX: dict[str, Spoil] = {
    "empty": lambda _: b"",
    "blank": lambda _: b" \n\t\n",
    "binary": lambda _: bytes(range(256)) * 4,
    "half": lambda good: good[: len(good) // 2],
    "cut in a letter": lambda good: good + "# 价".encode()[:-1],
    "no equals": _before("format 1"),
    "no value": _before("x ="),
    "unclosed text": _before('x = "abc'),
    "unclosed three quotes": _behind('x = """\nabc'),
    "unclosed array": _behind("x = [1,\n[2,"),
    "unclosed header": _behind('["a'),
    "key twice": _before("x = 1\nx = 2"),
    "table twice": _behind("[x]\n[x]"),
    "full-width signs": _before("ｘ＝１"),
    "bad escape": _before('x = "\\q"'),
    "surrogate": _before('x = "\\ud800"'),
    "raw escape": _before('x = "\x1b[2J"'),
    "NUL": _before("x = \x00"),
    "bidi in a comment": _before("# \u202egnp"),
    "bidi in a key": _before('"\u202egnp" = 1'),
    "escapes in a key": _before('"\\u001b[2J" = 1'),
    "escapes in a header": _behind('["\\u001b]0;x\\u0007"]'),
    "markup in a key": _before(f'"{MARKUP}" = 1'),
    "markup in a header": _behind(f'["{MARKUP}"]\nx = 1'),
    "carriage returns": lambda good: good.replace(b"\n", b"\r"),
    "another language": lambda _: b'{"format": 1, "kind": "sheet"}',
    "a script": lambda _: b"#!/bin/sh\nrm -rf /\n",
}
ENCODINGS: dict[str, Spoil] = {
    "byte order mark twice": lambda good: b"\xef\xbb\xbf\xef\xbb\xbf" + good,
    "UTF-16": lambda good: good.decode().encode("utf-16"),
    "UTF-16 without mark": lambda good: good.decode().encode("utf-16-le"),
    "UTF-32": lambda good: good.decode().encode("utf-32"),
    "GBK": lambda good: (good.decode() + "# 价格由双方商定").encode("gbk", "replace"),
    "Latin-1": lambda good: b"# caf\xe9\n" + good,
    "overlong": lambda good: b"# \xc0\xaf\n" + good,
}
BOMBS: dict[str, Spoil] = {
    "deep arrays": _behind("x = " + "[" * 100_000),
    "deep tables": _behind("x = " + "{a=" * 50_000),
    "deep and closed": _behind("x = " + "[" * 600 + "]" * 600),
    "dotted key": _before(".".join("a" * 20_000) + " = 1"),
    "dotted header": _behind("[" + ".".join("a" * 1000) + "]"),
    "dotted keys within the limit": _behind(
        "\n".join(f"{'.'.join(['a'] * 30)}.b{n} = 1" for n in range(2000))
    ),
    "headers": _behind("\n".join(f"[h{n}]" for n in range(70_000))),
    "headers within the limit": _behind("\n".join(f"[h{n}]" for n in range(50_000))),
    "tables in a list": _behind("[[x]]\n" * 50_000),
    "items": _behind("x = [" + "1," * 300_000 + "]"),
    "items within the limit": _behind("x = [" + "1," * 190_000 + "]"),
    "keys": _before("\n".join(f"k{n} = {n}" for n in range(60_000))),
    "texts with controls": _behind("x = [\n" + '"\\u001b",\n' * 50_000 + "]"),
    "whole number": _before("x = " + "9" * 5000),
    "hexadecimal": _before("x = 0x" + "f" * 1_000_000),
    "hexadecimal within the limit": _before("x = 0x" + "f" * 900),
    "not a number": _before("x = nan"),
    "infinite": _before("x = [inf, -inf, 1e400, -0.0, 1e-400]"),
    "last moment": _before("x = 9999-12-31T23:59:59-23:59"),
    "text": _before('x = "' + "长" * 400_000 + '"'),
    "one line": _before("x = [" + '"a", ' * 100_000 + "]"),
    "comment": lambda good: good + b"#" * (3 << 20),
    "combining marks": _before('x = "a' + "\u0301" * 30_000 + '"'),
    "lines": _before("\n" * 500_000),
}
WORDS: dict[str, Spoil] = {
    "a text is markup": _first_text(f'"{MARKUP}"'),
    "every text is markup": _every_text(MARKUP),
    "a text has controls": _first_text(f'"{CONTROLS}"'),
    "every text has controls": _every_text(CONTROLS.replace("\\", "\\\\")),
    "a text is long": _first_text('"' + "很长 " * 1300 + '"'),
    "a text is too long": _first_text('"' + "x" * 5000 + '"'),
    "every text is long": _every_text("wide 宽 " * 40),
    "a text is blank": _first_text('"  "'),
    "every text is blank": _every_text(" "),
    "braces": _every_text("{brand} {x {{y}} } {0} {!r} %s"),
}


def _format(written: str) -> Spoil:
    line = f"format = {written}".encode()
    return lambda good: re.sub(rb"(?m)^format = .*$", line, good, count=1)


def _kind(written: str) -> Spoil:
    line = f"kind = {written}\n".encode()
    return lambda good: line + re.sub(rb"(?m)^kind = .*\n", b"", good)


FORMATS = ("99", "-1", "0", '"1"', "1.0", "true", "[]", "9007199254740991")
KINDS = (
    *('"sheet"', '"session"', '"minutes"', '"report"', '"settings"', '"questionnaire"'),
    *('"[/red]"', "1", "[]", "{}", '"\\u001b[2J"'),
)
HEADS: dict[str, Spoil] = {
    **{f"format = {written}": _format(written) for written in FORMATS},
    **{f"kind = {written}": _kind(written) for written in KINDS},
}
GENERAL = {**SYNTAX, **ENCODINGS, **BOMBS, **WORDS, **HEADS}
"""What can be made of any content."""

STRANGE: tuple[Any, ...] = (
    True,
    -1,
    0,
    2**53 - 1,
    Decimal("0.5"),
    "",
    MARKUP,
    "a" * 4000,
    [],
    [1],
    ["x"],
    [[]],
    [{}],
    {},
    {"a": {}},
    {"en": "x"},
    {MARKUP: MARKUP},
    date(2026, 11, 23),
    datetime(2026, 1, 1),
    time(1, 2),
)
"""Values that hardly any key takes."""


def wrong_values(good: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield contents with one value, each at another key, that is strange, missing or misspelt.

    Args:
        good: A good content.
        most: How many at most, spread evenly over all keys.
    """
    data = parse_toml(good, "good.toml").data
    spots = list(_places(data))
    for number in range(0, len(spots) * 3, max(1, len(spots) * 3 // most)):
        path, way = spots[number // 3], number % 3
        spoilt = copy.deepcopy(data)
        holder: Any = spoilt
        for step in path[:-1]:
            holder = holder[step]
        if way == 0 or isinstance(holder, list):
            holder[path[-1]] = STRANGE[number % len(STRANGE)]
        elif way == 1:
            del holder[path[-1]]
        else:
            holder[f"{path[-1]}x"] = holder.pop(path[-1])
        told = ("strange", "missing", "misspelt")[way]
        yield f"{told} {'.'.join(map(str, path))}", dump_toml(spoilt, checked=False)


def damaged(good: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield contents with some bytes lost, doubled, moved, or replaced by what means something.

    Args:
        good: A good content.
        most: How many.
    """
    for seed in range(most):
        chance = random.Random(seed)
        content = good
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            start = chance.randrange(len(content) + 1)
            end = start + chance.choice((0, 1, 1, 8, 60, len(content)))
            put = chance.choice((b"", chance.randbytes(3), *MEANT, content[start:end] * 2))
            content = content[:start] + put + content[end:]
        yield f"damaged {seed}", content


MEANT = (
    *(
        b"[",
        b"]",
        b"[[",
        b"{",
        b"}",
        b'"',
        b"'",
        b'"""',
        b"=",
        b".",
        b",",
        b"#",
        b"\n",
        b"\r",
        b"\\",
    ),
    *(
        b"\0",
        b"\x1b[2J",
        b"\xff",
        "\u202e".encode(),
        "宽".encode(),
        b"1e400",
        b"nan",
        b"-0.0",
        b"0x" + b"f" * 40,
    ),
    *(
        b"[a]\n",
        b"[[a]]\n",
        b"a.b.c = 1\n",
        b"kind = 'sheet'\n",
        b"1979-05-27",
        b"\\u0000",
        b"true",
        b"inf",
    ),
)
"""What means something to TOML, to a terminal, or to us."""


def _places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield (*path, key)
        if isinstance(data[key], dict | list):
            yield from _places(data[key], (*path, key))
