"""Bytes become events only where they are a whole, known key, mouse report or paste."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.events import AppBlur, AppFocus, Key, MouseDown, MouseEvent, MouseMove, Paste
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from tests.terminal.sequences import ALT, KEYS, NO_COMMANDS, NOTHING, TYPED
from tui.commands import COMMANDS
from tui.terminal.key_parser import (
    ESCAPE_WAIT,
    HALF_WAIT,
    LATE,
    PASTE_PATIENCE,
    PATIENCE,
    KeyParser,
)
from tui.terminal.open_paste import LONGEST_PASTE

AT_ONCE, SOON, LONG = 0.0, ESCAPE_WAIT * 0.9, 60.0
WHOLE = (*KEYS, *NO_COMMANDS, *TYPED, *NOTHING, b"\x1b[<0;12;5M", b"\x1b[200~2\x1b2\x1b[201~")


def events(*chunks: bytes, wait: float = AT_ONCE, end: float = LONG) -> list[Message]:
    """Return what comes of chunks, each `wait` seconds after the one before it."""
    parser, now, found = KeyParser(), 100.0, list[Message]()
    for chunk in chunks:
        now += wait
        if parser.deadline <= now:
            found += parser.tick(parser.deadline)
        found += parser.feed(chunk, now)
    return found + parser.tick(now + end)


def told(found: Iterable[Message]) -> list[str]:
    """Return events as words, to be compared."""
    return [
        f"{type(event).__name__} {getattr(event, 'text', '')}{getattr(event, 'key', '')}"
        f" {getattr(event, 'character', '')!r}"
        for event in found
    ]


def pressed(*chunks: bytes, wait: float = AT_ONCE) -> list[str]:
    """Return the names of the keys that come of chunks, of which nothing else may come."""
    found = events(*chunks, wait=wait)
    assert all(isinstance(event, Key) for event in found)
    return [event.key for event in found if isinstance(event, Key)]


def typed(*chunks: bytes, wait: float = AT_ONCE) -> str:
    """Return the characters that come of chunks."""
    found = events(*chunks, wait=wait)
    return "".join(event.character or "" for event in found if isinstance(event, Key))


@pytest.mark.parametrize(("sequence", "key"), (KEYS | NO_COMMANDS).items())
def test_a_whole_known_sequence_is_a_key(sequence: bytes, key: str) -> None:
    assert pressed(sequence) == [key]
    assert typed(sequence).isprintable() is (typed(sequence) == "")


@pytest.mark.parametrize("key", NO_COMMANDS.values())
def test_no_command_has_a_key_that_not_every_terminal_sends(key: str) -> None:
    assert not [command.id for command in COMMANDS if key in command.keys]


@pytest.mark.parametrize(("sequence", "character"), TYPED.items())
def test_a_character_that_is_sent_as_a_sequence_is_typed(sequence: bytes, character: str) -> None:
    assert typed(sequence) == character


@pytest.mark.parametrize("sequence", NOTHING)
def test_what_is_no_key_is_nothing(sequence: bytes) -> None:
    assert events(sequence) == []


@pytest.mark.parametrize("sequence", NOTHING)
def test_the_key_after_what_is_no_key_counts(sequence: bytes) -> None:
    assert pressed(sequence, b"2", wait=HALF_WAIT * 1.1)[-1:] == ["2"]


@pytest.mark.parametrize("wait", [AT_ONCE, 0.005, SOON])
@pytest.mark.parametrize("sequence", WHOLE)
def test_where_it_is_cut_changes_nothing(sequence: bytes, wait: float) -> None:
    whole = told(events(sequence))
    for cut in range(1, len(sequence)):
        assert told(events(sequence[:cut], sequence[cut:], wait=wait)) == whole
    assert told(events(*(bytes([byte]) for byte in sequence), wait=wait)) == whole


@pytest.mark.parametrize("sequence", [each for each in WHOLE if len(each) > 2])
def test_after_the_escape_alone_a_late_rest_does_nothing(sequence: bytes) -> None:
    if sequence.startswith(b"\x1b") and sequence[1] in b"[O]P_^X":
        found = told(events(sequence[:1], sequence[1:], wait=ESCAPE_WAIT + LATE * 0.9))
        assert found[0] == "Key escape '\\x1b'"
        assert found[1:] in ([], ["Paste 22 ''"])


@pytest.mark.parametrize("sequence", [each for each in WHOLE if len(each) > 3])
def test_a_cut_after_the_second_byte_may_take_200_ms(sequence: bytes) -> None:
    whole = told(events(sequence))
    if sequence.startswith(b"\x1b") and sequence[1] in b"[O]P_^X":
        rest = (bytes([byte]) for byte in sequence[2:])
        assert told(events(sequence[:2], *rest, wait=0.2)) == whole


@pytest.mark.parametrize(
    "sequence", [b"\x1b[", b"\x1b[<35;1", b"\x1bO", b"\x1b]11;rgb:", b"\x1bP1"]
)
def test_what_never_ends_is_dropped_in_time(sequence: bytes) -> None:
    assert pressed(sequence, b"2", wait=PATIENCE * 1.1) == ["2"]
    assert pressed(sequence + b"\x11") == ["ctrl+q"]
    assert pressed(sequence, b"\x1b[B") == ["down"]
    assert events(sequence, b"\x1b[0n") == []


def test_half_of_the_end_of_a_string_is_no_escape() -> None:
    assert events(b"\x1b]11;rgb:1\x1b", b"\x1b[0n", wait=0.02) == []
    assert pressed(b"\x1b]11;rgb:1\x1b", b"\x1b[B") == ["down"]


@pytest.mark.parametrize("sequence", ALT)
def test_a_key_with_alt_is_no_escape(sequence: bytes) -> None:
    assert events(sequence) == events(sequence[:2], sequence[2:], wait=SOON) == []
    assert events(sequence[:1], sequence[1:]) == []
    after_a_pause = pressed(sequence[:1], sequence[1:], wait=0.02)
    assert after_a_pause == ["escape", *pressed(sequence[1:])]


def test_escapes_are_told_by_time() -> None:
    parser = KeyParser()
    assert parser.feed(b"\x1b", 1.0) == parser.tick(1.0 + SOON) == []
    assert told(parser.tick(1.0 + ESCAPE_WAIT)) == ["Key escape '\\x1b'"]
    assert pressed(b"\x1b", b"\x1b", wait=1) == pressed(b"\x1b\x1b") == ["escape", "escape"]
    assert pressed(b"\x1b", b"[", b"2", wait=2) == ["escape", "left_square_bracket", "2"]
    assert pressed(b"\x1b\x11") == ["escape", "ctrl+q"]


def test_an_escape_counts_though_the_mouse_is_moved() -> None:
    for wait in (AT_ONCE, 0.02):
        found = events(b"\x1b", b"\x1b[<35;10;5M", wait=wait)
        assert [type(event) for event in found] == [Key, MouseMove]


def test_whole_reports_of_the_mouse_are_believed() -> None:
    (move, press) = events(b"\x1b[<35;10;5M\x1b[<16;11;5M")
    assert isinstance(move, MouseMove)
    assert isinstance(press, MouseDown)
    assert (move.x, move.y, press.x, press.ctrl) == (9, 4, 10, True)


def test_after_a_size_the_mouse_is_still_told_in_cells() -> None:
    (move,) = events(b"\x1b[48;24;80;0;0t\x1b[<35;10;5M")
    assert isinstance(move, MouseEvent)
    assert (move.x, move.y) == (9, 4)


def test_a_terminal_that_holds_frames_back_is_believed() -> None:
    (found,) = events(b"\x1b[?2026;2$y")
    assert isinstance(found, TerminalSupportsSynchronizedOutput)


def test_who_types_has_the_focus() -> None:
    kinds = [type(event) for event in events(b"\x1b[O\x1b[<35;1;1M2\x1b[I2")]
    assert kinds == [AppBlur, MouseMove, AppFocus, Key, AppFocus, Key]


@pytest.mark.parametrize(
    ("sent", "pasted"),
    [
        (b"1,234.56", "1,234.56"),
        (b"a\x1b[31mb\x1b\x1b[200~c\x00\x11\x7f", "a[31mb[200~c"),
        ("销量\r\n翻倍\u009b2".encode(), "销量\n翻倍2"),
        (b"a\xff\xd6b", "ab"),
        (b"", ""),
    ],
)
def test_a_paste_is_one_event_without_control_characters(sent: bytes, pasted: str) -> None:
    (found,) = events(b"\x1b[200~" + sent + b"\x1b[201~")
    assert isinstance(found, Paste)
    assert found.text == pasted


def test_a_paste_without_its_end_ends_by_time() -> None:
    parser = KeyParser()
    assert (
        parser.feed(b"\x1b[200~par", 1.0) == parser.tick(2.0) == parser.feed(b"t\x1b[20", 2.4) == []
    )
    assert told(parser.tick(2.4 + PASTE_PATIENCE)) == ["Paste part ''"]
    assert told(parser.feed(b"2", 9.0)) == ["Key 2 '2'"]


def test_a_paste_is_kept_up_to_a_length_and_swallowed_beyond() -> None:
    piece = "题".encode() * 1000
    found = events(b"\x1b[200~", *[piece] * 2000, b"2\x1b[201~", b"3")
    assert [type(event) for event in found] == [Paste, Key]
    assert getattr(found[0], "text", "") == "题" * LONGEST_PASTE


@pytest.mark.parametrize("begin", [b"\x1b]", b"\x1b[", b"\x1b[<", b"\x1bP"])
def test_what_is_endless_takes_no_room(begin: bytes) -> None:
    assert events(begin, *[b"1" * 4096] * 500, b"\x1b\\\x11", end=AT_ONCE)[-1:] != []
    assert typed(begin, *[b"1" * 4096] * 9, b"\x1b\\") == ""


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5"])
def test_no_letter_or_digit_of_another_encoding_is_typed(encoding: str) -> None:
    every = "".join(map(chr, range(0x4E00, 0x9FA5))).encode(encoding, "ignore")
    assert not any(character.isascii() for character in typed(every))
    for size in (1, 3):
        chunks = [every[at : at + size] for at in range(0, 9000, size)]
        assert not any(character.isascii() for character in typed(*chunks, wait=0.02))


def test_half_a_character_of_long_ago_takes_no_key_along() -> None:
    assert pressed("选".encode()[:2], b"2", wait=LONG) == ["2"]
    assert typed(*(bytes([byte]) for byte in "选".encode()), wait=0.2) == "选"


INNER = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs"]), max_size=30)
UNKNOWN = st.one_of(
    st.tuples(
        st.just("\x1b["), st.text("0123456789:;=>?", max_size=12), st.sampled_from(["!Z", " q"])
    ),
    st.tuples(
        st.just("\x1b[<x"),
        INNER.filter(lambda text: not set("mM") & set(text)),
        st.sampled_from("mM"),
    ),
    st.tuples(
        st.sampled_from(["\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX"]),
        INNER,
        st.sampled_from(["\x07", "\x1b\\", "\x9c"]),
    ),
).map(lambda parts: "".join(parts).encode())
"""Whole sequences that no terminal sends for a key."""


@given(UNKNOWN, st.data())
def test_no_key_comes_of_bytes_in_an_unknown_sequence(sequence: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sequence)))
    assert events(sequence[:cut], sequence[cut:], wait=SOON) == []


@given(st.binary(max_size=200), st.integers(0, 200))
@example(b"\x1b[M\xff\xc3", 3)
def test_any_bytes_are_survived_and_the_next_key_counts(noise: bytes, cut: int) -> None:
    parser = KeyParser()
    found = parser.feed(noise[:cut], 1.0) + parser.feed(noise[cut:], 1.1)
    found += parser.tick(parser.deadline) if parser.deadline < 9 else []
    found += parser.feed(b"\x1b[20~", 10.0)
    assert told(found)[-1] == "Key f9 None"
    for event in found:
        character = getattr(event, "character", None) or ""
        assert not any(0x80 <= ord(c) < 0xA0 or c in "\0\ufffd" for c in character)
