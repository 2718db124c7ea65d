"""Which key a whole escape sequence stands for, in each spelling that terminals have for it."""

import re
import sys
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.events import Key
from textual.keys import _character_to_key

_FUNCTIONAL: Final = re.compile(
    r"\x1b\[ (\d{1,7})? (?: ; (\d{1,3}) (?: :([123]) )? )? ([u~ABCDEFHPQS])", re.VERBOSE
)
"""Code, modifiers and event of a key as xterm and kitty spell it; R tells cursor positions."""
_OTHER: Final = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~")
"""Modifiers and code of a key as xterm's modifyOtherKeys spells it."""
_RELEASE: Final = "3"
_MODIFIERS: Final = ("shift", "alt", "ctrl", "super", "hyper", "meta")
"""By their bits, the lowest first; above them are the locks, which make no other key."""
_SHIFT: Final = 1
_CHARACTERS: Final = {"enter": "\r", "tab": "\t", "backspace": "\x7f", "escape": "\x1b"}


def key_of_character(character: str) -> Key:
    r"""Return the key that sends a character by itself.

    >>> key_of_character("?").key, key_of_character("\r").key
    ('question_mark', 'enter')
    """
    match ANSI_SEQUENCES_KEYS.get(character):
        case (key, *_):
            return Key(key.value, character)
        case _:
            return Key(_character_to_key(character), character)


def key_of_sequence(sequence: str) -> Key | None:
    r"""Return the key that sends a whole escape sequence, or None where no key is known to.

    Textual's tables know Alt as an Escape before the key; that Escape would leave a screen.

    >>> key_of_sequence("\x1b[27;2;13~").key, key_of_sequence("\x1b[13;5u").key
    ('shift+enter', 'ctrl+enter')
    >>> key_of_sequence("\x1b[1;3A").key, key_of_sequence("\x1b[?64;1c")
    ('alt+up', None)
    """
    if found := _OTHER.fullmatch(sequence):
        return _modified(_key_of_code(int(found[2])), int(found[1]))
    if (found := _FUNCTIONAL.fullmatch(sequence)) and found[3] != _RELEASE:
        code, final = int(found[1] or 1), found[4]
        key = _functional(f"{code}{final}") or (_key_of_code(code) if final == "u" else None)
        if key is not None:
            return _modified(key, int(found[2] or 1))
    match ANSI_SEQUENCES_KEYS.get(sequence):
        case (pressed,):
            return Key(pressed.value, None)
        case str(character) if sequence.startswith("\x1bO"):  # of a keypad
            return key_of_character(character)
        case _:
            return None


def _functional(code: str) -> Key | None:
    """Return the key with a code of kitty's table, or None where there is none."""
    name = FUNCTIONAL_KEYS.get(code)
    return None if name is None else Key(name, _CHARACTERS.get(name))


def _key_of_code(code: int) -> Key | None:
    """Return the key with the code of a character, or None where there is none."""
    if (key := _functional(f"{code}u")) is not None:
        return key
    is_character = code <= sys.maxunicode and chr(code).isprintable()
    return key_of_character(chr(code)) if is_character else None


def _modified(key: Key | None, modifiers: int) -> Key | None:
    """Return a key as it is with modifiers, which terminals give as their bits and 1."""
    if key is None or not 1 <= modifiers <= 256:
        return None
    bits = (modifiers - 1) & 0b111111
    if bits == 0:
        return key
    if bits == _SHIFT and len(key.key) == 1 and len(key.key.upper()) == 1 and key.key.isalpha():
        return key_of_character(key.key.upper())
    held = sorted(name for bit, name in enumerate(_MODIFIERS) if bits >> bit & 1)
    return Key("+".join([*held, key.key]), None)
