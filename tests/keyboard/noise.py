"""What is no key, at random: each a few bytes, some of them cut, with a wait before the rest."""

from collections.abc import Callable
from random import Random

from tests.terminal.sequences import NO_COMMANDS, NOTHING

Piece = tuple[float, bytes]
"""Seconds to wait, and bytes to send then."""

_NUMBERS = ("", "NaN", "-7", "1.5", "1e9", "undefined", "Infinity", "99999", "0", "0x2")
_PARTS = "0123456789;:"
_CUT = 0.15
"""The share of what is cut."""
_SHORTEST, _LONGEST = 0.005, 0.2
_LONGEST_OF_ESCAPE = 0.06
"""Seconds that the rest of a cut Escape may take: much less than it takes to be the key itself."""


def noise(random: Random, count: int) -> list[Piece]:
    """Return what is sent one after the other."""
    pieces: list[Piece] = []
    for _ in range(count):
        sequence = random.choice(_KINDS)(random)
        if len(sequence) > 1 and random.random() < _CUT:
            at = random.randrange(1, len(sequence))
            longest = _LONGEST_OF_ESCAPE if sequence[:at].endswith(b"\x1b") else _LONGEST
            wait = random.uniform(_SHORTEST, longest)
            pieces += [(0.0, sequence[:at]), (wait, sequence[at:])]
        else:
            pieces.append((0.0, sequence))
    return pieces


def _known(random: Random) -> bytes:
    return random.choice([*NOTHING, *NO_COMMANDS])


def _broken_mouse(random: Random) -> bytes:
    numbers = [str(random.choice((0, 32, 35, 64))), *map(str, random.choices(range(1, 80), k=2))]
    numbers[random.randrange(3)] = random.choice(_NUMBERS[:-2])
    return f"\x1b[<x{';'.join(numbers)}{random.choice('Mm')}".replace("<x", "<").encode()


def _moved_mouse(random: Random) -> bytes:
    return f"\x1b[<35;{random.randint(1, 80)};{random.randint(1, 24)}M".encode()


def _reply(random: Random) -> bytes:
    prefix, final = random.choice("?>="), random.choice(["c", "n", "R", "$y", "u", "S", "x", "t"])
    return f"\x1b[{prefix}{_some(random)}{final}".encode()


def _unknown(random: Random) -> bytes:
    between, final = random.choice(" !#$%&"), chr(random.randint(0x40, 0x7E))
    if (between, final) == ("$", "y"):
        final = "z"
    return f"\x1b[{_some(random)}{between * random.randint(1, 2)}{final}".encode()


def _string(random: Random) -> bytes:
    inner = "".join(chr(random.randint(0x20, 0x7E)) for _ in range(random.randint(0, 40)))
    end = random.choice(["\x07", "\x1b\\"])
    return f"\x1b{random.choice(']P_^X')}{_some(random)}{inner}{end}".encode()


def _modified(random: Random) -> bytes:
    code = random.choice((13, 27, 32, 127, random.randint(33, 126), random.randint(0x4E00, 0x9000)))
    modifiers = 1 + (2 | random.randint(0, 63))  # Alt, and more of them or not
    if code in (13, *range(48, 58)) and random.random() < 0.5:
        modifiers = random.choice((2, 5, 6))
    return random.choice((f"\x1b[27;{modifiers};{code}~", f"\x1b[{code};{modifiers}u")).encode()


def _size(random: Random) -> bytes:
    numbers = (str(random.choice((0, 1, 24, 80, 9999))) for _ in range(random.randint(2, 5)))
    return f"\x1b[48;{random.choice(';:').join(numbers)}t".encode()


def _no_encoding(random: Random) -> bytes:
    text = "".join(chr(random.randint(0x4E00, 0x9000)) for _ in range(random.randint(1, 6)))
    foreign = text.encode(random.choice(("gb18030", "big5")), "ignore")
    high = bytes(random.randint(0x80, 0xFF) for _ in range(random.randint(1, 6)))
    # Some of them are UTF-8 by chance; the ends let none be made with what comes before or after.
    drawn = [b"\xff" + data + b"\xff" for data in (foreign, high)]
    return next((data for data in drawn if not _has_characters(data)), b"\xff")


def _has_characters(data: bytes) -> bool:
    """Return whether some of these bytes are a character that people type."""
    return any(not char.isascii() and char != "\ufffd" for char in data.decode("utf-8", "replace"))


def _with_alt(random: Random) -> bytes:
    return b"\x1b" + random.choice("0123456789acdelmnpruxyz+-=.,/?!").encode()


def _unfinished(random: Random) -> bytes:
    whole = random.choice((_broken_mouse, _moved_mouse, _reply, _string, _size))(random)
    return whole[: random.randint(2, len(whole) - 1)] if len(whole) > 3 else whole


def _focus(random: Random) -> bytes:
    return b"\x1b[O\x1b[I"


def _some(random: Random) -> str:
    """Return some parameters."""
    return "".join(random.choices(_PARTS, k=random.randint(0, 12)))


_KINDS: tuple[Callable[[Random], bytes], ...] = (
    _known,
    _broken_mouse,
    _moved_mouse,
    _reply,
    _unknown,
    _string,
    _modified,
    _size,
    _no_encoding,
    _with_alt,
    _unfinished,
    _focus,
)
